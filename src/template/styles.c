#include "template/sections.h"

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
    {ROW("before", read_count, Style, before), .optional = TRUE, .most = MOST_LINES},
    {ROW("after", read_count, Style, after), .optional = TRUE, .most = MOST_LINES},
    {ROW("keep-next", read_count, Style, keep_next), .optional = TRUE, .most = MOST_LINES},
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
static const Row marked_rows[] = {
    {ROW("mark", read_word, Style, mark), .words = mark_words},
    {.key = NULL},
};

const Row *style_rows_of(StyleRole role)
{
    switch (role) {
    case STYLE_EMPHASIS:
    case STYLE_STRONG:
    case STYLE_ATTENDANCE_LABEL:
    case STYLE_NOTE_MARK:
        return inline_rows;
    case STYLE_PROPER:
    case STYLE_BOOK:
    case STYLE_DOT:
        return marked_rows;
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

/* Lines of a pitch of their own must not overlap, and a page takes one of them at least. */
static void check_pitch(Reader *reader, const Template *template, const Style *style,
                        const YamlPair *pair)
{
    const YamlNode *pitch = yaml_get(pair->value, "pitch");

    if (!pitch || style->pitch == 0)
        return;
    check_limit(reader, pitch->span, "字号大于行距：字号", "size of lines closer than that",
                style->size, style->pitch);
    check_limit(reader, pitch->span, "行距", "line pitch", style->pitch, template->height);
}

static void check_style(Reader *reader, const Template *template, const Style *style,
                        const YamlPair *pair, gboolean is_body)
{
    const Style *body = &template->styles[STYLE_BODY];

    check_pitch(reader, template, style, pair);
    /* What is too wide in the body is told there, once. */
    if (is_body || least_width(style) != least_width(body))
        check_limit(reader, reader_blame_later(reader, pair->key_span, "text-block width"),
                    "缩进和一字之宽", "indent and one character", least_width(style),
                    template->width);
}

static void read_style(Reader *reader, Template *template, StyleRole role, const YamlPair *pair)
{
    Style *style = &template->styles[role];
    const Style *body = &template->styles[STYLE_BODY];

    const Row *rows = style_rows_of(role);

    *style = *body;
    if (rows != style_rows)
        *style = (Style){.font = body->font, .mark = default_mark(role), .as_around = TRUE};
    if (!pair || !value_is(reader, pair, YAML_MAP_NODE_KIND))
        return;
    reader->em = body->size;
    rows_read(reader, rows, pair->value, pair->key_span, style);
    if (rows == inline_rows)
        check_inline(reader, style, pair);
    if (template->cell > 0) /* of a grid that failed nothing is known */
        check_style(reader, template, style, pair, role == STYLE_BODY);
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
