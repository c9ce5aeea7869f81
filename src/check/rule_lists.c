/* Marks between the members of a series, and after ordinals: P01, P02, P03, P04, P08, P15. */
#include "check/modules.h"
#include "check/text_rules.h"

/* Where a sentence or a part of one begins. */
#define BEGINS "(?:^|(?<=[。！？；：]))"

/* What a number of something is counted in; 年 not of 年级, 三、四年级. */
#define COUNTED "(?=[十百千万]*(?:[个天名次]|人(?!次)|年(?![级期度])))"

/* Two numbers, the second the next one. */
#define NEXT_TO \
    "(?|(一)、(二)|(二)、(三)|(三)、(四)|(四)、(五)|(五)、(六)|(六)、(七)|(七)、(八)|(八)、(九))"

static const TextRule rules[] = {
    {RULE_TITLES_PAUSE, KINDS_ALL, .has = "》、《", .pattern = "》\\K、(?=《)", .replacement = ""},
    {RULE_TITLES_PAUSE, KINDS_ALL, .has = "”、“", .pattern = "”\\K、(?=“)", .replacement = ""},

    {RULE_ORDINAL_MARK, KINDS_ALL, .has = "）",
     .pattern = BEGINS "（(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})）\\K[、.．，](?=" HAN ")",
     .replacement = ""},
    {RULE_ORDINAL_MARK, KINDS_ALL, .pattern = BEGINS "[0-9]{1,2}\\K[、．](?=" HAN "(?!、))",
     .replacement = "."},
    {RULE_ORDINAL_MARK, KINDS_ALL, .has = ".|．",
     .pattern = BEGINS "[一二三四五六七八九十]{1,3}\\K[.．](?=" HAN ")", .replacement = "、"},
    /* the bytes that these begin with */
    {RULE_ORDINAL_MARK, KINDS_ALL, .has = "\xE2\x91",
     .pattern = BEGINS "[①-⑳]\\K[、.．](?=" HAN ")", .replacement = ""},

    {RULE_ORDINAL_WORD, KINDS_TEXT, .has = "、",
     .pattern = BEGINS "(?:首先|其次|再次|最后|第[一二三四五六七八九十]|其[一二三四五])\\K、(?=" HAN
                       ")(?!["
                       "第其最一二三四五六七八九十]|再次)",
     .replacement = "，"},

    {RULE_ABOUT_PAUSE, KINDS_ALL, .has = "、",
     .pattern = "(?<![第一二三四五六七八九百千万〇零0-9、])(?<!第十)" NEXT_TO COUNTED,
     .replacement = "\\1\\2"},

    {RULE_DIGITS_PAUSE, KINDS_TEXT, .has = "、",
     .pattern =
         "(?<![0-9.A-Za-z、])[0-9]+\\.[0-9]+(?:、[0-9]+\\.[0-9]+){2,}(?![0-9.%‰、" HAN_RANGE "])"},

    {RULE_ETC_MARK, KINDS_ALL, .has = "、等",
     .pattern = "、(?=等(?:[。，；：！？）]|$|[0-9一二三四五六七八九十几多]|["
                "方情问有单部地工各内制活相]))(?"
                "!等级|等地位)",
     .replacement = ""},
    {RULE_ETC_MARK, KINDS_ALL, .has = "……",
     .pattern = "……等(?=[。，；方情问有单部地工各内制活相物材设])|等……(?!等)"},
};

void check_lists(CheckContext *context)
{
    check_text_rules(context, rules, G_N_ELEMENTS(rules));
}
