/* Editorial rules of dates; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_DATES_H
#define MKB_BASE_RULES_DATES_H

/* clang-format off */
#define DATE_RULES(EDIT) \
    EDIT(IMPOSSIBLE_DATE, "impossible-date", "D01", ERROR, BY_HAND, \
         "没有“{0}”这一天", "there is no such day as '{0}'", \
         "请核对", "check it", "", \
         "大小月、闰年弄错了，或者抄错了数字。", \
         "the length of the month was mistaken, or a digit.") \
    EDIT(DATE_AHEAD, "date-after-signature", "D02", ERROR, BY_HAND, \
         "“{0}”写作已经发生，却晚于成文日期{1}", \
         "'{0}' is told as past, yet it is after the date of the document, {1}", \
         "请核对两个日期", "check both dates", "", \
         "成文时不可能已经做完以后的事。", \
         "what was done cannot be later than the document that tells of it.") \
    EDIT(WEEKDAY, "weekday-mismatch", "D03", ERROR, BY_HAND, \
         "“{0}”：这一天是星期{1}", "'{0}': that day is a 星期{1}", \
         "请核对日期和星期", "check the date and the day of the week", "", \
         "日期和星期对不上，看的人不知道该信哪一个。", \
         "where they do not agree nobody knows which one to believe.") \
    EDIT(COMPLETED_LATE, "completed-after-due", "D04", WARNING, BY_HAND, \
         "完成日期晚于时限{0}", "completed after its due date, {0}", \
         "请核对；确是逾期完成的，用 mkbulletin-ignore 注明", \
         "check it; if it really was late, say so with mkbulletin-ignore", "", \
         "时限和完成日期都写进台账，逾期要有说明，更多的时候是写错了。", \
         "both are in the ledger: being late needs an explanation, and mostly it is a slip.") \
    EDIT(PERIOD_REVERSED, "period-reversed", "D05", ERROR, BY_HAND, \
         "“{0}”的起止颠倒了", "the period '{0}' ends before it begins", \
         "请核对；跨年的写明后一个年份或“次年”", \
         "check it; a period over the turn of a year needs the second year or 次年", "", \
         "止期早于起期，或者跨年而没有写年份。", \
         "the end is before the beginning, or the year of the end is left out.") \
    EDIT(DATE_STYLES, "date-styles-mixed", "D06", WARNING, FIXED, \
         "“{0}”与别处的日期写法不一", "'{0}' is not written as dates elsewhere in the text", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 15835-2011 4.3, 5.1.4", \
         "一篇之内日期只用一种写法；正文用年月日，不用“号”。", \
         "dates have one form in a bulletin; in running text that is 年月日.") \
    EDIT(ZERO_PADDED, "zero-padded-date", "D07", WARNING, FIXED, \
         "“{0}”的月、日前补了0", "'{0}' has a zero before month or day", \
         "写作“{1}”", "write '{1}'", \
         "GB/T 9704-2012 7.3.5.4", \
         "月、日不编虚位，1不编为01。", \
         "months and days have no zeros before them.") \
    EDIT(SHORT_YEAR, "two-digit-year", "D08", WARNING, BY_HAND, \
         "年份“{0}”只写了两位", "the year '{0}' has two digits", \
         "写全四位", "write all four", \
         "GB/T 15835-2011 5.1.4", \
         "公文要长期保存；两位的年份也会看成年数。", \
         "documents are kept for long, and two digits read as a number of years.") \
    EDIT(DATES_AT_ODDS, "dates-at-odds", "D09", WARNING, BY_HAND, \
         "文件头里的日期有矛盾：{0}", "dates in the front matter are at odds: {1}", \
         "请核对", "check them", "", \
         "文件头里的日期、状态互相矛盾，台账照着它们排。", \
         "dates and status in the front matter contradict each other, and the ledger is made of them.")
/* clang-format on */

#endif
