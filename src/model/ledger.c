#include "model/ledger.h"

#include "model/build.h"
#include "model/names.h"

#include <string.h>

const gchar *status_id(Status status)
{
    return status_words[status].en;
}

const gchar *status_chinese(Status status)
{
    return status_words[status].zh;
}

const gchar *ledger_order_id(LedgerOrder order)
{
    return order_words[order].en;
}

/* ---- what measures say for their finding ---- */

static const Node *measure_at(const Node *finding, guint i)
{
    return g_ptr_array_index(finding->children, i);
}

static gint compare_dates(Date a, Date b)
{
    gint days_a = a.year * 10000 + a.month * 100 + a.day;
    gint days_b = b.year * 10000 + b.month * 100 + b.day;

    return days_a - days_b;
}

/* Each name once, in the order of the measures. */
static gchar *responsible_of(const Node *finding)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) names = g_string_new(NULL);

    if (finding->responsible.text)
        return g_strdup(finding->responsible.text);
    for (guint i = 0; i < finding->children->len; i++) {
        gchar *name = measure_at(finding, i)->responsible.text;
        if (name && g_hash_table_add(seen, name))
            g_string_append_printf(names, "%s%s", names->len > 0 ? "、" : "", name);
    }
    return names->len > 0 ? g_strdup(names->str) : NULL;
}

/* The last of the dates; none when a measure has none. */
static Date last_date(const Node *finding, gsize offset)
{
    Date last = G_STRUCT_MEMBER(Date, finding, offset);

    if (last.year != 0)
        return last;
    for (guint i = 0; i < finding->children->len; i++) {
        Date date = G_STRUCT_MEMBER(Date, measure_at(finding, i), offset);
        if (date.year == 0)
            return date;
        if (compare_dates(date, last) > 0)
            last = date;
    }
    return last;
}

static Status status_of(const Node *finding)
{
    guint seen = 0;

    if (finding->status != STATUS_NONE)
        return finding->status;
    for (guint i = 0; i < finding->children->len; i++)
        seen |= 1u << measure_at(finding, i)->status;
    if (seen == 0 || seen & 1u << STATUS_NONE)
        return STATUS_NONE;
    if (seen == 1u << STATUS_PLANNED)
        return STATUS_PLANNED;
    if (seen == 1u << STATUS_DONE)
        return STATUS_DONE;
    return seen & (1u << STATUS_PLANNED | 1u << STATUS_ONGOING) ? STATUS_ONGOING : STATUS_STANDING;
}

static void row_clear(gpointer row)
{
    g_free(((LedgerRow *) row)->responsible);
}

static LedgerRow row_of(const Node *finding)
{
    return (LedgerRow){
        .finding = finding,
        .responsible = responsible_of(finding),
        .due = last_date(finding, G_STRUCT_OFFSET(Node, due)),
        .completed = last_date(finding, G_STRUCT_OFFSET(Node, completed)),
        .status = status_of(finding),
    };
}

/* ---- which rows ---- */

static gboolean divides_names(gunichar c)
{
    return g_unichar_isspace(c) || g_utf8_strchr("、，；,;", -1, c);
}

