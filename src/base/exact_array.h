/* An array of a length that does not change any more: one block of memory, no larger than it need
 * be, where a GArray of a million elements may have room for two. g_array_index() reads it. */
#ifndef MKB_BASE_EXACT_ARRAY_H
#define MKB_BASE_EXACT_ARRAY_H

#include <glib.h>

typedef struct {
    gchar *data;
    guint len;
} ExactArray;

/* A copy of so many elements of `size` bytes. g_free() frees it. (transfer full) */
ExactArray *exact_array_new(gconstpointer elements, gsize size, guint count);

#endif
