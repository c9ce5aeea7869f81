/* Hidden names for what does not stay, and an end to those that killed runs left. Private to base.
 */
#ifndef MKB_BASE_TEMP_NAME_H
#define MKB_BASE_TEMP_NAME_H

#include <glib.h>

/* A name that is most likely not there: chance, not secrecy, keeps two apart, so it is to be made
 * in a way that fails where there is one. (transfer full) */
gchar *temp_random_name(const gchar *end);

/* Gives each name with that end in a folder, open and read, to `sweep_one`. */
void temp_sweep(int folder, const gchar *end, void (*sweep_one)(int folder, const gchar *name));

#endif