/* Whether a name stands among those of a text, "党政办、综合办". */
static gboolean names_hold(const gchar *names, const gchar *name)
{
    gsize length = strlen(name);

    for (const gchar *at = names; (at = strstr(at, name)) != NULL; at += length) {
        gboolean begins = at == names || divides_names(g_utf8_get_char(g_utf8_prev_char(at)));
        if (begins && (at[length] == '\0' || divides_names(g_utf8_get_char(at + length))))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_responsible(const Node *finding, const gchar *name)
{
    if (finding->responsible.text && names_hold(finding->responsible.text, name))
        return TRUE;
    for (guint i = 0; i < finding->children->len; i++) {
        const Node *measure = measure_at(finding, i);
        if (measure->responsible.text && names_hold(measure->responsible.text, name))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_shown(const LedgerRow *row, const Ledger *ledger)
{
    if (!ledger)
        return TRUE;
    if (ledger->statuses != 0 && !(ledger->statuses & 1u << row->status))
        return FALSE;
    return !ledger->responsible.text || is_responsible(row->finding, ledger->responsible.text);
}

static void add_rows(GArray *rows, const GPtrArray *nodes, const Ledger *ledger)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = g_ptr_array_index(nodes, i);
        if (node->kind != NODE_FINDING) {
            add_rows(rows, node->children, ledger);
            continue;
        }
        LedgerRow row = row_of(node);
        if (is_shown(&row, ledger))
            g_array_append_val(rows, row);
        else
            row_clear(&row);
    }
}

/* ---- their order: what has nothing to be ordered by stands last ---- */

static gint compare_due(gconstpointer a, gconstpointer b)
{
    Date due_a = ((const LedgerRow *) a)->due, due_b = ((const LedgerRow *) b)->due;

    if (due_a.year == 0 || due_b.year == 0)
        return (due_a.year == 0) - (due_b.year == 0);
    return compare_dates(due_a, due_b);
}

static gint compare_status(gconstpointer a, gconstpointer b)
{
    Status status_a = ((const LedgerRow *) a)->status, status_b = ((const LedgerRow *) b)->status;

    if (status_a == STATUS_NONE || status_b == STATUS_NONE)
        return (status_a == STATUS_NONE) - (status_b == STATUS_NONE);
    return (gint) status_a - (gint) status_b;
}

static guint rank_of(const LedgerRow *row, GHashTable *ranks)
{
    return row->responsible ? GPOINTER_TO_UINT(g_hash_table_lookup(ranks, row->responsible))
                            : G_MAXUINT;
}

static gint compare_responsible(gconstpointer a, gconstpointer b, gpointer ranks)
{
    guint rank_a = rank_of(a, ranks), rank_b = rank_of(b, ranks);

    return (rank_a > rank_b) - (rank_a < rank_b);
}

/* Chinese names have no order that all would agree on: they stand as they first come. */
static void group_by_responsible(GArray *rows)
{
    g_autoptr(GHashTable) ranks = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < rows->len; i++) {
        gchar *name = g_array_index(rows, LedgerRow, i).responsible;
        if (name && !g_hash_table_contains(ranks, name))
            g_hash_table_insert(ranks, name, GUINT_TO_POINTER(g_hash_table_size(ranks)));
    }
    g_array_sort_with_data(rows, compare_responsible, ranks);
}

static void put_in_order(GArray *rows, LedgerOrder order)
{
    switch (order) {
    case LEDGER_BY_DUE:
        g_array_sort(rows, compare_due);
        break;
    case LEDGER_BY_STATUS:
        g_array_sort(rows, compare_status);
        break;
    case LEDGER_BY_RESPONSIBLE:
        group_by_responsible(rows);
        break;
    case LEDGER_BY_DOCUMENT:
    case LEDGER_ORDERS:
        break;
    }
}

GArray *ledger_rows(const Bulletin *bulletin, const Ledger *ledger)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(LedgerRow));

    g_array_set_clear_func(rows, row_clear);
    add_rows(rows, bulletin->children, ledger);
    put_in_order(rows, ledger ? ledger->order : LEDGER_BY_DOCUMENT);
    return rows;
}

void ledger_take_all_columns(Ledger *ledger)
{
    for (LedgerColumn column = 0; column < LEDGER_COLUMNS; column++)
        g_array_append_val(ledger->columns, column);
}

void ledger_count(const GArray *rows, guint counts[STATUS_COUNT])
{
    memset(counts, 0, STATUS_COUNT * sizeof *counts);
    for (guint i = 0; i < rows->len; i++)
        counts[g_array_index(rows, LedgerRow, i).status]++;
}

void ledgers_check(const Bulletin *bulletin, Diagnostics *sink)
{
    for (guint i = 0; i < bulletin->annexes->len; i++) {
        const Annex *annex = g_ptr_array_index(bulletin->annexes, i);
        if (annex->kind != ANNEX_LEDGER)
            continue;
        g_autoptr(GArray) rows = ledger_rows(bulletin, &annex->ledger);
        if (rows->len == 0)
            diag_report(sink, RULE_EMPTY_LEDGER, annex->span, NULL);
    }
}
