#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
/* Codes of faults; after jpeglib.h. */
#include <jerror.h>

#include "source/exif.h"
#include "source/image_formats.h"

#define MARKER_EXIF (JPEG_APP0 + 1)
#define EXIF_HEAD "Exif\0"

/* A progressive image has some ten scans; thousands of empty ones would keep a reader busy. */
#define MOST_SCANS 200

/* A file being read. libjpeg reports through what is its first member. */
typedef struct {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct jpeg;
    jmp_buf leave;
    guint8 *pixels;
    gboolean open, truncated;
    gboolean unusual; /* nothing is wrong, but no reader of a PDF knows it (ISO 32000-1 7.4.8) */
    gchar detail[JMSG_LENGTH_MAX];
} JpegFile;

static void fail(j_common_ptr jpeg)
{
    JpegFile *file = (JpegFile *) jpeg->err;
    int code = jpeg->err->msg_code;
    file->unusual = code == JERR_BAD_PRECISION || code == JERR_SOF_UNSUPPORTED ||
                    code == JERR_ARITH_NOTIMPL || code == JERR_CONVERSION_NOTIMPL;
    jpeg->err->format_message(jpeg, file->detail);
    longjmp(file->leave, 1);
}

/* libjpeg goes on after a warning, with grey where the picture is lost. Cameras do write bytes too
 * many between segments. */
static void judge(j_common_ptr jpeg, int level)
{
    JpegFile *file = (JpegFile *) jpeg->err;
    int code = jpeg->err->msg_code;
    if (level >= 0 || code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM ||
        code == JWRN_JFIF_MAJOR || code == JWRN_TOO_MUCH_DATA)
        return;
    file->truncated = code == JWRN_JPEG_EOF;
    fail(jpeg);
}

static void say_nothing(j_common_ptr jpeg)
{
    (void) jpeg;
}

static void count_scans(j_common_ptr jpeg)
{
    JpegFile *file = (JpegFile *) jpeg->err;
    if (file->jpeg.input_scan_number <= MOST_SCANS)
        return;
    g_strlcpy(file->detail, "too many scans", sizeof file->detail);
    longjmp(file->leave, 1);
}

/* Everything before the pixels. libjpeg leaves by longjmp: what is needed afterwards stands in the
 * file. */
static gboolean file_open(JpegFile *file, GBytes *bytes)
{
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    file->jpeg.err = jpeg_std_error(&file->errors);
    file->errors.error_exit = fail;
    file->errors.emit_message = judge;
    file->errors.output_message = say_nothing;
    if (setjmp(file->leave))
        return FALSE;
    jpeg_create_decompress(&file->jpeg);
    file->open = TRUE;
    file->progress.progress_monitor = count_scans;
    file->jpeg.progress = &file->progress;
    jpeg_mem_src(&file->jpeg, data, length);
    jpeg_save_markers(&file->jpeg, MARKER_EXIF, 0xFFFF);
    jpeg_read_header(&file->jpeg, TRUE);
    return TRUE;
}

static void file_close(JpegFile *file)
{
    g_free(file->pixels);
    if (file->open)
        jpeg_destroy_decompress(&file->jpeg);
}

static Exif read_exif(const JpegFile *file)
{
    const gsize head = sizeof EXIF_HEAD;
    for (jpeg_saved_marker_ptr marker = file->jpeg.marker_list; marker; marker = marker->next) {
        if (marker->marker == MARKER_EXIF && marker->data_length > head &&
            memcmp(marker->data, EXIF_HEAD, head) == 0)
            return exif_read(marker->data + head, marker->data_length - head);
    }
    return (Exif){1, 0, 0};
}

/* JFIF (ITU-T T.871) in thousandths of pixels an inch; 0 without a unit. */
static guint64 jfif_density(const JpegFile *file, guint density)
{
    if (!file->jpeg.saw_JFIF_marker)
        return 0;
    return file->jpeg.density_unit == 1   ? (guint64) density * 1000
           : file->jpeg.density_unit == 2 ? (guint64) density * 2540
                                          : 0;
}

