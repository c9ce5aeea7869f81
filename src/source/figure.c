#include "source/figure.h"

#include <string.h>

#include "source/link_scan.h"

static gboolean is_blank(const gchar *text)
{
    return text[strspn(text, " \t")] == '\0';
}

/* Blanks or {#…}, in the texts after the image. */
static gboolean is_id(const gchar *text)
{
    text += strspn(text, " \t");
    const gchar *end = g_str_has_prefix(text, "{#") ? strchr(text, '}') : NULL;
    return end ? is_blank(end + 1) : is_blank(text);
}

static gboolean is_comment(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
           g_str_has_prefix(cmark_node_get_literal(node), "<!--");
}

gboolean figure_is_all_of(cmark_node *paragraph)
{
    g_autoptr(GString) text = g_string_new(NULL);
    guint images = 0;
    for (cmark_node *node = cmark_node_first_child(paragraph); node; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE)
            images++;
        else if (type == CMARK_NODE_TEXT && images == 1)
            g_string_append(text, cmark_node_get_literal(node));
        else if (type != CMARK_NODE_SOFTBREAK && !is_comment(node))
            return FALSE;
    }
    return images == 1 && is_id(text->str);
}

/* Of what is set nothing but its text can be alternative text. */
static void check_alt(const ImageText *image, Diagnostics *sink)
{
    for (guint i = 0; i < image->alt->len; i++) {
        const Inline *run = &g_array_index(image->alt, Inline, i);
        if (run->flags & (INLINE_NOTE | INLINE_REFERENCE))
            diag_report(sink, RULE_ALT_TEXT, run->span, NULL);
    }
}

static void take_alt(Block *block, const ImageText *image, Diagnostics *sink)
{
    Figure *figure = block->figure;
    g_autofree gchar *alt = inlines_text(image->alt);
    figure->alt = g_strdup(g_strstrip(alt));
    figure->alt_span = image->alt_span;
    check_alt(image, sink);
    if (*figure->alt == '\0')
        diag_report(sink, RULE_NO_ALT, image->span, NULL);
}

static void read_caption(Block *block, Span caption, Parts *parts)
{
    const gchar *text = block->span.source->text;
    while (caption.start < caption.end && strchr(" \t\r\n", text[caption.start]))
        caption.start++;
    while (caption.end > caption.start && strchr(" \t\r\n", text[caption.end - 1]))
        caption.end--;
    parts_add(parts, caption.start, caption.end, block->inlines, NULL);
}

static void take_table_caption(Block *block, ImageText *image, Diagnostics *sink)
{
    g_array_unref(block->inlines);
    block->inlines = g_steal_pointer(&image->alt);
    block->figure->alt_span = image->alt_span;
    if (image->caption.source)
        diag_report(sink, RULE_CSV_CAPTION, image->caption, NULL);
}

Block *figure_new(ImageText *image, const MarkdownText *text, Parts *parts)
{
    Block *block = block_new(BLOCK_FIGURE, image->span);
    Figure *figure = block->figure;
    const gchar *source = text->source->text;
    if (!image->path.source) { /* it stands elsewhere, in a definition */
        diag_report(text->sink, RULE_IMAGE_PATH, image->span, NULL);
        return block;
    }
    figure->path = link_scan_unescape(source + image->path.start, source + image->path.end);
    figure->path_span = image->path;
    if (figure_is_table(figure)) {
        take_table_caption(block, image, text->sink);
    } else {
        take_alt(block, image, text->sink);
        read_caption(block, image->caption, parts);
    }
    return block;
}
