/* Elements of an official document: masthead, list of annexes, attendance, signature, imprint. */
#include "output/html_parts.h"

#include <string.h>

/* ---- header ---- */

/* The marks of the masthead, one below the other; where the template sets no title they are what
 * the page is about. */
static guint add_mark(HtmlBody *body, guint i)
{
    const GPtrArray *head = body->reading->head;
    const gchar *name = template_sets(body->reading->template, ELEMENT_TITLE) ? "p" : "h1";

    html_open(body->out, name, "masthead", NULL);
    for (; i < head->len && ((const TextBlock *) head->pdata[i])->role == STYLE_MASTHEAD; i++) {
        g_string_append_c(body->out, '\n');
        html_open(body->out, "span", NULL, head->pdata[i]);
        html_title_inside(body->out, body->reading->template, head->pdata[i]);
        g_string_append(body->out, "</span>");
    }
    g_string_append_printf(body->out, "</%s>\n", name);
    return i;
}

static guint add_signatories(HtmlBody *body, guint i)
{
    const GPtrArray *head = body->reading->head;

    g_string_append(body->out, "<p class=\"signatory\">");
    html_open(body->out, "span", "signatory-label", NULL);
    html_inside(body->out, head->pdata[i], 0);
    g_string_append(body->out, "</span>");
    for (i++; i < head->len && ((const TextBlock *) head->pdata[i])->role == STYLE_SIGNATORY; i++) {
        g_string_append_c(body->out, '\n');
        html_open(body->out, "span", NULL, head->pdata[i]);
        html_inside(body->out, head->pdata[i], 0);
        g_string_append(body->out, "</span>");
    }
    g_string_append(body->out, "</p>\n");
    return i;
}

static void add_masthead(HtmlBody *body)
{
    const GPtrArray *head = body->reading->head;

    for (guint i = 0; i < head->len;) {
        const TextBlock *block = head->pdata[i];
        if (block->role == STYLE_MASTHEAD) {
            i = add_mark(body, i);
        } else if (block->role == STYLE_SIGNATORY_LABEL) {
            i = add_signatories(body, i);
        } else {
            html_element(body->out, "p", style_role_name(block->role), block);
            i++;
        }
    }
    if (head->len > 0 && body->reading->template->masthead.rule_place != RULE_NOWHERE)
        g_string_append(body->out, "<hr>\n");
}

static gboolean in_header(const TextBlock *block)
{
    return block->role == STYLE_TITLE || block->role == STYLE_DOCUMENT_NUMBER ||
           block->role == STYLE_ISSUED;
}

void html_header(HtmlBody *body)
{
    const TextBlock *block = html_next(body);

    if (body->reading->head->len == 0 && (!block || !in_header(block)))
        return;
    g_string_append(body->out, "<header>\n");
    add_masthead(body);
    for (; block && in_header(block); block = html_next(body)) {
        if (block->role == STYLE_TITLE)
            html_title(body->out, body->reading->template, "h1", "title", block);
        else
            html_element(body->out, "p", style_role_name(block->role), block);
        body->block++;
    }
    g_string_append(body->out, "</header>\n");
}

/* ---- signature ---- */

static void add_time(HtmlBody *body, const TextBlock *block, Date date)
{
    html_open(body->out, "p", style_role_name(block->role), block);
    g_string_append_printf(body->out, "<time datetime=\"%04u-%02u-%02u\">", date.year, date.month,
                           date.day);
    html_inside(body->out, block, 0);
    g_string_append(body->out, "</time></p>\n");
}

/* The image of a seal or stamp lies over the name; who has it is what there is to read of it. */
static void add_seal(HtmlBody *body, const Seals *seals, guint i, gboolean stamped)
{
    const Metadata *meta = &body->reading->bulletin->meta;

    if (!seals->images || i >= seals->images->len || !seals->images->pdata[i])
        return;
    const Field *issuer = &g_array_index(meta->issuers, Field, MIN(i, meta->issuers->len - 1));
    g_autofree gchar *alt = g_strconcat(issuer->text, stamped ? "签名章" : "印章", NULL);
    html_open(body->out, "img", stamped ? "stamp" : "seal", NULL);
    g_string_truncate(body->out, body->out->len - 1);
    html_attribute(body->out, "alt", alt);
    html_image_source(body->out, seals->images->pdata[i]);
    g_string_append(body->out, ">\n");
}

