/* Diagnostics a line each: for editors that jump to them, and for GitHub's build servers. */
#include "base/diag_internal.h"

#include <string.h>

static const gchar *severity_word(Severity severity)
{
    static const gchar *const words[] = {
        [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

    return words[severity];
}

/* path:line:column: severity: message [id] */
static void append_short(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang,
                         GString *out)
{
    g_autofree gchar *message = diagnostic_message(sink, diagnostic, lang);
    const gchar *severity = severity_word(diagnostics_severity(sink, diagnostic->rule));
    guint line, column;

    if (diagnostic->where.source) {
        g_autofree gchar *path = diagnostic_path(diagnostic);
        diag_position(sink, &diagnostic->where, &line, &column);
        g_string_append_printf(out, "%s:%u:%u: ", path, line, column);
    }
    g_string_append_printf(out, "%s: %s [%s]\n", severity, message, rule_row(diagnostic->rule)->id);
}

/* % and line ends, and in a property also : and , would end what they stand in. */
static void append_escaped(GString *out, const gchar *text, const gchar *special)
{
    for (; *text; text++) {
        if (strchr(special, *text))
            g_string_append_printf(out, "%%%02X", (guchar) *text);
        else
            g_string_append_c(out, *text);
    }
}

/* Where the place ends; GitHub wants the columns of a line alone. */
static void append_github_place(const Diagnostics *sink, const Diagnostic *diagnostic, GString *out)
{
    const Span *where = &diagnostic->where;
    Span last = {where->source, MAX(where->end, where->start), where->end};
    g_autofree gchar *path = diagnostic_path(diagnostic);
    guint line, column, end_line, end_column;

    diag_position(sink, where, &line, &column);
    diag_position(sink, &last, &end_line, &end_column);
    g_string_append(out, "file=");
    append_escaped(out, path, "%\r\n:,");
    g_string_append_printf(out, ",line=%u,col=%u", line, column);
    if (end_line == line && end_column > column)
        g_string_append_printf(out, ",endColumn=%u", end_column);
    g_string_append_c(out, ',');
}

/* ::error file=…,line=…,col=…,title=id::message */
static void append_github(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang,
                          GString *out)
{
    g_autofree gchar *message = diagnostic_message(sink, diagnostic, lang);
    g_autofree gchar *hint = diagnostic_hint(sink, diagnostic, lang);
    Severity severity = diagnostics_severity(sink, diagnostic->rule);

    g_string_append_printf(out, "::%s ",
                           severity == SEVERITY_NOTE ? "notice" : severity_word(severity));
    if (diagnostic->where.source)
        append_github_place(sink, diagnostic, out);
    g_string_append_printf(out, "title=%s::", rule_row(diagnostic->rule)->id);
    append_escaped(out, message, "%\r\n");
    if (*hint) {
        g_string_append(out, "%0A");
        append_escaped(out, hint, "%\r\n");
    }
    g_string_append_c(out, '\n');
}

void diagnostics_print_lines(const Diagnostics *sink, DiagFormat format, DiagStyle style,
                             GString *out)
{
    g_autoptr(GPtrArray) shown = diagnostics_sorted(sink, style.quiet);

    for (guint i = 0; i < shown->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(shown, i);
        if (format == FORMAT_GITHUB)
            append_github(sink, diagnostic, style.lang, out);
        else
            append_short(sink, diagnostic, style.lang, out);
    }
}
