#include "layout/space.h"

#include <string.h>

/* ---- boxes: how wide a mark is, and on which side its white is (B1) ---- */

typedef enum { BOX_GLYPHS, BOX_LEFT_WHITE, BOX_RIGHT_WHITE, BOX_HALF } Box;

static const Box class_boxes[CLASS_COUNT] = {
    [CLASS_ID] = BOX_GLYPHS,      [CLASS_OP] = BOX_LEFT_WHITE,  [CLASS_CL] = BOX_RIGHT_WHITE,
    [CLASS_PA] = BOX_RIGHT_WHITE, [CLASS_SC] = BOX_RIGHT_WHITE, [CLASS_FS] = BOX_RIGHT_WHITE,
    [CLASS_QE] = BOX_RIGHT_WHITE, [CLASS_MD] = BOX_HALF,        [CLASS_DS] = BOX_GLYPHS,
    [CLASS_EL] = BOX_GLYPHS,      [CLASS_CN] = BOX_GLYPHS,      [CLASS_SO] = BOX_HALF,
};

/* Puts glyphs of another width into a box of the wanted one: against the side of the body. */
static void set_box(Cluster *cluster, Len width, Box box)
{
    Len spare = width - cluster->advance;

    if (box == BOX_LEFT_WHITE)
        cluster->ink_shift = spare;
    else if (box == BOX_HALF)
        cluster->ink_shift = spare / 2;
    cluster->advance = width;
}

static void box_cluster(Cluster *cluster)
{
    Box box = class_boxes[cluster->klass];
    Len half = cluster->em / 2;

    cluster->ink_shift = cluster->white_left = cluster->white_right = 0;
    switch (box) {
    case BOX_LEFT_WHITE:
        set_box(cluster, cluster->em, box);
        cluster->white_left = half;
        break;
    case BOX_RIGHT_WHITE:
        set_box(cluster, cluster->em, box);
        cluster->white_right = half;
        break;
    case BOX_HALF:
        set_box(cluster, half, box);
        break;
    default:
        break;
    }
}

static void drop_left(Cluster *cluster)
{
    cluster->advance -= cluster->white_left;
    cluster->ink_shift -= cluster->white_left;
    cluster->white_left = 0;
}

static void drop_right(Cluster *cluster)
{
    cluster->advance -= cluster->white_right;
    cluster->white_right = 0;
}

/* 开明式: every mark half but those that end a sentence. 半角式: every mark half. */
static void apply_punct_style(Cluster *cluster, PunctStyle style)
{
    gboolean ends_sentence = cluster->klass == CLASS_FS || cluster->klass == CLASS_QE;

    if (style == PUNCT_BANJIAO || (style == PUNCT_KAIMING && !ends_sentence)) {
        drop_left(cluster);
        drop_right(cluster);
    } else if (style == PUNCT_PLAIN) {
        cluster->white_left = cluster->white_right = 0;
    }
}

/* ---- adjacent marks (B4) ---- */

static gboolean is_closing(CharClass klass)
{
    return klass >= CLASS_CL && klass <= CLASS_QE;
}

/* Between two marks the white of the first goes before a closing one, the white of the second after
 * an opening one; between a closing and an opening one half an em of the two stays. */
static void compress_pair(Cluster *left, Cluster *right)
{
    if (is_closing(left->klass) && is_closing(right->klass))
        drop_right(left);
    else if ((is_closing(left->klass) || left->klass == CLASS_OP) && right->klass == CLASS_OP)
        drop_left(right);
}

/* ---- gaps between scripts (B6) ---- */

static gboolean is_han(const Cluster *cluster)
{
    return cluster->klass == CLASS_ID;
}

static const GapStyle *gap_style(const Cluster *left, const Cluster *right,
                                 const Composition *composition)
{
    const Cluster *other = is_han(left) ? right : left;

    if (is_han(left) == is_han(right))
        return NULL;
    switch (other->klass) {
    case CLASS_LT:
        return &composition->han_latin;
    case CLASS_DG:
        return &composition->han_digit;
    case CLASS_PF:
        return other == right ? &composition->han_digit : NULL;
    default:
        return NULL;
    }
}

