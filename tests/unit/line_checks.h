/* What must hold for the lines of any paragraph, whatever its text and measure: measured on where
 * the clusters stand, and with sums taken anew (typography B5, B7). */
#ifndef LINE_CHECKS_H
#define LINE_CHECKS_H

#include "forbidden_breaks.h"
#include "layout/char_class.h"
#include "layout/line.h"

/* One line under examination. */
typedef struct {
    const Paragraph *paragraph;
    const Composition *composition;
    const Measure *measure;
    const Line *line;
    guint32 end;                        /* of the clusters that show: no blanks at the end */
    Len start_trim, end_trim, end_left; /* white that it loses at its ends */
    Len amounts[ADJUST_COUNT];          /* as the line says */
    Len rooms[ADJUST_COUNT];            /* how much each step could give or take */
} CheckedLine;

static inline const Cluster *checked_cluster(const Paragraph *paragraph, guint32 i)
{
    return &g_array_index(paragraph->clusters, Cluster, i);
}

static inline gboolean line_has(const Line *line, AdjustKind kind)
{
    for (guint i = 0; i < line->adjustments->len; i++)
        if (g_array_index(line->adjustments, Adjustment, i).kind == kind)
            return TRUE;
    return FALSE;
}

/* ---- where clusters stand ---- */

static Len box_left(const CheckedLine *c, guint32 i)
{
    return g_array_index(c->line->x, PageLen, i - c->line->first) -
           checked_cluster(c->paragraph, i)->ink_shift;
}

static Len box_right(const CheckedLine *c, guint32 i)
{
    return box_left(c, i) + checked_cluster(c->paragraph, i)->advance;
}

/* The body is what is left of a box when all white that may be taken is. */
static Len body_left(const CheckedLine *c, guint32 i)
{
    return box_left(c, i) + checked_cluster(c->paragraph, i)->white_left;
}

static Len body_width(const Cluster *cluster)
{
    if (cluster->klass == CLASS_SP && !cluster->solid)
        return MIN(cluster->advance, cluster->em / 4);
    return cluster->advance - cluster->white_left - cluster->white_right;
}

static Len body_right(const CheckedLine *c, guint32 i)
{
    return body_left(c, i) + body_width(checked_cluster(c->paragraph, i));
}

/* ---- what the line was to be ---- */

static Len natural_width(const CheckedLine *c)
{
    Len sum = 0, gap = 0;

    for (guint32 i = c->line->first; i < c->end; i++) {
        sum += gap + checked_cluster(c->paragraph, i)->advance;
        gap = checked_cluster(c->paragraph, i)->gap;
    }
    return sum;
}

/* B5: the white of marks at the ends of lines, both sides of it where the ink is in the middle. */
static void find_trims(CheckedLine *c)
{
    gboolean ragged = c->measure->align == ALIGN_CENTER || c->measure->align == ALIGN_RIGHT;
    const Cluster *first = checked_cluster(c->paragraph, c->line->first);
    const Cluster *last = checked_cluster(c->paragraph, c->end - 1);
    LineEndMark mark = c->composition->line_end_mark;

    if (c->line->first > 0 || ragged || c->composition->start_bracket == START_BRACKET_TRIM)
        c->start_trim = first->white_left;
    if (ragged || mark == LINE_END_HALF ||
        (mark == LINE_END_FIT && natural_width(c) - c->start_trim > c->line->measure))
        c->end_trim = last->white_right;
    if (c->end_trim > 0 && last != first)
        c->end_left = last->white_left;
}

/* ---- what it had to give, and to take (CLREQ 3.2.2, 3.2.3) ---- */

static AdjustKind mark_step(CharClass klass)
{
    switch (klass) {
    case CLASS_MD:
        return ADJUST_SHRINK_MIDDLE;
    case CLASS_OP:
    case CLASS_CL:
        return ADJUST_SHRINK_BRACKET;
    case CLASS_PA:
    case CLASS_SC:
        return ADJUST_SHRINK_PAUSE;
    default:
        return ADJUST_SHRINK_STOP;
    }
}

/* At the left of a mark: its white. */
static Len left_room(const CheckedLine *c, guint32 i, AdjustKind step)
{
    const Cluster *cluster = checked_cluster(c->paragraph, i);
    gboolean is_trimmed =
        (i == c->line->first && c->start_trim > 0) || (i == c->end - 1 && c->end_left > 0);

    return mark_step(cluster->klass) == step && !is_trimmed ? cluster->white_left : 0;
}

