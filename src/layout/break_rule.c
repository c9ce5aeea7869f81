#include "layout/break_rule.h"

#include "layout/char_class.h"
#include "layout/unit.h"
#include "layout/word_break.h"

enum {
    BREAK_FREE,
    BREAK_LINE_START,
    BREAK_LINE_END,
    BREAK_NUMBER,
    BREAK_NUMBER_SIGN,
    BREAK_WORD,
    BREAK_ADDRESS,
    BREAK_SLASH,
    BREAK_SPACE,
    BREAK_UNIT,
    BREAK_DATE_UNIT,
    BREAK_DATE,
    BREAK_ORDINAL,
    BREAK_REFERENCE,
    BREAK_BEFORE_REFERENCE,
    BREAK_RANGE,
    BREAK_LABEL,
    BREAK_NOTE,
    BREAK_MARKED,
    BREAK_MARKED_LONG
};

/* Penalties in the unit of break_cost.c, where a third of an em in the gaps of a line costs 40, and
 * 4000 white that the eye sees: dates are broken for the one (B3), units for the other alone. */
static const BreakRule break_rules[] = {
    [BREAK_FREE] = {"free", 0, ""},
    [BREAK_LINE_START] = {"line-start", PENALTY_NEVER, "GB/T 15834-2011 5.1.9, CLREQ 3.1.3.1"},
    [BREAK_LINE_END] = {"line-end", PENALTY_NEVER, "GB/T 15834-2011 5.1.9, CLREQ 3.1.3.1"},
    [BREAK_NUMBER] = {"number", PENALTY_NEVER, "GB/T 15835-2011"},
    [BREAK_NUMBER_SIGN] = {"number-sign", PENALTY_NEVER, "CLREQ 3.1.3.2"},
    [BREAK_WORD] = {"word", PENALTY_NEVER, "CLREQ 3.2.1"},
    [BREAK_ADDRESS] = {"address", PENALTY_LAST_RESORT, "CLREQ 3.2.1"},
    [BREAK_SLASH] = {"slash", 1000, "UAX #14 SY"}, /* docs/|ci */
    [BREAK_SPACE] = {"space", PENALTY_NEVER, "UAX #14 LB7"},
    [BREAK_UNIT] = {"unit", 3000, "typography B3"},                        /* 25|人, 平|方米 */
    [BREAK_DATE_UNIT] = {"date-unit", 3000, "typography B3"},              /* 2023|年 */
    [BREAK_DATE] = {"date", 40, "typography B3"},                          /* 2023年|6月 */
    [BREAK_ORDINAL] = {"ordinal", 3000, "typography B3"},                  /* 第|十|二|条 */
    [BREAK_REFERENCE] = {"reference", PENALTY_NEVER, "typography B3"},     /* 〔2023〕|12|号 */
    [BREAK_BEFORE_REFERENCE] = {"before-reference", 300, "typography B3"}, /* 政|〔2023〕12号 */
    [BREAK_RANGE] = {"range", 1000, "typography B3"},                      /* 500～|800 */
    [BREAK_LABEL] = {"label", PENALTY_NEVER, "GB/T 9704-2012 7.3.4"},
    [BREAK_NOTE] = {"note-mark", PENALTY_NEVER, "typography B3"},
    [BREAK_MARKED] = {"marked", PENALTY_NEVER, "marked in the source"},
    [BREAK_MARKED_LONG] = {"marked-long", PENALTY_LAST_RESORT, "longer than a line"},
};

const BreakRule *break_rule(guint rule)
{
    return &break_rules[rule];
}

/* ---- by what stands on both sides ---- */

static gboolean starts_no_line(CharClass klass, KinsokuLevel level)
{
    if (class_closes(klass) || klass == CLASS_CN || klass == CLASS_MD || klass == CLASS_SO)
        return TRUE;
    return level == KINSOKU_STRICT && (klass == CLASS_DS || klass == CLASS_EL);
}

static gboolean ends_no_line(CharClass klass, KinsokuLevel level)
{
    return klass == CLASS_OP || (level >= KINSOKU_GB && klass == CLASS_SO);
}

