#include "app/help_command.h"

#include "app/help.h"
#include "app/report.h"

#include <string.h>

int help_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *text = help_text((Lang) options->lang);

    report_text(NULL, text, strlen(text), sink);
    return report_finish(options, sink);
}

int version_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *text = help_version();

    report_text(NULL, text, strlen(text), sink);
    return report_finish(options, sink);
}
