#include "layout/strict_grid.h"

#include "layout/space.h"

#include <string.h>

/* Nothing shrinks and nothing stretches: marks without adjustable white, no gaps but those that
 * fill cells. */
static Composition rigid_composition(const Composition *composition)
{
    Composition rigid = *composition;

    rigid.punct = PUNCT_PLAIN;
    rigid.line_end_mark = LINE_END_FULL;
    rigid.han_latin = rigid.han_digit = (GapStyle){0, 0, 0};
    return rigid;
}

/* Set together with its neighbours of the kind, in cells of their own. */
static gboolean is_of_run(const Cluster *cluster, Len cell)
{
    switch (cluster->klass) {
    case CLASS_CN: /* 9704—2012 */
    case CLASS_DG:
    case CLASS_LT:
    case CLASS_LP:
    case CLASS_PF:
    case CLASS_SF:
    case CLASS_SP:
        return TRUE;
    case CLASS_BR:
        return FALSE;
    default:
        return cluster->advance % cell != 0;
    }
}

/* Where a run goes on after each cluster; it ends where a line does. */
static GArray *find_joints(const Paragraph *paragraph, Len cell)
{
    guint n = paragraph->clusters->len;
    GArray *joints = g_array_sized_new(FALSE, TRUE, sizeof(gboolean), n);

    g_array_set_size(joints, n);
    for (guint32 i = 0; i + 1 < n; i++)
        g_array_index(joints, gboolean, i) = is_of_run(paragraph_cluster(paragraph, i), cell) &&
                                             is_of_run(paragraph_cluster(paragraph, i + 1), cell);
    return joints;
}

static gboolean run_goes_on(const Paragraph *paragraph, guint32 i, Len cell)
{
    return i < paragraph->clusters->len && is_of_run(paragraph_cluster(paragraph, i), cell);
}

/* A space that was typed between Han and a word is the white that the word gets anyway. Spaces
 * between words stay, also where a line might end after them, and so does one between Han. `ink` is
 * the first cluster of [first, last) that is no space. */
static void drop_outer_spaces(const Paragraph *paragraph, guint32 first, guint32 ink, guint32 last,
                              Len cell)
{
    gboolean before_run = run_goes_on(paragraph, last, cell);
    gboolean after_run = first > 0 && run_goes_on(paragraph, first - 1, cell);

    for (guint32 i = first; i < ink && (ink < last || before_run || after_run); i++)
        paragraph_cluster(paragraph, i)->advance = 0;
    for (guint32 i = last; i > ink && !before_run; i--) {
        if (paragraph_cluster(paragraph, i - 1)->klass != CLASS_SP)
            break;
        paragraph_cluster(paragraph, i - 1)->advance = 0;
    }
}

/* Clusters [first, last) in whole cells. White at the left is the first character's own, so that it
 * has it at a line's start too; a space at a line's end takes no room, so it carries none. */
static void fill_cells(Paragraph *paragraph, guint32 first, guint32 last, Len cell)
{
    Cluster *end = paragraph_cluster(paragraph, last - 1);
    guint32 ink = first;
    Len width = 0, left = 0;

    while (ink < last && paragraph_cluster(paragraph, ink)->klass == CLASS_SP)
        ink++;
    drop_outer_spaces(paragraph, first, ink, last, cell);
    for (guint32 i = first; i < last; i++)
        width += paragraph_cluster(paragraph, i)->advance;
    Len spare = (cell - width % cell) % cell;
    if (ink < last) {
        left = spare / 2;
        paragraph_cluster(paragraph, ink)->advance += left;
        paragraph_cluster(paragraph, ink)->ink_shift += left;
    }
    end->gap = end->gap_min = end->gap_max = spare - left;
}

static void fill_all(Paragraph *paragraph, const GArray *joints, Len cell)
{
    for (guint32 first = 0, last; first < joints->len; first = last) {
        for (last = first + 1; g_array_index(joints, gboolean, last - 1);)
            last++;
        if (is_of_run(paragraph_cluster(paragraph, first), cell))
            fill_cells(paragraph, first, last, cell);
    }
}

/* Runs that lines were broken in end there, and have to be filled anew. FALSE: there are none. */
static gboolean part_joints(GArray *joints, const GPtrArray *lines)
{
    gboolean parted = FALSE;

    for (guint i = 0; i < lines->len; i++) {
        gboolean *joint =
            &g_array_index(joints, gboolean, ((const Line *) lines->pdata[i])->last - 1);
        parted |= *joint;
        *joint = FALSE;
    }
    return parted;
}

/* A wider space would be one that a line may shrink. */
static void narrow_spaces(Paragraph *paragraph)
{
    for (guint32 i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = paragraph_cluster(paragraph, i);
        if (cluster->klass == CLASS_SP)
            cluster->advance = MIN(cluster->advance, cluster->em / 4);
    }
}

GPtrArray *strict_grid_lines(Paragraph *paragraph, const Measure *measure,
                             const Composition *composition, Len cell)
{
    Composition rigid = rigid_composition(composition);
    Measure ragged = *measure;
    gsize size = paragraph->clusters->len * sizeof(Cluster);

    if (ragged.align == ALIGN_JUSTIFY)
        ragged.align = ALIGN_LEFT;
    space_clusters(paragraph, &rigid);
    narrow_spaces(paragraph);
    g_autofree gpointer spaced = g_memdup2(paragraph->clusters->data, size);
    g_autoptr(GArray) joints = find_joints(paragraph, cell);
    fill_all(paragraph, joints, cell);
    GPtrArray *lines = break_lines(paragraph, &ragged, &rigid);
    /* What follows a break in a run begins at the left edge, but not in whole cells. Each turn
     * parts one run more at least. */
    while (part_joints(joints, lines)) {
        g_ptr_array_unref(lines);
        memcpy(paragraph->clusters->data, spaced, size);
        fill_all(paragraph, joints, cell);
        lines = break_lines(paragraph, &ragged, &rigid);
    }
    return lines;
}
