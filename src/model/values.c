#include "model/date.h"
#include "model/fields.h"
#include "model/keys.h"
#include "source/ident.h"

#include <string.h>

static const Words A_TEXT = {"text", "文字"};
static const Words A_LIST = {"a list", "列表"};
static const Words A_TEXT_OR_LIST = {"text or a list", "文字或列表"};
static const Words A_DATE = {"a date", "日期"};
static const Words A_WORD = {"one word", "一个词"};
static const Words A_BOOLEAN = {"true or false", "“是”或“否”"};

#define VALUE_AT(type, target, row) ((type *) G_STRUCT_MEMBER_P(target, (row)->offset))

void keys_report_kind(const YamlPair *pair, Words expected, Diagnostics *sink)
{
    /* A list or map runs over many lines: its key is the better place to point at. */
    Span where = pair->value->kind == YAML_SCALAR_NODE_KIND ? pair->value->span : pair->key_span;

    diag_report(sink, RULE_WRONG_KIND, where, pair->key, expected.zh, expected.en, NULL);
}

void keys_report_value(const YamlPair *pair, const gchar *allowed, Diagnostics *sink)
{
    diag_report(sink, RULE_BAD_VALUE, pair->value->span, pair->key, pair->value->text, allowed,
                NULL);
}

gboolean value_is_text(const YamlPair *pair, Words expected, Diagnostics *sink)
{
    if (pair->value->kind == YAML_SCALAR_NODE_KIND)
        return TRUE;
    keys_report_kind(pair, expected, sink);
    return FALSE;
}

gboolean value_boolean(const YamlNode *value, gboolean *truth)
{
    static const gchar *const yes[] = {"true", "yes", "是", NULL};
    static const gchar *const no[] = {"false", "no", "否", NULL};

    if (value->kind != YAML_SCALAR_NODE_KIND)
        return FALSE;
    g_autofree gchar *word = g_ascii_strdown(value->text, -1);
    *truth = g_strv_contains(yes, word);
    return *truth || g_strv_contains(no, word);
}

/* How far a value has been followed in its file; NULL once it reads otherwise there. */
typedef struct {
    const gchar *at, *end;
} Written;

/* Moves past the value's next word. TRUE when a line ends before it: YAML has made that a space,
 * which is not one that the author wrote. */
static gboolean line_ends_before(Written *written, const gchar *word, gsize length)
{
    if (!written->at)
        return FALSE;
    const gchar *found = memmem(written->at, (gsize) (written->end - written->at), word, length);
    gsize between = found ? (gsize) (found - written->at) : 0;
    gboolean ends = memchr(written->at, '\n', between) || memchr(written->at, '\r', between);
    written->at = found ? found + length : NULL;
    return ends;
}

/* A break is the author's own where the value keeps its lines; elsewhere it is a space, or nothing
 * in Chinese text, as in a paragraph. */
static void append_break(GString *text, gboolean own_lines, const gchar *next)
{
    gunichar before = g_utf8_get_char(g_utf8_prev_char(text->str + text->len));

    if (own_lines)
        g_string_append_c(text, '\n');
    else if (!is_chinese_context(before, g_utf8_get_char(next)))
        g_string_append_c(text, ' ');
}

static gchar *scalar_text(const YamlNode *node, gboolean own_lines)
{
    GString *text = g_string_new(NULL);
    Written written = {node->span.source->text + node->span.start,
                       node->span.source->text + node->span.end};
    const gchar *at = node->text;

    for (;;) {
        gsize blank = strspn(at, " \t\n");
        gsize word = strcspn(at + blank, " \t\n");
        if (word == 0)
            return g_string_free(text, FALSE);
        gboolean breaks = line_ends_before(&written, at + blank, word) || memchr(at, '\n', blank);
        if (text->len > 0 && breaks)
            append_break(text, own_lines, at + blank);
        else if (text->len > 0)
            g_string_append_len(text, at, (gssize) blank);
        g_string_append_len(text, at + blank, (gssize) word);
        at += blank + word;
    }
}

