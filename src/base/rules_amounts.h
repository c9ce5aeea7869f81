/* Editorial rules of amounts, counts and rates; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_AMOUNTS_H
#define MKB_BASE_RULES_AMOUNTS_H

/* clang-format off */
#define AMOUNT_RULES(EDIT) \
    EDIT(AMOUNT_SUM, "amount-sum", "M01", ERROR, BY_HAND, \
         "各项金额之和是{1}，与{0}不符", "the amounts add up to {1}, not {0}", \
         "请核对每一个数", "check each of the numbers", "", \
         "总数、各项、余数写在一起，读者会自己加；对不上，整段都不可信。", \
         "readers add up what stands together; where it does not agree, nothing is believed.") \
    EDIT(COUNT_SUM, "count-sum", "M02", ERROR, BY_HAND, \
         "各项之和是{1}，与{0}不符", "the parts add up to {1}, not {0}", \
         "请核对每一个数", "check each of the numbers", "", \
         "总数和分项往往不是一个人填的，改了一个忘了另一个。", \
         "totals and parts are often from different hands, and one is changed without the other.") \
    EDIT(PERCENT_PARTS, "percent-parts", "M03", ERROR, BY_HAND, \
         "各部分所占的百分比加起来是{0}%", "the parts make {0}% of the whole", \
         "请核对", "check them", "", \
         "一个整体的各部分不会超过 100%。", "parts of one whole are not more than 100%.") \
    EDIT(AMOUNT_STYLES, "amount-styles", "M04", NOTE, BY_HAND, \
         "同一个数额写成了“{0}”和“{1}”", "one amount is written '{0}' and '{1}'", \
         "全篇统一", "use one of them throughout", \
         "GB/T 15835-2011 4.3", \
         "万元、元混用，读者要换算才知道是同一笔。", \
         "the reader has to convert before seeing that they are the same.") \
    EDIT(PERCENT_POINTS, "percentage-points", "M05", WARNING, FIXED, \
         "两个百分数之差“{0}”不用%", "the difference of two percentages, '{0}', is not in %", \
         "写作“{1}”", "write '{1}'", "", \
         "从 85% 到 92% 是提高 7 个百分点，提高的幅度是 8.2%。", \
         "from 85% to 92% is 7 percentage points, and 8.2 percent.") \
    EDIT(DECREASE_TIMES, "decrease-by-times", "M06", WARNING, BY_HAND, \
         "减少不用倍数：“{0}”", "a decrease is not told in times: '{0}'", \
         "写成百分数或几分之几", "use a percentage or a fraction", "", \
         "减少一倍就没有了；“减少两倍”读者各有各的算法。", \
         "less by once is nothing; what 'less by twice' is, everybody works out differently.") \
    EDIT(ABOUT_TWICE, "approximate-twice", "M07", WARNING, BY_HAND, \
         "“{0}”里约数的词用了两次", "'{0}' says 'about' twice", \
         "留一个", "keep one of them", "", \
         "约、近与余、多、左右意思重复，有的还矛盾：近一百多是不到还是超过？", \
         "they repeat or contradict each other: is 近100多 less than a hundred or more?") \
    EDIT(RATE, "rate-mismatch", "M08", ERROR, BY_HAND, \
         "按前面的数算，“{0}”应当是{1}", "by the numbers before it '{0}' should be {1}", \
         "请核对", "check them", "", \
         "比率和差数是算出来的，原数改了，它们也要改。", \
         "rates and differences are worked out, and change with the numbers.")
/* clang-format on */

#endif
