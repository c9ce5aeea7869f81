#include "app/help_command.h"

#include "app/commands.h"
#include "app/help.h"
#include "app/report.h"

#include <string.h>

static void print_help(const Command *command, const Options *options, Diagnostics *sink)
{
    Lang lang = (Lang) options->lang;
    g_autofree gchar *text = command ? help_of_command(command, lang) : help_text(lang);

    report_text(NULL, text, strlen(text), sink);
}

int help_run(const Options *options, Diagnostics *sink)
{
    const GPtrArray *operands = options->operands;
    const Command *command = NULL;

    for (guint i = 1; i < operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE, (const gchar *) operands->pdata[i],
                    "help", NULL);
    if (operands->len > 0)
        command = command_find(operands->pdata[0], sink);
    if (!report_stops(options, sink))
        print_help(command, options, sink);
    return report_finish(options, sink);
}

int help_option_run(const Options *options, Diagnostics *sink)
{
    const Command *command = command_table();

    while (command->name && options->operands->len > 0 &&
           strcmp(command->name, options->operands->pdata[0]) != 0)
        command++;
    print_help(options->operands->len > 0 && command->name ? command : NULL, options, sink);
    return report_finish(options, sink);
}
