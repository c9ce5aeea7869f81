#include "source/tree.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/progress.h"
#include "source/folder.h"
#include "source/front_matter.h"

#define MOST_DEPTH 100
#define MOST_FILES 10000
#define MOST_FILE_BYTES ((gsize) 4 * 1024 * 1024)
#define MOST_BYTES ((gsize) 64 * 1024 * 1024)

typedef struct {
    FolderRoot root;
    const gchar *path;       /* of the root */
    const gchar *shown_root; /* as messages show it: as the user typed it */
    SourceTree *tree;
    Diagnostics *sink;
    guint n_files;
    gsize n_bytes;
    gboolean full; /* a limit was met: nothing more is read */
} Reading;

/* A folder being read; its parents tell a loop of links. */
typedef struct Level {
    const struct Level *parent;
    const gchar *target; /* where it really stands below the root */
    const gchar *shown;  /* below the root, as the names are written */
    dev_t device;
    ino_t inode;
    guint depth;
    gboolean any_source; /* some .md stands here or below */
    gboolean annexes;    /* this is annexes/ or below it, where no index.md is needed */
} Level;

static void entry_free(SourceEntry *entry)
{
    if (!entry)
        return;
    g_free(entry->name);
    g_clear_pointer(&entry->children, g_ptr_array_unref);
    g_free(entry);
}

static SourceEntry *entry_new(const gchar *name, gboolean folder)
{
    SourceEntry *entry = g_new0(SourceEntry, 1);
    entry->name = g_utf8_make_valid(name, -1);
    if (folder)
        entry->children = g_ptr_array_new_with_free_func((GDestroyNotify) entry_free);
    return entry;
}

void source_tree_free(SourceTree *tree)
{
    if (!tree)
        return;
    entry_free(tree->root);
    entry_free(tree->closing);
    entry_free(tree->annexes);
    g_ptr_array_unref(tree->sources);
    g_free(tree->folder);
    g_free(tree);
}

/* A path below a root; names are bytes and need not be UTF-8. */
static gchar *path_below(const gchar *root, const gchar *below)
{
    g_autofree gchar *path = *below ? g_build_filename(root, below, NULL) : g_strdup(root);
    return g_utf8_make_valid(path, -1);
}

/* The path as messages show it. */
static gchar *shown_path(const Reading *reading, const gchar *below)
{
    return path_below(reading->shown_root, below);
}

/* The path that a source has: assets are looked for beside it. */
static gchar *source_path(const Reading *reading, const gchar *below)
{
    return path_below(reading->path, below);
}

static void report_path(Reading *reading, RuleId rule, const gchar *below)
{
    g_autofree gchar *path = shown_path(reading, below);
    diag_report(reading->sink, rule, SPAN_NONE, path, NULL);
}

static void report_unreadable(Reading *reading, const gchar *below, int error)
{
    g_autofree gchar *path = shown_path(reading, below);
    RuleId rule = error == ENOENT && *below == '\0' ? RULE_NO_SUCH_SOURCE : RULE_UNREADABLE;
    diag_report(reading->sink, rule, SPAN_NONE, path, g_strerror(error), NULL);
}

static void report_limit(Reading *reading, const gchar *below, const gchar *zh, const gchar *en)
{
    g_autofree gchar *path = shown_path(reading, below);
    g_autofree gchar *zh_text = g_strdup_printf("“%s”%s", path, zh);
    g_autofree gchar *en_text = g_strdup_printf("'%s' %s", path, en);
    diag_report(reading->sink, RULE_LIMIT, SPAN_NONE, zh_text, en_text, NULL);
}

static gboolean is_markdown_name(const gchar *name)
{
    return g_str_has_suffix(name, ".md");
}

static void report_read(Reading *reading, const gchar *below, ReadResult result)
{
    int error = errno;
    switch (result) {
    case READ_OK:
        break;
    case READ_TOO_LONG:
        report_limit(reading, below, "大于 4 MiB", "is larger than 4 MiB");
        break;
    case READ_NOT_REGULAR:
        report_path(reading, RULE_NOT_REGULAR_FILE, below);
        break;
    case READ_FAILED:
        report_unreadable(reading, below, error);
        break;
    }
}

/* Makes bytes a source of the tree: checked, and its front matter found. */
static void take_source(Reading *reading, SourceEntry *entry, const gchar *below, gchar *text,
                        gsize length)
{
    Source *source = source_new(source_path(reading, below), text, length);
    g_ptr_array_add(reading->tree->sources, source);
    if (!source_validate(source, reading->sink))
        return;
    FrontMatter front = front_matter_find(source, reading->sink);
    entry->source = source;
    entry->front_start = front.start;
    entry->front_end = front.end;
    entry->body_start = front.body;
}

