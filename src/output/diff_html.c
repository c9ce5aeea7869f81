/* A comparison as one HTML document. */
#include "output/diff_out.h"

#include "diff/words_of.h"
#include "output/html_parts.h"

#include <string.h>

static const gchar style[] =
    "ins, del, .changes { text-decoration-thickness: from-font; }\n"
    "ins { color: #0000cc; text-decoration: underline; }\n"
    "del { color: #b00000; text-decoration: line-through; }\n"
    "ins.moved, del.moved { color: #006400; text-decoration-style: double; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  ins { color: #9db4ff; } del { color: #ff9c9c; }\n"
    "  ins.moved, del.moved { color: #8fdc8f; }\n"
    "}\n"
    "p:has(ins, del), li:has(> p > ins, > p > del), tr:has(ins, del) { border-inline-start: 2px "
    "solid currentColor; padding-inline-start: .4em; }\n"
    ".changes { max-width: 60em; margin: 1em auto; padding: 0 1em; }\n"
    ".changes table { border-collapse: collapse; width: 100%; font-size: .8em; }\n"
    ".changes th, .changes td { border: 1px solid; padding: .2em .5em; text-align: start; "
    "vertical-align: top; }\n";

static void add_text(GString *out, const gchar *text)
{
    html_text(out, text, strlen(text));
}

static void add_marked(GString *out, TextChange change, const gchar *text)
{
    static const gchar *const open[TEXT_CHANGES] = {"", "<ins>", "<del>", "<ins class=\"moved\">",
                                                    "<del class=\"moved\">"};
    static const gchar *const close[TEXT_CHANGES] = {"", "</ins>", "</del>", "</ins>", "</del>"};

    g_string_append(out, open[change]);
    add_text(out, text);
    g_string_append(out, close[change]);
}

static void add_what(GString *out, const Change *change)
{
    if (change->field) {
        add_text(out, change->field->chinese);
        g_string_append(out, "：");
        add_marked(out, TEXT_DELETED, change_value(change, change->old_value, LANG_ZH));
        g_string_append(out, "改为");
        add_marked(out, TEXT_INSERTED, change_value(change, change->new_value, LANG_ZH));
    } else if (change->pieces) {
        g_autoptr(GArray) pieces = change_excerpt(change);
        for (guint i = 0; i < pieces->len; i++) {
            const Piece *piece = &g_array_index(pieces, Piece, i);
            add_marked(out, piece->change, piece->text);
        }
    } else if (change->title) {
        add_marked(out,
                   change->kind == CHANGE_ADDED     ? TEXT_INSERTED
                   : change->kind == CHANGE_REMOVED ? TEXT_DELETED
                                                    : TEXT_SAME,
                   change->title);
    }
}

static void add_row(GString *out, const Change *change, guint number)
{
    g_autofree gchar *where = change_where(change, LANG_ZH);

    g_string_append_printf(out, "<tr><td>%u</td><td>%s</td><td>", number,
                           change_kind_word(change->kind, LANG_ZH));
    if (change->anchor) {
        g_autofree gchar *href = g_strconcat("#", change->anchor, NULL);
        g_string_append(out, "<a");
        html_attribute(out, "href", href);
        g_string_append_c(out, '>');
        add_text(out, where);
        g_string_append(out, "</a>");
    } else {
        add_text(out, where);
    }
    g_string_append(out, "</td><td>");
    add_what(out, change);
    g_string_append(out, "</td></tr>\n");
}

static void add_changes(GString *out, const Comparison *comparison, const ComparedNames *names)
{
    g_autofree gchar *totals = comparison_totals(comparison, LANG_ZH);

    g_string_append(
        out,
        "<nav class=\"changes\" aria-label=\"修改对照表\">\n<p><strong>修改对照表</strong></p>\n"
        "<p>原稿：");
    add_text(out, names->old);
    g_string_append(out, "；新稿：");
    add_text(out, names->new);
    g_string_append_printf(out, "。%s。</p>\n", totals);
    if (comparison->changes->len > 0)
        g_string_append(out, "<table>\n<thead><tr><th scope=\"col\">序号</th><th scope=\"col\">"
                             "类别</th><th scope=\"col\">位置</th><th scope=\"col\">内容</th></tr>"
                             "</thead>\n<tbody>\n");
    for (guint i = 0; i < comparison->changes->len; i++)
        add_row(out, comparison->changes->pdata[i], i + 1);
    if (comparison->changes->len > 0)
        g_string_append(out, "</tbody>\n</table>\n");
    g_string_append(out, "</nav>\n");
}

GBytes *comparison_to_html(const Comparison *comparison, const ComparedNames *names)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GString) changes = g_string_new(NULL);

    add_changes(changes, comparison, names);
    html_document(out, comparison->both, style, changes->str);
    return g_string_free_to_bytes(out);
}
