#include "lsp/reference.h"

#include <string.h>

#define OPENING "](#"

/* Bytes that end the id. */
static gboolean ends_id(gchar c)
{
    return c == '\0' || strchr(") \t\r\n\"'", c) != NULL;
}

gboolean reference_at(const Place *place, gboolean whole, Span *id)
{
    const Source *source = place->document->source;
    Span line = line_span(source, place->offset);
    guint32 start = place->offset, end = place->offset;

    while (start > line.start && !ends_id(source->text[start - 1]) &&
           source->text[start - 1] != '#')
        start--;
    if (start < line.start + strlen(OPENING) ||
        memcmp(source->text + start - strlen(OPENING), OPENING, strlen(OPENING)) != 0)
        return FALSE;
    while (whole && end < line.end && !ends_id(source->text[end]))
        end++;
    *id = (Span){source, start, end};
    return TRUE;
}

const Target *reference_target(const Place *place, const Span *id)
{
    const Bulletin *bulletin = place->project ? place->project->analysis->bulletin : NULL;
    g_autofree gchar *href =
        g_strdup_printf("#%.*s", (int) (id->end - id->start), id->source->text + id->start);

    return bulletin ? bulletin_find(bulletin, href) : NULL;
}

gchar *target_name(const Target *target)
{
    const GArray *inlines = target->node    ? target->node->title
                            : target->annex ? target->annex->title
                                            : target->block->inlines;
    gchar *name = inlines ? inlines_text(inlines) : g_strdup("");

    return g_strdelimit(name, "\r\n\t", ' ');
}

const gchar *target_kind(const Target *target, Lang lang)
{
    static const gchar *const nodes[][2] = {
        [NODE_HEADING] = {[LANG_EN] = "heading", [LANG_ZH] = "标题"},
        [NODE_FINDING] = {[LANG_EN] = "finding", [LANG_ZH] = "问题"},
        [NODE_MEASURE] = {[LANG_EN] = "measure", [LANG_ZH] = "措施"},
    };
    gboolean zh = lang == LANG_ZH;

    if (target->node)
        return nodes[target->node->kind][lang];
    if (target->annex)
        return zh ? "附件" : "annex";
    if (target->block->kind == BLOCK_TABLE)
        return zh ? "表格" : "table";
    if (target->block->kind == BLOCK_FIGURE)
        return zh ? "图片" : "figure";
    return zh ? "标题" : "heading";
}

json_t *answer_definition(Session *session, const json_t *params)
{
    Place place;
    Span id;

    if (!session_place(session, params, &place))
        return NULL;
    const Target *target = reference_at(&place, TRUE, &id) ? reference_target(&place, &id) : NULL;
    if (!target || !target->id->span.source)
        return json_null();
    g_autofree gchar *path = source_full_path(target->id->span.source);
    g_autofree gchar *uri = session_uri(session, path);
    return uri ? json_pack("{s:s,s:o}", "uri", uri, "range",
                           range_json(&target->id->span, session->encoding))
               : json_null();
}
