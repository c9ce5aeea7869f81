/* Figures that name a CSV file become tables. */
#include "model/build.h"

#include "source/asset.h"
#include "source/csv.h"
#include "source/data_address.h"

#define MOST_BYTES ((gsize) 4 * 1024 * 1024)

typedef struct {
    const SourceTree *tree;
    Diagnostics *sink;
    GHashTable *known; /* where a file stands below the root → Source, or NULL: it cannot be used */
} Reading;

/* (transfer full) (nullable) */
static GBytes *load_file(const Reading *reading, const gchar *found, Span where, gchar **path)
{
    GHashTable *instead = reading->tree->instead;

    *path = g_build_filename(reading->tree->folder, found, NULL);
    GBytes *other = instead ? g_hash_table_lookup(instead, *path) : NULL;
    return other ? g_bytes_new(g_bytes_get_data(other, NULL), g_bytes_get_size(other))
                 : asset_load(reading->tree->folder, found, where, MOST_BYTES, reading->sink);
}

/* The file becomes a source of the tree: what is wrong with it is told at its own lines, and no
 * output replaces it. */
static const Source *read_file(const Reading *reading, const gchar *found, Span where)
{
    g_autofree gchar *path = NULL;
    g_autoptr(GBytes) bytes = is_data_address(found)
                                  ? data_address_read(found, &path, where, reading->sink)
                                  : load_file(reading, found, where, &path);

    if (!bytes)
        return NULL;
    gsize length;
    gchar *text = g_bytes_unref_to_data(g_steal_pointer(&bytes), &length);
    Source *source = source_new(g_utf8_make_valid(path, -1), text, length);
    g_ptr_array_add(reading->tree->sources, source);
    return source_validate_data(source, reading->sink) ? source : NULL;
}

static const Source *find_file(const Reading *reading, const Figure *figure)
{
    Span where = figure->path_span;
    gpointer known;
    g_autofree gchar *found =
        is_data_address(figure->path)
            ? g_strdup(figure->path)
            : asset_find(reading->tree->folder, where.source, figure->path, where, reading->sink);

    if (!found)
        return NULL;
    if (!g_hash_table_lookup_extended(reading->known, found, NULL, &known)) {
        known = (gpointer) read_file(reading, found, where);
        g_hash_table_insert(reading->known, g_steal_pointer(&found), known);
    }
    return known;
}

static void read_blocks(GPtrArray *blocks, gpointer data)
{
    const Reading *reading = data;

    for (guint i = 0; i < blocks->len; i++) {
        Block *block = blocks->pdata[i];
        if (!block->figure || !figure_is_table(block->figure))
            continue;
        const Source *source = find_file(reading, block->figure);
        if (!source)
            continue;
        block->kind = BLOCK_TABLE;
        block->table = csv_read(source, reading->sink);
        g_clear_pointer(&block->figure, figure_free);
    }
}

void bulletin_read_csv(Bulletin *bulletin, const SourceTree *tree, Diagnostics *sink)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Reading reading = {tree, sink, known};

    bulletin_visit(bulletin, read_blocks, &reading);
}
