#include "template/parts.h"

static gchar *points(Len length)
{
    GString *text = g_string_new(NULL);

    len_append(text, length);
    return g_string_free(text, FALSE);
}

/* "版心底边 921.260 pt，超过 841.890 pt" */
static void report_overflow(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en,
                            Len length, Len limit)
{
    g_autofree gchar *is = points(length);
    g_autofree gchar *may_be = points(limit);
    g_autofree gchar *zh = g_strdup_printf("%s %s pt，超过 %s pt", what_zh, is, may_be);
    g_autofree gchar *en = g_strdup_printf("%s: %s pt, more than %s pt", what_en, is, may_be);

    report_template(reader, where, zh, en);
}

static void check_limit(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en,
                        Len length, Len limit)
{
    if (length > limit)
        report_overflow(reader, where, what_zh, what_en, length, limit);
}

/* GB/T 9704-2012 5.2.3: so many lines of so many characters fill the text block. The cell is a
 * whole number of units, and the block as many cells exactly, so that a full line needs no
 * rounding; the last line's em box ends at the block's bottom, not a gap above it. */
static void resolve_grid(Reader *reader, Span where, Template *template)
{
    template->cell = template->width / template->cells;
    template->width -= template->width % template->cells;
    template->pitch = (template->height - template->cell) / (template->lines - 1);
    check_limit(reader, where, "版心右边", "right edge of the text block",
                template->left + template->width, template->page_width);
    check_limit(reader, where, "版心底边", "bottom of the text block",
                template->top + template->height, template->page_height);
    if (template->pitch < template->cell || template->cell < LEN_PT)
        report_overflow(reader, where, "版心排不下这么多行、字：所需行高",
                        "the text block has no room for so many lines and cells; height needed",
                        MAX(template->cell, LEN_PT) * template->lines, template->height);
}

void read_grid(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Template *template = target;

    read_map(reader, row, pair, template);
    if (!reader->failed)
        resolve_grid(reader, pair->key_span, template);
    /* After an error lengths in cells are still read, so that only true slips are reported. */
    reader->cell = reader->failed ? LEN_PT : template->cell;
    reader->em = reader->cell;
}

void read_gap(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const GapStyle *gap = target;

    read_map(reader, row, pair, target);
    if (gap->minimum > gap->natural || gap->natural > gap->maximum)
        report_template(reader, pair->key_span, "应当 min ≤ natural ≤ max",
                        "min ≤ natural ≤ max does not hold");
}

void read_page_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = target;

    read_map(reader, row, pair, target);
    if (reader->failed)
        return;
    check_limit(reader, pair->key_span, "页码底边", "bottom of the page number",
                template->top + template->height + template->page_number.top +
                    template->styles[STYLE_PAGE_NUMBER].size,
                template->page_height);
    check_limit(reader, pair->key_span, "页码距外侧", "inset of the page number",
                template->page_number.inset, template->width);
}

/* --- fonts --- */

static const Row choice_rows[] = {
    {ROW("family", read_text, FontChoice, family)},
    {ROW("weight", read_count, FontChoice, weight), .optional = TRUE, .least = 1, .most = 1000},
    {ROW("optional", read_boolean, FontChoice, optional), .optional = TRUE},
    {ROW("shift", read_number, FontChoice, shift), .optional = TRUE, .least = -1000, .most = 1000},
    {ROW("features", read_text, FontChoice, features), .optional = TRUE},
    {ROW("except", read_text, FontChoice, except), .optional = TRUE},
    {.key = NULL},
};

static void read_chain(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    GArray *chain = *(GArray **) target;

    (void) row;
    if (!value_is(reader, pair, YAML_LIST_NODE_KIND))
        return;
    for (guint i = 0; i < pair->value->items->len; i++) {
        YamlNode *item = pair->value->items->pdata[i];
        FontChoice choice = {.weight = 400, .shift = FONT_SHIFT_MEASURED};
        YamlPair shown = {pair->key, item->span, item};
        if (value_is(reader, &shown, YAML_MAP_NODE_KIND))
            rows_read(reader, choice_rows, item, item->span, &choice);
        g_array_append_val(chain, choice);
    }
}

static const Row font_rows[] = {
    {ROW("label", read_text, FontRole, label)},
    {ROW("han", read_chain, FontRole, han)},
    {ROW("latin", read_chain, FontRole, latin), .optional = TRUE},
    {.key = NULL},
};

static void choice_clear(gpointer data)
{
    FontChoice *choice = data;

    g_free(choice->family);
    g_free(choice->features);
    g_free(choice->except);
}

static GArray *chain_new(void)
{
    GArray *chain = g_array_new(FALSE, FALSE, sizeof(FontChoice));

    g_array_set_clear_func(chain, choice_clear);
    return chain;
}

void read_fonts(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Template *template = target;

    (void) row;
    if (!value_is(reader, pair, YAML_MAP_NODE_KIND))
        return;
    for (guint i = 0; i < pair->value->pairs->len; i++) {
        const YamlPair *font = &g_array_index(pair->value->pairs, YamlPair, i);
        FontRole *role = g_new0(FontRole, 1);
        role->name = g_strdup(font->key);
        role->han = chain_new();
        role->latin = chain_new();
        g_ptr_array_add(template->fonts, role);
        if (!value_is(reader, font, YAML_MAP_NODE_KIND))
            continue;
        rows_read(reader, font_rows, font->value, font->key_span, role);
        if (role->han->len == 0)
            report_template(reader, font->key_span, "字体一项也没有", "the font has no family");
    }
    reader->fonts = template->fonts;
}

/* --- styles --- */

