#include "source/folder.h"

#include "base/deps.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* O_NONBLOCK: opening a FIFO that has taken a file's place must not wait for a writer. */
#define OPEN_FLAGS (O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)

/* A folder to go through, not to be listed: for that nobody needs the right to read it. */
#define ON_THE_WAY (O_PATH | O_DIRECTORY | O_NOFOLLOW)

static int open_at(int folder, const gchar *name, int flags)
{
    int fd;
    do {
        fd = openat(folder, name, OPEN_FLAGS | flags);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

gboolean folder_root_open(FolderRoot *root, const gchar *path)
{
    root->fd = -1;
    deps_note_place(path);
    root->real = realpath(path, NULL);
    if (!root->real)
        return FALSE;
    root->fd = open_at(AT_FDCWD, root->real, ON_THE_WAY);
    if (root->fd >= 0)
        return TRUE;
    int error = errno;
    folder_root_close(root);
    errno = error;
    return FALSE;
}

void folder_root_close(FolderRoot *root)
{
    if (root->fd >= 0)
        close(root->fd);
    root->fd = -1;
    free(root->real); /* realpath's own memory */
    root->real = NULL;
}

/* Opens a resolved path part by part, so that no part can be a link, whatever was put there since
 * it was looked at. */
static int open_below(const FolderRoot *root, const gchar *target)
{
    if (*target == '\0')
        return open_at(root->fd, ".", O_DIRECTORY);
    g_auto(GStrv) parts = g_strsplit(target, "/", -1);
    int fd = root->fd;
    for (guint i = 0; parts[i] && fd >= 0; i++) {
        int next = open_at(fd, parts[i], parts[i + 1] ? ON_THE_WAY : O_NOFOLLOW);
        int error = errno;
        if (fd != root->fd)
            close(fd);
        errno = error;
        fd = next;
    }
    return fd;
}

static gchar *join(const gchar *within, const gchar *name)
{
    return *within ? g_strconcat(within, "/", name, NULL) : g_strdup(name);
}

static Found kind_of(mode_t mode)
{
    return S_ISREG(mode) ? FOUND_FILE : S_ISDIR(mode) ? FOUND_FOLDER : FOUND_OTHER;
}

/* The part of a resolved path that lies below the root, or NULL. */
static const gchar *part_below(const FolderRoot *root, const gchar *path)
{
    gsize length = strlen(root->real);
    if (length == 1) /* the root is / */
        return path + 1;
    if (strncmp(path, root->real, length) != 0)
        return NULL;
    if (path[length] == '\0')
        return path + length;
    return path[length] == '/' ? path + length + 1 : NULL;
}

Found folder_resolve(const FolderRoot *root, const gchar *path, gchar **target)
{
    *target = NULL;
    deps_note_place(path);
    char *real = realpath(path, NULL);
    if (!real)
        return FOUND_NOTHING;
    struct stat at;
    Found found = FOUND_OUTSIDE;
    const gchar *below = part_below(root, real);
    if (below) {
        found = lstat(real, &at) == 0 ? kind_of(at.st_mode) : FOUND_NOTHING;
        *target = found == FOUND_NOTHING ? NULL : g_strdup(below);
    }
    free(real);
    return found;
}

static Found follow(const FolderRoot *root, const gchar *link, gchar **target)
{
    g_autofree gchar *path = g_strconcat(root->real, "/", link, NULL);
    return folder_resolve(root, path, target);
}

Found folder_look(const FolderRoot *root, const gchar *within, const gchar *name, gchar **target)
{
    *target = NULL;
    g_autofree gchar *path = join(within, name);
    struct stat at;
    if (fstatat(root->fd, path, &at, AT_SYMLINK_NOFOLLOW) != 0) {
        int error = errno;
        g_autofree gchar *full = g_build_filename(root->real, path, NULL);
        deps_note_place(full);
        errno = error;
        return FOUND_NOTHING;
    }
    if (S_ISLNK(at.st_mode))
        return follow(root, path, target);
    *target = g_steal_pointer(&path);
    return kind_of(at.st_mode);
}

/* Leading digits as a number of any length: without their zeros, the longer is the greater. */
static gint compare_numbers(const gchar *a, const gchar *b)
{
    gsize a_digits = strspn(a, "0123456789"), b_digits = strspn(b, "0123456789");
    if (a_digits == 0 || b_digits == 0)
        return (a_digits == 0) - (b_digits == 0);
    gsize a_zeros = MIN(strspn(a, "0"), a_digits), b_zeros = MIN(strspn(b, "0"), b_digits);
    gsize a_length = a_digits - a_zeros, b_length = b_digits - b_zeros;
    if (a_length != b_length)
        return a_length < b_length ? -1 : 1;
    return strncmp(a + a_zeros, b + b_zeros, a_length);
}

gint folder_name_compare(const gchar *a, const gchar *b)
{
    gint order = compare_numbers(a, b);
    return order != 0 ? order : strcmp(a, b); /* the order of UTF-8 bytes is that of code points */
}

static gint compare_elements(gconstpointer a, gconstpointer b)
{
    return folder_name_compare(*(const gchar *const *) a, *(const gchar *const *) b);
}

GPtrArray *folder_names(const FolderRoot *root, const gchar *target, const gchar *suffix,
                        dev_t *device, ino_t *inode)
{
    g_autofree gchar *full = g_build_filename(root->real, target, NULL);
    deps_note_folder(full, suffix);
    int fd = open_below(root, target);
    if (fd < 0)
        return NULL;
    struct stat at;
    DIR *folder = fstat(fd, &at) == 0 ? fdopendir(fd) : NULL;
    if (!folder) {
        int error = errno;
        close(fd);
        errno = error;
        return NULL;
    }
    *device = at.st_dev;
    *inode = at.st_ino;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    errno = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.' && entry->d_name[0] != '_')
            g_ptr_array_add(names, g_strdup(entry->d_name));
        errno = 0;
    }
    int error = errno;
    closedir(folder);
    errno = error;
    if (error != 0)
        return NULL;
    g_ptr_array_sort(names, compare_elements);
    return g_steal_pointer(&names);
}

/* As much as there is, one byte more than `most` at the most; `*have` is how much. The room is that
 * of the size that the file has, which may grow. NULL: errno says why. (transfer full) */
static gchar *read_bytes(int fd, gsize size, gsize most, gsize *have)
{
    gsize room = size + 1;
    g_autofree gchar *bytes = g_malloc(room + 1);

    *have = 0;
    while (*have <= most) {
        if (*have == room) {
            room = MIN(2 * room, most + 1);
            bytes = g_realloc(bytes, room + 1);
        }
        gssize n = read(fd, bytes + *have, room - *have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return NULL;
        if (n == 0)
            break;
        *have += (gsize) n;
    }
    bytes[*have] = '\0';
    return g_steal_pointer(&bytes);
}

static ReadResult read_all(int fd, gsize most, gchar **text, gsize *length)
{
    struct stat at;
    if (fstat(fd, &at) != 0)
        return READ_FAILED;
    if (!S_ISREG(at.st_mode))
        return READ_NOT_REGULAR;
    if (at.st_size > (off_t) most)
        return READ_TOO_LONG;
    gsize have;
    g_autofree gchar *bytes = read_bytes(fd, (gsize) at.st_size, most, &have);
    if (!bytes)
        return READ_FAILED;
    if (have > most)
        return READ_TOO_LONG;
    *text = g_realloc(g_steal_pointer(&bytes), have + 1);
    *length = have;
    return READ_OK;
}

static ReadResult read_and_close(int fd, gsize most, gchar **text, gsize *length)
{
    if (fd < 0)
        return READ_FAILED;
    ReadResult result = read_all(fd, most, text, length);
    int error = errno;
    close(fd);
    errno = error;
    return result;
}

ReadResult folder_read(const FolderRoot *root, const gchar *target, gsize most, gchar **text,
                       gsize *length)
{
    g_autofree gchar *full = g_build_filename(root->real, target, NULL);
    deps_note_file(full);
    return read_and_close(open_below(root, target), most, text, length);
}

ReadResult file_read(const gchar *path, gsize most, gchar **text, gsize *length)
{
    struct stat at;
    deps_note_file(path);
    if (stat(path, &at) == 0 && !S_ISREG(at.st_mode))
        return READ_NOT_REGULAR;
    return read_and_close(open_at(AT_FDCWD, path, 0), most, text, length);
}
