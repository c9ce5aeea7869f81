/* Bulletins of any text up to the PDF, HTML and plain text: each fault is told, or qpdf finds
 * nothing wrong with the file, which has the pages that were set, and nothing runs in the HTML. */
#include "bulletin.h"
#include "html.h"
#include "layout/font_keep.h"
#include "layout/layout.h"
#include "layout/page_labels.h"
#include "output/output.h"
#include "output/qpdf_late.h"
#include "output/reading_out.h"
#include "templates.h"

/* Cairo 1.16 forgets an array of each CFF font that it writes (scripts/valgrind.supp), and what
 * fontconfig has it keeps by offsets, which are no pointers. Frames above the libraries' own are
 * not known here, so valgrind has to look for what else they may lose. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libcairo.so\nleak:libfontconfig.so\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}

#define MOST_PAGES 40 /* that are drawn: more only take more time */

/* ---- what must hold ---- */

static void check_pdf(GBytes *bytes, guint pages)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_assert_true(qpdf_open(NULL));
    qpdf_data pdf = qpdf_init();

    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    QPDF_ERROR_CODE code = qpdf_read_memory(pdf, "a.pdf", data, size, NULL);
    g_assert_cmpint(code, ==, QPDF_SUCCESS);
    g_assert_cmpint(qpdf_check_pdf(pdf), ==, QPDF_SUCCESS);
    g_assert_cmpint(qpdf_get_num_pages(pdf), ==, (gint) pages);
    if (qpdf_has_error(pdf) || qpdf_more_warnings(pdf))
        FUZZ_FAIL("%s\n", qpdf_get_error_full_text(pdf, qpdf_next_warning(pdf)));
    qpdf_cleanup(&pdf);
}

static void check_text(GBytes *bytes)
{
    gsize size;
    const gchar *text = g_bytes_get_data(bytes, &size);

    g_assert_true(g_utf8_validate_len(text, size, NULL));
    g_bytes_unref(bytes);
}

/* ---- outputs ---- */

static void read_out(const Bulletin *bulletin, const Template *template, GHashTable *labels)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Reading) reading = reading_new(bulletin, template, labels, sink);

    g_autoptr(GBytes) html = reading_to_html(reading);
    g_autofree gchar *page = g_strndup(g_bytes_get_data(html, NULL), g_bytes_get_size(html));
    fuzz_check_html(page);
    check_text(reading_to_text(reading));
}

static void write_pdf(const Pages *pages, PdfStandard standard)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) bytes = pages_to_pdf(pages, standard, sink);

    g_assert_true((bytes == NULL) == (diagnostics_count(sink, SEVERITY_ERROR) > 0));
    if (bytes)
        check_pdf(bytes, pages->pages->len);
}

static FontSources font_sources(void)
{
    static FontKeep *keep;

    if (!keep)
        keep = font_keep_new();
    font_keep_sweep(keep);
    return (FontSources){"fonts", NULL, keep};
}

/* Sets it, once without the numbers of pages where they are needed. */
static void set(const Bulletin *bulletin, const Template *template, PdfStandard standard)
{
    FontSources fonts = font_sources();
    g_autoptr(GHashTable) labels = NULL;

    for (guint pass = bulletin->page_targets ? 0 : 1; pass < 2; pass++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Layout) layout = layout_new(bulletin, template, &fonts, labels, sink);
        g_autoptr(Pages) pages = layout ? layout_paginate(layout, "2023-09-15", sink) : NULL;
        gboolean good = pages && diagnostics_count(sink, SEVERITY_ERROR) == 0;
        fuzz_check_diagnostics(sink);
        g_assert_true(pages || diagnostics_count(sink, SEVERITY_ERROR) > 0);
        if (good && pass == 0)
            labels = page_labels_new(pages, bulletin->page_targets);
        if (good && pass == 1 && pages->pages->len <= MOST_PAGES)
            write_pdf(pages, standard);
        if (good && pass == 1)
            read_out(bulletin, template, labels);
        if (!good)
            break;
    }
    output_forget_fonts();
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzTexts texts;
    FuzzBulletin one;

    fuzz_texts_init(&texts, data, size);
    fuzz_bulletin_read(&one, &texts);
    if (fuzz_is_good(&one)) {
        const Template *template = fuzz_template(one.bulletin->meta.template_name.text);
        if (template)
            set(one.bulletin, template, size % 2 ? STANDARD_A2A_UA1 : STANDARD_NONE);
    }
    fuzz_bulletin_clear(&one);
    fuzz_texts_clear(&texts);
    return 0;
}
