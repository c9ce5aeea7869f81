#include "diff/words_of.h"

#include "model/names.h"

#include <string.h>

/* So many characters of what is the same are shown beside a change. */
#define CONTEXT 12

const gchar *change_kind_word(ChangeKind kind, Lang lang)
{
    static const gchar *const words[CHANGE_KINDS][2] = {
        [CHANGE_ADDED] = TEXTS("新增", "added"),
        [CHANGE_REMOVED] = TEXTS("删除", "removed"),
        [CHANGE_EDITED] = TEXTS("修改", "changed"),
        [CHANGE_MOVED] = TEXTS("移动", "moved"),
    };

    return words[kind][lang];
}

const gchar *change_of_word(ChangeOf of, Lang lang)
{
    static const gchar *const words[OF_KINDS][2] = {
        [OF_DOCUMENT] = TEXTS("文件头", "front matter"),
        [OF_HEADING] = TEXTS("标题", "heading"),
        [OF_FINDING] = TEXTS("问题", "finding"),
        [OF_MEASURE] = TEXTS("措施", "measure"),
        [OF_ANNEX] = TEXTS("附件", "annex"),
        [OF_NOTE] = TEXTS("脚注", "footnote"),
        [OF_TEXT] = TEXTS("段落", "paragraph"),
        [OF_TABLE] = TEXTS("表格", "table"),
        [OF_FIGURE] = TEXTS("图片", "figure"),
    };

    return words[of][lang];
}

gchar *comparison_totals(const Comparison *comparison, Lang lang)
{
    GString *text = g_string_new(NULL);

    if (comparison->changes->len == 0)
        g_string_append(text, lang == LANG_ZH ? "没有差别" : "no difference");
    for (guint kind = 0; kind < CHANGE_KINDS; kind++) {
        guint count = comparison_count(comparison, (ChangeKind) kind);
        const gchar *word = change_kind_word((ChangeKind) kind, lang);
        if (count == 0)
            continue;
        if (lang == LANG_ZH)
            g_string_append_printf(text, "%s%s%u处", text->len > 0 ? "，" : "", word, count);
        else
            g_string_append_printf(text, "%s%u %s", text->len > 0 ? ", " : "", count, word);
    }
    return g_string_free(text, FALSE);
}

gchar *change_where(const Change *change, Lang lang)
{
    if (!change->old_where || g_str_equal(change->old_where, change->where))
        return g_strdup(change->where);
    return g_strdup_printf(lang == LANG_ZH ? "%s（原%s）" : "%s (was %s)", change->where,
                           change->old_where);
}

const gchar *change_value(const Change *change, const gchar *value, Lang lang)
{
    gboolean status = value && strcmp(change->field->id, "status") == 0;

    for (guint i = 0; status && lang == LANG_EN && i < STATUS_COUNT; i++)
        if (g_strcmp0(status_words[i].zh, value) == 0)
            return status_words[i].en;
    return value ? value : lang == LANG_ZH ? "（无）" : "(none)";
}

/* The beginning, the end, or both of what is the same. (transfer full) */
static gchar *cut(const gchar *text, gboolean first, gboolean last)
{
    glong length = g_utf8_strlen(text, -1);
    glong head = first ? 0 : CONTEXT, tail = last ? 0 : CONTEXT;

    if (length <= head + tail + 1)
        return g_strdup(text);
    g_autofree gchar *before = g_utf8_substring(text, 0, head);
    g_autofree gchar *after = g_utf8_substring(text, length - tail, length);
    return g_strconcat(before, "…", after, NULL);
}

GArray *change_excerpt(const Change *change)
{
    GArray *excerpt = pieces_new();

    for (guint i = 0; change->pieces && i < change->pieces->len; i++) {
        const Piece *piece = &g_array_index(change->pieces, Piece, i);
        Piece part = {piece->change, NULL};
        part.text = piece->change == TEXT_SAME
                        ? cut(piece->text, i == 0, i + 1 == change->pieces->len)
                        : g_strdup(piece->text);
        g_array_append_val(excerpt, part);
    }
    return excerpt;
}
