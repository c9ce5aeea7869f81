#include "template/rows.h"

#include "base/text.h"

#include <string.h>

void read_map(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    if (value_is(reader, pair, YAML_MAP_NODE_KIND))
        rows_read(reader, row->rows, pair->value, pair->key_span, target);
}

/* For what only editors read. */
void read_nothing(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    (void) row;
    (void) target;
    value_is(reader, pair, YAML_SCALAR_NODE_KIND);
}

/* A text for a line of its own: the escapes of YAML can write what a file itself may not hold. */
static gboolean text_is_good(Reader *reader, const gchar *key, const YamlNode *node, glong least)
{
    glong length = g_utf8_strlen(node->text, -1);

    for (const gchar *at = node->text; *at; at = g_utf8_next_char(at)) {
        if (text_is_visible(g_utf8_get_char(at)))
            continue;
        report_kind(reader, key, node->span, "一行可见的文字", "a line of text that can be seen");
        return FALSE;
    }
    if (length < least)
        report_kind(reader, key, node->span, "不空的文字", "some text");
    if (length > MOST_TEXT)
        report_kind(reader, key, node->span, " 200 字以内的文字", "at most 200 characters");
    return length >= least && length <= MOST_TEXT;
}

void read_text(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    if (value_is(reader, pair, YAML_SCALAR_NODE_KIND) &&
        text_is_good(reader, row->key, pair->value, row->least))
        *(gchar **) target = g_strdup(pair->value->text);
}

/* TRUE when a format holds one of the words at least, and no other word in braces. */
static gboolean format_is_good(const gchar *format, const gchar *const *words)
{
    guint found = 0;

    for (const gchar *at = strpbrk(format, "{}"); at; at = strpbrk(at, "{}")) {
        const gchar *const *word = words;
        while (*word && !g_str_has_prefix(at, *word))
            word++;
        if (!*word)
            return FALSE;
        at += strlen(*word);
        found++;
    }
    return found > 0;
}

static gchar *format_new(Reader *reader, const gchar *key, const YamlNode *node,
                         const gchar *const *words)
{
    if (!node_is(reader, key, node, YAML_SCALAR_NODE_KIND) || !text_is_good(reader, key, node, 1))
        return NULL;
    if (!format_is_good(node->text, words)) {
        report_value(reader, key, node, words);
        return NULL;
    }
    return g_strdup(node->text);
}

void read_format(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    if (value_is(reader, pair, YAML_SCALAR_NODE_KIND))
        *(gchar **) target = format_new(reader, row->key, pair->value, row->words);
}

void read_formats(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    gchar **formats = target;

    if (!value_is(reader, pair, YAML_LIST_NODE_KIND))
        return;
    if (pair->value->items->len != (guint) row->most) {
        g_autofree gchar *zh = g_strdup_printf(" %d 项的列表", row->most);
        g_autofree gchar *en = g_strdup_printf("a list of %d", row->most);
        report_kind(reader, row->key, pair->key_span, zh, en);
        return;
    }
    for (gint i = 0; i < row->most; i++)
        formats[i] = format_new(reader, row->key, pair->value->items->pdata[i], row->words);
}

/* PDF pages are 200 inches at most; anything longer is a slip, and sums of lengths stay small. */
#define MAX_LENGTH (14400 * LEN_PT)

static gboolean length_of(Reader *reader, const YamlPair *pair, Len *length)
{
    const gchar *text = pair->value->text;

    if (!value_is(reader, pair, YAML_SCALAR_NODE_KIND))
        return FALSE;
    gboolean relative = g_str_has_suffix(text, "cell") || g_str_has_suffix(text, "em");
    if ((!relative || reader->cell > 0) && len_parse(text, reader->cell, reader->em, length) &&
        *length >= 0 && *length <= MAX_LENGTH)
        return TRUE;
    diag_report(reader->sink, RULE_BAD_LENGTH, pair->value->span, text, NULL);
    reader->failed = TRUE;
    return FALSE;
}

void read_length(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Len length;

    if (!length_of(reader, pair, &length))
        return;
    if (row->most == 0 || length <= len_from_um(1000 * (gint64) row->most)) {
        *(Len *) target = length;
        return;
    }
    g_autofree gchar *zh = g_strdup_printf("不超过 %dmm 的长度", row->most);
    g_autofree gchar *en = g_strdup_printf("a length of at most %dmm", row->most);
    report_kind(reader, row->key, pair->value->span, zh, en);
}

