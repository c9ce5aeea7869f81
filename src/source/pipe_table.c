#include "source/pipe_table.h"

#include <string.h>

#include "source/table_limits.h"

/* Bytes of the copy, without the blanks around them. */
typedef struct {
    const gchar *from, *to;
} Piece;

typedef struct {
    const MarkdownText *text;
    Parts *parts;
    Table *table;
    GArray *pieces;  /* Piece: the cells of the line at hand */
    gboolean barred; /* the head row begins with a bar */
    gboolean full;   /* a limit was met */
} TableReader;

static const gchar *copy_at(const MarkdownText *text, guint32 at)
{
    return text->copy + (at - text->start);
}

static Span span_of(const MarkdownText *text, Piece piece)
{
    guint32 from = text->start + (guint32) (piece.from - text->copy);
    return (Span){text->source, from, from + (guint32) (piece.to - piece.from)};
}

static gboolean is_blank(gchar c)
{
    return c == ' ' || c == '\t';
}

static Piece trim(const gchar *from, const gchar *to)
{
    while (from < to && is_blank(*from))
        from++;
    while (to > from && is_blank(to[-1]))
        to--;
    return (Piece){from, to};
}

/* The line at p, trimmed; *next is where the line after it begins. */
static Piece take_line(const gchar *p, const gchar *end, const gchar **next)
{
    const gchar *stop = MIN(p + strcspn(p, "\r\n"), end);
    *next = MIN(stop + (g_str_has_prefix(stop, "\r\n") ? 2 : 1), end);
    return trim(p, stop);
}

/* The next | that no backslash takes its meaning from. */
static const gchar *next_bar(const gchar *p, const gchar *end)
{
    while (p < end && *p != '|')
        p += *p == '\\' && p + 1 < end ? 2 : 1;
    return p;
}

static gboolean is_delimiter_row(Piece line)
{
    gboolean bar = FALSE, dash = FALSE;
    for (const gchar *p = line.from; p < line.to; p++) {
        if (!strchr("|-: \t", *p))
            return FALSE;
        bar |= *p == '|';
        dash |= *p == '-';
    }
    return bar && dash;
}

#define WIDE_BAR "｜"

static gboolean begins_with(Piece line, const gchar *prefix)
{
    gsize length = strlen(prefix);
    return (gsize) (line.to - line.from) >= length && memcmp(line.from, prefix, length) == 0;
}

static gboolean ends_with(Piece line, const gchar *suffix)
{
    gsize length = strlen(suffix);
    return (gsize) (line.to - line.from) >= length && memcmp(line.to - length, suffix, length) == 0;
}

/* | … |, or ｜ … ｜ */
static gboolean is_row(Piece line)
{
    const gchar *last = line.from;
    if (begins_with(line, WIDE_BAR) || ends_with(line, WIDE_BAR))
        return line.to - line.from > (gssize) strlen(WIDE_BAR) &&
               (begins_with(line, WIDE_BAR) || begins_with(line, "|")) &&
               (ends_with(line, WIDE_BAR) || ends_with(line, "|"));
    if (line.from == line.to || *line.from != '|')
        return FALSE;
    for (const gchar *p = last; p < line.to; p = next_bar(p + 1, line.to))
        last = p;
    return last > line.from && last + 1 == line.to;
}

/* A delimiter row in characters that look like those it should have. */
static gboolean is_odd_delimiter_row(Piece line)
{
    gboolean bar = FALSE, dash = FALSE;
    for (const gchar *p = line.from; p < line.to; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean is_bar = c == '|' || c == 0xFF5C;
        gboolean is_dash = c == '-' || c == 0xFF0D || (c >= 0x2010 && c <= 0x2015);
        if (!is_bar && !is_dash && c != ':' && c != 0xFF1A && c != ' ' && c != '\t' && c != 0x3000)
            return FALSE;
        bar |= is_bar;
        dash |= is_dash;
    }
    return bar && dash;
}

/* Whether the line has a full-width bar, which is reported. */
static gboolean report_wide_bar(const MarkdownText *text, Piece line)
{
    const gchar *bar = g_strstr_len(line.from, line.to - line.from, WIDE_BAR);
    if (bar)
        diag_report(text->sink, RULE_FULL_WIDTH_BAR,
                    span_of(text, (Piece){bar, bar + strlen(WIDE_BAR)}), NULL);
    return bar != NULL;
}

guint32 pipe_table_find(const MarkdownText *text, guint32 from, guint32 end, gboolean *broken)
{
    const gchar *stop = copy_at(text, end), *next;
    Piece before = take_line(copy_at(text, from), stop, &next), first = before;
    *broken = TRUE;
    if (is_delimiter_row(first)) {
        diag_report(text->sink, RULE_NO_HEAD_ROW, span_of(text, first), NULL);
        return end;
    }
    *broken = FALSE;
    while (next < stop) {
        Piece line = take_line(next, stop, &next);
        if (is_delimiter_row(line))
            return span_of(text, before).start;
        if (is_odd_delimiter_row(line)) {
            *broken = TRUE;
            if (!report_wide_bar(text, line))
                diag_report(text->sink, RULE_DELIMITER_CELL, span_of(text, line), NULL);
            return end;
        }
        before = line;
    }
    *broken = is_row(first);
    if (*broken && !report_wide_bar(text, first))
        diag_report(text->sink, RULE_NO_DELIMITER_ROW, span_of(text, first), NULL);
    return end;
}

