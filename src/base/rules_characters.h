/* Editorial rules of characters that look like others; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_CHARACTERS_H
#define MKB_BASE_RULES_CHARACTERS_H

/* clang-format off */
#define CHARACTERS_RULES(EDIT) \
    EDIT(LOOK_ALIKE_HAN, "look-alike-han", "U02", ERROR, FIXED, \
         "“{0}”像是“{1}”，是另一个字符", "'{0}' looks like '{1}', but is another character", \
         "请改成“{1}”", "write '{1}'", "", \
         "圆圈、短横与汉字“〇”“一”形状相近，屏幕上看不出来，检索、朗读、另用字体时就错了。", \
         "circles and dashes look like 〇 and 一 on a screen, but are not found by a search, are read" \
         " aloud wrongly and look different in another font.") \
    EDIT(LOOK_ALIKE_LETTER, "look-alike-letter", "U03", ERROR, FIXED, \
         "西文里混入了希腊或西里尔字母“{0}”", "the Greek or Cyrillic letter '{0}' in Latin text", \
         "应当是拉丁字母“{1}”", "it should be the Latin '{1}'", "", \
         "字形相同的字母不是同一个字符，编号、网址、检索会因此出错。", \
         "letters of the same shape are different characters: numbers, addresses and searches fail.") \
    EDIT(COMPATIBILITY_CHARACTER, "compatibility-character", "U04", ERROR, FIXED, \
         "“{0}”是部首、兼容字符或拆开的字母", \
         "'{0}' is a radical, a compatibility character or a letter in parts", \
         "应当是“{1}”", "it should be '{1}'", "", \
         "从 PDF 复制的文字常把汉字变成形状相同的部首或兼容汉字，检索不到，有的字体没有。", \
         "text copied out of PDF files often has radicals or compatibility ideographs in place of" \
         " Han: no search finds them, and fonts may lack them.") \
    EDIT(TRADITIONAL_CHARACTER, "traditional-character", "U05", WARNING, BY_HAND, \
         "“{0}”是繁体字", "'{0}' is traditional", \
         "规范字是“{1}”；姓名、书名照原样的，请加 mkbulletin-ignore", \
         "the standard form is '{1}'; for names as they are, use mkbulletin-ignore", \
         "国家通用语言文字法第九条", \
         "国家机关以规范汉字为公务用字；繁体字多由转换或复制而来。", \
         "organs of the state write the standard characters; traditional ones come in by conversion" \
         " or copying.")
/* clang-format on */

#endif
