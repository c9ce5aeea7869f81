#include "base/version.h"

static void version_clear(gpointer data)
{
    LibraryVersion *version = data;

    g_free(version->compiled);
    g_free(version->running);
}

GArray *versions_new(void)
{
    GArray *versions = g_array_new(FALSE, FALSE, sizeof(LibraryVersion));

    g_array_set_clear_func(versions, version_clear);
    return versions;
}

void versions_add(GArray *versions, const gchar *name, const gchar *compiled, const gchar *running)
{
    LibraryVersion version = {name, g_strdup(compiled), g_strdup(running), FALSE};

    g_array_append_val(versions, version);
}

void versions_add_late(GArray *versions, const gchar *name, const gchar *compiled,
                       const gchar *running)
{
    LibraryVersion version = {name, g_strdup(compiled), g_strdup(running), !running};

    g_array_append_val(versions, version);
}

gchar *version_text(guint major, guint minor, guint micro)
{
    return g_strdup_printf("%u.%u.%u", major, minor, micro);
}

void base_versions(GArray *versions)
{
    g_autofree gchar *compiled =
        version_text(GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION);
    g_autofree gchar *running =
        version_text(glib_major_version, glib_minor_version, glib_micro_version);

    versions_add(versions, "glib", compiled, running);
}
