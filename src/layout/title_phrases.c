#include "layout/title_phrases.h"

#include "layout/title_rules.h"
#include "layout/title_text.h"

#include <string.h>

/* More words than these no organ's name has before its ending. */
#define NAME_WORDS 10

typedef struct {
    TitleText title;
    guint8 *organ_ends; /* by byte: an organ's name, or a part of it, ends before it */
    gint *inside;       /* by byte: cost of a break inside names and quotations */
} Phrases;

/* ---- names of organs ---- */

static gboolean in_no_name(const TitleText *title, gsize at)
{
    return !title_is_han(title_character(title, at)) ||
           title_is_numeral(title_character(title, at)) || title_word_in(title, at, TITLE_LEADS) ||
           title_word_in(title, at, TITLE_VERBS) || title_word_in(title, at, TITLE_PARTICLES);
}

/* 委员会, or a word that ends in it. 公安局 is one; 布局, so short, is not. */
static gboolean is_organ(const TitleText *title, gsize at)
{
    g_autofree gchar *word = g_strndup(title->text + at, title_next(title, at) - at);
    const GPtrArray *organs = title->lists[TITLE_ORGANS];

    if (title_word_in(title, at, TITLE_ORGANS))
        return TRUE;
    for (guint i = 0; i < organs->len && g_utf8_strlen(word, -1) > 2; i++)
        if (g_str_has_suffix(word, organs->pdata[i]))
            return TRUE;
    return FALSE;
}

static void hold(Phrases *phrases, gsize start, gsize end, TitleRule rule)
{
    for (gsize at = start + 1; at < end; at++) {
        TitleRule here = phrases->organ_ends[at] ? TITLE_NAME_PARTS : rule;
        phrases->inside[at] = MAX(phrases->inside[at], title_cost[here]);
    }
}

/* Back from its ending to a word that is in no name. */
static gsize name_start(const TitleText *title, gsize at)
{
    for (guint words = 0; at > 0 && words < NAME_WORDS; words++) {
        gsize previous = title_previous(title, at);
        if (in_no_name(title, previous))
            break;
        at = previous;
    }
    return at;
}

static void find_organs(Phrases *phrases)
{
    const TitleText *title = &phrases->title;

    for (gsize at = 0; at < title->length; at = title_next(title, at))
        if (is_organ(title, at))
            phrases->organ_ends[title_next(title, at)] = TRUE;
    for (gsize at = 0; at < title->length; at = title_next(title, at))
        if (is_organ(title, at))
            hold(phrases, name_start(title, at), title_next(title, at), TITLE_GUESSED);
}

static void hold_known_names(Phrases *phrases)
{
    const TitleText *title = &phrases->title;

    for (guint i = 0; i < title->names->len; i++) {
        const gchar *name = title->names->pdata[i];
        for (const gchar *at = strstr(title->text, name); at; at = strstr(at + 1, name)) {
            gsize start = (gsize) (at - title->text), end = start + strlen(name);
            phrases->organ_ends[end] = TRUE;
            hold(phrases, start, end, TITLE_NAME);
        }
    }
}

/* A title begins with who issues it (条例 9 (7)): names, one after the other, up to 关于, before
 * which anything is taken for the end of a name. */
static void hold_issuers(Phrases *phrases)
{
    const TitleText *title = &phrases->title;
    gsize start = 0;

    for (gsize at = 0; at < title->length; at = title_next(title, at)) {
        if (!in_no_name(title, at))
            continue;
        if (at > start && phrases->organ_ends[at])
            hold(phrases, start, at, TITLE_NAME);
        if (title_is_han(title_character(title, at)) && title_next(title, at) - at > strlen("对")) {
            phrases->organ_ends[at] |= title_word_in(title, at, TITLE_LEADS);
            return;
        }
        start = title_next(title, at);
    }
}

/* ---- quotations ---- */

static gboolean is_round(gunichar c)
{
    return c == '(' || c == 0xFF08;
}

/* The name of a document stays whole where a note such as （试行） goes to the next line. */
static void hold_quotation(Phrases *phrases, gsize start, gsize end)
{
    const TitleText *title = &phrases->title;
    gboolean is_note = is_round(title_character(title, start));

    for (gsize at = start + 1; at < end; at++) {
        gboolean note = !is_note && title->begins[at] && is_round(title_character(title, at));
        phrases->inside[at] += title_cost[note ? TITLE_NAME_PARTS : TITLE_QUOTED];
    }
}

static void hold_quoted(Phrases *phrases)
{
    static const gchar opening[] = "《〈“‘（〔(", closing[] = "》〉”’）〕)";
    const gchar *text = phrases->title.text, *start = NULL;
    guint depth = 0;

    for (const gchar *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_utf8_strchr(opening, -1, c) && depth++ == 0)
            start = at;
        if (!g_utf8_strchr(closing, -1, c) || depth == 0 || --depth > 0)
            continue;
        hold_quotation(phrases, (gsize) (start - text), (gsize) (at - text));
    }
}

/* ---- what stands at both sides of a place ---- */

static gboolean is_mark(gunichar c)
{
    return g_unichar_ispunct(c);
}

/* The dictionary's last resort: a single character that has no part to play by itself. */
static gboolean is_single(const TitleText *title, gsize at)
{
    gunichar c = title_character(title, at);

    if (!title_is_han(c) || title_is_numeral(c) ||
        title_next(title, at) - at !=
            (gsize) (g_utf8_next_char(title->text + at) - (title->text + at)))
        return FALSE;
    for (guint list = 0; list < TITLE_LISTS; list++)
        if (title_word_in(title, at, list))
            return FALSE;
    return TRUE;
}

