#include "app/watcher.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* Milliseconds. A save is several steps of an editor, a few at a time: two looks REST apart that
 * see the same mean that it is over. A file that never rests is built every MOST_WAIT. */
enum { REST = 40, MOST_WAIT = 800, POLL_EVERY = 300, MONITOR_EVERY = 2000 };

struct Watcher {
    WatcherChanged changed;
    gpointer data;
    gboolean poll; /* as asked for */
    gboolean deaf; /* a monitor could not be had */
    gboolean told; /* that it is */
    WatcherDeaf tell;
    Deps *deps;           /* (nullable) */
    gchar *noted;         /* its state */
    gchar *seen;          /* (nullable) the state at the last look, where it was another */
    gint64 first_seen;    /* when it was another first, µs */
    GHashTable *monitors; /* folder_key() → GFileMonitor */
    guint timer;
    gboolean soon; /* the timer is that of a change */
};

static gboolean look(gpointer data);

static void look_in(Watcher *watcher, guint milliseconds, gboolean soon)
{
    if (watcher->timer != 0)
        g_source_remove(watcher->timer);
    watcher->timer = g_timeout_add(milliseconds, look, watcher);
    watcher->soon = soon;
}

static void look_again(Watcher *watcher)
{
    look_in(watcher, watcher->poll || watcher->deaf ? POLL_EVERY : MONITOR_EVERY, FALSE);
}

/* TRUE when a change is complete. */
static gboolean is_at_rest(Watcher *watcher, gchar *now)
{
    gint64 time = g_get_monotonic_time();

    if (!watcher->seen)
        watcher->first_seen = time;
    gboolean same = watcher->seen && strcmp(watcher->seen, now) == 0;
    g_free(watcher->seen);
    watcher->seen = now;
    return same || time - watcher->first_seen > MOST_WAIT * G_TIME_SPAN_MILLISECOND;
}

static gboolean look(gpointer data)
{
    Watcher *watcher = data;
    g_autofree gchar *now = deps_state_now(watcher->deps);

    watcher->timer = 0;
    if (strcmp(now, watcher->noted) == 0) {
        g_clear_pointer(&watcher->seen, g_free);
        look_again(watcher);
    } else if (is_at_rest(watcher, g_steal_pointer(&now))) {
        watcher->changed(watcher->data);
    } else {
        look_in(watcher, REST, TRUE);
    }
    return G_SOURCE_REMOVE;
}

static void on_event(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                     gpointer data)
{
    Watcher *watcher = data;

    (void) monitor, (void) file, (void) other, (void) event;
    if (watcher->deps && !watcher->soon)
        look_in(watcher, REST / 4, TRUE);
}

/* ---- monitors ---- */

static void monitor_release(gpointer data)
{
    g_file_monitor_cancel(data);
    g_object_unref(data);
}

/* "device inode path": a folder that took the place of another needs a monitor of its own. */
static gchar *folder_key(const gchar *path)
{
    struct stat at = {0};

    stat(path, &at);
    return g_strdup_printf("%lu %lu %s", (gulong) at.st_dev, (gulong) at.st_ino, path);
}

/* The folder itself, or the first above it that is there. */
static gchar *existing_folder(const gchar *path)
{
    gchar *folder = g_strdup(path);

    while (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        gchar *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
    }
    return folder;
}

/* By their keys. */
static void add_folders(GHashTable *folders, const Deps *deps, DepKind kind)
{
    g_autoptr(GPtrArray) paths = deps_paths(deps, kind);

    for (guint i = 0; i + 1 < paths->len; i++) {
        g_autofree gchar *parent = g_path_get_dirname(paths->pdata[i]);
        gchar *folder = existing_folder(kind == DEP_FOLDER ? paths->pdata[i] : parent);
        g_hash_table_insert(folders, folder_key(folder), folder);
    }
}

static GFileMonitor *monitor_new(Watcher *watcher, const gchar *folder)
{
    g_autoptr(GFile) file = g_file_new_for_path(folder);
    GFileMonitor *monitor = g_file_monitor_directory(file, G_FILE_MONITOR_NONE, NULL, NULL);

    if (!monitor)
        return NULL;
    g_file_monitor_set_rate_limit(monitor, REST);
    g_signal_connect(monitor, "changed", G_CALLBACK(on_event), watcher);
    return monitor;
}

/* GIO gives a monitor also where the kernel has no watch left (fs.inotify.max_user_watches), and
 * then hears nothing; so one more is asked for. */
static gboolean kernel_refuses(void)
{
    int fd = inotify_init1(IN_CLOEXEC);
    gboolean refused = fd < 0 || (inotify_add_watch(fd, "/", IN_CREATE) < 0 && errno == ENOSPC);

    if (fd >= 0)
        close(fd);
    return refused;
}

/* Those that are there already stay. */
static void set_monitors(Watcher *watcher)
{
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GHashTableIter iter;
    gpointer key, folder;

    for (DepKind kind = DEP_FILE; kind <= DEP_PLACE; kind++)
        add_folders(folders, watcher->deps, kind);
    g_hash_table_iter_init(&iter, watcher->monitors);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (!g_hash_table_contains(folders, key))
            g_hash_table_iter_remove(&iter);
    watcher->deaf = FALSE;
    g_hash_table_iter_init(&iter, folders);
    while (g_hash_table_iter_next(&iter, &key, &folder)) {
        if (g_hash_table_contains(watcher->monitors, key))
            continue;
        GFileMonitor *monitor = monitor_new(watcher, folder);
        watcher->deaf |= !monitor;
        if (monitor)
            g_hash_table_insert(watcher->monitors, g_strdup(key), monitor);
    }
    watcher->deaf = watcher->deaf || kernel_refuses();
    if (watcher->deaf && !watcher->told)
        watcher->tell(watcher->data);
    watcher->told |= watcher->deaf;
}

/* ---- the watcher ---- */

Watcher *watcher_new(gboolean poll, WatcherChanged changed, WatcherDeaf deaf, gpointer data)
{
    Watcher *watcher = g_new0(Watcher, 1);

    watcher->changed = changed;
    watcher->tell = deaf;
    watcher->data = data;
    watcher->poll = poll;
    watcher->monitors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, monitor_release);
    return watcher;
}

static void forget(Watcher *watcher)
{
    if (watcher->timer != 0)
        g_source_remove(watcher->timer);
    watcher->timer = 0;
    g_clear_pointer(&watcher->deps, deps_free);
    g_clear_pointer(&watcher->noted, g_free);
    g_clear_pointer(&watcher->seen, g_free);
}

void watcher_free(Watcher *watcher)
{
    if (!watcher)
        return;
    forget(watcher);
    g_hash_table_unref(watcher->monitors);
    g_free(watcher);
}

void watcher_follow(Watcher *watcher, Deps *deps)
{
    forget(watcher);
    watcher->deps = deps;
    watcher->noted = deps_state_noted(deps);
    if (!watcher->poll)
        set_monitors(watcher);
    look_in(watcher, REST, TRUE); /* at what changed while it was built */
}
