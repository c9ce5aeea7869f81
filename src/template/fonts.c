#include "template/sections.h"

/* "hwid", "hwid, palt=0": what is written otherwise would be passed over in silence. */
static void read_features(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    g_autofree gchar *text = NULL;

    read_text(reader, row, pair, &text);
    if (text && !g_regex_match_simple(
                    "^ *[a-z0-9]{4}( *= *[0-9]{1,5})? *(, *[a-z0-9]{4}( *= *[0-9]{1,5})? *)*$",
                    text, G_REGEX_CASELESS, 0))
        report_kind(reader, row->key, pair->value->span,
                    "“hwid”或“hwid=1, palt=0”之类的 OpenType 特性",
                    "OpenType features: 'hwid' or 'hwid=1, palt=0'");
    else
        *(gchar **) target = g_steal_pointer(&text);
}

static const Row choice_rows[] = {
    {ROW("family", read_text, FontChoice, family), .least = 1},
    {ROW("weight", read_count, FontChoice, weight), .optional = TRUE, .least = 1, .most = 1000},
    {ROW("optional", read_boolean, FontChoice, optional), .optional = TRUE},
    {ROW("shift", read_number, FontChoice, shift), .optional = TRUE, .least = -1000, .most = 1000},
    {ROW("features", read_features, FontChoice, features), .optional = TRUE},
    {ROW("except", read_text, FontChoice, except), .optional = TRUE, .least = 1},
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

const Row font_rows[] = {
    {ROW("label", read_text, FontRole, label), .least = 1},
    {ROW("han", read_chain, FontRole, han), .listed = TRUE, .rows = choice_rows},
    {ROW("latin", read_chain, FontRole, latin), .optional = TRUE, .listed = TRUE,
     .rows = choice_rows},
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
        if (!font->value)
            continue;
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
