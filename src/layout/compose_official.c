/* Elements around the text of an official document: recipients, list of annexes, attendance, note,
 * signature, imprint (GB/T 9704-2012 7.3, 7.4, 10.3). */
#include "layout/compose_parts.h"

#include <string.h>

/* What an editor's own item may end in, so that no separator follows. */
static const gchar separators[] = "，、；";

static void append_field(Composer *composer, const Field *field)
{
    compose_append(composer, field->text,
                   (TextStyle){.role = composer->block->role, .span = field->span});
}

static void append_own(Composer *composer, const gchar *text, Span span)
{
    compose_own(composer, text, composer->block->role, span);
}

/* Items with a separator between them, and what ends them all. */
static void append_list(Composer *composer, const GArray *items, const gchar *separator,
                        const gchar *end)
{
    for (guint i = 0; i < items->len; i++) {
        const Field *item = &g_array_index(items, Field, i);
        append_field(composer, item);
        if (i + 1 == items->len && !text_block_ends_in(composer->block, end))
            append_own(composer, end, item->span);
        else if (i + 1 < items->len && !text_block_ends_in(composer->block, separators))
            append_own(composer, separator, item->span);
    }
}

/* A block of one line or more after a label, below whose end its lines turn. */
static void add_labelled(Composer *composer, StyleRole role, StyleRole label_role,
                         const gchar *label, Span span)
{
    TextBlock *block = compose_begin(composer, role);

    compose_own(composer, label, label_role, span);
    block->label = (guint32) block->text->len;
}

static Span first_span(const GArray *fields)
{
    return g_array_index(fields, Field, 0).span;
}

/* `text` in the place of {value}. */
static void append_format(Composer *composer, const gchar *format, const gchar *text, Span span)
{
    const gchar *slot = strstr(format, "{value}");
    g_autofree gchar *before = g_strndup(format, (gsize) (slot - format));
    g_autofree gchar *whole = g_strconcat(before, text, slot + strlen("{value}"), NULL);

    append_own(composer, whole, span);
}

void compose_issued(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    g_autofree gchar *date = date_chinese(meta->date);

    compose_begin(composer, STYLE_ISSUED);
    append_format(composer, composer->template->issued, date, meta->date_span);
}

void compose_recipients(Composer *composer)
{
    const RecipientsStyle *style = &composer->template->recipients;
    const GArray *recipients = composer->bulletin->meta.recipients;

    if (recipients->len == 0)
        return;
    compose_begin(composer, STYLE_RECIPIENTS);
    append_list(composer, recipients, style->separator, style->end);
}

/* ---- list of annexes ---- */

/* Its name leads to the annex, if that has an id. */
static void add_annex_name(Composer *composer, const Annex *annex)
{
    g_autofree gchar *href = annex->id.text ? g_strconcat("#", annex->id.text, NULL) : NULL;

    composer->href = href;
    compose_inlines(composer, annex->title, STYLE_ANNEX_LIST);
    composer->href = NULL;
}

/* The numbers of all stand below that of the first, which is after the label. In the structure that
 * is the caption of their list. */
static void add_annex(Composer *composer, const Annex *annex, guint i, guint list)
{
    const AnnexListStyle *style = &composer->template->annex_list;
    TextBlock *block = compose_begin_as(composer, STYLE_ANNEX_LIST, STRUCT_CAPTION);
    g_autofree gchar *number = number_format(style->number, i + 1);

    if (i == 0) {
        append_own(composer, style->label, annex->span);
    } else {
        block->under = i;
        block->under_at = (guint32) strlen(style->label);
    }
    composer->container = list;
    composer->container = compose_element(composer, STRUCT_LI);
    block->element = compose_element(composer, STRUCT_LBL);
    append_own(composer, number, annex->span);
    block->label = (guint32) block->text->len;
    block->element = compose_element(composer, STRUCT_LBODY);
    add_annex_name(composer, annex);
}

/* A single annex has no number. */
static void add_only_annex(Composer *composer, const Annex *annex)
{
    TextBlock *block = compose_begin(composer, STYLE_ANNEX_LIST);

    append_own(composer, composer->template->annex_list.label, annex->span);
    block->label = (guint32) block->text->len;
    add_annex_name(composer, annex);
}

