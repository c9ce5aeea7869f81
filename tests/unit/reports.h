/* Texts as sources, and what was reported about them in short: "line:column rule" a line. */
#ifndef MKB_TESTS_REPORTS_H
#define MKB_TESTS_REPORTS_H

#include <string.h>

#include "base/diag.h"

static inline Source *source_of_bytes(const gchar *bytes, gsize length)
{
    return source_new(g_strdup("a.md"), g_memdup2(bytes, length), length);
}

static inline Source *source_of(const gchar *text)
{
    return source_of_bytes(text, strlen(text));
}

/* One line of a printed report: "a.md:2:3: error: words [rule]" becomes "2:3 rule", and a report
 * without a place "rule: words". NULL for the lines of text, caret and hint. */
static inline gchar *report_in_short(const gchar *line)
{
    const gchar *rule = strrchr(line, '['), *words = strstr(line, "error: ");
    if (!words)
        words = strstr(line, "warning: ");
    if (!rule || !words || g_str_has_prefix(line, "  "))
        return NULL;
    g_autofree gchar *id = g_strndup(rule + 1, strcspn(rule + 1, "]"));
    if (words == line) {
        words = strchr(line, ' ') + 1;
        return g_strdup_printf("%s: %.*s", id, (int) (rule - words - 1), words);
    }
    const gchar *place = strchr(line, ':') + 1;
    return g_strdup_printf("%.*s %s", (int) (words - place - 2), place, id);
}

/* All reports, one a line, in the order in which they are printed. (transfer full) */
static inline gchar *reports_in_short(const Diagnostics *sink)
{
    g_autoptr(GString) printed = g_string_new(NULL);
    diagnostics_print(sink, (DiagStyle){LANG_EN, FALSE, FALSE}, printed);
    g_auto(GStrv) lines = g_strsplit(printed->str, "\n", -1);
    g_autoptr(GString) reports = g_string_new(NULL);
    for (guint i = 0; lines[i]; i++) {
        g_autofree gchar *report = report_in_short(lines[i]);
        if (report)
            g_string_append_printf(reports, "%s\n", report);
    }
    return g_strdup(reports->str);
}

static inline void assert_reports(const Diagnostics *sink, const gchar *expected)
{
    g_autofree gchar *reports = reports_in_short(sink);
    g_assert_cmpstr(reports, ==, expected);
}

#endif
