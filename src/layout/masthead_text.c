/* The words of a masthead, and what is wrong with them. */
#include "layout/masthead_parts.h"

#include "layout/text_block.h"

#include <stdlib.h>

#define STAR "★"

static LoneLine *add(Masthead *masthead, StyleRole role, const gchar *text, Span span)
{
    LoneLine *lone = lone_line_new(role, text, span);

    g_ptr_array_add(masthead->lines, lone);
    return lone;
}

static LoneLine *add_field(Masthead *masthead, StyleRole role, const Field *field)
{
    return field->text ? add(masthead, role, field->text, field->span) : NULL;
}

/* ---- faults ---- */

/* One that the front matter lacks is told at its head. */
static void report_missing(const Masthead *masthead, const gchar *key, const gchar *chinese,
                           Diagnostics *sink)
{
    Span top = masthead->meta->title.span;

    diag_report(sink, RULE_ELEMENT_MISSING, top, key, chinese, masthead->template->name, NULL);
}

static const struct {
    const gchar *zh, *en;
} number_faults[] = {
    [NUMBER_BRACKETS] = {"年份应当用六角括号〔〕括起", "the year stands in brackets 〔〕"},
    [NUMBER_YEAR] = {"年份应当标全称，只写四位数字",
                     "the year is written in full, four digits alone"},
    [NUMBER_ORDINAL] = {"发文顺序号不加“第”，令号要加",
                        "第 stands before the number of an order alone"},
    [NUMBER_ZERO] = {"发文顺序号不编虚位", "the serial number begins with no zero"},
    [NUMBER_DIGITS] = {"数字应当用半角", "digits are plain ones"},
    [NUMBER_UNIT] = {"末尾应当有“号”", "it ends in 号"},
    [NUMBER_SPACE] = {"中间不空格", "it has no space inside"},
};

static void check_number(const Masthead *masthead, Diagnostics *sink)
{
    const Field *number = &masthead->meta->document_number;
    NumberForm form = masthead->template->masthead.number_form;

    if (form == NUMBER_AS_WRITTEN)
        return;
    if (!number->text) {
        report_missing(masthead, "document-number", "发文字号", sink);
        return;
    }
    g_autofree gchar *correct = NULL;
    NumberFault fault = document_number_check(number->text, form, &correct);
    if (fault == NUMBER_UNKNOWN)
        diag_report(sink, RULE_UNUSUAL_DOCUMENT_NUMBER, number->span, number->text,
                    form == NUMBER_OF_OFFICE ? "某政发〔2023〕12号" : "第12号", NULL);
    else if (fault != NUMBER_GOOD)
        diag_report(sink, RULE_BAD_DOCUMENT_NUMBER, number->span, number->text,
                    number_faults[fault].zh, number_faults[fault].en, correct, NULL);
}

/* ---- texts ---- */

/* 000012 (7.2.1) */
static void write_copy_number(Masthead *masthead)
{
    const Field *field = &masthead->meta->copy_number;

    if (!field->text)
        return;
    g_autofree gchar *digits = g_strdup_printf("%06ld", strtol(field->text, NULL, 10));
    masthead->copy_number = add(masthead, STYLE_COPY_NUMBER, digits, field->span);
}

/* Each copy of a classified document has its number (条例 9(1)). */
static void write_corner(Masthead *masthead, Diagnostics *sink)
{
    const Metadata *meta = masthead->meta;

    write_copy_number(masthead);
    masthead->classification = add_field(masthead, STYLE_CLASSIFICATION, &meta->classification);
    masthead->urgency = add_field(masthead, STYLE_URGENCY, &meta->urgency);
    if (meta->classification.text && !meta->copy_number.text)
        diag_report(sink, RULE_NO_COPY_NUMBER, meta->classification.span, NULL);
}

static void write_single(Masthead *masthead, const Field *name)
{
    const gchar *suffix = masthead->template->masthead.suffix;
    gboolean has_it = g_str_has_suffix(name->text, suffix);
    g_autofree gchar *text = g_strconcat(name->text, has_it ? "" : suffix, NULL);

    g_ptr_array_add(masthead->names, add(masthead, STYLE_MASTHEAD, text, name->span));
}

/* The names that the front matter gives to the mark, or the issuers; of these a letter has but the
 * first (10.1). */
static void write_mark(Masthead *masthead)
{
    const MastheadStyle *style = &masthead->template->masthead;
    const Metadata *meta = masthead->meta;
    const GArray *names = meta->masthead->len > 0 ? meta->masthead : meta->issuers;
    guint count =
        names == meta->issuers && style->issuers == MARK_OF_FIRST ? MIN(names->len, 1) : names->len;

    if (count == 1) {
        write_single(masthead, &g_array_index(names, Field, 0));
        return;
    }
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(masthead->names,
                        add_field(masthead, STYLE_MASTHEAD, &g_array_index(names, Field, i)));
    if (count > 1 && *style->suffix)
        masthead->suffix =
            add(masthead, STYLE_MASTHEAD, style->suffix, g_array_index(names, Field, 0).span);
}

static void write_signatories(Masthead *masthead, Diagnostics *sink)
{
    const gchar *label = masthead->template->masthead.signatory_label;
    const GArray *names = masthead->meta->signatories;

    if (!label)
        return;
    if (names->len == 0) {
        report_missing(masthead, "signatory", "签发人", sink);
        return;
    }
    masthead->label =
        add(masthead, STYLE_SIGNATORY_LABEL, label, g_array_index(names, Field, 0).span);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(masthead->signatories,
                        add_field(masthead, STYLE_SIGNATORY, &g_array_index(names, Field, i)));
}

void masthead_write(Masthead *masthead, Diagnostics *sink)
{
    const MastheadStyle *style = &masthead->template->masthead;

    write_corner(masthead, sink);
    write_mark(masthead);
    check_number(masthead, sink);
    masthead->number = add_field(masthead, STYLE_DOCUMENT_NUMBER, &masthead->meta->document_number);
    write_signatories(masthead, sink);
    if (style->rule_place != RULE_NOWHERE && style->rule.star > 0)
        masthead->star = add(masthead, STYLE_MASTHEAD, STAR, SPAN_NONE);
}
