#include "app/redline.h"

#include "app/report.h"
#include "diff/summary.h"
#include "layout/change_marks.h"
#include "layout/page_labels.h"
#include "layout/pages_join.h"
#include "output/output.h"

/* Before the number of a page of the table. */
#define LABEL_PREFIX "对照表"

void redline_init(Redline *redline, const Options *options, const gchar *data_folder,
                  const Template *template)
{
    redline->options = options;
    redline->template = template;
    redline->fonts = g_build_filename(data_folder, "fonts", NULL);
}

void redline_clear(Redline *redline)
{
    g_clear_pointer(&redline->labels[0], g_hash_table_unref);
    g_clear_pointer(&redline->labels[1], g_hash_table_unref);
    g_free(redline->fonts);
    g_free(redline->date);
}

static FontSources sources_of(const Redline *redline)
{
    return (FontSources){redline->fonts, (const gchar *const *) redline->options->font_paths->pdata,
                         NULL};
}

static GHashTable *labels_of(const Redline *redline, const Bulletin *bulletin)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    FontSources fonts = sources_of(redline);

    if (!bulletin->page_targets)
        return NULL;
    g_autoptr(Layout) layout = layout_new(bulletin, redline->template, &fonts, NULL, unheard);
    g_autoptr(Pages) pages = layout ? layout_paginate(layout, "", unheard) : NULL;
    return pages ? page_labels_new(pages, bulletin->page_targets) : NULL;
}

void redline_labels(Redline *redline, const Compared sides[2], GHashTable *labels[2])
{
    for (guint i = 0; i < 2; i++)
        labels[i] = redline->labels[i] = labels_of(redline, sides[i].bulletin);
}

typedef struct {
    Layout *text, *table;
    Pages *pages;
    Template *template;
} Setting;

static void setting_clear(Setting *setting)
{
    g_clear_pointer(&setting->pages, pages_free);
    g_clear_pointer(&setting->text, layout_free);
    g_clear_pointer(&setting->table, layout_free);
    g_free(setting->template);
}

static gboolean set_text(Setting *setting, const Redline *redline, Comparison *comparison,
                         const gchar *date, Diagnostics *sink)
{
    FontSources fonts = sources_of(redline);

    setting->text = layout_new_of(g_steal_pointer(&comparison->both), &fonts, sink);
    if (setting->text)
        setting->pages = layout_paginate(setting->text, date, sink);
    if (setting->pages)
        place_change_bars(setting->pages, redline->template);
    return setting->pages != NULL;
}

static gboolean set_table(Setting *setting, const Redline *redline, const Comparison *comparison,
                          const ComparedNames *names, const gchar *date, Diagnostics *sink)
{
    FontSources fonts = sources_of(redline);
    g_autoptr(GHashTable) anchors = summary_anchors(comparison);
    g_autoptr(GHashTable) labels = page_labels_new(setting->pages, anchors);
    Reading *reading = summary_new(comparison, setting->template, names->old, names->new, labels);

    setting->table = layout_new_of(reading, &fonts, sink);
    Pages *front = setting->table ? layout_paginate(setting->table, date, sink) : NULL;
    if (front)
        pages_put_before(setting->pages, front, LABEL_PREFIX);
    return front != NULL;
}

GBytes *redline_to_pdf(const Redline *redline, Comparison *comparison, const ComparedNames *names,
                       PdfStandard standard, Diagnostics *sink)
{
    Setting setting = {.template = summary_template_new(redline->template)};
    g_autofree gchar *date = redline->date ? g_strdup(redline->date)
                                           : info_date_of(comparison->both->bulletin->meta.date);
    GBytes *bytes = NULL;

    if (set_text(&setting, redline, comparison, date, sink) &&
        set_table(&setting, redline, comparison, names, date, sink) &&
        !report_stops(redline->options, sink)) {
        setting.pages->colours = COLOURS_RGB; /* inks are of a press: this is a proof */
        bytes = pages_to_pdf(setting.pages, standard, sink);
    }
    setting_clear(&setting);
    return bytes;
}
