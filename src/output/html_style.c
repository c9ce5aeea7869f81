/* The style sheet: what the template says of fonts, sizes, colours and indents, for screens of any
 * width, light and dark, and for paper. White between punctuation, and between Han and Latin, is
 * the browser's to set; no character stands for it. */
#include "output/html_parts.h"

#include <string.h>

/* Families that machines without the template's fonts have, by the font's name in the template. */
static const struct {
    const gchar *name, *families;
} fallbacks[] = {
    {"fangsong", "FangSong, STFangsong, \"Noto Serif SC\", serif"},
    {"kaiti", "KaiTi, STKaiti, \"Kaiti SC\", \"LXGW WenKai\", serif"},
    {"heiti", "SimHei, \"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans SC\", sans-serif"},
    {"xiaobiaosong", "STZhongsong, \"Songti SC\", \"Noto Serif SC\", SimSun, serif"},
    {"songti", "SimSun, \"Songti SC\", STSong, \"Noto Serif SC\", serif"},
};

static const gchar screen[] =
    ":root {\n"
    "  color-scheme: light dark; --least: .85em;\n"
    "  --paper: #fff; --ink: #1b1b1b; --red: #b4000f; --link: #0a4c9c; --line: #707070;\n"
    "}\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  :root { --paper: #17191c; --ink: #e4e4e4; --red: #ff8d84; --link: #9dc3ff; --line: #8c8c8c; "
    "}\n"
    "}\n"
    "*, ::before, ::after { box-sizing: border-box; }\n"
    "html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }\n"
    "body {\n"
    "  margin: 0; background: var(--paper); color: var(--ink);\n"
    "  font-size: clamp(1.0625rem, .95rem + .5vw, 1.25rem); line-height: 1.8;\n"
    "  font-synthesis: none; line-break: strict; overflow-wrap: anywhere;\n"
    "  text-autospace: normal; hanging-punctuation: none;\n"
    "}\n"
    "main { max-width: 32em; margin: 0 auto; padding: 2em clamp(1rem, 5vw, 2em); }\n"
    "p, h1, h2, h3, h4, h5, h6, ol, dl, dd, figure { margin: 0; padding: 0; }\n"
    "h1, h2, h3, h4, h5, h6 { font-size: 1em; break-after: avoid; }\n"
    ".title, .annex-title, .masthead { text-wrap: balance; word-break: keep-all; }\n"
    "ol { list-style: none; }\n"
    "a { color: var(--link); text-decoration: underline; text-underline-offset: .2em; }\n"
    "a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; "
    "}\n"
    ":target { scroll-margin-top: 1em; }\n"
    "strong, em { font-style: normal; font-weight: normal; }\n"
    "sup { font-size: .65em; line-height: 0; }\n"
    "sup a { text-decoration: none; padding: .4em .15em; }\n"
    ".joined { word-break: keep-all; }\n"
    ".verbatim { white-space: pre-wrap; text-autospace: no-autospace; }\n"
    ".line { text-decoration: underline; text-underline-offset: .2em; }\n"
    ".wave { text-decoration: underline wavy; text-underline-offset: .2em; }\n"
    ".dots { text-emphasis: filled dot; text-emphasis-position: under right; }\n"
    "hr { border: 0; border-top: 2px solid var(--red); margin: .5em 0 2em; }\n"
    "address { font-style: normal; }\n";

