#include "template/sections.h"

#include "model/bulletin.h"

static const gchar *const number_places[] = {"{han}", "{digit}", "{circled}", NULL};
static const gchar *const title_places[] = {"{title}", NULL};
static const gchar *const value_places[] = {"{value}", NULL};

/* In the order of FindingLayout and of MeasureLayout. */
static const gchar *const finding_words[] = {"lead-in", "heading", NULL};
static const gchar *const measure_words[] = {"run-in", "paragraphs", NULL};

static const Row reference_rows[] = {
    {ROW("headings", read_formats, Numbering, reference_heading), .most = 4,
     .words = number_places},
    {ROW("annex", read_formats, Numbering, reference_annex), .optional = TRUE, .most = 4,
     .words = number_places},
    {ROW("finding", read_format, Numbering, reference_finding), .words = number_places},
    {ROW("measure", read_format, Numbering, reference_measure), .words = number_places},
    {.key = NULL},
};

const Row numbering_rows[] = {
    {ROW("headings", read_formats, Numbering, heading), .most = 4, .words = number_places},
    {ROW("measure", read_format, Numbering, measure), .words = number_places},
    {ROW("item", read_format, Numbering, item), .words = number_places},
    {ROW("list", read_format, Numbering, list), .words = number_places},
    {.key = "references", .read = read_map, .rows = reference_rows},
    {.key = NULL},
};

const Row finding_rows[] = {
    {ROW("layout", read_word, FindingStyle, layout), .optional = TRUE, .words = finding_words},
    {ROW("lead-in", read_format, FindingStyle, lead_in), .words = title_places},
    {ROW("lead-in-prefix", read_text, FindingStyle, lead_in_prefix)},
    {ROW("measures", read_word, FindingStyle, measures), .words = measure_words},
    {ROW("measure-separator", read_text, FindingStyle, measure_separator)},
    {ROW("measure-end", read_text, FindingStyle, measure_end)},
    {ROW("closing-marks", read_text, FindingStyle, closing_marks)},
    {ROW("list-separator", read_text, FindingStyle, list_separator)},
    {ROW("list-end", read_text, FindingStyle, list_end)},
    {.key = NULL},
};

static const Row label_rows[] = {
    {ROW("phone", read_format, ContactStyle, labels[CONTACT_PHONE]), .words = value_places},
    {ROW("email", read_format, ContactStyle, labels[CONTACT_EMAIL]), .words = value_places},
    {ROW("address", read_format, ContactStyle, labels[CONTACT_ADDRESS]), .words = value_places},
    {ROW("postcode", read_format, ContactStyle, labels[CONTACT_POSTCODE]), .words = value_places},
    {ROW("hours", read_format, ContactStyle, labels[CONTACT_HOURS]), .words = value_places},
    {ROW("person", read_format, ContactStyle, labels[CONTACT_PERSON]), .words = value_places},
    {.key = NULL},
};

const Row recipients_rows[] = {
    {ROW("separator", read_text, RecipientsStyle, separator)},
    {ROW("end", read_text, RecipientsStyle, end)},
    {ROW("most-lines", read_count, RecipientsStyle, most_lines), .most = MOST_LINES},
    {.key = NULL},
};

const Row annex_list_rows[] = {
    {ROW("label", read_text, AnnexListStyle, label)},
    {ROW("number", read_format, AnnexListStyle, number), .words = number_places},
    {.key = NULL},
};

static const Row attendance_label_rows[] = {
    {ROW("attendance", read_text, AttendanceStyle, labels[ATTENDANCE_PRESENT])},
    {ROW("absent", read_text, AttendanceStyle, labels[ATTENDANCE_ABSENT])},
    {ROW("observers", read_text, AttendanceStyle, labels[ATTENDANCE_OBSERVERS])},
    {.key = NULL},
};

const Row attendance_rows[] = {
    {.key = "labels", .read = read_map, .rows = attendance_label_rows},
    {ROW("separator", read_text, AttendanceStyle, separator)},
    {ROW("end", read_text, AttendanceStyle, end)},
    {.key = NULL},
};

const Row issued_rows[] = {
    {ROW("format", read_format, Template, issued), .words = value_places},
    {.key = NULL},
};

const Row note_rows[] = {
    {ROW("format", read_format, Template, note), .words = value_places},
    {.key = NULL},
};

const Row contact_rows[] = {
    {ROW("lead", read_text, ContactStyle, lead)},
    {ROW("separator", read_text, ContactStyle, separator)},
    {ROW("end", read_text, ContactStyle, end)},
    {.key = "labels", .read = read_map, .rows = label_rows},
    {.key = NULL},
};
