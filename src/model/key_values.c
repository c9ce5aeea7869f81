/* What values may be, in the same order as their readers in keys.h. */
#include "model/keys.h"

#define DATE_PATTERN "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

/* ident_is_valid(): letters, digits, - _ . and the script Han, whose name not every validator
 * knows. */
#define ID_PATTERN "[-A-Za-z0-9._⺀-⿕々〇〡-〩〸-〻㐀-䶿一-鿿豈-龎𠀀-𲎯]+"

/* 7.2.3: documents, then telegrams. */
const Words urgency_words[URGENCIES] = {
    {"特急", "特急"}, {"加急", "加急"}, {"特提", "特提"}, {"平急", "平急"}};

const Words lead_words[1] = {{"verbatim", "原文"}};

const KeyValue text_value = {.name = "text", .shape = SHAPE_TEXT};
const KeyValue text_or_list_value = {.name = "text-or-list", .shape = SHAPE_TEXT_OR_LIST};
const KeyValue list_value = {.name = "list", .shape = SHAPE_LIST};
const KeyValue truth_value = {.name = "truth", .shape = SHAPE_TRUTH};
const KeyValue seals_value = {.name = "seals", .shape = SHAPE_TRUTH_OR_PATHS};
const KeyValue date_value = {
    .name = "date", .shape = SHAPE_TEXT, .pattern = DATE_PATTERN, .date = TRUE};
const KeyValue id_value = {.name = "id", .shape = SHAPE_TEXT, .pattern = ID_PATTERN};
const KeyValue copy_number_value = {
    .name = "copy-number", .shape = SHAPE_NUMBER, .pattern = "[0-9]{1,6}"};
const KeyValue classification_value = {
    .name = "classification", .shape = SHAPE_TEXT, .pattern = "(绝密|机密|秘密)(★[^★\\s].*)?"};
const KeyValue language_value = {
    .name = "language", .shape = SHAPE_TEXT, .pattern = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"};
const KeyValue contact_value = {.name = "contact", .shape = SHAPE_GROUP, .group = FRONT_CONTACT};

#define WORDS(list) .words = list, .n_words = G_N_ELEMENTS(list), .allowed = G_MAXUINT
#define STATUSES .words = status_words, .n_words = STATUS_COUNT, .allowed = ~(1u << STATUS_NONE)

const KeyValue urgency_value = {.name = "urgency", .shape = SHAPE_WORD, WORDS(urgency_words)};
const KeyValue lead_value = {
    .name = "lead", .shape = SHAPE_TEXT, WORDS(lead_words), .others = TRUE};
const KeyValue kind_value = {.name = "kind", .shape = SHAPE_WORD, WORDS(kind_words)};
const KeyValue annex_kind_value = {.name = "annex-kind", .shape = SHAPE_WORD, WORDS(annex_words)};
const KeyValue status_value = {.name = "status", .shape = SHAPE_WORD, STATUSES};
const KeyValue statuses_value = {.name = "statuses", .shape = SHAPE_WORD_OR_LIST, STATUSES};
const KeyValue columns_value = {.name = "columns", .shape = SHAPE_WORDS, WORDS(column_words)};
const KeyValue order_value = {.name = "order", .shape = SHAPE_WORD, WORDS(order_words)};
