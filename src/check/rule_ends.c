/* Marks at the ends of texts and of sentences: P09, P10, P11, P16, P17, P24, P25. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

static const TextRule rules[] = {
    {RULE_CAPTION_END, KIND(CAPTION), .pattern = "[。；：，、]+$"},

    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "。。", .pattern = "(?<!。)。。(?!。)",
     .replacement = "。"},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "，，", .pattern = "，{2,}", .replacement = "，"},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "；；", .pattern = "；{2,}", .replacement = "；"},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "：：", .pattern = "：{2,}", .replacement = "："},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "、、", .pattern = "(?<!、)、、(?!、)",
     .replacement = "、"},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "。", .pattern = "[，、；：]。(?!。)",
     .replacement = "。"},
    {RULE_DOUBLED_MARK, KINDS_ALL, .has = "。", .pattern = "(?<!。)。[，、；：！？]|[！？]。"},
    {RULE_DOUBLED_MARK, KINDS_ALL,
     .has = "，、|，；|，：|、，|、；|、：|；，|；、|；：|：，|：、|：；",
     .pattern = "，[、；：]|、[，；：]|；[，、：]|：[，、；]"},

    /* what ends like a paper's name, 《…论坛》, or a programme's, 《…大会》, may be one */
    {RULE_NO_TITLE, KINDS_ALL, .has = "》",
     .pattern =
         "《[^《》]{0,30}(?:营业执照|许可证|资格证书?|合格证书?|毕业证书?|学位证书?|荣誉证书|"
         "身份证|"
         "居住证|户口簿|结婚证|座谈会|推进会|动员会|培训会|表彰会|启动会|推介会|现场会|联席会|"
         "民主生活会|工作会议|专题会议|活动|委员会|办公室|领导小组|有限公司|奖)》"},

    /* 。”， and a part of a sentence, “…。”, with the sentence going on */
    {RULE_STOP_IN_QUOTE, KINDS_TEXT, .has = "。”", .pattern = "。(?=”[，。；、：])"},
    {RULE_STOP_IN_QUOTE, KINDS_TEXT, .has = "。”",
     .pattern = "(?<=[" HAN_RANGE "0-9])“[^“”]*\\K。(?=”" HAN ")"},
};

static void report_end(CheckContext *context, const TextUnit *unit, RuleId rule, const gchar *marks)
{
    guint32 start = unit->length;
    const gchar *last;

    while (start > 0) {
        last = g_utf8_find_prev_char(unit->text, unit->text + start);
        if (!g_utf8_strchr(marks, -1, g_utf8_get_char(last)))
            break;
        start = (guint32) (last - unit->text);
    }
    if (start == unit->length || start == 0)
        return;
    g_autofree gchar *text = unit_part(unit, start, unit->length);
    Finding finding = {.rule = rule,
                       .unit = unit,
                       .start = start,
                       .end = unit->length,
                       .arguments = {text},
                       .replacement = ""};
    check_report(context, &finding);
}

static void check_field_end(CheckContext *context, const TextUnit *unit)
{
    static const gchar *const lists[] = {"copy-to", "attendance", "absent", "observers", NULL};

    if (g_str_equal(unit->key, "title"))
        report_end(context, unit, RULE_HEADING_END, "。；：，、");
    else if (g_str_equal(unit->key, "recipients"))
        report_end(context, unit, RULE_LIST_END, "：:。");
    else if (g_strv_contains(lists, unit->key))
        report_end(context, unit, RULE_LIST_END, "。");
}

/* The template leads a finding in, and closes the sentence; what the author writes as a sentence
 * of his own, 针对…。, is his. */
static gboolean is_led_in(const TextUnit *unit)
{
    return unit->node && unit->node->lead_kind != LEAD_VERBATIM &&
           !g_str_has_prefix(unit->text, "针对");
}

static void check_end(CheckContext *context, const TextUnit *unit)
{
    gboolean annex_title = unit->kind == UNIT_HEADING && unit->annex && !unit->owner;

    if (unit->kind == UNIT_FIELD)
        check_field_end(context, unit);
    else if (annex_title)
        report_end(context, unit, RULE_LIST_END, "。；：，、");
    else if (unit->kind == UNIT_HEADING || (unit->kind == UNIT_FINDING && is_led_in(unit)))
        report_end(context, unit, RULE_HEADING_END, "。；：，、");
}

/* With a mark at its end the source's reader does not take it for a caption of the table below. */
static void check_lost_caption(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "^表[ 　]*[0-9]+(?:[-.—][0-9]+)?[ 　：:][^。；\\n]{1,40}\\K[。；，、]+$";
    const TextUnit *next =
        unit->index + 1 < context->units->len ? context->units->pdata[unit->index + 1] : NULL;

    if (!next || next->kind != UNIT_HEAD_CELL || next->node != unit->node)
        return;
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);)
        check_say(context, RULE_CAPTION_END, unit, m.start, m.end, m.text, NULL);
}

/* ---- the end of a paragraph ---- */

enum { LEAST_SENTENCE = 15 }; /* characters; less may be a label, a name, a line of an address */

/* A date, a signature and the like are no sentences: they have no pauses. */
static gboolean is_sentence(const TextUnit *unit)
{
    return g_utf8_strlen(unit->text, unit->length) >= LEAST_SENTENCE && !strchr(unit->text, '\n') &&
           (strstr(unit->text, "，") || strstr(unit->text, "。") || strstr(unit->text, "；"));
}

/* 。（附件略）: a remark after the sentence. */
static gboolean ends_with_remark(const TextUnit *unit)
{
    const gchar *open = g_strrstr(unit->text, "（");

    return open && g_str_has_suffix(unit->text, "）") &&
           char_is_final_mark(unit_before(unit, (guint32) (open - unit->text)));
}

static gboolean ends_sentence(const TextUnit *unit)
{
    const gchar *at = unit->text + unit->length;
    gunichar c = unit_before(unit, unit->length);

    while (c && g_utf8_strchr("”’）》〉〕】", -1, c)) {
        at = g_utf8_prev_char(at);
        c = unit_before(unit, (guint32) (at - unit->text));
    }
    return c == 0 || ends_with_remark(unit) || char_is_final_mark(c) ||
           g_utf8_strchr("…—：；", -1, c) || (!char_is_han(c) && !g_utf8_strchr("，、", -1, c));
}

static void check_final_mark(CheckContext *context, const TextUnit *unit)
{
    const gchar *end = unit->text + unit->length;
    guint32 last = unit->length - (guint32) (end - g_utf8_find_prev_char(unit->text, end));

    if (is_sentence(unit) && !ends_sentence(unit) &&
        !g_regex_match_simple("[0-9]日$", unit->text, 0, 0))
        check_say(context, RULE_FINAL_MARK, unit, last, unit->length, NULL);
}

void check_ends(CheckContext *context)
{
    check_text_rules(context, rules, G_N_ELEMENTS(rules));
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        check_end(context, unit);
        if (unit->kind == UNIT_PARAGRAPH) {
            check_lost_caption(context, unit);
            check_final_mark(context, unit);
        }
    }
}
