#include <math.h>
#include <string.h>

#include "source/image_formats.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

#define MOST_BYTES (4 * 1024 * 1024)

/* CSS has 96 px an inch. */
#define INCH (72.0 * LEN_PT)
#define PX (INCH / 96)

/* 100 m: past it something is wrong. */
#define MOST_SIZE (1e5 / 25.4 * INCH)

/* What a drawing for a page cannot hold: it would look otherwise on another machine, or not be
 * there at all. Both texts say what to do. */
typedef struct {
    const gchar *zh, *en;
} Fault;

static const Fault HAS_TEXT = {"图中有文字，所用字体因机器而异；请先把文字转为路径（曲线）",
                               "it has text, in whatever fonts a machine has; convert the text to "
                               "paths first"};
static const Fault HAS_IMAGE = {"图中嵌有位图或其他内容；请改用 PNG 或 JPEG",
                                "it holds bitmaps or other content; use a PNG or JPEG instead"};
static const Fault HAS_SCRIPT = {"图中有脚本；请删去", "it has a script; delete it"};
static const Fault IS_ANIMATED = {"是动画；请存为一幅静止的图",
                                  "it is animated; save one still picture"};
static const Fault LEADS_OUT = {"引用了文件以外的内容；请把内容放进文件里",
                                "it refers to what is not in the file; put it into the file"};
static const Fault HAS_LANGUAGES = {"图的内容因语言环境而异（systemLanguage）；请只留一种",
                                    "it differs by language (systemLanguage); keep one version"};
static const Fault HAS_ENTITIES = {"定义了 XML 实体；请另存为普通的 SVG",
                                   "it defines XML entities; save it as plain SVG"};
static const Fault NO_NAMESPACE = {"不是 SVG：根元素应当是 <svg xmlns=\"" SVG_NAMESPACE "\">",
                                   "it is no SVG: its root should be <svg xmlns=\"" SVG_NAMESPACE
                                   "\">"};
static const Fault NO_SIZE = {"没有写大小（width、height 或 viewBox）",
                              "it does not say its size (width, height or viewBox)"};

static const struct {
    const gchar *element;
    const Fault *fault;
} refused[] = {
    {"text", &HAS_TEXT},
    {"tspan", &HAS_TEXT},
    {"textPath", &HAS_TEXT},
    {"flowRoot", &HAS_TEXT},
    {"image", &HAS_IMAGE},
    {"feImage", &HAS_IMAGE},
    {"foreignObject", &HAS_IMAGE},
    {"script", &HAS_SCRIPT},
    {"animate", &IS_ANIMATED},
    {"animateColor", &IS_ANIMATED},
    {"animateMotion", &IS_ANIMATED},
    {"animateTransform", &IS_ANIMATED},
    {"set", &IS_ANIMATED},
};

typedef struct {
    const Fault *fault;   /* the first */
    GHashTable *prefixes; /* "svg:" and such that stand for SVG's namespace somewhere */
    guint depth;
    Len width, height;
} SvgFile;

/* --- sizes --- */

/* A length in CSS units (SVG 1.1 4.2); 0 when it is none, or relative. */
static double css_length(const gchar *text)
{
    static const struct {
        const gchar *name;
        double size;
    } units[] = {{"", PX},     {"px", PX},          {"pt", LEN_PT},      {"pc", 12 * LEN_PT},
                 {"in", INCH}, {"cm", INCH / 2.54}, {"mm", INCH / 25.4}, {"Q", INCH / 101.6}};
    gchar *end;
    double value = text ? g_ascii_strtod(text, &end) : 0;

    if (!text || end == text)
        return 0;
    g_autofree gchar *unit = g_strstrip(g_strdup(end));
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(unit, units[i].name) == 0)
            return value * units[i].size;
    return 0;
}

/* The size of a view box, its third and fourth number. */
static void view_box(const gchar *text, double *width, double *height)
{
    double numbers[4] = {0};

    *width = *height = 0;
    for (guint i = 0; text && i < 4; i++) {
        gchar *end;
        text += strspn(text, " \t\r\n,");
        numbers[i] = g_ascii_strtod(text, &end);
        if (end == text)
            return;
        text = end;
    }
    *width = numbers[2] * PX;
    *height = numbers[3] * PX;
}

static gboolean is_size(double size)
{
    return isfinite(size) && size > 0;
}

static const gchar *attribute(const gchar *name, const gchar **names, const gchar **values)
{
    for (; *names; names++, values++)
        if (strcmp(*names, name) == 0)
            return *values;
    return NULL;
}

/* A side that is not given follows from the other one and the view box. */
static void take_size(SvgFile *file, const gchar **names, const gchar **values)
{
    double box_width, box_height;
    double width = css_length(attribute("width", names, values));
    double height = css_length(attribute("height", names, values));

    view_box(attribute("viewBox", names, values), &box_width, &box_height);
    gboolean boxed = is_size(box_width) && is_size(box_height);
    if (!is_size(width) && boxed)
        width = is_size(height) ? height * box_width / box_height : box_width;
    if (!is_size(height) && boxed)
        height = width * box_height / box_width;
    if (!is_size(width) || !is_size(height) || width > MOST_SIZE || height > MOST_SIZE) {
        file->fault = &NO_SIZE;
        return;
    }
    file->width = MAX((Len) (width + 0.5), 1);
    file->height = MAX((Len) (height + 0.5), 1);
}

/* --- what is in it --- */

static void blame(SvgFile *file, const Fault *fault)
{
    if (!file->fault)
        file->fault = fault;
}

