/* The table of every diagnostic: id, severity, exit status, Chinese and English text, hints. One
 * row a rule; ids are stable, for editors' search and for later suppression. {0}, {1} … are filled
 * in by diag_report(). An empty hint prints none. Those of `mkbulletin check` that judge how a text
 * is written stand in rules_check.h; all of them are RuleIds. */
#ifndef MKB_BASE_RULES_H
#define MKB_BASE_RULES_H

#include "base/rules_check.h"

/* clang-format off */
/* RULE(symbol, id, severity, status, zh, en, hint_zh, hint_en) */
#define DIAG_RULES(RULE) \
    /* --- reading --- */ \
    RULE(NO_SUCH_SOURCE, "no-such-source", ERROR, ENVIRONMENT, \
         "找不到“{0}”", "cannot find '{0}'", \
         "请检查文件夹名称是否写对", "check the spelling of the folder or file") \
    RULE(UNREADABLE, "unreadable", ERROR, ENVIRONMENT, \
         "无法读取“{0}”：{1}", "cannot read '{0}': {1}", "", "") \
    RULE(EMPTY_FOLDER, "empty-folder", ERROR, CONTENT, \
         "文件夹“{0}”里没有 .md 文件", "folder '{0}' holds no .md file", \
         "至少要有一个 bulletin.md，写标题、发文机关和成文日期", \
         "it needs at least a bulletin.md with title, issuer and date") \
    RULE(NO_BULLETIN_FILE, "no-bulletin-file", ERROR, CONTENT, \
         "文件夹“{0}”里没有 bulletin.md", "folder '{0}' has no bulletin.md", \
         "请新建 bulletin.md，写标题、发文机关、成文日期和开头的文字", \
         "add a bulletin.md with title, issuer, date and the opening text") \
    RULE(NO_INDEX_FILE, "no-index-file", ERROR, CONTENT, \
         "文件夹“{0}”里没有 index.md", "folder '{0}' has no index.md", \
         "index.md 的一级标题（# …）就是这一部分的标题", \
         "the # heading of index.md is the title of that part") \
    RULE(NOT_REGULAR_FILE, "not-regular-file", ERROR, CONTENT, \
         "“{0}”不是普通文件", "'{0}' is not a regular file", "", "") \
    RULE(LINK_OUTSIDE, "link-outside", ERROR, CONTENT, \
         "“{0}”指向文件夹以外，不予读取", "'{0}' leads out of the folder and is not read", \
         "请把文件放进文件夹里", "put the file itself into the folder") \
    RULE(NO_SUCH_FILE, "no-such-file", ERROR, CONTENT, \
         "找不到文件“{0}”", "there is no file '{0}'", \
         "路径从写有它的文件所在的文件夹算起，文件夹之间用 /", \
         "a path begins in the folder of the file that has it, with / between folders") \
    RULE(NO_SUCH_FILE_NEAR, "no-such-file", ERROR, CONTENT, \
         "找不到文件“{0}”", "there is no file '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(LIMIT, "limit", ERROR, CONTENT, \
         "超出限度：{0}", "past a limit: {1}", "", "") \
    RULE(DRAFT, "draft", NOTE, CONTENT, \
         "草稿，未编入：“{0}”", "draft, left out: '{0}'", "", "") \
    RULE(NOT_UTF8, "not-utf-8", ERROR, CONTENT, \
         "这里的字节不是 UTF-8", "these bytes are not UTF-8", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(LOOKS_LIKE_GBK, "looks-like-gbk", ERROR, CONTENT, \
         "文件不是 UTF-8，看起来是 GBK 编码", "the file is not UTF-8; it looks like GBK", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(LOOKS_LIKE_UTF16, "looks-like-utf-16", ERROR, CONTENT, \
         "文件不是 UTF-8，看起来是 UTF-16 编码", "the file is not UTF-8; it looks like UTF-16", \
         "请用编辑器把文件另存为 UTF-8 编码", "save the file as UTF-8") \
    RULE(BAD_CHARACTER, "bad-character", ERROR, CONTENT, \
         "不允许的字符 {0}", "character {0} is not allowed", \
         "请删去这个字符", "delete the character") \
    RULE(ZERO_WIDTH, "zero-width", WARNING, CONTENT, \
         "看不见的零宽字符 {0}", "invisible zero-width character {0}", \
         "请删去这个字符", "delete the character") \
    RULE(INDENT_BY_SPACES, "indent-by-spaces", WARNING, CONTENT, \
         "用全角空格手工缩进", "indented by hand with full-width spaces", \
         "首行缩进由版式自动完成，请删去空格", "the layout indents by itself; delete the spaces") \
    /* --- front matter --- */ \
    RULE(YAML, "yaml", ERROR, CONTENT, \
         "YAML 格式有误：{0}", "YAML: {1}", "", "") \
    RULE(FRONT_MATTER_OPEN, "front-matter-open", ERROR, CONTENT, \
         "文件头没有结束的“---”行", "the front matter has no closing '---' line", \
         "在文件头后面加一行 ---", "end the front matter with a line ---") \
    RULE(UNKNOWN_KEY, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", "", "") \
    RULE(UNKNOWN_KEY_ALLOWED, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", \
         "这里可以写：{1}", "what can be given here: {2}") \
    RULE(UNKNOWN_KEY_NEAR, "unknown-key", ERROR, CONTENT, \
         "不认识的项目“{0}”", "unknown key '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(DUPLICATE_KEY, "duplicate-key", ERROR, CONTENT, \
         "项目“{0}”写了两次", "key '{0}' stands twice", "", "") \
    RULE(WRONG_KIND, "wrong-kind", ERROR, CONTENT, \
         "“{0}”应当是{1}", "'{0}' should be {2}", "", "") \
    RULE(KEY_PLACE, "key-place", ERROR, CONTENT, \
         "“{0}”不能写在这里", "'{0}' cannot be given here", \
         "这里可以写：{1}", "what can be given here: {2}") \
    RULE(MISSING_KEY, "missing-key", ERROR, CONTENT, \
         "缺少“{1}”（{0}）", "'{0}' is missing", \
         "在文件开头两行 --- 之间加上“{1}: …”（冒号用半角，后面空一格）", \
         "add '{0}: …' between the two --- lines at the top") \
    RULE(BAD_DATE, "bad-date", ERROR, CONTENT, \
         "“{0}”不是有效的日期", "'{0}' is no date", \
         "日期写作 2023-09-15 这样的形式", "write dates as 2023-09-15") \
    RULE(BAD_VALUE, "bad-value", ERROR, CONTENT, \
         "“{0}”不能是“{1}”", "'{0}' cannot be '{1}'", \
         "可以写：{2}", "it may be: {2}") \
    RULE(DUPLICATE_VALUE, "duplicate-value", ERROR, CONTENT, \
         "“{0}”里“{1}”写了两次", "'{1}' stands twice in '{0}'", "", "") \
    RULE(BAD_COPY_NUMBER, "bad-copy-number", ERROR, CONTENT, \
         "份号“{0}”不是 1 到 6 位阿拉伯数字", "copy number '{0}' is not 1 to 6 digits", \
         "写数字即可，不足 6 位的在前面补 0：12 排成 000012（GB/T 9704-2012 7.2.1）", \
         "write the number alone: 12 is set as 000012 (GB/T 9704-2012 7.2.1)") \
    RULE(BAD_CLASSIFICATION, "bad-classification", ERROR, CONTENT, \
         "“{0}”不是密级", "'{0}' is no classification", \
         "写作绝密、机密或秘密，后面可以加★和保密期限，例如 机密★1年（GB/T 9704-2012 7.2.2）", \
         "write 绝密, 机密 or 秘密, and its term after ★, as in 机密★1年 (GB/T 9704-2012 7.2.2)") \
    RULE(BAD_CLASSIFICATION_NEAR, "bad-classification", ERROR, CONTENT, \
         "“{0}”不是密级", "'{0}' is no classification", \
         "应当写作“{1}”（GB/T 9704-2012 7.2.2）", "write '{1}' (GB/T 9704-2012 7.2.2)") \
    RULE(CLASSIFICATION_DIGITS, "bad-classification", ERROR, CONTENT, \
         "“{0}”的保密期限没有用阿拉伯数字", "the term of '{0}' is not in Arabic digits", \
         "例如 机密★1年（GB/T 9704-2012 7.2.2）", "as in 机密★1年 (GB/T 9704-2012 7.2.2)") \
    RULE(BAD_ID, "bad-id", ERROR, CONTENT, \
         "编号“{0}”中有不能用的字符", "id '{0}' has characters that an id cannot have", \
         "编号由字母、数字、汉字和 - _ . 组成", \
         "an id is made of letters, digits, Han characters and - _ .") \
    RULE(DUPLICATE_ID, "duplicate-id", ERROR, CONTENT, \
         "编号“{0}”已用于{1}", "id '{0}' is already used at {1}", "", "") \
    RULE(SEAL_COUNT, "seal-count", ERROR, CONTENT, \
         "{0} 个发文机关，{1} 个印章", "issuers: {0}, seals: {1}", \
         "每个发文机关一个印章，按发文机关的次序写（GB/T 9704-2012 7.3.5.1）", \
         "one seal for each issuer, in their order (GB/T 9704-2012 7.3.5.1)") \
    RULE(STAMP_COUNT, "stamp-count", ERROR, CONTENT, \
         "{0} 个“职务”，{1} 个签名章", "posts: {0}, signature stamps: {1}", \
         "每个签名章左边是签发人的职务（GB/T 9704-2012 7.3.5.3）", \
         "each stamp has the post of who signs at its left (GB/T 9704-2012 7.3.5.3)") \
    RULE(STAMP_WITHOUT_POST, "stamp-without-post", ERROR, CONTENT, \
         "有签名章，没有签发人的“职务”", "there is a signature stamp and no 'post'", \
         "写上签发人职务，例如“职务: 市长”（GB/T 9704-2012 7.3.5.3）", \
         "add the post of who signs: 'post: 市长' (GB/T 9704-2012 7.3.5.3)") \
    RULE(POST_WITHOUT_STAMP, "post-without-stamp", WARNING, CONTENT, \
         "有签发人的“职务”，没有签名章，不排", "a post without a signature stamp is not set", \
         "手工盖章的，写“签名章: 是”", "write 'stamp: true' where it is stamped by hand") \
    RULE(POST_COUNT, "post-count", ERROR, CONTENT, \
         "{0} 个发文机关，{1} 个签发人职务", "issuers: {0}, posts: {1}", \
         "每个发文机关一行，职务标注全称（GB/T 9704-2012 7.3.5.3）", \
         "one for each issuer, in full (GB/T 9704-2012 7.3.5.3)") \
    RULE(SEAL_AND_STAMP, "seal-and-stamp", ERROR, CONTENT, \
         "印章和签名章只能有一种", "there can be seals or signature stamps, not both", "", "") \
    /* --- Markdown --- */ \
    RULE(NO_HEADING, "no-heading", ERROR, CONTENT, \
         "缺少一级标题（# …）", "there is no # heading", \
         "以“# 标题”一行开头", "begin with a line '# title'") \
    RULE(SECOND_HEADING, "second-heading", ERROR, CONTENT, \
         "一个文件只能有一个标题", "a file has exactly one heading", \
         "请把第二项另存为一个文件", "move the second one into a file of its own") \
    RULE(HEADING_ORDER, "heading-order", ERROR, CONTENT, \
         "标题级别应当逐级递增", "heading levels must go down one at a time", "", "") \
    RULE(HEADING_PLACE, "heading-place", ERROR, CONTENT, \
         "这里不能有标题", "no heading can stand here", "", "") \
    RULE(TOO_DEEP, "too-deep", ERROR, CONTENT, \
         "层次太深：公文的标题最多四级", "too deep: an official document has four levels of heading", \
         "", "") \
    RULE(FOLDER_IN_FINDING, "folder-in-finding", ERROR, CONTENT, \
         "一个问题的文件夹里不能再有文件夹“{0}”", "the folder of a finding cannot hold folder '{0}'", \
         "这里一条措施写成一个文件", "here each measure is a file") \
    RULE(ANNEXES_INDEX, "annexes-index", ERROR, CONTENT, \
         "annexes 文件夹不要 index.md", "the folder annexes has no index.md", \
         "一个附件写成一个文件，文件的一级标题（# …）就是附件的标题", \
         "each annex is a file, and its # heading is the annex's title") \
    RULE(FOLDER_IN_ANNEXES, "folder-in-annexes", ERROR, CONTENT, \
         "annexes 文件夹里不能再有文件夹“{0}”", "the folder annexes cannot hold folder '{0}'", \
         "这里一个附件写成一个文件，文件里可以有四级标题", \
         "here each annex is a file, which may have four levels of heading") \
    RULE(NO_FINDINGS, "no-findings", NOTE, CONTENT, \
         "没有问题，写出的台账是空的", "there are no findings: the ledger is written empty", "", "") \
    RULE(EMPTY_LEDGER, "empty-ledger", WARNING, CONTENT, \
         "台账里一个问题也没有", "no finding comes into this ledger", \
         "请检查文件头的“状态”“责任单位”", "check status and responsible of its front matter") \
    RULE(RAW_HTML, "raw-html", ERROR, CONTENT, \
         "正文中不能用 HTML", "HTML is not allowed in the text", \
         "只能用 <!-- … --> 写编者注；其余请改用普通文字", \
         "only <!-- … --> may stand, as an editor's note") \
    RULE(NOT_AN_ELEMENT, "not-an-element", ERROR, CONTENT, \
         "公文中没有{0}这种成分", "an official document has no {1}", \
         "请改写为普通段落或编号列表", "write it as a paragraph or a numbered list") \
    RULE(SECOND_LIST, "second-list", ERROR, CONTENT, \
         "一个问题只能有一组措施", "a finding has one list of measures", \
         "请把两组措施合并", "join the two lists") \
    RULE(EMPTY_TEXT, "empty-text", ERROR, CONTENT, \
         "这里没有文字", "there is no text here", "", "") \
    RULE(DELIMITER_ROW, "delimiter-row", ERROR, CONTENT, \
         "分隔行有 {0} 格，表头有 {1} 格", "cells in the delimiter row: {0}; in the head: {1}", \
         "表头下面的分隔行，每一列写一格 ---；格里的竖线写作 \\|", \
         "below the head stands one --- a column; a bar in a cell is written \\|") \
    RULE(DELIMITER_CELL, "delimiter-row", ERROR, CONTENT, \
         "分隔行的这一格不对", "this cell is none of a delimiter row", \
         "写作 ---、:---（靠左）、:---:（居中）或 ---:（靠右）", \
         "it is ---, :--- (left), :---: (centred) or ---: (right)") \
    RULE(RAGGED_ROW, "ragged-row", ERROR, CONTENT, \
         "这一行有 {0} 格，表头有 {1} 格", "cells in this row: {0}; in the head: {1}", \
         "每行的格数应与表头相同；没有内容的格也写竖线；格里的竖线写作 \\|", \
         "every row has as many cells as the head; an empty cell has its bar; a bar in a cell is " \
         "written \\|") \
    RULE(ROW_WITHOUT_BAR, "ragged-row", ERROR, CONTENT, \
         "表格里的这一行没有竖线", "this row of the table has no bar", \
         "表格之后的文字，前面空一行", "leave a blank line between the table and the text below") \
    RULE(NO_ROWS, "no-rows", ERROR, CONTENT, \
         "表格只有表头，没有内容", "the table has a head but no rows", \
         "在分隔行下面写表格的内容", "write its rows below the delimiter row") \
    RULE(NO_HEAD_ROW, "no-head-row", ERROR, CONTENT, \
         "分隔行上面没有表头", "there is no head above this delimiter row", \
         "表头紧接在分隔行上面，中间不空行", "the head is the line right above it") \
    RULE(NO_DELIMITER_ROW, "no-delimiter-row", ERROR, CONTENT, \
         "表格没有分隔行", "this table has no delimiter row", \
         "在表头下面加一行 | --- | --- |，每一列一格；表格中间不能有空行", \
         "below the head add | --- | --- |, a cell a column; a table has no blank lines in it") \
    RULE(FULL_WIDTH_BAR, "full-width-bar", ERROR, CONTENT, \
         "表格的竖线应当用半角", "the bars of a table are ASCII bars", \
         "把全角的“｜”改为“|”", "write | instead of ｜") \
    RULE(TABLE_PLACE, "table-place", ERROR, CONTENT, \
         "这里不能有{0}", "no {1} can stand here", \
         "表格、图片单独成段，顶格写，不放在列表和措施里", \
         "tables and images stand between paragraphs, not indented, outside lists and measures") \
    RULE(CAPTION_WITHOUT_TABLE, "caption-without-table", ERROR, CONTENT, \
         "这条表题下面没有表格", "this caption has no table below it", \
         "表题写在表格的正上方，中间没有别的文字；单位写在表题里：表1 收支情况（单位：万元）", \
         "a caption stands right above its table, nothing between them") \
    RULE(CAPTION_WITHOUT_FIGURE, "caption-without-figure", ERROR, CONTENT, \
         "图题应写在图片里", "the caption of an image is written in it", \
         "写作 ![图片内容](照片.png \"图1 现场情况\")", \
         "write ![what it shows](photo.png \"图1 …\")") \
    RULE(IMAGE_PLACE, "image-place", ERROR, CONTENT, \
         "图片应当单独成段", "an image is a paragraph of its own", \
         "图片前后各空一行，一段里只有一张图片", \
         "leave a blank line before and after it, one image a paragraph") \
    RULE(BROKEN_IMAGE, "broken-image", ERROR, CONTENT, \
         "图片的写法不对", "this is not the form of an image", \
         "写作 ![图片内容](照片.png \"图1 现场\")；文件名里有空格的，写在 < > 里", \
         "write ![what it shows](photo.png \"图1 …\"); a name with blanks stands in < >") \
    RULE(IMAGE_PATH, "image-path", ERROR, CONTENT, \
         "图片没有文件名", "the image names no file", \
         "写作 ![图片内容](照片.png)", "write ![what it shows](photo.png)") \
    RULE(DATA_ADDRESS, "data-address", ERROR, CONTENT, \
         "data: 地址有误", "a data: address that cannot be read", \
         "写作 data:image/png;base64,… 或 data:text/csv;base64,…", \
         "write data:image/png;base64,… or data:text/csv;base64,…") \
    RULE(NO_ALT, "no-alt", ERROR, CONTENT, \
         "图片没有替代文字", "the image has no alternative text", \
         "在方括号里写图片的内容：![图片内容](照片.png)，供看不到图片的人用", \
         "say between the brackets what it shows: ![what it shows](photo.png)") \
    RULE(ALT_TEXT, "alt-text", ERROR, CONTENT, \
         "替代文字里不能有引用和脚注", "alternative text has no references or footnotes", \
         "替代文字不印出来；引用、脚注写在图题里", \
         "alternative text is not printed; put them into the caption") \
    RULE(CSV_EMPTY, "csv-empty", ERROR, CONTENT, \
         "CSV 文件是空的", "the CSV file is empty", \
         "第一行是表头，以下每行是表格的一行", "its first line is the head, each line below a row") \
    RULE(CSV_NO_ROWS, "no-rows", ERROR, CONTENT, \
         "表格只有表头，没有内容", "the table has a head but no rows", \
         "第一行是表头，以下每行是表格的一行", "the first line is the head, each line below a row") \
    RULE(CSV_RAGGED_ROW, "ragged-row", ERROR, CONTENT, \
         "这一行有 {0} 格，表头有 {1} 格", "cells in this row: {0}; in the head: {1}", \
         "每行的逗号应当一样多；内容里有逗号的，加上引号：\"甲,乙\"", \
         "every row has as many commas; a value with commas stands in quotes: \"a,b\"") \
    RULE(CSV_OPEN_QUOTE, "csv-quote", ERROR, CONTENT, \
         "引号没有结束", "this quote does not end", \
         "在内容末尾加上引号；内容里的引号写两个：\"甲\"\"乙\"\"\"", \
         "end the value with a quote; a quote within it is written twice: \"a\"\"b\"\"\"") \
    RULE(CSV_AFTER_QUOTE, "csv-quote", ERROR, CONTENT, \
         "引号之后应当是逗号或行末", "after a quote comes a comma or the end of the line", \
         "内容里的引号写两个：\"甲\"\"乙\"\"\"", "a quote within a value is written twice: \"a\"\"b\"\"\"") \
    RULE(CSV_QUOTE, "csv-quote", ERROR, CONTENT, \
         "没有用引号括起来的内容里不能有引号", "a value without quotes around it holds no quotes", \
         "整个内容用引号括起来，里面的引号写两个：\"甲\"\"乙\"\"\"", \
         "put it in quotes, a quote within it twice: \"a\"\"b\"\"\"") \
    RULE(CSV_SEPARATOR, "csv-separator", ERROR, CONTENT, \
         "内容之间应当用逗号隔开", "values are divided by commas", \
         "另存为逗号分隔的 CSV；确实只有一列的，给表头加上引号", \
         "save it with commas; if there is one column, put its head in quotes") \
    RULE(SPREADSHEET, "image-format", ERROR, CONTENT, \
         "“{0}”是电子表格，不能直接排", "'{0}' is a spreadsheet and cannot be set as it is", \
         "另存为 CSV（UTF-8），写作 ![表1 收支情况](数据.csv)", \
         "save it as CSV (UTF-8) and write ![表1 …](data.csv)") \
    RULE(CSV_CAPTION, "csv-caption", ERROR, CONTENT, \
         "CSV 表格的表题应写在方括号里", "the caption of a CSV table stands between the brackets", \
         "写作 ![表1 收支情况](数据.csv)", "write ![表1 …](data.csv)") \
    RULE(NOTE_PLACE, "note-place", ERROR, CONTENT, \
         "这里不能有脚注", "no footnote can stand here", \
         "标题和脚注的文字里不能有脚注；写在正文、表格或题注里", \
         "none stands in headings or in footnotes; put it into text, a table or a caption") \
    RULE(NOTE_INDENT, "note-indent", ERROR, CONTENT, \
         "脚注的文字应当顶格写", "the text of a footnote begins at the start of a line", \
         "写在列表之外，前面不缩进", "write it outside lists, not indented") \
    RULE(NOTE_COLON, "note-colon", ERROR, CONTENT, \
         "脚注的冒号应当用半角", "the colon of a footnote is an ASCII colon", \
         "写作 [^1]: 脚注的文字", "write [^1]: text") \
    RULE(NOTE_BRACKETS, "note-brackets", ERROR, CONTENT, \
         "脚注的方括号应当用半角", "the brackets of a footnote are ASCII brackets", \
         "写作 [^1]", "write [^1]") \
    RULE(NOTE_CONTENT, "note-content", ERROR, CONTENT, \
         "脚注里只能有段落", "a footnote holds paragraphs only", "", "") \
    RULE(NOTE_WITHOUT_TEXT, "note-without-text", ERROR, CONTENT, \
         "脚注“{0}”没有文字", "footnote '{0}' has no text", \
         "在同一个文件里顶格写一行：[^{0}]: 脚注的文字", \
         "in the same file write a line [^{0}]: text") \
    RULE(UNUSED_NOTE, "unused-note", WARNING, CONTENT, \
         "没有引用脚注“{0}”，这条脚注不排", "nothing refers to footnote '{0}', so it is not set", \
         "在文字里写 [^{0}]，或删去这条脚注", "write [^{0}] in the text, or delete the note") \
    RULE(DUPLICATE_NOTE, "duplicate-note", ERROR, CONTENT, \
         "脚注“{0}”已有文字，在{1}", "footnote '{0}' has a text already, at {1}", \
         "一条脚注可以引用几次，文字只写一次", \
         "it may be referred to more than once, its text stands once") \
    RULE(ID_PLACE, "id-place", ERROR, CONTENT, \
         "这里不能写编号“{0}”", "id '{0}' cannot be given here", \
         "编号写在标题、表题的末尾，或图片之后", \
         "an id stands at the end of a heading or of a table's caption, or after an image") \
    RULE(SECOND_ID, "second-id", ERROR, CONTENT, \
         "已经有编号“{0}”", "there is an id already: '{0}'", \
         "只留一个编号", "keep one of the two") \
    RULE(BAD_LINK, "bad-link", ERROR, CONTENT, \
         "不允许的链接“{0}”", "link '{0}' is not allowed", \
         "链接应以 https:、http:、mailto:、tel: 或 # 开头", \
         "a link begins with https:, http:, mailto:, tel: or #") \
    RULE(LINK_TITLE, "link-title", ERROR, CONTENT, \
         "链接的引号里不能写这个", "this cannot stand in the quotes of a link", \
         "[](#编号 \"页\") 排成所指内容的页码；其他链接不写引号", \
         "[](#id \"page\") sets the number of a page; other links have no quotes") \
    RULE(UNKNOWN_MARK, "unknown-mark", ERROR, CONTENT, \
         "不认识的标记“{0}”", "unknown mark '{0}'", \
         "可以写：不断、专名、书名、着重；要排花括号，写 \\{", \
         "it may be: nobreak, proper, book, dot; a brace itself is written \\{") \
    RULE(UNKNOWN_MARK_NEAR, "unknown-mark", ERROR, CONTENT, \
         "不认识的标记“{0}”", "unknown mark '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    RULE(DUPLICATE_LABEL, "duplicate-label", WARNING, CONTENT, \
         "序号“{0}”已用于{1}", "number '{0}' is already used at {1}", \
         "表、图各自连续编号；附件里可以从 1 重新编起", \
         "tables and figures are numbered on; those of an annex may begin anew") \
    RULE(NO_LABEL, "no-label", ERROR, CONTENT, \
         "编号“{0}”所指的表或图没有序号，不能引用", \
         "the table or figure '{0}' has no number to refer to", \
         "在题注开头写序号，例如“表1 收支情况”", "begin its caption with a number, such as 表1") \
    RULE(UNKNOWN_REFERENCE, "unknown-reference", ERROR, CONTENT, \
         "没有编号为“{0}”的内容", "nothing has the id '{0}'", "", "") \
    RULE(UNKNOWN_REFERENCE_NEAR, "unknown-reference", ERROR, CONTENT, \
         "没有编号为“{0}”的内容", "nothing has the id '{0}'", \
         "是不是“{1}”？", "did you mean '{1}'?") \
    /* --- images --- */ \
    RULE(IMAGE_FORMAT, "image-format", ERROR, CONTENT, \
         "“{0}”不是图片，或者已经损坏", "'{0}' is no image, or is damaged", \
         "图片可以用 PNG、JPEG、SVG", "images are PNG, JPEG or SVG") \
    RULE(IMAGE_FORMAT_OTHER, "image-format", ERROR, CONTENT, \
         "“{0}”是 {1} 文件，不能用", "'{0}' is a {1} file and cannot be used", \
         "请另存为 PNG、JPEG 或 SVG", "save it as PNG, JPEG or SVG") \
    RULE(IMAGE_DAMAGED, "image-damaged", ERROR, CONTENT, \
         "图片“{0}”已损坏：{1}", "image '{0}' is damaged: {2}", \
         "请重新导出或重新复制这个文件", "export or copy the file again") \
    RULE(IMAGE_UNUSABLE, "image-unusable", ERROR, CONTENT, \
         "图片“{0}”不能用：{1}", "image '{0}' cannot be used: {2}", "", "") \
    RULE(SEAL_NOT_TRANSPARENT, "seal-not-transparent", ERROR, CONTENT, \
         "“{0}”不透明，会盖住文字", "'{0}' is not transparent and would hide the text", \
         "请去掉底色，存为背景透明的 PNG 或 SVG", \
         "take its ground away and save it as a PNG or SVG with a transparent one") \
    /* --- template --- */ \
    RULE(NO_TEMPLATE, "no-template", ERROR, CONTENT, \
         "没有名为“{0}”的模板", "there is no template '{0}'", \
         "现有模板：{1}", "templates: {1}") \
    RULE(NO_TEMPLATE_NEAR, "no-template", ERROR, CONTENT, \
         "没有名为“{0}”的模板", "there is no template '{0}'", \
         "是不是“{1}”？现有模板：{2}", "did you mean '{1}'? templates: {2}") \
    RULE(EXTENDS_CIRCLE, "extends-circle", ERROR, CONTENT, \
         "模板以自己为基础：{0}", "a template that extends itself: {0}", \
         "请把其中一处 extends 改为别的模板，或删去", \
         "let one of them extend another template, or none") \
    RULE(NO_DATA, "no-data", ERROR, ENVIRONMENT, \
         "找不到程序自带的模板文件夹“{0}”", "cannot find the program's templates '{0}'", \
         "请在程序的源文件夹中运行 make，或运行 make install", \
         "run make in the program's own folder, or make install") \
    RULE(TEMPLATE_FOLDER, "template-folder", ERROR, ENVIRONMENT, \
         "无法读取模板文件夹“{0}”", "cannot read the template folder '{0}'", \
         "请检查 --template-path 后的文件夹名称", "check the folder named with --template-path") \
    RULE(BAD_LENGTH, "bad-length", ERROR, CONTENT, \
         "“{0}”不是长度", "'{0}' is no length", \
         "长度写作 156mm、16pt、三号、2cell 等", "write lengths as 156mm, 16pt, 三号, 2cell") \
    RULE(BAD_TEMPLATE, "bad-template", ERROR, CONTENT, \
         "模板有误：{0}", "template: {1}", "", "") \
    /* --- fonts --- */ \
    RULE(NO_FONT_MANIFEST, "no-font-manifest", ERROR, ENVIRONMENT, \
         "找不到字体清单“{0}”", "cannot read the font manifest '{0}'", \
         "请先运行 make setup", "run make setup first") \
    RULE(FONT_FOLDER, "font-folder", ERROR, ENVIRONMENT, \
         "无法读取字体文件夹“{0}”", "cannot read the font folder '{0}'", \
         "请检查 --font-path 后的文件夹名称", "check the folder named with --font-path") \
    RULE(FONT_MISSING, "font-missing", ERROR, ENVIRONMENT, \
         "缺少字体“{0}”（用于{1}）", "font '{0}' (for {1}) is missing", \
         "请运行 make setup，或用 --font-path 指出字体所在文件夹", \
         "run make setup, or name the folder of the font with --font-path") \
    RULE(FONT_BROKEN, "font-broken", ERROR, ENVIRONMENT, \
         "字体文件“{0}”无法使用：{1}", "font file '{0}' cannot be used: {1}", "", "") \
    RULE(NO_GLYPH, "no-glyph", ERROR, ENVIRONMENT, \
         "“{0}”（{1}）在{2}的字体中都没有字形", "no font of {2} has a glyph for '{0}' ({1})", \
         "请改用其他字，或用 --font-path 加上含有该字的字体", \
         "use another character, or add a font that has it with --font-path") \
    RULE(BLANK_GLYPH, "blank-glyph", ERROR, ENVIRONMENT, \
         "“{0}”（{1}）在字体“{2}”中是空白", "'{0}' ({1}) is blank in font '{2}'", \
         "请改用其他字，或用 --font-path 加上含有该字的字体", \
         "use another character, or add a font that has it with --font-path") \
    /* --- layout --- */ \
    RULE(PAGE_REFERENCES, "page-references", WARNING, CONTENT, \
         "引用的页码排进去以后，所指的内容移到了别的页上", \
         "with the numbers of pages set, what they refer to stands on other pages", \
         "改动引用页码之处的文字，使行数不因页码而变", \
         "reword the text around references to pages") \
    RULE(OVERFULL, "overfull", ERROR, CONTENT, \
         "这里的内容比一页还高，排不下", "this is higher than a page", \
         "把文字或表格的一行改短，或分成几行", "shorten the text or the row of the table, or divide it") \
    RULE(LONG_NOTES, "long-notes", ERROR, CONTENT, \
         "脚注太长，同它所注的文字排不到一面", \
         "the footnotes of one line are too long to share a page with it", \
         "把注文改短，或移到正文里", "shorten the notes, or move them into the text") \
    RULE(TABLE_TOO_WIDE, "table-too-wide", WARNING, CONTENT, \
         "表格太宽，横排也排不下，格中的词被断开", \
         "the table is too wide even for a turned page: words in its cells are broken", \
         "减少栏数，或改短格中的词", "fewer columns, or shorter words in its cells") \
    RULE(FORCED_BREAK, "forced-break", WARNING, CONTENT, \
         "这一行没有可以断开的地方，只得从中断开", "this line had to be broken where no break is allowed", \
         "请改写，例如拆短过长的词或网址", "reword it: shorten the long word or address") \
    RULE(BROKEN_SPAN, "broken-span", WARNING, CONTENT, \
         "标为“不断”的文字比一行还长，只得断开", \
         "text marked 'nobreak' is longer than a line and had to be broken", \
         "请只标名称本身", "mark the name alone") \
    RULE(TOO_MANY_PAGES, "too-many-pages", ERROR, CONTENT, \
         "超过 {0} 页", "more than {0} pages", "", "") \
    RULE(ENDING_PITCH_SHRUNK, "ending-pitch-shrunk", NOTE, CONTENT, \
         "为使署名、成文日期与正文同面，第 {0} 面行距缩小 {1}%（GB/T 9704-2012 7.3.5.5）", \
         "line pitch of page {0} made {1}% closer, so that signature and date stand with text " \
         "(GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_OFF_GRID, "ending-pitch-shrunk", NOTE, CONTENT, \
         "为使署名、成文日期与正文同面，第 {0} 面的行不对齐网格（GB/T 9704-2012 7.3.5.5）", \
         "lines of page {0} set off the grid, so that signature and date stand with text " \
         "(GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_PITCH_STRETCHED, "ending-pitch-stretched", NOTE, CONTENT, \
         "第 {0} 面因末尾的行移到下一面，行距加大 {1}%（GB/T 9704-2012 7.3.5.5）", \
         "line pitch of page {0} made {1}% wider, since its last lines moved to the next page " \
         "(GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_TRACKED_IN, "ending-tracked-in", NOTE, CONTENT, \
         "为使署名、成文日期与正文同面，这一段字距缩小 {0}%，少排一行（GB/T 9704-2012 7.3.5.5）", \
         "characters of this paragraph set {0}% closer, in fewer lines, so that signature and " \
         "date stand with text (GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_TRACKED_OUT, "ending-tracked-out", NOTE, CONTENT, \
         "为使署名、成文日期与正文同面，这一段字距加大 {0}%，多排一行（GB/T 9704-2012 7.3.5.5）", \
         "characters of this paragraph set {0}% wider, in more lines, so that signature and " \
         "date stand with text (GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_PUSHED, "ending-pushed", NOTE, CONTENT, \
         "为使署名、成文日期与正文同面，正文末 {1} 行一同排到第 {0} 面（GB/T 9704-2012 7.3.5.5）", \
         "the last {1} lines of text set on page {0}, so that signature and date stand with text " \
         "(GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_APART, "ending-apart", WARNING, CONTENT, \
         "署名、成文日期太长，第 {0} 面排不下应当同面的正文（GB/T 9704-2012 7.3.5.5）", \
         "signature and date are too long to stand with text on page {0} " \
         "(GB/T 9704-2012 7.3.5.5)", "", "") \
    RULE(ENDING_ALONE, "ending-apart", WARNING, CONTENT, \
         "正文以横排的表格结尾，第 {0} 面只有署名、成文日期", \
         "the text ends with a turned table: page {0} has nothing but signature and date", \
         "在表格后面写一两行正文，或把表格移到附件", \
         "write a line or two of text after the table, or make it an annex") \
    RULE(LOW_RESOLUTION, "low-resolution", WARNING, CONTENT, \
         "图片“{0}”排成 {1} 毫米宽，每英寸只有 {2} 像素", \
         "image '{0}' is set {1} mm wide with only {2} pixels an inch", \
         "印刷出来会模糊；请换用宽 {3} 像素以上的图片", \
         "in print it looks blurred: use one that is at least {3} pixels wide") \
    RULE(IMPRINT_ROOM, "imprint-room", ERROR, CONTENT, \
         "版记一面排不下", "the imprint is higher than a page", \
         "请减少主送机关、抄送机关", "fewer recipients and copies") \
    RULE(SEAL_SCALED, "seal-scaled", NOTE, CONTENT, \
         "印章图片宽 {0} 毫米，不像印章，按 {1} 毫米排", \
         "the image of the seal is {0} mm wide, which no seal is; set {1} mm wide", "", "") \
    RULE(RECIPIENTS_MOVED, "recipients-moved", NOTE, CONTENT, \
         "主送机关有 {0} 行，排在首页就排不下正文，移到版记（GB/T 9704-2012 7.3.2）", \
         "with the recipients in lines: {0}, the first page has no room for text; set in the imprint " \
         "(GB/T 9704-2012 7.3.2)", "", "") \
    RULE(RECIPIENTS_LONG, "recipients-moved", NOTE, CONTENT, \
         "主送机关有 {0} 行，模板至多排 {1} 行，移到版记", \
         "lines of recipients: {0}, the template has room for {1}; set in the imprint", "", "") \
    RULE(PRINTED_ROWS, "printed-rows", WARNING, CONTENT, \
         "印发机关和印发日期一行排不下，排成 {0} 行", \
         "who printed it and when have no room on one line, set in lines: {0}", \
         "请用印发机关的规范化简称（GB/T 9704-2012 7.4.3）", \
         "take the standard short name of the organ (GB/T 9704-2012 7.4.3)") \
    RULE(IMPRINT_ALONE, "imprint-alone", NOTE, CONTENT, \
         "版记在末面的正文之下排不下，单独排在第 {0} 面", \
         "the imprint has no room below the text and stands alone on page {0}", \
         "末面少排 {1} 行，版记就排得下", "lines to save on the last page of text: {1}") \
    RULE(IMPRINT_HIGH, "imprint-alone", NOTE, CONTENT, \
         "版记在末面的正文之下排不下，单独排在第 {0} 面", \
         "the imprint has no room below the text and stands alone on page {0}", \
         "请减少主送机关、抄送机关", "fewer recipients and copies") \
    RULE(ELEMENT_MISSING, "element-missing", WARNING, CONTENT, \
         "模板“{2}”要有“{1}”（{0}），没有写", "template '{2}' has a place for '{0}', which is not given", \
         "在文件开头两行 --- 之间加上“{1}: …”", "add '{0}: …' between the two --- lines at the top") \
    RULE(NO_COPY_NUMBER, "no-copy-number", WARNING, CONTENT, \
         "涉密公文没有份号", "a classified document without copy number", \
         "涉密公文应当标注份号：加上“份号: 1”（GB/T 9704-2012 7.2.1）", \
         "each copy of a classified document has a number: add 'copy-number: 1'" \
         " (GB/T 9704-2012 7.2.1)") \
    RULE(BAD_DOCUMENT_NUMBER, "bad-document-number", ERROR, CONTENT, \
         "发文字号“{0}”：{1}", "document number '{0}': {2}", \
         "应当写作“{3}”（GB/T 9704-2012 7.2.5）", "write '{3}' (GB/T 9704-2012 7.2.5)") \
    RULE(UNUSUAL_DOCUMENT_NUMBER, "unusual-document-number", WARNING, CONTENT, \
         "“{0}”不像发文字号", "'{0}' does not look like a document number", \
         "一般写作“{1}”（GB/T 9704-2012 7.2.5）", "as a rule: '{1}' (GB/T 9704-2012 7.2.5)") \
    RULE(MARK_SMALL, "mark-small", WARNING, CONTENT, \
         "发文机关标志只排得下 {0} 毫米大的字，比标题的字（{1} 毫米）还小", \
         "the mark of the issuers has room for characters of {0} mm only, smaller than the title's " \
         "({1} mm)", \
         "用“发文机关标志”写规范化简称，联合行文可以只写主办机关（GB/T 9704-2012 7.2.4）", \
         "give 'masthead' the standard short name, of a joint document the lead organ's alone " \
         "(GB/T 9704-2012 7.2.4)") \
    RULE(MARK_UNREADABLE, "mark-small", ERROR, CONTENT, \
         "发文机关标志只排得下 {0} 毫米大的字，看不清", \
         "the mark of the issuers has room for characters of {0} mm only, too small to be read", \
         "用“发文机关标志”写规范化简称，联合行文可以只写主办机关（GB/T 9704-2012 7.2.4）", \
         "give 'masthead' the standard short name, of a joint document the lead organ's alone " \
         "(GB/T 9704-2012 7.2.4)") \
    RULE(MASTHEAD_OVERLAP, "masthead-overlap", ERROR, CONTENT, \
         "版头里“{0}”同“{1}”叠在一起", "in the masthead '{0}' overprints '{1}'", \
         "请缩短其中一项；用单位自有模板的，改 masthead 的 top、number", \
         "shorten one of them; in a template of your own change top or number of masthead") \
    RULE(MASTHEAD_WIDE, "masthead-wide", ERROR, CONTENT, \
         "“{0}”太长，超出版心", "'{0}' is too long for the text block", \
         "请缩短", "shorten it") \
    RULE(SIGNATORY_ROOM, "signatory-room", WARNING, CONTENT, \
         "发文字号和签发人在一行里排不下", "document number and signatories have no room on a line", \
         "请缩短发文机关代字，或减少签发人姓名之间的空隙（模板 masthead 的 signatory）", \
         "shorten the office's code, or the gaps between names (signatory in the template's masthead)") \
    RULE(FIRST_PAGE_TEXT, "first-page-text", WARNING, CONTENT, \
         "首页没有正文（GB/T 9704-2012 7.3.3）", \
         "the first page shows no text (GB/T 9704-2012 7.3.3)", \
         "请缩短标题、主送机关，或减少联合行文的机关", \
         "shorten the title or the recipients, or take fewer issuers") \
    RULE(NOT_SET, "not-set", WARNING, CONTENT, \
         "模板“{2}”不排“{1}”（{0}）", "template '{2}' does not set '{0}'", \
         "请改用有这一要素的模板，或删去这一项", \
         "use a template that has this element, or delete the key") \
    /* --- output --- */ \
    RULE(OUTPUT_FORMAT, "output-format", ERROR, USAGE, \
         "不知道怎样写“{0}”", "cannot tell what to write to '{0}'", \
         "文件名以 .pdf、.png、.svg、.html、.txt 或 .md 结尾", \
         "end the name in .pdf, .png, .svg, .html, .txt or .md") \
    RULE(EXPORT_FORMAT, "output-format", ERROR, USAGE, \
         "不知道怎样写“{0}”", "cannot tell what to write to '{0}'", \
         "文件名以 .csv 或 .json 结尾，或用 --as 指明", "end the name in .csv or .json, or say --as") \
    RULE(NOT_IN_ONE_FILE, "not-in-one-file", ERROR, CONTENT, \
         "一个 Markdown 文件里写不出：{0}", "one Markdown file has no words for this: {1}", \
         "改写这里，或保留文件夹的写法", "write it otherwise, or keep the folder") \
    RULE(OUTPUT_FOLDER, "output-folder", ERROR, ENVIRONMENT, \
         "输出文件夹“{0}”不存在", "the output folder '{0}' does not exist", \
         "请先建立这个文件夹", "make the folder first") \
    RULE(OUTPUT_IS_FOLDER, "output-is-folder", ERROR, ENVIRONMENT, \
         "“{0}”是文件夹，不能写成文件", "'{0}' is a folder", "", "") \
    RULE(OUTPUT_WRITE, "output-write", ERROR, ENVIRONMENT, \
         "无法写入“{0}”：{1}", "cannot write '{0}': {2}", \
         "原有文件未改动", "the old file is as it was") \
    RULE(OUTPUT_STREAM, "output-write", ERROR, ENVIRONMENT, \
         "无法写入“{0}”：{1}", "cannot write '{0}': {2}", "", "") \
    RULE(OUTPUT_UNCONFIRMED, "output-unconfirmed", ERROR, ENVIRONMENT, \
         "“{0}”已写成新文件，但磁盘没有确认保存：{1}", \
         "'{0}' is the new file, but the disk did not confirm it: {2}", "", "") \
    RULE(OUTPUT_IS_SOURCE, "output-is-source", ERROR, USAGE, \
         "输出“{0}”会盖掉源文件", "output '{0}' would replace a source", "", "") \
    RULE(OLD_PAGE, "old-pages", NOTE, CONTENT, \
         "“{0}”是这次没有的一页，原样留着", \
         "'{0}' is of a page that there is no longer; it is left as it is", \
         "不需要就删去", "delete it if nobody needs it") \
    RULE(OLD_PAGES, "old-pages", NOTE, CONTENT, \
         "“{0}”至“{1}”是这次没有的页，原样留着", \
         "'{0}' to '{1}' are of pages that there are no longer; they are left as they are", \
         "不需要就删去", "delete them if nobody needs them") \
    RULE(DRAWING, "drawing", ERROR, ENVIRONMENT, \
         "绘制失败：{0}", "drawing failed: {0}", "", "") \
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
    RULE(CANNOT_SERVE, "cannot-serve", ERROR, ENVIRONMENT, \
         "不能在 127.0.0.1:{0} 上听：{1}", "cannot listen on 127.0.0.1:{0}: {1}", \
         "不写端口就任选一个：--serve", "without a port any free one is taken: --serve") \
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
    RULE(DEPS_MANY, "usage", ERROR, USAGE, \
         "几份通报的 --deps 要有 {}", "--deps of several bulletins needs {}", \
         "例如 --deps 'deps/{}.d'", "as in --deps 'deps/{}.d'") \
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

typedef enum {
#define RULE(symbol, ...) RULE_##symbol,
    DIAG_RULES(RULE)
    CHECK_RULES(RULE)
#undef RULE
    RULE_COUNT
} RuleId;
/* clang-format on */

#endif
