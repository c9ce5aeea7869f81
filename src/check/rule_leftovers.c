/* R04 … R09: what drafts leave behind. */
#include "check/modules.h"
#include "check/patterns.h"

#include <string.h>

/* Forms to be filled in by the reader are annexes. */
static gboolean is_no_form(const TextUnit *unit)
{
    return unit->annex == NULL;
}

static gboolean is_text(const TextUnit *unit)
{
    return !unit->key || !(unit->guards[0] & GUARD_FILE);
}

static gboolean is_withheld_name(const CheckMatch *match)
{
    /* 王××: a name withheld in the older way */
    static const gchar surnames[] = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹"
                                    "彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
                                    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵";
    gunichar before = unit_before(match->unit, match->start);

    return before != 0 && g_utf8_strchr(surnames, -1, before) != NULL;
}

static gboolean is_placeholder(const CheckMatch *match)
{
    return !is_withheld_name(match);
}

/* A footnote's mark leaves nothing in the text; its brackets are not empty then. */
static gboolean is_empty_in_source(const CheckMatch *match)
{
    Span span;

    return unit_exact_span(match->unit, match->start, match->end, &span);
}

#define MARK_OR_END "(?=[\\p{P}\\s]|$)"

static const PatternRule rows[] = {
    {RULE_LEFTOVER_WORD, "(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD|TBC)(?![A-Za-z0-9_])", NULL, is_text,
     NULL, 0},
    {RULE_LEFTOVER_WORD, "(?<![有等期])待(?:定|补充|填写|完善后补)" MARK_OR_END, NULL, is_text,
     NULL, 0},
    {RULE_LEFTOVER_WORD,
     "[（(【\\[〔](?:此处|数据|数字|情况|日期|时间|名单)?待(?:核实|核对|核|补|定|确认|完善|审定|"
     "更新|"
     "查)[）)】\\]〕]",
     NULL, is_text, NULL, 0},
    {RULE_LEFTOVER_WORD, "此处(?:填写|插入|补充|省略|待)\\p{sc:Han}{0,6}", NULL, is_text, NULL, 0},
    {RULE_LEFTOVER_WORD, "(?i)lorem ipsum|dolor sit amet|(?:示例|占位|测试)(?:文字|文本)", NULL,
     is_text, NULL, 0},
    {RULE_PLACEHOLDER, "[×✕＊]{2,}", NULL, is_text, is_placeholder, 0},
    {RULE_PLACEHOLDER, "(?<![A-Za-z0-9.*＊×])[×＊*](?=[年月日元号]|个月)", NULL, is_text,
     is_placeholder, 0},
    {RULE_PLACEHOLDER, "(?<![A-Za-z0-9])[XxＸｘ]{1,4}(?=[年月日元号]|个月|万元|亿元)", NULL,
     is_text, NULL, 0},
    {RULE_PLACEHOLDER,
     "(?<=[\\p{sc:Han}，。：；、（])(?:[Xx]{2,}|[Ｘｘ]{2,})(?![A-Za-z0-9])|(?<![A-Za-z0-9\\-])(?:["
     "Xx]{2,}"
     "|[Ｘｘ]{2,})(?=\\p{sc:Han})(?![年月日元号]|个月|万元|亿元)",
     NULL, is_text, NULL, 0},
    {RULE_PLACEHOLDER, "[_＿]{2,}(?=\\s*[年月日元个项名人次号万])", NULL, is_no_form, NULL, 0},
    {RULE_BLANK_PAGE_NOTE, "[（(]?(?:此|本|以下)页?无正文[）)]?", NULL, is_text, NULL, 0},
    {RULE_REVISION_MARK, "\\{(?:\\+\\+|--|~~|>>|==)|(?:\\+\\+|--|~~|<<|==)\\}", NULL, is_text, NULL,
     0},
    {RULE_REVISION_MARK, "~~(?=[^~\\s])[^~\\n]+~~", NULL, is_text, NULL, 0},
    {RULE_REVISION_MARK, "(?:^|(?<=\\s))(?:<{7}|>{7}|={7})(?=\\s|$)", NULL, is_text, NULL, 0},
    {RULE_REVISION_MARK,
     "批注\\s*\\[[A-Za-z]{0,4}[0-9]+\\]|[【\\[](?:删除|删去|修改|新增|插入|批注|修订)[:：】\\]]|"
     "带格式的[:：]",
     NULL, is_text, NULL, 0},
    {RULE_EMPTY_BRACKETS, "（）|《》|〈〉|“”|‘’|【】|〔〕|「」|(?<![A-Za-z0-9_\\])}])\\(\\)", NULL,
     is_text, is_empty_in_source, 0},
    {RULE_EMPTY_BRACKETS,
     "（[ \\x{3000}]+）|《[ \\x{3000}]+》|“[ \\x{3000}]+”|【[ \\x{3000}]+】|〔[ "
     "\\x{3000}]+〕|(?<![A-Za-z0-9_])\\([ \\x{3000}]+\\)",
     NULL, is_no_form, is_empty_in_source, 0},
};

/* ---- secret ---- */

#define INNER "内部(?:资料|文件|材料|刊物|使用|传阅|掌握)"
#define KEEP "(?:注意保密|妥善保管|严禁外传|不得外传|请勿外传|严禁转载|不得转载)"

static const PatternRule secret[] = {
    {RULE_SECRET_WORD,
     "^[（(【\\[〔]?(?:" INNER "|绝密|机密|秘密)(?:[，、 ]?" KEEP ")*[）)】\\]〕。！]*$", NULL,
     is_text, NULL, 0},
    {RULE_SECRET_WORD,
     "[（(【\\[〔](?:" INNER "|绝密|机密|秘密|" KEEP
     "|此件不公开|不予公开|不宜公开|涉密)(?:[，、 ]" KEEP ")*[）)】\\]〕]",
     NULL, is_text, NULL, 0},
    {RULE_SECRET_WORD, "(?:绝密|机密|秘密)★", NULL, is_text, NULL, 0},
};

/* What has a classification, or says that it is not for the public, is no public text. */
static gboolean is_public(const Bulletin *bulletin)
{
    const gchar *note = bulletin->meta.note.text;

    return !bulletin->meta.classification.text && !(note && strstr(note, "不公开")) &&
           !(note && strstr(note, "不予公开"));
}

void check_leftovers(CheckContext *context)
{
    check_patterns(context, rows, G_N_ELEMENTS(rows));
    if (is_public(context->bulletin))
        check_patterns(context, secret, G_N_ELEMENTS(secret));
}
