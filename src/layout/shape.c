#include "layout/shape.h"

#include "base/file_temp.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pango.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>
#include <unistd.h>

/* A cut font as fontconfig sees it: a file in memory under a family name of our own, so that no
 * two of them can be taken for each other. */
typedef struct {
    int fd;
    gchar *path;
    gchar *family;
} MemoryFont;

struct Shaper {
    const GPtrArray *files; /* FontFile */
    GArray *fonts;          /* MemoryFont */
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GArray *clusters, *glyphs; /* those of the paragraph at hand, until their number is known */
};

static void memory_font_clear(gpointer data)
{
    MemoryFont *font = data;

    if (font->fd >= 0)
        close(font->fd);
    g_free(font->path);
    g_free(font->family);
}

/* Gives the font that was added last its own family name, in regular weight and slant. */
static gboolean rename_last(FcConfig *config, const gchar *family)
{
    FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);

    if (!set || set->nfont == 0)
        return FALSE;
    FcPattern *pattern = set->fonts[set->nfont - 1];
    while (FcPatternDel(pattern, FC_FAMILY) || FcPatternDel(pattern, FC_FAMILYLANG) ||
           FcPatternDel(pattern, FC_WEIGHT) || FcPatternDel(pattern, FC_SLANT))
        continue;
    return FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *) family) &&
           FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) &&
           FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
}

static gboolean add_font(Shaper *shaper, const FontFile *file)
{
    MemoryFont font = {temp_in_memory("font"), NULL, NULL};

    font.path = g_strdup_printf("/proc/self/fd/%d", font.fd);
    font.family = g_strdup_printf("cut %u", shaper->fonts->len);
    g_array_append_val(shaper->fonts, font);
    return font.fd >= 0 && write_all(font.fd, file->bytes) &&
           FcConfigAppFontAddFile(shaper->config, (const FcChar8 *) font.path) &&
           rename_last(shaper->config, font.family);
}

static void make_context(Shaper *shaper)
{
    shaper->map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(shaper->map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(shaper->map), shaper->config);
    shaper->context = pango_font_map_create_context(shaper->map);
    /* Without zh, dashes and quotes of pan-CJK fonts are not full-width. */
    pango_context_set_language(shaper->context, pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(shaper->context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(shaper->context, FALSE);
}

/* Pango has Fontconfig load the machine's configuration and fonts, in a thread, unless some are
 * current: an empty one is. */
static void keep_out_machine_fonts(void)
{
    static gsize kept_out;

    if (!g_once_init_enter(&kept_out))
        return;
    FcConfig *none = FcConfigCreate();
    FcConfigSetCurrent(none);
    FcConfigDestroy(none);
    g_once_init_leave(&kept_out, 1);
}

Shaper *shaper_new(const GPtrArray *files, Diagnostics *sink)
{
    g_autoptr(Shaper) shaper = g_new0(Shaper, 1);

    shaper->files = files;
    shaper->fonts = g_array_new(FALSE, FALSE, sizeof(MemoryFont));
    g_array_set_clear_func(shaper->fonts, memory_font_clear);
    shaper->clusters = g_array_new(FALSE, FALSE, sizeof(Cluster));
    shaper->glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    keep_out_machine_fonts();
    shaper->config = FcConfigCreate();
    for (guint i = 0; i < files->len; i++) {
        const FontFile *file = files->pdata[i];
        errno = 0; /* fontconfig says no more than that it takes no font */
        if (!add_font(shaper, file)) {
            diag_report(sink, RULE_FONT_BROKEN, SPAN_NONE, file->file,
                        errno ? g_strerror(errno) : "fontconfig", NULL);
            return NULL;
        }
    }
    make_context(shaper);
    return g_steal_pointer(&shaper);
}

void shaper_free(Shaper *shaper)
{
    g_clear_object(&shaper->context);
    if (shaper->map) /* Pango 1.50 does not let go of it by itself */
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(shaper->map), NULL);
    g_clear_object(&shaper->map);
    FcConfigDestroy(shaper->config);
    g_array_unref(shaper->clusters);
    g_array_unref(shaper->glyphs);
    g_array_unref(shaper->fonts);
    g_free(shaper);
}

/* ---- attributes ---- */

static void insert(PangoAttrList *list, PangoAttribute *attribute, const TextRun *first,
                   const TextRun *last)
{
    attribute->start_index = first->start;
    attribute->end_index = last->end;
    pango_attr_list_insert(list, attribute);
}

static gboolean is_shaped_alike(const TextRun *a, const TextRun *b)
{
    return a->end == b->start && a->font == b->font && a->size == b->size &&
           g_strcmp0(a->features, b->features) == 0;
}

/* Runs that differ in other things are one to Pango, which takes long over many attributes. */
static PangoAttrList *run_attributes(const Shaper *shaper, const Paragraph *paragraph)
{
    PangoAttrList *list = pango_attr_list_new();
    const TextRun *last;

    for (guint i = 0; i < paragraph->runs->len; i++) {
        const TextRun *run = last = &g_array_index(paragraph->runs, TextRun, i);
        for (; i + 1 < paragraph->runs->len && is_shaped_alike(last, last + 1); i++)
            last++;
        PangoFontDescription *font = pango_font_description_new();
        pango_font_description_set_family_static(
            font, g_array_index(shaper->fonts, MemoryFont, run->font).family);
        pango_font_description_set_absolute_size(font, (double) run->size);
        insert(list, pango_attr_font_desc_new(font), run, last);
        pango_font_description_free(font);
        if (run->features)
            insert(list, pango_attr_font_features_new(run->features), run, last);
    }
    return list;
}

/* Fontconfig never says "not found": it gives another font. So ask which one came. */
static gboolean is_own_font(const Shaper *shaper, const PangoItem *item, guint font)
{
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(item->analysis.font));
    FcChar8 *path;

    return FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch &&
           strcmp((const gchar *) path, g_array_index(shaper->fonts, MemoryFont, font).path) == 0;
}

