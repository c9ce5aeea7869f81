/* S09: a character or word that stands twice by accident. */
#include "base/words.h"
#include "check/characters.h"
#include "check/modules.h"

#include <string.h>

/* Words that no sentence has twice in a row. */
#define ALWAYS \
    "的的(?!确)|了了(?!解)|(?<!首|成|大)都都|(?<!成|造|迁|将|俯)就就(?![业近地任餐医读学是])|" \
    "和和(?![气美睦谐平])|" \
    "与与(?!会)|及及(?![时格早])|并并(?![行入网轨联])|或或(?![许者])|(?<![服听顺遵自])从从(?![" \
    "容轻严重宽快简])|" \
    "(?<!棉)被被|由于于|关于于|对于于|(?<![存现所正潜内实])在在(?![建校职岗编家线场册押任途逃籍])" \
    "|" \
    "(?<![可加予难足得])以以(?![往后前下及上来内外为便此免])|将将(?![军士领来要])|但但|而而(?!且)" \
    "|" \
    "把把(?![关握脉控手])|是是(?![非否])|其其(?![他它实余中后间次])|已已(?!经)"

/* One-character words, behind which or before which the same character may stand in another word:
 * 针对|对…, 作为|为…, 一个个; and what is said twice on purpose: 红红脸, 看看, 人人. */
static const gchar alone[] = "对为在将有到以就都用要和上下不中是与由于及等其或被把从向让使而但也还"
                             "又再更最可能会应需须请来去出入"
                             "内外前后里间时日月年人一二三四五六七八九十百千万零〇两各每该本此这那"
                             "某个名条项次件家户村社班校站岗"
                             "级层步环道面方点滴线片块天处事样种代分寸句字声遍回趟番笔行排队群组件"
                             "套类批期轮位口头手心眼脚常仅往"
                             "渐缓深牢紧远稳切实默频屡久刚恰单早好快慢细轻重高低大小长短多少满足源"
                             "滚红出咬扯拉敲谈散跑照正洗治看"
                             "想试说听查走写算找问聊数比动改学习读讲做办跳转修理清扫打拍唱玩歇坐停"
                             "等想喊催劝帮练补填搭爸妈爷奶哥"
                             "姐弟妹叔伯公婆舅姑姥宝星亮明白干净整齐堂洋油甸腾悄睁荡乎茫岌津孜兢业"
                             "勤恳扎踏认真楚形色林总吞吐拖马"
                             "虎轰烈浩美气沉平安太的了着过地得之乃于仍均亦即若虽因故且则又并据按经"
                             "自至凡非无未没别勿莫党委员会组长"
                             "部局区县市省乡镇街院所科股室厅";

static gboolean is_alone(gunichar c)
{
    return g_utf8_strchr(alone, -1, c) != NULL;
}

typedef struct {
    const TextUnit *unit;
    guint8 *begins; /* where words begin, by byte; NULL until it is asked */
} Words;

/* The dictionary takes 3 ms to open. */
static void ask_dictionary(Words *words)
{
    if (!words->begins)
        words->begins = word_beginnings(words->unit->text);
}

static guint32 next_character(const TextUnit *unit, guint32 at)
{
    return (guint32) (g_utf8_next_char(unit->text + at) - unit->text);
}

static guint32 word_end(const Words *words, guint32 at)
{
    do
        at = next_character(words->unit, at);
    while (at < words->unit->length && !words->begins[at]);
    return at;
}

static guint32 word_start(const Words *words, guint32 end)
{
    do
        end--;
    while (end > 0 && !words->begins[end]);
    return end;
}

static gboolean is_one_character(const TextUnit *unit, guint32 start, guint32 end)
{
    return next_character(unit, start) >= end;
}

/* At the edge of a mark, of the text or of a word of several characters: where the dictionary
 * knows few words it gives single characters in a row, and nothing can be said. */
static gboolean is_clear_behind(const Words *words, guint32 end)
{
    return end >= words->unit->length || !char_is_han(unit_at(words->unit, end)) ||
           !is_one_character(words->unit, end, word_end(words, end));
}

static gboolean is_clear_before(const Words *words, guint32 start)
{
    return start == 0 || !char_is_han(unit_before(words->unit, start)) ||
           !is_one_character(words->unit, word_start(words, start), start);
}

/* 理想信念|念|，… or …|信|信念. `second` is where the character stands again. */
static gboolean is_slip(const Words *words, guint32 first, guint32 second, guint32 end)
{
    gboolean second_alone = words->begins[second] && words->begins[end];
    gboolean first_alone = words->begins[first] && words->begins[second];

    if (second_alone && !first_alone)
        return is_clear_behind(words, end) && word_start(words, second) < first;
    return first_alone && !second_alone && is_clear_before(words, first);
}

