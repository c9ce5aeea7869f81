#include "base/exact_array.h"

#include <string.h>

ExactArray *exact_array_new(gconstpointer elements, gsize size, guint count)
{
    ExactArray *array = g_malloc(sizeof *array + size * count);

    array->data = (gchar *) (array + 1);
    array->len = count;
    if (count > 0)
        memcpy(array->data, elements, size * count);
    return array;
}
