#include "base/sandbox.h"

#include "base/sandbox_parts.h"

#include <errno.h>

SandboxPlaces *sandbox_places_new(void)
{
    SandboxPlaces *places = g_new0(SandboxPlaces, 1);

    places->read = g_ptr_array_new_with_free_func(g_free);
    places->write = g_ptr_array_new_with_free_func(g_free);
    places->discard = g_ptr_array_new_with_free_func(g_free);
    return places;
}

void sandbox_places_free(SandboxPlaces *places)
{
    if (!places)
        return;
    g_ptr_array_unref(places->read);
    g_ptr_array_unref(places->write);
    g_ptr_array_unref(places->discard);
    g_free(places);
}

/* Landlock holds the thread that asks for it, and those that it starts: one that is there already
 * would go free. */
static gboolean is_only_thread(void)
{
    g_autoptr(GDir) tasks = g_dir_open("/proc/self/task", 0, NULL);
    guint count = 0;

    while (tasks && g_dir_read_name(tasks))
        count++;
    errno = tasks ? EBUSY : ENOSYS;
    return count == 1;
}

SandboxResult sandbox_enter(const SandboxPlaces *places)
{
    gboolean files = is_only_thread() && sandbox_hold_files(places);
    int error = errno;
    gboolean calls = sandbox_hold_calls();

    if (!files)
        errno = error;
    return !files ? SANDBOX_NO_LANDLOCK : calls ? SANDBOX_ENTERED : SANDBOX_NO_FILTER;
}
