/* textDocument/hover: what a diagnostic, a key of front matter, a reference means. */
#include "lsp/session.h"

#include "base/diag_rows.h"
#include "lsp/front_place.h"
#include "lsp/reference.h"

#include <string.h>

typedef struct {
    const Session *session;
    GString *text;
    Span range; /* (nullable) source */
} Hover;

/* Text as it is, whatever it may mean in Markdown. */
static void append(Hover *hover, const gchar *text)
{
    for (; *text; text++) {
        if (hover->session->markdown && strchr("\\`*_{}[]<>#|!&~", *text))
            g_string_append_c(hover->text, '\\');
        g_string_append_c(hover->text, *text);
    }
}

static void append_title(Hover *hover, const gchar *title)
{
    if (hover->text->len > 0)
        g_string_append(hover->text, hover->session->markdown ? "\n\n---\n\n" : "\n\n");
    g_string_append(hover->text, hover->session->markdown ? "**" : "");
    append(hover, title);
    g_string_append(hover->text, hover->session->markdown ? "**" : "");
}

/* A paragraph, after a word of its own where `zh` is given. */
static void append_line(Hover *hover, const gchar *zh, const gchar *en, const gchar *text)
{
    gboolean chinese = hover->session->lang == LANG_ZH;

    if (!text || *text == '\0')
        return;
    g_string_append(hover->text, "\n\n");
    if (zh)
        g_string_append_printf(hover->text, "%s%s", chinese ? zh : en, chinese ? "：" : ": ");
    append(hover, text);
}

static void set_range(Hover *hover, Span span)
{
    if (!hover->range.source)
        hover->range = span;
}

static void append_diagnostic(Hover *hover, const Analysis *analysis, const Diagnostic *one)
{
    const RuleRow *row = rule_row(one->rule);
    Lang lang = hover->session->lang;
    g_autofree gchar *message = diagnostic_message(analysis->sink, one, lang);
    g_autofree gchar *hint = diagnostic_hint(analysis->sink, one, lang);
    g_autofree gchar *title =
        row->code ? g_strdup_printf("%s %s", row->code, row->id) : g_strdup(row->id);

    append_title(hover, title);
    append_line(hover, NULL, NULL, message);
    append_line(hover, "办法", "hint", hint);
    append_line(hover, "理由", "why", row->why[lang]);
    append_line(hover, "依据", "clause", row->clause);
    set_range(hover, diagnostic_place(one));
}

static void append_diagnostics(Hover *hover, const Place *place)
{
    const Analysis *analysis = place->project ? place->project->analysis : NULL;

    for (guint i = 0; analysis && place->source && i < analysis->diagnostics->len; i++) {
        const Diagnostic *one = analysis->diagnostics->pdata[i];
        Span at = diagnostic_place(one);
        if (at.source == place->source && at.start <= place->offset && place->offset <= at.end)
            append_diagnostic(hover, analysis, one);
    }
}

/* 已完成 done、… */
static gchar *words_text(const KeyValue *value, Lang lang)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < value->n_words; i++) {
        const Words *words = &value->words[i];
        if (!(value->allowed & (1u << i)))
            continue;
        g_string_append(text, text->len == 0 ? "" : lang == LANG_ZH ? "、" : ", ");
        g_string_append(text, words->zh);
        if (!g_str_equal(words->zh, words->en))
            g_string_append_printf(text, " %s", words->en);
    }
    if (value->shape == SHAPE_TRUTH)
        g_string_append(text, lang == LANG_ZH ? "是 true、否 false" : "是 true, 否 false");
    return g_string_free(text, FALSE);
}

static void append_key(Hover *hover, const FrontCursor *cursor)
{
    g_autofree gchar *name = span_text(&cursor->key);
    Lang lang = hover->session->lang;
    FrontKey key;

    if (!front_key_find(cursor->place, name, &key))
        return;
    g_autofree gchar *title = g_strdup_printf("%s · %s", key.name.zh, key.name.en);
    g_autofree gchar *words = words_text(key.value, lang);
    append_title(hover, title);
    append_line(hover, NULL, NULL, lang == LANG_ZH ? key.about.zh : key.about.en);
    append_line(hover, "可以写", "values", words);
    append_line(hover, NULL, NULL, !key.required ? NULL : lang == LANG_ZH ? "必须写" : "required");
    set_range(hover, cursor->key);
}

static void append_reference(Hover *hover, const Place *place)
{
    Span id;
    const Target *target = reference_at(place, TRUE, &id) ? reference_target(place, &id) : NULL;

    if (!target)
        return;
    g_autofree gchar *name = target_name(target);
    append_title(hover, target_kind(target, hover->session->lang));
    append_line(hover, NULL, NULL, name);
    set_range(hover, id);
}

static json_t *result(const Hover *hover)
{
    const gchar *kind = hover->session->markdown ? "markdown" : "plaintext";
    json_t *object;

    if (hover->text->len == 0)
        return json_null();
    object = json_pack("{s:{s:s,s:s}}", "contents", "kind", kind, "value", hover->text->str);
    if (hover->range.source)
        json_object_set_new(object, "range", range_json(&hover->range, hover->session->encoding));
    return object;
}

json_t *answer_hover(Session *session, const json_t *params)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Hover hover = {session, text, SPAN_NONE};
    FrontCursor cursor;
    Place place;

    if (!session_place(session, params, &place))
        return NULL;
    append_diagnostics(&hover, &place);
    if (front_cursor(&place, &cursor) && cursor.in_key)
        append_key(&hover, &cursor);
    else
        append_reference(&hover, &place);
    return result(&hover);
}
