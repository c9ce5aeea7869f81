#include "output/deps_out.h"

#include <string.h>

#define OF_NAMES " \t#:"
#define OF_TARGETS " \t#:%"

/* The path from the current folder, where it is below. */
static const gchar *from_here(const gchar *path, const gchar *here)
{
    gsize length = strlen(here);

    return strncmp(path, here, length) == 0 && path[length] == '/' && path[length + 1] != '\0'
               ? path + length + 1
               : path;
}

/* What means something to make in a name: blanks, # : and $, and backslashes before these; of a
 * target also %, by which it would be a pattern. */
static void append_name(GString *out, const gchar *path, const gchar *here, const gchar *special)
{
    guint backslashes = 0;

    for (const gchar *at = from_here(path, here); *at; at++) {
        gboolean escaped = strchr(special, *at) != NULL;
        for (; escaped && backslashes > 0; backslashes--)
            g_string_append_c(out, '\\');
        backslashes = *at == '\\' ? backslashes + 1 : 0;
        if (escaped)
            g_string_append_c(out, '\\');
        if (*at == '$')
            g_string_append_c(out, '$');
        g_string_append_c(out, *at);
    }
}

static gboolean holds_output(const gchar *folder, const GPtrArray *outputs)
{
    for (guint i = 0; i < outputs->len; i++) {
        g_autofree gchar *path = g_canonicalize_filename(outputs->pdata[i], NULL);
        g_autofree gchar *parent = g_path_get_dirname(path);
        if (g_str_equal(parent, folder))
            return TRUE;
    }
    return FALSE;
}

/* Names with line breaks can be told to no make. */
static void add_inputs(GPtrArray *inputs, const Deps *deps, DepKind kind, const GPtrArray *outputs)
{
    g_autoptr(GPtrArray) paths = deps_paths(deps, kind);

    for (guint i = 0; i + 1 < paths->len; i++) {
        const gchar *path = paths->pdata[i];
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !strpbrk(path, "\r\n") &&
            (kind == DEP_FILE || !holds_output(path, outputs)))
            g_ptr_array_add(inputs, g_strdup(path));
    }
}

gchar *deps_to_make(const Deps *deps, const GPtrArray *outputs)
{
    g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func(g_free);
    g_autofree gchar *here = g_get_current_dir();
    GString *out = g_string_new(NULL);

    add_inputs(inputs, deps, DEP_FILE, outputs);
    add_inputs(inputs, deps, DEP_FOLDER, outputs);
    for (guint i = 0; i < outputs->len; i++) {
        g_string_append(out, i > 0 ? " \\\n " : "");
        append_name(out, outputs->pdata[i], here, OF_TARGETS);
    }
    g_string_append_c(out, ':');
    for (guint i = 0; i < inputs->len; i++) {
        g_string_append(out, " \\\n ");
        append_name(out, inputs->pdata[i], here, OF_NAMES);
    }
    g_string_append_c(out, '\n');
    for (guint i = 0; i < inputs->len; i++) {
        if (strchr(inputs->pdata[i], '%')) /* make and ninja agree on no way to write it here */
            continue;
        g_string_append_c(out, '\n');
        append_name(out, inputs->pdata[i], here, OF_NAMES);
        g_string_append(out, ":\n");
    }
    return g_string_free(out, FALSE);
}
