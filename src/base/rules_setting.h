/* Templates, fonts, layout and output. Columns: rules.h. */
#ifndef MKB_BASE_RULES_SETTING_H
#define MKB_BASE_RULES_SETTING_H

/* clang-format off */
#define SETTING_RULES(RULE) \
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
    RULE(RAGGED_LINE, "ragged-line", NOTE, CONTENT, \
         "这一行的英文词太长，没有排满", "this line is not filled: its words are too long", \
         "要排满，就改写，使长词不排在一起", "to fill it reword it, so that long words do not meet") \
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
    RULE(OUTPUT_NOT_UNDONE, "output-not-undone", ERROR, ENVIRONMENT, \
         "“{0}”已写成新文件，不能恢复原有文件：{1}", \
         "'{0}' is the new file, and the old one cannot be put back: {2}", \
         "同一次写出的其他文件是旧的；请看磁盘，再写一次", \
         "others of this run are old: look at the disk, and write them again") \
    RULE(OUT_OF_MEMORY, "out-of-memory", ERROR, ENVIRONMENT, \
         "内存不足", "out of memory", "", "") \
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
         "绘制失败：{0}", "drawing failed: {0}", "", "")
/* clang-format on */

#endif
