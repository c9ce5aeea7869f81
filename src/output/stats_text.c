#include "output/stats_text.h"

#include "base/width.h"

typedef struct {
    gchar *label, *value, *note;
} Row;

typedef struct {
    Lang lang;
    GArray *rows; /* Row */
} ValueTable;

static void row_clear(gpointer data)
{
    Row *row = data;

    g_free(row->label);
    g_free(row->value);
    g_free(row->note);
}

/* Takes value and note. */
static void add_row(ValueTable *table, const gchar *indent, const gchar *label, gchar *value,
                    gchar *note)
{
    Row row = {g_strconcat(indent, label, NULL), value, note};

    g_array_append_val(table->rows, row);
}

static const gchar *in_language(const ValueTable *table, const gchar *zh, const gchar *en)
{
    return table->lang == LANG_ZH ? zh : en;
}

static gchar *count(guint number)
{
    return g_strdup_printf("%u", number);
}

/* Thousandths with three decimals: "-0.500". */
static gchar *thousandths(gint64 number)
{
    return g_strdup_printf("%s%" G_GINT64_FORMAT ".%03d", number < 0 ? "-" : "", ABS(number) / 1000,
                           (gint) (ABS(number) % 1000));
}

/* Of a whole that is not 0, with two decimals, rounded. */
static gchar *percent(guint part, guint whole)
{
    guint64 hundredths = ((guint64) part * 10000 + whole / 2) / whole;

    return g_strdup_printf("%u.%02u %%", (guint) (hundredths / 100), (guint) (hundredths % 100));
}

/* ---- names ---- */

static const gchar *const chinese_reasons[ADJUST_COUNT] = {
    [ADJUST_LINE_END] = "行末标点占半字",
    [ADJUST_LINE_START] = "行首标点占半字",
    [ADJUST_SHRINK_SPACE] = "压缩：单词间空格",
    [ADJUST_SHRINK_MIDDLE] = "压缩：间隔号",
    [ADJUST_SHRINK_BRACKET] = "压缩：括号、引号",
    [ADJUST_SHRINK_PAUSE] = "压缩：、，；：",
    [ADJUST_SHRINK_GAP] = "压缩：汉字与字母、数字之间",
    [ADJUST_SHRINK_STOP] = "压缩：。？！",
    [ADJUST_STRETCH_SPACE] = "拉开：单词间空格",
    [ADJUST_STRETCH_GAP] = "拉开：汉字与字母、数字之间",
    [ADJUST_STRETCH_ALL] = "拉开：各字之间",
    [ADJUST_TRACKING] = "末面调整字距",
    [ADJUST_FORCED] = "强行断行",
};

static const gchar *const chinese_roles[STYLE_ROLES_COUNT] = {
    [STYLE_COPY_NUMBER] = "份号",
    [STYLE_CLASSIFICATION] = "密级",
    [STYLE_URGENCY] = "紧急程度",
    [STYLE_MASTHEAD] = "发文机关标志",
    [STYLE_DOCUMENT_NUMBER] = "发文字号",
    [STYLE_SIGNATORY_LABEL] = "签发人",
    [STYLE_SIGNATORY] = "签发人姓名",
    [STYLE_TITLE] = "标题",
    [STYLE_HEADING_1] = "一级标题",
    [STYLE_HEADING_2] = "二级标题",
    [STYLE_HEADING_3] = "三级标题",
    [STYLE_HEADING_4] = "四级标题",
    [STYLE_BODY] = "正文",
    [STYLE_LEAD] = "引语",
    [STYLE_EMPHASIS] = "着重",
    [STYLE_STRONG] = "加重",
    [STYLE_CONTACT] = "联系方式",
    [STYLE_SIGNATURE] = "署名",
    [STYLE_DATE] = "成文日期",
    [STYLE_ANNEX_MARK] = "附件序号",
    [STYLE_ANNEX_TITLE] = "附件标题",
    [STYLE_PAGE_NUMBER] = "页码",
};

static const gchar *reason_name(const ValueTable *table, AdjustKind kind)
{
    const gchar *chinese = chinese_reasons[kind];

    return table->lang == LANG_ZH && chinese ? chinese : adjust_name(kind);
}

static const gchar *role_name(const ValueTable *table, StyleRole role)
{
    const gchar *chinese = chinese_roles[role];

    return table->lang == LANG_ZH && chinese ? chinese : style_role_name(role);
}

