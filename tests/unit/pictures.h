/* Images made for tests: every pixel is from here. */
#ifndef MKB_TESTS_PICTURES_H
#define MKB_TESTS_PICTURES_H

#include <glib.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

typedef struct {
    guint width, height;
    int color;      /* PNG_COLOR_TYPE_… */
    int depth;      /* bits; 0: 8 */
    guint density;  /* pixels a metre; 0: none */
    guint8 alpha;   /* of the last pixel, where there is alpha */
    gboolean holes; /* a palette's or grey's transparent colour, tRNS, that is used */
    gboolean interlaced, animated;
} PngKind;

#define PNG_KIND(w, h, c, ...) \
    ((PngKind){.width = w, .height = h, .color = PNG_COLOR_TYPE_##c, __VA_ARGS__})

static inline void png_to_array(png_structp png, png_bytep bytes, size_t length)
{
    g_byte_array_append(png_get_io_ptr(png), bytes, (guint) length);
}

static inline void png_write_extras(png_structp png, png_infop info, const PngKind *kind)
{
    static png_color palette[2] = {{200, 0, 0}, {0, 0, 100}};
    static png_byte clear[2] = {255, 0};
    png_color_16 key = {.gray = 0};

    if (kind->color == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 2);
    if (kind->holes)
        png_set_tRNS(png, info, clear, 2, &key);
    if (kind->density > 0)
        png_set_pHYs(png, info, kind->density, kind->density * 2, PNG_RESOLUTION_METER);
}

/* Bytes 0, 1, 2, 3 … of each row, so that pixels differ; of a palette 0 and 1 by turns. */
static inline guint8 png_byte_at(const PngKind *kind, gsize i)
{
    if (kind->color == PNG_COLOR_TYPE_PALETTE)
        return (guint8) (i % 2);
    if (kind->color == PNG_COLOR_TYPE_RGB_ALPHA && i % 4 == 3)
        return 255;
    if (kind->color == PNG_COLOR_TYPE_GRAY_ALPHA && i % 2 == 1)
        return 255;
    return (guint8) (i * 16);
}

static inline GBytes *picture_png(PngKind kind)
{
    static const png_byte animation[8] = {0, 0, 0, 1};
    GByteArray *out = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);

    g_assert_cmpint(setjmp(png_jmpbuf(png)), ==, 0);
    png_set_write_fn(png, out, png_to_array, NULL);
    png_set_IHDR(png, info, kind.width, kind.height, kind.depth ? kind.depth : 8, kind.color,
                 kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    png_write_extras(png, info, &kind);
    png_write_info(png, info);
    if (kind.animated)
        png_write_chunk(png, (png_const_bytep) "acTL", animation, sizeof animation);
    gsize length = png_get_rowbytes(png, info);
    g_autofree guint8 *bytes = g_malloc(length * kind.height);
    g_autofree png_bytep *rows = g_new(png_bytep, kind.height);
    for (guint y = 0; y < kind.height; y++) {
        rows[y] = bytes + y * length;
        for (gsize i = 0; i < length; i++)
            rows[y][i] = png_byte_at(&kind, i);
    }
    if (kind.color & PNG_COLOR_MASK_ALPHA)
        memset(bytes + length * kind.height - (kind.depth == 16 ? 2 : 1), kind.alpha,
               kind.depth == 16 ? 2 : 1);
    png_write_image(png, rows);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return g_byte_array_free_to_bytes(out);
}

typedef struct {
    guint width, height;
    int components;     /* 1, 3 or 4 */
    int unit;           /* of the density of JFIF: 0 none, 1 inch, 2 cm */
    guint density;      /* down it is twice that */
    const guint8 *exif; /* (nullable) the TIFF part */
    guint exif_length;
    gboolean progressive, arithmetic, many_scans;
    gboolean bare; /* neither JFIF nor Adobe's segment */
} JpegKind;

#define JPEG_KIND(w, h, c, ...) ((JpegKind){.width = w, .height = h, .components = c, __VA_ARGS__})

#define MANY_SCANS (1 + 63 * 4)

/* Each coefficient by itself, in four steps. */
static inline void jpeg_many_scans(struct jpeg_compress_struct *jpeg, jpeg_scan_info *scans)
{
    guint n = 0;

    scans[n++] = (jpeg_scan_info){1, {0}, 0, 0, 0, 0};
    for (int low = 3; low >= 0; low--)
        for (int k = 1; k < 64; k++)
            scans[n++] = (jpeg_scan_info){1, {0}, k, k, low == 3 ? 0 : low + 1, low};
    jpeg->scan_info = scans;
    jpeg->num_scans = (int) n;
}

static inline GBytes *picture_jpeg(JpegKind kind)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *out = NULL;
    unsigned long length = 0;

    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &out, &length);
    jpeg.image_width = kind.width;
    jpeg.image_height = kind.height;
    jpeg.input_components = kind.components;
    jpeg.in_color_space = kind.components == 1   ? JCS_GRAYSCALE
                          : kind.components == 3 ? JCS_RGB
                                                 : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg.arith_code = kind.arithmetic;
    if (kind.bare)
        jpeg.write_JFIF_header = jpeg.write_Adobe_marker = FALSE;
    jpeg.density_unit = (UINT8) kind.unit;
    jpeg.X_density = (UINT16) MAX(kind.density, 1);
    jpeg.Y_density = (UINT16) MAX(kind.density * 2, 1);
    if (kind.progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_scan_info scans[MANY_SCANS];
    if (kind.many_scans)
        jpeg_many_scans(&jpeg, scans);
    jpeg_start_compress(&jpeg, TRUE);
    if (kind.exif) {
        g_autoptr(GByteArray) marker = g_byte_array_new();
        g_byte_array_append(marker, (const guint8 *) "Exif\0", 6);
        g_byte_array_append(marker, kind.exif, kind.exif_length);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, marker->data, marker->len);
    }
    g_autofree guint8 *row = g_malloc((gsize) kind.width * (guint) kind.components);
    /* Red in the upper left quarter, white, grey or no ink elsewhere. */
    for (guint y = 0; y < kind.height; y++) {
        for (guint x = 0; x < kind.width; x++)
            for (int k = 0; k < kind.components; k++)
                row[(int) x * kind.components + k] =
                    x < kind.width / 2 && y < kind.height / 2 ? (guint8) (k == 0 ? 200 : 0) : 255;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    GBytes *bytes = g_bytes_new(out, length);
    free(out);
    return bytes;
}

#define SVG_HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" "

static inline GBytes *picture_svg(const gchar *text)
{
    return g_bytes_new(text, strlen(text));
}

#endif
