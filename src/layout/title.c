#include "layout/title.h"

#include "base/words.h"
#include "layout/title_break.h"
#include "layout/title_phrases.h"

/* A title of so many characters is a text; nobody sees the shape of its lines. */
#define MOST_CLUSTERS 256

static GPtrArray *names_of(const GArray *issuers)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < issuers->len; i++)
        g_ptr_array_add(names, g_array_index(issuers, Field, i).text);
    return names;
}

/* The dictionary costs more time than all else here: a title in one line does without. */
GPtrArray *title_lines(const Paragraph *paragraph, const Measure *measure, const Template *template,
                       const GArray *issuers)
{
    const Composition *composition = &template->composition;

    if (measure->align != ALIGN_CENTER || paragraph->clusters->len > MOST_CLUSTERS)
        return break_lines(paragraph, measure, composition);
    if (title_fits(paragraph, measure, composition))
        return break_title(paragraph, measure, composition, NULL);
    g_autoptr(GPtrArray) names = names_of(issuers);
    g_autofree guint8 *dictionary = word_beginnings(paragraph->text);
    g_autofree gint *costs = title_phrases(paragraph, dictionary, template->title, names);
    return break_title(paragraph, measure, composition, costs);
}
