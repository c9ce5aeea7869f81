/* M01, M02: totals, parts and remainders that stand together and do not add up.
 *
 * What is told with 其中 need not be all; so parts are only held against their total where they are
 * more than it, or where the text says that they are all (已…未…, 其余…), or where they miss it by
 * next to nothing, which is a slip. */
#include "check/modules.h"
#include "check/quantities.h"
#include "check/text_rules.h"

#include <string.h>

typedef struct {
    CheckContext *context;
    const TextUnit *unit;
    GArray *all; /* Quantity */
} Sums;

enum { LONGEST_SENTENCE = 600 }; /* characters */

static const Quantity *at(const Sums *sums, guint i)
{
    return &g_array_index(sums->all, Quantity, i);
}

static gboolean has_any(const Sums *sums, guint32 start, guint32 end, const gchar *words)
{
    g_autofree gchar *text = start < end ? unit_part(sums->unit, start, end) : g_strdup("");

    return g_regex_match_simple(words, text, 0, 0);
}

/* The sum of quantities [first, end), FALSE where they cannot be added up. */
static gboolean add(const Sums *sums, guint first, guint end, gint64 *sum, gint64 *slack)
{
    gboolean rounded = FALSE;

    *sum = *slack = 0;
    for (guint i = first; i < end; i++) {
        if (at(sums, i)->vague || at(sums, i)->unit != at(sums, first)->unit)
            return FALSE;
        *sum += at(sums, i)->value;
        *slack += at(sums, i)->grain / 2;
        rounded |= at(sums, i)->decimals;
    }
    *slack = rounded ? *slack : 0;
    return end > first;
}

static void report(const Sums *sums, const Quantity *total, gint64 sum)
{
    g_autofree gchar *text = unit_part(sums->unit, total->start, total->end);
    g_autofree gchar *right = quantity_text(sum, total);
    RuleId rule = g_str_equal(total->unit, "元") ? RULE_AMOUNT_SUM : RULE_COUNT_SUM;

    check_say(sums->context, rule, sums->unit, total->start, total->end, text, right, NULL);
}

static gboolean differs(gint64 sum, gint64 slack, const Quantity *total)
{
    gint64 allowed = slack ? slack + total->grain / 2 : total->decimals ? total->grain / 2 : 0;

    return ABS(sum - total->value) > allowed;
}

/* ---- 共12项，其中已完成8项、推进中4项 ---- */

#define REST "其余|剩余|余下|尚余|未|尚有|仍有|还有|正在|推进中"

/* Kinds of people and households that one may be of several of. */
#define OVERLAPPING \
    "岁|学历|民族|预备|兼|职称|退休|低保|残疾|五保|特困|孤寡|留守|贫困|^[^男]*女[^男]*$"

/* That a list is all there is, or misses the total by less than a thirtieth. */
static gboolean is_complete(const Sums *sums, guint32 start, guint32 end, gint64 sum,
                            const Quantity *total)
{
    gint64 missing = total->value - sum;

    return missing < 0 || has_any(sums, start, end, "(?:" REST ")[^，、；。]*$") ||
           missing <= total->value / 30;
}

/* Of those in a sentence before 其中 the only one of the kind, or one that says that it is all. */
static gint total_before(const Sums *sums, guint32 sentence, guint first)
{
    gint found = -1;
    guint count = 0;

    for (guint i = first; i-- > 0 && at(sums, i)->start >= sentence;) {
        if (at(sums, i)->unit != at(sums, first)->unit)
            continue;
        found = found < 0 ? (gint) i : found;
        count++;
    }
    if (count > 1 && !has_any(sums, sentence, at(sums, (guint) found)->start,
                              "(?:共|共计|合计|总计|总额|累计)[^，。；0-9]*$"))
        return -1;
    if (found > 0 && at(sums, (guint) found - 1)->end == at(sums, (guint) found)->start)
        return -1; /* 2件2人，其中…: of what the parts are is open */
    return found >= 0 && !at(sums, (guint) found)->vague ? found : -1;
}

static guint32 next_of(const TextUnit *unit, guint32 from, const gchar *marks)
{
    for (guint i = 0; i < LONGEST_SENTENCE && from < unit->length &&
                      !g_utf8_strchr(marks, -1, unit_at(unit, from));
         i++)
        from = (guint32) (g_utf8_next_char(unit->text + from) - unit->text);
    return from;
}

static guint32 sentence_of(const TextUnit *unit, guint32 from)
{
    for (guint i = 0; i < LONGEST_SENTENCE && from > 0 &&
                      !g_utf8_strchr("。！？\n", -1, unit_before(unit, from));
         i++)
        from = (guint32) (g_utf8_prev_char(unit->text + from) - unit->text);
    return from;
}

/* 含, （…） and shares of parts are inside other parts. */
#define WITHIN_PARTS "其中|含|包括|包含|（|等[，。；、]|等$|每|均|比|增|降|较|涉及"