static void set_gap(Cluster *left, const Cluster *right, const Composition *composition)
{
    const GapStyle *style = gap_style(left, right, composition);
    Len em = MAX(left->em, right->em);

    if (!style)
        return;
    left->gap = em * style->natural / 1000;
    left->gap_min = em * style->minimum / 1000;
    left->gap_max = em * style->maximum / 1000;
}

/* ---- line breaks (B2, B3) ---- */

enum {
    BREAK_FREE,
    BREAK_LINE_START,
    BREAK_LINE_END,
    BREAK_NUMBER,
    BREAK_NUMBER_SIGN,
    BREAK_WORD,
    BREAK_ADDRESS,
    BREAK_SPACE,
    BREAK_UNIT,
    BREAK_MARKED,
    BREAK_MARKED_LONG
};

static const BreakRule break_rules[] = {
    [BREAK_FREE] = {"free", 0, ""},
    [BREAK_LINE_START] = {"line-start", PENALTY_NEVER, "GB/T 15834-2011 5.1.9, CLREQ 3.1.3.1"},
    [BREAK_LINE_END] = {"line-end", PENALTY_NEVER, "GB/T 15834-2011 5.1.9, CLREQ 3.1.3.1"},
    [BREAK_NUMBER] = {"number", PENALTY_NEVER, "GB/T 15835-2011"},
    [BREAK_NUMBER_SIGN] = {"number-sign", PENALTY_NEVER, "CLREQ 3.1.3.2"},
    [BREAK_WORD] = {"word", PENALTY_NEVER, "CLREQ 3.2.1"},
    [BREAK_ADDRESS] = {"address", PENALTY_LAST_RESORT, "CLREQ 3.2.1"},
    [BREAK_SPACE] = {"space", PENALTY_NEVER, "UAX #14 LB7"},
    [BREAK_UNIT] = {"unit", 100, "typography B3"},
    [BREAK_MARKED] = {"marked", PENALTY_NEVER, "marked in the source"},
    [BREAK_MARKED_LONG] = {"marked-long", PENALTY_LAST_RESORT, "longer than a line"},
};

const BreakRule *break_rule(guint rule)
{
    return &break_rules[rule];
}

static gboolean starts_no_line(CharClass klass, KinsokuLevel level)
{
    if (is_closing(klass) || klass == CLASS_CN || klass == CLASS_MD || klass == CLASS_SO)
        return TRUE;
    return level == KINSOKU_STRICT && (klass == CLASS_DS || klass == CLASS_EL);
}

static gboolean ends_no_line(CharClass klass, KinsokuLevel level)
{
    return klass == CLASS_OP || (level >= KINSOKU_GB && klass == CLASS_SO);
}

static gboolean is_alphabetic(CharClass klass)
{
    return klass == CLASS_LT || klass == CLASS_LP || klass == CLASS_DG || klass == CLASS_PF ||
           klass == CLASS_SF;
}

static gunichar character(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_utf8_get_char(paragraph->text + cluster->start);
}

/* 年 月 日 号 个 … after a number; a break there is avoided, not forbidden. */
static gboolean is_counter(gunichar c)
{
    static const gunichar counters[] = {0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206, 0x53F7, 0x4E2A,
                                        0x4EBA, 0x540D, 0x4EF6, 0x6B21, 0x9879, 0x6761, 0x5143,
                                        0x4E07, 0x4EBF, 0x5E73, 0x573A, 0x7BC7, 0x5E62, 0x4F4D};

    for (guint i = 0; i < G_N_ELEMENTS(counters); i++)
        if (c == counters[i])
            return TRUE;
    return FALSE;
}

