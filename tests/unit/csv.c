/* CSV files as tables. */
#include "source/csv.h"

#include "reports.h"

/* The alignment of the columns, then a record a line: values in brackets, a break as /. */
static gchar *in_short(const Table *table)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < table->aligns->len; i++)
        g_string_append_c(out, "plcr"[g_array_index(table->aligns, ColumnAlign, i)]);
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index(table->rows, i);
        g_assert_cmpuint(row->len, ==, table->aligns->len);
        g_string_append_c(out, '\n');
        for (guint k = 0; k < row->len; k++) {
            const TableCell *cell = g_ptr_array_index(row, k);
            g_string_append_c(out, '[');
            for (guint n = 0; n < cell->inlines->len; n++) {
                const Inline *run = &g_array_index(cell->inlines, Inline, n);
                g_string_append(out, run->flags & INLINE_BREAK ? "/" : run->text);
                if (run->flags & INLINE_VERBATIM)
                    g_assert_cmpmem(run->text, strlen(run->text),
                                    run->span.source->text + run->span.start,
                                    run->span.end - run->span.start);
            }
            g_string_append_c(out, ']');
        }
    }
    return g_string_free(out, FALSE);
}

static void assert_table(const gchar *text, const gchar *expected, const gchar *reports)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(text);
    Table *table = csv_read(source, sink);
    g_autofree gchar *found = in_short(table);
    g_assert_cmpstr(found, ==, expected);
    assert_reports(sink, reports);
    table_free(table);
}

/* The same with CRLF and CR for LF, and with a mark before it. */
static void assert_reads(const gchar *text, const gchar *expected)
{
    static const gchar *const ends[] = {"\n", "\r\n", "\r"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        g_autofree gchar *joined = g_strjoinv(ends[i], lines);
        g_autofree gchar *marked = g_strconcat("\xEF\xBB\xBF", joined, NULL);
        assert_table(joined, expected, "");
        assert_table(marked, expected, "");
    }
}

static void test_fields(void)
{
    assert_reads("甲,乙\n丙,丁", "pp\n[甲][乙]\n[丙][丁]");
    assert_reads("甲,乙\n丙,\n,丁\n,\n", "pp\n[甲][乙]\n[丙][]\n[][丁]\n[][]");
    assert_reads("甲\n乙\n丙\n\n \n", "p\n[甲]\n[乙]\n[丙]");
    assert_reads("甲\n\n乙\n", "p\n[甲]\n[]\n[乙]");
    assert_reads(" 甲\t, 乙 \n 丙 丁 ,\"  戊 \"\n", "pp\n[甲][乙]\n[丙 丁][  戊 ]");
    /* what means something in Markdown means nothing here */
    assert_reads("**甲**,[^1]\n[](#a),a|b\\|c\n", "pp\n[**甲**][[^1]]\n[[](#a)][a|b\\|c]");
}

static void test_quotes(void)
{
    assert_reads("\"甲\",\"乙,丙\"\n\"\",\"丁\"\n", "pp\n[甲][乙,丙]\n[][丁]");
    assert_reads("\"甲\"\"乙\"\"\",\"\"\"\"\n\"a\" ,\"b\"\n", "pp\n[甲\"乙\"][\"]\n[a][b]");
    assert_reads("甲,乙\n\"一\n二\n\n三\",\"\n四\n\"\n", "pp\n[甲][乙]\n[一/二//三][四]");
    assert_reads("甲\n\"\"\"\n\"\"\"\n", "p\n[甲]\n[\"/\"]");
}

static void test_numbers(void)
{
    assert_reads("甲,乙,丙,丁,戊\n1,-1.5,\"1,280.50\",3%,1\n2,,—,+4‰,a\n",
                 "rrrrp\n[甲][乙][丙][丁][戊]\n"
                 "[1][-1.5][1,280.50][3%][1]\n[2][][—][+4‰][a]");
    assert_reads("甲,乙,丙,丁\n,-,.5,1a\n,,1-2,%\n", "pppp\n[甲][乙][丙][丁]\n[][-][.5][1a]\n"
                                                     "[][][1-2][%]");
}

static void test_faults(void)
{
    assert_table("", "", "1:1 csv-empty\n");
    assert_table("\xEF\xBB\xBF\r\n\n", "", "1:1 csv-empty\n");
    assert_table("甲,乙\n", "pp\n[甲][乙]", "1:1 no-rows\n");
    assert_table("甲,乙\n丙\n丁,戊,己\n\n庚,辛", "pp\n[甲][乙]\n[庚][辛]",
                 "2:1 ragged-row\n3:1 ragged-row\n4:1 ragged-row\n");
    assert_table("甲,乙\n丙,\"丁\n戊,己\n", "pp\n[甲][乙]", "2:3 csv-quote\n");
    assert_table("甲,\"乙", "pp\n[甲][]", "1:3 csv-quote\n");
    assert_table("甲,乙\n\"丙\"丁,戊\n", "pp\n[甲][乙]\n[丙][戊]", "2:4 csv-quote\n");
    assert_table("甲,乙\n丙\"丁\",戊\n", "pp\n[甲][乙]\n[丙\"丁\"][戊]", "2:2 csv-quote\n");
    assert_table("甲\n丙\"\n", "p\n[甲]\n[丙\"]", "2:2 csv-quote\n");
}

static gchar *repeat(const gchar *before, const gchar *part, guint times)
{
    GString *text = g_string_new(before);
    for (guint i = 0; i < times; i++)
        g_string_append(text, part);
    return g_string_free(text, FALSE);
}

static void test_limits(void)
{
    g_autofree gchar *columns = repeat("a\nb", ",", 100000), *wide = repeat("a", ",", 100);
    g_autofree gchar *cells = repeat("a,b\n", "1,2\n", 9999);
    g_autofree gchar *more = g_strconcat(cells, "1,2\n", NULL);
    g_autofree gchar *quotes = repeat("a\n\"", "\"\"", 100000);
    const gchar *const texts[][2] = {
        {columns, "2:102 limit\n"}, {wide, "1:102 limit\n"},     {cells, ""},
        {more, "10001:1 limit\n"},  {quotes, "2:1 csv-quote\n"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Source) source = source_of(texts[i][0]);
        table_free(csv_read(source, sink));
        assert_reports(sink, texts[i][1]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/fields", test_fields);
    g_test_add_func("/csv/quotes", test_quotes);
    g_test_add_func("/csv/numbers", test_numbers);
    g_test_add_func("/csv/faults", test_faults);
    g_test_add_func("/csv/limits", test_limits);
    return g_test_run();
}
