/* P05: a colon within a colon. P06: a full stop within a series parted by ；. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

static gboolean is_text(const TextUnit *unit)
{
    return ((1U << unit->kind) & KINDS_TEXT) != 0;
}

/* How deep in quotation marks, titles and brackets a text is after a character. */
static gint depth_after(gint depth, gunichar c)
{
    if (g_utf8_strchr("“《（‘〈", -1, c))
        return depth + 1;
    return g_utf8_strchr("”》）’〉", -1, c) ? MAX(depth - 1, 0) : depth;
}

/* ---- P05 ---- */

/* 联系人：某某，电话：12345678 is a list of its own kind; 3：1 a ratio. */
static gboolean is_label(const TextUnit *unit, guint32 start, guint32 end)
{
    static const gchar *const words[] = {"电话", "联系", "邮箱", "地址", "邮编", "传真",
                                         "时间", "地点", "网址", "账号", "户名"};
    g_autofree gchar *text = unit_part(unit, start, end);

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(text, words[i]))
            return TRUE;
    return FALSE;
}

static void check_colons(CheckContext *context, const TextUnit *unit)
{
    guint32 sentence = 0;
    gint depth = 0;
    guint count = 0;

    for (guint32 at = 0; at < unit->length; at++) {
        if ((unit->text[at] & 0xC0) == 0x80)
            continue;
        gunichar c = unit_at(unit, at);
        depth = depth_after(depth, c);
        if (depth > 0)
            continue;
        if (char_is_final_mark(c) || c == 0xFF1B || c == '\n' ||
            (c == 0x201D && char_is_final_mark(unit_before(unit, at)))) {
            count = 0;
            sentence = at;
        } else if (c == 0xFF1A && !char_is_digit(unit_at(unit, at + 3))) {
            if (++count == 2 && !is_label(unit, sentence, at + 3))
                check_say(context, RULE_COLON_TWICE, unit, at, at + 3, NULL);
        }
    }
}

/* ---- P06 ---- */

#define ORDINAL \
    "(?:^|(?<=[。；：，]))(?:[一二三四五六七八九十]{1,2}[是要]|其[一二三四五六]|（[0-9]{1,2}）|" \
    "（[" \
    "一二三四五六七八九十]{1,2}）|[①-⑳]|第[一二三四五六七八九十]，|首先|其次|再次|最后)"

/* The first full stop in [start, end) outside quotation marks and brackets, or `end`. */
static guint32 find_stop(const TextUnit *unit, guint32 start, guint32 end)
{
    gint depth = 0;

    for (guint32 at = start; at < end; at++) {
        if ((unit->text[at] & 0xC0) == 0x80)
            continue;
        gunichar c = unit_at(unit, at);
        depth = depth_after(depth, c);
        if (depth == 0 && c == 0x3002)
            return at;
    }
    return end;
}

static void check_item(CheckContext *context, const TextUnit *unit, guint32 start, guint32 end)
{
    guint32 stop = find_stop(unit, start, end);

    if (stop < end)
        check_say(context, RULE_STOP_IN_SERIES, unit, stop, stop + 3, NULL);
}

static void check_ordinals(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] = ORDINAL;
    guint32 last = G_MAXUINT32;

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        if (last != G_MAXUINT32 && unit_before(unit, m.start) == 0xFF1B)
            check_item(context, unit, last, m.start);
        last = m.start;
    }
}

/* 党群建设：…；市场建设：…。养老服务建设：…; labels with one word at their ends, three at least. */
static void check_labels(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] = "(?:^|(?<=[。；，]))[^。；，：！？、“”（）《》0-9\\n]{2,12}：";
    g_autofree gchar *word = NULL;
    guint same = 0, semicolons = 0;
    guint32 stop = 0;

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        gunichar before = unit_before(unit, m.start);
        glong length = g_utf8_strlen(m.text, -1);
        g_autofree gchar *last = g_utf8_substring(m.text, length - 3, length);
        if (same > 0 && !g_str_equal(last, word))
            same = semicolons = stop = 0;
        g_free(word);
        word = g_strdup(last);
        same++;
        semicolons += same > 1 && before == 0xFF1B;
        if (same > 1 && before == 0x3002 && stop == 0)
            stop = m.start - 3;
    }
    if (same >= 3 && semicolons > 0 && stop > 0)
        check_say(context, RULE_STOP_IN_SERIES, unit, stop, stop + 3, NULL);
}

/* The template ends all measures but the last with ；, unless they have their own mark. */
static void check_measure(CheckContext *context, const TextUnit *unit)
{
    const Node *measure = unit->node, *finding = measure ? measure->parent : NULL;

    if (!finding || measure->kind != NODE_MEASURE || finding->children->len < 2 ||
        finding->children->pdata[finding->children->len - 1] == measure ||
        char_is_final_mark(unit_before(unit, unit->length)))
        return;
    check_item(context, unit, 0, unit->length);
}

void check_colons_and_stops(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!is_text(unit))
            continue;
        if (strstr(unit->text, "："))
            check_colons(context, unit);
        if (unit->kind == UNIT_MEASURE)
            check_measure(context, unit);
        if (strstr(unit->text, "。") && strstr(unit->text, "；")) {
            check_ordinals(context, unit);
            check_labels(context, unit);
        }
    }
}
