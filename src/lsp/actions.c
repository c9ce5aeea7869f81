/* textDocument/codeAction: what --fix would put there, and comments that ignore a rule. */
#include "lsp/session.h"

#include "base/diag_rows.h"
#include "check/fix.h"
#include "lsp/publish.h"

#include <string.h>

#define FIX_ALL "source.fixAll.mkbulletin"

typedef struct {
    Session *session;
    Project *project;
    const Source *source;
    json_t *list;
} Actions;

static json_t *text_edit(const Session *session, const Span *span, const gchar *text)
{
    return json_pack("{s:o,s:s}", "range", range_json(span, session->encoding), "newText", text);
}

/* An edit of one file. (transfer full) (nullable) */
static json_t *file_edit(const Session *session, const Span *span, const gchar *text)
{
    g_autofree gchar *path = source_full_path(span->source);
    g_autofree gchar *uri = session_uri(session, path);

    return uri ? json_pack("{s:{s:[o]}}", "changes", uri, text_edit(session, span, text)) : NULL;
}

/* Takes the edit: (transfer full). */
static json_t *add_action(Actions *actions, const gchar *title, const gchar *kind, json_t *edit)
{
    json_t *action = json_pack("{s:s,s:s,s:o}", "title", title, "kind", kind, "edit", edit);

    json_array_append_new(actions->list, action);
    return action;
}

/* ---- quick fixes ---- */

static gchar *fix_title(const Actions *actions, const Diagnostic *one)
{
    gboolean zh = actions->session->lang == LANG_ZH;
    g_autofree gchar *shown =
        diagnostics_mask_text(actions->project->analysis->sink, one->replacement);

    if (*shown == '\0')
        return g_strdup(zh ? "删去" : "Delete it");
    return g_strdup_printf(zh ? "改为“%s”" : "Change to '%s'", shown);
}

static void add_fix(Actions *actions, const Diagnostic *one)
{
    json_t *edit =
        one->replacement ? file_edit(actions->session, &one->fix, one->replacement) : NULL;
    g_autofree gchar *title = edit ? fix_title(actions, one) : NULL;

    if (!edit)
        return;
    json_t *action = add_action(actions, title, "quickfix", edit);
    json_object_set_new(
        action, "diagnostics",
        json_pack("[o]", diagnostic_to_lsp(actions->session, actions->project->analysis, one)));
    json_object_set_new(action, "isPreferred", json_true());
}

/* ---- ignoring ---- */

/* The smallest block with a text that a place is in; SPAN_NONE for one in front matter, where a
 * comment cannot stand. */
static Span block_around(const Actions *actions, const Span *place)
{
    const GPtrArray *units = analysis_units(actions->project->analysis);
    Span found = SPAN_NONE;

    for (guint i = 0; i < units->len; i++) {
        const TextUnit *unit = units->pdata[i];
        gboolean in = unit->span.source == place->source && unit->span.start <= place->start &&
                      place->start <= unit->span.end;
        gboolean in_block = unit->block.source == place->source &&
                            unit->block.start <= place->start && place->start < unit->block.end;
        guint32 length = unit->block.end - unit->block.start;
        if ((!in && !in_block) || unit->kind == UNIT_FIELD)
            continue;
        if (!found.source || length < found.end - found.start)
            found = unit->block;
    }
    return found;
}

/* Where a comment for a block is put, and with what around it: on a line of its own above the
 * block; at the end of one that does not begin its line, such as an item's text. FALSE for a
 * heading in an item, which has room for neither. */
static gboolean comment_place(const Span *block, const gchar *comment, Span *place, gchar **text)
{
    const gchar *bytes = block->source->text;
    Span line = line_span(block->source, block->start);
    g_autofree gchar *before = g_strndup(bytes + line.start, block->start - line.start);
    gboolean crlf = bytes[line.end] == '\r';

    gsize indent = strspn(before, " \t"), marks = strspn(before + indent, "# \t");
    if (before[indent + marks] == '\0') {
        before[indent] = '\0';
        *place = (Span){block->source, line.start, line.start};
        *text = g_strconcat(before, comment, crlf ? "\r\n" : "\n", NULL);
        return TRUE;
    }
    if (strchr(before, '#'))
        return FALSE;
    guint32 end = block->end;
    while (end > block->start && g_ascii_isspace(bytes[end - 1]))
        end--;
    *place = (Span){block->source, end, end};
    *text = g_strconcat(" ", comment, NULL);
    return TRUE;
}

