#include "layout/justify.h"

#include <string.h>

static const struct {
    const gchar *name, *clause;
} adjust_table[ADJUST_COUNT] = {
    [ADJUST_LINE_END] = {"line-end", "GB/T 15834-2011 5.1.10"},
    [ADJUST_LINE_START] = {"line-start", "CLREQ 3.1.6"},
    [ADJUST_SHRINK_SPACE] = {"shrink-space", "CLREQ 3.2.2 (1)"},
    [ADJUST_SHRINK_MIDDLE] = {"shrink-middle-dot", "CLREQ 3.2.2 (2)"},
    [ADJUST_SHRINK_BRACKET] = {"shrink-bracket", "CLREQ 3.2.2 (3)"},
    [ADJUST_SHRINK_PAUSE] = {"shrink-pause", "CLREQ 3.2.2 (4)"},
    [ADJUST_SHRINK_GAP] = {"shrink-gap", "CLREQ 3.2.2 (5)"},
    [ADJUST_SHRINK_STOP] = {"shrink-stop", "CLREQ 3.2.2 (6)"},
    [ADJUST_STRETCH_SPACE] = {"stretch-space", "CLREQ 3.2.3 (1)"},
    [ADJUST_STRETCH_GAP] = {"stretch-gap", "CLREQ 3.2.3 (2)"},
    [ADJUST_STRETCH_ALL] = {"stretch-all", "CLREQ 3.2.3 (3)"},
    [ADJUST_TRACKING] = {"tracking", "GB/T 9704-2012 7.3.5.5"},
    [ADJUST_FORCED] = {"forced-break", ""},
    [ADJUST_RAGGED] = {"ragged", "typography B7"},
    [ADJUST_TITLE_LINE] = {"title-line", "GB/T 9704-2012 7.3.1"},
    [ADJUST_TITLE_TRAPEZOID] = {"title-trapezoid", "GB/T 9704-2012 7.3.1"},
    [ADJUST_TITLE_INVERTED] = {"title-inverted-trapezoid", "GB/T 9704-2012 7.3.1"},
    [ADJUST_TITLE_RHOMBUS] = {"title-rhombus", "GB/T 9704-2012 7.3.1"},
    [ADJUST_TITLE_OTHER] = {"title-no-shape", ""},
    [ADJUST_TITLE_WRITTEN] = {"title-as-written", "GB/T 9704-2012 7.3.1"},
};

const gchar *adjust_name(AdjustKind kind)
{
    return adjust_table[kind].name;
}

const gchar *adjust_clause(AdjustKind kind)
{
    return adjust_table[kind].clause;
}

/* The line in the making: what is added at the left and at the right of each cluster. */
typedef struct {
    const Totals *totals;
    const LineBox *box;
    const Cluster *clusters; /* of the paragraph */
    Len *left, *right;       /* by cluster − box->first */
    Line *line;
} Setting;

static void note(Setting *setting, AdjustKind kind, Len amount, guint places)
{
    Adjustment adjustment = {kind, amount, places};

    if (amount != 0 || kind == ADJUST_FORCED || kind == ADJUST_RAGGED)
        g_array_append_val(setting->line->adjustments, adjustment);
    setting->line->width += amount;
}

/* Takes `amount` from all whites of one step, from each in proportion to what it can give. The sums
 * run along, so that the parts add up to the whole to the last unit. */
static void shrink_step_by(Setting *setting, guint step, Len amount, Len capacity)
{
    guint n = setting->box->last - setting->box->first, places = 0;
    Len given = 0, taken = 0;

    for (guint i = 0; i < n; i++) {
        const Cluster *cluster = &setting->clusters[setting->box->first + i];
        Len sides[2] = {cluster_shrink_left(cluster, step), cluster_shrink_right(cluster, step)};
        if (i == 0 && sides[0] > 0)
            sides[0] -= setting->box->start_trim;
        if (i == n - 1 && sides[1] > 0)
            sides[1] -= step == SHRINK_GAP ? sides[1] : setting->box->end_trim;
        if (i == n - 1 && sides[0] > 0)
            sides[0] -= setting->box->end_left;
        for (guint side = 0; side < 2; side++) {
            Len before = taken;
            given += sides[side];
            taken = amount * given / capacity;
            *(side == 0 ? &setting->left[i] : &setting->right[i]) -= taken - before;
            places += sides[side] > 0;
        }
    }
    note(setting, ADJUST_SHRINK_SPACE + step, -amount, places);
}

static void shrink(Setting *setting, Len amount)
{
    for (guint step = 0; step < SHRINK_STEPS && amount > 0; step++) {
        Len capacity = totals_shrink(setting->totals, setting->box, step);
        Len part = MIN(amount, capacity);
        if (part > 0)
            shrink_step_by(setting, step, part, capacity);
        amount -= part;
    }
}

