/* Markdown read, and its blocks in short. */
#ifndef MKB_TESTS_BLOCKS_H
#define MKB_TESTS_BLOCKS_H

#include "source/markdown.h"

#include "reports.h"

/* Blocks in short: P, H1 … H6, L, I, B with their depth, and a line for each run:
 *     style line:column text -> target
 * where the style is E, S, / (a break), # (a reference) or . and ~ marks what is not verbatim.
 * Marked spans are N, P, B, D; N, P and B with the number that tells spans apart. A table is T with
 * the alignment of its columns, a figure F. Labels and ids follow, then path and alternative text.
 */
static inline void dump_run(const Inline *run, GString *out)
{
    guint line, column;
    source_position(run->span.source, run->span.start, &line, &column);
    if (run->flags & INLINE_VERBATIM)
        g_assert_cmpmem(run->text, strlen(run->text), run->span.source->text + run->span.start,
                        run->span.end - run->span.start);
    if ((run->flags & ~INLINE_VERBATIM) == 0)
        g_string_append_c(out, '.');
    if (run->flags & INLINE_NOBREAK)
        g_string_append_printf(out, "N%u", run->joined);
    if (run->flags & (INLINE_PROPER | INLINE_BOOK))
        g_string_append_printf(out, "%c%u", run->flags & INLINE_BOOK ? 'B' : 'P', run->lined);
    g_string_append(out, run->flags & INLINE_DOT ? "D" : "");
    g_assert_true((run->joined != 0) == ((run->flags & INLINE_NOBREAK) != 0));
    g_assert_true((run->lined != 0) == ((run->flags & (INLINE_PROPER | INLINE_BOOK)) != 0));
    g_string_append_printf(
        out, "%s%s%s%s%s %u:%u %s", run->flags & INLINE_EMPHASIS ? "E" : "",
        run->flags & INLINE_STRONG ? "S" : "", run->flags & INLINE_BREAK ? "/" : "",
        run->flags & INLINE_PAGE        ? "#p"
        : run->flags & INLINE_REFERENCE ? "#"
        : run->flags & INLINE_NOTE      ? "^"
                                        : "",
        !(run->flags & INLINE_VERBATIM) && *run->text ? "~" : "", line, column, run->text);
    g_string_append_printf(out, "%s%s\n", run->href ? " -> " : "", run->href ? run->href : "");
}

static inline void dump_runs(const GArray *inlines, GString *out)
{
    for (guint i = 0; inlines && i < inlines->len; i++)
        dump_run(&g_array_index(inlines, Inline, i), out);
}

/* A line R for each row, with C and the place of each cell, then its runs. */
static inline void dump_rows(const Table *table, GString *out)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index(table->rows, i);
        g_assert_cmpuint(row->len, ==, table->aligns->len);
        g_string_append(out, " R\n");
        for (guint k = 0; k < row->len; k++) {
            const TableCell *cell = g_ptr_array_index(row, k);
            guint line, column;
            source_position(cell->span.source, cell->span.start, &line, &column);
            g_string_append_printf(out, " C%u:%u\n", line, column);
            dump_runs(cell->inlines, out);
        }
    }
}

static inline void dump_blocks(const GPtrArray *blocks, guint depth, GString *out)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        g_string_append_printf(out, "%*s%c", (int) depth, "", "PHLIBTFN"[block->kind]);
        if (block->kind == BLOCK_HEADING)
            g_string_append_printf(out, "%u", block->level);
        for (guint k = 0; block->table && k < block->table->aligns->len; k++)
            g_string_append_c(out, "plcr"[g_array_index(block->table->aligns, ColumnAlign, k)]);
        if (block->label)
            g_string_append_printf(out, " %s", block->label);
        if (block->id.text)
            g_string_append_printf(out, " #%s", block->id.text);
        if (block->figure && block->figure->path)
            g_string_append_printf(out, " %s", block->figure->path);
        if (block->figure && block->figure->alt)
            g_string_append_printf(out, " \"%s\"", block->figure->alt);
        g_string_append_c(out, '\n');
        dump_runs(block->inlines, out);
        if (block->table)
            dump_rows(block->table, out);
        if (block->children)
            dump_blocks(block->children, depth + 1, out);
    }
}

static inline void assert_read(const gchar *text, const gchar *expected, const gchar *reports)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(text);
    g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
    g_autoptr(GString) dump = g_string_new(NULL);
    dump_blocks(blocks, 0, dump);
    g_assert_cmpstr(dump->str, ==, expected);
    assert_reports(sink, reports);
}

/* The same with CRLF and CR for LF: neither the runs nor their places may differ. */
static inline void assert_reads(const gchar *text, const gchar *expected)
{
    static const gchar *const ends[] = {"\n", "\r\n", "\r"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        g_autofree gchar *joined = g_strjoinv(ends[i], lines);
        assert_read(joined, expected, "");
    }
}

#endif