/* At the right of a cluster: its white, and what follows it. */
static Len right_room(const CheckedLine *c, guint32 i, AdjustKind step)
{
    const Cluster *cluster = checked_cluster(c->paragraph, i);
    gboolean is_last = i == c->end - 1;
    Len em = cluster->em, advance = cluster->advance;

    if (step == ADJUST_SHRINK_GAP)
        return is_last ? 0 : cluster->gap - cluster->gap_min;
    if (step == ADJUST_STRETCH_GAP)
        return is_last ? 0 : cluster->gap_max - cluster->gap;
    if (cluster->solid)
        return 0;
    if (step == ADJUST_SHRINK_SPACE)
        return cluster->klass == CLASS_SP ? MAX(advance - em / 4, 0) : 0;
    if (step == ADJUST_STRETCH_SPACE)
        return cluster->klass == CLASS_SP && advance > 0 ? MAX(em / 2 - advance, 0) : 0;
    if (mark_step(cluster->klass) != step || (is_last && c->end_trim > 0))
        return 0;
    return cluster->white_right;
}

/* Between these two white may be put when all else is stretched: not in labels, words and numbers,
 * not beside joining and dividing marks, not inside of brackets and before marks. */
static gboolean may_widen(const CheckedLine *c, guint32 i)
{
    const Cluster *left = checked_cluster(c->paragraph, i), *right = left + 1;
    CharClass a = left->klass, b = right->klass;
    gboolean in_word = (a >= CLASS_DG && a <= CLASS_SF) && (b >= CLASS_DG && b <= CLASS_SF);
    gboolean joins = a == CLASS_CN || a == CLASS_SO || b == CLASS_CN || b == CLASS_SO;

    if (left->solid)
        return FALSE;
    if (a == CLASS_SP && left->advance == 0) /* a typed gap: between Han and a letter */
        return b != CLASS_SP;
    return !in_word && !joins && !cluster_is_blank(left) && !cluster_is_blank(right) &&
           a != CLASS_OP && !(b >= CLASS_CL && b <= CLASS_QE);
}

/* Between a cluster and the next. */
static Len room_between(const CheckedLine *c, guint32 i, AdjustKind step)
{
    if (step == ADJUST_STRETCH_ALL)
        return may_widen(c, i);
    return right_room(c, i, step) + left_room(c, i + 1, step);
}

static Len room(const CheckedLine *c, AdjustKind step)
{
    Len sum = 0;

    if (c->end == c->line->first)
        return 0;
    for (guint32 i = c->line->first; i + 1 < c->end; i++)
        sum += room_between(c, i, step);
    if (step == ADJUST_STRETCH_ALL)
        return sum;
    return sum + left_room(c, c->line->first, step) + right_room(c, c->end - 1, step);
}

static CheckedLine checked_line(const Paragraph *paragraph, const Line *line,
                                const Measure *measure, const Composition *composition)
{
    CheckedLine c = {paragraph, composition, measure, line, line->last, 0, 0, 0, {0}, {0}};

    while (c.end > line->first && cluster_is_blank(checked_cluster(paragraph, c.end - 1)))
        c.end--;
    if (c.end > line->first)
        find_trims(&c);
    for (guint i = 0; i < line->adjustments->len; i++) {
        const Adjustment *adjustment = &g_array_index(line->adjustments, Adjustment, i);
        g_assert_cmpint(c.amounts[adjustment->kind], ==, 0); /* each is told once */
        c.amounts[adjustment->kind] = adjustment->amount;
    }
    for (AdjustKind step = ADJUST_SHRINK_SPACE; step <= ADJUST_STRETCH_ALL; step++)
        c.rooms[step] = room(&c, step);
    return c;
}

/* ---- the checks ---- */

static void check_place(const CheckedLine *c)
{
    const Line *line = c->line;
    Len indent = c->measure->left + (line->first == 0 ? c->measure->indent_first : 0);
    Len spare = line->measure - line->width;

    g_assert_cmpint(line->measure, ==, MAX(c->measure->width - c->measure->right - indent, 0));
    if (c->measure->align == ALIGN_CENTER)
        g_assert_cmpint(ABS(2 * (line->indent - indent) - spare), <=, 1);
    else
        g_assert_cmpint(line->indent, ==, indent + (c->measure->align == ALIGN_RIGHT ? spare : 0));
}

/* Natural width and adjustments make the width; that of tracking is in the natural width already.
 */
static void check_sum(const CheckedLine *c)
{
    Len sum = natural_width(c);

    g_assert_cmpint(c->line->natural, ==, sum);
    g_assert_cmpint(c->amounts[ADJUST_LINE_START], ==, -c->start_trim);
    g_assert_cmpint(c->amounts[ADJUST_LINE_END], ==, -c->end_trim - c->end_left);
    for (guint kind = 0; kind < ADJUST_COUNT; kind++)
        sum += kind == ADJUST_TRACKING ? 0 : c->amounts[kind];
    g_assert_cmpint(sum, ==, c->line->width);
}

