/* Drawing: what a PDF says when it is read again, the same bytes twice, faults that are told. */
#include "output/draw.h"
#include "output/finish.h"
#include "output/output.h"

#include <glib/gstdio.h>
#include <hb-ot.h>
#include <string.h>
#include <time.h>

#define FONT "fonts/FandolFang-Regular.otf"
#define EM (16 * LEN_PT)

static FontFile *font_read(void)
{
    FontFile *font = g_new0(FontFile, 1);
    gchar *bytes;
    gsize length;

    if (!g_file_get_contents(FONT, &bytes, &length, NULL)) {
        g_free(font);
        return NULL;
    }
    font->family = g_strdup("FandolFang");
    font->weight = 400;
    font->file = g_strdup("FandolFang-Regular.otf");
    font->bytes = g_bytes_new_take(bytes, length);
    return font;
}

static void font_free(gpointer data)
{
    FontFile *font = data;

    g_free(font->family);
    g_free(font->file);
    g_bytes_unref(font->bytes);
    g_free(font);
}

/* Text one em a character, each a cluster of one glyph. */
static GlyphRun *run_new(const FontFile *font, const gchar *text, Len x, Len y)
{
    hb_blob_t *blob =
        hb_blob_create(g_bytes_get_data(font->bytes, NULL), (guint) g_bytes_get_size(font->bytes),
                       HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *shaped = hb_font_create(face);
    guint length = (guint) g_utf8_strlen(text, -1), i = 0;
    GlyphRun *run = glyph_run_new(text, strlen(text), length, length);

    run->size = EM;
    for (const gchar *at = text; *at; at = g_utf8_next_char(at), x += EM, i++) {
        hb_codepoint_t id = 0;
        g_assert_true(hb_font_get_nominal_glyph(shaped, g_utf8_get_char(at), &id));
        run->glyphs[i] = (PlacedGlyph){id, x, y};
        run->clusters[i] = (GlyphCluster){(guint32) (g_utf8_next_char(at) - at), 1};
    }
    hb_font_destroy(shaped);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return run;
}

static void add_text(const Pages *pages, guint page, const gchar *text, Len y)
{
    Len x = 80 * LEN_PT;
    GlyphRun *run = run_new(pages->fonts->pdata[0], text, x, y);

    page_add(pages->pages->pdata[page], item_new_glyphs(run, x, y, run->n_glyphs * EM));
}

static void add_outline(Pages *pages, guint level, const gchar *title, guint page)
{
    OutlineEntry entry = {level, g_strdup(title), page, 100 * LEN_PT};

    g_array_append_val(pages->outline, entry);
}

/* Two pages. NULL, the test skipped, where the font has not been fetched. */
static Pages *pages_sample(void)
{
    FontFile *font = font_read();
    Pages *pages;

    if (!font) {
        g_test_skip(FONT " is not there");
        return NULL;
    }
    pages = pages_new();
    pages->width = len_from_um(210000);
    pages->height = len_from_um(297000);
    pages->fonts = g_ptr_array_new_with_free_func(font_free);
    g_ptr_array_add(pages->fonts, font);
    pages->info.title = g_strdup("关于整改的“通报”");
    pages->info.author = g_strdup("街道工委");
    pages->info.date = g_strdup("2023-09-15T08:30:59Z");
    pages->info.language = g_strdup("zh-Hans");
    g_ptr_array_add(pages->pages, page_new(1));
    g_ptr_array_add(pages->pages, page_new(2));
    add_text(pages, 0, "一工行民：，“八”", 118 * LEN_PT);
    add_text(pages, 1, "第二面", 118 * LEN_PT);
    page_add(pages->pages->pdata[1], item_new_anchor("甲'乙\\", 80 * LEN_PT, 104 * LEN_PT));
    page_add(pages->pages->pdata[0], item_new_link("#甲'乙\\", 80 * LEN_PT, 104 * LEN_PT, EM, EM));
    add_outline(pages, 1, "一、上", 0);
    add_outline(pages, 2, "（一）中", 0);
    add_outline(pages, 2, "（二）下", 1);
    add_outline(pages, 1, "二、后", 1);
    return pages;
}

static GBytes *pdf_of(const Pages *pages)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    GBytes *pdf = pages_to_pdf(pages, STANDARD_A2A_UA1, sink);

    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_nonnull(pdf);
    return pdf;
}

