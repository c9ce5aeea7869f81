/* R04 … R09: what drafts leave behind. */
#include "check/modules.h"
#include "check/text_rules.h"

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

static const TextRule rows[] = {
    {RULE_LEFTOVER_WORD, KINDS_ALL, .has = "TODO|FIXME|TBD|TBC",
     .pattern = "(?<![A-Za-z0-9_])(?:TODO|FIXME|TBD|TBC)(?![A-Za-z0-9_])", .wanted = is_text},
    {RULE_LEFTOVER_WORD, KINDS_ALL, .has = "待",
     .pattern = "(?<![有等期])待(?:定|补充|填写|完善后补)" MARK_OR_END, .wanted = is_text},
    {RULE_LEFTOVER_WORD, KINDS_ALL, .has = "待",
     .pattern = "[（(【\\[〔](?:此处|数据|数字|情况|日期|时间|名单)?待(?:核实|核对|核|补|定|确认|"
                "完善|审定|"
                "更新|"
                "查)[）)】\\]〕]",
     .wanted = is_text},
    {RULE_LEFTOVER_WORD, KINDS_ALL, .has = "此处",
     .pattern = "此处(?:填写|插入|补充|省略|待)" HAN "{0,6}", .wanted = is_text},
    {RULE_LEFTOVER_WORD, KINDS_ALL, .has = "示例|占位|测试|m|M",
     .pattern = "(?i)lorem ipsum|dolor sit amet|(?:示例|占位|测试)(?:文字|文本)",
     .wanted = is_text},
    {RULE_PLACEHOLDER, KINDS_ALL, .has = "×|✕|＊", .pattern = "[×✕＊]{2,}", .wanted = is_text,
     .holds = is_placeholder},
    {RULE_PLACEHOLDER, KINDS_ALL, .has = "×|＊|*",
     .pattern = "(?<![A-Za-z0-9.*＊×])[×＊*](?=[年月日元号]|个月)", .wanted = is_text,
     .holds = is_placeholder},
    {RULE_PLACEHOLDER, KINDS_ALL, .has = "X|x|Ｘ|ｘ",
     .pattern = "(?<![A-Za-z0-9])[XxＸｘ]{1,4}(?=[年月日元号]|个月|万元|亿元)", .wanted = is_text},
    {RULE_PLACEHOLDER, KINDS_ALL, .has = "X|x|Ｘ|ｘ",
     .pattern = "(?<=[" HAN_RANGE
                "，。：；、（])(?:[Xx]{2,}|[Ｘｘ]{2,})(?![A-Za-z0-9])|(?<![A-Za-z0-9\\-])(?:["
                "Xx]{2,}"
                "|[Ｘｘ]{2,})(?=" HAN ")(?![年月日元号]|个月|万元|亿元)",
     .wanted = is_text},
    {RULE_PLACEHOLDER, KINDS_ALL, .has = "_|＿",
     .pattern = "[_＿]{2,}(?=\\s*[年月日元个项名人次号万])", .wanted = is_no_form},
    {RULE_BLANK_PAGE_NOTE, KINDS_ALL, .has = "无正文",
     .pattern = "[（(]?(?:此|本|以下)页?无正文[）)]?", .wanted = is_text},
    {RULE_REVISION_MARK, KINDS_ALL, .has = "{++|{--|{~~|{>>|{==|++}|--}|~~}|<<}|==}",
     .pattern = "\\{(?:\\+\\+|--|~~|>>|==)|(?:\\+\\+|--|~~|<<|==)\\}", .wanted = is_text},
    {RULE_REVISION_MARK, KINDS_ALL, .has = "~~", .pattern = "~~(?=[^~\\s])[^~\\n]+~~",
     .wanted = is_text},
    {RULE_REVISION_MARK, KINDS_ALL, .has = "<<<<<<<|>>>>>>>|=======",
     .pattern = "(?:^|(?<=\\s))(?:<{7}|>{7}|={7})(?=\\s|$)", .wanted = is_text},
    {RULE_REVISION_MARK, KINDS_ALL, .has = "批注|删除|删去|修改|新增|插入|修订|带格式的",
     .pattern = "批注\\s*\\[[A-Za-z]{0,4}[0-9]+\\]|[【\\[](?:删除|删去|修改|新增|插入|批注|修订)[:"
                "：】\\]]|"
                "带格式的[:：]",
     .wanted = is_text},
    {RULE_EMPTY_BRACKETS, KINDS_ALL, .has = "（）|《》|〈〉|“”|‘’|【】|〔〕|「」|()",
     .pattern = "（）|《》|〈〉|“”|‘’|【】|〔〕|「」|(?<![A-Za-z0-9_\\])}])\\(\\)",
     .wanted = is_text, .holds = is_empty_in_source},
    {RULE_EMPTY_BRACKETS, KINDS_ALL,
     .pattern = "（[ \\x{3000}]+）|《[ \\x{3000}]+》|“[ \\x{3000}]+”|【[ \\x{3000}]+】|〔[ "
                "\\x{3000}]+〕|(?<![A-Za-z0-9_])\\([ \\x{3000}]+\\)",
     .wanted = is_no_form, .holds = is_empty_in_source},
};

/* ---- secret ---- */

#define INNER "内部(?:资料|文件|材料|刊物|使用|传阅|掌握)"
#define KEPT "注意保密|妥善保管|严禁外传|不得外传|请勿外传|严禁转载|不得转载"
#define KEEP "(?:" KEPT ")"

static const TextRule secret[] = {
    {RULE_SECRET_WORD, KINDS_ALL, .has = "内部|绝密|机密|秘密",
     .pattern = "^[（(【\\[〔]?(?:" INNER "|绝密|机密|秘密)(?:[，、 ]?" KEEP ")*[）)】\\]〕。！]*$",
     .wanted = is_text},
    {RULE_SECRET_WORD, KINDS_ALL,
     .has = "内部|绝密|机密|秘密|此件不公开|不予公开|不宜公开|涉密|" KEPT,
     .pattern = "[（(【\\[〔](?:" INNER "|绝密|机密|秘密|" KEEP
                "|此件不公开|不予公开|不宜公开|涉密)(?:[，、 ]" KEEP ")*[）)】\\]〕]",
     .wanted = is_text},
    {RULE_SECRET_WORD, KINDS_ALL, .has = "★", .pattern = "(?:绝密|机密|秘密)★", .wanted = is_text},
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
    check_text_rules(context, rows, G_N_ELEMENTS(rows));
    if (is_public(context->bulletin))
        check_text_rules(context, secret, G_N_ELEMENTS(secret));
}