/* Two of them or more in a row are a name that the dictionary does not know: 金|水|区. */
static gboolean parts_single(const TitleText *title, gsize at)
{
    gsize left = title_previous(title, at), after = title_next(title, at);
    gboolean left_single = is_single(title, left), right_single = is_single(title, at);

    if (left_single && right_single)
        return TRUE;
    if (left_single)
        return left == 0 || !is_single(title, title_previous(title, left));
    return right_single && (after == title->length || !is_single(title, after));
}

static TitleRule rule_at_space(const TitleText *title, gsize at)
{
    gsize before = title_previous(title, at);
    gunichar left = title_character_before(title, before), right = title_character(title, at);

    if (title_is_han(left) && title_is_han(right))
        return TITLE_CLAUSES;
    return g_unichar_isalpha(left) && g_unichar_isdigit(right) ? TITLE_SINGLE : TITLE_WORDS;
}

static gboolean ends_title(const TitleText *title, gsize at)
{
    return at == title->length || title->text[at] == '\n';
}

/* What may not be parted comes first. */
static TitleRule rule_forbidding(const TitleText *title, gsize at)
{
    if (title_word_in(title, at, TITLE_DOCUMENTS) && ends_title(title, title_next(title, at)))
        return TITLE_DOCUMENT;
    if (title_word_in(title, at, TITLE_PARTICLES))
        return TITLE_PARTICLE;
    if (title_word_in(title, title_previous(title, at), TITLE_LEADS))
        return TITLE_LEAD;
    return TITLE_WORDS;
}

/* What somebody does whose name stands before it. */
static gboolean begins_clause(const Phrases *phrases, gsize at)
{
    const TitleText *title = &phrases->title;

    return phrases->organ_ends[at] &&
           (title_word_in(title, at, TITLE_LEADS) || title_word_in(title, at, TITLE_VERBS));
}

/* A date is something by itself; 第三轮 belongs to what is counted. */
static gboolean ends_date(gunichar c)
{
    return g_utf8_strchr("年月日度", -1, c) != NULL;
}

/* A word that is little without the one before it: 整改|情况, 预案|（试行）, “十四五”|规划,
 * 第三轮|巡察, 防汛|指挥部. */
static gboolean leans(const Phrases *phrases, gsize at)
{
    const TitleText *title = &phrases->title;
    gunichar left = title_character_before(title, at), right = title_character(title, at);

    return title_word_in(title, at, TITLE_HEADS) || is_round(right) || left == 0x201D ||
           (phrases->inside[at] > 0 && !phrases->organ_ends[at] && is_organ(title, at)) ||
           (title_is_number(title, title_previous(title, at)) && !ends_date(left));
}

static gboolean is_phrase(const Phrases *phrases, gsize at)
{
    const TitleText *title = &phrases->title;
    gsize left = title_previous(title, at);

    return is_mark(title_character_before(title, at)) || is_mark(title_character(title, at)) ||
           phrases->organ_ends[at] || title_word_in(title, left, TITLE_PARTICLES);
}

static TitleRule rule_between_words(const Phrases *phrases, gsize at)
{
    const TitleText *title = &phrases->title;
    gsize left = title_previous(title, at);
    TitleRule forbidding = rule_forbidding(title, at);

    if (forbidding != TITLE_WORDS)
        return forbidding;
    if (g_unichar_isspace(title_character_before(title, at)))
        return rule_at_space(title, at);
    if (begins_clause(phrases, at))
        return TITLE_CLAUSES;
    if (leans(phrases, at))
        return TITLE_HEAD;
    if (is_phrase(phrases, at))
        return TITLE_PHRASES;
    if (title_word_in(title, left, TITLE_VERBS) || title_is_number(title, left))
        return TITLE_ADJUNCT;
    return parts_single(title, at) ? TITLE_SINGLE : TITLE_WORDS;
}

static gint cost_at(const Phrases *phrases, gsize at)
{
    const TitleText *title = &phrases->title;

    if (at == title->length)
        return 0;
    if (title->numbers[at])
        return title_cost[TITLE_NUMBER] + phrases->inside[at];
    if (!title->begins[at])
        return title_cost[TITLE_WORD] + phrases->inside[at];
    return title_cost[rule_between_words(phrases, at)] + phrases->inside[at];
}

gint *title_phrases(const Paragraph *paragraph, const guint8 *dictionary, GPtrArray *const *lists,
                    const GPtrArray *names)
{
    guint n = paragraph->clusters->len;
    gint *costs = g_new0(gint, n + 1);
    Phrases phrases;

    title_text_init(&phrases.title, paragraph->text, dictionary, lists, names);
    phrases.organ_ends = g_new0(guint8, phrases.title.length + 1);
    phrases.inside = g_new0(gint, phrases.title.length + 1);
    find_organs(&phrases);
    hold_issuers(&phrases);
    hold_known_names(&phrases);
    hold_quoted(&phrases);
    for (guint i = 0; i < n; i++) {
        const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        costs[i] = MAX(cost_at(&phrases, cluster->end), cluster->penalty);
        if (cluster->penalty == PENALTY_NEVER)
            costs[i] = title_cost[TITLE_FORCED];
    }
    g_free(phrases.organ_ends);
    g_free(phrases.inside);
    title_text_clear(&phrases.title);
    return costs;
}
