/* Elements around the text of an official document: recipients, list of annexes, attendance, note,
 * signature, imprint (GB/T 9704-2012 7.3, 7.4, 10.3). */
#include "layout/compose_parts.h"

#include "layout/text_block.h"

#include <string.h>

/* What an editor's own item may end in, so that no separator follows. */
static const gchar separators[] = "，、；";

static void append_field(Composer *composer, const Field *field)
{
    text_block_append(composer->block, field->text,
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

/* Their names lead to the annexes that have an id. */
static void link_runs(TextBlock *block, guint first, const gchar *id)
{
    for (guint i = first; id && i < block->runs->len; i++) {
        TextRun *run = &g_array_index(block->runs, TextRun, i);
        if (!run->href)
            run->href = g_strconcat("#", id, NULL);
    }
}

/* The numbers of all stand below that of the first, which is after the label. */
static void add_annex(Composer *composer, const Annex *annex, guint i, gboolean numbered)
{
    const AnnexListStyle *style = &composer->template->annex_list;
    TextBlock *block = compose_begin(composer, STYLE_ANNEX_LIST);
    g_autofree gchar *number = number_format(style->number, i + 1);

    if (i == 0) {
        append_own(composer, style->label, annex->span);
    } else {
        block->under = i;
        block->under_at = (guint32) strlen(style->label);
    }
    if (numbered)
        append_own(composer, number, annex->span);
    block->label = (guint32) block->text->len;
    guint first = block->runs->len;
    compose_inlines(composer, annex->title, STYLE_ANNEX_LIST);
    link_runs(block, first, annex->id.text);
}

void compose_annex_list(Composer *composer)
{
    const GPtrArray *annexes = composer->bulletin->annexes;

    for (guint i = 0; annexes && i < annexes->len; i++)
        add_annex(composer, annexes->pdata[i], i, annexes->len > 1);
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

/* A document with signature stamps has the posts of those who sign, not the names of issuers
 * (7.3.5.3). */
void compose_signature(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    gboolean stamped = meta->stamp.given && composer->template->stamp.set;
    const GArray *names = stamped ? meta->posts : meta->issuers;

    for (guint i = 0; i < names->len; i++)
        compose_field(composer, stamped ? STYLE_POST : STYLE_SIGNATURE,
                      &g_array_index(names, Field, i));
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
