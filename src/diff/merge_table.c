/* Tables: rows that are gone stay in their place, cells are compared word by word. */
#include "diff/parts.h"

#include "layout/text_block.h"

#include "diff/best.h"
#include "diff/lcs.h"
#include "diff/likeness.h"

#include <string.h>

/* Thousandths of their words that two rows share to be the same row. */
#define LEAST_LIKENESS 300

/* So many pairs of rows are looked at between two that are the same. */
#define MOST_PAIRS 40000

typedef struct {
    Comparer *comparer;
    const TableText *table[SIDES];
    TextBlock *out;
    guint columns, rows[SIDES];
} Tables;

static const TextBlock *cell_at(const Tables *tables, guint side, guint row, guint column)
{
    return tables->table[side]->cells->pdata[row * tables->columns + column];
}

static gchar *row_text(const Tables *tables, guint side, guint row, gboolean key)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < tables->columns; i++) {
        const TextBlock *cell = cell_at(tables, side, row, i);
        g_autofree gchar *part = key ? block_key(tables->comparer, side, cell) : block_words(cell);
        g_string_append_printf(text, "%s\t", part);
    }
    return g_string_free(text, FALSE);
}

static guint32 *row_keys(const Tables *tables, guint side)
{
    guint32 *keys = g_new(guint32, tables->rows[side] + 1);

    for (guint i = 0; i < tables->rows[side]; i++) {
        g_autofree gchar *key = row_text(tables, side, i, TRUE);
        keys[i] = comparer_number(tables->comparer, key);
    }
    return keys;
}

/* ---- rows ---- */

/* Cells of a row that is in one table alone. */
static void write_row(const Tables *tables, guint side, guint row)
{
    TextChange change = side == OLD ? TEXT_DELETED : TEXT_INSERTED;

    for (guint i = 0; i < tables->columns; i++) {
        MergedText merged = {.change = {change, change}};
        merged.text[side] = cell_at(tables, side, row, i);
        g_ptr_array_add(tables->out->table->cells, merge_text(tables->comparer, &merged));
    }
}

static void write_cell(const Tables *tables, const TextBlock *old, const TextBlock *new)
{
    Comparer *comparer = tables->comparer;
    g_autoptr(GArray) a = tokens_new(comparer, OLD, old), b = tokens_new(comparer, NEW, new);
    MergedText merged = {{old, new}, {a, b}, {TEXT_SAME, TEXT_SAME}};

    tokens_compare(a, b);
    g_ptr_array_add(tables->out->table->cells, merge_text(comparer, &merged));
}

static void write_pair(const Tables *tables, guint old, guint new)
{
    for (guint i = 0; i < tables->columns; i++) {
        const TextBlock *a = cell_at(tables, OLD, old, i), *b = cell_at(tables, NEW, new, i);
        g_autofree gchar *left = block_key(tables->comparer, OLD, a);
        g_autofree gchar *right = block_key(tables->comparer, NEW, b);
        MergedText same = {{a, b}, {NULL, NULL}, {TEXT_SAME, TEXT_SAME}};
        if (g_str_equal(left, right))
            g_ptr_array_add(tables->out->table->cells, merge_text(tables->comparer, &same));
        else
            write_cell(tables, a, b);
    }
}

/* ---- which row is which ---- */

typedef struct {
    const Likeness *old, *new; /* of the rows from the gap's first on */
} GapRows;

static guint fitness(gconstpointer data, guint i, guint k)
{
    const GapRows *rows = data;
    guint like = likeness_of(&rows->old[i], &rows->new[k]);

    return like >= LEAST_LIKENESS ? like : 0;
}

static Likeness *row_likenesses(const Tables *tables, guint side, guint first, guint last)
{
    Likeness *all = g_new0(Likeness, last - first + 1);

    for (guint i = first; i < last; i++) {
        g_autofree gchar *text = row_text(tables, side, i, FALSE);
        likeness_init(&all[i - first], text);
    }
    return all;
}

/* Rows between two that are the same: those that share the most words; a row each, or too many to
 * look at all, one after the other. */