static const gchar parts[] =
    "header { margin-bottom: 1.8em; }\n"
    "h1.title, h2.annex-title { font-size: clamp(1.25em, 4.5vw, 1.375em); line-height: 1.6; }\n"
    ".masthead {\n"
    "  font-size: clamp(1.5em, 8.5vw, 2.5em); line-height: 1.3; margin: 1em 0; text-align: "
    "center;\n"
    "}\n"
    ".masthead span { display: block; }\n"
    ".signatory { text-align: right; text-indent: 0; }\n"
    ".signatory span + span { margin-inline-start: .5em; }\n"
    ".table {\n"
    "  width: fit-content; min-width: 100%; max-width: min(100vw - 2rem, 64rem);\n"
    "  margin: 1em 0 1em 50%; transform: translateX(-50%); overflow-x: auto;\n"
    "}\n"
    "table {\n"
    "  border-collapse: collapse; margin: 0 auto; min-width: min(100%, 20em); line-height: 1.4;\n"
    "}\n"
    "caption { padding: .4em 0; }\n"
    "th, td { padding: .35em .5em; text-align: start; vertical-align: middle; }\n"
    ".center { text-align: center; }\n"
    ".short { white-space: nowrap; }\n"
    ".long { min-width: 9em; }\n"
    ".right { text-align: end; }\n"
    "th { text-align: center; }\n"
    ".grid th, .grid td { border: 1px solid var(--line); }\n"
    ".three-lines { border-block: 2px solid var(--line); }\n"
    ".three-lines thead { border-bottom: 1px solid var(--line); }\n"
    "figure { margin: 1em 0; text-align: center; }\n"
    "figure img { max-width: 100%; height: auto; background: #fff; }\n"
    ".annexed { display: flex; margin-top: 1.8em; padding-inline-start: 2em; }\n"
    ".annexed > p { flex: none; text-indent: 0; }\n"
    "dl { display: grid; grid-template-columns: max-content 1fr; }\n"
    "dt, dd { text-indent: 0; }\n"
    ".attendance { margin-top: 1.8em; padding-inline-start: 2em; }\n"
    ".signing { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 1em; }\n"
    ".signing p { text-indent: 0; text-align: inherit; }\n"
    ".sealed, .stamped {\n"
    "  position: relative; display: grid; align-content: center; text-align: center;\n"
    "}\n"
    ".sealed:has(img) { min-height: 7.6em; min-width: 7.6em; padding: 0 .5em; }\n"
    ".sealed:not(:has(img)) { align-content: start; }\n"
    ".sealed .seal {\n"
    "  position: absolute; inset: 0; margin: auto; max-width: 100%; height: 7.44em;\n"
    "}\n"
    ".stamped { grid-template-columns: auto auto; align-items: center; gap: 0 2em; }\n"
    ".stamped .stamp { max-width: 7em; max-height: 3em; }\n"
    ".stamped .date { grid-column: 1 / -1; margin-top: 1.8em; }\n"
    "@media (prefers-color-scheme: light) { .seal, .stamp { mix-blend-mode: multiply; } }\n"
    ".annex { margin-top: 4em; }\n"
    ".footnotes { margin-top: 3em; border-top: 1px solid var(--line); padding-top: .5em; }\n"
    ".footnotes p { text-indent: 0; }\n"
    ".imprint { margin-top: 3em; border-block: 1px solid var(--line); padding: .3em 1em; }\n"
    ".imprint .printed { display: flex; flex-wrap: wrap; justify-content: space-between; "
    "text-indent: 0; }\n"
    ".imprint dl + .printed { border-top: 1px solid var(--line); }\n";

/* ---- values ---- */

/* In double quotes; nothing in it ends the string or the element. */
static void add_string(GString *css, const gchar *text)
{
    g_string_append_c(css, '"');
    for (const gchar *at = text; *at; at++) {
        if (g_ascii_iscntrl(*at) || strchr("\"\\<>&", *at))
            g_string_append_printf(css, "\\%x ", (guint) (guchar) *at);
        else
            g_string_append_c(css, *at);
    }
    g_string_append_c(css, '"');
}

/* A name of a font in a template as a CSS identifier: any other byte is escaped. */
static void add_font_name(GString *css, const gchar *name)
{
    g_string_append(css, "--font-");
    for (; *name; name++)
        if (g_ascii_isalnum(*name) || *name == '-' || *name == '_' || (guchar) *name >= 0x80)
            g_string_append_c(css, *name);
        else
            g_string_append_printf(css, "\\%x ", (guint) (guchar) *name);
}

/* `length` in ems of `em`: "1.375em" */
static void add_ems(GString *css, Len length, Len em)
{
    gint64 thousandths = len_mul_div(1000, length, MAX(em, 1));

    g_string_append_printf(css, "%s%" G_GINT64_FORMAT, thousandths < 0 ? "-" : "",
                           ABS(thousandths) / 1000);
    if (thousandths % 1000 != 0)
        g_string_append_printf(css, ".%03u", (guint) (ABS(thousandths) % 1000));
    g_string_append(css, "em");
}

static void add_points(GString *css, Len length)
{
    len_append(css, length);
    g_string_append(css, "pt");
}

/* ---- fonts ---- */

/* Letters and digits are taken from the Latin chain by their code points: quotation marks are
 * Chinese ones, and a Latin face has them too. */
static void add_latin_face(GString *css, const FontRole *font)
{
    if (font->latin->len == 0)
        return;
    g_string_append(css, "@font-face { font-family: ");
    g_autofree gchar *name = g_strconcat("bulletin-latin-", font->name, NULL);
    add_string(css, name);
    g_string_append(css, "; src: ");
    for (guint i = 0; i < font->latin->len; i++) {
        g_string_append(css, "local(");
        add_string(css, g_array_index(font->latin, FontChoice, i).family);
        g_string_append(css, "), ");
    }
    g_string_append(css, "local(\"Times New Roman\"); unicode-range: U+20-7E, U+A1-A6, U+A9-AF, "
                         "U+B2-B6, U+B8-24F; }\n");
}