/* Where an e-mail or web address may be broken when it is longer than the line. */
static gboolean breaks_address(gunichar c)
{
    return c == '@' || c == '.' || c == '/' || c == '-' || c == '_' || c == '?' || c == '&' ||
           c == '=' || c == '#' || c == '%';
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

static guint8 rule_between(const Paragraph *paragraph, const Cluster *left, const Cluster *right,
                           KinsokuLevel level)
{
    CharClass a = left->klass, b = right->klass;

    if (a == CLASS_BR)
        return BREAK_FREE;
    if (b == CLASS_SP || b == CLASS_BR)
        return BREAK_SPACE;
    if (starts_no_line(b, level))
        return BREAK_LINE_START;
    if (ends_no_line(a, level))
        return BREAK_LINE_END;
    if (b == CLASS_LP && !is_alphabetic(a) && latin_mark_closes(character(paragraph, right)))
        return BREAK_LINE_START;
    if (a == CLASS_LP && !is_alphabetic(b) && latin_mark_opens(character(paragraph, left)))
        return BREAK_LINE_END;
    if (a == CLASS_DG && b == CLASS_DG)
        return BREAK_NUMBER;
    if ((a == CLASS_DG && b == CLASS_SF) || (a == CLASS_PF && b == CLASS_DG))
        return BREAK_NUMBER_SIGN;
    if (is_alphabetic(a) && is_alphabetic(b))
        return a == CLASS_LP && breaks_address(character(paragraph, left)) ? BREAK_ADDRESS
                                                                            : BREAK_WORD;
    if (a == CLASS_DG && b == CLASS_ID && is_counter(character(paragraph, right)))
        return BREAK_UNIT;
    return BREAK_FREE;
}

/* ---- spans that an editor does not want broken ---- */

static guint32 joined_span(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_array_index(paragraph->runs, TextRun, cluster->run).marks.joined;
}

/* Where anything else forbids the break, that is the reason. */
static guint8 rule_in_span(const Paragraph *paragraph, const Cluster *left, guint8 rule)
{
    guint32 span = joined_span(paragraph, left);

    if (span == 0 || span != joined_span(paragraph, left + 1) || left->klass == CLASS_BR)
        return rule;
    return break_rules[rule].penalty < PENALTY_NEVER ? BREAK_MARKED : rule;
}

static void release(Cluster *cluster)
{
    if (cluster->rule != BREAK_MARKED)
        return;
    cluster->rule = BREAK_MARKED_LONG;
    cluster->penalty = break_rules[BREAK_MARKED_LONG].penalty;
}

void space_release_long(Paragraph *paragraph, Len measure)
{
    Cluster *clusters = (Cluster *) paragraph->clusters->data;
    guint n = paragraph->clusters->len;

    for (guint first = 0, last; first < n; first = last) {
        guint32 span = joined_span(paragraph, &clusters[first]);
        Len width = 0;
        for (last = first; last < n && joined_span(paragraph, &clusters[last]) == span; last++)
            width += clusters[last].advance + clusters[last].gap;
        for (guint i = first; span != 0 && width > measure && i < last; i++)
            release(&clusters[i]);
    }
}

gboolean space_was_released(const Cluster *cluster)
{
    return cluster->rule == BREAK_MARKED_LONG;
}

/* ---- all of it ---- */

void space_clusters(Paragraph *paragraph, const Composition *composition)
{
    GArray *clusters = paragraph->clusters;

    for (guint i = 0; i < clusters->len; i++) {
        Cluster *cluster = &g_array_index(clusters, Cluster, i);
        box_cluster(cluster);
        apply_punct_style(cluster, composition->punct);
        cluster->gap = cluster->gap_min = cluster->gap_max = 0;
    }
    for (guint i = 0; i + 1 < clusters->len; i++) {
        Cluster *left = &g_array_index(clusters, Cluster, i), *right = left + 1;
        if (composition->punct != PUNCT_PLAIN)
            compress_pair(left, right);
        set_gap(left, right, composition);
        left->rule = rule_in_span(paragraph, left,
                                  rule_between(paragraph, left, right, composition->kinsoku));
        left->penalty = break_rules[left->rule].penalty;
    }
}
