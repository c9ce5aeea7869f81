/* The versions of libraries: of the headers that the program was compiled with, and of what it runs
 * with now. */
#ifndef MKB_BASE_VERSION_H
#define MKB_BASE_VERSION_H

#include <glib.h>

typedef struct {
    const gchar *name;
    gchar *compiled, *running; /* "1.16.0"; one of them is NULL where a library does not say */
    gboolean missing;          /* it is opened when it is needed, and cannot be */
} LibraryVersion;

/* (transfer full) (element-type LibraryVersion) */
GArray *versions_new(void);

/* Copies the texts; not the name. */
void versions_add(GArray *versions, const gchar *name, const gchar *compiled, const gchar *running);

/* Of a library of base/late.h; NULL as `running` where it could not be opened. */
void versions_add_late(GArray *versions, const gchar *name, const gchar *compiled,
                       const gchar *running);

/* Appends those of the libraries that are used everywhere. */
void base_versions(GArray *versions);

/* "1.16.0" of numbers. (transfer full) */
gchar *version_text(guint major, guint minor, guint micro);

/* Spells out the value of a macro: 2.1.5 → "2.1.5". */
#define VERSION_WORD(macro) VERSION_WORD_OF(macro)
#define VERSION_WORD_OF(words) #words

#endif