static const gchar *fallback(const FontRole *font)
{
    for (guint i = 0; i < G_N_ELEMENTS(fallbacks); i++)
        if (strcmp(fallbacks[i].name, font->name) == 0)
            return fallbacks[i].families;
    return "serif";
}

static void add_font(GString *css, const FontRole *font)
{
    g_string_append(css, "  ");
    add_font_name(css, font->name);
    g_string_append(css, ": ");
    if (font->latin->len > 0) {
        g_autofree gchar *name = g_strconcat("bulletin-latin-", font->name, NULL);
        add_string(css, name);
        g_string_append(css, ", ");
    }
    for (guint i = 0; i < font->han->len; i++) {
        add_string(css, g_array_index(font->han, FontChoice, i).family);
        g_string_append(css, ", ");
    }
    g_string_append_printf(css, "%s;\n", fallback(font));
}

/* That of the first face which all machines have. */
static guint weight_of(const FontRole *font)
{
    for (guint i = 0; i < font->han->len; i++) {
        const FontChoice *choice = &g_array_index(font->han, FontChoice, i);
        if (!choice->optional)
            return choice->weight;
    }
    return 400;
}

static void add_fonts(GString *css, const Template *template)
{
    for (guint i = 0; i < template->fonts->len; i++)
        add_latin_face(css, template->fonts->pdata[i]);
    g_string_append(css, ":root {\n");
    for (guint i = 0; i < template->fonts->len; i++)
        add_font(css, template->fonts->pdata[i]);
    g_string_append(css, "}\n");
}

/* ---- roles ---- */

static const gchar *const aligns[] = {[ALIGN_JUSTIFY] = "justify",
                                      [ALIGN_LEFT] = "start",
                                      [ALIGN_CENTER] = "center",
                                      [ALIGN_RIGHT] = "end"};

static void add_face(GString *css, const Template *template, const Style *style)
{
    const FontRole *font = template->fonts->pdata[style->font];

    g_string_append(css, " font-family: var(");
    add_font_name(css, font->name);
    g_string_append_printf(css, "); font-weight: %u;", weight_of(font));
}

/* A paragraph of its own; on a narrow screen only long ones can be justified without holes;
 * `selector` is what the role is written as. */
static void add_paragraph(GString *css, const Template *template, const gchar *selector,
                          StyleRole role)
{
    const Style *style = &template->styles[role];
    Len body = template->styles[STYLE_BODY].size;

    g_string_append_printf(css, "%s {", selector);
    add_face(css, template, style);
    g_string_append(css, " font-size: max(");
    add_ems(css, style->size, body);
    gboolean justify = style->align == ALIGN_JUSTIFY && role == STYLE_BODY;
    g_string_append_printf(css, ", var(--least)); text-align: %s; text-indent: ",
                           style->align == ALIGN_JUSTIFY && !justify ? "start"
                                                                     : aligns[style->align]);
    add_ems(css, style->indent_first, style->size);
    if (style->ink == INK_RED)
        g_string_append(css, "; color: var(--red)");
    if (style->before > 0)
        g_string_append_printf(css, "; margin-top: %u.%uem", style->before * 18 / 10,
                               style->before * 18 % 10);
    if (style->after > 0)
        g_string_append_printf(css, "; margin-bottom: %u.%uem", style->after * 18 / 10,
                               style->after * 18 % 10);
    g_string_append(css, "; }\n");
}

/* Words in a paragraph have its size. */
static void add_words(GString *css, const Template *template, const gchar *selector, StyleRole role)
{
    const Style *style = &template->styles[role];

    if (style->as_around)
        return;
    g_string_append_printf(css, "%s {", selector);
    add_face(css, template, style);
    g_string_append(css, " }\n");
}

static void add_roles(GString *css, const Template *template)
{
    static const struct {
        const gchar *selector;
        StyleRole role;
    } elements[] = {{"p", STYLE_BODY},           {"caption, figcaption", STYLE_CAPTION},
                    {"td", STYLE_TABLE},         {"th", STYLE_TABLE_HEAD},
                    {".imprint", STYLE_IMPRINT}, {".footnotes p", STYLE_FOOTNOTE}},
      words[] = {{"em", STYLE_EMPHASIS},
                 {"strong", STYLE_STRONG},
                 {".lead", STYLE_LEAD},
                 {"sup", STYLE_NOTE_MARK},
                 {".attendance dt", STYLE_ATTENDANCE_LABEL}};

    g_string_append(css, "body {");
    add_face(css, template, &template->styles[STYLE_BODY]);
    g_string_append(css, " }\n");
    for (guint i = 0; i < G_N_ELEMENTS(elements); i++)
        add_paragraph(css, template, elements[i].selector, elements[i].role);
    for (StyleRole role = 0; role < STYLE_PAGE_NUMBER; role++) {
        g_autofree gchar *class = g_strconcat(".", style_role_name(role), NULL);
        gboolean own = role == STYLE_IMPRINT || role == STYLE_FOOTNOTE ||
                       role == STYLE_ATTENDANCE || role == STYLE_TABLE;
        if (!own && template->styles[role].size > 0)
            add_paragraph(css, template, class, role);
    }
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        add_words(css, template, words[i].selector, words[i].role);
}

