#include "layout/font_keep.h"

#include "base/deps.h"
#include "layout/font_cut.h"

#include <string.h>

/* The beginning of whatever is kept. */
typedef struct {
    gboolean asked; /* since the last sweep */
} Use;

typedef struct {
    Use use;
    gchar *path, *state;
    guint index;
    hb_set_t *characters, *features;
    GBytes *bytes;
} Kept;

/* Of a face as many characters as it has at most. */
typedef struct {
    Use use;
    gchar *key;
    GHashTable *inks;
} KnownFace;

struct FontKeep {
    GPtrArray *all;   /* Kept: a few */
    GPtrArray *faces; /* KnownFace: a few */
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

static void known_face_free(gpointer data)
{
    KnownFace *face = data;

    g_free(face->key);
    g_hash_table_unref(face->inks);
    g_free(face);
}

FontKeep *font_keep_new(void)
{
    FontKeep *keep = g_new0(FontKeep, 1);

    keep->all = g_ptr_array_new_with_free_func(kept_free);
    keep->faces = g_ptr_array_new_with_free_func(known_face_free);
    return keep;
}

void font_keep_free(FontKeep *keep)
{
    if (!keep)
        return;
    g_ptr_array_unref(keep->all);
    g_ptr_array_unref(keep->faces);
    g_free(keep);
}

static void sweep(GPtrArray *kept)
{
    for (guint i = kept->len; i > 0; i--) {
        Use *use = kept->pdata[i - 1];
        if (use->asked)
            use->asked = FALSE;
        else
            g_ptr_array_remove_index_fast(kept, i - 1);
    }
}

void font_keep_sweep(FontKeep *keep)
{
    sweep(keep->all);
    sweep(keep->faces);
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
            kept->use.asked = TRUE;
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
    kept->use.asked = TRUE;
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

static KnownFace *known_face(FontKeep *keep, const gchar *key)
{
    for (guint i = 0; i < keep->faces->len; i++) {
        KnownFace *face = keep->faces->pdata[i];
        if (strcmp(face->key, key) == 0)
            return face;
    }
    KnownFace *face = g_new0(KnownFace, 1);
    face->key = g_strdup(key);
    face->inks = g_hash_table_new(NULL, NULL);
    g_ptr_array_add(keep->faces, face);
    return face;
}

GHashTable *font_keep_inks(FontKeep *keep, const gchar *path, const gchar *state, guint index)
{
    if (!keep || !deps_state_is_sure(state))
        return NULL;
    g_autofree gchar *key = g_strdup_printf("%u %s\n%s", index, state, path);
    KnownFace *face = known_face(keep, key);
    face->use.asked = TRUE;
    return g_hash_table_ref(face->inks);
}
