#include "output/finish.h"

#include "base/progress.h"
#include "output/archive.h"
#include "output/ink_pages.h"
#include "output/pdf_fonts.h"
#include "output/pdf_objects.h"
#include "output/png_stream.h"
#include "output/structure.h"

#include <stdlib.h>
#include <string.h>

/* A warning is a fault too: it tells of something that qpdf would mend by guessing. */
static gboolean qpdf_ok(qpdf_data pdf, Diagnostics *sink)
{
    qpdf_error error = qpdf_has_error(pdf) ? qpdf_get_error(pdf) : NULL;

    if (!error && qpdf_more_warnings(pdf))
        error = qpdf_next_warning(pdf);
    if (!error)
        return TRUE;
    diag_report(sink, RULE_DRAWING, SPAN_NONE, qpdf_get_error_full_text(pdf, error), NULL);
    return FALSE;
}

/* ISO 32000-1 7.9.4, from "2023-09-15T00:00:00Z". */
static gchar *pdf_date(const gchar *date)
{
    GString *out = g_string_new("D:");

    for (; *date; date++)
        if (g_ascii_isdigit(*date))
            g_string_append_c(out, *date);
    g_string_append_c(out, 'Z');
    return g_string_free(out, FALSE);
}

/* Cairo 1.16 takes the time of creation from the clock, and leaves "D:" out of a date that it is
 * given. Nothing on a page has been trapped for a press (ISO 32000-1 14.11.6). */
static void set_info(qpdf_data pdf, const gchar *date)
{
    qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
    g_autofree gchar *text = pdf_date(date);

    set_text(pdf, info, "/CreationDate", text);
    set_text(pdf, info, "/ModDate", text);
    set_parsed(pdf, info, "/Trapped", "/False");
}

/* Labels by Cairo 1.16 that are 1, 2, 3 … come out as an empty list, and some viewers then show
 * none. */
static void set_catalogue(qpdf_data pdf, const Pages *pages)
{
    const Page *first = pages->pages->pdata[0];
    qpdf_oh catalogue = qpdf_get_root(pdf);
    g_autofree gchar *labels =
        g_strdup_printf("<< /Nums [ 0 << /S /D /St %u >> ] >>", first->number);

    set_parsed(pdf, catalogue, "/PageLabels", labels);
    set_parsed(pdf, catalogue, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    set_text(pdf, catalogue, "/Lang", pages->info.language);
}

/* Cairo has taken the pixels of a PNG for a JPEG; size and colours are right. */
static void finish_png(qpdf_data pdf, qpdf_oh stream)
{
    QPDF_BOOL decoded = QPDF_FALSE;
    guint8 *data = NULL;
    size_t length = 0;
    PngStream png;

    qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_none, &decoded, &data, &length);
    if (data && png_unwrap(data, length, &png)) {
        g_autofree gchar *parameters =
            g_strdup_printf("<< /Predictor 15 /Colors %u /BitsPerComponent 8 /Columns %u >>",
                            png.colours, png.columns);
        qpdf_oh_replace_stream_data(pdf, stream, png.pixels, png.length,
                                    qpdf_oh_new_name(pdf, "/FlateDecode"),
                                    qpdf_oh_parse(pdf, parameters));
    }
    free(data);
}

/* The inks of a JPEG are complements (image_jpeg.c lets no others in), as Photoshop's always were;
 * Cairo 1.16 does not say so. Smoothing of its own, which it asks of viewers, is not for archives
 * (ISO 19005-2 6.2.8). */
static void finish_image(qpdf_data pdf, qpdf_oh stream, gpointer data)
{
    qpdf_oh image = qpdf_oh_get_dict(pdf, stream);
    (void) data;

    if (!is_named(pdf, image, "/Subtype", "/Image"))
        return;
    if (is_named(pdf, image, "/Filter", "/DCTDecode"))
        finish_png(pdf, stream);
    qpdf_oh_remove_key(pdf, image, "/Interpolate");
    if (is_named(pdf, image, "/ColorSpace", "/DeviceCMYK"))
        set_parsed(pdf, image, "/Decode", "[ 1 0 1 0 1 0 1 0 ]");
}

static void finish_pages(qpdf_data pdf, gboolean archival)
{
    int count = qpdf_get_num_pages(pdf);
    qpdf_oh space = qpdf_oh_new_uninitialized(pdf);

    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(pdf, (size_t) i);
        /* From one link to the next as in the text (ISO 14289-1 7.18.3). */
        set_parsed(pdf, page, "/Tabs", "/S");
        visit_objects(pdf, page, finish_image, NULL);
        if (archival)
            name_image_inks(pdf, page, &space);
    }
}

/* What a drawing library made of the boundaries between elements is not what was asked of it. */
static gboolean mark_pages(qpdf_data pdf, const Pages *pages, Diagnostics *sink)
{
    if (structure_write(pdf, pages))
        return TRUE;
    diag_report(sink, RULE_DRAWING, SPAN_NONE, "marked content", NULL);
    return FALSE;
}

static GBytes *written(qpdf_data pdf, Diagnostics *sink)
{
    progress_at(PROGRESS_FINISHING, 0, 0);
    qpdf_init_write_memory(pdf);
    if (!qpdf_ok(pdf, sink))
        return NULL;
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_force_pdf_version(pdf, "1.7"); /* which both standards are written for */
    qpdf_write(pdf);
    if (!qpdf_ok(pdf, sink))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

static GBytes *finished(qpdf_data pdf, const Pages *pages, PdfStandard standard, Diagnostics *sink)
{
    gboolean archival = standard_is_archival(standard);

    set_catalogue(pdf, pages);
    set_info(pdf, pages->info.date);
    finish_pages(pdf, archival);
    if (pages->colours == COLOURS_CMYK)
        ink_pages(pdf, archival ? INKS_BY_NAME : INKS_OF_DEVICE);
    if (!qpdf_ok(pdf, sink) || !mark_pages(pdf, pages, sink))
        return NULL;
    archive_describe(pdf, standard, pages->info.date, pages->info.language);
    return qpdf_ok(pdf, sink) ? written(pdf, sink) : NULL;
}

GBytes *pdf_finish(const GByteArray *drawn, const Pages *pages, PdfStandard standard,
                   const StandIns *stand_ins, gboolean *outlines_lost, Diagnostics *sink)
{
    GBytes *bytes = NULL;
    if (!qpdf_open(sink))
        return NULL;
    qpdf_data pdf = qpdf_init();

    /* No C++ exception leaves the C interface: errors wait to be asked for. */
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    qpdf_read_memory(pdf, "PDF", (const char *) drawn->data, drawn->len, NULL);
    if (qpdf_ok(pdf, sink)) {
        *outlines_lost = !pdf_fonts_finish(pdf, stand_ins);
        bytes = *outlines_lost ? NULL : finished(pdf, pages, standard, sink);
    }
    qpdf_cleanup(&pdf);
    return bytes;
}