static void check_among(const Sums *sums, guint32 start)
{
    guint32 end = next_of(sums->unit, start, "。！？；）\n");
    guint32 sentence = sentence_of(sums->unit, start);
    guint first = 0, last;
    gint64 sum, slack;

    while (first < sums->all->len && at(sums, first)->start < start)
        first++;
    for (last = first; last < sums->all->len && at(sums, last)->start < end;)
        last++;
    gint total = last >= first + 2 ? total_before(sums, sentence, first) : -1;
    if (total < 0 || has_any(sums, start, end, WITHIN_PARTS) ||
        has_any(sums, start, end, OVERLAPPING) || !add(sums, first, last, &sum, &slack) ||
        !differs(sum, slack, at(sums, (guint) total)))
        return;
    if (is_complete(sums, at(sums, last - 2)->end, at(sums, last - 1)->start, sum,
                    at(sums, (guint) total)) ||
        has_any(sums, at(sums, last - 1)->end, end, "^[^，、]{0,2}(?:未|尚未|正在)"))
        report(sums, at(sums, (guint) total), sum);
}

static void check_all_among(const Sums *sums)
{
    const gchar *place = sums->unit->text;

    while ((place = strstr(place, "其中"))) {
        place += strlen("其中");
        check_among(sums, (guint32) (place - sums->unit->text));
    }
}

/* ---- 甲500元、乙450元，共计950元 ---- */

static void check_total(const Sums *sums, guint total)
{
    guint32 sentence = sentence_of(sums->unit, at(sums, total)->start);
    guint first = total;
    gint64 sum, slack;

    while (first > 0 && at(sums, first - 1)->start >= sentence)
        first--;
    if (total - first < 2 || at(sums, total)->vague ||
        !has_any(sums, at(sums, total - 1)->end, at(sums, total)->start,
                 "^[，,]?(?:两项|三项|四项|以上|各项|总共|一共|共)?(?:共计|合计|总计|共)[^，。；]{"
                 "0,4}$") ||
        has_any(sums, sentence, at(sums, total)->start,
                "每|均|单价|×|等|其中|含|包括|；|比|增|降|原|调整|分[0-9一二三四五六七八九]|次共|"
                "人共|年共|月共"))
        return;
    if (add(sums, first, total, &sum, &slack) && at(sums, first)->unit == at(sums, total)->unit &&
        differs(sum, slack, at(sums, total)))
        report(sums, at(sums, total), sum);
}

/* ---- 共12项，已整改8项，剩余4项 ---- */

#define DONE "退回|退还|收回|收齐|追回|返还|上缴|缴回|清退|退款|整改|完成|办结|化解|支付|拨付|支出"
#define LEFT "未|剩余|余|尚有|仍有|还有|尚欠|结余"

/* The words about a quantity: from the one before it to the end of its clause. */
static gboolean is_about(const Sums *sums, guint i, guint32 from, const gchar *words)
{
    guint32 end = next_of(sums->unit, at(sums, i)->end, "，、。；！？\n");

    return has_any(sums, from, end, words);
}

/* Of three in a row: all, done, left. Where it is over two sentences nothing else is between. */
static void check_remainder(const Sums *sums, guint first)
{
    const Quantity *total = at(sums, first), *done = at(sums, first + 1),
                   *left = at(sums, first + 2);
    gint64 sum, slack;

    if (total->unit != done->unit || !add(sums, first + 1, first + 3, &sum, &slack) ||
        total->vague || !differs(sum, slack, total) ||
        has_any(sums, total->end, left->start, "其中[^，]|新|又|[0-9]+年[^，。]*又"))
        return;
    guint32 start = next_of(sums->unit, total->end, "，。；、");
    if (!is_about(sums, first + 1, start, DONE) || is_about(sums, first + 1, start, LEFT) ||
        !is_about(sums, first + 2, done->end, LEFT) ||
        is_about(sums, first, sentence_of(sums->unit, total->start), DONE "|" LEFT))
        return;
    report(sums, total, sum);
}

static gboolean is_third_alone(const Sums *sums, guint first)
{
    return (first + 3 == sums->all->len || at(sums, first + 3)->unit != at(sums, first)->unit ||
            at(sums, first + 3)->start >=
                next_of(sums->unit, at(sums, first + 2)->end, "。！？；\n"));
}

void check_sums(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!((1U << unit->kind) & (KINDS_TEXT | KIND(FINDING))) ||
            !strpbrk(unit->text, "0123456789"))
            continue;
        g_autoptr(GArray) all = quantities_in(context, unit);
        Sums sums = {context, unit, all};
        if (all->len < 3)
            continue;
        check_all_among(&sums);
        for (guint k = 2; k < all->len; k++)
            check_total(&sums, k);
        for (guint k = 0; k + 3 <= all->len; k++)
            if (is_third_alone(&sums, k))
                check_remainder(&sums, k);
    }
}
