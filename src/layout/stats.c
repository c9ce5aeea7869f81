#include "layout/stats.h"

#include <string.h>

typedef struct {
    const Paragraph *paragraph;
    const Line *line;
} Place;

/* From the place of one cluster's glyphs to that of the next's. */
static Len step_after(const Place *place, guint32 i)
{
    const PageLen *x = (const PageLen *) (gconstpointer) place->line->x->data;

    return x[i + 1 - place->line->first] - x[i - place->line->first];
}

static gunichar character(const Place *place, guint32 i)
{
    return g_utf8_get_char(place->paragraph->text + paragraph_cluster(place->paragraph, i)->start);
}

static gboolean is_han(const Place *place, guint32 i)
{
    return g_unichar_get_script(character(place, i)) == G_UNICODE_SCRIPT_HAN;
}

/* ---- adjustments ---- */

static void count_adjustments(Stats *stats, const Place *place)
{
    const GArray *adjustments = place->line->adjustments;

    gboolean adjusted = FALSE;

    for (guint i = 0; i < adjustments->len; i++) {
        const Adjustment *adjustment = &g_array_index(adjustments, Adjustment, i);
        if (adjustment->amount == 0)
            continue; /* tells of a title's shape, or of a forced break */
        adjusted = TRUE;
        ReasonStats *reason = &stats->reasons[adjustment->kind];
        gint amount = (gint) len_mul_div(
            adjustment->amount, 1000, paragraph_cluster(place->paragraph, place->line->first)->em);
        reason->lines++;
        if (ABS(amount) > ABS(reason->most))
            reason->most = amount;
    }
    stats->adjusted += adjusted;
}

/* ---- gaps between Han ---- */

static void count_gap(Stats *stats, Len step, Len em)
{
    gint over = (gint) len_mul_div(step - em, 1000, em);

    stats->narrowest = stats->gaps == 0 ? over : MIN(stats->narrowest, over);
    stats->widest = stats->gaps == 0 ? over : MAX(stats->widest, over);
    stats->gaps++;
    stats->gaps_off += ABS(over) > STATS_OFF_PITCH;
}

static void count_gaps(Stats *stats, const Place *place)
{
    for (guint32 i = place->line->first; i + 1 < place->line->last; i++) {
        Len em = paragraph_cluster(place->paragraph, i)->em;
        if (is_han(place, i) && is_han(place, i + 1) &&
            em == paragraph_cluster(place->paragraph, i + 1)->em)
            count_gap(stats, step_after(place, i), em);
    }
}

/* ---- commas and full stops ---- */

/* A line's mean, in thousandths of a Len so that the division loses nothing that shows. */
static void add_mean_cell(GArray *means, const Place *place)
{
    gint64 sum = 0, count = 0;

    for (guint32 i = place->line->first; i + 1 < place->line->last; i++) {
        gunichar c = character(place, i);
        if ((c != 0xFF0C && c != 0x3002) || !is_han(place, i + 1)) /* ， 。 */
            continue;
        sum += step_after(place, i);
        count++;
    }
    if (count > 0) {
        gint64 mean = sum * 1000 / count;
        g_array_append_val(means, mean);
    }
}

/* The largest whole number whose square is not above n (Newton). */
static guint64 square_root(guint64 n)
{
    guint64 root = n, next = n / 2 + n % 2;

    while (next < root) {
        root = next;
        next = (root + n / root) / 2;
    }
    return root;
}

static gint64 deviation(const GArray *means)
{
    gint64 sum = 0;
    guint64 squares = 0;

    if (means->len == 0)
        return 0;
    for (guint i = 0; i < means->len; i++)
        sum += g_array_index(means, gint64, i);
    for (guint i = 0; i < means->len; i++) {
        gint64 off = g_array_index(means, gint64, i) - sum / means->len;
        squares += (guint64) (off * off);
    }
    return len_mul_div((Len) square_root(squares / means->len), 1, LEN_PT);
}

/* ---- fonts ---- */

static guint count_characters(const gchar *text, gsize length)
{
    guint count = 0;

    for (const gchar *at = text; at < text + length; at = g_utf8_next_char(at))
        count += !g_unichar_isspace(g_utf8_get_char(at));
    return count;
}

/* `counts` has a row of all fonts for each role. */
static void count_runs(guint *counts, guint n_fonts, const Paragraph *paragraph)
{
    for (guint i = 0; i < paragraph->runs->len; i++) {
        const TextRun *run = &g_array_index(paragraph->runs, TextRun, i);
        counts[run->role * n_fonts + run->font] +=
            count_characters(paragraph->text + run->start, run->end - run->start);
    }
}

/* What stands outside the flow, and so in no block: mastheads and page numbers. */
static gboolean stands_apart(StyleRole role)
{
    return role <= STYLE_SIGNATORY || role == STYLE_PAGE_NUMBER;
}

static void count_apart(guint *counts, guint n_fonts, const Page *page)
{
    for (guint i = 0; i < page->lines->len; i++) {
        const PlacedLine *line = &g_array_index(page->lines, PlacedLine, i);
        for (guint k = line->first; stands_apart(line->role) && k < line->last; k++) {
            const Item *item = page->items->pdata[k];
            if (item->kind == ITEM_GLYPHS)
                counts[line->role * n_fonts + item->run->font] +=
                    count_characters(item->run->text, strlen(item->run->text));
        }
    }
}

static void count_fonts(Stats *stats, const GPtrArray *blocks, const Pages *pages)
{
    guint n_fonts = pages->fonts->len;
    g_autofree guint *counts = g_new0(guint, STYLE_ROLES_COUNT * n_fonts + 1);

    for (guint i = 0; i < blocks->len; i++)
        count_runs(counts, n_fonts, ((const SetBlock *) blocks->pdata[i])->paragraph);
    for (guint i = 0; i < pages->pages->len; i++)
        count_apart(counts, n_fonts, pages->pages->pdata[i]);
    for (guint i = 0; i < STYLE_ROLES_COUNT * n_fonts; i++) {
        FontStats font = {(StyleRole) (i / n_fonts), i % n_fonts, counts[i]};
        if (font.characters > 0)
            g_array_append_val(stats->fonts, font);
    }
}

/* ---- all ---- */

static void count_lines(Stats *stats, GArray *means, const SetBlock *block)
{
    stats->lines += block->lines->len;
    for (guint i = 0; i < block->lines->len; i++) {
        Place place = {block->paragraph, block->lines->pdata[i]};
        count_adjustments(stats, &place);
        count_gaps(stats, &place);
        add_mean_cell(means, &place);
    }
}

Stats *stats_new(const GPtrArray *blocks, const Pages *pages)
{
    Stats *stats = g_new0(Stats, 1);
    g_autoptr(GArray) means = g_array_new(FALSE, FALSE, sizeof(gint64));

    stats->fonts = g_array_new(FALSE, FALSE, sizeof(FontStats));
    stats->pages = pages->pages->len;
    for (guint i = 0; i < blocks->len; i++)
        count_lines(stats, means, blocks->pdata[i]);
    stats->mark_lines = means->len;
    stats->mark_deviation = deviation(means);
    count_fonts(stats, blocks, pages);
    return stats;
}

void stats_free(Stats *stats)
{
    g_array_unref(stats->fonts);
    g_free(stats);
}
