#include "layout/font_keep.h"

#include "base/deps.h"
#include "layout/font_cut.h"

#include <string.h>

typedef struct {
    gchar *path, *state;
    guint index;
    hb_set_t *characters, *features;
    GBytes *bytes;
    gboolean asked; /* since the last sweep */
} Kept;

struct FontKeep {
    GPtrArray *all; /* Kept: a few */
};

static void kept_free(gpointer data)
{
    Kept *kept = data;

    g_free(kept->path);
    g_free(kept->state);
    hb_set_destroy(kept->characters);
    hb_set_destroy(kept->features);
    g_bytes_unref(kept->bytes);
    g_free(kept);
}

FontKeep *font_keep_new(void)
{
    FontKeep *keep = g_new0(FontKeep, 1);

    keep->all = g_ptr_array_new_with_free_func(kept_free);
    return keep;
}

void font_keep_free(FontKeep *keep)
{
    if (!keep)
        return;
    g_ptr_array_unref(keep->all);
    g_free(keep);
}

void font_keep_sweep(FontKeep *keep)
{
    for (guint i = keep->all->len; i > 0; i--) {
        Kept *kept = keep->all->pdata[i - 1];
        if (kept->asked)
            kept->asked = FALSE;
        else
            g_ptr_array_remove_index_fast(keep->all, i - 1);
    }
}

static gboolean is_for(const Kept *kept, const CutOrder *order)
{
    return kept->index == order->index && strcmp(kept->path, order->path) == 0 &&
           strcmp(kept->state, order->state) == 0 &&
           hb_set_is_equal(kept->characters, order->characters) &&
           hb_set_is_equal(kept->features, order->features);
}

static GBytes *find(const FontKeep *keep, const CutOrder *order)
{
    for (guint i = 0; i < keep->all->len; i++) {
        Kept *kept = keep->all->pdata[i];
        if (is_for(kept, order)) {
            kept->asked = TRUE;
            return g_bytes_ref(kept->bytes);
        }
    }
    return NULL;
}

static hb_set_t *copy_set(const hb_set_t *set)
{
    hb_set_t *copy = hb_set_create();

    hb_set_union(copy, set);
    return copy;
}

static void add(FontKeep *keep, const CutOrder *order, GBytes *bytes)
{
    Kept *kept = g_new0(Kept, 1);

    kept->path = g_strdup(order->path);
    kept->state = g_strdup(order->state);
    kept->index = order->index;
    kept->characters = copy_set(order->characters);
    kept->features = copy_set(order->features);
    kept->bytes = g_bytes_ref(bytes);
    kept->asked = TRUE;
    g_ptr_array_add(keep->all, kept);
}

GBytes *font_keep_cut(FontKeep *keep, const CutOrder *order)
{
    GBytes *bytes = keep ? find(keep, order) : NULL;

    if (bytes)
        return bytes;
    bytes = font_cut(order->face, order->characters, order->features);
    if (bytes && keep && deps_state_is_sure(order->state))
        add(keep, order, bytes);
    return bytes;
}
