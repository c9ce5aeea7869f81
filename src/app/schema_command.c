#include "app/schema_command.h"

#include "app/report.h"
#include "output/front_schema.h"

#include <string.h>

int schema_command_run(const Options *options, Diagnostics *sink)
{
    for (guint i = 0; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "schema", NULL);
    if (!report_stops(options, sink)) {
        g_autofree gchar *schema = front_schema();
        report_text(NULL, schema, strlen(schema), sink);
    }
    return report_finish(options, sink);
}