/* What a program says of the PDF; NULL, the test skipped, where there is no such program. Each word
 * is an argument; FILE stands for the PDF's name. */
static gchar *asked(GBytes *pdf, const gchar *command)
{
    g_autofree gchar *path = NULL;
    g_autofree gchar *program = g_strndup(command, strcspn(command, " "));
    g_autofree gchar *found = g_find_program_in_path(program);
    g_auto(GStrv) words = g_strsplit(command, " ", -1);
    gchar *out = NULL;
    gint file = g_file_open_tmp("draw-XXXXXX.pdf", &path, NULL);

    g_close(file, NULL);
    g_file_set_contents(path, g_bytes_get_data(pdf, NULL), (gssize) g_bytes_get_size(pdf), NULL);
    for (guint i = 0; words[i]; i++) {
        if (g_str_equal(words[i], "FILE")) {
            g_free(words[i]);
            words[i] = g_strdup(path);
        }
    }
    if (!found)
        g_test_skip(command);
    else
        g_spawn_sync(NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, NULL);
    g_unlink(path);
    return out;
}

static void test_same_bytes(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    g_autoptr(GBytes) first = pdf_of(pages);
    g_usleep(1100 * 1000); /* dates have seconds */
    g_setenv("TZ", "Asia/Shanghai", TRUE);
    tzset();
    g_autoptr(GBytes) second = pdf_of(pages);
    g_unsetenv("TZ");
    tzset();
    g_assert_cmpmem(g_bytes_get_data(first, NULL), 5, "%PDF-", 5);
    g_assert_true(g_bytes_equal(first, second));
}

/* 一 must not come back as the radical U+2F00, which has the same glyph in some fonts. */
static void test_text(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "pdftotext -enc UTF-8 FILE -");
    if (text)
        g_assert_cmpstr(text, ==, "一工行民：，“八”\n\n\f第二面\n\n\f");
}

static void has(const gchar *text, const gchar *part)
{
    if (!strstr(text, part)) {
        g_test_message("no '%s' in:\n%s", part, text);
        g_test_fail();
    }
}

static void test_info(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "pdfinfo -enc UTF-8 -rawdates FILE");
    if (!text)
        return;
    has(text, "关于整改的“通报”\n");
    has(text, "街道工委\n");
    has(text, "CreationDate:    D:20230915083059Z\n");
    has(text, "ModDate:         D:20230915083059Z\n");
    has(text, "mkbulletin ");
    has(text, "595.275 x 841.89");
}

/* Labels that begin at 1 are no matter of course: Cairo 1.16 leaves them out. */
static void test_labels(void)
{
    static const guint firsts[] = {1, 7};

    for (guint i = 0; i < G_N_ELEMENTS(firsts); i++) {
        g_autoptr(Pages) pages = pages_sample();
        if (!pages)
            return;
        for (guint k = 0; k < pages->pages->len; k++)
            ((Page *) pages->pages->pdata[k])->number = firsts[i] + k;
        g_autoptr(GBytes) pdf = pdf_of(pages);
        g_autofree gchar *text = asked(pdf, "qpdf --json=1 --json-key=pagelabels FILE");
        if (!text)
            return;
        g_autofree gchar *start = g_strdup_printf("\"/St\": %u\n", firsts[i]);
        has(text, "\"index\": 0,");
        has(text, "\"/S\": \"/D\"");
        has(text, start);
    }
}

static void has_not(const gchar *text, const gchar *part)
{
    if (strstr(text, part)) {
        g_test_message("'%s' in:\n%s", part, text);
        g_test_fail();
    }
}

static void test_catalogue(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    g_free(pages->info.language);
    pages->info.language = g_strdup("zh-Hant-TW");
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "qpdf --json=1 --json-key=objects FILE");
    if (!text)
        return;
    has(text, "\"/Lang\": \"zh-Hant-TW\"");
    has(text, "\"/DisplayDocTitle\": true");
    has(text, "\"/ID\": [");
    /* Links are all the structure that there is. */
    has_not(text, "/Struct");
    has_not(text, "/MarkInfo");
}