static const gchar *local_name(const gchar *name)
{
    const gchar *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static void check_root(SvgFile *file, const gchar *name, const gchar **names, const gchar **values)
{
    const gchar *local = local_name(name);
    g_autofree gchar *declares =
        local == name ? g_strdup("xmlns")
                      : g_strdup_printf("xmlns:%.*s", (int) (local - name) - 1, name);

    if (strcmp(local, "svg") != 0 ||
        g_strcmp0(attribute(declares, names, values), SVG_NAMESPACE) != 0)
        file->fault = &NO_NAMESPACE;
    else
        take_size(file, names, values);
}

/* url(…) and @import in a style, for anything but a part of the file itself. */
static gboolean style_leads_out(const gchar *style)
{
    if (strstr(style, "@import"))
        return TRUE;
    for (const gchar *at = style; (at = strstr(at, "url(")) != NULL;) {
        at += strlen("url(");
        at += strspn(at, " \t\r\n\"'");
        if (*at != '#')
            return TRUE;
    }
    return FALSE;
}

/* A link of the drawing itself, `a`, leads nowhere on a page. */
static void check_attribute(SvgFile *file, const gchar *element, const gchar *name,
                            const gchar *value)
{
    if (strcmp(name, "systemLanguage") == 0)
        blame(file, &HAS_LANGUAGES);
    else if (strcmp(local_name(name), "href") == 0 ? *value != '#' && strcmp(element, "a") != 0
                                                   : style_leads_out(value))
        blame(file, &LEADS_OUT);
}

static void note_prefixes(SvgFile *file, const gchar **names, const gchar **values)
{
    for (; *names; names++, values++)
        if (g_str_has_prefix(*names, "xmlns:") && strcmp(*values, SVG_NAMESPACE) == 0)
            g_hash_table_add(file->prefixes, g_strconcat(local_name(*names), ":", NULL));
}

/* Programs keep their own notes in other namespaces: sodipodi:namedview, dc:image. */
static gboolean is_svg(const SvgFile *file, const gchar *name)
{
    const gchar *local = local_name(name);
    g_autofree gchar *prefix = g_strndup(name, (gsize) (local - name));

    return local == name || g_hash_table_contains(file->prefixes, prefix);
}

static void start_element(GMarkupParseContext *context, const gchar *name, const gchar **names,
                          const gchar **values, gpointer data, GError **error)
{
    SvgFile *file = data;
    const gchar *local = local_name(name);

    (void) context, (void) error;
    note_prefixes(file, names, values);
    if (++file->depth == 1)
        check_root(file, name, names, values);
    if (!is_svg(file, name))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++)
        if (strcmp(local, refused[i].element) == 0)
            blame(file, refused[i].fault);
    for (guint i = 0; names[i]; i++)
        check_attribute(file, local, names[i], values[i]);
}

static void end_element(GMarkupParseContext *context, const gchar *name, gpointer data,
                        GError **error)
{
    (void) context, (void) name, (void) error;
    ((SvgFile *) data)->depth--;
}

static void take_text(GMarkupParseContext *context, const gchar *text, gsize length, gpointer data,
                      GError **error)
{
    SvgFile *file = data;
    const gchar *element = g_markup_parse_context_get_element(context);

    (void) error;
    if (!element || strcmp(local_name(element), "style") != 0)
        return;
    g_autofree gchar *style = g_strndup(text, length);
    if (style_leads_out(style))
        blame(file, &LEADS_OUT);
}

/* Comments, processing instructions and the document's type. */
static void take_other(GMarkupParseContext *context, const gchar *text, gsize length, gpointer data,
                       GError **error)
{
    SvgFile *file = data;
    g_autofree gchar *other = g_strndup(text, length);

    (void) context, (void) error;
    if (g_str_has_prefix(other, "<!DOCTYPE") && strchr(other, '['))
        blame(file, &HAS_ENTITIES);
    else if (g_str_has_prefix(other, "<?xml-stylesheet"))
        blame(file, &LEADS_OUT);
}

/* Pixels are few or many whatever the bytes; shapes are as many as these. */
static gboolean is_too_long(ImageReading *reading)
{
    const Image *image = reading->image;

    if (g_bytes_get_size(image->bytes) <= MOST_BYTES)
        return FALSE;
    g_autofree gchar *zh = g_strdup_printf("SVG 图片“%s”大于 4 MiB", image->name);
    g_autofree gchar *en = g_strdup_printf("SVG image '%s' is larger than 4 MiB", image->name);
    diag_report(reading->sink, RULE_LIMIT, image->where, zh, en, NULL);
    return TRUE;
}

/* GMarkup knows no entities but XML's own five. */
static void report_error(ImageReading *reading, const SvgFile *file, const GError *error)
{
    if (file->fault)
        image_report_unusable(reading, file->fault->zh, file->fault->en);
    else
        image_report_damaged(reading, error->message);
}

gboolean svg_look(ImageReading *reading)
{
    static const GMarkupParser parser = {start_element, end_element, take_text, take_other, NULL};
    g_autoptr(GHashTable) prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    SvgFile file = {.prefixes = prefixes};
    gsize length;
    const gchar *text = g_bytes_get_data(reading->image->bytes, &length);
    gsize mark = length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
    g_autoptr(GError) error = NULL;
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &file, NULL);

    if (is_too_long(reading))
        return FALSE;
    if (!g_markup_parse_context_parse(context, text + mark, (gssize) (length - mark), &error) ||
        file.fault) {
        report_error(reading, &file, error);
        return FALSE;
    }
    /* What is a comment from beginning to end is no error to GMarkup. */
    if (!g_markup_parse_context_end_parse(context, NULL) || file.width == 0) {
        image_report_truncated(reading);
        return FALSE;
    }
    reading->image->natural_width = file.width;
    reading->image->natural_height = file.height;
    reading->image->transparent = TRUE;
    return TRUE;
}
