#include "layout/ledger_text.h"

#include "layout/compose_parts.h"
#include "layout/text_block.h"

/* Runs being written. */
typedef struct {
    const Template *template;
    GArray *inlines;
} Text;

/* Text of the template's, or a value, standing for something at `span`. */
static void add_own(Text *text, const gchar *own, InlineFlags flags, Span span)
{
    Inline run = {.text = g_strdup(own), .flags = flags, .span = span};

    g_array_append_val(text->inlines, run);
}

static void add_break(Text *text, Span span)
{
    if (text->inlines->len > 0)
        add_own(text, "", INLINE_BREAK, span);
}

/* A copy of each run, but for footnotes: they are referred to where the finding stands. */
static void add_runs(Text *text, const GArray *inlines)
{
    for (guint i = 0; i < inlines->len; i++) {
        Inline run = g_array_index(inlines, Inline, i);
        if (run.flags & INLINE_NOTE)
            continue;
        run.text = g_strdup(run.text);
        run.href = g_strdup(run.href);
        g_array_append_val(text->inlines, run);
    }
}

static ClauseEnd clause_end(const Text *text)
{
    const gchar *marks = text->template->finding.closing_marks;
    ClauseEnd end = CLAUSE_NOTHING;

    for (guint i = text->inlines->len; i > 0 && end == CLAUSE_NOTHING; i--) {
        const Inline *run = &g_array_index(text->inlines, Inline, i - 1);
        end = run->flags & INLINE_REFERENCE ? CLAUSE_OPEN
                                            : text_clause_end(run->text, strlen(run->text), marks);
    }
    return end;
}

static void close_clause(Text *text, const gchar *mark, Span span)
{
    if (clause_end(text) != CLAUSE_ENDS)
        add_own(text, mark, 0, span);
}

/* ---- measures ---- */

static void add_blocks(Text *text, const GPtrArray *blocks);

/* （1）…；（2）… */
static void add_list(Text *text, const Block *list)
{
    for (guint i = 0; i < list->children->len; i++) {
        const Block *item = list->children->pdata[i];
        g_autofree gchar *label = number_format(text->template->numbering.item, i + 1);
        add_own(text, label, INLINE_COUNTED, item->span);
        for (guint k = 0; k < item->children->len; k++) {
            const Block *block = item->children->pdata[k];
            if (block->kind == BLOCK_PARAGRAPH)
                add_runs(text, block->inlines);
            else if (block->kind == BLOCK_LIST)
                add_list(text, block);
        }
        if (i + 1 < list->children->len)
            close_clause(text, text->template->finding.list_separator, item->span);
    }
}

/* The first paragraph runs in, later ones begin a line. */
static void add_blocks(Text *text, const GPtrArray *blocks)
{
    gboolean first = TRUE;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_LIST) {
            add_list(text, block);
        } else if (block->kind == BLOCK_PARAGRAPH) {
            if (!first)
                add_break(text, block->span);
            add_runs(text, block->inlines);
            first = FALSE;
        }
    }
}

static void add_measure(Text *text, const Node *measure)
{
    add_runs(text, measure->title);
    if (measure->title->len > 0 && measure->blocks->len > 0)
        close_clause(text, text->template->finding.measure_end, measure->span);
    add_blocks(text, measure->blocks);
}

GArray *ledger_measure(const Template *template, const Node *measure)
{
    Text text = {template, inlines_new()};

    add_measure(&text, measure);
    return text.inlines;
}

/* Each on a line of its own, numbered where there are several. */
static void add_measures(Text *text, const Node *finding)
{
    const GPtrArray *measures = finding->children;

    for (guint i = 0; i < measures->len; i++) {
        const Node *measure = measures->pdata[i];
        g_autofree gchar *label = number_format(text->template->ledger.measure, measure->number);
        add_break(text, measure->span);
        if (measures->len > 1)
            add_own(text, label, INLINE_COUNTED, measure->span);
        add_measure(text, measure);
    }
}

/* ---- the table ---- */

