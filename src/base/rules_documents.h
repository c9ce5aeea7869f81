/* Editorial rules of names and words; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_DOCUMENTS_H
#define MKB_BASE_RULES_DOCUMENTS_H

/* clang-format off */
#define DOCUMENTS_RULES(EDIT) \
    EDIT(VOCABULARY_PREFERRED, "vocabulary", "T01", WARNING, FIXED, \
         "词汇表规定写“{1}”，这里写的是“{0}”", "'{0}', where the vocabulary has '{1}'", \
         "", "", "", \
         "同一件事全文用同一个词，本单位的词汇表（vocabulary.yaml）说用哪一个。", \
         "one thing has one word throughout, which the office's vocabulary.yaml gives.") \
    EDIT(VOCABULARY_FORBIDDEN, "vocabulary", "T01", WARNING, FIXED, \
         "词汇表规定不用“{0}”", "the vocabulary forbids '{0}'", \
         "{1}", "{1}", "", \
         "同一件事全文用同一个词，本单位的词汇表（vocabulary.yaml）说用哪一个。", \
         "one thing has one word throughout, which the office's vocabulary.yaml gives.") \
    EDIT(DOCUMENT_SPELLING, "document-spelling", "T02", WARNING, BY_HAND, \
         "《{0}》与别处的《{1}》差一点", "the document '{0}' stands as '{1}' elsewhere", \
         "核对原文，统一成一个名称", "look at the document, and call it by one name", "", \
         "同一文件名称前后不一，引用就不准确。", \
         "a citation that differs from the next is wrong in one of the two places.") \
    EDIT(FULL_NAME_FIRST, "full-name-first", "T03", NOTE, BY_HAND, \
         "《{0}》是简称，前面没有全称", "the short name '{0}' comes before the full one", \
         "第一次引用写《{1}》，需要时加（以下简称……）", \
         "give the full name where it is first cited: {1}", \
         "", \
         "引用法律法规，第一次用全称，以后可以用简称。", \
         "laws are cited by their full names first, by short ones afterwards.") \
    EDIT(NAME_WITHOUT_MARKS, "name-without-marks", "T04", WARNING, BY_HAND, \
         "文件名“{0}”没有加书名号", "the document '{0}' without its 《》", \
         "别处写作《{0}》", "elsewhere it stands in 《》", "GB/T 15834-2011 4.15", \
         "同一文件，有的地方加书名号，有的地方不加，像是两回事。", \
         "with marks here and without them there, one document looks like two.") \
    EDIT(ORGANISATION_SPELLING, "organisation-spelling", "T05", WARNING, BY_HAND, \
         "“{0}”与“{1}”差一个字", "'{0}' is one character off '{1}'", \
         "机关名称前后一致", "write the name of an organ in one way", "", \
         "机关名称写错一个字，是最难看的笔误。", \
         "a wrong character in the name of an organ is the worst of slips.") \
    EDIT(MISSPELLING, "misspelling", "T06", ERROR, FIXED, \
         "“{0}”是“{1}”之误", "'{0}' for '{1}'", \
         "", "", "《现代汉语词典》", \
         "公文里常见的错别字，只收没有第二种解释的。", \
         "common wrong characters of official texts, such as have no other reading.")
/* clang-format on */

#endif
