#include "app/completions.h"

/* Called with names of commands: whether the line has one of them; a line without any has the
 * first of the table. */
static const gchar head[] =
    "# Completion of mkbulletin for fish, made by `mkbulletin completions fish`.\n"
    "function __mkbulletin_command\n"
    "    set -l skip 0\n"
    "    for word in (commandline -opc)[2..-1]\n"
    "        if test $skip = 1\n"
    "            set skip 0\n"
    "        else if contains -- $word %s\n"
    "            set skip 1\n"
    "        else if not string match -q -- '-*' $word\n"
    "            contains -- $word %s\n"
    "            and echo $word\n"
    "            or echo %s\n"
    "            return\n"
    "        end\n"
    "    end\n"
    "end\n"
    "function __mkbulletin_is\n"
    "    set -l command (__mkbulletin_command)\n"
    "    test -n \"$command\"; or set command %s\n"
    "    contains -- $command $argv\n"
    "end\n"
    "function __mkbulletin_templates\n"
    "    mkbulletin templates 2>/dev/null | string replace -fr '^  (\\S+).*' '$1'\n"
    "end\n"
    "function __mkbulletin_rules\n"
    "    mkbulletin rules 2>/dev/null | string replace -fr '^\\S+\\s+(\\S+).*' '$1' | sort -u\n"
    "end\n"
    "function __mkbulletin_levels\n"
    "    for rule in (__mkbulletin_rules)\n"
    "        printf '%%s=%%s\\n' $rule off $rule warning $rule error\n"
    "    end\n"
    "end\n";

static void append_quoted(GString *out, const gchar *text)
{
    g_string_append_c(out, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '\'');
}

/* Options with values, "-o --output --ppi". (transfer full) */
static gchar *valued(void)
{
    GString *names = g_string_new(NULL);

    for (const OptionRow *row = option_table(); row->name; row++) {
        if (!option_has_word(row))
            continue;
        if (row->letter)
            g_string_append_printf(names, "-%c ", row->letter);
        g_string_append_printf(names, "--%s ", row->name);
    }
    return g_strchomp(g_string_free(names, FALSE));
}

/* The flags of `complete` that tell what a value may be. */
static void append_value(GString *out, ValueKind kind, const gchar *choices)
{
    g_autofree gchar *commands = completion_commands(FOR_EVERY, " ");

    switch (kind) {
    case VALUE_NONE:
        break;
    case VALUE_TEXT:
        g_string_append(out, " -x");
        break;
    case VALUE_FILE:
        g_string_append(out, " -r -F");
        break;
    case VALUE_FOLDER:
        g_string_append(out, " -x -a '(__fish_complete_directories)'");
        break;
    case VALUE_CHOICE:
        g_string_append_printf(out, " -x -a '%s'", choices);
        break;
    case VALUE_TEMPLATE:
        g_string_append(out, " -x -a '(__mkbulletin_templates)'");
        break;
    case VALUE_RULE:
        g_string_append(out, " -x -a '(__mkbulletin_rules)'");
        break;
    case VALUE_COMMAND:
        g_string_append_printf(out, " -x -a '%s'", commands);
        break;
    case VALUE_SHELL:
        g_string_append(out, " -x -a 'bash zsh fish'");
        break;
    }
}

static void append_option(GString *out, const OptionRow *row, Lang lang)
{
    g_autofree gchar *commands = completion_commands(row->commands, " ");
    g_autofree gchar *choices =
        row->choices ? g_strdelimit(g_strdup(row->choices), "|", ' ') : NULL;

    g_string_append_printf(out, "complete -c mkbulletin -n '__mkbulletin_is %s' -l %s", commands,
                           row->name);
    if (row->letter)
        g_string_append_printf(out, " -s %c", row->letter);
    if (value_of_option(row) == VALUE_RULE)
        g_string_append(out, " -x -a '(__mkbulletin_levels)'");
    else if (row->optional)
        g_string_append_printf(out, " -f -a '%s'", choices ? choices : "");
    else
        append_value(out, value_of_option(row), choices);
    g_string_append(out, " -d ");
    append_quoted(out, row->help[lang]);
    g_string_append_c(out, '\n');
}

static void append_command(GString *out, const Command *command, Lang lang)
{
    ValueKind kind = value_of_operands(command);

    g_string_append_printf(
        out, "complete -c mkbulletin -n 'test -z \"$(__mkbulletin_command)\"' -a %s -d ",
        command->name);
    append_quoted(out, command->help[lang]);
    g_string_append_c(out, '\n');
    if (kind == VALUE_FILE)
        return;
    g_string_append_printf(out, "complete -c mkbulletin -n '__mkbulletin_is %s' -f", command->name);
    append_value(out, kind, NULL);
    g_string_append_c(out, '\n');
}

gchar *completions_fish(Lang lang)
{
    g_autofree gchar *commands = completion_commands(FOR_EVERY, " ");
    g_autofree gchar *options = valued();
    const gchar *first = command_table()->name;
    GString *out = g_string_new(NULL);

    g_string_append_printf(out, head, options, commands, first, first);
    for (const Command *command = command_table(); command->name; command++)
        append_command(out, command, lang);
    for (const OptionRow *row = option_table(); row->name; row++)
        append_option(out, row, lang);
    return g_string_free(out, FALSE);
}
