#include "source/asset.h"

#include <errno.h>
#include <string.h>

#include "source/folder.h"

/* To look for the nearest name takes a walk over a folder: past so many faults the editor has
 * enough to go on. */
#define MOST_SUGGESTIONS 100

static void report_named(RuleId rule, const gchar *name, Span where, Diagnostics *sink)
{
    g_autofree gchar *shown = g_utf8_make_valid(name, -1);
    diag_report(sink, rule, where, shown, NULL);
}

static void report_unreadable(const gchar *name, int error, Span where, Diagnostics *sink)
{
    g_autofree gchar *shown = g_utf8_make_valid(name, -1);
    diag_report(sink, RULE_UNREADABLE, where, shown, g_strerror(error), NULL);
}

/* "https://…", "data:…", "C:\…" and "/…" never lead into the folder. */
static gboolean is_absolute(const gchar *path)
{
    return g_path_is_absolute(path) || g_uri_peek_scheme(path);
}

/* A path as any program would open it. */
static gchar *path_from(const Source *source, const gchar *path)
{
    g_autofree gchar *folder = g_path_get_dirname(source->path);
    return g_strconcat(folder, "/", path, NULL);
}

/* By its words alone, for a path at which there is nothing. */
static gboolean seems_outside(const gchar *root, const gchar *full)
{
    g_autofree gchar *folder = g_canonicalize_filename(root, NULL);
    g_autofree gchar *file = g_canonicalize_filename(full, NULL);
    gsize length = strlen(folder);
    return strncmp(file, folder, length) != 0 ||
           (length > 1 && file[length] != '/' && file[length] != '\0');
}

/* The file's name as it might have been meant, with the folders as they were written. */
static gchar *nearest_path(const FolderRoot *root, const gchar *full, const gchar *path)
{
    g_autofree gchar *folder = g_path_get_dirname(full), *target = NULL;
    const gchar *name = strrchr(full, '/') + 1;
    dev_t device;
    ino_t inode;
    if (folder_resolve(root, folder, &target) != FOUND_FOLDER)
        return NULL;
    g_autoptr(GPtrArray) names = folder_names(root, target, NULL, &device, &inode);
    if (!names)
        return NULL;
    g_ptr_array_add(names, NULL);
    const gchar *near = nearest_word(name, (const gchar *const *) names->pdata);
    g_autofree gchar *stands = NULL;
    if (!near || folder_look(root, target, near, &stands) != FOUND_FILE)
        return NULL;
    return g_strdup_printf("%.*s%s", (int) (strlen(path) - strlen(name)), path, near);
}

static void report_missing(const FolderRoot *root, const gchar *full, const gchar *path, Span where,
                           Diagnostics *sink)
{
    g_autofree gchar *near = diagnostics_count(sink, SEVERITY_ERROR) < MOST_SUGGESTIONS
                                 ? nearest_path(root, full, path)
                                 : NULL;
    g_autofree gchar *shown = g_utf8_make_valid(path, -1);
    if (near)
        diag_report(sink, RULE_NO_SUCH_FILE_NEAR, where, shown, near, NULL);
    else
        diag_report(sink, RULE_NO_SUCH_FILE, where, shown, NULL);
}

static gboolean is_missing(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG;
}

/* Where the path leads; where it leads to nothing, with %20 and such taken for what they stand for.
 * errno is that of the path as written. */
static Found look_for(const FolderRoot *root, const Source *source, const gchar *path,
                      gchar **target)
{
    g_autofree gchar *full = path_from(source, path);
    Found found = folder_resolve(root, full, target);
    g_autofree gchar *plain = NULL;
    int error = errno;
    if (found == FOUND_NOTHING && is_missing(error) && strchr(path, '%'))
        plain = g_uri_unescape_string(path, NULL);
    if (plain && !is_absolute(plain)) {
        g_autofree gchar *other = path_from(source, plain);
        found = folder_resolve(root, other, target);
    }
    errno = error;
    return found;
}

static void report_nothing(const FolderRoot *root, const gchar *root_path, const Source *source,
                           const gchar *path, Span where, Diagnostics *sink)
{
    int error = errno;
    g_autofree gchar *full = path_from(source, path);
    if (seems_outside(root_path, full))
        report_named(RULE_LINK_OUTSIDE, path, where, sink);
    else if (is_missing(error))
        report_missing(root, full, path, where, sink);
    else
        report_unreadable(path, error, where, sink);
}

static gchar *find_in(const FolderRoot *root, const gchar *root_path, const Source *source,
                      const gchar *path, Span where, Diagnostics *sink)
{
    g_autofree gchar *target = NULL;
    switch (look_for(root, source, path, &target)) {
    case FOUND_FILE:
        return g_steal_pointer(&target);
    case FOUND_FOLDER:
    case FOUND_OTHER:
        report_named(RULE_NOT_REGULAR_FILE, path, where, sink);
        break;
    case FOUND_OUTSIDE:
        report_named(RULE_LINK_OUTSIDE, path, where, sink);
        break;
    case FOUND_NOTHING:
        report_nothing(root, root_path, source, path, where, sink);
        break;
    }
    return NULL;
}

gchar *asset_find(const gchar *root, const Source *source, const gchar *path, Span where,
                  Diagnostics *sink)
{
    if (*path == '\0') {
        diag_report(sink, RULE_EMPTY_TEXT, where, NULL);
        return NULL;
    }
    if (is_absolute(path)) {
        report_named(RULE_LINK_OUTSIDE, path, where, sink);
        return NULL;
    }
    FolderRoot folder;
    if (!folder_root_open(&folder, root)) {
        report_unreadable(root, errno, where, sink);
        return NULL;
    }
    gchar *found = find_in(&folder, root, source, path, where, sink);
    folder_root_close(&folder);
    return found;
}

static void report_too_long(const gchar *name, gsize most, Span where, Diagnostics *sink)
{
    g_autofree gchar *shown = g_utf8_make_valid(name, -1);
    g_autofree gchar *size = most % (1024 * 1024) == 0
                                 ? g_strdup_printf("%zu MiB", most / (1024 * 1024))
                                 : g_strdup_printf("%zu B", most);
    g_autofree gchar *zh = g_strdup_printf("“%s”大于 %s", shown, size);
    g_autofree gchar *en = g_strdup_printf("'%s' is larger than %s", shown, size);
    diag_report(sink, RULE_LIMIT, where, zh, en, NULL);
}

GBytes *asset_load(const gchar *root, const gchar *found, Span where, gsize most, Diagnostics *sink)
{
    FolderRoot folder;
    gchar *bytes = NULL;
    gsize length = 0;
    ReadResult result = READ_FAILED;
    if (folder_root_open(&folder, root))
        result = folder_read(&folder, found, most, &bytes, &length);
    int error = errno;
    folder_root_close(&folder);
    switch (result) {
    case READ_OK:
        return g_bytes_new_take(bytes, length);
    case READ_TOO_LONG:
        report_too_long(found, most, where, sink);
        break;
    case READ_NOT_REGULAR:
        report_named(RULE_NOT_REGULAR_FILE, found, where, sink);
        break;
    case READ_FAILED:
        report_unreadable(found, error, where, sink);
        break;
    }
    return NULL;
}

GBytes *asset_read(const gchar *root, const Source *source, const gchar *path, Span where,
                   gsize most, gchar **name, Diagnostics *sink)
{
    g_autofree gchar *found = asset_find(root, source, path, where, sink);
    GBytes *bytes = found ? asset_load(root, found, where, most, sink) : NULL;
    *name = bytes ? g_utf8_make_valid(found, -1) : NULL;
    return bytes;
}
