/* Which breaks of a text are forbidden by GB/T 15834-2011 5.1, CLREQ 3.1.3 and typography B2, B3,
 * as regular expressions on its characters: nothing here knows of the classes and rules of layout/.
 */
#ifndef FORBIDDEN_BREAKS_H
#define FORBIDDEN_BREAKS_H

#include "template/template.h"

#include <string.h>

/* Where a pattern matches nothing, a break is forbidden there; else anywhere inside of the match. A
 * line may begin with anything after a hard break. */
typedef struct {
    const gchar *rule, *pattern;
    KinsokuLevel from; /* the lowest level at which it holds */
} ForbiddenBreak;

static const ForbiddenBreak forbidden_table[] = {
    {"begins a line", "(?<!\\n)(?=[、，。．；：？！‼⁇⁈⁉）〕］｝】〗》〉」』”’·‧•～–／)\\]},.;:!?])",
     KINSOKU_BASIC},
    {"a joining mark begins a line", "(?<![—\\n])(?=—(?!—))|(?<=[〇一-鿿）》”])(?=-)",
     KINSOKU_BASIC},
    {"—— or …… begins a line", "(?<!\\n)(?=——|…)", KINSOKU_STRICT},
    {"ends a line", "[（〔［｛【〖《〈「『“‘(\\[{] *\\K(?=[^ \\n])", KINSOKU_BASIC},
    {"/ begins a line", "(?<=[〇一-鿿）》”])(?=/)", KINSOKU_BASIC},
    {"/ ends a line", "(?:／|[〇一-鿿）》”]/) *\\K(?=[^ \\n])", KINSOKU_GB},
    {"inside ——", "——|……", KINSOKU_BASIC},
    {"inside a number", "[¥￥$€£№+＋±－]?[0-9]+(?:[.,:][0-9]+)*[%‰°′″℃℉％㎡㎞㎏²³]?",
     KINSOKU_BASIC},
    {"inside a word", "[A-Za-zÀ-ÖØ-öø-ɏΑ-ωА-я]+", KINSOKU_BASIC},
    {"inside a reference", "〔[0-9]+〕第?[0-9]+号", KINSOKU_BASIC},
    {"before a blank", "(?= )", KINSOKU_BASIC},
};

static GRegex *forbidden_regex(guint row)
{
    static GRegex *regexes[G_N_ELEMENTS(forbidden_table)];
    g_autoptr(GError) error = NULL;

    if (!regexes[row])
        regexes[row] = g_regex_new(forbidden_table[row].pattern, G_REGEX_OPTIMIZE, 0, &error);
    g_assert_no_error(error);
    return regexes[row];
}

/* For each byte of the text the rule that a break before it breaks; NULL where it is allowed.
 * (transfer full): g_free */
static const gchar **forbidden_breaks(const gchar *text, KinsokuLevel level)
{
    const gchar **rules = g_new0(const gchar *, strlen(text) + 1);

    for (guint row = 0; row < G_N_ELEMENTS(forbidden_table); row++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (level < forbidden_table[row].from)
            continue;
        g_regex_match(forbidden_regex(row), text, 0, &match);
        for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
            gint start, end;
            g_match_info_fetch_pos(match, 0, &start, &end);
            for (gint at = start == end ? start : start + 1; at < MAX(end, start + 1); at++)
                rules[at] = forbidden_table[row].rule;
        }
    }
    return rules;
}

#endif
