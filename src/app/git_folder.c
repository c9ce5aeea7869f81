#include "app/git_folder.h"

#include "base/file_temp.h"
#include "base/folder_temp.h"
#include "base/late.h"
#include "base/version.h"

#include <errno.h>
#include <fcntl.h>
#include <git2.h>
#include <string.h>
#include <unistd.h>

/* clang-format off: a line each */
#define FUNCTIONS(F) \
    F(git, blob_free) \
    F(git, blob_lookup) \
    F(git, blob_rawcontent) \
    F(git, blob_rawsize) \
    F(git, error_last) \
    F(git, libgit2_init) \
    F(git, libgit2_opts) \
    F(git, libgit2_shutdown) \
    F(git, libgit2_version) \
    F(git, object_free) \
    F(git, object_peel) \
    F(git, odb_free) \
    F(git, odb_read_header) \
    F(git, repository_free) \
    F(git, repository_odb) \
    F(git, repository_open_ext) \
    F(git, repository_workdir) \
    F(git, revparse_single) \
    F(git, tree_entry_byindex) \
    F(git, tree_entry_bypath) \
    F(git, tree_entry_filemode) \
    F(git, tree_entry_free) \
    F(git, tree_entry_id) \
    F(git, tree_entry_name) \
    F(git, tree_entry_type) \
    F(git, tree_entrycount) \
    F(git, tree_free) \
    F(git, tree_id) \
    F(git, tree_lookup)
/* clang-format on */

LATE_LIBRARY(git, SONAME_LIBGIT2, FUNCTIONS)

/* What a bulletin may have is less: these only keep a repository from filling the disk. */
#define MOST_DEPTH 100
#define MOST_FILES 20000
#define MOST_BYTES ((guint64) 1024 * 1024 * 1024)

struct GitFolder {
    FolderTemp *root;
    gchar *path; /* in it */
};

typedef struct {
    git_repository *repository;
    git_odb *objects;
    const gchar *shown, *revision;
    Diagnostics *sink;
    guint files;
    guint64 bytes;
} Reading;

/* ---- telling ---- */

static void report_git(const Reading *reading, RuleId rule)
{
    const git_error *error = git.error_last();

    diag_report(reading->sink, rule, SPAN_NONE, reading->shown, reading->revision,
                error && error->message ? error->message : "", NULL);
}

static gboolean report_disk(const Reading *reading, const gchar *path)
{
    diag_report(reading->sink, RULE_GIT_CHECKOUT, SPAN_NONE, path, g_strerror(errno), NULL);
    return FALSE;
}

static gboolean report_size(const Reading *reading)
{
    diag_report(reading->sink, RULE_GIT_SIZE, SPAN_NONE, reading->shown, reading->revision, NULL);
    return FALSE;
}

/* ---- what may be read ---- */

/* Counts what the object says that it is long, before libgit2 makes room for so much. */
static gboolean admit(Reading *reading, const git_oid *id)
{
    gsize length;
    git_object_t type;

    if (git.odb_read_header(&length, &type, reading->objects, id) != 0) {
        report_git(reading, RULE_GIT_OBJECT);
        return FALSE;
    }
    gboolean fits = length <= MOST_BYTES - reading->bytes && ++reading->files <= MOST_FILES;
    if (fits)
        reading->bytes += length;
    return fits || report_size(reading);
}

/* ---- writing ---- */

static gboolean is_safe(const gchar *name)
{
    return *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !strchr(name, '/');
}

static gboolean write_link(const Reading *reading, const gchar *path, const gchar *text,
                           gsize length)
{
    g_autofree gchar *target = g_strndup(text, length);

    return TEMP_FAILURE_RETRY(symlink(target, path)) == 0 || report_disk(reading, path);
}

static gboolean write_bytes(const Reading *reading, const gchar *path, const gchar *text,
                            gsize length)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, length);
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = TEMP_FAILURE_RETRY(open(path, flags, 0600));
    gboolean written = fd >= 0 && write_all(fd, bytes);
    int error = errno;

    if (fd >= 0 && close(fd) != 0 && errno != EINTR && written) {
        written = FALSE;
        error = errno;
    }
    errno = error;
    return written || report_disk(reading, path);
}

