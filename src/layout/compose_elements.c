/* Elements that the front matter gives: title, contact. */
#include "layout/compose_parts.h"

#include <string.h>

static void append_field(Composer *composer, StyleRole role, const Field *field)
{
    compose_append(composer, field->text, (TextStyle){.role = role, .span = field->span});
}

void compose_title(Composer *composer, const Field *title)
{
    compose_begin_as(composer, STYLE_TITLE, STRUCT_H1);
    append_field(composer, STYLE_TITLE, title);
}

void compose_field(Composer *composer, StyleRole role, const Field *field)
{
    compose_begin(composer, role);
    append_field(composer, role, field);
}

/* tel:63936965 for a phone number, mailto: for an e-mail address. (transfer full) (nullable) */
static gchar *contact_link(ContactKind kind, const gchar *value)
{
    if (kind == CONTACT_EMAIL)
        return g_strconcat("mailto:", value, NULL);
    if (kind != CONTACT_PHONE)
        return NULL;
    GString *number = g_string_new("tel:");
    for (; *value; value++) {
        if (g_ascii_isdigit(*value) || *value == '+' || *value == '-')
            g_string_append_c(number, *value);
        else if (*value != ' ')
            return g_string_free(number, TRUE), NULL; /* several numbers, or words: no link */
    }
    return g_string_free(number, FALSE);
}

static void add_contact_part(Composer *composer, ContactKind kind)
{
    const Field *field = contact_field(&composer->bulletin->meta, kind);
    const gchar *label = composer->template->contact.labels[kind];
    const gchar *slot = strstr(label, "{value}");
    g_autofree gchar *before = slot ? g_strndup(label, (gsize) (slot - label)) : g_strdup(label);
    g_autofree gchar *href = contact_link(kind, field->text);

    compose_own(composer, before, STYLE_CONTACT, field->span);
    compose_append(composer, field->text,
                   (TextStyle){.role = STYLE_CONTACT, .href = href, .span = field->span});
    if (slot)
        compose_own(composer, slot + strlen("{value}"), STYLE_CONTACT, field->span);
}

void compose_contact(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    const ContactStyle *style = &composer->template->contact;
    const GArray *order = meta->contact.order;

    if (!order || order->len == 0)
        return;
    compose_begin(composer, STYLE_CONTACT);
    compose_own(composer, style->lead, STYLE_CONTACT, meta->contact.span);
    for (guint i = 0; i < order->len; i++) {
        if (i > 0)
            compose_own(composer, style->separator, STYLE_CONTACT, meta->contact.span);
        add_contact_part(composer, g_array_index(order, ContactKind, i));
    }
    compose_own(composer, style->end, STYLE_CONTACT, meta->contact.span);
}