static gchar *date_text(Date date, const gchar *format)
{
    g_autofree gchar *year = g_strdup_printf("%04u", date.year);
    g_autofree gchar *month = g_strdup_printf("%u", date.month);
    g_autofree gchar *day = g_strdup_printf("%u", date.day);
    g_autofree gchar *mm = g_strdup_printf("%02u", date.month);
    g_autofree gchar *dd = g_strdup_printf("%02u", date.day);

    if (date.year == 0)
        return g_strdup("");
    return words_format(format ? format : "{year}-{mm}-{dd}", "{year}", year, "{month}", month,
                        "{day}", day, "{mm}", mm, "{dd}", dd, NULL);
}

/* (transfer full) (nullable) */
static gchar *plain_cell(const LedgerRow *row, LedgerColumn column, const Template *template,
                         const gchar *date)
{
    switch (column) {
    case LEDGER_NUMBER:
        return g_strdup_printf("%u", row->finding->number);
    case LEDGER_RESPONSIBLE:
        return g_strdup(row->responsible);
    case LEDGER_DUE:
        return date_text(row->due, date);
    case LEDGER_COMPLETED:
        return date_text(row->completed, date);
    case LEDGER_STATUS:
        return row->status == STATUS_NONE ? NULL : g_strdup(template->ledger.statuses[row->status]);
    default:
        return NULL;
    }
}

static void add_cell(GPtrArray *cells, const LedgerRow *row, LedgerColumn column,
                     const Template *template, const gchar *date)
{
    Text text = {template, table_add_cell(cells, row->finding->span)->inlines};
    g_autofree gchar *plain = plain_cell(row, column, template, date);

    if (column == LEDGER_FINDING)
        add_runs(&text, row->finding->title);
    else if (column == LEDGER_MEASURES)
        add_measures(&text, row->finding);
    else if (plain && *plain)
        add_own(&text, plain, column == LEDGER_NUMBER ? INLINE_COUNTED : 0,
                column == LEDGER_RESPONSIBLE && row->finding->responsible.text
                    ? row->finding->responsible.span
                    : row->finding->span);
}

static void add_head(Table *table, const Ledger *ledger, const Template *template, Span where)
{
    GPtrArray *cells = table_add_row(table);

    for (guint i = 0; i < ledger->columns->len; i++) {
        LedgerColumn column = g_array_index(ledger->columns, LedgerColumn, i);
        Text text = {template, table_add_cell(cells, where)->inlines};
        add_own(&text, template->ledger.columns[column], 0, where);
    }
}

/* Words stand in the middle, texts at the left. */
static ColumnAlign column_align(LedgerColumn column)
{
    return column == LEDGER_FINDING || column == LEDGER_MEASURES ? COLUMN_LEFT : COLUMN_CENTER;
}

Table *ledger_table(const Bulletin *bulletin, const Ledger *ledger, const Template *template,
                    Span head, const gchar *date)
{
    Table *table = table_new();
    g_autoptr(GArray) rows = ledger_rows(bulletin, ledger);

    for (guint i = 0; i < ledger->columns->len; i++) {
        ColumnAlign align = column_align(g_array_index(ledger->columns, LedgerColumn, i));
        g_array_append_val(table->aligns, align);
    }
    add_head(table, ledger, template, head);
    for (guint i = 0; i < rows->len; i++) {
        GPtrArray *cells = table_add_row(table);
        for (guint k = 0; k < ledger->columns->len; k++)
            add_cell(cells, &g_array_index(rows, LedgerRow, i),
                     g_array_index(ledger->columns, LedgerColumn, k), template, date);
    }
    return table;
}

/* ---- totals ---- */

/* A row of totals being written. */
typedef struct {
    Text text; /* of the cell being written */
    const LedgerStyle *style;
    guint counts[STATUS_COUNT];
    Span where;
} Totals;

