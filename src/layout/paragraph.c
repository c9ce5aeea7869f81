#include "layout/line.h"

static void text_run_clear(gpointer data)
{
    TextRun *run = data;

    g_free(run->href);
}

GArray *text_runs_new(void)
{
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(TextRun));

    g_array_set_clear_func(runs, text_run_clear);
    return runs;
}

void paragraph_free(Paragraph *paragraph)
{
    if (!paragraph)
        return;
    g_free(paragraph->text);
    g_clear_pointer(&paragraph->runs, g_array_unref);
    g_free(paragraph->glyphs);
    g_free(paragraph->clusters);
    g_free(paragraph);
}
