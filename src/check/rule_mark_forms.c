/* Forms of marks: P14 ellipsis and dash, P19 document numbers, P26 look-alikes, P27 「」, P28. */
#include "check/modules.h"
#include "check/text_rules.h"

/* Chinese before or after. */
#define AFTER_CHINESE "(?<=[" HAN_RANGE "，。、；：”》）])"
#define BEFORE_CHINESE "(?=[" HAN_RANGE "，。、；：“”《》（）])"
#define YEAR "((?:19|20)[0-9]{2})"

static const TextRule rules[] = {
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "..",
     .pattern = AFTER_CHINESE "\\.{2,}(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])\\.{2,}" BEFORE_CHINESE,
     .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "。。。", .pattern = "。{3,}", .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "、、、", .pattern = "、{3,}", .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "···", .pattern = "·{3,}", .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "…", .pattern = "(?<!…)(?:…|…{3}|…{5,})(?!…)",
     .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "⋯", .pattern = "⋯{1,2}", .replacement = "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "--",
     .pattern = AFTER_CHINESE "-{2,}(?![-0-9A-Za-z])|(?<![-0-9A-Za-z])-{2,}" BEFORE_CHINESE,
     .replacement = "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "－－", .pattern = "－{2,}", .replacement = "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "──", .pattern = "─{2,}", .replacement = "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "——", .pattern = "(?<!—)—{3,}(?!—)",
     .replacement = "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, .has = "―", .pattern = "―{1,2}", .replacement = "——"},
    {RULE_DOTS_AND_DASHES, KINDS_TEXT, .has = "—",
     .pattern = "(?<=[，。；：！？”])—(?!—)|(?<!—)—(?=[，。；：“])", .replacement = "——"},

    {RULE_NUMBER_BRACKETS, KINDS_ALL, .has = "号",
     .pattern = "(?<=" HAN ")[\\[【［]" YEAR "[\\]】］]第?0*([1-9][0-9]{0,4})号",
     .replacement = "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, .has = "号",
     .pattern = "(?<=[发函办字文规政通纪令])[(（]" YEAR "[)）]0*([1-9][0-9]{0,4})号",
     .replacement = "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, .has = "〕",
     .pattern = "(?<![字罚审决裁复案诉])〔" YEAR "〕(?=第|0)第?0*([1-9][0-9]{0,4})号",
     .replacement = "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, .has = "〔",
     .pattern = "〔([0-2][0-9])〕第?0*([1-9][0-9]{0,4})号", .replacement = "〔20\\1〕\\2号"},

    {RULE_MARK_VARIANT, KINDS_ALL, .has = "~|〜|∼|˜",
     .pattern = "(?<=[0-9%‰年月日万亿元])[~〜∼˜](?=[0-9" HAN_RANGE "])", .replacement = "～"},
    {RULE_MARK_VARIANT, KINDS_ALL, .has = "＜", .pattern = "＜(" HAN "[^＜＞]{0,40})＞",
     .replacement = "〈\\1〉"},
    {RULE_MARK_VARIANT, KINDS_ALL, .has = "«", .pattern = "«", .replacement = "《"},
    {RULE_MARK_VARIANT, KINDS_ALL, .has = "»", .pattern = "»", .replacement = "》"},
    {RULE_MARK_VARIANT, KINDS_ALL, .has = "≪", .pattern = "≪", .replacement = "《"},
    {RULE_MARK_VARIANT, KINDS_ALL, .has = "≫", .pattern = "≫", .replacement = "》"},

    {RULE_CORNER_BRACKET, KINDS_ALL, .has = "「", .pattern = "「", .replacement = "“"},
    {RULE_CORNER_BRACKET, KINDS_ALL, .has = "」", .pattern = "」", .replacement = "”"},
    {RULE_CORNER_BRACKET, KINDS_ALL, .has = "『", .pattern = "『", .replacement = "‘"},
    {RULE_CORNER_BRACKET, KINDS_ALL, .has = "』", .pattern = "』", .replacement = "’"},

    {RULE_STANDARD_NUMBER, KINDS_BODY, .has = "-",
     .pattern = "(?<![A-Za-z0-9])((?:(?:GB|DB|JGJ|CJJ|YY|JB|HJ|WS|GA|MZ|AQ|SY|JR|NY)[A-Z0-9]*(?:/"
                "[A-Z]+)?|T/"
                "[A-Z]+) "
                "?[0-9]+(?:\\.[0-9]+)*)-((?:19|20)[0-9]{2})(?![0-9])",
     .replacement = "\\1—\\2"},
};

void check_mark_forms(CheckContext *context)
{
    check_text_rules(context, rules, G_N_ELEMENTS(rules));
}
