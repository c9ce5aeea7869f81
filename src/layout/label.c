#include "layout/label.h"

#include "layout/char_class.h"

static guint32 clusters_before(const Paragraph *paragraph, guint32 byte)
{
    guint32 n = 0;

    while (n < paragraph->clusters->len && paragraph_cluster(paragraph, n)->start < byte)
        n++;
    return n;
}

void label_set_solid(Paragraph *paragraph)
{
    guint32 n = clusters_before(paragraph, paragraph->label);

    for (guint32 i = 0; i < n; i++) {
        Cluster *cluster = paragraph_cluster(paragraph, i);
        cluster->white_left = cluster->white_right = 0;
        cluster->gap_min = cluster->gap_max = cluster->gap;
        cluster->solid = TRUE;
    }
}

void label_widen_blank(Paragraph *paragraph)
{
    guint32 n = clusters_before(paragraph, paragraph->blank);

    if (n == 0 || n == paragraph->clusters->len ||
        paragraph_cluster(paragraph, n)->klass != CLASS_SP)
        return;
    Cluster *before = paragraph_cluster(paragraph, n - 1), *blank = paragraph_cluster(paragraph, n);
    before->gap = before->gap_min = before->gap_max = 0;
    blank->gap = blank->gap_min = blank->gap_max = 0;
    blank->advance = blank->em;
}

Len label_width(const Paragraph *paragraph, guint32 byte)
{
    guint32 n = clusters_before(paragraph, byte);
    Len width = 0;

    for (guint32 i = 0; i < n; i++)
        width += paragraph_cluster(paragraph, i)->advance + paragraph_cluster(paragraph, i)->gap;
    return width;
}

Measure label_measure(const Paragraph *paragraph, const Measure *measure, Len cell)
{
    Measure own = *measure;
    Len start = paragraph->start > 0 ? paragraph->start : measure->left + measure->indent_first;
    Len label = label_width(paragraph, paragraph->label);

    if (cell > 0)
        label = (label + cell - 1) / cell * cell;
    /* A label that leaves its text less than half the room is none to turn lines below. */
    if (paragraph->label > 0 && (start + label) * 2 <= measure->width)
        own.left = start + label;
    own.indent_first = start - own.left;
    return own;
}