/* Folders count as well: links to folders that hold links make many of a few. */
static gboolean count_file(Reading *reading)
{
    progress_at(PROGRESS_READING, reading->n_files, 0);
    if (!reading->full && ++reading->n_files > MOST_FILES) {
        report_limit(reading, "", "里多于 10000 个文件和文件夹",
                     "holds more than 10000 files and folders");
        reading->full = TRUE;
    }
    return !reading->full;
}

static gboolean count_bytes(Reading *reading, gsize more)
{
    reading->n_bytes += more;
    if (!reading->full && reading->n_bytes > MOST_BYTES) {
        report_limit(reading, "", "总共大于 64 MiB", "is larger than 64 MiB in all");
        reading->full = TRUE;
    }
    return !reading->full;
}

/* The bytes that stand for those of a file; no text where they are too many. */
static gboolean take_instead(const Reading *reading, const gchar *below, gchar **text,
                             gsize *length)
{
    g_autofree gchar *path = source_path(reading, below);
    GBytes *bytes =
        reading->tree->instead ? g_hash_table_lookup(reading->tree->instead, path) : NULL;

    if (!bytes)
        return FALSE;
    *length = g_bytes_get_size(bytes);
    *text = *length > MOST_FILE_BYTES ? NULL : g_memdup2(g_bytes_get_data(bytes, NULL), *length);
    return TRUE;
}

/* FALSE after reporting. */
static gboolean read_bytes(Reading *reading, const gchar *below, const gchar *target, gchar **text,
                           gsize *length)
{
    ReadResult result = READ_OK;

    if (take_instead(reading, below, text, length))
        result = *length > MOST_FILE_BYTES ? READ_TOO_LONG : READ_OK;
    else if (target)
        result = folder_read(&reading->root, target, MOST_FILE_BYTES, text, length);
    else
        result = file_read(reading->path, MOST_FILE_BYTES, text, length);
    report_read(reading, below, result);
    return result == READ_OK;
}

static void read_file(Reading *reading, SourceEntry *entry, const gchar *below, const gchar *target)
{
    if (!count_file(reading))
        return;
    gchar *text = NULL;
    gsize length = 0;
    if (!read_bytes(reading, below, target, &text, &length))
        return;
    if (count_bytes(reading, length))
        take_source(reading, entry, below, text, length);
    else
        g_free(text);
}

static gboolean is_own_ancestor(const Level *level)
{
    for (const Level *up = level->parent; up; up = up->parent) {
        if (up->device == level->device && up->inode == level->inode)
            return TRUE;
    }
    return FALSE;
}

static GPtrArray *level_names(Reading *reading, Level *level)
{
    if (!count_file(reading))
        return NULL;
    if (level->depth > MOST_DEPTH) {
        report_limit(reading, level->shown, "套在 100 层以上的文件夹里",
                     "is nested in more than 100 folders");
        return NULL;
    }
    GPtrArray *names =
        folder_names(&reading->root, level->target, ".md", &level->device, &level->inode);
    if (!names) {
        report_unreadable(reading, level->shown, errno);
    } else if (is_own_ancestor(level)) {
        report_unreadable(reading, level->shown, ELOOP);
        g_clear_pointer(&names, g_ptr_array_unref);
    }
    return names;
}

/* One folder with all below it. It comes back empty when nothing there is a source. */
static void read_folder(Reading *reading, SourceEntry *entry, Level *level);

static void add_folder(Reading *reading, SourceEntry *parent, Level *level, const gchar *name,
                       const gchar *shown, const gchar *target)
{
    SourceEntry *child = entry_new(name, TRUE);
    gboolean annexes = !level->parent && strcmp(name, "annexes") == 0;
    Level below = {.parent = level,
                   .target = target,
                   .shown = shown,
                   .depth = level->depth + 1,
                   .annexes = annexes || level->annexes};

    read_folder(reading, child, &below);
    level->any_source |= below.any_source;
    if (!child->source && child->children->len == 0)
        entry_free(child);
    else if (annexes)
        reading->tree->annexes = child;
    else
        g_ptr_array_add(parent->children, child);
}