static void pair_gap(const Tables *tables, guint old, guint old_end, guint new, guint new_end,
                     guint32 *match)
{
    guint n = old_end - old, m = new_end - new;

    if ((n == 1 && m == 1) || (guint64) n * m > MOST_PAIRS) {
        for (guint i = 0; i < MIN(n, m); i++)
            match[old + i] = new + i;
        return;
    }
    Likeness *left = row_likenesses(tables, OLD, old, old_end);
    Likeness *right = row_likenesses(tables, NEW, new, new_end);
    GapRows rows = {left, right};
    best_pairs(n, m, fitness, &rows, match + old);
    for (guint i = old; i < old_end; i++)
        if (match[i] != LCS_NONE)
            match[i] += new;
    likenesses_free(left, n);
    likenesses_free(right, m);
}

static void pair_gaps(const Tables *tables, guint32 *match)
{
    guint old = 0, new = 0;

    for (guint i = 0; i <= tables->rows[OLD]; i++) {
        if (i < tables->rows[OLD] && match[i] == LCS_NONE)
            continue;
        guint end = i < tables->rows[OLD] ? match[i] : tables->rows[NEW];
        pair_gap(tables, old, i, new, end, match);
        old = i + 1;
        new = end + 1;
    }
}

/* The rows that stay, as one text. (transfer full) */
static GString *staying(const Tables *tables, const guint32 *match)
{
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < tables->rows[OLD]; i++) {
        g_autofree gchar *text = match[i] != LCS_NONE ? row_text(tables, OLD, i, TRUE) : NULL;
        g_string_append(all, text ? text : "");
    }
    return all;
}

/* Where as many rows may stay in two ways, the longer texts do, as of findings that are moved; and
 * the same ones, whichever of the two bulletins is the old one. */
static void match_rows(const Tables *tables, const guint32 *a, const guint32 *b, guint32 *match)
{
    guint n = tables->rows[OLD], m = tables->rows[NEW];
    g_autofree guint32 *back = g_new(guint32, m + 1), *other = g_new(guint32, n + 1);

    lcs_match(a, n, b, m, match);
    lcs_match(b, m, a, n, back);
    for (guint i = 0; i < n; i++)
        other[i] = LCS_NONE;
    for (guint k = 0; k < m; k++)
        if (back[k] != LCS_NONE)
            other[back[k]] = k;
    if (memcmp(match, other, n * sizeof *match) == 0)
        return;
    GString *one = staying(tables, match), *two = staying(tables, other);
    if (two->len > one->len || (two->len == one->len && strcmp(two->str, one->str) > 0))
        memcpy(match, other, n * sizeof *match);
    g_string_free(one, TRUE);
    g_string_free(two, TRUE);
}

/* The heads go together, whatever they say: a table has one. */
static guint32 *pair_rows(const Tables *tables)
{
    g_autofree guint32 *a = row_keys(tables, OLD), *b = row_keys(tables, NEW);
    guint32 *match = g_new(guint32, tables->rows[OLD] + 1);

    a[0] = b[0] = 0;
    match_rows(tables, a, b, match);
    pair_gaps(tables, match);
    return match;
}

/* ---- the table ---- */

static void write_rows(const Tables *tables, const guint32 *match)
{
    guint new = 0;

    for (guint i = 0; i < tables->rows[OLD]; i++) {
        if (match[i] == LCS_NONE) {
            write_row(tables, OLD, i);
            continue;
        }
        for (; new < match[i]; new ++)
            write_row(tables, NEW, new);
        write_pair(tables, i, new ++);
    }
    for (; new < tables->rows[NEW]; new ++)
        write_row(tables, NEW, new);
}

TextBlock *merge_tables(Comparer *comparer, const TextBlock *old, const TextBlock *new)
{
    Tables tables = {.comparer = comparer, .table = {old->table, new->table}};

    tables.columns = new->table->aligns->len;
    tables.rows[OLD] = old->table->cells->len / tables.columns;
    tables.rows[NEW] = new->table->cells->len / tables.columns;
    tables.out = text_block_new_table(new->table->aligns, new->table->span);
    tables.out->element = new->element;
    tables.out->part = new->part;
    tables.out->node = new->node;
    tables.out->annex = new->annex;
    tables.out->list_depth = new->list_depth;
    pair_elements(comparer, old->element, new->element);
    g_autofree guint32 *match = pair_rows(&tables);
    write_rows(&tables, match);
    for (guint i = 0; i < new->table->continued->len; i++) {
        MergedText same = {.change = {TEXT_SAME, TEXT_SAME}};
        same.text[NEW] = new->table->continued->pdata[i];
        g_ptr_array_add(tables.out->table->continued, merge_text(comparer, &same));
    }
    return tables.out;
}