/* ---- clusters ---- */

typedef struct {
    const Paragraph *paragraph;
    const CharInfo *info;
    int length;                 /* of the text, in bytes */
    GArray *clusters, *glyphs;  /* with room for those of the item at hand */
    guint n_clusters, n_glyphs; /* so far */
    guint run;                  /* that the last cluster stood in */
} Collector;

static const TextRun *run_at(Collector *collector, guint32 byte)
{
    const GArray *runs = collector->paragraph->runs;

    while (collector->run + 1 < runs->len &&
           byte >= g_array_index(runs, TextRun, collector->run).end)
        collector->run++;
    return &g_array_index(runs, TextRun, collector->run);
}

static Len add_glyphs(Collector *collector, const PangoGlyphString *glyphs, gint from, gint to)
{
    Len advance = 0;

    for (gint i = from; i < to; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        Glyph glyph = {info->glyph, info->geometry.x_offset, -info->geometry.y_offset,
                       info->geometry.width};
        g_array_index(collector->glyphs, Glyph, collector->n_glyphs++) = glyph;
        advance += glyph.advance;
    }
    return advance;
}

static gboolean is_mark(CharClass klass)
{
    return (klass >= CLASS_OP && klass <= CLASS_MD) || klass == CLASS_SO;
}

/* Where the ink of a mark lies, from its outline. */
static void measure_ink(Cluster *cluster, PangoFont *font, const PangoGlyphInfo *info)
{
    hb_glyph_extents_t extents;

    if (!hb_font_get_glyph_extents(pango_font_get_hb_font(font), info->glyph, &extents) ||
        extents.width == 0)
        return;
    cluster->ink_left = info->geometry.x_offset + extents.x_bearing;
    cluster->ink_right = info->geometry.width - cluster->ink_left - extents.width;
}

static void add_cluster(Collector *collector, PangoFont *font, guint32 start, guint32 end,
                        const PangoGlyphString *glyphs, gint from, gint to)
{
    const TextRun *run = run_at(collector, start);
    Cluster cluster = {.start = start, .end = end, .glyph = collector->n_glyphs};

    cluster.run = collector->run;
    cluster.klass = collector->info[start].klass;
    cluster.em = run->size;
    if (cluster.klass != CLASS_BR)
        cluster.advance = add_glyphs(collector, glyphs, from, to);
    cluster.n_glyphs = collector->n_glyphs - cluster.glyph;
    if (is_mark(cluster.klass) && cluster.n_glyphs == 1)
        measure_ink(&cluster, font, &glyphs->glyphs[from]);
    g_array_index(collector->clusters, Cluster, collector->n_clusters++) = cluster;
}

