/* Editorial rules of punctuation marks; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_PUNCTUATION_H
#define MKB_BASE_RULES_PUNCTUATION_H

/* clang-format off */
#define PUNCTUATION_RULES(EDIT) \
    EDIT(HALF_WIDTH_MARK, "half-width-mark", "P13", ERROR, FIXED, \
         "汉字旁边用了半角的“{0}”", "half-width '{0}' beside Chinese", \
         "应当用全角的“{1}”", "use the full-width '{1}'", \
         "GB/T 15834-2011 5.1", \
         "公文的标点占一个字的位置；半角标点是西文用的，排在汉字旁边疏密不匀，行首行尾的规定也管不到它。", \
         "marks of Chinese text take the room of a character; half-width ones belong to Latin text," \
         " look uneven beside Han, and escape the rules for the beginnings and ends of lines.")
/* clang-format on */

#endif
