#include "layout/totals.h"

#include "layout/char_class.h"

/* ---- what one cluster can give ---- */

static guint shrink_step(const Cluster *cluster)
{
    switch (cluster->klass) {
    case CLASS_MD:
        return SHRINK_MIDDLE;
    case CLASS_OP:
    case CLASS_CL:
        return SHRINK_BRACKET;
    case CLASS_PA:
    case CLASS_SC:
        return SHRINK_PAUSE;
    case CLASS_FS:
    case CLASS_QE:
        return SHRINK_STOP;
    default:
        return SHRINK_STEPS;
    }
}

Len cluster_shrink_left(const Cluster *cluster, guint step)
{
    return step == shrink_step(cluster) ? cluster->white_left : 0;
}

Len cluster_shrink_right(const Cluster *cluster, guint step)
{
    if (step == SHRINK_SPACE && cluster->klass == CLASS_SP && !cluster->solid)
        return MAX(cluster->advance - cluster->em / 4, 0);
    if (step == SHRINK_GAP)
        return cluster->gap - cluster->gap_min;
    return step == shrink_step(cluster) ? cluster->white_right : 0;
}

Len cluster_stretch(const Cluster *cluster, guint step)
{
    if (step == STRETCH_SPACE && cluster->klass == CLASS_SP && !cluster->solid &&
        !cluster_is_typed_gap(cluster))
        return MAX(cluster->em / 2 - cluster->advance, 0);
    return step == STRETCH_GAP ? cluster->gap_max - cluster->gap : 0;
}

static gboolean is_rigid(CharClass klass)
{
    return klass == CLASS_CN || klass == CLASS_SO || klass == CLASS_SP || klass == CLASS_BR;
}

/* Not inside words and numbers, not beside joining marks, and not between a mark and the text that
 * it encloses or ends: white goes to the white side of a mark (CLREQ 3.2.3). */
gboolean stretches_between(const Cluster *left, const Cluster *right)
{
    CharClass a = left->klass, b = right->klass;

    if (left->solid)
        return FALSE;
    if (cluster_is_typed_gap(left))
        return b != CLASS_SP; /* as between the Han and the letter beside it */
    if (is_rigid(a) || is_rigid(b) || (class_is_alphabetic(a) && class_is_alphabetic(b)))
        return FALSE;
    return a != CLASS_OP && !class_closes(b);
}

/* ---- sums ---- */

void totals_init(Totals *totals, const Paragraph *paragraph, const Composition *composition,
                 Align align)
{
    const Cluster *clusters = (const Cluster *) paragraph->clusters->data;
    guint n = paragraph->clusters->len;

    totals->paragraph = paragraph;
    totals->line_end_mark = composition->line_end_mark;
    totals->start_bracket = composition->start_bracket;
    totals->trim_both = align == ALIGN_CENTER || align == ALIGN_RIGHT;
    totals->width = g_new0(Len, n + 1);
    totals->shown = g_new0(guint32, n + 1);
    totals->places = g_new0(guint32, n + 1);
    totals->white = g_new0(Len, n + 1);
    for (guint step = 0; step < SHRINK_STEPS; step++)
        totals->shrink[step] = g_new0(Len, n + 1);
    for (guint step = 0; step < STRETCH_ALL; step++)
        totals->stretch[step] = g_new0(Len, n + 1);
    for (guint i = 0; i < n; i++) {
        const Cluster *cluster = &clusters[i];
        totals->width[i + 1] = totals->width[i] + cluster->advance + cluster->gap;
        totals->shown[i + 1] = cluster_is_blank(cluster) ? totals->shown[i] : i + 1;
        totals->places[i + 1] =
            totals->places[i] + (i + 1 < n && stretches_between(cluster, cluster + 1) ? 1 : 0);
        totals->white[i + 1] = totals->white[i];
        for (guint step = 0; step < SHRINK_STEPS; step++) {
            Len white = cluster_shrink_left(cluster, step) + cluster_shrink_right(cluster, step);
            totals->shrink[step][i + 1] = totals->shrink[step][i] + white;
            totals->white[i + 1] += white;
        }
        for (guint step = 0; step < STRETCH_ALL; step++)
            totals->stretch[step][i + 1] =
                totals->stretch[step][i] + cluster_stretch(cluster, step);
    }
}

void totals_clear(Totals *totals)
{
    g_free(totals->width);
    g_free(totals->shown);
    g_free(totals->places);
    g_free(totals->white);
    for (guint step = 0; step < SHRINK_STEPS; step++)
        g_free(totals->shrink[step]);
    for (guint step = 0; step < STRETCH_ALL; step++)
        g_free(totals->stretch[step]);
}

/* ---- lines ---- */

/* The white of a mark at the end goes (GB/T 15834 5.1.10), at both sides where the font has its ink
 * in the middle; that of a mark at the start of a turned line too (CLREQ 3.1.6); the paragraph's
 * own first line keeps its grid, unless the template says otherwise. */
static void trim(const Totals *totals, LineBox *box, Len measure)
{
    const Cluster *first = paragraph_cluster(totals->paragraph, box->first),
                  *last = paragraph_cluster(totals->paragraph, box->last - 1);

    if (box->first > 0 || totals->trim_both || totals->start_bracket == START_BRACKET_TRIM)
        box->start_trim = first->white_left;
    box->natural -= box->start_trim;
    if (totals->line_end_mark == LINE_END_HALF || totals->trim_both ||
        (totals->line_end_mark == LINE_END_FIT && box->natural > measure))
        box->end_trim = last->white_right;
    if (box->end_trim > 0 && last > first)
        box->end_left = last->white_left;
    box->natural -= box->end_trim + box->end_left;
}

LineBox totals_line(const Totals *totals, guint32 first, guint32 last, Len measure)
{
    LineBox box = {.first = first, .last = MAX(totals->shown[last], first)};

    if (box.last == first)
        return box;
    box.natural = totals->width[box.last] - totals->width[first] -
                  paragraph_cluster(totals->paragraph, box.last - 1)->gap;
    trim(totals, &box, measure);
    return box;
}

Len totals_shrink(const Totals *totals, const LineBox *box, guint step)
{
    Len sum = totals->shrink[step][box->last] - totals->shrink[step][box->first];

    if (box->last == box->first)
        return 0;
    const Cluster *first = paragraph_cluster(totals->paragraph, box->first),
                  *last = paragraph_cluster(totals->paragraph, box->last - 1);
    if (cluster_shrink_left(first, step) > 0)
        sum -= box->start_trim;
    if (step == SHRINK_GAP)
        sum -= last->gap - last->gap_min;
    else if (cluster_shrink_right(last, step) > 0)
        sum -= box->end_trim + box->end_left;
    return sum;
}

Len totals_stretch(const Totals *totals, const LineBox *box, guint step)
{
    if (box->last == box->first)
        return 0;
    return totals->stretch[step][box->last - 1] - totals->stretch[step][box->first];
}

guint totals_places(const Totals *totals, const LineBox *box)
{
    return box->last == box->first ? 0 : totals->places[box->last - 1] - totals->places[box->first];
}
