#include "app/commands.h"

#include "app/build_many.h"
#include "app/check.h"
#include "app/completions.h"
#include "app/diff.h"
#include "app/doctor.h"
#include "app/export.h"
#include "app/fonts_command.h"
#include "app/help_command.h"
#include "app/init.h"
#include "app/lsp_command.h"
#include "app/option_table.h"
#include "app/rules_command.h"
#include "app/schema_command.h"
#include "app/templates_command.h"
#include "app/watch.h"

#include <string.h>

enum { MAX_COMMANDS = 16 };

static const Command rows[] = {
    {"build", FOR_BUILD, TEXTS("文件夹 -o 文件", "FOLDER -o FILE"),
     TEXTS("排一个文件夹或一个 .md 文件（命令名可以省略）",
           "sets a folder or a single .md file (may be left out)"),
     TEXTS("模板依次在 --template-path 的文件夹、文件夹之内的 "
           "templates/、程序自带的文件夹里找。\n",
           "Templates are looked for in the folders of --template-path, in templates/ within\n"
           "FOLDER, and among the program's own, in this order.\n"),
     build_command_run},
    {"init", FOR_INIT, TEXTS("文件夹", "FOLDER"),
     TEXTS("新建一份写好的示例，从它改起", "writes a small example to begin with"),
     TEXTS("--template 选文种，不写是 notice。另有 vocabulary.yaml、.mkbulletin.yaml、\n"
           ".gitignore 和 GitLab、GitHub 的自动检查。已有其中一个文件的，什么都不写。\n",
           "Of the kind that --template names, notice if none; with a vocabulary.yaml, a\n"
           ".mkbulletin.yaml, a .gitignore and checks for GitLab and GitHub. Where one of its\n"
           "files is there already, nothing is written.\n"),
     init_run},
    {"watch", FOR_WATCH, TEXTS("文件夹 -o 文件", "FOLDER -o FILE"),
     TEXTS("守着一个文件夹，一有改动就重新排", "sets a folder again whenever anything changes"),
     TEXTS("源文件、模板（连同所扩展的）、图片、表格、字体，读到的都守着。有错误的，原有文件\n"
           "不动，改好再排。--serve 的页面自己更新，列出消息，翻到改动的一页；只给本机看，\n"
           "不写端口就任选一个；有了它可以不写 -o。排好后写一行检查发现几处，--check 逐条列出。\n"
           "按 Ctrl-C 结束。\n",
           "Sources, the template with those that it extends, images, tables, fonts: all that\n"
           "is read is watched. While there are errors the old file stays. The page of --serve\n"
           "renews itself, lists the messages and turns to the page that changed; it is for\n"
           "this machine alone, at any free port unless one is given, and needs no -o.\n"
           "A line says how much `check` finds, --check lists it. Ctrl-C ends it.\n"),
     watch_run},
    {"export", FOR_EXPORT, TEXTS("文件夹 -o 文件", "FOLDER -o FILE"),
     TEXTS("把各个问题写成台账数据：.csv 或 .json",
           "writes the ledger of the findings as .csv or .json"),
     TEXTS("CSV 供表格软件用（UTF-8 带 BOM），JSON 供程序用；-o - 是 JSON。不需要字体。\n"
           "内容有错误时不写，原有文件不动。\n",
           "CSV is for spreadsheets (UTF-8 with a byte order mark), JSON for programs; -o - is\n"
           "JSON. No font is needed. While the content has errors nothing is written.\n"),
     export_run},
    {"diff", FOR_DIFF, TEXTS("原稿 新稿 | 文件夹 --git 版本", "OLD NEW | FOLDER --git REVISION"),
     TEXTS("比较两稿，排成花脸稿（.pdf、.html），或写成文字、JSON",
           "compares two bulletins: a redline (.pdf, .html), text or JSON"),
     TEXTS("不写 -o，把文字写到终端（--format=json 是 JSON）。退出状态：0 没有差别，1 "
           "有差别，\n2、3 有错误。--git 版本：原稿是文件夹在那个版本里的样子；写两次，或 "
           "甲..乙，比较两个版本。\n",
           "Without -o text goes to the terminal (--format=json: JSON). Exit status: 0 no\n"
           "difference, 1 some, 2 and 3 errors. --git REVISION: OLD is FOLDER as it was in that\n"
           "revision; given twice, or as A..B, two revisions are compared.\n"),
     diff_run},
    {"check", FOR_CHECK, TEXTS("文件夹", "FOLDER"),
     TEXTS("检查写得对不对：格式、标点、数字、用语、个人信息",
           "looks for what an editor would mend: form, marks, numbers, words, privacy"),
     TEXTS("什么都不排。结果写到标准输出；规则见 mkbulletin rules。文件夹里或上面的\n"
           ".mkbulletin.yaml 可以写 rules（规则的轻重）、strict、vocabulary；命令行的选项优先。\n"
           "vocabulary.yaml 写本单位的用词。\n"
           "一段之前写 <!-- mkbulletin-ignore 规则: 理由 -->，这一段就不报这一条。\n",
           "Nothing is set. What is found goes to standard output; `mkbulletin rules` explains "
           "it.\n"
           "A .mkbulletin.yaml in FOLDER or above may hold rules, strict and vocabulary; "
           "options\n"
           "come before it. A vocabulary.yaml has the words of the office.\n"
           "<!-- mkbulletin-ignore RULE: reason --> leaves a rule out of the next block.\n"),
     check_command_run},
    {"rules", FOR_RULES, TEXTS("[规则]", "[RULE]"),
     TEXTS("列出检查的规则，或说明其中一条", "lists the rules of check, or explains one"),
     TEXTS("", ""), rules_command_run},
    {"lsp", FOR_LSP, TEXTS("", ""),
     TEXTS("供编辑器使用的语言服务器", "a language server, for editors"),
     TEXTS("由编辑器启动，在标准输入、标准输出上用语言服务器协议（LSP）：检查的结果、修改办法、\n"
           "提纲、说明、补全。设置方法见 docs/editors.md。\n",
           "Started by an editor; the Language Server Protocol on standard input and output: "
           "what\n"
           "check finds as one types, quick fixes, outline, hover, completion. "
           "docs/editors.md\n"
           "tells how to set it up.\n"),
     lsp_command_run},
    {"schema", FOR_SCHEMA, TEXTS("", ""),
     TEXTS("写出文件头的 JSON Schema", "writes the JSON Schema of the front matter"), TEXTS("", ""),
     schema_command_run},
    {"templates", FOR_TEMPLATES, TEXTS("[名称]", "[NAME]"),
     TEXTS("列出模板，或显示其中一个", "lists the templates, or shows one of them"),
     TEXTS("不写名称：列出全部模板，并逐个检查。写名称：把它连同所扩展（extends）的模板合成\n"
           "一份写出，每项注明出自哪个模板；写出的可以另存为模板。\n",
           "Without NAME: all templates, each of them checked. With NAME: that template made "
           "one\n"
           "with those that it extends, and where each key comes from; what is printed is a\n"
           "template itself.\n"),
     templates_run},
    {"fonts", FOR_FONTS, TEXTS("[文件夹]", "[FOLDER]"),
     TEXTS("列出模板或通报所用的字体", "lists the fonts of a template or bulletin"),
     TEXTS("逐个字体角色列出各候选字体、文件、来源、版本、许可、SHA-256；写了文件夹的，还有\n"
           "每个字体排了多少字，哪些字出自后备字体。\n",
           "Role by role: the faces in their order, files, where they are from, version, "
           "licence\n"
           "and SHA-256; with FOLDER also how many characters each sets, and which ones come\n"
           "from a fallback.\n"),
     fonts_run},
    {"doctor", FOR_DOCTOR, TEXTS("", ""), TEXTS("检查这台机器", "checks this machine"),
     TEXTS("程序库、字体、模板、输出文件夹（-o "
           "的，不写是当前文件夹）、终端。有故障的，退出状态为 1。\n",
           "Libraries, fonts, templates, the folder to write in (that of -o; else the current\n"
           "one), the terminal. The exit status is 1 where something is wrong.\n"),
     doctor_run},
    {"completions", FOR_COMPLETIONS, TEXTS("SHELL", "SHELL"),
     TEXTS("写出 bash、zsh 或 fish 的命令行补全", "prints completions for bash, zsh or fish"),
     TEXTS("例如：source <(mkbulletin completions bash)。make install 已装好三种。\n",
           "For example: source <(mkbulletin completions bash). make install installs all "
           "three.\n"),
     completions_run},
    {"help", FOR_HELP, TEXTS("[命令]", "[COMMAND]"),
     TEXTS("显示这份说明，或一个命令的说明", "prints this help, or that of a command"),
     TEXTS("", ""), help_run},
    {.name = NULL},
};

