/* Folders and files below one root, from which nothing leads out: every path is opened from the
 * root, part by part, without following links; a link is followed only by its resolved name. */
#ifndef MKB_SOURCE_FOLDER_H
#define MKB_SOURCE_FOLDER_H

#include <glib.h>
#include <sys/types.h>

typedef struct {
    gchar *real; /* resolved path of the root */
    int fd;
} FolderRoot;

typedef enum {
    FOUND_FILE,
    FOUND_FOLDER,
    FOUND_OTHER,   /* a FIFO, socket or device: never opened */
    FOUND_OUTSIDE, /* a link that leads out of the root */
    FOUND_NOTHING, /* errno says why */
} Found;

typedef enum { READ_OK, READ_TOO_LONG, READ_NOT_REGULAR, READ_FAILED } ReadResult;

/* FALSE with errno when the path is no folder that can be opened. */
gboolean folder_root_open(FolderRoot *root, const gchar *path);
void folder_root_close(FolderRoot *root);

/* What `name` in the folder `within` (both relative to the root, "" is the root) is. *target is
 * where it really stands below the root. (out) (transfer full) */
Found folder_look(const FolderRoot *root, const gchar *within, const gchar *name, gchar **target);

/* The same for a path as any program would open it, by way of links or .. : *target has none. */
Found folder_resolve(const FolderRoot *root, const gchar *path, gchar **target);

/* Names in a folder that can be sources, in their order: by leading number, then by code point.
 * `suffix` is of the files that matter to the caller, NULL if all do (base/deps.h).
 * NULL with errno. The folder's identity tells a loop of links. (transfer full) */
GPtrArray *folder_names(const FolderRoot *root, const gchar *target, const gchar *suffix,
                        dev_t *device, ino_t *inode);

/* Reads a file of at most `most` bytes; errno is set for READ_FAILED. (out) (transfer full) */
ReadResult folder_read(const FolderRoot *root, const gchar *target, gsize most, gchar **text,
                       gsize *length);

/* The same for a file that stands in no root, such as one named on the command line. */
ReadResult file_read(const gchar *path, gsize most, gchar **text, gsize *length);

/* The order of two names. */
gint folder_name_compare(const gchar *a, const gchar *b);

#endif