/* The ordered steps: none before those above it have given all. */
static void check_steps(const CheckedLine *c, AdjustKind from, AdjustKind to, gint sign)
{
    gboolean exhausted = TRUE;

    for (AdjustKind step = from; step <= to; step++) {
        Len amount = sign * c->amounts[step], most = c->rooms[step];
        g_assert_cmpint(amount, >=, 0);
        g_assert_cmpint(amount, <=, most);
        g_assert_true(amount == 0 || exhausted);
        exhausted &= amount == most;
    }
    if (to == ADJUST_STRETCH_GAP)
        g_assert_true(c->amounts[ADJUST_STRETCH_ALL] == 0 || exhausted);
}

static gboolean is_adjusted(const CheckedLine *c, AdjustKind from, AdjustKind to)
{
    for (AdjustKind step = from; step <= to; step++)
        if (c->amounts[step] != 0)
            return TRUE;
    return FALSE;
}

/* By how much more, or less, than their natural white two neighbours stand apart. */
static Len moved_apart(const CheckedLine *c, guint32 i)
{
    Len white = box_left(c, i + 1) - box_right(c, i) - checked_cluster(c->paragraph, i)->gap;

    return white + (i + 1 == c->end - 1 ? c->end_left : 0);
}

/* Within a step each place gives or takes in proportion to what it can, but for 1/1024 pt. */
static void check_share(const CheckedLine *c, guint32 i)
{
    Len share = 0, steps = 0;

    for (AdjustKind step = ADJUST_SHRINK_SPACE; step <= ADJUST_STRETCH_ALL; step++) {
        if (c->amounts[step] == 0)
            continue;
        share += c->amounts[step] * room_between(c, i, step) / c->rooms[step];
        steps += room_between(c, i, step) > 0;
    }
    g_assert_cmpint(ABS(moved_apart(c, i) - share), <=, steps);
}

static void check_neighbours(const CheckedLine *c)
{
    for (guint32 i = c->line->first; i + 1 < c->end; i++) {
        check_share(c, i);
        if (checked_cluster(c->paragraph, i)->gap_min >= 0)
            g_assert_cmpint(body_left(c, i + 1), >=, body_right(c, i));
    }
    for (guint32 i = c->end; i < c->line->last; i++) /* blanks that take no room */
        g_assert_cmpint(g_array_index(c->line->x, PageLen, i - c->line->first), ==, c->line->width);
}

/* The width is that of the ink: from the first body's left to the last one's right. */
static void check_edges(const CheckedLine *c)
{
    guint32 first = c->line->first, last = c->end - 1;

    g_assert_cmpint(box_left(c, first), <=, 0);
    g_assert_cmpint(body_left(c, first), >=, 0);
    if (c->start_trim > 0)
        g_assert_cmpint(body_left(c, first), ==, 0);
    g_assert_cmpint(body_right(c, last), <=, c->line->width);
    g_assert_cmpint(box_right(c, last), >=, c->line->width);
    if (c->end_trim > 0)
        g_assert_cmpint(body_right(c, last), ==, c->line->width);
}

/* A line is not filled where the white between its words would be more than a quarter of an em. */
static void check_ragged(const CheckedLine *c, Len trimmed)
{
    Len given = c->rooms[ADJUST_STRETCH_SPACE] + c->rooms[ADJUST_STRETCH_GAP];
    Len em = checked_cluster(c->paragraph, c->line->first)->em;

    g_assert_cmpint(c->line->width, ==, trimmed);
    g_assert_cmpint(c->line->measure - trimmed - given, >, c->rooms[ADJUST_STRETCH_ALL] * em / 4);
}

/* To 1/1024 pt as wide as its measure, unless it ends the paragraph or nothing in it stretches;
 * wider only where one character alone is. */
static void check_width(const CheckedLine *c)
{
    const Line *line = c->line;
    Len trimmed = line->natural - c->start_trim - c->end_trim - c->end_left;
    gboolean is_justified = c->measure->align == ALIGN_JUSTIFY && !line->ends_paragraph;

    if (c->end - line->first == 1 && line_has(line, ADJUST_FORCED) && line->width > line->measure)
        return;
    g_assert_cmpint(line->width, <=, line->measure);
    if (line_has(line, ADJUST_RAGGED))
        check_ragged(c, trimmed);
    else if (trimmed > line->measure || (is_justified && c->rooms[ADJUST_STRETCH_ALL] > 0))
        g_assert_cmpint(line->width, ==, line->measure);
    else if (is_justified)
        g_assert_true(line->width == line->measure ||
                      line->width ==
                          trimmed + c->rooms[ADJUST_STRETCH_SPACE] + c->rooms[ADJUST_STRETCH_GAP]);
    else
        g_assert_cmpint(line->width, ==, trimmed);
}

