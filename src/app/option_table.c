#include "app/option_table.h"

#include "app/options.h"

#define TEXTS(zh, en) \
    { \
        [LANG_EN] = (en), [LANG_ZH] = (zh) \
    }
#define PLACE(field) G_STRUCT_OFFSET(Options, field)

const OptionRow *option_table(void)
{
    static const OptionRow rows[] = {
        {.name = "output",
         .commands = FOR_BUILD,
         .letter = 'o',
         .kind = OPTION_TEXT,
         .group = GROUP_OUTPUT,
         .place = PLACE(output),
         .argument = TEXTS("文件", "FILE"),
         .help = TEXTS("写到这个 .pdf 或 .png 文件；- 是标准输出",
                       "write this .pdf or .png; - is stdout")},
        {.name = "ppi",
         .commands = FOR_BUILD,
         .kind = OPTION_NUMBER,
         .group = GROUP_OUTPUT,
         .place = PLACE(ppi),
         .argument = TEXTS("数", "N"),
         .least = 18,
         .most = 1200,
         .help = TEXTS("PNG 每英寸的像素数（默认 150）", "pixels an inch of a PNG (150)")},
        {.name = "stop-after",
         .commands = FOR_BUILD,
         .kind = OPTION_CHOICE,
         .group = GROUP_OUTPUT,
         .place = PLACE(stop_after),
         .argument = TEXTS("阶段", "STAGE"),
         .choices = "model|lines|pages",
         .least = STOP_MODEL,
         .help = TEXTS("只做到这一步，写出结果：", "stop there and print what is made:")},
        {.name = "show-grid",
         .commands = FOR_BUILD,
         .kind = OPTION_FLAG,
         .group = GROUP_OUTPUT,
         .place = PLACE(show_grid),
         .help = TEXTS("校样：文字下面画出版心、行、字格和页码位置",
                       "a proof: draw text block, lines, cells under the text")},
        {.name = "stats",
         .commands = FOR_BUILD,
         .kind = OPTION_FLAG,
         .group = GROUP_OUTPUT,
         .place = PLACE(stats),
         .help = TEXTS("写出后用数字报告排得如何：调整、字距、字体",
                       "then tell in numbers how it is set: adjustments, gaps, fonts")},
        {.name = "template",
         .commands = FOR_BUILD,
         .kind = OPTION_TEXT,
         .group = GROUP_SETTING,
         .place = PLACE(template_name),
         .argument = TEXTS("名称", "NAME"),
         .help = TEXTS("用这个模板，不用 bulletin.md 写的",
                       "instead of the one that bulletin.md names")},
        {.name = "template-path",
         .commands = FOR_BUILD | FOR_TEMPLATES,
         .kind = OPTION_LIST,
         .group = GROUP_SETTING,
         .place = PLACE(template_paths),
         .argument = TEXTS("文件夹", "FOLDER"),
         .help =
             TEXTS("先在这里找模板；可以写多次", "look for templates here first; may be repeated")},
        {.name = "font-path",
         .commands = FOR_BUILD,
         .kind = OPTION_LIST,
         .group = GROUP_SETTING,
         .place = PLACE(font_paths),
         .argument = TEXTS("文件夹", "FOLDER"),
         .help = TEXTS("先在这里找字体；可以写多次", "look for fonts here first; may be repeated")},
        {.name = "strict",
         .commands = FOR_BUILD | FOR_TEMPLATES,
         .kind = OPTION_FLAG,
         .group = GROUP_MESSAGES,
         .place = PLACE(strict),
         .help = TEXTS("有警告也算失败", "warnings fail too")},
        {.name = "quiet",
         .letter = 'q',
         .kind = OPTION_FLAG,
         .group = GROUP_MESSAGES,
         .place = PLACE(quiet),
         .help = TEXTS("只报告错误", "print errors only")},
        {.name = "color",
         .kind = OPTION_CHOICE,
         .group = GROUP_MESSAGES,
         .place = PLACE(color),
         .argument = TEXTS("何时", "WHEN"),
         .choices = "auto|always|never",
         .least = COLOR_AUTO,
         .help = TEXTS("消息用颜色：", "color the messages:")},
        {.name = "lang",
         .kind = OPTION_CHOICE,
         .group = GROUP_MESSAGES,
         .place = PLACE(lang),
         .argument = TEXTS("语言", "LANGUAGE"),
         .choices = "en|zh",
         .least = LANG_EN,
         .help = TEXTS("消息的语言：", "of the messages:")},
        {.name = "help",
         .letter = 'h',
         .kind = OPTION_FLAG,
         .group = GROUP_OTHER,
         .place = PLACE(help),
         .help = TEXTS("显示这份说明", "print this help")},
        {.name = "version",
         .kind = OPTION_FLAG,
         .group = GROUP_OTHER,
         .place = PLACE(version),
         .help = TEXTS("显示版本", "print the version")},
        {.name = NULL},
    };

    return rows;
}

const gchar *option_group_name(OptionGroup group, Lang lang)
{
    static const gchar *const names[GROUP_COUNT][2] = {
        [GROUP_OUTPUT] = TEXTS("输出", "Output"),
        [GROUP_SETTING] = TEXTS("排版", "Setting"),
        [GROUP_MESSAGES] = TEXTS("消息", "Messages"),
        [GROUP_OTHER] = TEXTS("其他", "Other"),
    };

    return names[group][lang];
}
