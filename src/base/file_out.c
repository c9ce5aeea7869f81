#include "base/file_out.h"

#include "base/file_temp.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* As many symbolic links as the kernel follows. */
enum { MAX_LINKS = 40 };

typedef enum {
    TARGET_FILE,   /* replaced by rename */
    TARGET_STREAM, /* a device, a FIFO, standard output: there is nothing to rename over */
} TargetKind;

typedef struct {
    const OutputFile *file;
    TargetKind kind;
    gchar *place; /* the file itself, symbolic links followed */
    mode_t mode;
    TempFile temp;
} Target;

static void target_free(gpointer data)
{
    Target *target = data;

    temp_discard(&target->temp);
    g_free(target->place);
    g_free(target);
}

/* By its name too: opened anew, a file that it is sent to would be written from its start. */
static gboolean is_stdout(const OutputFile *file)
{
    return strcmp(file->path, "-") == 0 || strcmp(file->path, "/dev/stdout") == 0;
}

const gchar *error_in_chinese(int error)
{
    switch (error) {
    case ENOSPC:
        return "磁盘已满";
    case EDQUOT:
        return "超出磁盘配额";
    case EACCES:
    case EPERM:
        return "没有写入权限";
    case EROFS:
        return "只读文件系统";
    case EFBIG:
        return "超出文件大小的限制";
    case EIO:
        return "磁盘读写出错";
    case EPIPE:
        return "接收的一方已经关闭";
    case ENAMETOOLONG:
        return "文件名太长";
    case ELOOP:
        return "符号链接成环";
    default:
        return g_strerror(error);
    }
}

static gboolean report(Diagnostics *sink, RuleId rule, const OutputFile *file, int error)
{
    diag_report(sink, rule, SPAN_NONE, is_stdout(file) ? "stdout" : file->path,
                error_in_chinese(error), g_strerror(error), NULL);
    return FALSE;
}

/* Follows symbolic links at the end of a path, also to a file that is not there yet. */
static gchar *follow_links(const gchar *path)
{
    gchar *place = g_strdup(path);

    for (guint i = 0; i < MAX_LINKS; i++) {
        g_autofree gchar *link = g_file_read_link(place, NULL);
        if (!link)
            break;
        g_autofree gchar *folder = g_path_get_dirname(place);
        g_free(place);
        place = g_path_is_absolute(link) ? g_strdup(link) : g_build_filename(folder, link, NULL);
    }
    return place;
}

static gboolean same_file(const gchar *path, const struct stat *status)
{
    struct stat other;

    return lstat(path, &other) == 0 && other.st_dev == status->st_dev &&
           other.st_ino == status->st_ino;
}

/* What stands at the target decides how it is written. */
static gboolean target_look(Target *target, Diagnostics *sink)
{
    const OutputFile *file = target->file;
    struct stat status;

    if (is_stdout(file)) {
        target->kind = TARGET_STREAM;
        return TRUE;
    }
    target->place = follow_links(file->path);
    if (stat(file->path, &status) != 0)
        return errno == ENOENT || errno == ENOTDIR || report(sink, RULE_OUTPUT_WRITE, file, errno);
    if (S_ISDIR(status.st_mode)) {
        diag_report(sink, RULE_OUTPUT_IS_FOLDER, SPAN_NONE, file->path, NULL);
        return FALSE;
    }
    /* /dev/fd/3 may lead to a file whose name is gone. */
    if (!S_ISREG(status.st_mode) || !same_file(target->place, &status)) {
        target->kind = TARGET_STREAM;
        return TRUE;
    }
    target->mode = status.st_mode & 0777;
    /* A rename needs no right to the old file; a file set read-only is meant to stay. */
    return faccessat(AT_FDCWD, target->place, W_OK, AT_EACCESS) == 0 ||
           report(sink, RULE_OUTPUT_WRITE, file, errno);
}

/* The folder's descriptor, open until all is done; -1 after reporting. */
static int open_folder(GHashTable *folders, const OutputFile *file, const gchar *path,
                       Diagnostics *sink)
{
    gpointer known;

    if (g_hash_table_lookup_extended(folders, path, NULL, &known))
        return GPOINTER_TO_INT(known);
    int fd = temp_folder_open(path);
    if (fd >= 0)
        g_hash_table_insert(folders, g_strdup(path), GINT_TO_POINTER(fd));
    else if (errno == ENOENT || errno == ENOTDIR)
        diag_report(sink, RULE_OUTPUT_FOLDER, SPAN_NONE, path, NULL);
    else
        report(sink, RULE_OUTPUT_WRITE, file, errno);
    return fd;
}

static gboolean target_prepare(Target *target, GHashTable *folders, Diagnostics *sink)
{
    if (!target_look(target, sink))
        return FALSE;
    if (target->kind == TARGET_STREAM)
        return TRUE;
    g_autofree gchar *path = g_path_get_dirname(target->place);
    int folder = open_folder(folders, target->file, path, sink);
    return folder >= 0 && (temp_write(&target->temp, folder, target->mode, target->file->bytes) ||
                           report(sink, RULE_OUTPUT_WRITE, target->file, errno));
}

