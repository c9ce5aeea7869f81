/* Images that a bulletin names. */
#include "model/build.h"

#include <string.h>

#include "source/asset.h"
#include "source/data_address.h"
#include "source/image.h"

#define MIB ((gsize) 1024 * 1024)
#define MOST_FILE_BYTES (64 * MIB)
#define MOST_BYTES (256 * MIB)
#define MOST_PIXELS G_GUINT64_CONSTANT(1000000000)

typedef struct {
    const gchar *root;
    Diagnostics *sink;
    GHashTable *known; /* where a file stands below the root → Image, or NULL: it cannot be used */
    gsize n_bytes;
    guint64 n_pixels;
    gboolean full; /* a limit was met: nothing more is read */
} Reading;

static void image_release(gpointer image)
{
    image_unref(image);
}

static gboolean count(Reading *reading, const Image *image, Span where)
{
    reading->n_bytes += g_bytes_get_size(image->bytes);
    reading->n_pixels += (guint64) image->width * image->height;
    if (reading->n_bytes > MOST_BYTES)
        diag_report(reading->sink, RULE_LIMIT, where, "图片总共大于 256 MiB",
                    "images are larger than 256 MiB in all", NULL);
    else if (reading->n_pixels > MOST_PIXELS)
        diag_report(reading->sink, RULE_LIMIT, where, "图片总共多于 10 亿像素",
                    "images have more than 1000 million pixels in all", NULL);
    reading->full = reading->n_bytes > MOST_BYTES || reading->n_pixels > MOST_PIXELS;
    return !reading->full;
}

static Image *read_file(Reading *reading, const gchar *found, Span where)
{
    g_autofree gchar *name = g_utf8_make_valid(found, -1);
    g_autoptr(GBytes) bytes =
        asset_load(reading->root, found, where, MOST_FILE_BYTES, reading->sink);
    g_autoptr(Image) image = bytes ? image_read(bytes, name, where, reading->sink) : NULL;

    return image && count(reading, image, where) ? g_steal_pointer(&image) : NULL;
}

/* An image that is written where it is named. (transfer full) (nullable) */
static Image *read_data(Reading *reading, const gchar *address, Span where)
{
    g_autofree gchar *type = NULL;
    g_autoptr(GBytes) bytes = data_address_read(address, &type, where, reading->sink);
    g_autoptr(Image) image = bytes ? image_read(bytes, type, where, reading->sink) : NULL;

    return image && count(reading, image, where) ? g_steal_pointer(&image) : NULL;
}

/* The image that a path of a file leads to. What is wrong with the file itself is told where it is
 * named first. NULL after reporting. (transfer full) */
static Image *find_image(Reading *reading, const gchar *path, Span where)
{
    gpointer known;

    if (reading->full || !where.source)
        return NULL;
    gboolean data = is_data_address(path);
    g_autofree gchar *found =
        data ? g_strdup(path) : asset_find(reading->root, where.source, path, where, reading->sink);
    if (!found)
        return NULL;
    if (!g_hash_table_lookup_extended(reading->known, found, NULL, &known)) {
        known = data ? read_data(reading, path, where) : read_file(reading, found, where);
        g_hash_table_insert(reading->known, g_steal_pointer(&found), known);
    }
    return known ? image_ref(known) : NULL;
}

/* ---- figures ---- */

static void read_blocks(GPtrArray *blocks, gpointer data)
{
    Reading *reading = data;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        Figure *figure = block->figure;
        if (figure && figure->path && !figure->image && !figure_is_table(figure))
            figure->image = find_image(reading, figure->path, figure->path_span);
        if (block->children)
            read_blocks(block->children, data);
    }
}

/* ---- seals ---- */

/* Text must be seen through it (GB/T 9704-2012 7.3.5: a seal stands on signature and date). */
static void read_seals(Reading *reading, Seals *seals)
{
    g_clear_pointer(&seals->images, g_ptr_array_unref);
    seals->images = g_ptr_array_new_with_free_func(image_release);
    for (guint i = 0; i < seals->paths->len; i++) {
        const Field *path = &g_array_index(seals->paths, Field, i);
        Image *image = find_image(reading, path->text, path->span);
        if (image && !image->transparent)
            diag_report(reading->sink, RULE_SEAL_NOT_TRANSPARENT, path->span, image->name, NULL);
        g_ptr_array_add(seals->images, image);
    }
}

void bulletin_read_images(Bulletin *bulletin, const gchar *root, Diagnostics *sink)
{
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, image_release);
    Reading reading = {.root = root, .sink = sink, .known = known};

    read_seals(&reading, &bulletin->meta.seal);
    read_seals(&reading, &bulletin->meta.stamp);
    bulletin_visit(bulletin, read_blocks, &reading);
}