static gboolean write_blob(Reading *reading, const git_tree_entry *entry, const gchar *path)
{
    git_blob *blob = NULL;

    if (!admit(reading, git.tree_entry_id(entry)))
        return FALSE;
    if (git.blob_lookup(&blob, reading->repository, git.tree_entry_id(entry)) != 0) {
        report_git(reading, RULE_GIT_OBJECT);
        return FALSE;
    }
    gsize length = (gsize) git.blob_rawsize(blob);
    const gchar *text = git.blob_rawcontent(blob);
    gboolean good;
    if (git.tree_entry_filemode(entry) == GIT_FILEMODE_LINK)
        good = write_link(reading, path, text, length);
    else
        good = write_bytes(reading, path, text ? text : "", length);
    git.blob_free(blob);
    return good;
}

static gboolean write_tree(Reading *reading, const git_oid *id, const gchar *path, guint depth);

/* Submodules are other repositories. */
static gboolean write_entry(Reading *reading, const git_tree_entry *entry, const gchar *path,
                            guint depth)
{
    switch (git.tree_entry_type(entry)) {
    case GIT_OBJECT_TREE:
        return write_tree(reading, git.tree_entry_id(entry), path, depth + 1);
    case GIT_OBJECT_BLOB:
        return write_blob(reading, entry, path);
    default:
        return TRUE;
    }
}

static gboolean write_tree(Reading *reading, const git_oid *id, const gchar *path, guint depth)
{
    git_tree *tree = NULL;
    gboolean good = TRUE;

    if (depth > MOST_DEPTH)
        return report_size(reading);
    if (!admit(reading, id))
        return FALSE;
    if (git.tree_lookup(&tree, reading->repository, id) != 0) {
        report_git(reading, RULE_GIT_OBJECT);
        return FALSE;
    }
    if (TEMP_FAILURE_RETRY(mkdir(path, 0700)) != 0)
        good = report_disk(reading, path);
    for (gsize i = 0; good && i < git.tree_entrycount(tree); i++) {
        const git_tree_entry *entry = git.tree_entry_byindex(tree, i);
        g_autofree gchar *below = g_build_filename(path, git.tree_entry_name(entry), NULL);
        if (is_safe(git.tree_entry_name(entry)))
            good = write_entry(reading, entry, below, depth);
    }
    git.tree_free(tree);
    return good;
}

/* ---- finding ---- */

/* The nearest folder above that is still there: it may be the revision alone that has the rest.
 * (transfer full) */
static gchar *real_path(const gchar *path)
{
    g_autofree gchar *whole = g_canonicalize_filename(path, NULL);
    gchar *real = realpath(whole, NULL);

    if (real) {
        gchar *copy = g_strdup(real);
        free(real);
        return copy;
    }
    g_autofree gchar *parent = g_path_get_dirname(whole);
    if (strcmp(parent, whole) == 0)
        return g_strdup(whole);
    g_autofree gchar *name = g_path_get_basename(whole);
    g_autofree gchar *above = real_path(parent);
    return g_build_filename(above, name, NULL);
}

/* Not what the machine and the user have set for git: no answer depends on it. With it goes
 * safe.directory, and so the check that it is for: whose repository it is matters to programs that
 * run what its configuration names, and here nothing is run. */