static void collect_item(Collector *collector, const PangoItem *item,
                         const PangoGlyphString *glyphs)
{
    guint most = (guint) glyphs->num_glyphs;

    g_array_set_size(collector->clusters, collector->n_clusters + most);
    g_array_set_size(collector->glyphs, collector->n_glyphs + most);
    for (gint from = 0, to; from < glyphs->num_glyphs; from = to) {
        for (to = from + 1; to < glyphs->num_glyphs; to++)
            if (glyphs->log_clusters[to] != glyphs->log_clusters[from])
                break;
        gint next = to < glyphs->num_glyphs ? glyphs->log_clusters[to] : item->length;
        add_cluster(collector, item->analysis.font,
                    (guint32) (item->offset + glyphs->log_clusters[from]),
                    (guint32) (item->offset + next), glyphs, from, to);
    }
    g_array_set_size(collector->clusters, collector->n_clusters);
    g_array_set_size(collector->glyphs, collector->n_glyphs);
}

/* —— and …… are two characters and one mark: never broken, never stretched inside. */
static void join_pairs(GArray *clusters, const gchar *text)
{
    guint kept = 0;

    for (guint i = 0; i < clusters->len; i++, kept++) {
        Cluster cluster = g_array_index(clusters, Cluster, i);
        const Cluster *next =
            i + 1 < clusters->len ? &g_array_index(clusters, Cluster, i + 1) : NULL;
        if (next && (cluster.klass == CLASS_DS || cluster.klass == CLASS_EL) &&
            next->klass == cluster.klass && next->run == cluster.run &&
            cluster.end - cluster.start == 3 &&
            memcmp(text + cluster.start, text + next->start, 3) == 0) {
            cluster.end = next->end;
            cluster.n_glyphs += next->n_glyphs;
            cluster.advance += next->advance;
            i++;
        }
        g_array_index(clusters, Cluster, kept) = cluster;
    }
    g_array_set_size(clusters, kept);
}

static gboolean shape_item(Shaper *shaper, Collector *collector, const PangoItem *item,
                           PangoGlyphString *glyphs, Diagnostics *sink)
{
    const gchar *text = collector->paragraph->text;
    const TextRun *run = run_at(collector, (guint32) item->offset);

    if (!is_own_font(shaper, item, run->font)) {
        const FontFile *file = shaper->files->pdata[run->font];
        diag_report(sink, RULE_FONT_BROKEN, run->span, file->file, "fontconfig", NULL);
        return FALSE;
    }
    pango_shape_full(text + item->offset, item->length, text, collector->length, &item->analysis,
                     glyphs);
    collect_item(collector, item, glyphs);
    return TRUE;
}

static void take_array(ExactArray **to, GArray *from)
{
    g_free(*to);
    *to = exact_array_new(from->data, g_array_get_element_size(from), from->len);
}

gboolean shaper_shape(Shaper *shaper, Paragraph *paragraph, const CharInfo *info, Diagnostics *sink)
{
    Collector collector = {.paragraph = paragraph,
                           .info = info,
                           .length = (int) strlen(paragraph->text),
                           .clusters = shaper->clusters,
                           .glyphs = shaper->glyphs};
    PangoAttrList *attributes = run_attributes(shaper, paragraph);
    GList *items =
        pango_itemize(shaper->context, paragraph->text, 0, collector.length, attributes, NULL);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    gboolean good = TRUE;

    g_array_set_size(shaper->clusters, 0);
    g_array_set_size(shaper->glyphs, 0);
    for (GList *link = items; link && good; link = link->next)
        good = shape_item(shaper, &collector, link->data, glyphs, sink);
    join_pairs(shaper->clusters, paragraph->text);
    take_array(&paragraph->clusters, shaper->clusters);
    take_array(&paragraph->glyphs, shaper->glyphs);
    pango_glyph_string_free(glyphs);
    g_list_free_full(items, (GDestroyNotify) pango_item_free);
    pango_attr_list_unref(attributes);
    return good;
}