static void stretch_step_by(Setting *setting, guint step, Len amount, Len capacity)
{
    guint n = setting->box->last - setting->box->first, places = 0;
    Len given = 0, added = 0;

    for (guint i = 0; i + 1 < n; i++) {
        const Cluster *cluster = &setting->clusters[setting->box->first + i];
        Len part = step == STRETCH_ALL ? stretches_between(cluster, cluster + 1)
                                       : cluster_stretch(cluster, step);
        Len before = added;
        given += part;
        added = amount * given / capacity;
        setting->right[i] += added - before;
        places += part > 0;
    }
    note(setting, ADJUST_STRETCH_SPACE + step, amount, places);
}

/* Words that are not broken leave so few places that white would tear the line apart: a quarter of
 * an em is the most (B7). */
static gboolean would_tear(const Setting *setting, Len amount)
{
    Len places = totals_places(setting->totals, setting->box);

    for (guint step = 0; step < STRETCH_ALL; step++)
        amount -= totals_stretch(setting->totals, setting->box, step);
    return places > 0 && amount > places * setting->clusters[setting->box->first].em / 4;
}

/* A line that would be torn keeps its natural width, as a last line does. */
static void stretch(Setting *setting, Len amount)
{
    if (would_tear(setting, amount)) {
        note(setting, ADJUST_RAGGED, 0, 1);
        return;
    }
    for (guint step = 0; step < STRETCH_ALL && amount > 0; step++) {
        Len capacity = totals_stretch(setting->totals, setting->box, step);
        Len part = MIN(amount, capacity);
        if (part > 0)
            stretch_step_by(setting, step, part, capacity);
        amount -= part;
    }
    guint places = totals_places(setting->totals, setting->box);
    if (amount > 0 && places > 0)
        stretch_step_by(setting, STRETCH_ALL, amount, places);
}

static void place(Setting *setting, guint32 last)
{
    const LineBox *box = setting->box;
    Len x = -box->start_trim;
    PageLen *origin = (PageLen *) setting->line->x->data;

    for (guint32 i = box->first; i < box->last; i++) {
        const Cluster *cluster = &setting->clusters[i];
        x += setting->left[i - box->first];
        *origin++ = (PageLen) (x + cluster->ink_shift);
        x += cluster->advance + cluster->gap + setting->right[i - box->first];
    }
    /* Spaces at the end are still text, but take no room. */
    for (guint32 i = box->last; i < last; i++)
        *origin++ = (PageLen) setting->line->width;
}

static Len indent_for(const LineSpec *spec, Len width)
{
    if (spec->align == ALIGN_CENTER)
        return spec->indent + (spec->measure - width) / 2;
    if (spec->align == ALIGN_RIGHT)
        return spec->indent + spec->measure - width;
    return spec->indent;
}

static void line_free(gpointer data)
{
    Line *line = data;

    g_array_unref(line->x);
    g_array_unref(line->adjustments);
    g_free(line);
}

GPtrArray *lines_new(void)
{
    return g_ptr_array_new_with_free_func(line_free);
}

Line *justify_line(const Totals *totals, const LineSpec *spec)
{
    LineBox box = totals_line(totals, spec->first, spec->last, spec->measure);
    guint n = box.last - box.first;
    g_autofree Len *left = g_new0(Len, n + 1), *right = g_new0(Len, n + 1);
    Line *line = g_new0(Line, 1);
    Setting setting = {totals, &box,  (const Cluster *) totals->paragraph->clusters->data,
                       left,   right, line};

    line->first = spec->first;
    line->last = spec->last;
    line->measure = spec->measure;
    line->natural = box.natural + box.start_trim + box.end_trim + box.end_left;
    line->width = line->natural;
    line->ends_paragraph = spec->ends_paragraph;
    line->x = g_array_sized_new(FALSE, FALSE, sizeof(PageLen), spec->last - spec->first);
    g_array_set_size(line->x, spec->last - spec->first);
    line->adjustments = g_array_new(FALSE, FALSE, sizeof(Adjustment));
    note(&setting, ADJUST_LINE_START, -box.start_trim, 1);
    note(&setting, ADJUST_LINE_END, -box.end_trim - box.end_left, 1);
    if (n > 0)
        left[n - 1] -= box.end_left;
    if (spec->forced)
        note(&setting, ADJUST_FORCED, 0, 1);
    if (box.natural > spec->measure)
        shrink(&setting, box.natural - spec->measure);
    else if (spec->align == ALIGN_JUSTIFY && !spec->ends_paragraph)
        stretch(&setting, spec->measure - box.natural);
    place(&setting, spec->last);
    line->indent = indent_for(spec, line->width);
    return line;
}
