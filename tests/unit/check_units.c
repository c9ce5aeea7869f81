/* The texts that rules see, and where their bytes stand. */
#include "check/check.h"

#include "base/diag_rows.h"
#include "content.h"

#include <locale.h>

/* Units of a bulletin whose text begins with the given words. */
static const TextUnit *find(const GPtrArray *units, const gchar *beginning)
{
    for (guint i = 0; i < units->len; i++)
        if (g_str_has_prefix(((const TextUnit *) units->pdata[i])->text, beginning))
            return units->pdata[i];
    g_error("no unit '%s'", beginning);
}

/* What the source has for a part of a unit's text, and whether it can be replaced. */
static void assert_part(const TextUnit *unit, const gchar *part, const gchar *source,
                        gboolean exact)
{
    guint32 start = (guint32) (strstr(unit->text, part) - unit->text);
    guint32 end = start + (guint32) strlen(part);
    Span span = unit_span(unit, start, end), same;
    g_autofree gchar *written =
        g_strndup(span.source->text + span.start, (gsize) span.end - span.start);

    g_assert_cmpstr(written, ==, source);
    g_assert_cmpint(unit_exact_span(unit, start, end, &same), ==, exact);
}

static void test_places(void)
{
    const gchar *const files[][2] = {
        {"1-f.md", "# 值班*补助*发放\n\n一段&amp;乙\\*丙\n丁，见[](#x)。[戊](#x)己[庚]{专名}辛[^1]"
                   "壬 english\nword\n\n[^1]: 脚注。\n\n1. 措施{#x}。\n"},
        {"2-f.md", "---\n编号: x\n责任单位: '办公\n  室某'\n时限: 2023-08-31\n---\n# 二\n"},
        {NULL}};
    g_auto(Content) content = content_read(files);
    g_autoptr(GPtrArray) units = units_new(content.bulletin);
    const TextUnit *title = find(units, "值班"), *text = find(units, "一段");

    g_assert_cmpint(title->kind, ==, UNIT_FINDING);
    g_assert_cmpstr(title->text, ==, "值班补助发放");
    assert_part(title, "补助", "补助", TRUE);
    assert_part(title, "班补", "班*补", FALSE);
    g_assert_cmpint(text->kind, ==, UNIT_PARAGRAPH);
    g_assert_cmpstr(text->text, ==, "一段&乙*丙丁，见\xEF\xBF\xBC。戊己庚辛壬 english word");
    assert_part(text, "&", "&amp;", FALSE);
    assert_part(text, "*", "*", FALSE);
    assert_part(text, "丙", "丙", TRUE);
    assert_part(text, "丙丁", "丙\n丁", FALSE);
    assert_part(text, "戊己", "戊](#x)己", FALSE);
    assert_part(text, "己庚", "己[庚", FALSE);
    assert_part(text, "辛壬", "辛[^1]壬", FALSE);
    assert_part(text, "english word", "english\nword", FALSE);
    assert_part(find(units, "办"), "公室", "公\n  室", FALSE);
    assert_part(find(units, "办"), "室某", "室某", TRUE);
    assert_part(find(units, "2023-08-31"), "2023-08-31", "2023-08-31", TRUE);
    g_assert_cmpstr(find(units, "2023-08-31")->key, ==, "due");
    g_assert_cmpint(find(units, "脚注")->kind, ==, UNIT_NOTE);
    g_assert_cmpint(find(units, "措施")->kind, ==, UNIT_MEASURE);
}

static void test_guards(void)
{
    const gchar *const files[][2] = {
        {"1-f.md",
         "# 甲\n\n见《关于〈某〉的办法》、https://a.cn/x(1),乙、<https://b.cn/丙>、a.b@c.cn。\n"},
        {NULL}};
    g_auto(Content) content = content_read(files);
    g_autoptr(GPtrArray) units = units_new(content.bulletin);
    const TextUnit *unit = find(units, "见");
    GString *guarded = g_string_new(NULL);

    for (guint32 i = 0; i < unit->length; i++)
        if (unit->guards[i])
            g_string_append_c(guarded, unit->text[i]);
    g_assert_cmpstr(guarded->str, ==, "关于〈某〉的办法https://a.cn/x(1)https://b.cn/丙a.b@c.cn");
    g_string_free(guarded, TRUE);
}

