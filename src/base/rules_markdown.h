/* Markdown, tables, footnotes and images. Columns: rules.h. */
#ifndef MKB_BASE_RULES_MARKDOWN_H
#define MKB_BASE_RULES_MARKDOWN_H

/* clang-format off */
#define MARKDOWN_RULES(RULE) \
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
    RULE(CODE_SPAN, "not-an-element", ERROR, CONTENT, \
         "公文中没有行内代码这种成分", "an official document has no code span", \
         "照原样排的命令、文件名，写作 [命令]{原样}", \
         "a command or name that is set as it stands is written [command]{verbatim}") \
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
    RULE(CAPTION_IN_TEXT, "caption-in-text", ERROR, CONTENT, \
         "这条表题同上面的文字是一段", "this caption is a part of the paragraph above it", \
         "在表题前面空一行", "leave a blank line before it") \
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
         "可以写：不断、专名、书名、着重、原样；要排花括号，写 \\{", \
         "it may be: nobreak, proper, book, dot, verbatim; a brace itself is written \\{") \
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
         "take its ground away and save it as a PNG or SVG with a transparent one")
/* clang-format on */

#endif