static gunichar character(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_utf8_get_char(paragraph->text + cluster->start);
}

/* Half-width marks obey the same rule as full-width ones: no line begins with ) or ends with (. */
static gboolean latin_mark_closes(gunichar c)
{
    return c == ')' || c == ']' || c == '}' || c == ',' || c == '.' || c == ';' || c == ':' ||
           c == '!' || c == '?' || c == 0x2019 || c == 0x201D;
}

static gboolean latin_mark_opens(gunichar c)
{
    return c == '(' || c == '[' || c == '{' || c == 0x2018 || c == 0x201C;
}

/* Between two characters of one word. */
static guint8 rule_in_word(const Paragraph *paragraph, const Cluster *left, const Cluster *right)
{
    if (left->klass == CLASS_DG && right->klass == CLASS_DG)
        return BREAK_NUMBER;
    if ((left->klass == CLASS_DG && right->klass == CLASS_SF) ||
        (left->klass == CLASS_PF && right->klass == CLASS_DG))
        return BREAK_NUMBER_SIGN;
    if (left->klass != CLASS_LP || right->klass == CLASS_LP)
        return BREAK_WORD;
    const Cluster *first = (const Cluster *) (gconstpointer) paragraph->clusters->data;
    WordBreak found = word_break(paragraph, (guint32) (left - first));
    return found == WORD_WHOLE ? BREAK_WORD : found == WORD_SLASH ? BREAK_SLASH : BREAK_ADDRESS;
}

/* 吐鲁番-哈密: the short joining mark (GB/T 15834-2011 5.1.6). Behind a blank it is a minus. So do
 * the marks that join the parts of a path: 通报/a.md, 通报_1. */
static gboolean joins(const Paragraph *paragraph, const Cluster *left, const Cluster *right)
{
    gunichar c = character(paragraph, right);

    return left->klass != CLASS_SP &&
           (c == '-' || c == '/' || c == '_' || c == 0x2010 || c == 0x2011);
}

static gboolean begins_no_line(const Paragraph *paragraph, const Cluster *cluster,
                               KinsokuLevel level)
{
    return starts_no_line(cluster->klass, level) ||
           (cluster->klass == CLASS_LP && latin_mark_closes(character(paragraph, cluster)));
}

static gboolean leads_on(const Paragraph *paragraph, const Cluster *cluster, KinsokuLevel level)
{
    return ends_no_line(cluster->klass, level) ||
           (cluster->klass == CLASS_LP && latin_mark_opens(character(paragraph, cluster)));
}

/* `shown` is the last character that is no blank at or before `left`: a blank that was typed inside
 * a bracket does not let the bracket end a line (UAX #14 LB14). */
static guint8 rule_between(const Paragraph *paragraph, const Cluster *shown, const Cluster *left,
                           const Cluster *right, KinsokuLevel level)
{
    CharClass a = left->klass, b = right->klass;

    if (a == CLASS_BR)
        return BREAK_FREE;
    if (b == CLASS_SP || b == CLASS_BR)
        return BREAK_SPACE;
    if (class_is_alphabetic(a) && class_is_alphabetic(b))
        return rule_in_word(paragraph, left, right);
    if (begins_no_line(paragraph, right, level) || joins(paragraph, left, right))
        return BREAK_LINE_START;
    if (leads_on(paragraph, shown, level))
        return BREAK_LINE_END;
    return a == CLASS_ID && b == CLASS_SF ? BREAK_NUMBER_SIGN : BREAK_FREE;
}

/* ---- by units of several characters ---- */

/* The clusters of a paragraph without spaces that are gaps: 5 人 is read like 5人. */
typedef struct {
    const Paragraph *paragraph;
    Cluster *clusters;
    guint32 *index; /* into `clusters`; one more than n */
    guint n;
} Scan;

static Cluster *cluster_at(const Scan *scan, guint i)
{
    return &scan->clusters[scan->index[i]];
}

/* A break after `i` comes after the spaces that follow it. */
static Cluster *break_after(const Scan *scan, guint i)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): `index` has n + 1 */
    return &scan->clusters[scan->index[i + 1] - 1];
}