/* ---- parts of the report ---- */

static void add_reasons(ValueTable *table, const Stats *stats)
{
    add_row(table, "", in_language(table, "调整过的行", "adjusted lines"), count(stats->adjusted),
            NULL);
    for (AdjustKind kind = 0; kind < ADJUST_COUNT; kind++) {
        const ReasonStats *reason = &stats->reasons[kind];
        if (reason->lines == 0)
            continue;
        g_autofree gchar *most = thousandths(reason->most);
        gchar *note =
            g_strconcat(in_language(table, "最多 ", "at most "), reason->most > 0 ? "+" : "", most,
                        in_language(table, " 字  ", " em  "), adjust_clause(kind), NULL);
        add_row(table, "  ", reason_name(table, kind), count(reason->lines), g_strchomp(note));
    }
}

static void add_gaps(ValueTable *table, const Stats *stats)
{
    const gchar *over = in_language(table, "字，比一字多", "em over the pitch");
    g_autofree gchar *limit = thousandths(STATS_OFF_PITCH);

    add_row(table, "", in_language(table, "汉字之间", "gaps between Han"), count(stats->gaps),
            NULL);
    if (stats->gaps == 0)
        return;
    add_row(table, "  ", in_language(table, "不是一字的", "off the pitch"),
            percent(stats->gaps_off, stats->gaps),
            g_strconcat(in_language(table, "相差超过 ", "by more than "), limit,
                        in_language(table, " 字", " em"), NULL));
    add_row(table, "  ", in_language(table, "最窄", "narrowest"), thousandths(stats->narrowest),
            g_strdup(over));
    add_row(table, "  ", in_language(table, "最宽", "widest"), thousandths(stats->widest),
            g_strdup(over));
}

static void add_marks(ValueTable *table, const Stats *stats)
{
    g_autofree gchar *lines = count(stats->mark_lines);

    if (stats->mark_lines == 0)
        return;
    add_row(table, "", in_language(table, "，。的宽度", "room of ，。"),
            thousandths(stats->mark_deviation),
            g_strconcat(in_language(table, "磅，", "pt, standard deviation of the means of "),
                        lines, in_language(table, " 行平均数的标准差", " lines"), NULL));
}

static void add_fonts(ValueTable *table, const Stats *stats, const GPtrArray *fonts)
{
    guint all = 0;

    for (guint i = 0; i < stats->fonts->len; i++)
        all += g_array_index(stats->fonts, FontStats, i).characters;
    add_row(table, "", in_language(table, "字符", "characters"), count(all), NULL);
    for (guint i = 0; i < stats->fonts->len; i++) {
        const FontStats *used = &g_array_index(stats->fonts, FontStats, i);
        const FontFile *font = fonts->pdata[used->font];
        add_row(table, "  ", role_name(table, used->role), count(used->characters),
                g_strdup_printf("%s %u", font->family, font->weight));
    }
}

/* ---- the table ---- */

static guint cells_of(const gchar *text)
{
    guint cells = 0;

    for (; *text; text = g_utf8_next_char(text))
        cells += char_display_width(g_utf8_get_char(text));
    return cells;
}

static void print_rows(const GArray *rows, GString *out)
{
    guint label_width = 0, value_width = 0;

    for (guint i = 0; i < rows->len; i++) {
        const Row *row = &g_array_index(rows, Row, i);
        label_width = MAX(label_width, cells_of(row->label));
        value_width = MAX(value_width, cells_of(row->value));
    }
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = &g_array_index(rows, Row, i);
        guint pad = label_width - cells_of(row->label) + 2 + value_width - cells_of(row->value);
        g_string_append_printf(out, "%s%*s%s", row->label, (int) pad, "", row->value);
        if (row->note)
            g_string_append_printf(out, "  %s", row->note);
        g_string_append_c(out, '\n');
    }
}

void stats_print(const Stats *stats, const GPtrArray *fonts, Lang lang, GString *out)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
    ValueTable table = {lang, rows};

    g_array_set_clear_func(rows, row_clear);
    add_row(&table, "", in_language(&table, "面数", "pages"), count(stats->pages), NULL);
    add_row(&table, "", in_language(&table, "行数", "lines"), count(stats->lines), NULL);
    add_reasons(&table, stats);
    add_gaps(&table, stats);
    add_marks(&table, stats);
    add_fonts(&table, stats, fonts);
    print_rows(rows, out);
}
