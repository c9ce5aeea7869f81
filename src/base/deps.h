/* What a build depends on, collected while it reads: whoever opens a file, lists a folder or looks
 * for a name that may not be there notes it here. Each is noted with its state at that moment, so
 * that a change between reading and watching is not lost. */
#ifndef MKB_BASE_DEPS_H
#define MKB_BASE_DEPS_H

#include <glib.h>

typedef enum {
    DEP_FILE,   /* read, or to be read: identity, size, times */
    DEP_FOLDER, /* listed: the names in it */
    DEP_PLACE   /* looked for: where the path leads, or that it leads nowhere */
} DepKind;

typedef struct Deps Deps;

Deps *deps_new(void);
void deps_free(Deps *deps);

/* From now on what this thread reads is noted in `deps`; NULL: nowhere. Returns what it was before.
 * (nullable) (transfer none) */
Deps *deps_record(Deps *deps);

/* Called just before the file is opened, so that a change while it is read is one afterwards. What
 * was noted already keeps its first state. Without deps_record() these do nothing. */
void deps_note_file(const gchar *path);

/* Of the files in the folder those whose names end with `suffix` count (NULL: all), and all folders
 * and links; hidden names never do. */
void deps_note_folder(const gchar *path, const gchar *suffix);
void deps_note_place(const gchar *path);

/* The same into a set that is named. `suffix` is for DEP_FOLDER, else NULL. */
void deps_add(Deps *deps, DepKind kind, const gchar *path, const gchar *suffix);

/* Whether a file of those that this thread notes is the one at a path, by whatever name. */
gboolean deps_noted(const gchar *path);

/* The paths of one kind, absolute, sorted by bytes, each once, whether it is there or not; ended by
 * NULL. (transfer full) (element-type filename) */
GPtrArray *deps_paths(const Deps *deps, DepKind kind);

/* The state of all, when it was noted and as it is now; any difference is a change. A file that was
 * written only just before it was noted may have been changed without a trace, for clocks of file
 * systems are coarse: such a set is never as it was. (transfer full) */
gchar *deps_state_noted(const Deps *deps);
gchar *deps_state_now(const Deps *deps);

/* The state of one file, as it is noted, for whoever keeps what was made of it: the same state
 * means the same bytes if it is sure, which that of a file is not that is missing or was written
 * within a tick. (transfer full) */
gchar *deps_file_state(const gchar *path);
gboolean deps_state_is_sure(const gchar *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Deps, deps_free)

#endif
