#include "layout/track.h"

/* A gap counts nothing at a line's end, so lines still end flush. */
static void widen_gap(Cluster *cluster, gint thousandths)
{
    Len by = cluster->em * thousandths / 1000;

    cluster->gap += by;
    cluster->gap_min += by;
    cluster->gap_max += by;
}

/* Glyphs and runs stay as they are. */
static Paragraph *tracked_paragraph(const Paragraph *paragraph, gint thousandths)
{
    Paragraph *tracked = g_new0(Paragraph, 1);

    tracked->text = g_strdup(paragraph->text);
    tracked->role = paragraph->role;
    tracked->label = paragraph->label;
    tracked->start = paragraph->start;
    tracked->runs = g_array_ref(paragraph->runs);
    tracked->glyphs =
        exact_array_new(paragraph->glyphs->data, sizeof(Glyph), paragraph->glyphs->len);
    tracked->clusters =
        exact_array_new(paragraph->clusters->data, sizeof(Cluster), paragraph->clusters->len);
    for (guint i = 0; i < tracked->clusters->len; i++)
        widen_gap(&g_array_index(tracked->clusters, Cluster, i), thousandths);
    return tracked;
}

/* Between the characters that show: blanks at the line's end take no room. */
static void note(Line *line, const Paragraph *paragraph, gint thousandths)
{
    const Cluster *clusters = (const Cluster *) paragraph->clusters->data;
    Adjustment adjustment = {.kind = ADJUST_TRACKING};
    guint32 end = line->last;

    while (end > line->first && cluster_is_blank(&clusters[end - 1]))
        end--;
    for (guint32 i = line->first; i + 1 < end; i++) {
        adjustment.amount += clusters[i].em * thousandths / 1000;
        adjustment.places++;
    }
    g_array_prepend_val(line->adjustments, adjustment);
}

SetBlock *track_block(const SetBlock *block, gint thousandths, const Composition *composition)
{
    SetBlock *tracked = g_new0(SetBlock, 1);

    tracked->paragraph = tracked_paragraph(block->paragraph, thousandths);
    tracked->measure = block->measure;
    tracked->turned = block->turned;
    tracked->lines = break_lines(tracked->paragraph, &block->measure, composition);
    for (guint i = 0; i < tracked->lines->len; i++)
        note(tracked->lines->pdata[i], tracked->paragraph, thousandths);
    return tracked;
}
