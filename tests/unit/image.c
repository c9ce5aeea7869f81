#include "source/image.h"

#include "pictures.h"
#include "reports.h"

/* What comes of a file: its kind and size, or what is reported. Takes the bytes. */
static gchar *reading(GBytes *bytes)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of("![](a.png)");
    g_autoptr(Image) image = image_read(bytes, "图/a.png", (Span){source, 4, 9}, sink);
    g_autofree gchar *reports = reports_in_short(sink);
    GString *out = g_string_new(NULL);

    if (image) {
        const gchar *const kinds[] = {"png", "jpeg", "svg"};
        g_assert_cmpstr(reports, ==, "");
        g_assert_cmpstr(image->name, ==, "图/a.png");
        g_assert_cmpuint(image->where.start, ==, 4);
        g_string_printf(out, "%s %ux%u ", kinds[image->kind], image->width, image->height);
        len_append(out, image->natural_width);
        g_string_append_c(out, 'x');
        len_append(out, image->natural_height);
        if (image->transparent)
            g_string_append(out, " transparent");
        if (image->orientation != 1)
            g_string_append_printf(out, " turned %u", image->orientation);
    } else {
        g_assert_true(g_str_has_prefix(reports, "1:5 "));
        g_string_assign(out, g_strchomp(reports + 4));
    }
    g_bytes_unref(bytes);
    return g_string_free(out, FALSE);
}

#define assert_image(bytes, expected) \
    do { \
        g_autofree gchar *read_image = reading(bytes); \
        g_assert_cmpstr(read_image, ==, expected); \
    } while (0)

/* The words of the one report, in a language. Takes the bytes. */
static gchar *words(GBytes *bytes, Lang lang)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Image) image = image_read(bytes, "a.png", SPAN_NONE, sink);
    g_autoptr(GString) printed = g_string_new(NULL);

    g_bytes_unref(bytes);
    g_assert_null(image);
    diagnostics_print(sink, (DiagStyle){lang, FALSE, FALSE}, printed);
    return g_strndup(printed->str, strcspn(printed->str, "["));
}

#define assert_words(bytes, lang, expected) \
    do { \
        g_autofree gchar *read_words = words(bytes, lang); \
        g_assert_cmpstr(read_words, ==, expected); \
    } while (0)

static GBytes *bytes_of(const gchar *text, gsize length)
{
    return g_bytes_new(text, length);
}

#define BYTES(literal) bytes_of(literal, sizeof literal - 1)

/* --- PNG --- */

/* 96 pixels an inch: 8 pixels are 6 pt. */
static void test_png(void)
{
    assert_image(picture_png(PNG_KIND(8, 4, RGB)), "png 8x4 6.000x3.000");
    assert_image(picture_png(PNG_KIND(8, 4, GRAY, .depth = 1)), "png 8x4 6.000x3.000");
    assert_image(picture_png(PNG_KIND(8, 4, GRAY, .depth = 16)), "png 8x4 6.000x3.000");
    assert_image(picture_png(PNG_KIND(8, 4, PALETTE)), "png 8x4 6.000x3.000");
    assert_image(picture_png(PNG_KIND(9, 5, RGB, .interlaced = TRUE)), "png 9x5 6.750x3.750");
}

/* pHYs counts in metres; across and down may differ. */
static void test_png_density(void)
{
    assert_image(picture_png(PNG_KIND(300, 600, GRAY, .density = 11811)),
                 "png 300x600 72.000x72.000");
    assert_image(picture_png(PNG_KIND(8, 4, GRAY, .density = 1)), "png 8x4 6.000x3.000");
}

/* A channel of alpha is not enough: a pixel must make use of it. */
static void test_png_transparency(void)
{
    const int colors[] = {PNG_COLOR_TYPE_RGB_ALPHA, PNG_COLOR_TYPE_GRAY_ALPHA};
    for (guint i = 0; i < G_N_ELEMENTS(colors); i++) {
        for (gint interlaced = 0; interlaced < 2; interlaced++) {
            PngKind kind = PNG_KIND(8, 4, RGB, .alpha = 255, .interlaced = interlaced);
            kind.color = colors[i];
            assert_image(picture_png(kind), "png 8x4 6.000x3.000");
            kind.alpha = 254;
            assert_image(picture_png(kind), "png 8x4 6.000x3.000 transparent");
            kind.depth = 16;
            assert_image(picture_png(kind), "png 8x4 6.000x3.000 transparent");
        }
    }
    assert_image(picture_png(PNG_KIND(8, 4, PALETTE, .holes = TRUE)),
                 "png 8x4 6.000x3.000 transparent");
    assert_image(picture_png(PNG_KIND(8, 4, GRAY, .holes = TRUE)),
                 "png 8x4 6.000x3.000 transparent");
}

