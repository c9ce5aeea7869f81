#include "model/document_number.h"

#include <string.h>

#define YEAR_OPENS "〔\\[（(【［﹝〈<《{｛"
#define YEAR_CLOSES "〕\\]）)】］﹞〉>》}｝"

/* As it may have been meant: the parts that count are named. */
static const gchar *const loose[] = {
    [NUMBER_OF_OFFICE] =
        "^(?<code>\\p{Han}+?)(?:(?<open>[" YEAR_OPENS "])(?<year>[0-9]{2}|[0-9]{4})年?"
        "(?<close>[" YEAR_CLOSES "])|(?<bare>[0-9]{4})年)"
        "(?<ordinal>第?)(?<zeros>0*)(?<serial>[1-9][0-9]*)(?<unit>号?)$",
    [NUMBER_OF_SERIES] = "^(?<code>(?:[0-9]{4}年)?)(?<ordinal>第?)(?<zeros>0*)"
                         "(?<serial>[1-9][0-9]*)(?<unit>号?)$",
};

/* Without white space, digits of full width made plain. */
static gchar *plain(const gchar *text, gboolean *spaced, gboolean *wide)
{
    GString *out = g_string_new(NULL);

    *spaced = *wide = FALSE;
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (g_unichar_isspace(c)) {
            *spaced = TRUE;
        } else if (c >= 0xFF10 && c <= 0xFF19) {
            *wide = TRUE;
            g_string_append_c(out, (gchar) ('0' + (c - 0xFF10)));
        } else {
            g_string_append_unichar(out, c);
        }
    }
    return g_string_free(out, FALSE);
}

/* One part of a match, "" where it is not there. (transfer full) */
static gchar *part(const GMatchInfo *match, const gchar *name)
{
    gchar *text = g_match_info_fetch_named(match, name);

    return text ? text : g_strdup("");
}

static gboolean is_part(const GMatchInfo *match, const gchar *name, const gchar *wanted)
{
    g_autofree gchar *text = part(match, name);

    return g_str_equal(text, wanted);
}

/* 23 is 2023; a century before, there were no such numbers. */
static gchar *full_year(const GMatchInfo *match)
{
    g_autofree gchar *year = part(match, "year");
    g_autofree gchar *bare = part(match, "bare");

    if (*bare)
        return g_steal_pointer(&bare);
    return strlen(year) == 2 ? g_strconcat("20", year, NULL) : g_steal_pointer(&year);
}

static gchar *corrected(const GMatchInfo *match, NumberForm form)
{
    g_autofree gchar *code = part(match, "code");
    g_autofree gchar *serial = part(match, "serial");

    if (form == NUMBER_OF_SERIES)
        return g_strconcat(code, "第", serial, "号", NULL);
    g_autofree gchar *year = full_year(match);
    return g_strconcat(code, "〔", year, "〕", serial, "号", NULL);
}

static NumberFault fault_of(const GMatchInfo *match, NumberForm form)
{
    gboolean office = form == NUMBER_OF_OFFICE;
    g_autofree gchar *year = part(match, "year");

    if (office && (!is_part(match, "open", "〔") || !is_part(match, "close", "〕")))
        return NUMBER_BRACKETS;
    if (office && strlen(year) == 2)
        return NUMBER_YEAR;
    if (!is_part(match, "ordinal", office ? "" : "第"))
        return NUMBER_ORDINAL;
    if (!is_part(match, "zeros", ""))
        return NUMBER_ZERO;
    return is_part(match, "unit", "号") ? NUMBER_GOOD : NUMBER_UNIT;
}

NumberFault document_number_check(const gchar *text, NumberForm form, gchar **correct)
{
    gboolean spaced, wide;
    g_autofree gchar *bare = plain(text, &spaced, &wide);
    g_autoptr(GRegex) regex = g_regex_new(loose[form], 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    *correct = NULL;
    if (!g_regex_match(regex, bare, 0, &match))
        return NUMBER_UNKNOWN;
    g_autofree gchar *meant = corrected(match, form);
    NumberFault fault = fault_of(match, form);
    if (fault == NUMBER_GOOD)
        fault = wide ? NUMBER_DIGITS : spaced ? NUMBER_SPACE : NUMBER_GOOD;
    if (fault == NUMBER_GOOD && !g_str_equal(meant, text))
        fault = NUMBER_YEAR; /* 〔2023年〕12号 */
    if (fault != NUMBER_GOOD)
        *correct = g_steal_pointer(&meant);
    return fault;
}