static gboolean stream_write(const Target *target, Diagnostics *sink)
{
    const OutputFile *file = target->file;
    gboolean standard = is_stdout(file);
    int flags = O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY;
    int fd = standard ? STDOUT_FILENO : TEMP_FAILURE_RETRY(open(file->path, flags));

    if (fd < 0)
        return report(sink, RULE_OUTPUT_STREAM, file, errno);
    gboolean written = write_all(fd, file->bytes) && flush_errors(fd);
    int error = errno;
    if (!standard && close(fd) != 0 && errno != EINTR && written) {
        written = FALSE;
        error = errno;
    }
    return written || report(sink, RULE_OUTPUT_STREAM, file, error);
}

/* One of several may have to be undone. */
static gboolean target_rename(Target *target, gboolean alone, Diagnostics *sink)
{
    g_autofree gchar *name = g_path_get_basename(target->place);
    gboolean done = alone ? temp_rename(&target->temp, name) : temp_exchange(&target->temp, name);

    return done || report(sink, RULE_OUTPUT_WRITE, target->file, errno);
}

static gboolean target_confirm(const Target *target, Diagnostics *sink)
{
    return temp_folder_confirm(target->temp.folder) ||
           report(sink, RULE_OUTPUT_UNCONFIRMED, target->file, errno);
}

/* An interrupt waits until no file is left under its hidden name. */
static void hold_interrupts(sigset_t *before)
{
    sigset_t held;

    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigprocmask(SIG_BLOCK, &held, before);
}

static gboolean prepare_all(GPtrArray *targets, GHashTable *folders, Diagnostics *sink)
{
    for (guint i = 0; i < targets->len; i++)
        if (!target_prepare(g_ptr_array_index(targets, i), folders, sink))
            return FALSE;
    return TRUE;
}

static gboolean stream_all(GPtrArray *targets, Diagnostics *sink)
{
    for (guint i = 0; i < targets->len; i++) {
        const Target *target = g_ptr_array_index(targets, i);
        if (target->kind == TARGET_STREAM && !stream_write(target, sink))
            return FALSE;
    }
    return TRUE;
}

static guint count_files(const GPtrArray *targets)
{
    guint count = 0;

    for (guint i = 0; i < targets->len; i++)
        count += ((const Target *) g_ptr_array_index(targets, i))->kind == TARGET_FILE;
    return count;
}

static gboolean rename_all(GPtrArray *targets, Diagnostics *sink)
{
    gboolean ok = TRUE, alone = count_files(targets) == 1;

    for (guint i = 0; ok && i < targets->len; i++) {
        Target *target = g_ptr_array_index(targets, i);
        ok = target->kind != TARGET_FILE || target_rename(target, alone, sink);
    }
    for (guint i = 0; !ok && i < targets->len; i++) {
        Target *target = g_ptr_array_index(targets, i);
        if (!temp_undo(&target->temp))
            report(sink, RULE_OUTPUT_NOT_UNDONE, target->file, errno);
    }
    for (guint i = 0; ok && i < targets->len; i++) {
        const Target *target = g_ptr_array_index(targets, i);
        ok = target->kind != TARGET_FILE || target_confirm(target, sink);
    }
    return ok;
}

static gboolean write_targets(GPtrArray *targets, GHashTable *folders, Diagnostics *sink)
{
    sigset_t before;

    hold_interrupts(&before);
    gboolean ok = prepare_all(targets, folders, sink);
    sigprocmask(SIG_SETMASK, &before, NULL);
    /* A FIFO may wait for its reader: that can be interrupted. */
    ok = ok && stream_all(targets, sink);
    hold_interrupts(&before);
    ok = ok && rename_all(targets, sink);
    g_ptr_array_set_size(targets, 0); /* what was not renamed is removed */
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
}

static void close_folder(gpointer fd)
{
    close(GPOINTER_TO_INT(fd));
}

gboolean output_files_write(const OutputFile *files, gsize n_files, Diagnostics *sink)
{
    g_autoptr(GPtrArray) targets = g_ptr_array_new_with_free_func(target_free);
    g_autoptr(GHashTable) folders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, close_folder);

    for (gsize i = 0; i < n_files; i++) {
        Target *target = g_new0(Target, 1);
        target->file = &files[i];
        target->mode = TEMP_MODE_NEW;
        target->temp = TEMP_FILE_NONE;
        g_ptr_array_add(targets, target);
    }
    return write_targets(targets, folders, sink);
}

gboolean output_folder_check(const gchar *path, Diagnostics *sink)
{
    g_autofree gchar *place = follow_links(path);
    g_autofree gchar *folder = g_path_get_dirname(place);
    gboolean there = g_file_test(folder, G_FILE_TEST_IS_DIR);

    if (!there)
        diag_report(sink, RULE_OUTPUT_FOLDER, SPAN_NONE, folder, NULL);
    return there;
}
