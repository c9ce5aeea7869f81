/* Breaking a paragraph as a whole against a greedy that is written here anew, on sums over the
 * characters of each line: it takes what has room, pushes in what the whites give room for, and
 * else pushes out (typography B7). */
#include "layout/first_fit.h"
#include "handmade.h"
#include "random_text.h"

#define MEASURE (28 * EM)
#define PARAGRAPHS 10000

/* ---- a line, and the greedy ---- */

static gboolean is_blank(const Cluster *cluster)
{
    return cluster->klass == CLASS_SP || cluster->klass == CLASS_BR;
}

/* What is taken of the first and the last mark of a line in any case. */
static Len trims(const Paragraph *paragraph, guint32 first, guint32 end)
{
    Len left = first > 0 ? handmade_cluster(paragraph, first)->white_left : 0;
    Len right = handmade_cluster(paragraph, end - 1)->white_right;

    return left + right;
}

static guint32 shown_end(const Paragraph *paragraph, guint32 first, guint32 last)
{
    while (last > first && is_blank(handmade_cluster(paragraph, last - 1)))
        last--;
    return last;
}

static Len natural_width(const Paragraph *paragraph, guint32 first, guint32 last)
{
    guint32 end = shown_end(paragraph, first, last);
    Len width = 0;

    for (guint32 i = first; i < end; i++)
        width += handmade_cluster(paragraph, i)->advance +
                 (i + 1 < end ? handmade_cluster(paragraph, i)->gap : 0);
    return end > first ? width - trims(paragraph, first, end) : 0;
}

/* All that a line could give. */
static Len white(const Paragraph *paragraph, guint32 first, guint32 last)
{
    guint32 end = shown_end(paragraph, first, last);
    Len sum = 0;

    for (guint32 i = first; i < end; i++) {
        const Cluster *cluster = handmade_cluster(paragraph, i);
        sum += cluster->white_left + cluster->white_right;
        sum += i + 1 < end ? cluster->gap - cluster->gap_min : 0;
        sum += cluster->klass == CLASS_SP ? MAX(cluster->advance - cluster->em / 4, 0) : 0;
    }
    return end > first ? sum - trims(paragraph, first, end) : 0;
}

static gint16 penalty_at(const Paragraph *paragraph, guint32 last)
{
    return last < paragraph->clusters->len ? handmade_cluster(paragraph, last - 1)->penalty : 0;
}

/* 0: the line can end nowhere. */
static guint32 greedy_end(const Paragraph *paragraph, guint32 first)
{
    guint32 fits = 0, fits_for_want = 0;

    for (guint32 last = first + 1; last <= paragraph->clusters->len; last++) {
        gint16 penalty = penalty_at(paragraph, last);
        Len over = natural_width(paragraph, first, last) - MEASURE;
        if (penalty == PENALTY_NEVER || (over > 0 && penalty >= PENALTY_LAST_RESORT))
            continue;
        if (over > 0) {
            gboolean full = fits > 0 && natural_width(paragraph, first, fits) == MEASURE;
            if (!full && over <= white(paragraph, first, last))
                fits = last;
            break;
        }
        *(penalty < PENALTY_LAST_RESORT ? &fits : &fits_for_want) = last;
    }
    return fits > 0 ? fits : fits_for_want;
}

/* ---- whole paragraphs ---- */

/* Ends of lines. */
typedef GArray Way;

/* NULL: a line had to be broken where it may not. */
static Way *greedy_way(const Paragraph *paragraph)
{
    Way *way = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint32 end = 0; end < paragraph->clusters->len;) {
        end = greedy_end(paragraph, end);
        if (end == 0) {
            g_array_unref(way);
            return NULL;
        }
        g_array_append_val(way, end);
    }
    return way;
}

static Way *way_of_lines(const GPtrArray *lines)
{
    Way *way = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint i = 0; i < lines->len; i++)
        g_array_append_val(way, ((const Line *) lines->pdata[i])->last);
    return way;
}

/* How far its lines are from their natural widths, all together. The last one is not filled. */
static Len total_stretch(const Paragraph *paragraph, const Way *way)
{
    Len sum = 0;

    for (guint i = 0, first = 0; i < way->len; i++) {
        guint32 last = g_array_index(way, guint32, i);
        Len over = natural_width(paragraph, first, last) - MEASURE;
        sum += over > 0 || i + 1 < way->len ? ABS(over) : 0;
        first = last;
    }
    return sum;
}

static LineCost way_cost(const BreakTask *task, const Way *way)
{
    LineCost sum = {0, 0, 0}, cost;

    for (guint i = 0, first = 0; i < way->len; i++) {
        guint32 last = g_array_index(way, guint32, i);
        g_assert_true(line_cost(task, first, last, &cost));
        sum.off += cost.off;
        sum.faults += cost.faults;
        first = last;
    }
    return sum;
}

/* ---- what holds ---- */

typedef struct {
    Len total, greedy; /* stretch of all paragraphs */
    guint compared;    /* paragraphs in which the greedy found its way */
    guint further;     /* of them, set further off than the greedy sets them, for its faults */
} Comparison;

static void compare(Comparison *all, const Paragraph *paragraph, const BreakTask *task,
                    const GPtrArray *lines)
{
    g_autoptr(GArray) greedy = greedy_way(paragraph), way = way_of_lines(lines);
    LineCost bound = {0, 0, 0};

    g_assert_cmpint(first_fit_cost(task, &bound), ==, greedy != NULL);
    if (!greedy)
        return;
    Len total_off = total_stretch(paragraph, way), greedy_off = total_stretch(paragraph, greedy);
    LineCost cost = way_cost(task, way), greedy_cost = way_cost(task, greedy);
    g_assert_cmpint(bound.off, ==, greedy_cost.off);
    g_assert_cmpint(bound.faults, ==, greedy_cost.faults);
    all->compared++;
    all->total += total_off;
    all->greedy += greedy_off;
    if (total_off <= greedy_off)
        return;
    all->further++;
    g_assert_cmpint(cost.faults, <, greedy_cost.faults);
    g_assert_cmpint(cost.off + cost.faults, <=, greedy_cost.off + greedy_cost.faults);
}

typedef gchar *(*RandomText)(GRand *random);

static Comparison compare_all(RandomText text_of)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);
    Measure measure = {MEASURE, 0, 0, 0, ALIGN_JUSTIFY};
    Comparison all = {0};

    for (guint i = 0; i < PARAGRAPHS; i++) {
        g_autofree gchar *text = text_of(random);
        g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &handmade_composition);
        g_autoptr(GPtrArray) lines = break_lines(paragraph, &measure, &handmade_composition);
        Totals totals;
        totals_init(&totals, paragraph, &handmade_composition, ALIGN_JUSTIFY);
        BreakTask task = break_task(&totals, &measure);
        compare(&all, paragraph, &task, lines);
        totals_clear(&totals);
    }
    g_test_message("%u compared, %.1f em against %.1f em, further off %u", all.compared,
                   (gdouble) all.total / EM, (gdouble) all.greedy / EM, all.further);
    g_assert_cmpint(all.total, <, all.greedy);
    return all;
}

static void test_prose(void)
{
    Comparison all = compare_all(random_prose);

    g_assert_cmpuint(all.compared, ==, PARAGRAPHS);
}

static void test_pieces(void)
{
    Comparison all = compare_all(random_pieces);

    g_assert_cmpuint(all.compared, >, PARAGRAPHS / 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/first-fit/prose", test_prose);
    g_test_add_func("/first-fit/pieces", test_pieces);
    return g_test_run();
}
