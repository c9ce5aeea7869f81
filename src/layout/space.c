#include "layout/space.h"

#include "layout/break_rule.h"
#include "layout/char_class.h"

/* ---- boxes: how wide a mark is, and on which side its white is (B1) ---- */

typedef enum { BOX_GLYPHS, BOX_LEFT_WHITE, BOX_RIGHT_WHITE, BOX_HALF, BOX_FULL } Box;

static const Box class_boxes[CLASS_COUNT] = {
    [CLASS_ID] = BOX_GLYPHS,      [CLASS_OP] = BOX_LEFT_WHITE,  [CLASS_CL] = BOX_RIGHT_WHITE,
    [CLASS_PA] = BOX_RIGHT_WHITE, [CLASS_SC] = BOX_RIGHT_WHITE, [CLASS_FS] = BOX_RIGHT_WHITE,
    [CLASS_QE] = BOX_RIGHT_WHITE, [CLASS_MD] = BOX_HALF,        [CLASS_DS] = BOX_GLYPHS,
    [CLASS_EL] = BOX_GLYPHS,      [CLASS_CN] = BOX_GLYPHS,      [CLASS_SO] = BOX_HALF,
};

static gunichar character(const Paragraph *paragraph, const Cluster *cluster)
{
    return g_utf8_get_char(paragraph->text + cluster->start);
}