static void report(ImageReading *reading, const JpegFile *file)
{
    if (file->unusual)
        image_report_unusable(reading, "是少见的 JPEG；请另存为普通的 JPEG 或 PNG",
                              "it is an unusual JPEG; save it as a plain JPEG or as PNG");
    else if (file->truncated)
        image_report_truncated(reading);
    else
        image_report_damaged(reading, file->detail);
}

static gboolean take_head(ImageReading *reading, JpegFile *file)
{
    const struct jpeg_decompress_struct *jpeg = &file->jpeg;
    Exif exif = read_exif(file);
    guint64 across = jfif_density(file, jpeg->X_density),
            down = jfif_density(file, jpeg->Y_density);

    reading->image->orientation = exif.orientation;
    if (!image_take_size(reading, jpeg->image_width, jpeg->image_height))
        return FALSE;
    if (across > 0 && down > 0)
        image_take_density(reading->image, across, down);
    else
        image_take_density(reading->image, exif.across, exif.down);
    /* Inks are taken for those of Photoshop, which are complements and say so. */
    int components = jpeg->num_components;
    reading->image->inks = components == 4;
    file->unusual = jpeg->arith_code || (components != 1 && components != 3 &&
                                         !(components == 4 && jpeg->saw_Adobe_marker));
    if (file->unusual)
        report(reading, file);
    return !file->unusual;
}

/* Reads all of the data at an eighth of the size: whatever is damaged is met. */
static gboolean read_small(JpegFile *file)
{
    if (setjmp(file->leave))
        return FALSE;
    file->jpeg.scale_num = 1;
    file->jpeg.scale_denom = 8;
    file->jpeg.do_fancy_upsampling = FALSE;
    file->jpeg.dct_method = JDCT_IFAST;
    jpeg_start_decompress(&file->jpeg);
    file->pixels = g_malloc((gsize) file->jpeg.output_width * file->jpeg.output_components);
    while (file->jpeg.output_scanline < file->jpeg.output_height)
        jpeg_read_scanlines(&file->jpeg, &file->pixels, 1);
    jpeg_finish_decompress(&file->jpeg);
    return TRUE;
}

gboolean jpeg_look(ImageReading *reading)
{
    JpegFile file = {.open = FALSE};
    gboolean good = FALSE;
    if (!file_open(&file, reading->image->bytes))
        report(reading, &file);
    else if (take_head(reading, &file)) {
        good = read_small(&file);
        if (!good)
            report(reading, &file);
    }
    file_close(&file);
    return good;
}

/* From ink to light, without profiles. Photoshop's files hold the complement of ink. */
static void from_cmyk(guint8 *pixels, guint count)
{
    for (guint i = 0; i < count; i++, pixels += 4) {
        for (guint k = 0; k < 3; k++)
            pixels[k] = (guint8) ((pixels[k] * pixels[3] + 127) / 255);
        pixels[3] = 0xFF;
    }
}

static gboolean read_pixels(JpegFile *file, ImageRow row, gpointer data)
{
    if (setjmp(file->leave))
        return FALSE;
    gboolean inks = file->jpeg.num_components == 4;
    file->jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(&file->jpeg);
    file->pixels = g_malloc((gsize) file->jpeg.output_width * 4);
    while (file->jpeg.output_scanline < file->jpeg.output_height) {
        guint y = file->jpeg.output_scanline;
        jpeg_read_scanlines(&file->jpeg, &file->pixels, 1);
        if (inks)
            from_cmyk(file->pixels, file->jpeg.output_width);
        row(data, y, file->pixels);
    }
    jpeg_finish_decompress(&file->jpeg);
    return TRUE;
}

gboolean jpeg_decode(const Image *image, ImageRow row, gpointer data)
{
    JpegFile file = {.open = FALSE};
    gboolean good = file_open(&file, image->bytes) && read_pixels(&file, row, data);
    file_close(&file);
    return good;
}
