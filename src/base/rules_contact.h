/* Editorial rules of how to be reached; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_CONTACT_H
#define MKB_BASE_RULES_CONTACT_H

/* clang-format off */
#define CONTACT_RULES(EDIT) \
    EDIT(PHONE_FORM, "phone-form", "C01", ERROR, BY_HAND, \
         "“{0}”不像电话号码", "'{0}' is no telephone number", \
         "固定电话 7 至 8 位，前面可以有区号；手机 11 位；400、800 电话 10 位；短号 3 至 6 位", \
         "7 or 8 digits after an optional area code; mobiles 11; 400 and 800 numbers 10; short 3 to 6", \
         "", "多一位、少一位，群众就联系不上。", \
         "with a digit too many or too few nobody gets through.") \
    EDIT(POSTCODE_FORM, "postcode-form", "C02", ERROR, BY_HAND, \
         "“{0}”不是邮政编码", "'{0}' is no postcode", \
         "邮政编码是 6 位数字", "a postcode has 6 digits", "", \
         "位数不对的邮编，信件会被退回。", "letters with such a code come back.") \
    EDIT(EMAIL_FORM, "email-form", "C03", ERROR, BY_HAND, \
         "“{0}”不是电子邮箱地址", "'{0}' is no e-mail address", \
         "写成 name@example.cn：半角，没有空格", "write name@example.cn: half-width, no blanks", "", \
         "全角符号、空格、漏写的点都会使邮件发不出去。", \
         "full-width marks, blanks and missing dots keep mail from being sent.") \
    EDIT(CONTACT_DIFFERS, "contact-differs", "C04", WARNING, BY_HAND, \
         "联系方式“{0}”与别处的“{1}”不一致", "the contact '{0}' stands as '{1}' elsewhere", \
         "核对哪一个是对的；同一号码前后写法一致", \
         "see which is right; write the same contact the same way", "", \
         "同一联系方式两处不同，多半有一处是笔误。", \
         "where one contact stands in two ways, one of them is a slip as a rule.") \
    EDIT(URL_FORM, "url-form", "C05", ERROR, BY_HAND, \
         "“{0}”不是网址", "'{0}' is no address of a page", \
         "写成 https://example.cn/page：半角，没有空格", \
         "write https://example.cn/page: half-width, no blanks", "RFC 3986", \
         "写错的网址打不开。", "such an address cannot be opened.")
/* clang-format on */

#endif
