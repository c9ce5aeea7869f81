/* Paragraphs of hand-made clusters, set in every way that a template may ask for, and in some that
 * none does: type of all sizes, measures narrower than a character, glyphs without width. */
#include "../unit/handmade.h"
#include "../unit/line_checks.h"
#include "fuzz.h"
#include "layout/label.h"
#include "layout/strict_grid.h"
#include "layout/track.h"

#define MOST_PIECES 500
#define LONGEST (14400 * LEN_PT) /* of a template's lengths */

/* A byte chooses one. */
static const gchar *const pieces[] = {
    "国", "国",   "国", "国", "为", "四", "第", "年", "月", "日",   "号", "人", "条", "平方米",
    "十", "二",   "万", "〇", "，", "，", "。", "、", "；", "：",   "？", "！", "‼",  "（",
    "）", "（",   "）", "《", "》", "“",  "”",  "‘",  "’",  "〔",   "〕", "【", "】", "——",
    "……", "—",    "…",  "～", "–",  "·",  "／", "⋯",  "⸺",  "1",    "2",  "0",  "7",  "1",
    "2",  "2023", ".",  ",",  ":",  "%",  "‰",  "℃",  "￥", "¥",    "№",  "±",  "+",  "-",
    "/",  "@",    "_",  "?",  "a",  "b",  "A",  "x",  "é",  "word", "Ω",  "я",  "(",  ")",
    "[",  "]",    "'",  "\"", " ",  " ",  " ",  "  ", "\n", "㎏",   "￣", "々", "㐀", "\xC2\xA0"};

typedef struct {
    Composition composition;
    Measure measure;
    Len em;
    gboolean strict, varied;
    gint tracking; /* thousandths of an em */
    guint label;   /* characters of it */
    Len start;     /* of the first line; 0: as its style says */
} Setting;

/* ---- from bytes ---- */

static GapStyle read_gap(FuzzBytes *bytes)
{
    gint minimum = (gint) fuzz_below(bytes, 251), natural = minimum + (gint) fuzz_below(bytes, 251);

    return (GapStyle){natural, minimum, natural + 2 * (gint) fuzz_below(bytes, 250)};
}

static Setting read_setting(FuzzBytes *bytes)
{
    static const Len sizes[] = {1024, 16172, 16172, 1, 7, 333, LONGEST, 22 * LEN_PT};
    Setting setting;
    guint flags = fuzz_byte(bytes);

    setting.composition = (Composition){.punct = fuzz_below(bytes, 4),
                                        .kinsoku = fuzz_below(bytes, 3),
                                        .line_end_mark = fuzz_below(bytes, 3)};
    if (flags & 128)
        setting.composition.start_bracket = START_BRACKET_TRIM;
    setting.composition.han_latin = read_gap(bytes);
    setting.composition.han_digit = read_gap(bytes);
    setting.measure.align = fuzz_below(bytes, 4);
    setting.em = sizes[fuzz_below(bytes, G_N_ELEMENTS(sizes))];
    setting.measure.width = setting.em * fuzz_two_bytes(bytes) / 1024 + fuzz_byte(bytes);
    if (flags & 1)
        setting.measure.width = LONGEST * fuzz_byte(bytes) / 256;
    setting.measure.indent_first = setting.em * fuzz_below(bytes, 4);
    setting.measure.left = setting.em * fuzz_below(bytes, 8) / 4;
    setting.measure.right = setting.em * fuzz_below(bytes, 8) / 8;
    setting.strict = (flags & 6) == 6;
    setting.varied = (flags & 8) != 0;
    setting.tracking = flags & 16 ? (gint) fuzz_below(bytes, 101) - 50 : 0;
    setting.label = flags & 32 ? fuzz_below(bytes, 8) : 0;
    setting.start = flags & 64 ? setting.em * fuzz_byte(bytes) / 16 : 0;
    return setting;
}

