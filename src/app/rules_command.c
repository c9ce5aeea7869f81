#include "app/rules_command.h"

#include "app/report.h"
#include "base/diag_rows.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

typedef struct {
    GString *out;
    Lang lang;
} Page;

static const gchar *severity_name(Severity severity, Lang lang)
{
    static const gchar *const names[][2] = {
        [SEVERITY_NOTE] = {[LANG_EN] = "note", [LANG_ZH] = "说明"},
        [SEVERITY_WARNING] = {[LANG_EN] = "warning", [LANG_ZH] = "警告"},
        [SEVERITY_ERROR] = {[LANG_EN] = "error", [LANG_ZH] = "错误"},
    };

    return names[severity][lang];
}

/* A text of the table without its arguments: “…” for {0}. */
static void append_text(GString *out, const gchar *text)
{
    for (; *text; text++) {
        if (text[0] == '{' && g_ascii_isdigit(text[1]) && text[2] == '}') {
            g_string_append(out, "…");
            text += 2;
        } else {
            g_string_append_c(out, *text);
        }
    }
}

static gint by_code(gconstpointer a, gconstpointer b)
{
    const RuleRow *one = rule_row(*(const RuleId *) a), *other = rule_row(*(const RuleId *) b);
    gint order = strcmp(one->code, other->code);

    return order ? order : (*(const RuleId *) a > *(const RuleId *) b) ? 1 : -1;
}

/* The editorial rules, by code. (transfer full) (element-type RuleId) */
static GArray *editorial_rules(void)
{
    GArray *rules = g_array_new(FALSE, FALSE, sizeof(RuleId));

    for (RuleId i = 0; i < RULE_COUNT; i++)
        if (rule_row(i)->code)
            g_array_append_val(rules, i);
    g_array_sort(rules, by_code);
    return rules;
}

static void append_column(GString *out, const gchar *text, guint width)
{
    g_string_append_printf(out, "%s%*s  ", text,
                           (int) (width - MIN(width, text_display_width(text))), "");
}

/* P13  half-width-mark  error  text */
static void print_list(Page *page)
{
    g_autoptr(GArray) rules = editorial_rules();
    guint width = 0;

    for (guint i = 0; i < rules->len; i++)
        width = MAX(width, text_display_width(rule_row(g_array_index(rules, RuleId, i))->id));
    for (guint i = 0; i < rules->len; i++) {
        const RuleRow *row = rule_row(g_array_index(rules, RuleId, i));
        append_column(page->out, row->code, 3);
        append_column(page->out, row->id, width);
        append_column(page->out, severity_name(row->severity, page->lang),
                      page->lang == LANG_ZH ? 4 : 7);
        append_text(page->out, row->text[page->lang]);
        g_string_append_c(page->out, '\n');
    }
}

static void append_line(Page *page, const gchar *zh, const gchar *en, const gchar *text)
{
    if (*text == '\0')
        return;
    if (page->lang == LANG_ZH)
        g_string_append_printf(page->out, "%s：", zh);
    else
        g_string_append_printf(page->out, "%s: ", en);
    append_text(page->out, text);
    g_string_append_c(page->out, '\n');
}

/* One rule; of those that are none of editors' there is less to say. */
static void print_rule(Page *page, RuleId rule)
{
    const RuleRow *row = rule_row(rule);
    gboolean zh = page->lang == LANG_ZH;

    g_string_append_printf(page->out, "%s%s%s\n", row->code ? row->code : "", row->code ? " " : "",
                           row->id);
    append_line(page, "报告", "told as", row->text[page->lang]);
    append_line(page, "轻重", "severity", severity_name(row->severity, page->lang));
    append_line(page, "办法", "hint", row->hint[page->lang]);
    append_line(page, "依据", "clause", row->clause);
    append_line(page, "理由", "why", row->why[page->lang]);
    if (row->code)
        append_line(page, "自动修改", "--fix",
                    row->fixable ? (zh ? "能" : "mends it") : (zh ? "不能" : "does not"));
    if (rule_is_hard(rule))
        append_line(page, "略去", "off",
                    zh ? "不能：有这样的错误不能排版"
                       : "cannot be: a bulletin with it cannot be set");
}

/* ---- docs/rules.md ---- */

static void append_markdown(Page *page, const RuleRow *row)
{
    GString *out = page->out;

    g_string_append_printf(out, "\n## %s `%s`\n\n", row->code, row->id);
    append_text(out, row->text[LANG_ZH]);
    g_string_append_printf(out, "。%s", row->why[LANG_ZH]);
    g_string_append_printf(out, "\n\n- 轻重：%s\n- 依据：%s\n- 自动修改：%s\n",
                           severity_name(row->severity, LANG_ZH),
                           *row->clause ? row->clause : "编辑惯例", row->fixable ? "能" : "不能");
    g_string_append_c(out, '\n');
    gsize start = out->len;
    append_text(out, row->text[LANG_EN]);
    out->str[start] = g_ascii_toupper(out->str[start]);
    g_string_append(out, ": ");
    append_text(out, row->why[LANG_EN]);
    g_string_append_printf(out, "\n\n- severity: %s\n- clause: %s\n- fixable: %s\n",
                           severity_name(row->severity, LANG_EN),
                           *row->clause ? row->clause : "practice of editors",
                           row->fixable ? "yes" : "no");
}

static void print_markdown(Page *page)
{
    g_autoptr(GArray) rules = editorial_rules();

    g_string_append(
        page->out,
        "# 检查的规则 · The rules of check\n\n"
        "由 `mkbulletin rules --markdown` 写出，不要手工修改：改的地方是 `src/base/rules_*.h`，"
        "再运行 `make docs/rules.md`。一条规则的轻重可以改：`--rule "
        "规则=off|warning|error`，或写在 "
        "`.mkbulletin.yaml` 里；一段之内可以略去：`<!-- mkbulletin-ignore 规则: 理由 -->`。\n\n"
        "Written by `mkbulletin rules --markdown`; edit `src/base/rules_*.h` instead and run "
        "`make docs/rules.md`. The severity of a rule is changed by `--rule "
        "RULE=off|warning|error` "
        "or in `.mkbulletin.yaml`; `<!-- mkbulletin-ignore RULE: reason -->` leaves it out of the "
        "next block.\n");
    for (guint i = 0; i < rules->len; i++)
        append_markdown(page, rule_row(g_array_index(rules, RuleId, i)));
}

/* ---- the command ---- */

static void print(const Options *options, Diagnostics *sink)
{
    const gchar *name = options->operands->len > 0 ? options->operands->pdata[0] : NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    Page page = {out, (Lang) options->lang};
    RuleId rule;

    if (options->markdown)
        print_markdown(&page);
    else if (!name)
        print_list(&page);
    else if (rule_find(name, &rule))
        print_rule(&page, rule);
    else {
        const gchar *near = rule_nearest(name);
        diag_report(sink, near ? RULE_UNKNOWN_RULE_NEAR : RULE_UNKNOWN_RULE, SPAN_NONE, name, near,
                    NULL);
        return;
    }
    report_text(NULL, out->str, out->len, sink);
}

int rules_command_run(const Options *options, Diagnostics *sink)
{
    for (guint i = 1; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "rules", NULL);
    if (!report_stops(options, sink))
        print(options, sink);
    return report_finish(options, sink);
}