void compose_annex_list(Composer *composer)
{
    const GPtrArray *annexes = composer->bulletin->annexes;

    guint around = composer->container, list;

    if (!annexes || annexes->len == 0)
        return;
    if (annexes->len == 1) {
        add_only_annex(composer, annexes->pdata[0]);
        return;
    }
    list = compose_element(composer, STRUCT_L);
    for (guint i = 0; i < annexes->len; i++) {
        composer->container = list;
        add_annex(composer, annexes->pdata[i], i, list);
    }
    composer->container = around;
}

/* ---- attendance, note ---- */

void compose_attendance(Composer *composer)
{
    const AttendanceStyle *style = &composer->template->attendance;
    const Metadata *meta = &composer->bulletin->meta;
    const GArray *lists[] = {[ATTENDANCE_PRESENT] = meta->present,
                             [ATTENDANCE_ABSENT] = meta->absent,
                             [ATTENDANCE_OBSERVERS] = meta->observers};

    for (guint kind = 0; kind < ATTENDANCE_KINDS; kind++) {
        if (lists[kind]->len == 0)
            continue;
        add_labelled(composer, STYLE_ATTENDANCE, STYLE_ATTENDANCE_LABEL, style->labels[kind],
                     first_span(lists[kind]));
        append_list(composer, lists[kind], style->separator, style->end);
    }
}

/* In brackets, unless the editor wrote them. */
void compose_note(Composer *composer)
{
    const Field *note = &composer->bulletin->meta.note;
    const gchar *format = composer->template->note;

    if (!note->text)
        return;
    const gchar *slot = strstr(format, "{value}"), *after = slot + strlen("{value}");
    g_autofree gchar *before = g_strndup(format, (gsize) (slot - format));
    gboolean written = g_str_has_prefix(note->text, before) && g_str_has_suffix(note->text, after);
    compose_begin(composer, STYLE_NOTE);
    append_own(composer, written ? "" : before, note->span);
    append_field(composer, note);
    append_own(composer, written ? "" : after, note->span);
}

/* ---- signature ---- */

static void add_date(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    g_autofree gchar *date = date_chinese(meta->date);

    compose_begin(composer, STYLE_DATE);
    compose_own(composer, date, STYLE_DATE, meta->date_span);
}

/* The image of a seal follows the name that it is put on, and says whose it is. */
static void add_seal(Composer *composer, const Seals *seals, guint i, const GArray *names,
                     const gchar *kind)
{
    if (!composer->structure || !seals->images || i >= seals->images->len)
        return;
    guint seal = composer->block->seal = compose_element(composer, STRUCT_FIGURE);
    structure_at(composer->structure, seal)->alt =
        g_strconcat(g_array_index(names, Field, i).text, kind, NULL);
}

/* A document with signature stamps has the posts of those who sign, not the names of issuers
 * (7.3.5.3). */
void compose_signature(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    gboolean stamped = meta->stamp.given && composer->template->stamp.set;
    gboolean sealed = meta->seal.given && composer->template->seal.set;
    const GArray *names = stamped ? meta->posts : meta->issuers;

    for (guint i = 0; i < names->len; i++) {
        compose_field(composer, stamped ? STYLE_POST : STYLE_SIGNATURE,
                      &g_array_index(names, Field, i));
        if (stamped)
            add_seal(composer, &meta->stamp, i, names, "签名章");
        else if (sealed)
            add_seal(composer, &meta->seal, i, names, "印章");
    }
    add_date(composer);
}

/* ---- imprint ---- */

static void add_printed(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    const gchar *format = composer->template->imprint.printed_on;

    if (meta->printed_by.text)
        compose_field(composer, STYLE_PRINTED_BY, &meta->printed_by);
    if (meta->printed_on.year == 0)
        return;
    g_autofree gchar *date = date_chinese(meta->printed_on);
    compose_begin(composer, STYLE_PRINTED_ON);
    append_format(composer, format, date, meta->printed_on_span);
}

void compose_imprint(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    const ImprintStyle *style = &composer->template->imprint;

    if (!style->set)
        return;
    if (meta->recipients->len > 0 && template_sets(composer->template, ELEMENT_RECIPIENTS)) {
        add_labelled(composer, STYLE_IMPRINT, STYLE_IMPRINT, style->recipients,
                     first_span(meta->recipients));
        append_list(composer, meta->recipients, composer->template->recipients.separator,
                    style->end);
        composer->block->instead = TRUE;
    }
    if (meta->copy_to->len > 0) {
        add_labelled(composer, STYLE_IMPRINT, STYLE_IMPRINT, style->copy_to,
                     first_span(meta->copy_to));
        append_list(composer, meta->copy_to, style->separator, style->end);
    }
    if (style->printed_on)
        add_printed(composer);
}