static void test_outline(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "mutool show FILE outline");
    if (!text)
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 5);
    g_assert_true(g_str_has_prefix(lines[0] + 1, "\t\"一、上\"\t#page=1"));
    g_assert_true(g_str_has_prefix(lines[1] + 1, "\t\t\"（一）中\"\t#page=1"));
    g_assert_true(g_str_has_prefix(lines[2] + 1, "\t\t\"（二）下\"\t#page=2"));
    g_assert_true(g_str_has_prefix(lines[3] + 1, "\t\"二、后\"\t#page=2"));
}

/* An address is not to break out of the string that it stands in, whatever it holds. */
static void test_links(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    page_add(pages->pages->pdata[0],
             item_new_link("https://例.cn/a)('b\\c?x=1&y=%20#z", 0, 0, EM, EM));
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "pdfinfo -url FILE");
    if (text)
        has(text, "https://%E4%BE%8B.cn/a%29%28%27b%5Cc?x=1&y=%20#z\n");
    g_autofree gchar *objects = asked(pdf, "qpdf --json=1 --json-key=objects FILE");
    if (objects) {
        has(objects, "\"/Contents\": \"例.cn/a)('b\\\\c?x=1&y= #z\"");
        has(objects, "\"/Contents\": \"甲'乙\\\\\"");
        has(objects, "\"/F\": 4");
    }
    g_autofree gchar *dests = asked(pdf, "pdfinfo -dests FILE");
    if (dests)
        has(dests, "   2 [ XYZ   80  738 null      ] \"%E7%94%B2%27%E4%B9%99%5C\"");
}

/* Alone in a file, a link must not leave anything behind that is not there. */
static void test_sound(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    page_add(pages->pages->pdata[1], item_new_link("tel:1", 0, 0, EM, EM));
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_autofree gchar *text = asked(pdf, "qpdf --check FILE");
    if (text)
        has(text, "No syntax or stream encoding errors found");
}

static void told(const Diagnostics *sink, const gchar *rule)
{
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(sink, (DiagStyle){.lang = LANG_EN}, out);
    has(out->str, rule);
}

static void fails(const Pages *pages, const gchar *rule)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) pdf = pages_to_pdf(pages, STANDARD_A2A_UA1, sink);

    g_assert_null(pdf);
    told(sink, rule);
}

static void test_dangling(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    page_add(pages->pages->pdata[0], item_new_link("#nowhere", 0, 0, EM, EM));
    fails(pages, "'nowhere' [unknown-reference]");
}

static void test_broken_font(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    FontFile *font = pages->fonts->pdata[0];
    g_bytes_unref(font->bytes);
    font->bytes = g_bytes_new_static("no font", 7);
    fails(pages, "[font-broken]");
}

static void test_bad_clusters(void)
{
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    const Item *item = ((const Page *) pages->pages->pdata[0])->items->pdata[0];
    item->run->n_clusters = 2;
    fails(pages, "[drawing]");
}

static void not_finished(const gchar *bytes, gsize length, const Pages *pages, const gchar *rule)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GByteArray) drawn = g_byte_array_new();
    gboolean outlines_lost = FALSE;

    g_byte_array_append(drawn, (const guint8 *) bytes, (guint) length);
    g_assert_null(pdf_finish(drawn, pages, STANDARD_A2A_UA1, NULL, &outlines_lost, sink));
    told(sink, rule);
}

/* A file that is not whole is refused, and not repaired by guessing. */
static void test_damaged(void)
{
    static const gchar lost[] = "%PDF-1.5\n"
                                "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                                "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
                                "xref\n0 5\n"
                                "0000000000 65535 f \n"
                                "0000000009 00000 n \n"
                                "0000000054 00000 n \n"
                                "0000000105 00000 n \n"
                                "0000000105 00000 n \n"
                                "trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\n"
                                "startxref\n166\n%%EOF\n";
    g_autoptr(Pages) pages = pages_sample();

    if (!pages)
        return;
    not_finished("", 0, pages, "[drawing]");
    not_finished("no PDF", 6, pages, "PDF");
    not_finished(lost, strlen(lost) - 14, pages, "can't find startxref");
    not_finished(lost, strlen(lost), pages, "expected 4 0 obj");
}

