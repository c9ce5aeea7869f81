#include "source/csv.h"

#include <string.h>

#include "source/table_limits.h"

typedef struct {
    const Source *source;
    Diagnostics *sink;
    Table *table;
    const gchar *end; /* of the last record */
    guint cells;
    gboolean failed;  /* something was reported */
    gboolean stopped; /* what follows cannot be told apart any more, or a limit was met */
} CsvReader;

static Span span_between(const CsvReader *reader, const gchar *from, const gchar *to)
{
    const gchar *text = reader->source->text;
    return (Span){reader->source, (guint32) (from - text), (guint32) (to - text)};
}

static void report(CsvReader *reader, RuleId rule, const gchar *from, const gchar *to)
{
    diag_report(reader->sink, rule, span_between(reader, from, to), NULL);
    reader->failed = TRUE;
}

/* ---- fields ---- */

static void add_text(CsvReader *reader, TableCell *cell, const gchar *from, const gchar *to)
{
    Inline run = {.flags = INLINE_VERBATIM, .span = span_between(reader, from, to)};
    if (from == to)
        return;
    run.text = g_strndup(from, (gsize) (to - from));
    g_array_append_val(cell->inlines, run);
}

static void add_break(CsvReader *reader, TableCell *cell, const gchar *from, const gchar *to)
{
    Inline run = {.flags = INLINE_BREAK, .span = span_between(reader, from, to)};
    run.text = g_strdup("");
    g_array_append_val(cell->inlines, run);
}

static const gchar *skip_line_end(const gchar *p)
{
    return p + (g_str_has_prefix(p, "\r\n") ? 2 : 1);
}

static gboolean is_line_end(gchar c)
{
    return c == '\n' || c == '\r';
}

/* Text between quotes, in which "" is a quote and line ends are breaks. */
static void add_quoted(CsvReader *reader, TableCell *cell, const gchar *p, const gchar *end)
{
    while (p < end && is_line_end(*p))
        p++;
    while (end > p && is_line_end(end[-1]))
        end--;
    for (const gchar *from = p; p < end; from = p) {
        p += strcspn(p, "\"\r\n");
        p = MIN(p, end);
        gboolean quote = p < end && *p == '"';
        add_text(reader, cell, from, p + quote);
        if (quote)
            p += 2;
        for (; p < end && is_line_end(*p); p = skip_line_end(p))
            add_break(reader, cell, p, skip_line_end(p));
    }
}

/* The quote that ends the field that begins after `open`, or NULL. */
static const gchar *closing_quote(const CsvReader *reader, const gchar *open)
{
    const gchar *p = memchr(open + 1, '"', (gsize) (reader->end - open - 1));
    while (p && p + 1 < reader->end && p[1] == '"')
        p = p + 2 < reader->end ? memchr(p + 2, '"', (gsize) (reader->end - p - 2)) : NULL;
    return p;
}

static const gchar *field_end(const CsvReader *reader, const gchar *p)
{
    return MIN(p + strcspn(p, ",\r\n"), reader->end);
}

static const gchar *read_quoted(CsvReader *reader, TableCell *cell, const gchar *open)
{
    const gchar *close = closing_quote(reader, open);
    if (!close) {
        report(reader, RULE_CSV_OPEN_QUOTE, open, open + 1);
        reader->stopped = TRUE;
        return reader->end;
    }
    cell->span = span_between(reader, open + 1, close);
    add_quoted(reader, cell, open + 1, close);
    const gchar *after = close + 1, *end = field_end(reader, after);
    const gchar *blank = after + strspn(after, " \t");
    if (blank < end)
        report(reader, RULE_CSV_AFTER_QUOTE, blank, end);
    return end;
}

static const gchar *read_plain(CsvReader *reader, TableCell *cell, const gchar *p)
{
    const gchar *end = field_end(reader, p), *quote = memchr(p, '"', (gsize) (end - p));
    const gchar *to = end;
    if (quote)
        report(reader, RULE_CSV_QUOTE, quote, quote + 1);
    while (p < to && (*p == ' ' || *p == '\t'))
        p++;
    while (to > p && (to[-1] == ' ' || to[-1] == '\t'))
        to--;
    cell->span = span_between(reader, p, to);
    add_text(reader, cell, p, to);
    return end;
}

/* ---- records ---- */

static void report_limit(CsvReader *reader, const gchar *at, const gchar *zh, const gchar *en)
{
    diag_report(reader->sink, RULE_LIMIT, span_between(reader, at, at + 1), zh, en, NULL);
    reader->stopped = TRUE;
}

static void check_limits(CsvReader *reader, const GPtrArray *row, const gchar *at)
{
    reader->cells++;
    if (row->len > TABLE_MOST_COLUMNS)
        report_limit(reader, at, TABLE_COLUMNS_LIMIT);
    else if (reader->cells > TABLE_MOST_CELLS)
        report_limit(reader, at, TABLE_CELLS_LIMIT);
}

