/* Waits until something that a build depends on has changed, and has come to rest. */
#ifndef MKB_APP_WATCHER_H
#define MKB_APP_WATCHER_H

#include "base/deps.h"

typedef struct Watcher Watcher;
typedef void (*WatcherChanged)(gpointer data);

/* Once, when the system cannot tell of changes and it has to look by itself. */
typedef void (*WatcherDeaf)(gpointer data);

/* Calls `changed` in the main loop. With `poll` it looks at the files now and then; without, it is
 * told of changes by the system (GIO's monitors), and looks all the same now and then, more often
 * where monitors cannot be had, which it says to `deaf`: events get lost, folders on networks give
 * none. (transfer full) */
Watcher *watcher_new(gboolean poll, WatcherChanged changed, WatcherDeaf deaf, gpointer data);
void watcher_free(Watcher *watcher);

/* What to wait for from now on; a change since it was noted counts. Takes the set. */
void watcher_follow(Watcher *watcher, Deps *deps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Watcher, watcher_free)

#endif
