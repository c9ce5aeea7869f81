/* CSV files of any bytes: every row of the table has as many cells as the head. */
#include "source/csv.h"
#include "bulletin.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_new(g_strdup("a.csv"), g_memdup2(data, size), size);

    if (source_validate_data(source, sink)) {
        Table *table = csv_read(source, sink);
        for (guint i = 0; i < table->rows->len; i++)
            g_assert_cmpuint(((GPtrArray *) table->rows->pdata[i])->len, ==, table->aligns->len);
        g_assert_true(table->rows->len > 0 || diagnostics_count(sink, SEVERITY_ERROR) > 0);
        table_free(table);
    }
    fuzz_check_diagnostics(sink);
    return 0;
}