/* 清清楚楚, 方方面面 */
static gboolean is_in_pairs(const TextUnit *unit, guint32 first, guint32 end)
{
    gunichar before = unit_before(unit, first), after = unit_at(unit, end);
    guint32 behind = end < unit->length ? next_character(unit, end) : end;

    if (after != 0 && behind < unit->length && unit_at(unit, behind) == after)
        return TRUE;
    const gchar *p = unit->text + first;
    return first >= 6 && before != 0 &&
           unit_before(unit, (guint32) (g_utf8_prev_char(p) - unit->text)) == before;
}

static void report(CheckContext *context, const TextUnit *unit, guint32 start, guint32 middle,
                   guint32 end)
{
    g_autofree gchar *twice = unit_part(unit, start, end);
    g_autofree gchar *once = unit_part(unit, middle, end);

    if (!unit_guarded(unit, start, end, GUARD_BOOK))
        check_say(context, RULE_DOUBLED_WORD, unit, start, end, twice, once, NULL);
}

static void check_characters(CheckContext *context, Words *words)
{
    const TextUnit *unit = words->unit;

    for (CheckMatch m = check_match(context, unit, "(" HAN ")\\1(?!\\1)"); check_match_next(&m);) {
        guint32 second = next_character(unit, m.start);
        gunichar before = unit_before(unit, m.start);
        if (is_alone(unit_at(unit, second)) || before == unit_at(unit, second) ||
            before == 0x4E00 || is_in_pairs(unit, m.start, m.end))
            continue;
        ask_dictionary(words);
        if (is_slip(words, m.start, second, m.end))
            report(context, unit, m.start, second, m.end);
    }
}

/* ---- words ---- */

/* What is said twice on purpose. */
static const gchar *const on_purpose[] = {
    "研究", "讨论", "考虑", "商量", "学习", "了解", "休息", "打听", "检查", "整理", "交流",
    "沟通", "认识", "体验", "锻炼", "调查", "琢磨", "收拾", "参观", "分析", "比较", "宣传",
    "帮助", "指导", "关心", "教育", "提醒", "总结", "回忆", "反思", "非常", "特别", "永远",
    "一个", "某某", "哈哈", "很多", "好多", "不断", "慢慢", "渐渐", "处理", "解决", "介绍",
    "活动", "准备", "打扫", "清理", "监督", "支部", "总支", "党委", "许多", "某市", "某区",
    "某县", "某街", "感受", "辅导", "督促", "安慰", "照顾", "观察", NULL};

static gboolean is_same(const TextUnit *unit, guint32 a, guint32 b, guint32 length)
{
    return b + length <= unit->length && memcmp(unit->text + a, unit->text + b, length) == 0;
}

static void check_words(CheckContext *context, Words *words)
{
    const TextUnit *unit = words->unit;

    ask_dictionary(words);
    for (guint32 at = 0; at < unit->length;) {
        guint32 end = word_end(words, at), length = end - at;
        g_autofree gchar *word = unit_part(unit, at, end);
        /* 一项一项 */
        if (length >= 6 && char_is_han(unit_at(unit, at)) && unit_at(unit, at) != 0x4E00 &&
            is_same(unit, at, end, length) && words->begins[end + length] &&
            !is_same(unit, at, end + length, length) && !g_strv_contains(on_purpose, word))
            report(context, unit, at, end, end + length);
        at = end;
    }
}

/* ---- what is worth a look ---- */

/* MOST_OF_WORD is longer than any of a dictionary. */
enum { MOST_OF_CANDIDATE = 8, MOST_OF_WORD = 32 };

/* So many characters in a row that are each the one `apart` before. */
static gboolean has_double(const gunichar *text, glong length, glong apart, gboolean han)
{
    glong run = 0;

    for (glong i = apart; i < length && run < apart; i++)
        run = text[i] == text[i - apart] && (!han || char_is_han(text[i])) ? run + 1 : 0;
    return run == apart;
}

static gboolean has_doubled(const TextUnit *unit, glong least, glong most, gboolean han)
{
    glong length;
    g_autofree gunichar *text = g_utf8_to_ucs4_fast(unit->text, unit->length, &length);
    gboolean found = FALSE;

    for (glong apart = least; !found && apart <= most; apart++)
        found = has_double(text, length, apart, han);
    return found;
}

void check_doubled_words(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        Words words = {unit, NULL};
        if (!unit_is_prose(unit) || !has_doubled(unit, 1, MOST_OF_CANDIDATE, TRUE))
            continue;
        for (CheckMatch m = check_match(context, unit, ALWAYS); check_match_next(&m);)
            report(context, unit, m.start,
                   (guint32) (g_utf8_prev_char(unit->text + m.end) - unit->text), m.end);
        check_characters(context, &words);
        if (has_doubled(unit, 2, MOST_OF_WORD, FALSE))
            check_words(context, &words);
        g_free(words.begins);
    }
}
