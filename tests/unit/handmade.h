/* Paragraphs made by hand, without a font: every character one em wide, letters, digits and spaces
 * half an em (spaces a quarter). */
#ifndef HANDMADE_H
#define HANDMADE_H

#include "layout/break_rule.h"
#include "layout/char_class.h"
#include "layout/space.h"

#include <string.h>

#define EM ((Len) 1024)

static Len handmade_advance(const CharInfo *info)
{
    if (info->klass == CLASS_SP)
        return EM / 4;
    return info->latin ? EM / 2 : EM;
}

static void handmade_add(GArray *clusters, const gchar *text, const CharInfo *info, guint32 start,
                         guint32 end)
{
    Cluster cluster = {.start = start, .end = end, .klass = info->klass, .em = EM};
    Cluster *last =
        clusters->len == 0 ? NULL : &g_array_index(clusters, Cluster, clusters->len - 1);

    /* As shaping does: —— and …… are one cluster. */
    if (last && (info->klass == CLASS_DS || info->klass == CLASS_EL) &&
        last->end - last->start == end - start &&
        memcmp(text + last->start, text + start, end - start) == 0) {
        last->end = end;
        last->advance += handmade_advance(info);
        return;
    }
    cluster.advance = handmade_advance(info);
    g_array_append_val(clusters, cluster);
}

/* As shaping leaves it, not yet spaced. */
static Paragraph *handmade_shaped(const gchar *text)
{
    Paragraph *paragraph = g_new0(Paragraph, 1);
    gsize length = strlen(text);
    g_autofree CharInfo *info = g_new0(CharInfo, length + 1);

    paragraph->text = g_strdup(text);
    paragraph->runs = text_runs_new();
    TextRun whole = {.end = (guint32) length};
    g_array_append_val(paragraph->runs, whole);
    g_autoptr(GArray) clusters = g_array_new(FALSE, TRUE, sizeof(Cluster));
    classify_text(text, length, info);
    for (const gchar *at = text; *at; at = g_utf8_next_char(at))
        handmade_add(clusters, text, &info[at - text], (guint32) (at - text),
                     (guint32) (g_utf8_next_char(at) - text));
    paragraph->glyphs = exact_array_new(NULL, sizeof(Glyph), 0);
    paragraph->clusters = exact_array_new(clusters->data, sizeof(Cluster), clusters->len);
    return paragraph;
}

static inline Paragraph *handmade_paragraph(const gchar *text, const Composition *composition)
{
    Paragraph *paragraph = handmade_shaped(text);

    space_clusters(paragraph, composition);
    return paragraph;
}

/* Text in square brackets, which are left out, is a span that is not to be broken. */
static inline Paragraph *handmade_joined(const gchar *pattern, const Composition *composition)
{
    g_auto(GStrv) parts = g_strsplit_set(pattern, "[]", -1);
    g_autofree gchar *text = g_strjoinv("", parts);
    Paragraph *paragraph = handmade_paragraph(text, composition);
    guint32 start = 0, i = 0;

    g_array_set_size(paragraph->runs, 0);
    for (guint part = 0; parts[part]; part++) {
        TextRun run = {.start = start, .end = start + (guint32) strlen(parts[part])};
        run.marks.joined = part % 2 == 1 ? part : 0;
        start = run.end;
        g_array_append_val(paragraph->runs, run);
        for (; i < paragraph->clusters->len; i++) {
            Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
            if (cluster->start >= run.end)
                break;
            cluster->run = (guint16) part;
        }
    }
    space_clusters(paragraph, composition);
    return paragraph;
}

static const Composition handmade_composition = {
    .punct = PUNCT_QUANJIAO,
    .kinsoku = KINSOKU_GB,
    .line_end_mark = LINE_END_HALF,
    .han_latin = {250, 125, 500},
    .han_digit = {0, 0, 250},
};

static inline const Cluster *handmade_cluster(const Paragraph *paragraph, guint i)
{
    return &g_array_index(paragraph->clusters, Cluster, i);
}

#endif
