#include "source/inline_reader.h"

#include <string.h>

#include "source/link_scan.h"
#include "source/markdown_copy.h"
#include "source/marks.h"

gboolean inline_href_is_allowed(const gchar *href)
{
    static const gchar *const schemes[] = {"https:", "http:", "mailto:", "tel:"};
    for (const gchar *p = href; *p; p++) {
        if ((guchar) *p <= ' ' || *p == 0x7F)
            return FALSE;
    }
    if (*href == '#')
        return href[1] != '\0';
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++) {
        gsize length = strlen(schemes[i]);
        if (g_ascii_strncasecmp(href, schemes[i], length) == 0 && href[length] != '\0')
            return TRUE;
    }
    return FALSE;
}

/* Makes a link the one whose target the next runs get. */
static void use_link(InlineReader *r, OpenLink link)
{
    r->link = link;
    r->runs.href = link.href;
    r->runs.link = link.id;
}

void inline_enter_link(InlineReader *r, cmark_node *node)
{
    g_free(r->outer.href);
    r->outer = r->link;
    r->link = (OpenLink){.id = ++r->n_links, .start = r->at};
    r->link.automatic = !r->lost && r->at < r->end && *copy_at(r, r->at) == '<';
    inline_expect(r, "[<", 1);
    g_autofree gchar *href = g_strdup(cmark_node_get_url(node));
    if (markdown_copy_restore(href) && inline_href_is_allowed(href))
        r->link.href = g_steal_pointer(&href);
    use_link(r, r->link);
    r->runs.visible = FALSE;
}

/* Past the end of a link or image: its ] and what follows. */
static void read_tail(InlineReader *r, LinkTarget *target)
{
    *target = (LinkTarget){NULL, NULL, NULL, NULL};
    inline_expect(r, "]", 1);
    if (!r->lost)
        r->at = place_of(r, link_scan_tail(copy_at(r, r->at), copy_at(r, r->end), target));
}

static void report_bad_link(InlineReader *r, cmark_node *node, Span span)
{
    g_autofree gchar *href = g_strdup(cmark_node_get_url(node));
    markdown_copy_restore(href);
    diag_report(r->text->sink, RULE_BAD_LINK, span, href, NULL);
}

static Span span_of(const InlineReader *r, const gchar *start, const gchar *end)
{
    return start ? span_between(r->text, place_of(r, start), place_of(r, end)) : SPAN_NONE;
}

/* The one title that means something is that of a reference to a page: [](#id "页"). */
gboolean inline_title_is_page(const gchar *title)
{
    return strcmp(title, "页") == 0 || strcmp(title, "page") == 0;
}

/* A link without text is a reference: what it points to will give it its text. */
static void add_reference(InlineReader *r, cmark_node *node, Span span)
{
    if (*r->link.href == '#')
        runs_add_reference(&r->runs, span, inline_title_is_page(cmark_node_get_title(node)));
    else
        diag_report(r->text->sink, RULE_EMPTY_TEXT, span, NULL);
}

/* A title that stands in a definition is looked at there. */
static void check_title(InlineReader *r, cmark_node *node, const LinkTarget *target, Span span)
{
    const gchar *title = cmark_node_get_title(node);
    gboolean page = inline_title_is_page(title);
    if (*title == '\0' || (page && !r->runs.visible) || (!page && !target->title_start))
        return;
    if (target->title_start)
        span = span_of(r, target->title_start, target->title_end);
    diag_report(r->text->sink, RULE_LINK_TITLE, span, NULL);
}

void inline_leave_link(InlineReader *r, cmark_node *node)
{
    LinkTarget target = {NULL, NULL, NULL, NULL};
    if (r->link.automatic)
        inline_expect(r, ">", 1);
    else
        read_tail(r, &target);
    gboolean here = r->link.automatic || target.start;
    Span span = span_between(r->text, r->link.start, r->at);
    /* a bad target in a definition is reported there */
    if (!r->link.href && here && !r->runs.muted)
        report_bad_link(r, node, span);
    if (!r->runs.muted)
        check_title(r, node, &target, span);
    if (r->link.href && !r->runs.visible && !r->runs.muted)
        add_reference(r, node, span);
    g_free(r->link.href);
    use_link(r, r->outer);
    r->outer = (OpenLink){0};
}

/* The text of an image that is to be kept is read apart from what stands around it. */
void inline_enter_image(InlineReader *r)
{
    if (r->images++ == 0) {
        r->image_start = r->at;
        r->image = r->text->image;
        r->text->image = NULL;
        if (r->image) {
            r->around = r->runs;
            r->runs = (Runs){.source = r->text->source,
                             .inlines = r->image->alt,
                             .href_bytes = r->around.href_bytes};
        }
    }
    r->runs.muted = !r->image || r->images > 1;
    inline_expect(r, "!", 1);
    inline_expect(r, "[", 1);
    if (r->image && r->images == 1)
        r->image->alt_span = span_between(r->text, r->at, r->at);
}

static void report_image(InlineReader *r)
{
    diag_report(r->text->sink, RULE_IMAGE_PLACE, span_between(r->text, r->image_start, r->at),
                NULL);
}

static void keep_image(InlineReader *r, guint32 alt_end, const LinkTarget *target)
{
    ImageText *image = r->image;
    runs_finish(&r->runs);
    marks_read(image->alt, r->runs.href_bytes, r->text->sink);
    r->runs = r->around;
    r->image = NULL;
    image->span = span_between(r->text, r->image_start, r->at);
    image->alt_span.end = alt_end;
    image->path = span_of(r, target->start, target->end);
    image->caption = span_of(r, target->title_start, target->title_end);
}

void inline_leave_image(InlineReader *r)
{
    LinkTarget target;
    guint32 alt_end = r->at;
    read_tail(r, &target);
    if (--r->images > 0) {
        if (r->image)
            report_image(r);
        r->runs.muted = !r->image || r->images > 1;
    } else if (r->image) {
        keep_image(r, alt_end, &target);
    } else {
        r->runs.muted = FALSE;
        r->runs.visible = TRUE;
        report_image(r);
    }
}
