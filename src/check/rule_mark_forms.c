/* Forms of marks: P14 ellipsis and dash, P19 document numbers, P26 look-alikes, P27 「」, P28. */
#include "check/modules.h"
#include "check/text_rules.h"

/* Chinese before or after. */
#define AFTER_CHINESE "(?<=[" HAN_RANGE "，。、；：”》）])"
#define BEFORE_CHINESE "(?=[" HAN_RANGE "，。、；：“”《》（）])"
#define YEAR "((?:19|20)[0-9]{2})"

static const TextRule rules[] = {
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "..",
     AFTER_CHINESE "\\.{2,}(?![0-9A-Za-z.])|(?<![0-9A-Za-z.])\\.{2,}" BEFORE_CHINESE, "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "。。。", "。{3,}", "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "、、、", "、{3,}", "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "···", "·{3,}", "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "…", "(?<!…)(?:…|…{3}|…{5,})(?!…)", "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "⋯", "⋯{1,2}", "……"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "--",
     AFTER_CHINESE "-{2,}(?![-0-9A-Za-z])|(?<![-0-9A-Za-z])-{2,}" BEFORE_CHINESE, "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "－－", "－{2,}", "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "──", "─{2,}", "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "——", "(?<!—)—{3,}(?!—)", "——"},
    {RULE_DOTS_AND_DASHES, KINDS_ALL, "―", "―{1,2}", "——"},
    {RULE_DOTS_AND_DASHES, KINDS_TEXT, "—", "(?<=[，。；：！？”])—(?!—)|(?<!—)—(?=[，。；：“])",
     "——"},

    {RULE_NUMBER_BRACKETS, KINDS_ALL, "号",
     "(?<=" HAN ")[\\[【［]" YEAR "[\\]】］]第?0*([1-9][0-9]{0,4})号", "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, "号",
     "(?<=[发函办字文规政通纪令])[(（]" YEAR "[)）]0*([1-9][0-9]{0,4})号", "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, "〕",
     "(?<![字罚审决裁复案诉])〔" YEAR "〕(?=第|0)第?0*([1-9][0-9]{0,4})号", "〔\\1〕\\2号"},
    {RULE_NUMBER_BRACKETS, KINDS_ALL, "〔", "〔([0-2][0-9])〕第?0*([1-9][0-9]{0,4})号",
     "〔20\\1〕\\2号"},

    {RULE_MARK_VARIANT, KINDS_ALL, NULL, "(?<=[0-9%‰年月日万亿元])[~〜∼˜](?=[0-9" HAN_RANGE "])",
     "～"},
    {RULE_MARK_VARIANT, KINDS_ALL, "＜", "＜(" HAN "[^＜＞]{0,40})＞", "〈\\1〉"},
    {RULE_MARK_VARIANT, KINDS_ALL, "«", "«", "《"},
    {RULE_MARK_VARIANT, KINDS_ALL, "»", "»", "》"},
    {RULE_MARK_VARIANT, KINDS_ALL, "≪", "≪", "《"},
    {RULE_MARK_VARIANT, KINDS_ALL, "≫", "≫", "》"},

    {RULE_CORNER_BRACKET, KINDS_ALL, "「", "「", "“"},
    {RULE_CORNER_BRACKET, KINDS_ALL, "」", "」", "”"},
    {RULE_CORNER_BRACKET, KINDS_ALL, "『", "『", "‘"},
    {RULE_CORNER_BRACKET, KINDS_ALL, "』", "』", "’"},

    {RULE_STANDARD_NUMBER, KINDS_BODY, "-",
     "(?<![A-Za-z0-9])((?:(?:GB|DB|JGJ|CJJ|YY|JB|HJ|WS|GA|MZ|AQ|SY|JR|NY)[A-Z0-9]*(?:/[A-Z]+)?|T/"
     "[A-Z]+) "
     "?[0-9]+(?:\\.[0-9]+)*)-((?:19|20)[0-9]{2})(?![0-9])",
     "\\1—\\2"},
};

void check_mark_forms(CheckContext *context)
{
    check_text_rules(context, rules, G_N_ELEMENTS(rules));
}
