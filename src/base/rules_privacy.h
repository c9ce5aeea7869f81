/* Editorial rules of what is personal; the columns are told in rules_check.h. */
#ifndef MKB_BASE_RULES_PRIVACY_H
#define MKB_BASE_RULES_PRIVACY_H

/* clang-format off */
#define PRIVACY_RULES(EDIT) \
    EDIT(RESIDENT_ID, "resident-id", "R01", ERROR, BY_HAND, \
         "这里有居民身份证号码", "a resident ID number", \
         "删去，或者只留前几位和末位，其余写 *", "delete it, or leave only its ends", \
         "个人信息保护法第二十五条；政府信息公开条例第十五条", \
         "公开身份证号码侵害个人信息权益；检查的结果里一律以 * 代替。", \
         "to publish such a number harms its holder; it is shown as * in all that check says.") \
    EDIT(BANK_CARD, "bank-card", "R02", ERROR, BY_HAND, \
         "这里有银行卡号", "a bank card number", \
         "删去，或者只留末四位", "delete it, or leave its last four digits", \
         "个人信息保护法第二十八条", \
         "金融账户是敏感个人信息，不得公开；检查的结果里一律以 * 代替。", \
         "accounts are sensitive personal information; it is shown as * in all that check says.") \
    EDIT(PERSON_NAME, "person-name", "R03", NOTE, BY_HAND, \
         "这里可能是群众的姓名", "perhaps the name of a private person", \
         "不是必须公开的，写成“某某”，如“李某某”", "unless it has to be published, write 李某某", \
         "个人信息保护法第二十五条", \
         "反映问题的、受处理的群众不是公职人员，姓名一般不公开；只作提示，由人来定。", \
         "those who are no officials are not named as a rule; a human decides.") \
    EDIT(MOBILE_NUMBER, "mobile-number", "R10", WARNING, BY_HAND, \
         "这里有手机号码", "a mobile number", \
         "删去；公开的联系电话写在文件头的“联系方式”", \
         "delete it; numbers to be published are given as contact in the front matter", \
         "个人信息保护法第二十五条", \
         "联系方式以外的手机号码多是个人的；检查的结果里一律以 * 代替。", \
         "outside the contact block it is a person's as a rule; it is shown as *.") \
    EDIT(VEHICLE_PLATE, "vehicle-plate", "R11", WARNING, BY_HAND, \
         "这里有车辆号牌", "a vehicle plate", \
         "不是必须公开的，隐去中间几位", "unless it has to be published, hide a part of it", \
         "个人信息保护法第二十五条", \
         "号牌能查到车主；检查的结果里一律以 * 代替。", \
         "a plate leads to the owner; it is shown as * in all that check says.") \
    EDIT(HOME_ADDRESS, "home-address", "R12", WARNING, BY_HAND, \
         "这里有家庭住址", "a home address", \
         "写到街道、小区为止", "go no further than the street or estate", \
         "个人信息保护法第二十五条", \
         "楼、单元、房号连在一起就是某一家；检查的结果里一律以 * 代替。", \
         "building, entrance and flat together are one household; it is shown as *.") \
    EDIT(PRIVATE_EMAIL, "private-email", "R13", NOTE, BY_HAND, \
         "这里可能是个人的电子邮箱", "perhaps the e-mail address of a person", \
         "删去；公开的电子邮箱写在文件头的“联系方式”", \
         "delete it; addresses to be published are given as contact in the front matter", \
         "个人信息保护法第二十五条", \
         "公共邮箱服务的地址多是个人的；只作提示，由人来定；检查的结果里一律以 * 代替。", \
         "addresses of public mail services are persons' as a rule; a human decides; it is shown as *.")
/* clang-format on */

#endif
