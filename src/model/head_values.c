/* Values of the masthead that are written in one way only: GB/T 9704-2012 7.2.1–7.2.3. */
#include "model/head_values.h"

#include <string.h>

#define COPY_NUMBER_DIGITS 6
#define STAR "★"

static const Words A_TEXT = {"text", "文字"};

/* Digits, which are filled up with zeros to six when they are set (7.2.1). */
void value_copy_number(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    if (!value_is_text(pair, A_TEXT, sink))
        return;
    const gchar *text = pair->value->text;
    gsize digits = strspn(text, "0123456789");
    if (digits >= 1 && digits <= COPY_NUMBER_DIGITS && text[digits] == '\0')
        value_text(row, pair, target, sink);
    else
        diag_report(sink, RULE_BAD_COPY_NUMBER, pair->value->span, text, NULL);
}

/* The level that a text begins with, and what follows it; NULL when it begins with none. */
static const gchar *level_of(const gchar *text, const gchar **rest)
{
    static const gchar *const levels[] = {"绝密", "机密", "秘密"};

    for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
        if (!g_str_has_prefix(text, levels[i]))
            continue;
        *rest = text + strlen(levels[i]);
        return levels[i];
    }
    return NULL;
}

/* Of a number before 年, 个月 and so on that is not in Arabic digits. */
static gboolean has_han_number(const gchar *term)
{
    return g_regex_match_simple("[〇零一二三四五六七八九十百两]+(年|个月|月|天|日)", term, 0, 0);
}

/* 机密 and 1年 with whatever stands between them. (transfer full) */
static gchar *with_star(const gchar *level, const gchar *rest)
{
    if (g_str_has_prefix(rest, "级"))
        rest += strlen("级");
    while (*rest && !g_unichar_isalnum(g_utf8_get_char(rest)))
        rest = g_utf8_next_char(rest);
    return *rest ? g_strconcat(level, STAR, rest, NULL) : g_strdup(level);
}

/* 机密, or 机密★1年 with a term (7.2.2). */
void value_classification(const KeyRow *row, const YamlPair *pair, gpointer target,
                          Diagnostics *sink)
{
    if (!value_is_text(pair, A_TEXT, sink))
        return;
    const gchar *text = pair->value->text, *rest = NULL;
    const gchar *level = level_of(text, &rest);
    if (!level) {
        diag_report(sink, RULE_BAD_CLASSIFICATION, pair->value->span, text, NULL);
        return;
    }
    g_autofree gchar *meant = with_star(level, rest);
    if (!g_str_equal(meant, text))
        diag_report(sink, RULE_BAD_CLASSIFICATION_NEAR, pair->value->span, text, meant, NULL);
    else if (has_han_number(rest))
        diag_report(sink, RULE_CLASSIFICATION_DIGITS, pair->value->span, text, NULL);
    else
        value_text(row, pair, target, sink);
}

void value_urgency(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    g_autoptr(GString) allowed = g_string_new(NULL);

    if (!value_is_text(pair, A_TEXT, sink))
        return;
    for (guint i = 0; i < URGENCIES; i++) {
        if (g_str_equal(urgency_words[i].zh, pair->value->text)) {
            value_text(row, pair, target, sink);
            return;
        }
        g_string_append_printf(allowed, "%s%s", i > 0 ? ", " : "", urgency_words[i].zh);
    }
    keys_report_value(pair, allowed->str, sink);
}