static void add_count(Totals *totals, const gchar *format, const gchar *status, guint count)
{
    g_autofree gchar *number = g_strdup_printf("%u", count);
    g_autofree gchar *text = words_format(format, "{status}", status, "{count}", number, NULL);

    add_own(&totals->text, text, 0, totals->where);
}

/* "17项" */
static void add_all(Totals *totals)
{
    guint all = 0;

    for (Status status = STATUS_NONE; status < STATUS_COUNT; status++)
        all += totals->counts[status];
    add_count(totals, totals->style->total_count, "", all);
}

/* "推进中3项，已完成14项", or each on a line of its own. */
static void add_statuses(Totals *totals, gboolean in_lines)
{
    gboolean first = TRUE;

    for (guint i = 0; i < STATUS_COUNT; i++) {
        Status status = (Status) ((i + 1) % STATUS_COUNT); /* none is the last */
        if (totals->counts[status] == 0)
            continue;
        if (!first && !in_lines)
            add_own(&totals->text, totals->style->total_separator, 0, totals->where);
        else if (!first)
            add_break(&totals->text, totals->where);
        add_count(totals, totals->style->total_status, totals->style->statuses[status],
                  totals->counts[status]);
        first = FALSE;
    }
}

static gboolean has_column(const Ledger *ledger, LedgerColumn column)
{
    for (guint i = 0; i < ledger->columns->len; i++)
        if (g_array_index(ledger->columns, LedgerColumn, i) == column)
            return TRUE;
    return FALSE;
}

/* The column that says how many there are: what else has no column is said there as well. */
static LedgerColumn chief_column(const Ledger *ledger)
{
    return has_column(ledger, LEDGER_FINDING) ? LEDGER_FINDING
                                              : g_array_index(ledger->columns, LedgerColumn, 0);
}

static void add_total(Totals *totals, LedgerColumn column, const Ledger *ledger)
{
    LedgerColumn chief = chief_column(ledger);
    gboolean numbers = has_column(ledger, LEDGER_NUMBER) && chief != LEDGER_NUMBER;
    gboolean statuses = has_column(ledger, LEDGER_STATUS) && chief != LEDGER_STATUS;

    if (column == (numbers ? LEDGER_NUMBER : chief))
        add_own(&totals->text, totals->style->total, 0, totals->where);
    if (column == chief)
        add_all(totals);
    if (column == chief && !statuses)
        add_own(&totals->text, totals->style->total_lead, 0, totals->where);
    if (column == (statuses ? LEDGER_STATUS : chief))
        add_statuses(totals, statuses);
}

void ledger_add_totals(Table *table, const Bulletin *bulletin, const Ledger *ledger,
                       const Template *template, Span where)
{
    g_autoptr(GArray) rows = ledger_rows(bulletin, ledger);
    GPtrArray *cells = table_add_row(table);
    Totals totals = {.style = &template->ledger, .where = where};

    ledger_count(rows, totals.counts);
    for (guint i = 0; i < ledger->columns->len; i++) {
        totals.text = (Text){template, table_add_cell(cells, where)->inlines};
        add_total(&totals, g_array_index(ledger->columns, LedgerColumn, i), ledger);
    }
}

/* ---- plain text ---- */

/* Pages are not known here: an ellipsis stands for the number of one. */
static void replace_page(Inline *run)
{
    g_free(run->text);
    g_clear_pointer(&run->href, g_free);
    run->text = g_strdup("…");
    run->flags = 0;
}

gchar *ledger_plain(const Bulletin *bulletin, const Template *template, const GArray *inlines)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    g_autoptr(GArray) runs = inlines_new();
    Composer composer = {.bulletin = bulletin, .template = template, .blocks = blocks};
    Text text = {template, runs};

    add_runs(&text, inlines);
    for (guint i = 0; i < runs->len; i++)
        if (g_array_index(runs, Inline, i).flags & INLINE_PAGE)
            replace_page(&g_array_index(runs, Inline, i));
    compose_begin(&composer, STYLE_BODY);
    compose_inlines(&composer, runs, STYLE_BODY);
    return g_strdup(composer.block->text->str);
}
