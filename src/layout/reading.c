#include "layout/reading.h"

#include "layout/masthead.h"

Reading *reading_new(const Bulletin *bulletin, const Template *template, GHashTable *page_labels,
                     Diagnostics *sink)
{
    Reading *reading = g_new0(Reading, 1);
    g_autoptr(GArray) notes = g_array_new(FALSE, FALSE, sizeof(Note));

    reading->bulletin = bulletin;
    reading->template = template;
    reading->masthead = masthead_new(bulletin, template, NULL, sink);
    reading->head = reading->masthead ? masthead_texts(reading->masthead) : g_ptr_array_new();
    reading->blocks = compose(bulletin, template, page_labels, notes, NULL, sink);
    reading->notes = compose_notes(bulletin, template, notes, page_labels, NULL, sink);
    return reading;
}

void reading_free(Reading *reading)
{
    g_ptr_array_unref(reading->head);
    g_ptr_array_unref(reading->blocks);
    g_ptr_array_unref(reading->notes);
    g_clear_pointer(&reading->masthead, masthead_free);
    g_free(reading);
}

gboolean reading_shows(const TextBlock *block)
{
    return !block->instead;
}