/* The size of a style: an em of its other lengths. */
void read_size(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Len size;

    if (!length_of(reader, pair, &size))
        return;
    if (size > 0)
        *(Len *) target = reader->em = size;
    else
        report_kind(reader, row->key, pair->value->span, "大于零的长度", "more than nothing");
}

static gboolean integer_of(Reader *reader, const Row *row, const YamlPair *pair, gint *number)
{
    gint most = row->most;
    gint64 value;

    if (most == MOST_LINES)
        most = reader->lines > 0 ? (gint) reader->lines : MOST_GRID;
    if (!value_is(reader, pair, YAML_SCALAR_NODE_KIND))
        return FALSE;
    if (g_ascii_string_to_signed(pair->value->text, 10, row->least, most, &value, NULL)) {
        *number = (gint) value;
        return TRUE;
    }
    g_autofree gchar *zh = g_strdup_printf(" %d 到 %d 的整数", row->least, most);
    g_autofree gchar *en = g_strdup_printf("a whole number from %d to %d", row->least, most);
    report_kind(reader, row->key, pair->value->span, zh, en);
    return FALSE;
}

void read_count(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    gint number;

    if (integer_of(reader, row, pair, &number))
        *(guint *) target = (guint) number;
}

void read_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    gint number;

    if (integer_of(reader, row, pair, &number))
        *(gint *) target = number;
}

void read_boolean(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const gchar *text = pair->value->text;

    if (!value_is(reader, pair, YAML_SCALAR_NODE_KIND))
        return;
    if (g_str_equal(text, "true") || g_str_equal(text, "false"))
        *(gboolean *) target = g_str_equal(text, "true");
    else
        report_kind(reader, row->key, pair->value->span, " true 或 false", "true or false");
}

/* A list of texts, none of them empty, into a GPtrArray. */
void read_texts(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    GPtrArray *texts = *(GPtrArray **) target;

    if (!value_is(reader, pair, YAML_LIST_NODE_KIND))
        return;
    for (guint i = 0; i < pair->value->items->len; i++) {
        const YamlNode *item = pair->value->items->pdata[i];
        if (node_is(reader, row->key, item, YAML_SCALAR_NODE_KIND) &&
            text_is_good(reader, row->key, item, 1))
            g_ptr_array_add(texts, g_strdup(item->text));
    }
}

/* The place of a word among those that a row may be; -1 after reporting. */
static gint word_index(Reader *reader, const Row *row, const YamlNode *node)
{
    if (!node_is(reader, row->key, node, YAML_SCALAR_NODE_KIND))
        return -1;
    for (gint i = 0; row->words[i]; i++)
        if (g_str_equal(node->text, row->words[i]))
            return i;
    report_value(reader, row->key, node, row->words);
    return -1;
}

/* Words stand in the order of the enumeration that they name. */
void read_word(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    gint index;

    if (!value_is(reader, pair, YAML_SCALAR_NODE_KIND))
        return;
    index = word_index(reader, row, pair->value);
    if (index >= 0)
        *(guint *) target = (guint) index;
}

/* A list of such words, each once at most, into a GArray. */
void read_words(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    GArray *array = *(GArray **) target;
    guint64 seen = 0;

    if (!value_is(reader, pair, YAML_LIST_NODE_KIND))
        return;
    for (guint i = 0; i < pair->value->items->len; i++) {
        const YamlNode *item = pair->value->items->pdata[i];
        gint index = word_index(reader, row, item);
        if (index < 0)
            continue;
        if (seen & (G_GUINT64_CONSTANT(1) << index)) {
            g_autofree gchar *zh = g_strdup_printf("“%s”写了两次", item->text);
            g_autofree gchar *en = g_strdup_printf("'%s' stands twice", item->text);
            report_template(reader, item->span, zh, en);
        }
        seen |= G_GUINT64_CONSTANT(1) << index;
        guint word = (guint) index;
        g_array_append_val(array, word);
    }
}

void rows_clear(const Row *rows, gpointer target)
{
    for (const Row *row = rows; row->key; row++) {
        gchar **texts = (gchar **) ((gchar *) target + row->offset);
        if (row->read == read_text || row->read == read_format)
            g_free(*texts);
        for (gint i = 0; row->read == read_formats && i < row->most; i++)
            g_free(texts[i]);
        if (row->rows && !row->named && !row->listed)
            rows_clear(row->rows, texts);
    }
}