static guint32 big_endian(const guint8 *at)
{
    return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static void test_png(void)
{
    g_autoptr(Pages) pages = pages_sample();
    g_autoptr(Diagnostics) sink = diagnostics_new();

    if (!pages)
        return;
    g_autoptr(GBytes) first = pages_to_png(pages, 0, 144, sink);
    g_autoptr(GBytes) second = pages_to_png(pages, 1, 144, sink);
    g_autoptr(GBytes) again = pages_to_png(pages, 0, 144, sink);
    const guint8 *bytes = g_bytes_get_data(first, NULL);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_cmpmem(bytes, 8, "\x89PNG\r\n\x1a\n", 8);
    g_assert_cmpuint(big_endian(bytes + 16), ==,
                     1191); /* 210 mm, as many whole pixels as it takes */
    g_assert_cmpuint(big_endian(bytes + 20), ==, 1684);
    g_assert_true(g_bytes_equal(first, again));
    g_assert_false(g_bytes_equal(first, second));
}

#define PIXELS 4 /* a point, along one side */

/* Draws a mark in a box at 10, 20 on a page of 100 by 100 points. How many pixels are dark; none of
 * them is outside the box. */
static guint mark_ink(MarkShape mark, gint width, gint height)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_A8, 100 * PIXELS, 100 * PIXELS);
    cairo_t *cairo = cairo_create(surface);
    g_autoptr(Pages) pages = pages_new();
    Page *page = page_new(1);
    Item *item = item_new_mark(mark, 10 * LEN_PT, 20 * LEN_PT, width * LEN_PT, height * LEN_PT);
    guint dark = 0;

    item->weight = 2 * LEN_PT;
    item->length = 20 * LEN_PT;
    g_ptr_array_add(pages->pages, page);
    page_add(page, item);
    cairo_scale(cairo, PIXELS, PIXELS);
    draw_page(cairo, page, &(Drawing){.height = 100 * LEN_PT});
    cairo_surface_flush(surface);
    for (gint y = 0; y < 100 * PIXELS; y++) {
        const guchar *row =
            cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
        for (gint x = 0; x < 100 * PIXELS; x++) {
            if (row[x] < 0x80)
                continue;
            dark++;
            g_assert_true(x / PIXELS >= 10 && x / PIXELS < 10 + width);
            g_assert_true(y / PIXELS >= 20 && y / PIXELS < 20 + height);
        }
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return dark;
}

static void test_marks(void)
{
    const guint point = PIXELS * PIXELS;

    g_assert_cmpuint(mark_ink(MARK_LINE, 60, 2), ==, 60 * 2 * point);
    guint dot = mark_ink(MARK_DOT, 10, 10), wave = mark_ink(MARK_WAVE, 60, 8);
    g_assert_cmpuint(dot, >, 77 * point);
    g_assert_cmpuint(dot, <, 80 * point);
    /* a pen's way up and down: longer than straight on, far from filling the box */
    g_assert_cmpuint(wave, >, 60 * 2 * point);
    g_assert_cmpuint(wave, <, 60 * 4 * point);
}

static void test_png_too_large(void)
{
    g_autoptr(Pages) pages = pages_sample();
    g_autoptr(Diagnostics) sink = diagnostics_new();

    if (!pages)
        return;
    g_assert_null(pages_to_png(pages, 0, 100000, sink));
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_ENVIRONMENT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/draw/pdf/same-bytes", test_same_bytes);
    g_test_add_func("/draw/pdf/text", test_text);
    g_test_add_func("/draw/pdf/info", test_info);
    g_test_add_func("/draw/pdf/labels", test_labels);
    g_test_add_func("/draw/pdf/catalogue", test_catalogue);
    g_test_add_func("/draw/pdf/outline", test_outline);
    g_test_add_func("/draw/pdf/links", test_links);
    g_test_add_func("/draw/pdf/sound", test_sound);
    g_test_add_func("/draw/pdf/dangling-link", test_dangling);
    g_test_add_func("/draw/pdf/broken-font", test_broken_font);
    g_test_add_func("/draw/pdf/bad-clusters", test_bad_clusters);
    g_test_add_func("/draw/pdf/damaged", test_damaged);
    g_test_add_func("/draw/png", test_png);
    g_test_add_func("/draw/marks", test_marks);
    g_test_add_func("/draw/png/too-large", test_png_too_large);
    return g_test_run();
}
