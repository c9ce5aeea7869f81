/* The command line and the commands. Columns: rules.h. */
#ifndef MKB_BASE_RULES_COMMAND_H
#define MKB_BASE_RULES_COMMAND_H

/* clang-format off */
#define COMMAND_RULES(RULE) \
    /* --- command line --- */ \
    RULE(UNKNOWN_OPTION, "usage", ERROR, USAGE, \
         "不认识的选项“{0}”", "unknown option '{0}'", \
         "用法见 mkbulletin --help", "see mkbulletin --help") \
    RULE(UNKNOWN_OPTION_NEAR, "usage", ERROR, USAGE, \
         "不认识的选项“{0}”", "unknown option '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(AMBIGUOUS_OPTION, "usage", ERROR, USAGE, \
         "选项“{0}”没有写完整", "option '{0}' is the beginning of several", \
         "可能是：{1}", "it may be: {1}") \
    RULE(OPTION_WITHOUT_VALUE, "usage", ERROR, USAGE, \
         "选项“{0}”后面缺少{1}", "option '{0}' needs a value: {2}", \
         "用法见 mkbulletin --help", "see mkbulletin --help") \
    RULE(OPTION_WITH_VALUE, "usage", ERROR, USAGE, \
         "选项“{0}”后面不能写“=…”", "option '{0}' takes no value", "", "") \
    RULE(OPTION_VALUE, "usage", ERROR, USAGE, \
         "选项“{0}”不能是“{1}”", "option '{0}' cannot be '{1}'", \
         "可以写：{2}", "it may be: {2}") \
    RULE(OPTION_VALUE_NEAR, "usage", ERROR, USAGE, \
         "选项“{0}”不能是“{1}”", "option '{0}' cannot be '{1}'", \
         "是不是“{3}”？可以写：{2}", "did you mean '{3}'? it may be: {2}") \
    RULE(NO_OUTPUT_FOR_OPTION, "usage", ERROR, USAGE, \
         "选项“{0}”不能与 --stop-after 同用", "option '{0}' cannot go with --stop-after", \
         "请写 -o 文件，不写 --stop-after", "write -o FILE, without --stop-after") \
    RULE(NO_PAGES_FOR_OPTION, "usage", ERROR, USAGE, \
         "选项“{0}”不能用于没有页面的“{1}”", "option '{0}' cannot go with '{1}', which has no pages", \
         "去掉这个选项，或写成 PDF", "leave the option out, or write a PDF") \
    RULE(TEMPLATE_FOR_SOURCE, "usage", ERROR, USAGE, \
         "选项“--template”不能用于“{0}”", "option '--template' cannot go with '{0}'", \
         "写成的 Markdown 是原稿，模板写在它的文件头里", \
         "the Markdown is a source: its front matter names the template") \
    RULE(OPTION_OF_OTHER, "usage", ERROR, USAGE, \
         "选项“{0}”不能与 {1} 同用", "option '{0}' cannot go with {1}", \
         "用法见 mkbulletin help {1}；要排名为 {1} 的文件夹，写 mkbulletin build {1}", \
         "see mkbulletin help {1}; a folder of that name is set by mkbulletin build {1}") \
    RULE(VERBOSE_ALONE, "usage", ERROR, USAGE, \
         "--verbose 只与 --version 同用", "--verbose goes with --version only", \
         "写 mkbulletin --version --verbose", "write mkbulletin --version --verbose") \
    RULE(UNKNOWN_COMMAND, "usage", ERROR, USAGE, \
         "没有“{0}”这个命令", "there is no command '{0}'", \
         "命令：{1}", "commands: {1}") \
    RULE(UNKNOWN_COMMAND_NEAR, "usage", ERROR, USAGE, \
         "没有“{0}”这个命令", "there is no command '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(NO_SUCH_OPERAND, "usage", ERROR, USAGE, \
         "“{0}”不是命令，也没有这个文件夹或文件", \
         "'{0}' is no command, and there is no folder or file of that name", \
         "命令：{1}", "commands: {1}") \
    RULE(NO_SUCH_OPERAND_NEAR, "usage", ERROR, USAGE, \
         "“{0}”不是命令，也没有这个文件夹或文件", \
         "'{0}' is no command, and there is no folder or file of that name", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(EXTRA_ARGUMENT, "usage", ERROR, USAGE, \
         "多余的参数“{0}”", "'{0}' is one argument too many", \
         "用法见 mkbulletin help {1}", "see mkbulletin help {1}") \
    RULE(NO_SUCH_TEMPLATE, "no-template", ERROR, USAGE, \
         "没有名为“{0}”的模板", "there is no template '{0}'", \
         "现有模板：{1}", "templates: {1}") \
    RULE(NO_SUCH_TEMPLATE_NEAR, "no-template", ERROR, USAGE, \
         "没有名为“{0}”的模板", "there is no template '{0}'", \
         "是不是“{1}”？现有模板：{2}", "did you mean '{1}'? templates: {2}") \
    RULE(TEMPLATE_AS_PATH, "no-template", ERROR, USAGE, \
         "没有名为“{0}”的模板", "there is no template '{0}'", \
         "写模板的名称，不带 .yaml；它所在的文件夹用 --template-path 指出", \
         "name it without .yaml; its folder is given with --template-path") \
    RULE(NO_SOURCE, "usage", ERROR, USAGE, \
         "没有指明源文件夹", "no source folder is given", \
         "例如：{0}", "for example: {0}") \
    RULE(WATCH_TO_STDOUT, "usage", ERROR, USAGE, \
         "watch 不能写到标准输出", "watch cannot write to standard output", \
         "请写一个文件：-o out.pdf", "name a file: -o out.pdf") \
    RULE(WATCH_DEAF, "watch-deaf", NOTE, ENVIRONMENT, \
         "系统不能通知改动，改为每隔 0.3 秒看一遍", \
         "the system cannot tell of changes: looking every 0.3 s instead", \
         "inotify 的名额用完了；可以调大 fs.inotify.max_user_watches、max_user_instances", \
         "inotify has no watch left; raise fs.inotify.max_user_watches or max_user_instances") \
    RULE(CANNOT_SERVE, "cannot-serve", ERROR, ENVIRONMENT, \
         "不能在 127.0.0.1:{0} 上听：{1}", "cannot listen on 127.0.0.1:{0}: {1}", \
         "不写端口就任选一个：--serve", "without a port any free one is taken: --serve") \
    RULE(NO_LIBRARY, "no-library", ERROR, ENVIRONMENT, \
         "打不开所需的程序库 {0}：{1}", "cannot open the library {0} that this needs: {1}", \
         "请安装这个程序库；mkbulletin doctor 会一一检查", \
         "install it; `mkbulletin doctor` looks at each") \
    RULE(DIFF_OPERANDS, "usage", ERROR, USAGE, \
         "没有写要比较的两稿", "two bulletins to compare are missing", \
         "例如：{0}；或 mkbulletin diff 文件夹 --git HEAD", \
         "for example: {0}; or: mkbulletin diff FOLDER --git HEAD") \
    RULE(DIFF_FORMAT, "usage", ERROR, USAGE, \
         "不知道把比较结果写成什么：“{0}”", "cannot tell what '{0}' is to be", \
         "名称以 .pdf、.html、.json 或 .txt 结尾", "its name ends in .pdf, .html, .json or .txt") \
    RULE(DIFF_REPORT, "usage", ERROR, USAGE, \
         "比较结果只能用 --format=text 或 json", "a comparison has --format=text or json", "", "") \
    RULE(GIT_REVISIONS, "usage", ERROR, USAGE, \
         "--git 最多写两个版本", "--git takes two revisions at most", "", "") \
    RULE(GIT_NO_REPOSITORY, "git", ERROR, USAGE, \
         "“{0}”不在 git 仓库的工作区里：{2}", "'{0}' is not in the work tree of a git repository: {2}", \
         "不写 --git，直接比较两个文件夹", "without --git two folders can be compared") \
    RULE(GIT_NO_REVISION, "git", ERROR, USAGE, \
         "没有版本“{1}”：{2}", "there is no revision '{1}': {2}", \
         "写提交号、分支、标签，或 HEAD、HEAD~1", "give a commit, branch or tag, or HEAD, HEAD~1") \
    RULE(GIT_NO_PATH, "git", ERROR, USAGE, \
         "版本“{1}”里没有“{0}”", "revision '{1}' has no '{0}'", "", "") \
    RULE(GIT_OBJECT, "git", ERROR, ENVIRONMENT, \
         "无法读取版本“{1}”里的“{0}”：{2}", "cannot read '{0}' of revision '{1}': {2}", "", "") \
    RULE(GIT_SIZE, "git", ERROR, CONTENT, \
         "版本“{1}”里的“{0}”太大", "'{0}' of revision '{1}' is too large", "", "") \
    RULE(GIT_CHECKOUT, "git", ERROR, ENVIRONMENT, \
         "无法写临时文件“{0}”：{1}", "cannot write the temporary file '{0}': {1}", "", "") \
    RULE(NO_OUTPUT, "usage", ERROR, USAGE, \
         "没有指明输出文件", "no output file is given", \
         "例如：{0}", "for example: {0}") \
    RULE(UNKNOWN_LEDGER, "usage", ERROR, USAGE, \
         "没有编号为“{0}”的台账附件", "no annex of kind ledger has the id '{0}'", \
         "台账附件的编号：{1}", "the ids of ledgers: {1}") \
    RULE(UNKNOWN_LEDGER_NO_ID, "usage", ERROR, USAGE, \
         "没有编号为“{0}”的台账附件", "no annex of kind ledger has the id '{0}'", \
         "请在台账附件的文件头写“编号”", "give the annex an id in its front matter") \
    RULE(TOO_MANY_ARGUMENTS, "usage", ERROR, USAGE, \
         "多余的参数“{0}”", "'{0}' is one argument too many", \
         "几份一起排，写 -o 文件夹/；用法见 mkbulletin --help", \
         "several are set with -o FOLDER/; see mkbulletin --help") \
    RULE(PAGE_PATTERN, "usage", ERROR, USAGE, \
         "每页一个文件，“{0}”里应当有且只有一个 %d", \
         "one file a page: '{0}' needs exactly one %d", \
         "页码写作 %d、%02d 或 %03d，例如 page-%02d.png；% 本身写作 %%", \
         "the page's number is written %d, %02d or %03d: page-%02d.png; a % itself is %%") \
    RULE(BAD_PAGES, "usage", ERROR, USAGE, \
         "“{0}”不是页码", "'{0}' is neither a page nor a range of pages", \
         "写作 1,3-5：从 1 数起的第几页，用半角逗号隔开；8- 是第 8 页到最后一页", \
         "write 1,3-5: pages counted from 1, with commas between them; 8- is page 8 and all after it") \
    RULE(PAGES_BACKWARDS, "usage", ERROR, USAGE, \
         "“{0}”的前后颠倒", "'{0}' is backwards", \
         "小的写在前面", "the lower number goes first") \
    RULE(PAGES_BEYOND, "usage", ERROR, USAGE, \
         "没有第 {0} 页：一共 {1} 页", "there is no page {0}: the pages are {1} in number", \
         "这里的页从 1 数起，不是印在纸上的页码", \
         "pages are counted from 1, whatever number they show") \
    RULE(PAGES_NOT_PICTURES, "usage", ERROR, USAGE, \
         "--pages 只用于 PNG、SVG", "--pages is for PNG and SVG only", \
         "PDF 是整份文件；要其中几页，可从写出的文件抽取：qpdf 文件.pdf --pages . {0} -- 部分.pdf", \
         "a PDF is the whole document; take pages out of it by qpdf FILE.pdf --pages . {0} -- PART.pdf") \
    RULE(PPI_NOT_PNG, "usage", ERROR, USAGE, \
         "--ppi 只用于 PNG，不能用于“{0}”", "--ppi is for PNG only, not for '{0}'", \
         "只有 PNG 由像素组成；去掉 --ppi", "no other output is made of pixels: leave --ppi out") \
    RULE(BAD_EPOCH, "usage", ERROR, USAGE, \
         "环境变量 SOURCE_DATE_EPOCH 不能是“{0}”", "SOURCE_DATE_EPOCH cannot be '{0}'", \
         "应当是 1970 年以来的秒数", "it is a number of seconds since 1970") \
    RULE(DEPS_STDOUT, "usage", ERROR, USAGE, \
         "--deps 不能用于标准输出", "--deps cannot go with standard output", \
         "依赖关系要有文件名：-o 文件", "what depends on the files needs a name: -o FILE") \
    RULE(DEPS_OUTPUT, "usage", ERROR, USAGE, \
         "--deps 和 -o 不能是同一个文件“{0}”", "--deps and -o cannot be the same file '{0}'", \
         "给 --deps 另一个名字，例如 out.d", "give --deps a name of its own, such as out.d") \
    RULE(DEPS_MANY, "usage", ERROR, USAGE, \
         "几份通报的 --deps 要有 {}", "--deps of several bulletins needs {}", \
         "例如 --deps 'deps/{}.d'", "as in --deps 'deps/{}.d'") \
    /* --- sandbox --- */ \
    RULE(NO_SANDBOX, "sandbox", ERROR, ENVIRONMENT, \
         "这里不能用 --sandbox，什么都没有读：{0}", \
         "--sandbox cannot be had here, and nothing was read: {1}", \
         "需要 Linux 5.13 以上，启动参数 lsm= 里有 landlock；--sandbox=try 是能限制多少就限制多少", \
         "it needs Linux 5.13 or later with landlock among lsm=; --sandbox=try does with what there is") \
    RULE(PART_OF_SANDBOX, "sandbox", NOTE, CONTENT, \
         "没有完整的沙箱，照样进行：{0}", "goes on without a whole sandbox: {1}", "", "") \
    /* --- several bulletins --- */ \
    RULE(SAME_OUTPUT, "same-output", ERROR, USAGE, \
         "“{0}”和“{1}”都要写成“{2}”", "'{0}' and '{1}' would both become '{2}'", \
         "名字相同的分几次排，或改名", "set those of one name apart, or rename them") \
    RULE(JOB_NOT_STARTED, "job", ERROR, ENVIRONMENT, \
         "无法开始排“{0}”", "cannot begin to set '{0}'", \
         "请看内存和进程数，或减少 --jobs", "look at memory and processes, or give fewer --jobs") \
    RULE(JOB_CRASHED, "job", ERROR, ENVIRONMENT, \
         "排“{0}”的进程因信号 {1} 结束", "setting '{0}' was ended by signal {1}", \
         "多半是内存不够；原有文件未动", "mostly there is too little memory; the old file is as it was") \
    /* --- init --- */ \
    RULE(NO_FOLDER, "usage", ERROR, USAGE, \
         "没有指明文件夹", "no folder is given", \
         "例如：{0}", "for example: {0}") \
    RULE(NO_STARTER, "no-starter", ERROR, USAGE, \
         "没有模板“{0}”的示例", "there is no example of a template '{0}'", \
         "有示例的模板：{1}", "there are examples of {1}") \
    RULE(NO_STARTER_NEAR, "no-starter", ERROR, USAGE, \
         "没有模板“{0}”的示例", "there is no example of a template '{0}'", \
         "是不是“{1}”？有示例的模板：{2}", "did you mean '{1}'? there are examples of {2}") \
    RULE(INIT_EXISTS, "init-exists", ERROR, USAGE, \
         "“{0}”已经有了，什么都没有写", "'{0}' is there already; nothing is written", \
         "换一个新的文件夹", "choose a new folder") \
    RULE(INIT_BESIDE, "init-beside", WARNING, CONTENT, \
         "文件夹里原有的“{0}”也会编入", "'{0}', which was there before, becomes a part of the bulletin", \
         "不应编入的，移到别处，或在名字前加 _", "move it away, or let its name begin with _") \
    RULE(FILE_IN_THE_WAY, "make-folder", ERROR, ENVIRONMENT, \
         "无法建立文件夹“{0}”：“{1}”是文件，不是文件夹", \
         "cannot make the folder '{0}': '{1}' is a file, no folder", \
         "换一个名字，或把那个文件移走", "choose another name, or move that file away") \
    RULE(MAKE_FOLDER, "make-folder", ERROR, ENVIRONMENT, \
         "无法建立文件夹“{0}”：{1}", "cannot make the folder '{0}': {2}", "", "") \
    /* --- completions --- */ \
    RULE(NO_SHELL, "usage", ERROR, USAGE, \
         "没有指明 shell", "no shell is named", \
         "可以写：bash、zsh、fish", "it may be: bash, zsh, fish") \
    RULE(UNKNOWN_SHELL, "usage", ERROR, USAGE, \
         "没有“{0}”的补全", "there are no completions for '{0}'", \
         "可以写：bash、zsh、fish", "it may be: bash, zsh, fish") \
    /* --- check --- */ \
    RULE(UNKNOWN_RULE, "unknown-rule", ERROR, USAGE, \
         "没有“{0}”这条规则", "there is no rule '{0}'", \
         "全部规则见 mkbulletin rules", "mkbulletin rules lists them all") \
    RULE(UNKNOWN_RULE_NEAR, "unknown-rule", ERROR, USAGE, \
         "没有“{0}”这条规则", "there is no rule '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(RULE_LEVEL, "rule-level", ERROR, USAGE, \
         "规则“{0}”不能是“{1}”", "rule '{0}' cannot be '{1}'", \
         "写作 规则=off、规则=warning 或 规则=error", \
         "write RULE=off, RULE=warning or RULE=error") \
    RULE(RULE_IS_HARD, "rule-is-hard", ERROR, USAGE, \
         "“{0}”是不能排版的错误，不能改为“{1}”", \
         "'{0}' keeps a bulletin from being set and cannot be made '{1}'", \
         "能改的是警告、说明和 mkbulletin rules 列出的规则", \
         "warnings, notes and what `mkbulletin rules` lists can be") \
    RULE(RULE_IN_FILE, "unknown-rule", ERROR, CONTENT, \
         "没有“{0}”这条规则", "there is no rule '{0}'", \
         "全部规则见 mkbulletin rules", "mkbulletin rules lists them all") \
    RULE(RULE_IN_FILE_NEAR, "unknown-rule", ERROR, CONTENT, \
         "没有“{0}”这条规则", "there is no rule '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(LEVEL_IN_FILE, "rule-level", ERROR, CONTENT, \
         "规则“{0}”不能是“{1}”", "rule '{0}' cannot be '{1}'", \
         "可以写 off、warning、error", "it may be off, warning or error") \
    RULE(HARD_IN_FILE, "rule-is-hard", ERROR, CONTENT, \
         "“{0}”是不能排版的错误，不能略去", \
         "'{0}' keeps a bulletin from being set and cannot be left out", \
         "能改的是警告、说明和 mkbulletin rules 列出的规则", \
         "warnings, notes and what `mkbulletin rules` lists can be") \
    RULE(IGNORE_FORM, "ignore-form", ERROR, CONTENT, \
         "注释里没有写明略去哪条规则", "the comment does not say which rule to ignore", \
         "写作 <!-- mkbulletin-ignore 规则: 理由 -->", \
         "write <!-- mkbulletin-ignore RULE: reason -->") \
    RULE(IGNORE_REASON, "ignore-reason", ERROR, CONTENT, \
         "略去“{0}”没有写理由", "no reason is given for ignoring '{0}'", \
         "写作 <!-- mkbulletin-ignore {0}: 理由 -->", \
         "write <!-- mkbulletin-ignore {0}: reason -->") \
    RULE(UNUSED_IGNORE, "unused-ignore", WARNING, CONTENT, \
         "下面的一段没有“{0}”可以略去", "the next block has no '{0}' to ignore", \
         "请删去这条注释", "delete the comment") \
    RULE(FIX_REFUSED, "fix-refused", WARNING, CONTENT, \
         "这里不能自动修改：改后读出来的不是所要的文字", \
         "this cannot be mended: what is read afterwards is not the text that was meant", \
         "请手工修改", "change it by hand") \
    RULE(FIXED, "fixed", NOTE, CONTENT, \
         "已自动修改“{0}”", "mended '{0}'", "", "") \
    RULE(FILE_CHANGED, "file-changed", ERROR, ENVIRONMENT, \
         "“{0}”在检查的时候被改动过，文件都没有修改", \
         "'{0}' was changed while it was checked; no file was mended", \
         "请再检查一次", "check again") \
    RULE(DIFF_WITHOUT_FIX, "usage", ERROR, USAGE, \
         "--diff 要与 --fix 同用", "--diff goes with --fix", "", "") \
    RULE(FIX_UNSTABLE, "fix-unstable", ERROR, CONTENT, \
         "自动修改没有结果，文件都没有改动", "mending comes to no end; no file was changed", \
         "请按消息手工修改", "change by hand what is told")
/* clang-format on */

#endif