static void add_ignore(Actions *actions, const Diagnostic *one)
{
    gboolean zh = actions->session->lang == LANG_ZH;
    const gchar *id = rule_row(one->rule)->id;
    g_autofree gchar *comment =
        g_strdup_printf("<!-- mkbulletin-ignore %s: %s -->", id, zh ? "理由" : "reason");
    g_autofree gchar *title = g_strdup_printf(
        zh ? "在这一段里略去 %s（请写明理由）" : "Ignore %s in this block (write down the reason)",
        id);
    g_autofree gchar *text = NULL;
    Span block, place;

    if (!rule_row(one->rule)->code || !one->where.source)
        return;
    block = block_around(actions, &one->where);
    if (!block.source || !comment_place(&block, comment, &place, &text))
        return;
    json_t *edit = file_edit(actions->session, &place, text);
    if (!edit)
        return;
    json_t *action = add_action(actions, title, "quickfix", edit);
    json_object_set_new(
        action, "diagnostics",
        json_pack("[o]", diagnostic_to_lsp(actions->session, actions->project->analysis, one)));
}

static void add_quick_fixes(Actions *actions, const Span *range)
{
    const GPtrArray *all = actions->project->analysis->diagnostics;

    for (guint ignores = 0; ignores < 2; ignores++) {
        for (guint i = 0; i < all->len; i++) {
            const Diagnostic *one = all->pdata[i];
            Span place = diagnostic_place(one);
            if (place.source != actions->source || place.start > range->end ||
                place.end < range->start)
                continue;
            if (ignores)
                add_ignore(actions, one);
            else
                add_fix(actions, one);
        }
    }
}

/* ---- all that --fix would do ---- */

/* What lies between the beginning and the end that both have, at ends of characters. */
static json_t *difference(const Session *session, const Source *old, GBytes *bytes)
{
    gsize length, start = 0, end = old->length;
    const gchar *new = g_bytes_get_data(bytes, &length);
    gsize new_end = length;

    while (start < MIN(end, new_end) && old->text[start] == new[start])
        start++;
    while (end > start && new_end > start && old->text[end - 1] == new[new_end - 1])
        end--, new_end--;
    while (start > 0 && ((guchar) old->text[start] & 0xC0) == 0x80)
        start--;
    while (end < old->length && ((guchar) old->text[end] & 0xC0) == 0x80)
        end++, new_end++;
    Span span = {old, (guint32) start, (guint32) end};
    g_autofree gchar *text = g_strndup(new + start, new_end - start);
    return json_pack("[o]", text_edit(session, &span, text));
}

static json_t *all_edits(const Actions *actions, const Fixes *fixes)
{
    json_t *changes = json_object();
    GHashTableIter each;
    gpointer path;

    g_hash_table_iter_init(&each, fixes->before);
    while (g_hash_table_iter_next(&each, &path, NULL)) {
        const Source *source = analysis_source(actions->project->analysis, path);
        g_autofree gchar *uri = session_uri(actions->session, path);
        if (source && uri)
            json_object_set_new(
                changes, uri,
                difference(actions->session, source, g_hash_table_lookup(fixes->after, path)));
    }
    return changes;
}

static void add_fix_all(Actions *actions)
{
    Analysis *analysis = actions->project->analysis;
    g_autoptr(Diagnostics) levels = diagnostics_new_like(analysis->sink);
    g_autoptr(Fixes) fixes = fixes_make_instead(actions->project->path, analysis->texts,
                                                analysis->config->vocabulary, levels);

    if (fixes && g_hash_table_size(fixes->before) > 0)
        add_action(actions,
                   actions->session->lang == LANG_ZH ? "修改全部能自动修改的"
                                                     : "Mend all that can be mended safely",
                   FIX_ALL, json_pack("{s:o}", "changes", all_edits(actions, fixes)));
}

/* ---- the request ---- */

/* Whether the client asks for a kind, itself or a part of what it asks for; `unasked`: also when it
 * asks for none in particular. */
static gboolean wants(const json_t *params, const gchar *kind, gboolean unasked)
{
    const json_t *only = json_object_get(json_object_get(params, "context"), "only");
    const json_t *one;
    size_t i;

    if (!json_is_array(only))
        return unasked;
    json_array_foreach(only, i, one)
    {
        const gchar *asked = json_string_value(one);
        gsize length = asked ? strlen(asked) : 0;
        if (asked && strncmp(kind, asked, length) == 0 && strchr(".", kind[length]))
            return TRUE;
    }
    return FALSE;
}

json_t *answer_code_actions(Session *session, const json_t *params)
{
    const Document *document = session_document(session, params);
    Span range;

    if (!document ||
        !range_span(document->source, json_object_get(params, "range"), session->encoding, &range))
        return NULL;
    session_check(session);
    Project *project = session_project(session, document);
    const Source *source = project ? analysis_source(project->analysis, document->path) : NULL;
    Actions actions = {session, project, source, json_array()};
    if (source && wants(params, "quickfix", TRUE))
        add_quick_fixes(&actions, &range);
    if (source && wants(params, FIX_ALL, FALSE))
        add_fix_all(&actions);
    return actions.list;
}