static gunichar character_at(const Scan *scan, guint i)
{
    return i < scan->n ? character(scan->paragraph, cluster_at(scan, i)) : 0;
}

static gboolean is_at(const Scan *scan, guint i, CharClass klass)
{
    return i < scan->n && cluster_at(scan, i)->klass == klass;
}

static guint digits_end(const Scan *scan, guint i)
{
    while (is_at(scan, i, CLASS_DG))
        i++;
    return i;
}

static void set_rule(Cluster *cluster, guint8 rule)
{
    cluster->rule = rule;
    cluster->penalty = break_rules[rule].penalty;
}

/* A stronger rule that is there already stays. */
static void keep_after(const Scan *scan, guint i, guint8 rule)
{
    Cluster *cluster = break_after(scan, i);

    if (break_rules[rule].penalty > cluster->penalty)
        set_rule(cluster, rule);
}

/* Clusters [from, to] stay together. */
static void keep_all(const Scan *scan, guint from, guint to, guint8 rule)
{
    for (guint i = from; i < to; i++)
        keep_after(scan, i, rule);
}

/* Where the unit that begins at `i` ends: 万元, 平方米, or a numeral alone: 3万, 300余. `i` when
 * there is none. */
static guint unit_end(const Scan *scan, guint i)
{
    while (is_multiplier(character_at(scan, i)))
        i++;
    if (i >= scan->n)
        return i;
    const gchar *text = scan->paragraph->text + cluster_at(scan, i)->start;
    for (guint length = unit_length(text); length > 0; length--)
        i++;
    return MIN(i, scan->n);
}

/* 12|号 of 〔2023〕12号; `i` is the bracket. Gives where it ends, 0 if it is no reference. */
static guint reference_end(const Scan *scan, guint i)
{
    guint year_end = digits_end(scan, i + 1);

    if (year_end == i + 1 || !is_at(scan, year_end, CLASS_CL))
        return 0;
    guint number = year_end + 1;
    if (character_at(scan, number) == 0x7B2C) /* 第 */
        number++;
    guint end = digits_end(scan, number);
    return end > number && character_at(scan, end) == 0x53F7 /* 号 */ ? end : 0;
}

static void keep_reference(const Scan *scan, guint i)
{
    guint end = reference_end(scan, i);

    if (end == 0)
        return;
    keep_all(scan, i, end, BREAK_REFERENCE);
    if (i > 0 && is_at(scan, i - 1, CLASS_ID))
        keep_after(scan, i - 1, BREAK_BEFORE_REFERENCE);
}

static gboolean is_date_unit(gunichar c)
{
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5; /* 年 月 日 */
}

/* What follows a number that ends before `i`: its unit, and the rest of a date. */
static void keep_number(const Scan *scan, guint i)
{
    gunichar unit = character_at(scan, i);

    if (is_date_unit(unit))
        keep_after(scan, i - 1, BREAK_DATE_UNIT);
    keep_all(scan, i - 1, unit_end(scan, i) - 1, BREAK_UNIT);
    guint next = digits_end(scan, i + 1);
    if ((unit == 0x5E74 || unit == 0x6708) && next > i + 1 &&
        character_at(scan, next) == (unit == 0x5E74 ? 0x6708 : 0x65E5))
        keep_after(scan, i, BREAK_DATE);
    if (unit == 0xFF1A && next > i + 1) /* 12：30 */
        keep_after(scan, i, BREAK_NUMBER);
}

/* 第十二条; `i` is 第. Behind digits the unit is that of the number. */
static void keep_ordinal(const Scan *scan, guint i)
{
    guint end = i + 1;

    while (is_han_numeral(character_at(scan, end)))
        end++;
    if (end > i + 1)
        keep_all(scan, i, unit_end(scan, end) - 1, BREAK_ORDINAL);
    else if (is_at(scan, end, CLASS_DG))
        keep_after(scan, i, BREAK_ORDINAL);
}

