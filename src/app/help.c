#include "app/help.h"

#include "app/commands.h"
#include "app/option_table.h"
#include "base/width.h"

#ifndef MKB_VERSION
#define MKB_VERSION "unknown"
#endif

static guint cells_of(const gchar *text)
{
    guint cells = 0;

    for (; *text; text = g_utf8_next_char(text))
        cells += char_display_width(g_utf8_get_char(text));
    return cells;
}

/* "  -o, --output FILE" */
static gchar *option_head(const OptionRow *row, Lang lang)
{
    GString *head = g_string_new("  ");

    if (row->letter)
        g_string_append_printf(head, "-%c, --%s", row->letter, row->name);
    else
        g_string_append_printf(head, "    --%s", row->name);
    if (row->argument[lang])
        g_string_append_printf(head, " %s", row->argument[lang]);
    return g_string_free(head, FALSE);
}

/* Cells that all heads fit in, with two between them and the texts. */
static guint head_width(Lang lang)
{
    guint width = 0;

    for (const OptionRow *row = option_table(); row->name; row++) {
        g_autofree gchar *head = option_head(row, lang);
        width = MAX(width, cells_of(head));
    }
    return width + 2;
}

static void append_row(GString *out, const gchar *head, guint width, const gchar *text)
{
    guint cells = cells_of(head);

    g_string_append_printf(out, "%s%*s%s", head, (int) (width - MIN(width, cells)), "", text);
}

static void append_group(GString *out, OptionGroup group, guint width, Lang lang)
{
    g_string_append_printf(out, "\n%s%s\n", option_group_name(group, lang),
                           lang == LANG_ZH ? "：" : ":");
    for (const OptionRow *row = option_table(); row->name; row++) {
        if (row->group != group)
            continue;
        g_autofree gchar *head = option_head(row, lang);
        append_row(out, head, width, row->help[lang]);
        if (row->choices) {
            g_auto(GStrv) choices = g_strsplit(row->choices, "|", -1);
            g_autofree gchar *joined = g_strjoinv(lang == LANG_ZH ? "、" : ", ", choices);
            g_string_append_printf(out, lang == LANG_ZH ? "%s" : " %s", joined);
        }
        g_string_append_c(out, '\n');
    }
}

gchar *help_usage(Lang lang)
{
    return g_strdup(lang == LANG_ZH ? "用法：mkbulletin [build] 文件夹 -o 文件 [选项]\n"
                                      "      mkbulletin export 文件夹 -o 文件 [选项]\n"
                                      "      mkbulletin --help\n"
                                    : "Usage: mkbulletin [build] FOLDER -o FILE [OPTION]…\n"
                                      "       mkbulletin export FOLDER -o FILE [OPTION]…\n"
                                      "       mkbulletin --help\n");
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
    for (OptionGroup group = 0; group < GROUP_COUNT; group++)
        append_group(out, group, width, lang);
    g_string_append(out, lang == LANG_ZH
                             ? "\n退出状态：0 成功，1 内容有误，2 用法有误，"
                               "3 环境有误（字体、磁盘、权限）。\n"
                             : "\nExit status: 0 success, 1 faults in the content, 2 wrong "
                               "usage,\n3 the environment (fonts, disk, permissions).\n");
    return g_string_free(out, FALSE);
}

gchar *help_version(void)
{
    return g_strdup("mkbulletin " MKB_VERSION "\n");
}
