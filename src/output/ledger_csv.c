#include "output/ledger_out.h"

#include "layout/ledger_text.h"

#include <string.h>

/* Without it Excel reads UTF-8 as GBK. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* What begins a formula in a spreadsheet; in East Asian ones the full-width signs do as well. */
static gboolean begins_formula(const gchar *text)
{
    return *text != '\0' && g_utf8_strchr("=+-@\t\r\n＝＋－＠", -1, g_utf8_get_char(text));
}

static void append_cell(GString *out, const gchar *text)
{
    gboolean formula = begins_formula(text), quoted = formula || strpbrk(text, "\",\r\n");

    if (quoted)
        g_string_append_c(out, '"');
    if (formula)
        g_string_append_c(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    if (quoted)
        g_string_append_c(out, '"');
}

static void append_row(GString *out, const GPtrArray *cells, const LedgerExport *export)
{
    for (guint i = 0; i < cells->len; i++) {
        const TableCell *cell = cells->pdata[i];
        g_autofree gchar *text = ledger_plain(export->bulletin, export->template, cell->inlines);
        if (i > 0)
            g_string_append_c(out, ',');
        append_cell(out, text);
    }
    g_string_append(out, "\r\n");
}

GBytes *ledger_to_csv(const LedgerExport *export)
{
    Ledger all = {.columns = g_array_new(FALSE, FALSE, sizeof(LedgerColumn))};
    const Ledger *ledger = export->annex ? &export->annex->ledger : &all;
    GString *out = g_string_new(BYTE_ORDER_MARK);

    ledger_take_all_columns(&all);
    Table *table = ledger_table(export->bulletin, ledger, export->template, SPAN_NONE, NULL);
    for (guint i = 0; i < table->rows->len; i++)
        append_row(out, table->rows->pdata[i], export);
    table_free(table);
    g_array_unref(all.columns);
    return g_string_free_to_bytes(out);
}