/* The record at p, as a row. Returns where the next one begins. */
static const gchar *read_fields(CsvReader *reader, GPtrArray *row, const gchar *p)
{
    for (;;) {
        TableCell *cell = table_add_cell(row, span_between(reader, p, p));
        check_limits(reader, row, p);
        p = *p == '"' ? read_quoted(reader, cell, p) : read_plain(reader, cell, p);
        if (reader->stopped || p == reader->end || *p != ',')
            break;
        p++;
    }
    return p < reader->end ? skip_line_end(p) : p;
}

static void report_ragged(CsvReader *reader, guint cells, const gchar *from)
{
    g_autofree gchar *got = g_strdup_printf("%u", cells);
    g_autofree gchar *wanted = g_strdup_printf("%u", reader->table->aligns->len);
    const gchar *to = MIN(from + strcspn(from, "\r\n"), reader->end);
    diag_report(reader->sink, RULE_CSV_RAGGED_ROW, span_between(reader, from, to), got, wanted,
                NULL);
    reader->failed = TRUE;
}

/* One column, and what other programs divide values by in its head: 项目;金额. */
static void check_separator(CsvReader *reader, const gchar *head)
{
    gsize length = (gsize) (field_end(reader, head) - head), at = strcspn(head, ";\t\"");
    const gchar *found = head + at;
    if (reader->table->aligns->len > 1 || at >= length || *found == '"')
        return;
    report(reader, RULE_CSV_SEPARATOR, found, g_utf8_next_char(found));
    reader->stopped = TRUE;
}

static const gchar *read_record(CsvReader *reader, const gchar *p)
{
    GPtrArray *rows = reader->table->rows, *row = table_add_row(reader->table);
    const gchar *next = read_fields(reader, row, p);
    gboolean head = rows->len == 1;
    if (head)
        g_array_set_size(reader->table->aligns, row->len);
    if (head && !reader->stopped)
        check_separator(reader, p);
    gboolean fits = row->len == reader->table->aligns->len;
    if (!fits && !reader->stopped)
        report_ragged(reader, row->len, p);
    if (!fits || (reader->stopped && !head))
        g_ptr_array_set_size(rows, (gint) rows->len - 1);
    return next;
}

/* ---- columns ---- */

/* -1,280.50 or 3.2%; what stands for a number that is missing is none. */
static gboolean is_number(const gchar *text)
{
    const gchar *const signs[] = {"+", "-", "−", "－"}, *const units[] = {"%", "％", "‰"};
    gboolean digits = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(text, signs[i])) {
            text += strlen(signs[i]);
            break;
        }
    }
    for (; g_ascii_isdigit(*text) || (digits && (*text == '.' || *text == ',')); text++)
        digits |= g_ascii_isdigit(*text);
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_str_equal(text, units[i]))
            return digits;
    return digits && *text == '\0';
}

static gboolean is_missing(const gchar *text)
{
    static const gchar *const words[] = {"", "-", "—", "——", "－", "/", "／", NULL};
    return g_strv_contains(words, text);
}

static gboolean is_of_numbers(const Table *table, guint column)
{
    gboolean any = FALSE;
    for (guint i = 1; i < table->rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index(table->rows, i);
        const TableCell *cell = g_ptr_array_index(row, column);
        g_autofree gchar *text = inlines_text(cell->inlines);
        g_strstrip(text);
        if (!is_number(text) && !is_missing(text))
            return FALSE;
        any |= is_number(text);
    }
    return any;
}

static void align_numbers(Table *table)
{
    for (guint i = 0; i < table->aligns->len; i++)
        if (is_of_numbers(table, i))
            g_array_index(table->aligns, ColumnAlign, i) = COLUMN_RIGHT;
}

/* ---- the file ---- */

static const gchar *skip_mark(const Source *source)
{
    return g_str_has_prefix(source->text, "\xEF\xBB\xBF") ? source->text + 3 : source->text;
}

/* Without the line end of the last record and blank lines after it. */
static const gchar *last_record_end(const Source *source, const gchar *start)
{
    const gchar *end = source->text + source->length;
    while (end > start && strchr(" \t\r\n", end[-1]))
        end--;
    return end;
}

Table *csv_read(const Source *source, Diagnostics *sink)
{
    const gchar *start = skip_mark(source), *p = start;
    CsvReader reader = {source, sink, table_new(), last_record_end(source, start), 0, FALSE, FALSE};
    while (p < reader.end && !reader.stopped)
        p = read_record(&reader, p);
    if (reader.table->rows->len == 0)
        report(&reader, RULE_CSV_EMPTY, start, start);
    else if (reader.table->rows->len == 1 && !reader.failed && !reader.stopped)
        report(&reader, RULE_CSV_NO_ROWS, start, reader.end);
    align_numbers(reader.table);
    return reader.table;
}