/* Without a seal the names stand so far from the right, the date below them so far in (GB/T
 * 9704-2012 7.3.5.2). */
static void add_signing(GString *css, const Template *template)
{
    Len body = template->styles[STYLE_BODY].size;

    g_string_append(css, ".signing { margin-top: 1.8em; padding-inline-end: ");
    add_ems(css, template->signature.right, body);
    g_string_append(css, "; }\n.signing .plain { width: 100%; display: grid; justify-content: "
                         "end; }\n.signing .plain .date { padding-inline-start: ");
    add_ems(css, template->signature.date_indent, body);
    g_string_append(css, "; }\n");
}

static void add_masthead(GString *css, const Template *template)
{
    NumberPlace place = template->masthead.number_place;

    if (template->masthead.given && place != NUMBER_CENTRED)
        g_string_append_printf(css, ".document-number { text-align: %s; }\n",
                               place == NUMBER_RIGHT ? "end" : "start");
}

/* ---- paper ---- */

/* The number of the page in its place, as far as a browser sets any. */
static void add_page_number(GString *css, const Template *template)
{
    const PageNumberStyle *number = &template->page_number;
    const gchar *slot = strstr(number->format, "{page}");
    static const gchar *const sides[][2] = {{":right", "right"}, {":left", "left"}};

    if (!slot)
        return;
    g_autofree gchar *before = g_strndup(number->format, (gsize) (slot - number->format));
    for (guint i = 0; i < 2; i++) {
        g_string_append_printf(css, "@page %s { @bottom-%s { content: ", sides[i][0],
                               number->outside ? sides[i][1] : "center");
        add_string(css, before);
        g_string_append(css, " counter(page) ");
        add_string(css, slot + strlen("{page}"));
        g_string_append(css, "; } }\n");
    }
    if (number->skip_first)
        g_string_append(css, "@page :first { @bottom-right { content: none; } @bottom-center { "
                             "content: none; } }\n");
}

static void add_print(GString *css, const Template *template)
{
    const Style *body = &template->styles[STYLE_BODY];

    g_string_append(css, "@page { size: ");
    add_points(css, template->page_width);
    g_string_append_c(css, ' ');
    add_points(css, template->page_height);
    g_string_append(css, "; margin: ");
    add_points(css, template->top);
    g_string_append_c(css, ' ');
    add_points(css, template->page_width - template->left - template->width);
    g_string_append_c(css, ' ');
    add_points(css, template->page_height - template->top - template->height);
    g_string_append_c(css, ' ');
    add_points(css, template->left);
    g_string_append(css, "; }\n");
    add_page_number(css, template);
    g_string_append(
        css,
        "@media print {\n"
        "  :root { color-scheme: light; --least: 0em; --paper: #fff; --ink: #000; --red: #e00000; "
        "--link: #000; --line: #000; }\n"
        "  body { font-size: ");
    add_points(css, body->size);
    g_string_append(css, "; line-height: ");
    add_points(css, template->pitch);
    g_string_append(
        css, "; }\n"
             "  main { max-width: none; padding: 0; }\n"
             "  a { text-decoration: none; }\n"
             "  .table { max-width: 100%; margin-left: 0; transform: none; overflow: visible; }\n"
             "  .annex { break-before: page; margin-top: 0; }\n"
             "  tr, figure, .signing { break-inside: avoid; }\n"
             "  .short { white-space: normal; }\n"
             "  .long { min-width: 0; }\n"
             "  thead { display: table-header-group; }\n"
             "}\n");
}

GString *html_style(const Template *template)
{
    GString *css = g_string_new(screen);
    gboolean trim = template->composition.start_bracket == START_BRACKET_TRIM;

    g_string_append_printf(css, "body { text-spacing-trim: %s; }\n",
                           template->composition.punct == PUNCT_QUANJIAO ? "space-all"
                           : trim                                        ? "trim-start"
                                                                         : "space-first");
    add_fonts(css, template);
    add_roles(css, template);
    g_string_append(css, parts);
    add_masthead(css, template);
    add_signing(css, template);
    add_print(css, template);
    return css;
}
