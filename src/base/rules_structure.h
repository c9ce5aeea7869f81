/* Editorial rules of how a bulletin is built; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_STRUCTURE_H
#define MKB_BASE_RULES_STRUCTURE_H

/* clang-format off */
#define STRUCTURE_RULES(EDIT) \
    EDIT(TYPED_NUMBER, "typed-number", "S01", ERROR, FIXED, \
         "手写的序号“{0}”，排出来会有两个", "the number '{0}' is typed, and will be set twice", \
         "删去；标题、措施、列表的序号由程序加", \
         "delete it: headings, measures and lists are numbered by the program", \
         "GB/T 9704-2012 7.3.3", \
         "程序已经编号，再手写一个，就成了“一、一、”；以后调整次序，手写的还会错。", \
         "the program numbers already; a typed number is set beside its own, and is wrong once the" \
         " order changes.") \
    EDIT(SERIES_ORDER, "series-order", "S02", ERROR, BY_HAND, \
         "这里应当是“{1}”，写的是“{0}”", "'{0}' where '{1}' is expected", \
         "补上漏写的一条，或者改序号", "add what is missing, or correct the number", \
         "", \
         "一是、二是……应当从一起，不缺，不重，次序不乱。", \
         "一是, 二是 … begin with one, and none is missing, repeated or out of order.") \
    EDIT(SERIES_ALONE, "series-order", "S02", ERROR, BY_HAND, \
         "只有“{0}”，没有“{1}”", "'{0}' without '{1}'", \
         "只有一条的，不编号", "what is alone is not numbered", \
         "", \
         "一是、二是……应当从一起，不缺，不重，次序不乱。", \
         "一是, 二是 … begin with one, and none is missing, repeated or out of order.") \
    EDIT(STATED_COUNT, "stated-count", "S03", ERROR, BY_HAND, \
         "写的是“{0}”，列出的有{1}", "'{0}' is stated, but there are {1}", \
         "核对：数目不对，还是少写、多写了", "see whether the number is wrong or something is missing", "", \
         "前面说几条，后面就应当有几条；不一致最损公信力。", \
         "as many as are announced are to follow; readers count.") \
    EDIT(EMPTY_FINDING, "empty-section", "S04", ERROR, BY_HAND, \
         "这个问题没有整改措施", "a finding without a measure", \
         "写出措施，或者整改情况", "say what was done", "", \
         "只有题目没有内容，是漏写，或者内容放错了文件夹。", \
         "a title with nothing below it was forgotten, or its text stands in another folder.") \
    EDIT(EMPTY_SECTION, "empty-section", "S04", ERROR, BY_HAND, \
         "这个标题下没有内容", "nothing stands below this heading", \
         "写出内容，或者删去标题", "write it, or delete the heading", "", \
         "只有题目没有内容，是漏写，或者内容放错了文件夹。", \
         "a title with nothing below it was forgotten, or its text stands in another folder.") \
    EDIT(DUPLICATE_TITLE, "duplicate-title", "S05", ERROR, BY_HAND, \
         "“{0}”与{1}的题目相同", "'{0}' has the title of that at {1}", \
         "删去一个，或者改写", "delete one, or write it otherwise", "", \
         "同一题目出现两次，多是复制之后忘了改。", \
         "a title that stands twice was copied and not changed.") \
    EDIT(LONE_HEADING, "lone-heading", "S06", WARNING, BY_HAND, \
         "这一级只有一个标题", "the only heading of its level", \
         "并入上一级，或者再分出一个", "join it to the one above, or divide the text further", \
         "", \
         "有“一、”就应当有“二、”；只有一条，不必分层。", \
         "where there is a 一 there is a 二; what is alone needs no level.") \
    EDIT(NEAR_DUPLICATE, "near-duplicate", "S07", WARNING, BY_HAND, \
         "这一段与{0}的几乎相同", "this text is nearly that at {0}", \
         "是复制来的，请按实际改写", "if it was copied, write what is true here", "", \
         "不同的问题用同样的措施，是照抄照搬；也可能是同一段贴了两次。", \
         "one measure for two findings is a copy, or a text was pasted twice.") \
    EDIT(SERIES_SEPARATOR, "series-separator", "S08", WARNING, BY_HAND, \
         "同一组里这一条以“{0}”收，别的以“{1}”收", "this item ends with '{0}', others with '{1}'", \
         "一组之内用同一种标点", "end all items of a series with the same mark", \
         "GB/T 15834-2011 4.6.3", \
         "并列的各条用分号，最后一条用句号；条内有句号的，各条都用句号。", \
         "items that are parallel end with ；, the last with 。; where one has a 。 inside, all end" \
         " with 。.") \
    EDIT(DOUBLED_WORD, "doubled-word", "S09", ERROR, BY_HAND, \
         "“{0}”好像多写了一遍“{1}”", "'{1}' seems to stand twice in '{0}'", \
         "删去一个", "delete one", "", \
         "换页、换行、粘贴时最容易重复一个字或者一个词。", \
         "a character or word is most easily doubled at the end of a page or line, or in pasting.") \
    EDIT(BROKEN_PARAGRAPH, "broken-paragraph", "S10", WARNING, BY_HAND, \
         "这一段没有写完，下一段接着写", "this paragraph ends in the middle of a sentence", \
         "与下一段连起来，或者补上标点", "join it to the next, or add its mark", "", \
         "从排好的文件里复制，换页处会断成两段。", \
         "text copied from a set page is broken where the page ended.") \
    EDIT(FINDING_TITLE, "finding-title", "S11", WARNING, BY_HAND, \
         "问题的题目没有写成“针对……问题”", "this finding is not titled 针对…问题", \
         "与别的问题写法一致", "write it as the others are", "", \
         "同一通报里，问题的题目写法应当一致。", \
         "findings of one bulletin are titled alike.") \
    EDIT(NO_RESPONSIBLE, "missing-duty", "S12", NOTE, BY_HAND, \
         "这个问题没有写责任单位，别的问题大多写了", \
         "no responsible unit, which most findings here have", \
         "在文件头写“责任单位”", "give 责任单位 in its front matter", "", \
         "台账上缺一格，多是漏填；整改要落实到单位，限定时间。", \
         "a gap in the ledger is an oversight as a rule: who is to mend it, and until when.") \
    EDIT(NO_DUE, "missing-duty", "S12", NOTE, BY_HAND, \
         "这个问题没有写时限，别的问题大多写了", "no deadline, which most findings here have", \
         "在文件头写“时限”", "give 时限 in its front matter", "", \
         "台账上缺一格，多是漏填；整改要落实到单位，限定时间。", \
         "a gap in the ledger is an oversight as a rule: who is to mend it, and until when.")
/* clang-format on */

#endif