const Command *command_table(void)
{
    return rows;
}

static const Command *find(const gchar *name)
{
    for (const Command *row = command_table(); row->name; row++)
        if (strcmp(name, row->name) == 0)
            return row;
    return NULL;
}

/* All names, ended by NULL; returns `names`. */
static const gchar *const *all_names(const gchar *names[MAX_COMMANDS])
{
    guint count = 0;

    for (const Command *row = command_table(); row->name; row++) {
        g_assert(count + 1 < MAX_COMMANDS);
        names[count++] = row->name;
    }
    names[count] = NULL;
    return names;
}

const Command *command_find(const gchar *name, Diagnostics *sink)
{
    const gchar *names[MAX_COMMANDS];
    const Command *command = find(name);

    if (command)
        return command;
    const gchar *near = nearest_word(name, all_names(names));
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) names);
    if (near)
        diag_report(sink, RULE_UNKNOWN_COMMAND_NEAR, SPAN_NONE, name, near, NULL);
    else
        diag_report(sink, RULE_UNKNOWN_COMMAND, SPAN_NONE, name, list, NULL);
    return NULL;
}

gboolean command_takes(const Command *command, guint commands)
{
    return commands == FOR_EVERY || (commands & command->bit) != 0;
}

/* FALSE after reporting options that are another command's. */
static gboolean check_options(const Command *command, const Options *options, Diagnostics *sink)
{
    gboolean all = TRUE;

    for (guint i = 0; i < options->given->len; i++) {
        const OptionRow *row = options->given->pdata[i];
        g_autofree gchar *name = g_strdup_printf("--%s", row->name);
        if (command_takes(command, row->commands))
            continue;
        diag_report(sink, RULE_OPTION_OF_OTHER, SPAN_NONE, name, command->name, NULL);
        all = FALSE;
    }
    return all;
}

/* Any word may be a folder. TRUE after reporting one that is none and was to be a command: it is
 * nearly one, or a folder follows it. */
static gboolean is_misspelt(const gchar *word, gboolean followed, Diagnostics *sink)
{
    const gchar *names[MAX_COMMANDS];
    const gchar *near = nearest_word(word, all_names(names));

    if ((!near && !followed) || g_file_test(word, G_FILE_TEST_EXISTS))
        return FALSE;
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) names);
    if (near)
        diag_report(sink, RULE_NO_SUCH_OPERAND_NEAR, SPAN_NONE, word, near, NULL);
    else
        diag_report(sink, RULE_NO_SUCH_OPERAND, SPAN_NONE, word, list, NULL);
    return TRUE;
}

const Command *command_take(Options *options, Diagnostics *sink)
{
    const gchar *first = options->operands->len > 0 ? options->operands->pdata[0] : NULL;
    const Command *command = first ? find(first) : NULL;

    if (command)
        g_ptr_array_remove_index(options->operands, 0);
    else if (first && is_misspelt(first, options->operands->len > 1, sink))
        return NULL;
    else
        command = command_table();
    return check_options(command, options, sink) ? command : NULL;
}
