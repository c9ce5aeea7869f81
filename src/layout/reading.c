#include "layout/reading.h"

#include "layout/masthead.h"

/* Takes the structure. */
static Reading *reading_with(GArray *structure, const Bulletin *bulletin, const Template *template,
                             GHashTable *page_labels, Diagnostics *sink)
{
    Reading *reading = g_new0(Reading, 1);

    reading->bulletin = bulletin;
    reading->template = template;
    reading->structure = structure;
    reading->note_order = g_array_new(FALSE, FALSE, sizeof(Note));
    reading->masthead = masthead_new(bulletin, template, structure, sink);
    reading->head = reading->masthead ? masthead_texts(reading->masthead) : g_ptr_array_new();
    reading->blocks =
        compose(bulletin, template, page_labels, reading->note_order, structure, sink);
    reading->notes =
        compose_notes(bulletin, template, reading->note_order, page_labels, structure, sink);
    return reading;
}

Reading *reading_new(const Bulletin *bulletin, const Template *template, GHashTable *page_labels,
                     Diagnostics *sink)
{
    return reading_with(NULL, bulletin, template, page_labels, sink);
}

Reading *reading_new_tagged(const Bulletin *bulletin, const Template *template,
                            GHashTable *page_labels, Diagnostics *sink)
{
    return reading_with(structure_new(), bulletin, template, page_labels, sink);
}

void reading_free(Reading *reading)
{
    g_ptr_array_unref(reading->head);
    g_ptr_array_unref(reading->blocks);
    g_ptr_array_unref(reading->notes);
    g_array_unref(reading->note_order);
    g_clear_pointer(&reading->structure, g_array_unref);
    g_clear_pointer(&reading->masthead, masthead_free);
    g_free(reading);
}

gboolean reading_shows(const TextBlock *block)
{
    return !block->instead;
}
