#include "app/completions.h"

#include <string.h>

static const gchar head[] =
    "#compdef mkbulletin\n"
    "# Completion of mkbulletin for zsh, made by `mkbulletin completions zsh`.\n"
    "_mkbulletin_templates() {\n"
    "    compadd -- ${(f)\"$(mkbulletin templates 2>/dev/null |"
    " sed -n 's/^  \\([^ ][^ ]*\\).*/\\1/p')\"}\n"
    "}\n"
    "_mkbulletin_rules() {\n"
    "    compadd \"$@\" -- ${(fu)\"$(mkbulletin rules 2>/dev/null | awk '{ print $2 }')\"}\n"
    "}\n"
    "_mkbulletin_levels() {\n"
    "    if compset -P '*='; then\n"
    "        compadd -- off warning error\n"
    "    else\n"
    "        _mkbulletin_rules -S =\n"
    "    fi\n"
    "}\n";

/* A text between single quotes; in a description of _arguments brackets and colons mean something.
 */
static void append_quoted(GString *out, const gchar *text, const gchar *special)
{
    for (; *text; text++) {
        if (strchr(special, *text))
            g_string_append_c(out, '\\');
        if (*text == '\'')
            g_string_append(out, "'\\''");
        else
            g_string_append_c(out, *text);
    }
}

static void append_action(GString *out, ValueKind kind)
{
    static const gchar *const actions[] = {
        [VALUE_NONE] = "",
        [VALUE_CHOICE] = "",
        [VALUE_TEXT] = "",
        [VALUE_FILE] = "_files",
        [VALUE_FOLDER] = "_files -/",
        [VALUE_TEMPLATE] = "_mkbulletin_templates",
        [VALUE_RULE] = "_mkbulletin_rules",
        [VALUE_COMMAND] = "_mkbulletin_commands",
        [VALUE_SHELL] = "(bash zsh fish)",
    };

    g_string_append(out, actions[kind]);
}

static void append_value(GString *out, const OptionRow *row, Lang lang)
{
    ValueKind kind = value_of_option(row);

    g_string_append(out, row->optional ? "::" : ":");
    append_quoted(out, row->argument[lang], ":");
    g_string_append_c(out, ':');
    if (kind == VALUE_CHOICE) {
        g_autofree gchar *choices = g_strdelimit(g_strdup(row->choices), "|", ' ');
        g_string_append_printf(out, "(%s)", choices);
    } else if (kind == VALUE_RULE) {
        g_string_append(out, "_mkbulletin_levels");
    } else {
        append_action(out, kind);
    }
}

/* A specification of _arguments. */
static void append_option(GString *out, const OptionRow *row, Lang lang)
{
    gboolean flag = row->kind == OPTION_FLAG;
    const gchar *value = flag ? "" : row->optional ? "=-" : "=";

    g_string_append(out, "            ");
    if (row->letter)
        g_string_append_printf(out, "'(-%c --%s)'{-%c%s,--%s%s}'", row->letter, row->name,
                               row->letter, flag ? "" : "+", row->name, value);
    else
        g_string_append_printf(out, "'%s--%s%s", row->kind == OPTION_LIST ? "*" : "", row->name,
                               value);
    g_string_append_c(out, '[');
    append_quoted(out, row->help[lang], "[]");
    g_string_append_c(out, ']');
    if (!flag)
        append_value(out, row, lang);
    g_string_append(out, "' \\\n");
}

static void append_command(GString *out, const Command *command, Lang lang)
{
    gboolean first = command == command_table();
    ValueKind operands = value_of_operands(command);

    g_string_append_printf(out, "    %s)\n        _arguments -s \\\n", first ? "*" : command->name);
    for (const OptionRow *row = option_table(); row->name; row++)
        if (command_takes(command, row->commands))
            append_option(out, row, lang);
    if (operands == VALUE_NONE) {
        g_string_append(out, "            && return\n        ;;\n");
        return;
    }
    g_string_append(out, first ? "            '1: :_mkbulletin_first' '*:" : "            '*:");
    append_quoted(out, command->operands[lang], ":");
    g_string_append_c(out, ':');
    append_action(out, operands);
    g_string_append(out, "'\n        ;;\n");
}

static void append_commands(GString *out, Lang lang)
{
    g_string_append(out, "_mkbulletin_commands() {\n    local -a commands=(\n");
    for (const Command *command = command_table(); command->name; command++) {
        g_string_append_printf(out, "        '%s:", command->name);
        append_quoted(out, command->help[lang], ":");
        g_string_append(out, "'\n");
    }
    g_string_append(out, "    )\n"
                         "    _describe command commands\n"
                         "}\n"
                         "_mkbulletin_first() {\n"
                         "    [[ -n $command ]] || _mkbulletin_commands\n"
                         "    _files\n"
                         "}\n");
}

/* The command is the first operand; it is taken off before the others are looked at. */
static void append_search(GString *out)
{
    g_autofree gchar *commands = completion_commands(FOR_EVERY, "|");
    const gchar *between = "";

    g_string_append(out, "_mkbulletin() {\n"
                         "    local command= i\n"
                         "    for ((i = 2; i < CURRENT; i++)); do\n"
                         "        case $words[i] in\n"
                         "        ");
    for (const OptionRow *row = option_table(); row->name; row++) {
        if (!option_has_word(row))
            continue;
        g_string_append(out, between);
        if (row->letter)
            g_string_append_printf(out, "-%c|", row->letter);
        g_string_append_printf(out, "--%s", row->name);
        between = "|";
    }
    g_string_append_printf(out,
                           ") ((i++)) ;;\n"
                           "        -*) ;;\n"
                           "        %s)\n"
                           "            command=$words[i]\n"
                           "            words[i]=()\n"
                           "            ((CURRENT--))\n"
                           "            break\n"
                           "            ;;\n"
                           "        *) break ;;\n"
                           "        esac\n"
                           "    done\n"
                           "    case $command in\n",
                           commands);
}

gchar *completions_zsh(Lang lang)
{
    GString *out = g_string_new(head);

    append_commands(out, lang);
    append_search(out);
    for (const Command *command = command_table() + 1; command->name; command++)
        append_command(out, command, lang);
    append_command(out, command_table(), lang);
    g_string_append(out, "    esac\n"
                         "}\n"
                         "if [[ $funcstack[1] = _mkbulletin ]]; then\n"
                         "    _mkbulletin \"$@\"\n"
                         "else\n"
                         "    compdef _mkbulletin mkbulletin\n"
                         "fi\n");
    return g_string_free(out, FALSE);
}