static void check_line(const CheckedLine *c)
{
    g_assert_cmpuint(c->line->x->len, ==, c->line->last - c->line->first);
    check_place(c);
    check_sum(c);
    check_width(c);
    if (c->end == c->line->first) {
        g_assert_cmpint(c->line->width, ==, 0);
        return;
    }
    check_steps(c, ADJUST_SHRINK_SPACE, ADJUST_SHRINK_STOP, -1);
    check_steps(c, ADJUST_STRETCH_SPACE, ADJUST_STRETCH_GAP, 1);
    g_assert_false(is_adjusted(c, ADJUST_SHRINK_SPACE, ADJUST_SHRINK_STOP) &&
                   is_adjusted(c, ADJUST_STRETCH_SPACE, ADJUST_STRETCH_ALL));
    check_neighbours(c);
    check_edges(c);
}

/* ---- a paragraph ---- */

static gboolean ends_hard(const Paragraph *paragraph, guint32 last)
{
    return last == paragraph->clusters->len ||
           checked_cluster(paragraph, last - 1)->klass == CLASS_BR;
}

static gboolean is_legal_break(const Paragraph *paragraph, guint32 last)
{
    return last == paragraph->clusters->len ||
           checked_cluster(paragraph, last - 1)->penalty < PENALTY_NEVER;
}

/* Marks which clusters a line may begin with when the one before begins with `first`: those that it
 * may be broken at and that it reaches with all its white given away. */
static gboolean mark_reachable(const Paragraph *paragraph, guint32 first, const Measure *measure,
                               gboolean *reachable)
{
    Len room =
        measure->width - measure->left - measure->right - (first == 0 ? measure->indent_first : 0);
    Len width = 0, shown = 0;
    gboolean any = FALSE;

    for (guint32 last = first + 1; last <= paragraph->clusters->len; last++) {
        const Cluster *cluster = checked_cluster(paragraph, last - 1);
        width += body_width(cluster);
        if (!cluster_is_blank(cluster))
            shown = width;
        width += cluster->gap_min;
        if (shown > MAX(room, 0))
            break;
        if (is_legal_break(paragraph, last))
            any = reachable[last] = TRUE;
        if (ends_hard(paragraph, last))
            break;
    }
    return any;
}

/* Where the word begins that a line is broken in, or goes on. */
static guint32 broken_word(const Paragraph *paragraph, const Line *line)
{
    guint32 start = line->last - 1;

    while (start > line->first && !is_legal_break(paragraph, start))
        start--;
    return start;
}

/* A word is broken where it may not be only where it is longer than a line, and none is when the
 * paragraph has lines without that. Holds where no gap is less than nothing. */
static inline void check_forced(const Paragraph *paragraph, const GPtrArray *lines,
                                const Measure *measure)
{
    guint32 n = paragraph->clusters->len;
    g_autofree gboolean *reachable = g_new0(gboolean, n + 1);
    g_autofree gboolean *scratch = g_new0(gboolean, n + 1);
    guint forced = 0;

    reachable[0] = TRUE;
    for (guint32 first = 0; first < n; first++)
        if (reachable[first])
            mark_reachable(paragraph, first, measure, reachable);
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        if (!line_has(line, ADJUST_FORCED))
            continue;
        g_assert_false(mark_reachable(paragraph, broken_word(paragraph, line), measure, scratch));
        forced++;
    }
    g_assert_true(forced == 0 || !reachable[n]);
}

static inline void check_line_ends(const Paragraph *paragraph, const GPtrArray *lines,
                                   KinsokuLevel level)
{
    g_autofree const gchar **forbidden = forbidden_breaks(paragraph->text, level);

    for (guint i = 0; i + 1 < lines->len; i++) {
        const Line *line = lines->pdata[i];
        guint32 end = checked_cluster(paragraph, line->last)->start;
        if (forbidden[end] && !line->ends_paragraph && !line_has(line, ADJUST_FORCED))
            g_error("%s: %.*s|%s", forbidden[end], (gint) end, paragraph->text,
                    paragraph->text + end);
    }
}

static inline void check_lines(const Paragraph *paragraph, const GPtrArray *lines,
                               const Measure *measure, const Composition *composition)
{
    guint32 next = 0;

    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        g_assert_cmpuint(line->first, ==, next);
        g_assert_cmpuint(line->last, >, line->first);
        next = line->last;
        g_assert_true(line->ends_paragraph == ends_hard(paragraph, next));
        g_assert_true(is_legal_break(paragraph, next) || line_has(line, ADJUST_FORCED));
        CheckedLine checked = checked_line(paragraph, line, measure, composition);
        check_line(&checked);
    }
    g_assert_cmpuint(next, ==, paragraph->clusters->len);
}

#endif
