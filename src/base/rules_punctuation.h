/* Editorial rules of punctuation marks; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_PUNCTUATION_H
#define MKB_BASE_RULES_PUNCTUATION_H

/* clang-format off */
#define PUNCTUATION_RULES(EDIT) \
    EDIT(TITLES_PAUSE, "pause-between-titles", "P01", WARNING, FIXED, \
         "并列的书名号或引号之间不用顿号", "no 、 between titles or quotations side by side", \
         "删去这个顿号", "delete the mark", \
         "GB/T 15834-2011 4.5.3.5", \
         "书名号、引号已经把各项分开，顿号是多余的；中间还有别的成分（如括号里的说明）时才用。", \
         "the marks around them part the members already; 、 is right only where something else," \
         " such as a note in brackets, stands between them.") \
    EDIT(ORDINAL_MARK, "ordinal-mark", "P02", WARNING, FIXED, \
         "序号后的“{0}”用得不对", "wrong mark '{0}' after an ordinal", \
         "一、用顿号，1.用下脚点，（一）（1）①之后不用标点", \
         "一 takes 、 and 1 takes a full stop; nothing follows （一）, （1） and ①", \
         "GB/T 15834-2011 4.5.3.4", \
         "括号、圆圈本身就把序号分开了；阿拉伯数字后的顿号会同并列的数混淆。", \
         "brackets and circles part an ordinal by themselves; 、 after Arabic digits reads as a list" \
         " of numbers.") \
    EDIT(ORDINAL_WORD, "ordinal-word-mark", "P03", WARNING, FIXED, \
         "“首先”“第一”“其一”之后不用顿号", "no 、 after 首先, 第一, 其一", \
         "用逗号", "use ，", \
         "GB/T 15834-2011 4.4.3", \
         "这类序次语是句中的词，同后面的话之间是逗号的停顿。", \
         "these ordinals are words of the sentence, and the pause after them is that of a comma.") \
    EDIT(ABOUT_PAUSE, "approximate-number-mark", "P04", WARNING, FIXED, \
         "表示概数的“{0}”中间不用顿号", "no 、 within the approximate number '{0}'", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15834-2011 4.5.3.6", \
         "相邻两个数连用表示大概多少；加了顿号就成了两个数。", \
         "two adjacent numbers together mean 'about'; 、 makes two numbers of them.") \
    EDIT(COLON_TWICE, "colon-in-colon", "P05", NOTE, BY_HAND, \
         "一句话里套用了两个冒号", "a second colon within one sentence", \
         "把其中一个改为逗号，或另起一句", "change one of them to a comma, or begin a new sentence", \
         "GB/T 15834-2011 4.7", \
         "冒号提起下文，套用时看不出提到哪里为止。", \
         "a colon announces what follows; with one inside another, nobody sees where that ends.") \
    EDIT(STOP_IN_SERIES, "stop-in-series", "P06", WARNING, BY_HAND, \
         "以分号隔开的并列项里用了句号", "a full stop within a series that is parted by ；", \
         "把这个句号改为逗号，或各项都以句号结束", "use a comma here, or end every item with 。", \
         "GB/T 15834-2011 A.5", \
         "句号的停顿比分号大；一项里有了句号，各项的末尾就不能再用分号。", \
         "a full stop is a greater pause than ；, so items that hold one cannot end with ；.") \
    EDIT(RANGE_MARK, "range-mark", "P07", WARNING, FIXED, \
         "起止“{0}”的连接号用得不对", "wrong mark in the range '{0}'", \
         "写作“{1}”：数值的范围用～，时间的起止用—", "write '{1}': ～ between amounts, — between times", \
         "GB/T 15834-2011 4.13.3", \
         "短横线用于编号、电话；用在数值之间像负号，用在年份之间像编号。", \
         "the hyphen belongs to codes and telephone numbers; between amounts it reads as a minus," \
         " between years as a code.") \
    EDIT(DIGITS_PAUSE, "digits-pause", "P08", NOTE, BY_HAND, \
         "一串小数“{0}”之间用了顿号", "decimals parted by 、: '{0}'", \
         "编辑惯例是用逗号", "editors part them with ，", "", \
         "数字、字母小，顿号在它们旁边不醒目，容易看成小数点。", \
         "digits are small, and 、 beside them is easily taken for a decimal point.") \
    EDIT(STOP_IN_QUOTE, "stop-in-quote", "P09", WARNING, BY_HAND, \
         "引号里的句号放错了地方", "a full stop misplaced within quotation marks", \
         "引的不是独立的整句，句末的标点放在引号外面", \
         "what is quoted is no sentence of its own; put the mark outside", \
         "GB/T 15834-2011 A.7", \
         "只有完整、独立引用的句子才把句号留在引号里面；引号之后话还没完，里面就不能有句号。", \
         "only a whole sentence quoted on its own keeps its full stop; where the sentence goes on" \
         " after the quotation there can be none inside.") \
    EDIT(CAPTION_END, "caption-end", "P10", WARNING, BY_HAND, \
         "表、图的标题以“{0}”结尾", "a caption ends with '{0}'", \
         "删去", "delete it", \
         "GB/T 15834-2011 A.1", \
         "题注是短语，不是句子；即使中间有标点，末尾也不用句号。", \
         "a caption is a phrase and takes no full stop at its end, whatever marks it has inside.") \
    EDIT(NO_TITLE, "not-a-title", "P11", WARNING, BY_HAND, \
         "“{0}”不是作品或文件，不用书名号", "'{0}' is no work or document and takes no 《》", \
         "改用引号，或不加", "use quotation marks or none", \
         "GB/T 15834-2011 A.13", \
         "书名号只用于书、文件、报刊、节目等；证照、会议、机构、活动、奖项的名称不用。", \
         "《》 is for books, documents, papers and programmes; not for certificates, meetings," \
         " bodies, activities and prizes.") \
    EDIT(NESTED_PAIR, "nested-pair", "P12", ERROR, FIXED, \
         "“{0}”里面又用了“{0}”", "'{0}' within '{0}'", \
         "里面一层用“{1}”", "use '{1}' for the inner one", \
         "GB/T 15834-2011 4.8, 4.15", \
         "两层相同，看不出哪一个是外层的结束。", \
         "with both alike nobody sees which mark ends the outer one.") \
    EDIT(HALF_WIDTH_MARK, "half-width-mark", "P13", ERROR, FIXED, \
         "汉字旁边用了半角的“{0}”", "half-width '{0}' beside Chinese", \
         "应当用全角的“{1}”", "use the full-width '{1}'", \
         "GB/T 15834-2011 5.1", \
         "公文的标点占一个字的位置；半角标点是西文用的，排在汉字旁边疏密不匀，行首行尾的规定也管不到它。", \
         "marks of Chinese text take the room of a character; half-width ones belong to Latin text," \
         " look uneven beside Han, and escape the rules for the beginnings and ends of lines.") \
    EDIT(DOTS_AND_DASHES, "ellipsis-or-dash", "P14", WARNING, FIXED, \
         "“{0}”不是规范的省略号或破折号", "'{0}' is no proper ellipsis or dash", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15834-2011 4.10, 4.11", \
         "省略号是六个点“……”，破折号是两个字长的“——”，各占两个字的位置，中间不断行。", \
         "an ellipsis is six dots …… and a dash is ——, each as wide as two characters and never" \
         " broken over a line.") \
    EDIT(ETC_MARK, "mark-before-etc", "P15", WARNING, FIXED, \
         "“等”前面的顿号、同“等”连用的省略号是多余的", \
         "、 before 等, and an ellipsis beside it, are too much", \
         "删去", "delete it", \
         "GB/T 15834-2011 4.5, A.9", \
         "“等”已经表示列举未尽，前面不再停顿，也不再用省略号。", \
         "等 says that the list goes on: it is not paused before, and needs no ellipsis.") \
    EDIT(LIST_END, "list-end-mark", "P16", ERROR, FIXED, \
         "这里的“{0}”由版式去加，不要写", "'{0}' here is the layout's to set", \
         "删去；附件名称之后没有标点，主送机关最后是冒号，抄送机关最后是句号", \
         "delete it: nothing follows the name of an annex, ： the recipients, 。 the copies", \
         "GB/T 9704-2012 7.3.2, 7.3.4, 7.4.2", \
         "附件名称后面不加标点；主送、抄送末尾的标点写了又加，就成了两个。", \
         "the name of an annex takes no mark, and one that is typed after recipients is set twice.") \
    EDIT(HEADING_END, "heading-end", "P17", WARNING, FIXED, \
         "独立成行的标题以“{0}”结尾", "a heading on a line of its own ends with '{0}'", \
         "删去", "delete it", "", \
         "标题独占一行，换行就是停顿；后面接排正文的才用句号。全篇要一致。", \
         "the end of its line is pause enough; only a heading that runs into the text takes 。, and" \
         " all of a bulletin should be alike.") \
    EDIT(QUOTED_PARAGRAPHS, "quoted-paragraphs", "P18", WARNING, BY_HAND, \
         "上一段的引文没有结束，这一段开头缺前引号", \
         "the quotation goes on from the last paragraph, and “ is missing here", \
         "连续引用几段，每段开头都用“，只在最后一段末尾用”", \
         "each paragraph begins with “, and only the last ends with ”", \
         "GB/T 15834-2011 4.8", \
         "不这样写，读到这里不知道还在不在引文里。", \
         "else the reader cannot know that the quotation still goes on.") \
    EDIT(NUMBER_BRACKETS, "document-number-form", "P19", ERROR, FIXED, \
         "发文字号“{0}”写法不规范", "document number '{0}' is not in its form", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 9704-2012 7.2.5", \
         "年份用六角括号〔〕，写全四位；序号不加“第”，不编虚位（1不编为01）。", \
         "the year stands in 〔〕 with four digits; the number has neither 第 nor zeros before it.") \
    EDIT(UNPAIRED, "unpaired-mark", "P20", ERROR, BY_HAND, \
         "“{0}”没有配对", "'{0}' is not paired", \
         "补上另一半，或删去这一半", "add the other half or delete this one", \
         "GB/T 15834-2011 4.8, 4.9, 4.15", \
         "括号、引号、书名号都成对；缺了一半，引到哪里、注到哪里就不清楚。", \
         "brackets, quotation marks and 《》 come in pairs; without a half it is not clear how far" \
         " they reach.") \
    EDIT(STRAIGHT_QUOTE, "straight-quote", "P21", ERROR, FIXED, \
         "汉字旁边用了直引号 {0}", "straight quotation mark {0} beside Chinese", \
         "用“”或‘’", "use “” or ‘’", \
         "GB/T 15834-2011 4.8.2", \
         "中文的引号分前后两半；直引号分不出，排版也不知道它该靠哪一边。", \
         "Chinese quotation marks have an opening and a closing half; a straight one does not tell" \
         " which it is.") \
    EDIT(BLANK, "blank", "P22", WARNING, FIXED, \
         "这里不用空格", "no blank is wanted here", \
         "删去；汉字与数字、字母之间的空隙由版式去留", \
         "delete it; the layout leaves what room Han and digits need", \
         "", \
         "手工的空格宽窄不一，两端对齐时会被拉大，有的地方有、有的地方没有，更不整齐。", \
         "typed blanks grow when lines are justified, and stand here and not there.") \
    EDIT(TRAILING_BLANK, "trailing-blank", "P23", NOTE, BY_HAND, \
         "行尾有空格", "blanks at the end of the line", \
         "删去", "delete them", "", \
         "看不见，多一个就成了强制换行，比较两稿时又处处显出改动。", \
         "they are not seen; one more would break the line, and they show up when drafts are compared.") \
    EDIT(DOUBLED_MARK, "doubled-mark", "P24", ERROR, FIXED, \
         "标点“{0}”重复或冲突", "the marks '{0}' are doubled or at odds", \
         "只留一个", "keep one", \
         "GB/T 15834-2011 5.1", \
         "一处停顿只用一个点号；多出的一般是修改时留下的。", \
         "one pause takes one mark; the other is mostly left over from a change.") \
    EDIT(FINAL_MARK, "missing-final-mark", "P25", WARNING, BY_HAND, \
         "这一段末尾没有句末的标点", "this paragraph does not end with a final mark", \
         "补上句号", "add 。", \
         "GB/T 15834-2011 4.1.3", \
         "读者不知道话是说完了，还是漏了。", \
         "the reader cannot tell whether the text ends here or something is lost.") \
    EDIT(MARK_VARIANT, "mark-variant", "P26", WARNING, FIXED, \
         "“{0}”不是规范的字符", "'{0}' is not the proper character", \
         "用“{1}”", "use '{1}'", \
         "GB/T 15834-2011 4.13, 4.15", \
         "样子相近，位置、宽窄、行首行尾的规定都不同，查找时也找不到。", \
         "they look alike, yet differ in place, width and rules at line ends, and searching misses" \
         " them.") \
    EDIT(CORNER_BRACKET, "corner-bracket", "P27", WARNING, FIXED, \
         "横排的简体公文不用“{0}”", "'{0}' is not used in horizontal simplified text", \
         "用“{1}”", "use '{1}'", \
         "GB/T 15834-2011 4.8.2, 5.2", \
         "「」『』是竖排和繁体的引号；横排用“”‘’。", \
         "they are the quotation marks of vertical and traditional text.") \
    EDIT(STANDARD_NUMBER, "standard-number-dash", "P28", NOTE, FIXED, \
         "标准编号“{0}”的年份之前是短横线", "a hyphen before the year of the standard '{0}'", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15834-2011 4.13.3", \
         "标准编号与年份之间用一字线；短横线也常见，所以只是提示。", \
         "— stands between the number and the year of a standard; the hyphen is common, so this is" \
         " only a note.")
/* clang-format on */

#endif