/* Text, and at the byte where each character begins the byte that varies it. */
static gchar *read_text(FuzzBytes *bytes, gboolean varied, GByteArray *variations)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < MOST_PIECES && !fuzz_is_at_end(bytes); i++) {
        const gchar *piece = pieces[fuzz_below(bytes, G_N_ELEMENTS(pieces))];
        guint8 variation = varied ? (guint8) fuzz_byte(bytes) : 0;
        g_string_append(text, piece);
        for (gsize k = strlen(piece); k > 0; k--)
            g_byte_array_append(variations, &variation, 1);
    }
    return g_string_free(text, FALSE);
}

/* Two bits each: how large the character is, how wide its glyph, where the ink of a mark lies. */
static void vary(Cluster *cluster, Len em, guint8 variation)
{
    static const struct {
        gint left, right; /* thousandths of an em */
    } inks[] = {{0, 0}, {90, 640}, {630, 110}, {330, 340}};
    const Len sizes[] = {em, em * 3 / 4, em * 2, em / 16};
    Len size = MAX(sizes[variation & 3], 1);
    Len natural = cluster->advance * size / EM;
    const Len advances[] = {natural, natural * 3 / 7, natural * 2, 0};
    guint ink = variation >> 4 & 3;

    cluster->em = size;
    cluster->advance = advances[variation >> 2 & 3];
    if (cluster->klass == CLASS_SP) /* without width it would be a gap that was typed */
        cluster->advance = MAX(cluster->advance, 1);
    if ((cluster->klass >= CLASS_OP && cluster->klass <= CLASS_MD) || cluster->klass == CLASS_SO) {
        cluster->ink_left = (Len) ((gint64) cluster->advance * inks[ink].left / 1000);
        cluster->ink_right = (Len) ((gint64) cluster->advance * inks[ink].right / 1000);
    }
}

/* The bit above begins a run, the one above that makes it one that is not to be broken. */
static void divide(Paragraph *paragraph, const GByteArray *variations)
{
    g_array_set_size(paragraph->runs, 0);
    for (guint i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        guint8 variation = variations->data[cluster->start];
        if (i == 0 || variation & 64) {
            TextRun run = {.start = cluster->start};
            run.marks.joined = variation & 128 ? i + 1 : 0;
            g_array_append_val(paragraph->runs, run);
        }
        cluster->run = paragraph->runs->len - 1;
        g_array_index(paragraph->runs, TextRun, cluster->run).end = cluster->end;
    }
}

/* A label has no line of its own. */
static guint32 label_end(const Paragraph *paragraph, guint length)
{
    guint32 end = 0;

    for (guint i = 0; i < MIN(length, paragraph->clusters->len); i++) {
        if (handmade_cluster(paragraph, i)->klass == CLASS_BR)
            break;
        end = handmade_cluster(paragraph, i)->end;
    }
    return end;
}

static Paragraph *read_paragraph(FuzzBytes *bytes, const Setting *setting)
{
    g_autoptr(GByteArray) variations = g_byte_array_new();
    g_autofree gchar *text = read_text(bytes, setting->varied, variations);
    Paragraph *paragraph = handmade_shaped(text);

    for (guint i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        vary(cluster, setting->em, variations->data[cluster->start]);
    }
    divide(paragraph, variations);
    paragraph->label = label_end(paragraph, setting->label);
    paragraph->start = setting->start;
    return paragraph;
}

/* ---- what must hold ---- */

static guint32 span_of(const Paragraph *paragraph, guint32 i)
{
    guint run = checked_cluster(paragraph, i)->run;

    return g_array_index(paragraph->runs, TextRun, run).marks.joined;
}

static Len span_width(const Paragraph *paragraph, guint32 in)
{
    Len width = 0;

    for (guint32 i = 0; i < paragraph->clusters->len; i++)
        if (span_of(paragraph, i) == span_of(paragraph, in))
            width += checked_cluster(paragraph, i)->advance + checked_cluster(paragraph, i)->gap;
    return width;
}

