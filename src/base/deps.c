#include "base/deps.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Times of files are those of the kernel's tick, 10 ms at most. */
#define TICK (20 * G_TIME_SPAN_MILLISECOND)

#define NO_STATE "none"
#define FRESH_STATE "fresh "

typedef struct {
    DepKind kind;
    gchar *path;   /* absolute */
    gchar *suffix; /* (nullable) */
    gchar *state;  /* when it was noted */
} Dep;

struct Deps {
    GPtrArray *all;    /* Dep, as they came */
    GHashTable *known; /* the same */
};

static void dep_free(gpointer data)
{
    Dep *dep = data;

    g_free(dep->path);
    g_free(dep->suffix);
    g_free(dep->state);
    g_free(dep);
}

static guint dep_hash(gconstpointer key)
{
    const Dep *dep = key;

    return g_str_hash(dep->path) * 31 + (guint) dep->kind;
}

static gboolean dep_equal(gconstpointer a, gconstpointer b)
{
    const Dep *one = a, *other = b;

    return one->kind == other->kind && g_str_equal(one->path, other->path) &&
           g_strcmp0(one->suffix, other->suffix) == 0;
}

Deps *deps_new(void)
{
    Deps *deps = g_new0(Deps, 1);

    deps->all = g_ptr_array_new_with_free_func(dep_free);
    deps->known = g_hash_table_new(dep_hash, dep_equal);
    return deps;
}

void deps_free(Deps *deps)
{
    if (!deps)
        return;
    g_hash_table_unref(deps->known);
    g_ptr_array_unref(deps->all);
    g_free(deps);
}

/* ---- states ---- */

static void append_time(GString *out, struct timespec time)
{
    g_string_append_printf(out, " %" G_GINT64_FORMAT ".%09ld", (gint64) time.tv_sec, time.tv_nsec);
}

/* Whether it was written so lately that another change might leave the same times. */
static gboolean is_fresh(const struct stat *at)
{
    gint64 changed = (gint64) at->st_ctim.tv_sec * G_USEC_PER_SEC + at->st_ctim.tv_nsec / 1000;

    return ABS(g_get_real_time() - changed) < TICK;
}

static void append_file(GString *out, const gchar *path, gboolean noting)
{
    struct stat at;

    if (stat(path, &at) != 0) {
        g_string_append(out, NO_STATE);
        return;
    }
    if (noting && is_fresh(&at))
        g_string_append(out, FRESH_STATE);
    g_string_append_printf(out, "%lu %lu %" G_GINT64_FORMAT, (gulong) at.st_dev, (gulong) at.st_ino,
                           (gint64) at.st_size);
    append_time(out, at.st_mtim);
    append_time(out, at.st_ctim);
}

static gboolean counts(const Dep *dep, const struct dirent *entry)
{
    if (entry->d_name[0] == '.')
        return FALSE;
    return !dep->suffix || entry->d_type != DT_REG || g_str_has_suffix(entry->d_name, dep->suffix);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const gchar *const *) a, *(const gchar *const *) b);
}

/* Not its times: those change whenever an output is written into it. */
static void append_folder(GString *out, const Dep *dep)
{
    DIR *folder = opendir(dep->path);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    if (!folder) {
        g_string_append(out, NO_STATE);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (counts(dep, entry))
            g_ptr_array_add(names, g_strdup_printf("%c%s", 'A' + entry->d_type, entry->d_name));
    closedir(folder);
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(out, "%s/", (const gchar *) names->pdata[i]);
}

static void append_place(GString *out, const Dep *dep)
{
    char *real = realpath(dep->path, NULL);
    struct stat at;

    if (real && stat(real, &at) == 0)
        g_string_append_printf(out, "%o %s", at.st_mode & S_IFMT, real);
    else
        g_string_append(out, NO_STATE);
    free(real);
}

static gchar *state_of(const Dep *dep, gboolean noting)
{
    GString *out = g_string_new(NULL);

    switch (dep->kind) {
    case DEP_FILE:
        append_file(out, dep->path, noting);
        break;
    case DEP_FOLDER:
        append_folder(out, dep);
        break;
    case DEP_PLACE:
        append_place(out, dep);
        break;
    }
    return g_string_free(out, FALSE);
}

gchar *deps_file_state(const gchar *path)
{
    GString *out = g_string_new(NULL);

    append_file(out, path, TRUE);
    return g_string_free(out, FALSE);
}

gboolean deps_state_is_sure(const gchar *state)
{
    return !g_str_has_prefix(state, NO_STATE) && !g_str_has_prefix(state, FRESH_STATE);
}

/* ---- noting ---- */

void deps_add(Deps *deps, DepKind kind, const gchar *path, const gchar *suffix)
{
    g_autofree gchar *here = g_path_is_absolute(path) ? NULL : g_get_current_dir();
    Dep *dep = g_new0(Dep, 1);

    /* Not made canonical: past a link .. leads elsewhere than the words say. */
    dep->kind = kind;
    dep->path = here ? g_build_filename(here, path, NULL) : g_strdup(path);
    dep->suffix = g_strdup(suffix);
    if (g_hash_table_contains(deps->known, dep)) {
        dep_free(dep);
        return;
    }
    dep->state = state_of(dep, TRUE);
    g_hash_table_add(deps->known, dep);
    g_ptr_array_add(deps->all, dep);
}

static GPrivate recording = G_PRIVATE_INIT(NULL);

Deps *deps_record(Deps *deps)
{
    Deps *before = g_private_get(&recording);

    g_private_set(&recording, deps);
    return before;
}

static void note(DepKind kind, const gchar *path, const gchar *suffix)
{
    Deps *deps = g_private_get(&recording);

    if (deps)
        deps_add(deps, kind, path, suffix);
}

void deps_note_file(const gchar *path)
{
    note(DEP_FILE, path, NULL);
}

void deps_note_folder(const gchar *path, const gchar *suffix)
{
    note(DEP_FOLDER, path, suffix);
}

void deps_note_place(const gchar *path)
{
    note(DEP_PLACE, path, NULL);
}

/* ---- asking ---- */

gboolean deps_noted(const gchar *path)
{
    const Deps *deps = g_private_get(&recording);
    struct stat wanted, at;

    if (!deps || stat(path, &wanted) != 0)
        return FALSE;
    for (guint i = 0; i < deps->all->len; i++) {
        const Dep *dep = deps->all->pdata[i];
        if (dep->kind == DEP_FILE && stat(dep->path, &at) == 0 && at.st_dev == wanted.st_dev &&
            at.st_ino == wanted.st_ino)
            return TRUE;
    }
    return FALSE;
}

GPtrArray *deps_paths(const Deps *deps, DepKind kind)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < deps->all->len; i++) {
        const Dep *dep = deps->all->pdata[i];
        if (dep->kind == kind && g_hash_table_add(seen, dep->path))
            g_ptr_array_add(paths, g_strdup(dep->path));
    }
    g_ptr_array_sort(paths, by_name);
    g_ptr_array_add(paths, NULL);
    return paths;
}

gchar *deps_state_noted(const Deps *deps)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < deps->all->len; i++)
        g_string_append_printf(out, "%s\n", ((const Dep *) deps->all->pdata[i])->state);
    return g_string_free(out, FALSE);
}

gchar *deps_state_now(const Deps *deps)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < deps->all->len; i++) {
        g_autofree gchar *state = state_of(deps->all->pdata[i], FALSE);
        g_string_append_printf(out, "%s\n", state);
    }
    return g_string_free(out, FALSE);
}
