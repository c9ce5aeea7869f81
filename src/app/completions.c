#include "app/completions.h"

#include "app/report.h"

#include <string.h>

static const gchar *const shells[] = {"bash", "zsh", "fish", NULL};

static ValueKind value_named(const gchar *name)
{
    static const struct {
        const gchar *name;
        ValueKind kind;
    } kinds[] = {{"FILE", VALUE_FILE},         {"FOLDER", VALUE_FOLDER},   {"NAME", VALUE_TEMPLATE},
                 {"[NAME]", VALUE_TEMPLATE},   {"RULE=LEVEL", VALUE_RULE}, {"[RULE]", VALUE_RULE},
                 {"[COMMAND]", VALUE_COMMAND}, {"SHELL", VALUE_SHELL}};

    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_equal(name, kinds[i].name))
            return kinds[i].kind;
    return VALUE_TEXT;
}

ValueKind value_of_option(const OptionRow *row)
{
    if (row->kind == OPTION_FLAG)
        return VALUE_NONE;
    return row->kind == OPTION_CHOICE ? VALUE_CHOICE : value_named(row->argument[LANG_EN]);
}

/* A bulletin is a folder or a file. */
ValueKind value_of_operands(const Command *command)
{
    const gchar *operands = command->operands[LANG_EN];
    ValueKind kind = value_named(operands);

    if (*operands == '\0')
        return VALUE_NONE;
    return kind == VALUE_TEXT || kind == VALUE_FOLDER ? VALUE_FILE : kind;
}

gboolean option_has_word(const OptionRow *row)
{
    return row->kind != OPTION_FLAG && !row->optional;
}

gchar *completion_commands(guint commands, const gchar *between)
{
    GString *names = g_string_new(NULL);

    for (const Command *command = command_table(); command->name; command++)
        if (command_takes(command, commands))
            g_string_append_printf(names, "%s%s", names->len > 0 ? between : "", command->name);
    return g_string_free(names, FALSE);
}

static void print(const Options *options, const gchar *shell, Diagnostics *sink)
{
    Lang lang = (Lang) options->lang;
    g_autofree gchar *text = g_str_equal(shell, "bash")  ? completions_bash()
                             : g_str_equal(shell, "zsh") ? completions_zsh(lang)
                                                         : completions_fish(lang);

    report_text(NULL, text, strlen(text), sink);
}

int completions_run(const Options *options, Diagnostics *sink)
{
    const GPtrArray *operands = options->operands;
    const gchar *shell = operands->len > 0 ? operands->pdata[0] : NULL;

    if (!shell)
        diag_report(sink, RULE_NO_SHELL, SPAN_NONE, NULL);
    else if (!g_strv_contains(shells, shell))
        diag_report(sink, RULE_UNKNOWN_SHELL, SPAN_NONE, shell, NULL);
    for (guint i = 1; i < operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE, (const gchar *) operands->pdata[i],
                    "completions", NULL);
    if (shell && !report_stops(options, sink))
        print(options, shell, sink);
    return report_finish(options, sink);
}