static void read_font(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    if (!value_is(reader, pair, YAML_SCALAR_NODE_KIND) || !reader->fonts)
        return;
    for (guint i = 0; i < reader->fonts->len; i++) {
        const FontRole *role = reader->fonts->pdata[i];
        if (g_str_equal(role->name, pair->value->text)) {
            *(guint *) target = i;
            return;
        }
        g_ptr_array_add(names, role->name);
    }
    g_ptr_array_add(names, NULL);
    report_value(reader, row->key, pair->value, (const gchar *const *) names->pdata);
}

/* In the order of the enumerations of template.h. */
static const gchar *const ink_words[] = {"black", "red", NULL};
static const gchar *const align_words[] = {"justify", "left", "center", "right", NULL};

/* `size` before every length: they may be in em. */
static const Row style_rows[] = {
    {ROW("font", read_font, Style, font), .optional = TRUE},
    {ROW("size", read_size, Style, size), .optional = TRUE},
    {ROW("pitch", read_length, Style, pitch), .optional = TRUE},
    {ROW("color", read_word, Style, ink), .optional = TRUE, .words = ink_words},
    {ROW("align", read_word, Style, align), .optional = TRUE, .words = align_words},
    {ROW("indent", read_length, Style, indent_first), .optional = TRUE},
    {ROW("left", read_length, Style, left), .optional = TRUE},
    {ROW("right", read_length, Style, right), .optional = TRUE},
    {ROW("before", read_count, Style, before), .optional = TRUE, .most = 100},
    {ROW("after", read_count, Style, after), .optional = TRUE, .most = 100},
    {ROW("keep-next", read_count, Style, keep_next), .optional = TRUE, .most = 100},
    {.key = NULL},
};

/* In the order of MarkShape. */
static const gchar *const mark_words[] = {"none", "dot", "line", "wave", NULL};

/* Of a word inside a paragraph only the font and the mark below it can be told: the rest is as
 * where it stands. */
static const Row inline_rows[] = {
    {ROW("font", read_font, Style, font), .optional = TRUE},
    {ROW("mark", read_word, Style, mark), .optional = TRUE, .words = mark_words},
    {.key = NULL},
};

/* A marked span is set in the font of the text around it. */
static const Row mark_rows[] = {
    {ROW("mark", read_word, Style, mark), .words = mark_words},
    {.key = NULL},
};

static const Row *rows_of(StyleRole role)
{
    switch (role) {
    case STYLE_EMPHASIS:
    case STYLE_STRONG:
        return inline_rows;
    case STYLE_PROPER:
    case STYLE_BOOK:
    case STYLE_DOT:
        return mark_rows;
    default:
        return style_rows;
    }
}

static MarkShape default_mark(StyleRole role)
{
    return role == STYLE_PROPER ? MARK_LINE
           : role == STYLE_BOOK ? MARK_WAVE
           : role == STYLE_DOT  ? MARK_DOT
                                : MARK_NONE;
}

/* Emphasis shows by its font or by a mark; without either it would not show. */
static void check_inline(Reader *reader, Style *style, const YamlPair *pair)
{
    style->as_around = !yaml_get(pair->value, "font");
    if (style->as_around && !yaml_get(pair->value, "mark"))
        report_missing(reader, pair->key_span, "font");
}

/* The least width that a style needs: one character in its first line. */
static Len least_width(const Style *style)
{
    return style->left + style->right + style->indent_first + style->size;
}

static void read_style(Reader *reader, Template *template, StyleRole role, const YamlPair *pair)
{
    Style *style = &template->styles[role];
    const Style *body = &template->styles[STYLE_BODY];

    const Row *rows = rows_of(role);

    *style = *body;
    if (rows != style_rows)
        *style = (Style){.font = body->font, .mark = default_mark(role), .as_around = TRUE};
    if (!pair || !value_is(reader, pair, YAML_MAP_NODE_KIND))
        return;
    reader->em = body->size;
    rows_read(reader, rows, pair->value, pair->key_span, style);
    if (rows == inline_rows)
        check_inline(reader, style, pair);
    /* What is too wide in the body is told there, once; of a grid that failed nothing is known. */
    if (template->cell > 0 && (role == STYLE_BODY || least_width(style) != least_width(body)))
        check_limit(reader, pair->key_span, "缩进和一字之宽", "indent and one character",
                    least_width(style), template->width);
}

/* What every other style is when it says nothing. */
static void read_body_style(Reader *reader, Template *template, const YamlPair *styles)
{
    const gchar *name = style_role_name(STYLE_BODY);
    const YamlNode *body = yaml_get(styles->value, name);

    template->styles[STYLE_BODY] = (Style){.size = reader->cell};
    if (!body) {
        report_missing(reader, styles->key_span, name);
        return;
    }
    if (body->kind == YAML_MAP_NODE_KIND && !yaml_get(body, "font"))
        report_missing(reader, body->span, "font");
}

void read_styles(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    static const gchar *const names[] = {
#define ROLE(symbol, name) name,
        STYLE_ROLES(ROLE)
#undef ROLE
            NULL};
    Template *template = target;
    const YamlPair *pairs[STYLE_ROLES_COUNT] = {NULL};

    (void) row;
    if (!value_is(reader, pair, YAML_MAP_NODE_KIND))
        return;
    for (guint i = 0; i < pair->value->pairs->len; i++) {
        const YamlPair *style = &g_array_index(pair->value->pairs, YamlPair, i);
        guint role = 0;
        while (names[role] && !g_str_equal(names[role], style->key))
            role++;
        if (names[role])
            pairs[role] = style;
        else
            report_unknown(reader, style, names);
    }
    read_body_style(reader, template, pair);
    read_style(reader, template, STYLE_BODY, pairs[STYLE_BODY]);
    for (guint role = 0; role < STYLE_ROLES_COUNT; role++)
        if (role != STYLE_BODY)
            read_style(reader, template, role, pairs[role]);
}
