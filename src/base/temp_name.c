#include "base/temp_name.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#define NAME_START ".mkbulletin-"

/* From the kernel itself: GLib would open /dev/urandom. */
gchar *temp_random_name(const gchar *end)
{
    guint32 numbers[2] = {(guint32) getpid(), (guint32) g_get_monotonic_time()};

    (void) !getrandom(numbers, sizeof(numbers), GRND_NONBLOCK);
    return g_strdup_printf(NAME_START "%08x%08x%s", numbers[0], numbers[1], end);
}

void temp_sweep(int folder, const gchar *end, void (*sweep_one)(int folder, const gchar *name))
{
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *entry;

    if (!dir) {
        if (fd >= 0)
            close(fd);
        return;
    }
    while ((entry = readdir(dir)))
        if (g_str_has_prefix(entry->d_name, NAME_START) && g_str_has_suffix(entry->d_name, end))
            sweep_one(folder, entry->d_name);
    closedir(dir);
}