void html_signature(HtmlBody *body)
{
    const Template *template = body->reading->template;
    const Metadata *meta = &body->reading->bulletin->meta;
    gboolean stamped = meta->stamp.given && template->stamp.set;
    gboolean sealed = !stamped && meta->seal.given && template->seal.set;
    const Seals *seals = stamped ? &meta->stamp : &meta->seal;
    StyleRole role = stamped ? STYLE_POST : STYLE_SIGNATURE;
    const TextBlock *name = html_take(body, ELEMENT_SIGNATURE, role), *date = NULL;

    html_open(body->out, "div", "signing", NULL);
    g_string_append_c(body->out, '\n');
    for (guint i = 0; name; i++) {
        const TextBlock *next = html_take(body, ELEMENT_SIGNATURE, role);
        html_open(body->out, "div", stamped ? "stamped" : sealed ? "sealed" : "plain", NULL);
        g_string_append_c(body->out, '\n');
        html_element(body->out, "p", style_role_name(role), name);
        if (stamped || sealed)
            add_seal(body, seals, i, stamped);
        if (!next && (date = html_take(body, ELEMENT_SIGNATURE, STYLE_DATE)))
            add_time(body, date, meta->date);
        g_string_append(body->out, "</div>\n");
        name = next;
    }
    if (!date && (date = html_take(body, ELEMENT_SIGNATURE, STYLE_DATE)))
        add_time(body, date, meta->date);
    g_string_append(body->out, "</div>\n");
}

/* ---- lists of the official kind ---- */

/* 附件：1. … and below it 2. … */
void html_annex_list(HtmlBody *body)
{
    const gchar *label = body->reading->template->annex_list.label;
    const TextBlock *block = html_take(body, ELEMENT_ANNEX_LIST, STYLE_ANNEX_LIST);
    guint32 from = (guint32) strlen(label);

    g_string_append(body->out, "<div class=\"annexed\">\n<p>");
    html_text(body->out, label, from);
    g_string_append(body->out, "</p>\n<ol>\n");
    for (; block; block = html_take(body, ELEMENT_ANNEX_LIST, STYLE_ANNEX_LIST)) {
        g_string_append(body->out, "<li>");
        html_inside(body->out, block, from);
        g_string_append(body->out, "</li>\n");
        from = 0;
    }
    g_string_append(body->out, "</ol>\n</div>\n");
}

/* A label and what it says, as a term and its description. */
static void add_labelled(HtmlBody *body, const TextBlock *block)
{
    g_string_append(body->out, "<dt>");
    html_text(body->out, block->text->str, block->label);
    g_string_append(body->out, "</dt>\n<dd>");
    html_inside(body->out, block, block->label);
    g_string_append(body->out, "</dd>\n");
}

void html_attendance(HtmlBody *body)
{
    const TextBlock *block;

    g_string_append(body->out, "<dl class=\"attendance\">\n");
    while ((block = html_take(body, ELEMENT_ATTENDANCE, STYLE_ATTENDANCE)))
        add_labelled(body, block);
    g_string_append(body->out, "</dl>\n");
}

/* Who printed it, and when, on one line. */
static void add_printed(HtmlBody *body, const TextBlock *block)
{
    g_string_append(body->out, "<p class=\"printed\">");
    for (; block; block = html_next(body)) {
        if (block->role != STYLE_PRINTED_BY && block->role != STYLE_PRINTED_ON)
            break;
        g_string_append(body->out, "\n<span>");
        html_inside(body->out, block, 0);
        g_string_append(body->out, "</span>");
        body->block++;
    }
    g_string_append(body->out, "</p>\n");
}

void html_imprint(HtmlBody *body)
{
    const TextBlock *block = html_next(body);

    g_string_append(body->out, "<footer class=\"imprint\">\n");
    if (block && block->role == STYLE_IMPRINT) {
        g_string_append(body->out, "<dl>\n");
        for (; block && block->role == STYLE_IMPRINT; block = html_next(body)) {
            body->block++;
            add_labelled(body, block);
        }
        g_string_append(body->out, "</dl>\n");
    }
    if (block)
        add_printed(body, block);
    g_string_append(body->out, "</footer>\n");
}