static void test_png_refused(void)
{
    PngKind animated = PNG_KIND(8, 4, RGB, .animated = TRUE);
    assert_image(picture_png(animated), "image-unusable");
    assert_words(picture_png(animated), LANG_EN,
                 "error: image 'a.png' cannot be used: it is animated; save one still picture ");
    assert_words(picture_png(animated), LANG_ZH,
                 "错误：图片“a.png”不能用：是动画；请存为一幅静止的图 ");
}

/* IHDR stands at byte 8; its check sum follows width, height and five bytes. */
static GBytes *png_of_size(guint32 width, guint32 height)
{
    g_autoptr(GBytes) plain = picture_png(PNG_KIND(8, 4, GRAY));
    GByteArray *bytes = g_bytes_unref_to_array(g_steal_pointer(&plain));
    guint32 sizes[2] = {GUINT32_TO_BE(width), GUINT32_TO_BE(height)}, sum = 0xFFFFFFFF;
    memcpy(bytes->data + 16, sizes, sizeof sizes);
    for (guint i = 12; i < 29; i++) {
        sum ^= bytes->data[i];
        for (guint bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    sum = GUINT32_TO_BE(~sum);
    memcpy(bytes->data + 29, &sum, sizeof sum);
    return g_byte_array_free_to_bytes(bytes);
}

static void test_png_sizes(void)
{
    assert_image(png_of_size(0, 4), "image-damaged");
    assert_image(png_of_size(8, 0), "image-damaged");
    assert_image(png_of_size(10000, 5001), "limit");
    assert_image(png_of_size(0x7FFFFFFF, 0x7FFFFFFF), "limit");
    /* Within the limit, and then the pixels are not there. */
    assert_image(png_of_size(10000, 5000), "image-damaged");
    assert_words(png_of_size(70000, 70000), LANG_EN,
                 "error: past a limit: image 'a.png' has 70000 × 70000 pixels, more than "
                 "32767 along a side ");
    assert_words(
        png_of_size(7072, 7071), LANG_EN,
        "error: past a limit: image 'a.png' has 7072 × 7071 pixels, more than 50 million ");
}

/* --- JPEG --- */

static void test_jpeg(void)
{
    for (int components = 1; components <= 4; components++) {
        if (components == 2)
            continue;
        JpegKind kind = JPEG_KIND(8, 4, components);
        assert_image(picture_jpeg(kind), "jpeg 8x4 6.000x3.000");
        kind.progressive = TRUE;
        assert_image(picture_jpeg(kind), "jpeg 8x4 6.000x3.000");
    }
    assert_image(picture_jpeg(JPEG_KIND(300, 600, 3, .unit = 1, .density = 300)),
                 "jpeg 300x600 72.000x72.000");
    assert_image(picture_jpeg(JPEG_KIND(100, 200, 1, .unit = 2, .density = 100)),
                 "jpeg 100x200 28.347x28.347");
    assert_image(picture_jpeg(JPEG_KIND(8, 4, 3, .arithmetic = TRUE)), "image-unusable");
    assert_image(picture_jpeg(JPEG_KIND(8, 4, 4, .bare = TRUE)), "image-unusable");
    assert_words(picture_jpeg(JPEG_KIND(8, 4, 1, .many_scans = TRUE)), LANG_EN,
                 "error: image 'a.png' is damaged: its data are wrong (too many scans) ");
}

/* TIFF: orientation, 200 × 300 to the inch or centimetre; little endian. */
#define EXIF(orientation, unit) \
    "II*\0\x08\0\0\0\x04\0" \
    "\x12\x01\x03\0\x01\0\0\0" orientation "\0\0\0" \
    "\x1A\x01\x05\0\x01\0\0\0\x3E\0\0\0" \
    "\x1B\x01\x05\0\x01\0\0\0\x46\0\0\0" \
    "\x28\x01\x03\0\x01\0\0\0" unit "\0\0\0" \
    "\0\0\0\0" \
    "\xC8\0\0\0\x01\0\0\0" \
    "\x2C\x01\0\0\x01\0\0\0"

/* The same, big endian, orientation 8. */
#define EXIF_BIG \
    "MM\0*\0\0\0\x08\0\x01" \
    "\x01\x12\0\x03\0\0\0\x01\0\x08\0\0" \
    "\0\0\0\0"

static GBytes *with_exif(const gchar *exif, gsize length)
{
    return picture_jpeg(JPEG_KIND(200, 100, 3, .exif = (const guint8 *) exif,
                                  .exif_length = (guint) length, .bare = TRUE));
}

#define WITH_EXIF(exif) with_exif(exif, sizeof exif - 1)

static void test_exif(void)
{
    assert_image(WITH_EXIF(EXIF("\x01", "\x02")), "jpeg 200x100 72.000x24.000");
    assert_image(WITH_EXIF(EXIF("\x03", "\x02")), "jpeg 200x100 72.000x24.000 turned 3");
    assert_image(WITH_EXIF(EXIF("\x06", "\x02")), "jpeg 100x200 24.000x72.000 turned 6");
    assert_image(WITH_EXIF(EXIF("\x01", "\x03")), "jpeg 200x100 28.347x9.449");
    assert_image(WITH_EXIF(EXIF("\x01", "\x01")), "jpeg 200x100 150.000x75.000");
    assert_image(WITH_EXIF(EXIF("\x09", "\x02")), "jpeg 200x100 72.000x24.000");
    assert_image(WITH_EXIF(EXIF_BIG), "jpeg 100x200 75.000x150.000 turned 8");
}

/* What is wrong in Exif, at whatever byte, is not said to be there. */
static void test_exif_truncated(void)
{
    static const gchar exif[] = EXIF("\x06", "\x02");
    for (gsize length = 0; length < sizeof exif; length++) {
        g_autofree gchar *part = g_memdup2(exif, length);
        g_autofree gchar *read = reading(with_exif(part, length));
        g_assert_true(g_str_has_prefix(read, "jpeg "));
    }
    for (gsize i = 8; i < sizeof exif - 1; i++) {
        g_autofree gchar *part = g_memdup2(exif, sizeof exif);
        part[i] = '\xFF';
        g_autofree gchar *read = reading(with_exif(part, sizeof exif - 1));
        g_assert_true(g_str_has_prefix(read, "jpeg "));
    }
}

static void test_jpeg_sizes(void)
{
    g_autoptr(GBytes) plain = picture_jpeg(JPEG_KIND(8, 4, 1));
    gsize length;
    const guint8 *data = g_bytes_get_data(plain, &length);
    const guint8 *frame = memmem(data, length, "\xFF\xC0", 2);
    g_assert_nonnull(frame);
    const struct {
        const gchar *size, *expected;
    } cases[] = {{"\x00\x00\x00\x08", "image-damaged"},
                 {"\x00\x04\x00\x00", "image-damaged"},
                 {"\x1F\xFF\x1F\xFF", "limit"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        guint8 *copy = g_memdup2(data, length);
        memcpy(copy + (frame - data) + 5, cases[i].size, 4);
        assert_image(g_bytes_new_take(copy, length), cases[i].expected);
    }
}

/* --- SVG --- */

#define SVG(attributes, content) picture_svg(SVG_HEAD attributes ">" content "</svg>")
#define BOX "viewBox=\"0 0 96 48\""

static void test_svg_sizes(void)
{
    assert_image(SVG(BOX, ""), "svg 0x0 72.000x36.000 transparent");
    assert_image(SVG("viewBox=' 0,0 , 96 48'", ""), "svg 0x0 72.000x36.000 transparent");
    assert_image(SVG("width='96' height='48px'", ""), "svg 0x0 72.000x36.000 transparent");
    assert_image(SVG("width='1in' height='2.54cm'", ""), "svg 0x0 72.000x72.000 transparent");
    assert_image(SVG("width='25.4mm' height='6pc'", ""), "svg 0x0 72.000x72.000 transparent");
    assert_image(SVG("width='72pt' height='101.6 Q'", ""), "svg 0x0 72.000x72.000 transparent");
    assert_image(SVG("width='1.92e2' " BOX, ""), "svg 0x0 144.000x72.000 transparent");
    assert_image(SVG("height='96' " BOX, ""), "svg 0x0 144.000x72.000 transparent");
    assert_image(SVG("width='100%' height='100%' " BOX, ""), "svg 0x0 72.000x36.000 transparent");
    assert_image(picture_svg("\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'a' 'b'>"
                             "<!-- 甲 --><s:svg xmlns:s='http://www.w3.org/2000/svg' width='96' "
                             "height='48'><s:path d='M0 0'/></s:svg>\n"),
                 "svg 0x0 72.000x36.000 transparent");
    assert_image(SVG("", ""), "image-unusable");
    assert_image(SVG("width='96'", ""), "image-unusable");
    assert_image(SVG("width='0' height='0'", ""), "image-unusable");
    assert_image(SVG("width='-1' height='nan'", ""), "image-unusable");
    assert_image(SVG("width='1e300' height='1'", ""), "image-unusable");
    assert_image(SVG("width='inf' height='1e999'", ""), "image-unusable");
    assert_image(SVG("viewBox='0 0 96'", ""), "image-unusable");
}

/* Each word for a fault is there, and what is like it and harmless is not one. */
static void test_svg_content(void)
{
    const struct {
        const gchar *content, *expected;
    } cases[] = {
        {"<g id='a'><path d='M0 0L1 1' fill='url(#b)' style='mask: url( \"#c\")'/></g>", NULL},
        {"<use href='#a'/><use xlink:href='#b'/>", NULL},
        {"<a href='https://example.cn'><path/></a>", NULL},
        {"<metadata><dc:image rdf:resource='b' href='c'/><dc:text/></metadata>", NULL},
        {"<style>path{fill:url(#a)}</style>", NULL},
        {"<switch><g/></switch>", NULL},
        {"<switch><g systemLanguage='zh'/></switch>", "differs by language"},
        {"<title>text</title><desc>url(b)</desc>", NULL},
        {"<text>字</text>", "has text"},
        {"<s:text xmlns:s='http://www.w3.org/2000/svg'>字</s:text>", "has text"},
        {"<metadata><text/></metadata>", "has text"},
        {"<image href='data:image/png;base64,AAAA'/>", "holds bitmaps"},
        {"<foreignObject/>", "holds bitmaps"},
        {"<filter><feImage/></filter>", "holds bitmaps"},
        {"<script>1</script>", "has a script"},
        {"<path><animate attributeName='x'/></path>", "is animated"},
        {"<path><set attributeName='x'/></path>", "is animated"},
        {"<use href='b.svg#a'/>", "refers to what is not in the file"},
        {"<use xlink:href='file:///etc/passwd'/>", "refers to what is not in the file"},
        {"<path fill='url(b.svg#a)'/>", "refers to what is not in the file"},
        {"<path style='fill: url( \"https://example.cn/a#b\")'/>",
         "refers to what is not in the file"},
        {"<style>@import 'a.css';</style>", "refers to what is not in the file"},
        {"<style><![CDATA[path { fill: url(a.svg#b) }]]></style>",
         "refers to what is not in the file"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree gchar *text =
            g_strconcat(SVG_HEAD "xmlns:xlink='x' " BOX ">", cases[i].content, "</svg>", NULL);
        if (!cases[i].expected) {
            assert_image(picture_svg(text), "svg 0x0 72.000x36.000 transparent");
            continue;
        }
        g_autofree gchar *said = words(picture_svg(text), LANG_EN);
        if (!g_str_has_prefix(said, "error: image 'a.png' cannot be used: it ") ||
            !strstr(said, cases[i].expected))
            g_error("%s: %s", text, said);
    }
}

static void test_svg_refused(void)
{
    assert_image(picture_svg("<html/>"), "image-unusable");
    assert_image(picture_svg("<svg " BOX "/>"), "image-unusable");
    assert_image(picture_svg("<svg xmlns:svg='http://www.w3.org/2000/svg' " BOX "/>"),
                 "image-unusable");
    assert_image(picture_svg("<?xml-stylesheet href='a.css'?>" SVG_HEAD BOX "/>"),
                 "image-unusable");
    assert_words(picture_svg("<!DOCTYPE svg [<!ENTITY a '&b;&b;'><!ENTITY b 'c'>]>" SVG_HEAD
                             "id='&a;' " BOX "/>"),
                 LANG_EN,
                 "error: image 'a.png' cannot be used: it defines XML entities; save it as plain "
                 "SVG ");
    assert_image(picture_svg(SVG_HEAD BOX "><path></svg>"), "image-damaged");
    assert_image(picture_svg(SVG_HEAD BOX "><path a='\xFF'/></svg>"), "image-damaged");
    assert_image(picture_svg(SVG_HEAD BOX "/><svg/>"), "image-unusable");
}

/* --- all kinds --- */

static void test_formats(void)
{
    assert_image(BYTES(""), "image-format");
    assert_image(BYTES("\0"), "image-format");
    assert_image(BYTES("text"), "image-format");
    assert_image(BYTES(" \n"), "image-format");
    const struct {
        GBytes *bytes;
        const gchar *name;
    } cases[] = {{BYTES("GIF89a"), "GIF"},
                 {BYTES("BM....."), "BMP"},
                 {BYTES("RIFF....WEBPVP8 "), "WebP"},
                 {BYTES("....ftypheic"), "HEIC/AVIF/MP4"},
                 {BYTES("II*\0...."), "TIFF"},
                 {BYTES("%PDF-1.7"), "PDF"},
                 {BYTES("\x1F\x8B\x08"), "gzip/SVGZ"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree gchar *expected =
            g_strdup_printf("error: 'a.png' is a %s file and cannot be used ", cases[i].name);
        assert_words(cases[i].bytes, LANG_EN, expected);
    }
    assert_words(BYTES("GIF8"), LANG_ZH, "错误：“a.png”是 GIF 文件，不能用 ");
}

static GPtrArray *all_kinds(void)
{
    GPtrArray *kinds = g_ptr_array_new_with_free_func((GDestroyNotify) g_bytes_unref);
    g_ptr_array_add(kinds, picture_png(PNG_KIND(5, 3, RGB_ALPHA, .density = 3000)));
    g_ptr_array_add(kinds, picture_png(PNG_KIND(5, 9, PALETTE, .holes = TRUE, .interlaced = TRUE)));
    g_ptr_array_add(kinds, WITH_EXIF(EXIF("\x06", "\x02")));
    g_ptr_array_add(kinds, picture_jpeg(JPEG_KIND(20, 9, 3, .progressive = TRUE)));
    g_ptr_array_add(kinds, picture_jpeg(JPEG_KIND(20, 9, 4)));
    g_ptr_array_add(kinds, SVG(BOX, "<path d='M0 0'/>"));
    return kinds;
}

/* Cut off after any byte, a file is an error and nothing worse. */
static void test_truncated(void)
{
    g_autoptr(GPtrArray) kinds = all_kinds();
    for (guint i = 0; i < kinds->len; i++) {
        gsize length;
        const guint8 *data = g_bytes_get_data(kinds->pdata[i], &length);
        for (gsize end = 0; end < length; end++) {
            g_autofree gchar *said = reading(g_bytes_new(data, end));
            if (!g_str_has_prefix(said, "image-"))
                g_error("kind %u cut off at %zu of %zu: %s", i, end, length, said);
        }
    }
    assert_words(g_bytes_new_from_bytes(kinds->pdata[0], 0, 60), LANG_EN,
                 "error: image 'a.png' is damaged: the file ends too early ");
    assert_words(g_bytes_new_from_bytes(kinds->pdata[2], 0, 300), LANG_ZH,
                 "错误：图片“a.png”已损坏：文件不完整 ");
}

/* With any byte changed it is read, or reported. */
static void test_damaged(void)
{
    g_autoptr(GPtrArray) kinds = all_kinds();
    for (guint i = 0; i < kinds->len; i++) {
        gsize length;
        const guint8 *data = g_bytes_get_data(kinds->pdata[i], &length);
        for (gsize at = 0; at < length; at++) {
            const guint8 values[] = {0, 0xFF, data[at] ^ 0x10, data[at] + 1};
            for (guint k = 0; k < G_N_ELEMENTS(values); k++) {
                guint8 *copy = g_memdup2(data, length);
                copy[at] = values[k];
                g_free(reading(g_bytes_new_take(copy, length)));
            }
        }
    }
}

/* --- pixels --- */

static void take_row(gpointer data, guint y, const guint8 *pixels)
{
    GString *out = data;
    g_string_append_printf(out, "%u:", y);
    for (guint i = 0; i < 4; i++)
        g_string_append_printf(out, " %02x%02x%02x.%02x", pixels[4 * i], pixels[4 * i + 1],
                               pixels[4 * i + 2], pixels[4 * i + 3]);
    g_string_append_c(out, '\n');
}

/* The first four pixels of each row. Takes the bytes. */
static gchar *decoded(GBytes *bytes)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Image) image = image_read(bytes, "a", SPAN_NONE, sink);
    GString *out = g_string_new(NULL);
    g_bytes_unref(bytes);
    g_assert_true(image_decode(image, take_row, out));
    return g_string_free(out, FALSE);
}

#define assert_pixels(bytes, expected) \
    do { \
        g_autofree gchar *pixels = decoded(bytes); \
        g_assert_cmpstr(pixels, ==, expected); \
    } while (0)

static void test_png_pixels(void)
{
    PngKind kind = PNG_KIND(4, 2, RGB_ALPHA, .alpha = 7);
    const gchar *rows = "0: 001020.ff 405060.ff 8090a0.ff c0d0e0.ff\n"
                        "1: 001020.ff 405060.ff 8090a0.ff c0d0e0.07\n";
    assert_pixels(picture_png(kind), rows);
    kind.interlaced = TRUE;
    assert_pixels(picture_png(kind), rows);
    assert_pixels(picture_png(PNG_KIND(4, 1, GRAY, .holes = TRUE)),
                  "0: 000000.00 101010.ff 202020.ff 303030.ff\n");
    assert_pixels(picture_png(PNG_KIND(4, 1, PALETTE, .holes = TRUE)),
                  "0: c80000.ff 000064.00 c80000.ff 000064.00\n");
    assert_pixels(picture_png(PNG_KIND(4, 1, GRAY, .depth = 1)),
                  "0: 000000.ff 000000.ff 000000.ff 000000.ff\n");
}

/* One channel within what the compression allows. */
static void assert_near(guint8 value, guint8 wanted)
{
    g_assert_cmpint(ABS(value - wanted), <=, 6);
}

typedef struct {
    guint8 left[4], right[4];
    guint rows, width;
} Ends;

static void take_ends(gpointer data, guint y, const guint8 *pixels)
{
    Ends *ends = data;
    g_assert_cmpuint(y, ==, ends->rows++);
    if (y > 0)
        return;
    memcpy(ends->left, pixels, 4);
    memcpy(ends->right, pixels + 4 * (ends->width - 1), 4);
}

/* 200 of red; of cyan in Photoshop's complement that is 200 of red light. */
static void test_jpeg_pixels(void)
{
    for (int components = 1; components <= 4; components++) {
        if (components == 2)
            continue;
        g_autoptr(GBytes) bytes = picture_jpeg(JPEG_KIND(32, 16, components));
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Image) image = image_read(bytes, "a", SPAN_NONE, sink);
        Ends ends = {.width = 32};
        g_assert_true(image_decode(image, take_ends, &ends));
        g_assert_cmpuint(ends.rows, ==, 16);
        assert_near(ends.left[0], components == 4 ? 0 : 200);
        assert_near(ends.left[1], components == 1 ? 200 : 0);
        g_assert_cmpuint(ends.left[3], ==, 255);
        for (guint k = 0; k < 4; k++)
            assert_near(ends.right[k], 255);
    }
}

static void test_references(void)
{
    g_autoptr(GBytes) bytes = SVG(BOX, "");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Image) image = image_read(bytes, "a", SPAN_NONE, sink);
    g_autoptr(Image) other = image_ref(image);
    g_assert_true(other == image);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/image/png", test_png);
    g_test_add_func("/image/png-density", test_png_density);
    g_test_add_func("/image/png-transparency", test_png_transparency);
    g_test_add_func("/image/png-refused", test_png_refused);
    g_test_add_func("/image/png-sizes", test_png_sizes);
    g_test_add_func("/image/jpeg", test_jpeg);
    g_test_add_func("/image/jpeg-sizes", test_jpeg_sizes);
    g_test_add_func("/image/exif", test_exif);
    g_test_add_func("/image/exif-truncated", test_exif_truncated);
    g_test_add_func("/image/svg-sizes", test_svg_sizes);
    g_test_add_func("/image/svg-content", test_svg_content);
    g_test_add_func("/image/svg-refused", test_svg_refused);
    g_test_add_func("/image/formats", test_formats);
    g_test_add_func("/image/truncated", test_truncated);
    g_test_add_func("/image/damaged", test_damaged);
    g_test_add_func("/image/png-pixels", test_png_pixels);
    g_test_add_func("/image/jpeg-pixels", test_jpeg_pixels);
    g_test_add_func("/image/references", test_references);
    return g_test_run();
}