/* A span that is not to be broken is whole unless it is wider than a line. */
static void check_spans(const Paragraph *paragraph, const GPtrArray *lines, Len measure)
{
    for (guint i = 0; i + 1 < lines->len; i++) {
        const Line *line = lines->pdata[i];
        guint32 span = span_of(paragraph, line->last - 1);
        if (span == 0 || span != span_of(paragraph, line->last) || line->ends_paragraph ||
            line_has(line, ADJUST_FORCED))
            continue;
        g_assert_cmpint(span_width(paragraph, line->last), >, measure);
    }
}

static void check_tracking(const Paragraph *paragraph, const Line *line, gint thousandths)
{
    guint32 end = line->last;
    Len sum = 0;

    while (end > line->first && cluster_is_blank(checked_cluster(paragraph, end - 1)))
        end--;
    for (guint32 i = line->first; i + 1 < end; i++)
        sum += checked_cluster(paragraph, i)->em * thousandths / 1000;
    for (guint i = 0; i < line->adjustments->len; i++)
        if (g_array_index(line->adjustments, Adjustment, i).kind == ADJUST_TRACKING)
            g_assert_cmpint(g_array_index(line->adjustments, Adjustment, i).amount, ==, sum);
}

static void check_tracked(const SetBlock *block, const Setting *setting)
{
    SetBlock *tracked = track_block(block, setting->tracking, &setting->composition);

    check_lines(tracked->paragraph, tracked->lines, &block->measure, &setting->composition);
    check_line_ends(tracked->paragraph, tracked->lines, setting->composition.kinsoku);
    if (setting->tracking >= 0)
        check_forced(tracked->paragraph, tracked->lines, &block->measure);
    for (guint i = 0; i < tracked->lines->len; i++)
        check_tracking(tracked->paragraph, tracked->lines->pdata[i], setting->tracking);
    paragraph_free(tracked->paragraph);
    g_ptr_array_unref(tracked->lines);
    g_free(tracked);
}

/* As layout.c does it. */
static void set_even(Paragraph *paragraph, const Setting *setting)
{
    space_clusters(paragraph, &setting->composition);
    label_set_solid(paragraph);
    Measure measure = label_measure(paragraph, &setting->measure, 0);
    Len room = measure.width - measure.left - measure.right;
    break_rules_release_long(paragraph, room);
    g_autoptr(GPtrArray) lines = break_lines(paragraph, &measure, &setting->composition);
    check_lines(paragraph, lines, &measure, &setting->composition);
    check_line_ends(paragraph, lines, setting->composition.kinsoku);
    check_forced(paragraph, lines, &measure);
    check_spans(paragraph, lines, room);
    if (setting->tracking != 0)
        check_tracked(&(SetBlock){.paragraph = paragraph, .measure = measure, .lines = lines},
                      setting);
}

/* What is as wide as cells stands in them. */
static void check_cells(const Paragraph *paragraph, const Line *line, Len cell)
{
    for (guint32 i = line->first; i < line->last; i++) {
        const Cluster *cluster = checked_cluster(paragraph, i);
        Len x = g_array_index(line->x, PageLen, i - line->first);
        if (cluster->klass == CLASS_ID && cluster->advance == cell && cluster->ink_shift == 0)
            g_assert_cmpint(x % cell, ==, 0);
    }
}

static void set_strict(Paragraph *paragraph, const Setting *setting)
{
    Composition rigid = {.line_end_mark = LINE_END_FULL};
    Measure measure = label_measure(paragraph, &setting->measure, setting->em), ragged = measure;
    g_autoptr(GPtrArray) lines =
        strict_grid_lines(paragraph, &measure, &setting->composition, setting->em);

    if (ragged.align == ALIGN_JUSTIFY)
        ragged.align = ALIGN_LEFT;
    check_lines(paragraph, lines, &ragged, &rigid);
    check_line_ends(paragraph, lines, setting->composition.kinsoku);
    for (guint i = 0; i < lines->len; i++)
        check_cells(paragraph, lines->pdata[i], setting->em);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzBytes bytes = {data, size, 0};
    Setting setting = read_setting(&bytes);
    g_autoptr(Paragraph) paragraph = read_paragraph(&bytes, &setting);

    if (setting.strict)
        set_strict(paragraph, &setting);
    else
        set_even(paragraph, &setting);
    return 0;
}