static void add_file(Reading *reading, SourceEntry *parent, Level *level, const gchar *name,
                     const gchar *shown, const gchar *target)
{
    level->any_source = TRUE;
    if (strcmp(name, level->parent ? "index.md" : "bulletin.md") == 0) {
        read_file(reading, parent, shown, target);
        return;
    }
    SourceEntry *child = entry_new(name, FALSE);
    read_file(reading, child, shown, target);
    if (!child->source)
        entry_free(child);
    else if (!level->parent && strcmp(name, "closing.md") == 0)
        reading->tree->closing = child;
    else
        g_ptr_array_add(parent->children, child);
}

static void read_name(Reading *reading, SourceEntry *entry, Level *level, const gchar *name)
{
    g_autofree gchar *target = NULL;
    g_autofree gchar *shown =
        *level->shown ? g_strconcat(level->shown, "/", name, NULL) : g_strdup(name);
    Found found = folder_look(&reading->root, level->target, name, &target);
    switch (found) {
    case FOUND_FOLDER:
        add_folder(reading, entry, level, name, shown, target);
        break;
    case FOUND_FILE:
        if (is_markdown_name(name))
            add_file(reading, entry, level, name, shown, target);
        break;
    case FOUND_OTHER:
        if (is_markdown_name(name))
            report_path(reading, RULE_NOT_REGULAR_FILE, shown);
        break;
    case FOUND_OUTSIDE:
        report_path(reading, RULE_LINK_OUTSIDE, shown);
        break;
    case FOUND_NOTHING:
        report_unreadable(reading, shown, errno);
        break;
    }
    if (found >= FOUND_OTHER)
        level->any_source |= is_markdown_name(name);
}

static void report_missing_index(Reading *reading, const Level *level)
{
    if (level->parent)
        report_path(reading, RULE_NO_INDEX_FILE, level->shown);
    else
        report_path(reading, level->any_source ? RULE_NO_BULLETIN_FILE : RULE_EMPTY_FOLDER, "");
}

static gboolean has_name(const GPtrArray *names, const gchar *name)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *) names, name, g_str_equal, NULL);
}

static void read_folder(Reading *reading, SourceEntry *entry, Level *level)
{
    g_autoptr(GPtrArray) names = level_names(reading, level);
    if (!names)
        return;
    for (guint i = 0; i < names->len && !reading->full; i++)
        read_name(reading, entry, level, g_ptr_array_index(names, i));
    gboolean has_index = has_name(names, level->parent ? "index.md" : "bulletin.md");
    gboolean needed = !level->parent || (level->any_source && !level->annexes);
    if (!has_index && !reading->full && needed)
        report_missing_index(reading, level);
}

static void read_root_folder(Reading *reading)
{
    reading->tree->folder = g_strdup(reading->path);
    reading->tree->root = entry_new(reading->path, TRUE);
    Level level = {.target = "", .shown = ""};
    read_folder(reading, reading->tree->root, &level);
    folder_root_close(&reading->root);
    if (!level.any_source)
        g_clear_pointer(&reading->tree->root, entry_free);
}

static void read_root_file(Reading *reading)
{
    gchar *text = NULL;
    gsize length = 0;
    if (!read_bytes(reading, "", NULL, &text, &length))
        return;
    g_autofree gchar *name = g_path_get_basename(reading->path);
    reading->tree->folder = g_path_get_dirname(reading->path);
    reading->tree->root = entry_new(name, FALSE);
    take_source(reading, reading->tree->root, "", text, length);
}

static SourceTree *read_tree(const gchar *path, const gchar *shown, GHashTable *texts,
                             Diagnostics *sink)
{
    g_autoptr(SourceTree) tree = g_new0(SourceTree, 1);
    tree->instead = texts;
    tree->sources = sources_new();
    Reading reading = {.path = path, .shown_root = shown, .tree = tree, .sink = sink};
    if (folder_root_open(&reading.root, path))
        read_root_folder(&reading);
    else if (errno == ENOTDIR)
        read_root_file(&reading);
    else
        report_unreadable(&reading, "", errno);
    /* Once a source was read the tree is kept, though it may hold nothing usable: what was reported
     * points into the source. */
    return tree->root ? g_steal_pointer(&tree) : NULL;
}

SourceTree *source_tree_read(const gchar *path, Diagnostics *sink)
{
    return read_tree(path, path, NULL, sink);
}

SourceTree *source_tree_read_shown(const gchar *path, const gchar *shown, Diagnostics *sink)
{
    return read_tree(path, shown, NULL, sink);
}

SourceTree *source_tree_read_instead(const gchar *path, GHashTable *texts, Diagnostics *sink)
{
    return read_tree(path, path, texts, sink);
}