static void take_text(Field *field, const YamlNode *node, gboolean own_lines)
{
    g_free(field->text);
    field->text = scalar_text(node, own_lines);
    field->span = node->span;
}

void value_text(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    if (value_is_text(pair, A_TEXT, sink))
        take_text(VALUE_AT(Field, target, row), pair->value, FALSE);
}

/* Adds every item; what is no text is reported. */
static void take_items(GArray *fields, const YamlPair *pair, Diagnostics *sink)
{
    for (guint i = 0; i < pair->value->items->len; i++) {
        const YamlNode *item = g_ptr_array_index(pair->value->items, i);
        if (item->kind != YAML_SCALAR_NODE_KIND) {
            diag_report(sink, RULE_WRONG_KIND, item->span, pair->key, A_TEXT.zh, A_TEXT.en, NULL);
        } else if (value_is_empty(item)) {
            diag_report(sink, RULE_EMPTY_TEXT, item->span, NULL);
        } else {
            Field field = {NULL, SPAN_NONE};
            take_text(&field, item, FALSE);
            g_array_append_val(fields, field);
        }
    }
}

void value_lines(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    Field *field = VALUE_AT(Field, target, row);

    if (pair->value->kind == YAML_SCALAR_NODE_KIND) {
        take_text(field, pair->value, TRUE);
    } else if (pair->value->kind == YAML_LIST_NODE_KIND) {
        g_autoptr(GArray) lines = fields_new();
        g_autoptr(GString) text = g_string_new(NULL);
        take_items(lines, pair, sink);
        for (guint i = 0; i < lines->len; i++)
            g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "",
                                   g_array_index(lines, Field, i).text);
        g_free(field->text);
        field->text = g_string_free(g_steal_pointer(&text), FALSE);
        field->span = pair->value->span;
    } else {
        keys_report_kind(pair, A_TEXT_OR_LIST, sink);
    }
}

void value_list(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    if (pair->value->kind == YAML_LIST_NODE_KIND)
        take_items(*VALUE_AT(GArray *, target, row), pair, sink);
    else
        keys_report_kind(pair, A_LIST, sink);
}

void value_text_or_list(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    Field field = {NULL, SPAN_NONE};

    if (pair->value->kind == YAML_LIST_NODE_KIND) {
        value_list(row, pair, target, sink);
    } else if (value_is_text(pair, A_TEXT_OR_LIST, sink)) {
        take_text(&field, pair->value, FALSE);
        g_array_append_val(*VALUE_AT(GArray *, target, row), field);
    }
}

void value_date(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    if (!value_is_text(pair, A_DATE, sink))
        return;
    if (!date_parse(pair->value->text, VALUE_AT(Date, target, row)))
        diag_report(sink, RULE_BAD_DATE, pair->value->span, pair->value->text, NULL);
}

void value_id(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    if (pair->value->kind == YAML_SCALAR_NODE_KIND && !ident_is_valid(pair->value->text))
        diag_report(sink, RULE_BAD_ID, pair->value->span, pair->value->text, NULL);
    else
        value_text(row, pair, target, sink);
}

void value_seen(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    (void) row, (void) pair, (void) target, (void) sink;
}

gint value_word(const YamlPair *pair, const Words *words, guint n_words, guint allowed,
                Diagnostics *sink)
{
    g_autoptr(GString) list = g_string_new(NULL);

    if (!value_is_text(pair, A_WORD, sink))
        return -1;
    for (guint i = 0; i < n_words; i++) {
        if (!(allowed & (1u << i)))
            continue;
        if (key_is(pair->value->text, words[i]))
            return (gint) i;
        g_string_append_printf(list, "%s%s %s", list->len > 0 ? ", " : "", words[i].en,
                               words[i].zh);
    }
    keys_report_value(pair, list->str, sink);
    return -1;
}

gboolean value_truth(const YamlPair *pair, gboolean *truth, Diagnostics *sink)
{
    if (value_boolean(pair->value, truth))
        return TRUE;
    keys_report_kind(pair, A_BOOLEAN, sink);
    return FALSE;
}
