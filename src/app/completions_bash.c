/* For bash 4.4 and later, without the package bash-completion. */
#include "app/completions.h"

static const gchar head[] =
    "# Completion of mkbulletin for bash, made by `mkbulletin completions bash`.\n"
    "_mkbulletin_paths() { # WHICH: -f files, -d folders\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n"
    "}\n"
    "_mkbulletin_words() {\n"
    "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\")\n"
    "}\n"
    "_mkbulletin_templates() {\n"
    "    _mkbulletin_words \"$(mkbulletin templates 2>/dev/null |"
    " sed -n 's/^  \\([^ ][^ ]*\\).*/\\1/p')\"\n"
    "}\n"
    "_mkbulletin_rules() {\n"
    "    _mkbulletin_words \"$(mkbulletin rules 2>/dev/null | awk '{ print $2 }' | sort -u)\"\n"
    "}\n"
    "_mkbulletin_levels() {\n"
    "    compopt -o nospace 2>/dev/null\n"
    "    _mkbulletin_rules\n"
    "    COMPREPLY=(\"${COMPREPLY[@]/%/=}\")\n"
    "}\n";

/* A value after = is a word of its own, and so is the =, for readline breaks words there. */
static const gchar body_head[] =
    "_mkbulletin() {\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    local command=\"\" words i equals=\"\"\n"
    "    COMPREPLY=()\n"
    "    if [[ $cur == = ]]; then\n"
    "        cur=\"\" equals=1\n"
    "    elif [[ $prev == = && $COMP_CWORD -gt 2 ]]; then\n"
    "        prev=${COMP_WORDS[COMP_CWORD - 2]} equals=1\n"
    "    fi\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        case ${COMP_WORDS[i]} in\n";

static const gchar body_middle[] = "        -*) ;;\n"
                                   "        =) ((i++)) ;;\n"
                                   "        *)\n"
                                   "            command=${COMP_WORDS[i]}\n"
                                   "            break\n"
                                   "            ;;\n"
                                   "        esac\n"
                                   "    done\n";

static const gchar tail[] = "}\n"
                            "complete -F _mkbulletin mkbulletin\n";

/* "-o|--output" */
static void append_names(GString *out, const OptionRow *row)
{
    if (row->letter)
        g_string_append_printf(out, "-%c|", row->letter);
    g_string_append_printf(out, "--%s", row->name);
}

/* Values are skipped where the command is looked for. */
static void append_skip(GString *out)
{
    const gchar *between = "        ";

    for (const OptionRow *row = option_table(); row->name; row++) {
        if (!option_has_word(row))
            continue;
        g_string_append(out, between);
        append_names(out, row);
        between = "|";
    }
    g_string_append(out, ")\n"
                         "            [[ ${COMP_WORDS[i + 1]-} == = ]] && ((i++))\n"
                         "            ((i++))\n"
                         "            ;;\n");
}

static void append_action(GString *out, ValueKind kind, const gchar *choices)
{
    g_autofree gchar *commands = completion_commands(FOR_EVERY, " ");

    switch (kind) {
    case VALUE_NONE:
    case VALUE_TEXT:
        g_string_append(out, ":");
        break;
    case VALUE_CHOICE:
        g_string_append_printf(out, "_mkbulletin_words '%s'", choices);
        break;
    case VALUE_FILE:
        g_string_append(out, "_mkbulletin_paths -f");
        break;
    case VALUE_FOLDER:
        g_string_append(out, "_mkbulletin_paths -d");
        break;
    case VALUE_TEMPLATE:
        g_string_append(out, "_mkbulletin_templates");
        break;
    case VALUE_RULE:
        g_string_append(out, "_mkbulletin_rules");
        break;
    case VALUE_COMMAND:
        g_string_append_printf(out, "_mkbulletin_words '%s'", commands);
        break;
    case VALUE_SHELL:
        g_string_append(out, "_mkbulletin_words 'bash zsh fish'");
        break;
    }
}

static void append_value(GString *out, const OptionRow *row)
{
    g_autofree gchar *choices =
        row->choices ? g_strdelimit(g_strdup(row->choices), "|", ' ') : NULL;

    g_string_append(out, "    ");
    append_names(out, row);
    g_string_append(out, row->optional ? ") [[ $equals ]] && " : ") ");
    if (value_of_option(row) == VALUE_RULE)
        g_string_append(out, "_mkbulletin_levels");
    else
        append_action(out, value_of_option(row), choices);
    g_string_append(out, row->optional ? " && return ;;\n" : "; return ;;\n");
}

static void append_values(GString *out)
{
    g_string_append(out, "    case $prev in\n");
    for (const OptionRow *row = option_table(); row->name; row++)
        if (row->kind != OPTION_FLAG)
            append_value(out, row);
    g_string_append(out, "    esac\n"
                         "    if [[ $equals ]]; then\n"
                         "        _mkbulletin_words 'off warning error' # --rule RULE=\n"
                         "        return\n"
                         "    fi\n");
}

static void append_options_of(GString *out, const Command *command)
{
    gboolean first = command == command_table();

    g_string_append_printf(out, "    %s) words='", first ? "*" : command->name);
    for (const OptionRow *row = option_table(); row->name; row++) {
        if (!command_takes(command, row->commands))
            continue;
        if (row->letter)
            g_string_append_printf(out, "-%c ", row->letter);
        g_string_append_printf(out, "--%s ", row->name);
    }
    g_string_truncate(out, out->len - 1);
    g_string_append(out, "' ;;\n");
}

static void append_options(GString *out)
{
    g_string_append(out, "    if [[ $cur == -* ]]; then\n    case $command in\n");
    for (const Command *command = command_table() + 1; command->name; command++)
        append_options_of(out, command);
    append_options_of(out, command_table()); /* whatever is no command is a folder for build */
    g_string_append(out, "    esac\n"
                         "    _mkbulletin_words \"$words\"\n"
                         "    return\n"
                         "    fi\n");
}

static void append_operands(GString *out)
{
    g_autofree gchar *commands = completion_commands(FOR_EVERY, " ");

    g_string_append(out, "    case $command in\n");
    for (const Command *command = command_table() + 1; command->name; command++) {
        g_string_append_printf(out, "    %s) ", command->name);
        append_action(out, value_of_operands(command), NULL);
        g_string_append(out, " ;;\n");
    }
    g_string_append_printf(out,
                           "    '')\n"
                           "        _mkbulletin_paths -f\n"
                           "        words=(\"${COMPREPLY[@]}\")\n"
                           "        _mkbulletin_words '%s'\n"
                           "        COMPREPLY+=(\"${words[@]}\")\n"
                           "        ;;\n"
                           "    *) _mkbulletin_paths -f ;;\n"
                           "    esac\n",
                           commands);
}

gchar *completions_bash(void)
{
    GString *out = g_string_new(head);

    g_string_append(out, body_head);
    append_skip(out);
    g_string_append(out, body_middle);
    append_values(out);
    append_options(out);
    append_operands(out);
    g_string_append(out, tail);
    return g_string_free(out, FALSE);
}