/* What is masked is not seen in any message about its line, nor where an argument quotes it. */
static void test_masks(void)
{
    const gchar *const files[][2] = {{"1-f.md", "# 甲\n\n证件号410100199001011234,乙。\n"}, {NULL}};
    g_auto(Content) content = content_read(files);
    g_autoptr(GPtrArray) units = units_new(content.bulletin);
    const TextUnit *unit = find(units, "证件号");
    CheckContext context = {.units = units, .sink = content.sink};
    Finding finding = {.rule = RULE_HALF_WIDTH_MARK,
                       .unit = unit,
                       .start = 9,
                       .end = 27,
                       .arguments = {"410100199001011234", "x"},
                       .masked = TRUE};

    check_say(&context, RULE_HALF_WIDTH_MARK, unit, 27, 28, ",", "，", NULL);
    check_report(&context, &finding);
    g_autofree gchar *report = content_report(&content, LANG_ZH);
    g_assert_null(strstr(report, "1990"));
    g_assert_nonnull(strstr(report, "证件号******************,乙。"));
    g_autoptr(GPtrArray) all = diagnostics_sorted(content.sink, FALSE);
    for (guint i = 0; i < all->len; i++) {
        g_autofree gchar *snippet =
            diagnostics_snippet(content.sink, &((Diagnostic *) all->pdata[i])->where);
        g_assert_cmpstr(snippet, ==, "证件号******************,乙。");
    }
}

static void test_matches(void)
{
    const gchar *const files[][2] = {{"1-f.md", "# 甲\n\n第3号、第12号，号。\n"}, {NULL}};
    g_auto(Content) content = content_read(files);
    g_autoptr(GPtrArray) units = units_new(content.bulletin);
    CheckContext context = {.units = units, .sink = content.sink};
    GString *found = g_string_new(NULL);
    guint32 start, end;

    for (CheckMatch m = check_match(&context, find(units, "第3"), "第([0-9]+)(?:号)(x)?");
         check_match_next(&m);) {
        g_assert_true(check_match_group(&m, 1, &start, &end));
        g_assert_false(check_match_group(&m, 2, &start, &end));
        g_autofree gchar *digits = check_match_fetch(&m, 1);
        g_string_append_printf(found, "%s %s %u-%u;", m.text, digits, m.start, m.end);
    }
    g_assert_cmpstr(found->str, ==, "第3号 3 0-7;第12号 12 10-18;");
    g_string_free(found, TRUE);
}

/* A pattern that would take ages is stopped, and that is told. */
static void test_limit(void)
{
    g_autofree gchar *many = g_strnfill(4000, 'a');
    g_autofree gchar *text = g_strdup_printf("# 甲\n\n%s。\n", many);
    const gchar *const files[][2] = {{"1-f.md", text}, {NULL}};
    g_auto(Content) content = content_read(files);
    g_autoptr(GPtrArray) units = units_new(content.bulletin);
    CheckContext context = {.units = units, .sink = content.sink};

    for (CheckMatch m = check_match(&context, find(units, "aaa"), "(a+)+[bc]");
         check_match_next(&m);)
        g_assert_not_reached();
    g_autofree gchar *report = content_report(&content, LANG_EN);
    g_assert_nonnull(strstr(report, "[limit]"));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check-units/places", test_places);
    g_test_add_func("/check-units/guards", test_guards);
    g_test_add_func("/check-units/masks", test_masks);
    g_test_add_func("/check-units/matches", test_matches);
    g_test_add_func("/check-units/limit", test_limit);
    return g_test_run();
}
