#include "source/image.h"

#include <string.h>

#include "source/image_formats.h"

#define MOST_PIXELS 50000000
#define MOST_SIDE 32767 /* Cairo's */

/* Thousandths of pixels an inch. */
#define USUAL_DENSITY 96000
#define LEAST_DENSITY 10000
#define MOST_DENSITY 10000000

#define INCH (72 * LEN_PT)

/* --- what a file is --- */

typedef struct {
    gsize at;
    const gchar *bytes;
    gsize length;
} Magic;

#define MAGIC(at, bytes) \
    { \
        at, bytes, sizeof bytes - 1 \
    }

static const struct {
    Magic magic;
    const gchar *name;
} other_formats[] = {
    {MAGIC(0, "GIF8"), "GIF"},
    {MAGIC(0, "BM"), "BMP"},
    {MAGIC(0, "II*\0"), "TIFF"},
    {MAGIC(0, "MM\0*"), "TIFF"},
    {MAGIC(8, "WEBP"), "WebP"},
    {MAGIC(4, "ftyp"), "HEIC/AVIF/MP4"},
    {MAGIC(0, "%PDF"), "PDF"},
    {MAGIC(0, "%!PS"), "PostScript"},
    {MAGIC(0, "8BPS"), "Photoshop"},
    {MAGIC(40, " EMF"), "EMF"},
    {MAGIC(0, "\xD7\xCD\xC6\x9A"), "WMF"},
    {MAGIC(0, "PK\3\4"), "ZIP/Office"},
    {MAGIC(0, "\x1F\x8B"), "gzip/SVGZ"},
};

static gboolean has_magic(GBytes *bytes, Magic magic)
{
    gsize length;
    const gchar *data = g_bytes_get_data(bytes, &length);
    return length >= magic.at + magic.length &&
           memcmp(data + magic.at, magic.bytes, magic.length) == 0;
}

/* XML is text: a mark of the encoding and white may stand before it. */
static gboolean looks_like_xml(GBytes *bytes)
{
    gsize length;
    const gchar *data = g_bytes_get_data(bytes, &length);
    gsize at = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && g_ascii_isspace(data[at]))
        at++;
    return at < length && data[at] == '<';
}

static gboolean find_kind(GBytes *bytes, ImageKind *kind)
{
    if (has_magic(bytes, (Magic) MAGIC(0, "\x89PNG")))
        *kind = IMAGE_PNG;
    else if (has_magic(bytes, (Magic) MAGIC(0, "\xFF\xD8\xFF")))
        *kind = IMAGE_JPEG;
    else if (looks_like_xml(bytes))
        *kind = IMAGE_SVG;
    else
        return FALSE;
    return TRUE;
}

static gboolean is_spreadsheet(const gchar *name)
{
    static const gchar *const endings[] = {".xlsx", ".xls", ".et", ".ods"};
    g_autofree gchar *lower = g_ascii_strdown(name, -1);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(lower, endings[i]))
            return TRUE;
    return FALSE;
}

static void report_format(const ImageReading *reading)
{
    const Image *image = reading->image;
    if (is_spreadsheet(image->name)) {
        diag_report(reading->sink, RULE_SPREADSHEET, image->where, image->name, NULL);
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(other_formats); i++) {
        if (has_magic(image->bytes, other_formats[i].magic)) {
            diag_report(reading->sink, RULE_IMAGE_FORMAT_OTHER, image->where, image->name,
                        other_formats[i].name, NULL);
            return;
        }
    }
    diag_report(reading->sink, RULE_IMAGE_FORMAT, image->where, image->name, NULL);
}

/* --- what the formats have in common --- */

void image_report_damaged(ImageReading *reading, const gchar *detail)
{
    g_autofree gchar *zh = g_strdup_printf("数据有误（%s）", detail);
    g_autofree gchar *en = g_strdup_printf("its data are wrong (%s)", detail);
    diag_report(reading->sink, RULE_IMAGE_DAMAGED, reading->image->where, reading->image->name, zh,
                en, NULL);
}

void image_report_truncated(ImageReading *reading)
{
    diag_report(reading->sink, RULE_IMAGE_DAMAGED, reading->image->where, reading->image->name,
                "文件不完整", "the file ends too early", NULL);
}

void image_report_unusable(ImageReading *reading, const gchar *zh, const gchar *en)
{
    diag_report(reading->sink, RULE_IMAGE_UNUSABLE, reading->image->where, reading->image->name, zh,
                en, NULL);
}

static void report_size(ImageReading *reading, guint width, guint height)
{
    const Image *image = reading->image;
    gboolean long_side = width > MOST_SIDE || height > MOST_SIDE;
    g_autofree gchar *zh = g_strdup_printf("图片“%s”有 %u × %u 像素，%s", image->name, width,
                                           height, long_side ? "边长多于 32767" : "多于 5000 万");
    g_autofree gchar *en =
        g_strdup_printf("image '%s' has %u × %u pixels, more than %s", image->name, width, height,
                        long_side ? "32767 along a side" : "50 million");

    diag_report(reading->sink, RULE_LIMIT, image->where, zh, en, NULL);
}

gboolean image_take_size(ImageReading *reading, guint width, guint height)
{
    Image *image = reading->image;
    if (width == 0 || height == 0) {
        image_report_damaged(reading, "0 × 0");
        return FALSE;
    }
    if (width > MOST_SIDE || height > MOST_SIDE || (guint64) width * height > MOST_PIXELS) {
        report_size(reading, width, height);
        return FALSE;
    }
    gboolean exchanged = image->orientation >= 5;
    image->width = exchanged ? height : width;
    image->height = exchanged ? width : height;
    return TRUE;
}

static gboolean is_density(guint64 density)
{
    return density >= LEAST_DENSITY && density <= MOST_DENSITY;
}

void image_take_density(Image *image, guint64 across, guint64 down)
{
    if (!is_density(across) || !is_density(down))
        across = down = USUAL_DENSITY;
    if (image->orientation >= 5) {
        guint64 other = across;
        across = down;
        down = other;
    }
    image->natural_width = MAX(len_mul_div(INCH * image->width, 1000, (gint64) across), 1);
    image->natural_height = MAX(len_mul_div(INCH * image->height, 1000, (gint64) down), 1);
}

/* --- an image --- */

static gboolean look(ImageReading *reading)
{
    if (!find_kind(reading->image->bytes, &reading->image->kind)) {
        report_format(reading);
        return FALSE;
    }
    switch (reading->image->kind) {
    case IMAGE_PNG:
        return png_look(reading);
    case IMAGE_JPEG:
        return jpeg_look(reading);
    case IMAGE_SVG:
        return svg_look(reading);
    }
    return FALSE;
}

Image *image_read(GBytes *bytes, const gchar *name, Span where, Diagnostics *sink)
{
    g_autoptr(Image) image = g_new0(Image, 1);
    image->orientation = 1;
    image->bytes = g_bytes_ref(bytes);
    image->name = g_strdup(name);
    image->where = where;
    image->references = 1;
    ImageReading reading = {image, sink};
    return look(&reading) ? g_steal_pointer(&image) : NULL;
}

Image *image_ref(Image *image)
{
    image->references++;
    return image;
}

void image_unref(Image *image)
{
    if (!image || --image->references > 0)
        return;
    g_bytes_unref(image->bytes);
    g_free(image->name);
    g_free(image);
}

gboolean image_decode(const Image *image, ImageRow row, gpointer data)
{
    return image->kind == IMAGE_PNG    ? png_decode(image, row, data)
           : image->kind == IMAGE_JPEG ? jpeg_decode(image, row, data)
                                       : FALSE;
}
