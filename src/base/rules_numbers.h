/* Editorial rules of numerals; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_NUMBERS_H
#define MKB_BASE_RULES_NUMBERS_H

/* clang-format off */
#define NUMBER_RULES(EDIT) \
    EDIT(MEASURED_IN_HAN, "measured-in-han", "N01", NOTE, BY_HAND, \
         "计量的数“{0}”用了汉字", "the amount '{0}' is written in Han numerals", \
         "用阿拉伯数字", "use Arabic numerals", \
         "GB/T 15835-2011 4.1.1", \
         "计量的数用阿拉伯数字，醒目，也便于核对。", \
         "amounts in Arabic numerals are seen and checked at once.") \
    EDIT(ABOUT_IN_DIGITS, "approximate-in-digits", "N02", WARNING, FIXED, \
         "“{0}”应当用汉字数字", "'{0}' takes Han numerals", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 4.2.2, 4.2.3", \
         "概数（几十、数百）和星期用汉字数字；“几10”不是汉语的写法。", \
         "approximate numbers and days of the week are words and take Han numerals.") \
    EDIT(NUMERALS_MIXED, "numerals-mixed", "N03", NOTE, BY_HAND, \
         "同一句里“{0}”与“{1}”数字写法不一", "'{0}' and '{1}' in one sentence are written differently", \
         "统一用阿拉伯数字或汉字", "use one kind of numerals", \
         "GB/T 15835-2011 4.3", \
         "同类的数在一处用两种写法，读者会以为有什么分别。", \
         "the reader looks for a difference where like things are written in two ways.") \
    EDIT(DIGIT_GROUPS, "digit-groups", "N04", ERROR, FIXED, \
         "数“{0}”的分节有误", "the digits of '{0}' are grouped wrongly", \
         "从个位起三位一节，用半角逗号，或不分节", "group by threes from the right with ',', or not at all", \
         "GB/T 15835-2011 5.1.1", \
         "全角逗号把一个数断成了两个；分错了节，看不出是多是少了一位。", \
         "a full-width comma makes two numbers of one, and wrong groups hide a lost digit.") \
    EDIT(LEADING_ZERO, "leading-zero", "N05", ERROR, FIXED, \
         "小数“{0}”缺了小数点前的 0", "the decimal '{0}' lacks its 0", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.1.2", \
         "小数点容易看漏，.46 就成了 46。", \
         "the point is easily missed, and .46 becomes 46.") \
    EDIT(RANGE_UNIT, "range-unit", "N06", WARNING, FIXED, \
         "数值范围“{0}”的前一个数缺单位", "the first number of the range '{0}' lacks its unit", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.1.3", \
         "百分号、万、亿是数的一部分，省了前一个，3～5万就可能是从 3 到 5 万。", \
         "%, 万 and 亿 are part of a number: without the first, 3～5万 may begin at 3.") \
    EDIT(DATE_FORM, "date-form", "N07", WARNING, FIXED, \
         "正文里的日期写成了“{0}”", "a date in the text is written '{0}'", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.1.4", \
         "正文里的日期写全年月日；点和斜线像小数、分数。", \
         "dates in running text have 年, 月 and 日; points and slashes read as decimals and fractions.") \
    EDIT(HAN_YEAR_ZERO, "han-year-zero", "N08", ERROR, FIXED, \
         "汉字年份“{0}”里的零用得不对", "the zero in the year '{0}' is the wrong one", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.2.5", \
         "编号、年份里的零写“〇”，不写“零”，也不用字母 O、圆圈代替。", \
         "in years and codes the Han zero is 〇, neither 零 nor a letter O or a circle.") \
    EDIT(DIGITS_AND_HAN, "digits-and-han", "N09", WARNING, FIXED, \
         "“{0}”在阿拉伯数字后用了汉字数字", "Arabic and Han numerals in one number: '{0}'", \
         "只有“万”“亿”可以跟在阿拉伯数字后面", "only 万 and 亿 may follow Arabic digits", \
         "GB/T 15835-2011 5.3", \
         "4千5百要在心里算一遍才知道是 4500。", \
         "4千5百 has to be worked out before one knows that it is 4500.") \
    EDIT(FULL_WIDTH_DIGIT, "full-width-digit", "N10", WARNING, FIXED, \
         "“{0}”是全角的数字或字母", "'{0}' is full-width", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.1.7", \
         "阿拉伯数字占半个字的位置；全角的排得稀疏，查找、核对时也认不出来。", \
         "Arabic digits take half the room of a character; full-width ones are set too wide and are" \
         " not found by a search.") \
    EDIT(NUMBER_BROKEN, "number-broken", "N11", ERROR, BY_HAND, \
         "数“{0}”从中间断开了", "the number '{0}' is broken in two", \
         "连起来写，不在数的中间换行、空格", "write it in one, without a blank or line end inside", \
         "GB/T 15835-2011 5.1.7", \
         "源文件里一个数断成两行，排出来就成了两个数。", \
         "a number that is broken over two lines of the source is set as two numbers.") \
    EDIT(SIGNATURE_DATE, "signature-date", "N12", WARNING, FIXED, \
         "落款的日期“{0}”没有用阿拉伯数字", "the date '{0}' of the signature is not in Arabic digits", \
         "写作“{1}”；最好写在文件头的“成文日期”里", "write '{1}', best as 'date' in the front matter", \
         "GB/T 9704-2012 7.3.5.4", \
         "成文日期用阿拉伯数字标全年、月、日；旧标准才用汉字。", \
         "the date of a document is in Arabic digits; Han ones are of the former standard.") \
    EDIT(EVENT_DATE, "event-date", "N13", WARNING, FIXED, \
         "以日期称呼的事件“{0}”写法不规范", "an event named by its date: '{0}'", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 5.1.6, 5.2.3", \
         "月、日之间用间隔号；用小数点像版本号，不分开像七百二十。", \
         "· stands between month and day; with a point it reads as a version, with nothing as seven" \
         " hundred and twenty.") \
    EDIT(ORDINALS_MIXED, "ordinals-mixed", "N14", NOTE, BY_HAND, \
         "“{0}”与别处的“{1}”写法不一", "'{0}' is '{1}' elsewhere", \
         "全篇统一", "use one of them throughout", \
         "GB/T 15835-2011 4.3", \
         "同一个序数两种写法，查找时也会漏掉。", \
         "one ordinal in two forms looks careless and is missed by a search.")
/* clang-format on */

#endif