static gboolean is_quote(gunichar c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/* ‼ ⁇ ⁈ ⁉ are pairs in one character: 1 em, nothing of it white. A mark that the font made half an
 * em wide has no white either; but quotes that it made for alphabets get a cell like the others. */
static Box box_of(const Paragraph *paragraph, const Cluster *cluster)
{
    Box box = class_boxes[cluster->klass];

    if (box != BOX_LEFT_WHITE && box != BOX_RIGHT_WHITE)
        return box;
    gunichar c = character(paragraph, cluster);
    if (c >= 0x203C && c <= 0x2049)
        return BOX_FULL;
    return cluster->advance <= cluster->em * 55 / 100 && !is_quote(c) ? BOX_GLYPHS : box;
}

static gboolean has_ink(const Cluster *cluster)
{
    return cluster->ink_left != 0 || cluster->ink_right != 0;
}

/* Puts glyphs of another width into a box of the wanted one: against the side of the body. */
static void set_box(Cluster *cluster, Len width, Box box)
{
    Len spare = width - cluster->advance;

    if (box == BOX_LEFT_WHITE)
        cluster->ink_shift = spare;
    else if (box == BOX_HALF || box == BOX_FULL)
        cluster->ink_shift = spare / 2;
    cluster->advance = width;
}

/* The white that may be taken lies where the font left it, not where a mark of its class should
 * have it (？ of some fonts stands in the middle), and is never more than that (B1.2). */
static void measure_white(Cluster *cluster, Len glyph_advance)
{
    Len em = cluster->em, left = cluster->ink_shift + cluster->ink_left;
    Len right = cluster->advance - cluster->ink_shift - glyph_advance + cluster->ink_right;
    Len middle = (left + cluster->advance - right) / 2;
    gboolean centred = middle >= em * 40 / 100 && middle <= em * 60 / 100;
    Len most = centred ? em / 4 : em / 2;

    if (centred || middle > em / 2)
        cluster->white_left = CLAMP(left, 0, most);
    if (centred || middle < em / 2)
        cluster->white_right = CLAMP(right, 0, most);
}

/* Half an em, unless the ink is wider: it must not run into its neighbours. */
static Len half_box(const Cluster *cluster)
{
    Len ink = cluster->advance - cluster->ink_left - cluster->ink_right;

    return has_ink(cluster) ? MAX(cluster->em / 2, ink) : cluster->em / 2;
}

static void box_cluster(const Paragraph *paragraph, Cluster *cluster)
{
    Box box = box_of(paragraph, cluster);
    Len glyph_advance = cluster->advance;

    cluster->ink_shift = cluster->white_left = cluster->white_right = 0;
    if (box == BOX_GLYPHS)
        return;
    set_box(cluster, box == BOX_HALF ? half_box(cluster) : cluster->em, box);
    if (box == BOX_HALF || box == BOX_FULL)
        return;
    if (has_ink(cluster))
        measure_white(cluster, glyph_advance);
    else if (box == BOX_LEFT_WHITE)
        cluster->white_left = cluster->em / 2;
    else
        cluster->white_right = cluster->em / 2;
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

/* Between two bodies no white stays, but for a closing mark before an opening one: there the wider
 * of the two whites does. A middle dot, which has white of its own, counts as either. */
static void compress_pair(Cluster *left, Cluster *right)
{
    gboolean closes = class_closes(left->klass), opens = right->klass == CLASS_OP;

    if (closes && opens) {
        if (left->white_right < right->white_left)
            drop_right(left);
        else
            drop_left(right);
    } else if ((closes && (class_closes(right->klass) || right->klass == CLASS_MD)) ||
               (opens && (left->klass == CLASS_OP || left->klass == CLASS_MD))) {
        drop_right(left);
        drop_left(right);
    }
}

/* ？？ ！！ ？！ take the room of one character, three the room of two (GB/T 15834-2011 5.1.2): a
 * pair keeps no white at all. Returns how many stand at `at`. */
static guint compress_exclamations(ExactArray *clusters, guint at)
{
    guint end = at;

    while (end < clusters->len && g_array_index(clusters, Cluster, end).klass == CLASS_QE)
        end++;
    for (guint i = at; i < end && (end - at) % 2 == 0; i++) {
        drop_left(&g_array_index(clusters, Cluster, i));
        drop_right(&g_array_index(clusters, Cluster, i));
    }
    return end - at;
}

static void compress_marks(ExactArray *clusters)
{
    for (guint i = 0; i + 1 < clusters->len; i++)
        compress_pair(&g_array_index(clusters, Cluster, i),
                      &g_array_index(clusters, Cluster, i + 1));
    for (guint i = 0; i < clusters->len; i++)
        i += compress_exclamations(clusters, i);
}

/* ---- gaps between scripts (B6) ---- */

static gboolean is_han(const Cluster *cluster)
{
    return cluster->klass == CLASS_ID;
}

/* Of % ° and the like, those of an alphabet's width: ％ and ℃ are as wide as Han. */
static gboolean is_narrow_sign(const Paragraph *paragraph, const Cluster *cluster)
{
    return cluster->klass == CLASS_SF && character(paragraph, cluster) < 0x2000;
}

static const GapStyle *gap_style(const Paragraph *paragraph, const Cluster *left,
                                 const Cluster *right, const Composition *composition)
{
    const Cluster *other = is_han(left) ? right : left;

    if (is_han(left) == is_han(right))
        return NULL;
    if (other->klass == CLASS_LT)
        return &composition->han_latin;
    if (other->klass == CLASS_DG || (other->klass == CLASS_PF && other == right) ||
        (other == left && is_narrow_sign(paragraph, other)))
        return &composition->han_digit;
    return NULL;
}

static void set_gap(Cluster *cluster, Len em, const GapStyle *style)
{
    cluster->gap = em * style->natural / 1000;
    cluster->gap_min = em * style->minimum / 1000;
    cluster->gap_max = em * style->maximum / 1000;
}

static guint skip_spaces(const ExactArray *clusters, guint i)
{
    while (i < clusters->len && g_array_index(clusters, Cluster, i).klass == CLASS_SP)
        i++;
    return i;
}

static gboolean is_literal(const Paragraph *paragraph, guint i)
{
    return paragraph_run(paragraph, i)->marks.literal;
}

/* A space typed where a gap stands anyway (中 A) is the gap: it stays as text, without width. But
 * not in a command, whose blanks are a part of it. */
static void set_gaps(Paragraph *paragraph, const Composition *composition)
{
    ExactArray *clusters = paragraph->clusters;

    for (guint i = 0, next; i < clusters->len; i = next) {
        Cluster *left = &g_array_index(clusters, Cluster, i);
        left->gap = left->gap_min = left->gap_max = 0;
        next = i + 1;
        guint after = left->klass == CLASS_SP ? next : skip_spaces(clusters, next);
        if (after == clusters->len)
            continue;
        const Cluster *right = &g_array_index(clusters, Cluster, after);
        const GapStyle *style = gap_style(paragraph, left, right, composition);
        if (!style || (is_literal(paragraph, i) && is_literal(paragraph, after)))
            continue;
        for (; next < after; next++)
            g_array_index(clusters, Cluster, next).advance = 0;
        set_gap(&g_array_index(clusters, Cluster, after - 1), MAX(left->em, right->em), style);
    }
}

void space_clusters(Paragraph *paragraph, const Composition *composition)
{
    ExactArray *clusters = paragraph->clusters;

    for (guint i = 0; i < clusters->len; i++) {
        Cluster *cluster = &g_array_index(clusters, Cluster, i);
        box_cluster(paragraph, cluster);
        apply_punct_style(cluster, composition->punct);
    }
    if (composition->punct != PUNCT_PLAIN)
        compress_marks(clusters);
    set_gaps(paragraph, composition);
    set_break_rules(paragraph, composition->kinsoku);
}
