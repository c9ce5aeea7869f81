/* Annexes, and the words of the ledger. */
#include "template/sections.h"

#include "model/bulletin.h"

static const gchar *const number_places[] = {"{han}", "{digit}", "{circled}", NULL};
static const gchar *const date_places[] = {"{year}", "{month}", "{day}", "{mm}", "{dd}", NULL};
static const gchar *const count_places[] = {"{count}", NULL};
static const gchar *const status_places[] = {"{status}", "{count}", NULL};

const Row annex_rows[] = {
    {ROW("mark", read_text, AnnexStyle, mark)},
    {ROW("numbered", read_format, AnnexStyle, numbered), .words = number_places},
    {.key = NULL},
};

static const Row column_rows[] = {
    {ROW("number", read_text, LedgerStyle, columns[LEDGER_NUMBER])},
    {ROW("finding", read_text, LedgerStyle, columns[LEDGER_FINDING])},
    {ROW("measures", read_text, LedgerStyle, columns[LEDGER_MEASURES])},
    {ROW("responsible", read_text, LedgerStyle, columns[LEDGER_RESPONSIBLE])},
    {ROW("due", read_text, LedgerStyle, columns[LEDGER_DUE])},
    {ROW("status", read_text, LedgerStyle, columns[LEDGER_STATUS])},
    {ROW("completed", read_text, LedgerStyle, columns[LEDGER_COMPLETED])},
    {.key = NULL},
};

static const Row status_rows[] = {
    {ROW("planned", read_text, LedgerStyle, statuses[STATUS_PLANNED])},
    {ROW("ongoing", read_text, LedgerStyle, statuses[STATUS_ONGOING])},
    {ROW("done", read_text, LedgerStyle, statuses[STATUS_DONE])},
    {ROW("standing", read_text, LedgerStyle, statuses[STATUS_STANDING])},
    {ROW("none", read_text, LedgerStyle, statuses[STATUS_NONE])},
    {.key = NULL},
};

static const Row total_rows[] = {
    {ROW("word", read_text, LedgerStyle, total)},
    {ROW("all", read_format, LedgerStyle, total_count), .words = count_places},
    {ROW("lead", read_text, LedgerStyle, total_lead)},
    {ROW("each", read_format, LedgerStyle, total_status), .words = status_places},
    {ROW("separator", read_text, LedgerStyle, total_separator)},
    {.key = NULL},
};

const Row ledger_style_rows[] = {
    {.key = "columns", .read = read_map, .rows = column_rows},
    {.key = "status", .read = read_map, .rows = status_rows},
    {ROW("measure", read_format, LedgerStyle, measure), .words = number_places},
    {ROW("date", read_format, LedgerStyle, date), .words = date_places},
    {.key = "totals", .read = read_map, .rows = total_rows},
    {.key = NULL},
};
