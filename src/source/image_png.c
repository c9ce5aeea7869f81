#include <png.h>

#include <string.h>

#include "source/image_formats.h"

/* What a file may ask for besides pixels: text, profiles. */
#define MOST_CHUNK_BYTES (4 * 1024 * 1024)
#define SIGNATURE 8 /* bytes of a PNG before its chunks */

/* A file being read. libpng leaves by longjmp: whatever changes after setjmp stands here. */
typedef struct {
    const guint8 *at, *end;
    png_structp png;
    png_infop info;
    guint8 *pixels; /* a row, or all of an interlaced image */
    gboolean truncated, animated;
    gchar detail[128];
} PngFile;

static void fail(png_structp png, png_const_charp text)
{
    PngFile *file = png_get_error_ptr(png);
    g_strlcpy(file->detail, text, sizeof file->detail);
    png_longjmp(png, 1);
}

/* Ancillary chunks that are out of order and such: nothing that changes a pixel. */
static void ignore(png_structp png, png_const_charp text)
{
    (void) png, (void) text;
}

static void read_bytes(png_structp png, png_bytep out, size_t length)
{
    PngFile *file = png_get_io_ptr(png);
    if (length > (size_t) (file->end - file->at)) {
        file->truncated = TRUE;
        fail(png, "");
    }
    memcpy(out, file->at, length);
    file->at += length;
}

/* acTL stands before the pixels of an animation. */
static int note_chunk(png_structp png, png_unknown_chunkp chunk)
{
    PngFile *file = png_get_user_chunk_ptr(png);
    file->animated |= memcmp(chunk->name, "acTL", 4) == 0;
    return 1;
}

/* libpng would make room for what a chunk says of its length before it finds that the file ends:
 * its limit for a chunk is a mere warning. A chunk: length, kind, data, checksum. */
static gboolean chunks_are_whole(const PngFile *file)
{
    const guint8 *at = file->at + SIGNATURE;

    while (file->end - at >= 12 && memcmp(at + 4, "IEND", 4) != 0) {
        if (png_get_uint_32(at) > file->end - at - 12)
            return FALSE;
        at += 12 + png_get_uint_32(at);
    }
    return TRUE;
}

static gboolean file_open(PngFile *file, GBytes *bytes)
{
    gsize length;
    file->at = g_bytes_get_data(bytes, &length);
    file->end = file->at + length;
    file->truncated = length >= SIGNATURE && !chunks_are_whole(file);
    if (file->truncated)
        return FALSE;
    file->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, file, fail, ignore);
    file->info = file->png ? png_create_info_struct(file->png) : NULL;
    if (!file->info)
        return FALSE;
    png_set_read_fn(file->png, file, read_bytes);
    png_set_read_user_chunk_fn(file->png, file, note_chunk);
    png_set_user_limits(file->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(file->png, MOST_CHUNK_BYTES);
    return TRUE;
}

static void file_close(PngFile *file)
{
    g_free(file->pixels);
    png_destroy_read_struct(&file->png, &file->info, NULL);
}

/* Everything before the pixels. */
static gboolean read_head(PngFile *file)
{
    if (setjmp(png_jmpbuf(file->png)))
        return FALSE;
    png_read_info(file->png, file->info);
    return TRUE;
}

/* All kinds of pixels as red, green, blue and alpha. */
static void ask_for_bytes(PngFile *file)
{
    png_set_expand(file->png);
    png_set_scale_16(file->png);
    png_set_gray_to_rgb(file->png);
    png_set_add_alpha(file->png, 0xFF, PNG_FILLER_AFTER);
}

static gboolean read_pixels(PngFile *file, ImageRow row, gpointer data)
{
    if (setjmp(png_jmpbuf(file->png)))
        return FALSE;
    ask_for_bytes(file);
    int passes = png_set_interlace_handling(file->png);
    png_read_update_info(file->png, file->info);
    guint height = png_get_image_height(file->png, file->info);
    gsize length = png_get_rowbytes(file->png, file->info);
    file->pixels = g_malloc0(passes > 1 ? length * height : length);
    for (int pass = 0; pass < passes; pass++) {
        for (guint y = 0; y < height; y++) {
            guint8 *pixels = file->pixels + (passes > 1 ? length * y : 0);
            png_read_row(file->png, pixels, NULL);
            if (pass == passes - 1)
                row(data, y, pixels);
        }
    }
    png_read_end(file->png, NULL);
    return TRUE;
}

/* Thousandths of pixels an inch. */
static guint64 density(guint32 in_a_metre)
{
    return ((guint64) in_a_metre * 254 + 5) / 10;
}

static gboolean take_head(ImageReading *reading, PngFile *file)
{
    if (file->animated) {
        image_report_unusable(reading, "是动画；请存为一幅静止的图",
                              "it is animated; save one still picture");
        return FALSE;
    }
    if (!image_take_size(reading, png_get_image_width(file->png, file->info),
                         png_get_image_height(file->png, file->info)))
        return FALSE;
    image_take_density(reading->image, density(png_get_x_pixels_per_meter(file->png, file->info)),
                       density(png_get_y_pixels_per_meter(file->png, file->info)));
    return TRUE;
}

static void note_transparency(gpointer data, guint y, const guint8 *pixels)
{
    Image *image = data;
    (void) y;
    for (guint x = 0; x < image->width && !image->transparent; x++)
        image->transparent = pixels[4 * x + 3] != 0xFF;
}

static void report(ImageReading *reading, const PngFile *file)
{
    if (file->truncated)
        image_report_truncated(reading);
    else
        image_report_damaged(reading, file->detail);
}

gboolean png_look(ImageReading *reading)
{
    PngFile file = {.at = NULL};
    gboolean good = FALSE;
    if (!file_open(&file, reading->image->bytes) || !read_head(&file))
        report(reading, &file);
    else if (take_head(reading, &file)) {
        good = read_pixels(&file, note_transparency, reading->image);
        if (!good)
            report(reading, &file);
    }
    file_close(&file);
    return good;
}

gboolean png_decode(const Image *image, ImageRow row, gpointer data)
{
    PngFile file = {.at = NULL};
    gboolean good =
        file_open(&file, image->bytes) && read_head(&file) && read_pixels(&file, row, data);
    file_close(&file);
    return good;
}