static void keep_units(const Scan *scan)
{
    for (guint i = 0; i < scan->n; i++) {
        CharClass klass = cluster_at(scan, i)->klass;
        if (klass == CLASS_DG && !is_at(scan, i + 1, CLASS_DG))
            keep_number(scan, i + 1);
        else if (klass == CLASS_OP)
            keep_reference(scan, i);
        else if (klass == CLASS_ID && character_at(scan, i) == 0x7B2C)
            keep_ordinal(scan, i);
        else if (klass == CLASS_CN &&
                 (is_at(scan, i + 1, CLASS_DG) || is_at(scan, i + 1, CLASS_PF)))
            keep_after(scan, i, BREAK_RANGE);
    }
}

static void set_rules_between(const Scan *scan, KinsokuLevel level)
{
    const Cluster *shown = scan->clusters;

    for (guint i = 0; i + 1 < scan->n; i++) {
        if (!is_at(scan, i, CLASS_SP))
            shown = cluster_at(scan, i);
        for (Cluster *space = cluster_at(scan, i); space < break_after(scan, i); space++)
            set_rule(space, BREAK_SPACE);
        set_rule(break_after(scan, i), rule_between(scan->paragraph, shown, cluster_at(scan, i),
                                                    cluster_at(scan, i + 1), level));
    }
}

/* ---- spans that an editor does not want broken ---- */

static guint32 joined_span(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_array_index(paragraph->runs, TextRun, cluster->run).marks.joined;
}

static void keep_spans(const Paragraph *paragraph, Cluster *clusters, guint32 n)
{
    for (guint32 i = 0; i + 1 < n; i++) {
        guint32 span = joined_span(paragraph, &clusters[i]);
        if (span != 0 && span == joined_span(paragraph, &clusters[i + 1]) &&
            clusters[i].klass != CLASS_BR && clusters[i].penalty < PENALTY_NEVER)
            set_rule(&clusters[i], BREAK_MARKED);
    }
}

void break_rules_release_long(Paragraph *paragraph, Len measure)
{
    Cluster *clusters = (Cluster *) paragraph->clusters->data;
    guint n = paragraph->clusters->len;

    for (guint first = 0, last; first < n; first = last) {
        guint32 span = joined_span(paragraph, &clusters[first]);
        Len width = 0;
        for (last = first; last < n && joined_span(paragraph, &clusters[last]) == span; last++)
            width += clusters[last].advance + clusters[last].gap;
        for (guint i = first; span != 0 && width > measure && i < last; i++)
            if (clusters[i].rule == BREAK_MARKED)
                set_rule(&clusters[i], BREAK_MARKED_LONG);
    }
}

gboolean break_was_released(const Cluster *cluster)
{
    return cluster->rule == BREAK_MARKED_LONG;
}

/* ---- labels, and what stands right after them ---- */

static void keep_label(const Paragraph *paragraph, Cluster *clusters, guint32 n)
{
    for (guint32 i = 0; i < n && clusters[i].end <= paragraph->label; i++)
        set_rule(&clusters[i], BREAK_LABEL);
}

/* ---- marks of footnotes ---- */

static guint note_of(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_array_index(paragraph->runs, TextRun, cluster->run).marks.note;
}

/* A mark stays with the character that it stands at, and right beside it. */
static void keep_notes(const Paragraph *paragraph, Cluster *clusters, guint32 n)
{
    for (guint32 i = 0; i + 1 < n; i++)
        if (note_of(paragraph, &clusters[i + 1]) > 0) {
            set_rule(&clusters[i], BREAK_NOTE);
            clusters[i].solid = TRUE;
        }
}

/* ---- all of it ---- */

void set_break_rules(Paragraph *paragraph, KinsokuLevel level)
{
    guint32 n = paragraph->clusters->len;
    g_autofree guint32 *index = g_new(guint32, n + 1);
    Scan scan = {paragraph, (Cluster *) paragraph->clusters->data, index, 0};

    for (guint32 i = 0; i < n; i++)
        if (!cluster_is_typed_gap(&scan.clusters[i]))
            index[scan.n++] = i;
    index[scan.n] = n;
    set_rules_between(&scan, level);
    keep_units(&scan);
    keep_spans(paragraph, scan.clusters, n);
    keep_label(paragraph, scan.clusters, n);
    keep_notes(paragraph, scan.clusters, n);
}
