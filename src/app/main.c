#include "app/commands.h"
#include "app/help.h"
#include "app/help_command.h"
#include "app/memory.h"
#include "app/process.h"
#include "app/report.h"
#include "app/version.h"

#include <stdio.h>

static int run(Options *options, Diagnostics *sink)
{
    if (report_stops(options, sink))
        return report_finish(options, sink);
    if (options->help)
        return help_option_run(options, sink);
    if (options->version)
        return version_run(options, sink);
    if (options->verbose)
        diag_report(sink, RULE_VERBOSE_ALONE, SPAN_NONE, NULL);
    if (options->verbose)
        return report_finish(options, sink);
    const Command *command = command_take(options, sink);
    return command ? command->run(options, sink) : report_finish(options, sink);
}

int main(int argc, char **argv)
{
    process_prepare();
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = options_parse(argc, argv, sink);

    memory_prepare((Lang) options->lang);
    if (argc > 1)
        return run(options, sink);
    g_autofree gchar *usage = help_usage((Lang) options->lang);
    fputs(usage, stderr);
    return STATUS_USAGE;
}
