#include "app/help.h"

#include "app/option_table.h"
#include "base/width.h"

/* "  -o, --output FILE" */
static gchar *option_head(const OptionRow *row, Lang lang)
{
    GString *head = g_string_new("  ");

    if (row->letter)
        g_string_append_printf(head, "-%c, --%s", row->letter, row->name);
    else
        g_string_append_printf(head, "    --%s", row->name);
    if (row->optional)
        g_string_append_printf(head, "[=%s]", row->argument[lang]);
    else if (row->argument[lang])
        g_string_append_printf(head, " %s", row->argument[lang]);
    return g_string_free(head, FALSE);
}

/* Cells that all heads fit in, with two between them and the texts. */
static guint head_width(Lang lang)
{
    guint width = 0;

    for (const OptionRow *row = option_table(); row->name; row++) {
        g_autofree gchar *head = option_head(row, lang);
        width = MAX(width, text_display_width(head));
    }
    return width + 2;
}

static void append_row(GString *out, const gchar *head, guint width, const gchar *text)
{
    guint cells = text_display_width(head);

    g_string_append_printf(out, "%s%*s%s", head, (int) (width - MIN(width, cells)), "", text);
}

/* Options of a group that are for a command, or all of them. */
static guint count_group(OptionGroup group, const Command *command)
{
    guint count = 0;

    for (const OptionRow *row = option_table(); row->name; row++)
        count += row->group == group && (!command || command_takes(command, row->commands));
    return count;
}

static void append_option(GString *out, const OptionRow *row, guint width, Lang lang)
{
    g_autofree gchar *head = option_head(row, lang);

    append_row(out, head, width, row->help[lang]);
    if (row->choices) {
        g_auto(GStrv) choices = g_strsplit(row->choices, "|", -1);
        g_autofree gchar *joined = g_strjoinv(lang == LANG_ZH ? "、" : ", ", choices);
        g_string_append_printf(out, lang == LANG_ZH ? "%s" : " %s", joined);
    }
    g_string_append_c(out, '\n');
}

static void append_options(GString *out, const Command *command, Lang lang)
{
    guint width = head_width(lang);

    for (OptionGroup group = 0; group < GROUP_COUNT; group++) {
        if (count_group(group, command) == 0)
            continue;
        g_string_append_printf(out, "\n%s%s\n", option_group_name(group, lang),
                               lang == LANG_ZH ? "：" : ":");
        for (const OptionRow *row = option_table(); row->name; row++)
            if (row->group == group && (!command || command_takes(command, row->commands)))
                append_option(out, row, width, lang);
    }
}

gchar *help_usage(Lang lang)
{
    return g_strdup(lang == LANG_ZH ? "用法：mkbulletin [build] 文件夹 -o 文件 [选项]\n"
                                      "      mkbulletin init 文件夹 [--template 名称]\n"
                                      "      mkbulletin watch 文件夹 -o 文件 [选项]\n"
                                      "      mkbulletin export 文件夹 -o 文件 [选项]\n"
                                      "      mkbulletin check 文件夹 [选项]\n"
                                      "      mkbulletin rules [规则]\n"
                                      "      mkbulletin lsp\n"
                                      "      mkbulletin schema\n"
                                      "      mkbulletin templates [名称]\n"
                                      "      mkbulletin fonts [文件夹]\n"
                                      "      mkbulletin doctor\n"
                                      "      mkbulletin completions SHELL\n"
                                      "      mkbulletin help [命令]\n"
                                    : "Usage: mkbulletin [build] FOLDER -o FILE [OPTION]…\n"
                                      "       mkbulletin init FOLDER [--template NAME]\n"
                                      "       mkbulletin watch FOLDER -o FILE [OPTION]…\n"
                                      "       mkbulletin export FOLDER -o FILE [OPTION]…\n"
                                      "       mkbulletin check FOLDER [OPTION]…\n"
                                      "       mkbulletin rules [RULE]\n"
                                      "       mkbulletin lsp\n"
                                      "       mkbulletin schema\n"
                                      "       mkbulletin templates [NAME]\n"
                                      "       mkbulletin fonts [FOLDER]\n"
                                      "       mkbulletin doctor\n"
                                      "       mkbulletin completions SHELL\n"
                                      "       mkbulletin help [COMMAND]\n");
}

gchar *help_text(Lang lang)
{
    g_autofree gchar *usage = help_usage(lang);
    GString *out = g_string_new(usage);
    guint width = head_width(lang);

    g_string_append(out, lang == LANG_ZH
                             ? "\n把一个文件夹的 Markdown 排成公文版式的通报。\n\n命令：\n"
                             : "\nSets a folder of Markdown as an official bulletin.\n"
                               "\nCommands:\n");
    for (const Command *command = command_table(); command->name; command++) {
        g_autofree gchar *head = g_strdup_printf("  %s", command->name);
        append_row(out, head, width, command->help[lang]);
        g_string_append_c(out, '\n');
    }
    append_options(out, NULL, lang);
    g_string_append(out, lang == LANG_ZH
                             ? "\n退出状态：0 成功，1 内容有误，2 用法有误，"
                               "3 环境有误（字体、磁盘、权限）。\n"
                             : "\nExit status: 0 success, 1 faults in the content, 2 wrong "
                               "usage,\n3 the environment (fonts, disk, permissions).\n");
    return g_string_free(out, FALSE);
}

gchar *help_of_command(const Command *command, Lang lang)
{
    GString *out = g_string_new(NULL);

    g_string_append_printf(out,
                           lang == LANG_ZH ? "用法：mkbulletin %s%s%s [选项]\n\n%s。\n"
                                           : "Usage: mkbulletin %s%s%s [OPTION]…\n\n%s.\n",
                           command->name, *command->operands[lang] ? " " : "",
                           command->operands[lang], command->help[lang]);
    g_string_append(out, command->more[lang]);
    append_options(out, command, lang);
    return g_string_free(out, FALSE);
}
