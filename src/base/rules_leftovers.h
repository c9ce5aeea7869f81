/* Editorial rules of what a draft leaves behind; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_LEFTOVERS_H
#define MKB_BASE_RULES_LEFTOVERS_H

/* clang-format off */
#define LEFTOVERS_RULES(EDIT) \
    EDIT(LEFTOVER_WORD, "leftover-word", "R04", ERROR, BY_HAND, \
         "“{0}”是草稿里的话", "'{0}' is a word of drafts", \
         "补上内容，或者删去", "fill it in, or delete it", "", \
         "待定、待补充和 TODO 一类的标记是给起草人看的，印发时不应当还在。", \
         "such marks are for those who write the draft; none is left in what is published.") \
    EDIT(PLACEHOLDER, "placeholder", "R05", ERROR, BY_HAND, \
         "“{0}”处没有填写", "'{0}' is not filled in", \
         "填上内容；需要隐去的姓名、名称写“某某”", \
         "fill it in; names that are withheld are written 某某", "", \
         "套用范文时留下的 ××、XX、空格线，是通报里最显眼的差错。", \
         "what a form leaves open is the most visible accident in a published text.") \
    EDIT(BLANK_PAGE_NOTE, "blank-page-note", "R06", ERROR, BY_HAND, \
         "不应当写“{0}”", "'{0}' is not to be written", \
         "删去；程序会调整行距、字距，使落款与正文同页", \
         "delete it; the program sets the signature on a page with text", \
         "GB/T 9704-2012 7.3.5.5", \
         "落款所在页没有正文时，办法是调整行距、字距，不是注明无正文。", \
         "where the signature would stand alone, lines and characters are spaced otherwise.") \
    EDIT(SECRET_WORD, "secret-word", "R07", ERROR, BY_HAND, \
         "公开的文件里有“{0}”", "'{0}' in a text without a classification", \
         "不能公开的，不要印发；涉密的，在文件头写“密级”；否则删去", \
         "give its classification in the front matter, or delete it", \
         "保守国家秘密法", \
         "没有密级的文件里出现内部、保密的标注，不是标注错了，就是文件发错了。", \
         "either the mark is wrong or the text is not to be published.") \
    EDIT(REVISION_MARK, "revision-mark", "R08", ERROR, BY_HAND, \
         "“{0}”是修订、批注的痕迹", "'{0}' is left of a revision or comment", \
         "接受或拒绝修订，删去批注", "accept or reject the change, delete the comment", "", \
         "修订痕迹会把没有定稿的内容一并公开。", \
         "marks of revision publish what was not agreed upon.") \
    EDIT(EMPTY_BRACKETS, "empty-brackets", "R09", ERROR, BY_HAND, \
         "“{0}”里没有内容", "nothing stands in '{0}'", \
         "补上内容，或者删去", "fill it in, or delete it", "", \
         "空的括号、书名号、引号，是删字时漏删或者待填时漏填。", \
         "empty brackets are what an edit left behind or what was not filled in.")
/* clang-format on */

#endif