/* Cells past the limit are one cell too many. */
static void split_row(TableReader *reader, Piece line)
{
    const gchar *p = line.from;
    g_array_set_size(reader->pieces, 0);
    if (p < line.to && *p == '|')
        p++;
    while (p < line.to && reader->pieces->len <= TABLE_MOST_COLUMNS) {
        const gchar *bar = next_bar(p, line.to);
        Piece piece = trim(p, bar);
        g_array_append_val(reader->pieces, piece);
        p = bar + 1;
    }
}

static void report_limit(TableReader *reader, Piece line, const gchar *zh, const gchar *en)
{
    Span where = span_of(reader->text, line);
    where.end = where.start + 1;
    diag_report(reader->text->sink, RULE_LIMIT, where, zh, en, NULL);
    reader->full = TRUE;
}

static gboolean check_limits(TableReader *reader, Piece line)
{
    reader->parts->cells += reader->pieces->len;
    if (reader->pieces->len > TABLE_MOST_COLUMNS)
        report_limit(reader, line, TABLE_COLUMNS_LIMIT);
    else if (reader->parts->cells > TABLE_MOST_CELLS)
        report_limit(reader, line, TABLE_CELLS_LIMIT);
    return !reader->full;
}

static void report_count(TableReader *reader, RuleId rule, Piece line)
{
    g_autofree gchar *got = g_strdup_printf("%u", reader->pieces->len);
    g_autofree gchar *wanted = g_strdup_printf("%u", reader->table->aligns->len);
    diag_report(reader->text->sink, rule, span_of(reader->text, line), got, wanted, NULL);
}

static void add_row(TableReader *reader)
{
    GPtrArray *row = table_add_row(reader->table);
    for (guint i = 0; i < reader->pieces->len; i++) {
        Span span = span_of(reader->text, g_array_index(reader->pieces, Piece, i));
        TableCell *cell = table_add_cell(row, span);
        parts_add(reader->parts, span.start, span.end, cell->inlines, &cell->span.end);
    }
}

static void read_head(TableReader *reader, Piece line)
{
    split_row(reader, line);
    reader->barred = *line.from == '|';
    if (check_limits(reader, line)) {
        g_array_set_size(reader->table->aligns, reader->pieces->len);
        add_row(reader);
    }
}

/* FALSE when the cell is not :?-+:? */
static gboolean read_align(Piece cell, ColumnAlign *align)
{
    gboolean left = cell.from < cell.to && *cell.from == ':';
    gboolean right = cell.to > cell.from + 1 && cell.to[-1] == ':';
    const gchar *dashes = cell.from + left, *end = cell.to - right;
    *align = left && right ? COLUMN_CENTER
             : left        ? COLUMN_LEFT
             : right       ? COLUMN_RIGHT
                           : COLUMN_PLAIN;
    while (dashes < end && *dashes == '-')
        dashes++;
    return dashes == end && end > cell.from + left;
}

static void read_delimiters(TableReader *reader, Piece head, Piece line)
{
    split_row(reader, line);
    if (reader->full)
        return;
    if (reader->pieces->len != reader->table->aligns->len) {
        if (!report_wide_bar(reader->text, head))
            report_count(reader, RULE_DELIMITER_ROW, line);
        return;
    }
    for (guint i = 0; i < reader->pieces->len; i++) {
        Piece cell = g_array_index(reader->pieces, Piece, i);
        if (read_align(cell, &g_array_index(reader->table->aligns, ColumnAlign, i)))
            continue;
        if (cell.from == cell.to) /* shown by the bar after it */
            cell.to++;
        diag_report(reader->text->sink, RULE_DELIMITER_CELL, span_of(reader->text, cell), NULL);
    }
}

static void read_row(TableReader *reader, Piece line)
{
    split_row(reader, line);
    if (!check_limits(reader, line))
        return;
    gboolean fits = reader->pieces->len == reader->table->aligns->len;
    if (!fits && report_wide_bar(reader->text, line))
        return;
    if (reader->barred && next_bar(line.from, line.to) == line.to)
        diag_report(reader->text->sink, RULE_ROW_WITHOUT_BAR, span_of(reader->text, line), NULL);
    else if (!fits)
        report_count(reader, RULE_RAGGED_ROW, line);
    else
        add_row(reader);
}

Block *pipe_table_read(const MarkdownText *text, guint32 from, guint32 end, Parts *parts)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    Block *block = block_new(BLOCK_TABLE, (Span){text->source, from, end});
    TableReader reader = {text, parts, block->table, pieces, FALSE, FALSE};
    const gchar *stop = copy_at(text, end), *next;
    Piece head = take_line(copy_at(text, from), stop, &next), line = take_line(next, stop, &next);
    Piece delimiters = line;
    read_head(&reader, head);
    read_delimiters(&reader, head, delimiters);
    if (next == stop && !reader.full)
        diag_report(text->sink, RULE_NO_ROWS, span_of(text, delimiters), NULL);
    while (next < stop && !reader.full) {
        line = take_line(next, stop, &next);
        read_row(&reader, line);
    }
    block->span.end = span_of(text, line).end;
    return block;
}