static void read_repository_alone(void)
{
    static const int levels[] = {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                                 GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL};

    for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
        git.libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
    git.libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

static gboolean open_repository(Reading *reading, const gchar *real)
{
    g_autofree gchar *start = g_strdup(real);

    while (!g_file_test(start, G_FILE_TEST_IS_DIR)) {
        gchar *parent = g_path_get_dirname(start);
        g_free(start);
        start = parent;
    }
    if (git.repository_open_ext(&reading->repository, start, 0, NULL) == 0 &&
        git.repository_workdir(reading->repository) &&
        git.repository_odb(&reading->objects, reading->repository) == 0)
        return TRUE;
    report_git(reading, RULE_GIT_NO_REPOSITORY);
    return FALSE;
}

/* The path below the work tree; "" for all of it; NULL where it is elsewhere. (transfer full) */
static gchar *path_below(const Reading *reading, const gchar *real)
{
    g_autofree gchar *top = real_path(git.repository_workdir(reading->repository));
    gsize length = strlen(top);

    if (strcmp(real, top) == 0)
        return g_strdup("");
    if (g_str_has_prefix(real, top) && real[length] == '/')
        return g_strdup(real + length + 1);
    return NULL;
}

/* (transfer full) (nullable) */
static git_tree *revision_tree(const Reading *reading)
{
    git_object *object = NULL, *tree = NULL;

    if (git.revparse_single(&object, reading->repository, reading->revision) != 0 ||
        git.object_peel(&tree, object, GIT_OBJECT_TREE) != 0)
        report_git(reading, RULE_GIT_NO_REVISION);
    git.object_free(object);
    return (git_tree *) tree;
}

static gboolean write_path(Reading *reading, git_tree *tree, const gchar *below, const gchar *path)
{
    git_tree_entry *entry = NULL;

    if (*below == '\0')
        return write_tree(reading, git.tree_id(tree), path, 0);
    if (git.tree_entry_bypath(&entry, tree, below) != 0) {
        report_git(reading, RULE_GIT_NO_PATH);
        return FALSE;
    }
    gboolean good = write_entry(reading, entry, path, 0);
    git.tree_entry_free(entry);
    return good;
}

static gboolean read_revision(Reading *reading, const GitFolder *folder, const gchar *real)
{
    g_autofree gchar *below = path_below(reading, real);
    git_tree *tree = revision_tree(reading);

    if (!tree)
        return FALSE;
    gboolean good = below && write_path(reading, tree, below, folder->path);
    if (!below)
        report_git(reading, RULE_GIT_NO_PATH);
    git.tree_free(tree);
    return good;
}

GitFolder *git_folder_new(const gchar *path, const gchar *revision, Diagnostics *sink)
{
    if (!late_open(&git_library, SPAN_NONE, sink))
        return NULL;
    GitFolder *folder = g_new0(GitFolder, 1);
    Reading reading = {.shown = path, .revision = revision, .sink = sink};
    g_autofree gchar *real = real_path(path);
    g_autofree gchar *name = g_path_get_basename(real);

    folder->root = folder_temp_new();
    if (!folder->root) {
        report_disk(&reading, g_get_tmp_dir());
        git_folder_free(folder);
        return NULL;
    }
    folder->path = g_build_filename(folder_temp_path(folder->root), name, NULL);
    git.libgit2_init();
    read_repository_alone();
    gboolean good = open_repository(&reading, real) && read_revision(&reading, folder, real);
    git.odb_free(reading.objects);
    git.repository_free(reading.repository);
    git.libgit2_shutdown();
    if (!good)
        g_clear_pointer(&folder, git_folder_free);
    return folder;
}

const gchar *git_folder_path(const GitFolder *folder)
{
    return folder->path;
}

const gchar *git_folder_root(const GitFolder *folder)
{
    return folder_temp_path(folder->root);
}

/* ---- the end ---- */

void git_folder_free(GitFolder *folder)
{
    g_clear_pointer(&folder->root, folder_temp_free);
    g_free(folder->path);
    g_free(folder);
}

void git_versions(GArray *versions)
{
    g_autofree gchar *running = NULL;
    int major, minor, patch;

    if (late_open(&git_library, SPAN_NONE, NULL)) {
        git.libgit2_version(&major, &minor, &patch);
        running = version_text((guint) major, (guint) minor, (guint) patch);
    }
    versions_add_late(versions, "libgit2", LIBGIT2_VERSION, running);
}
