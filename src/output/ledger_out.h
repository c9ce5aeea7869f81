/* The ledger as data: CSV for a spreadsheet, JSON for programs. */
#ifndef MKB_OUTPUT_LEDGER_OUT_H
#define MKB_OUTPUT_LEDGER_OUT_H

#include "model/ledger.h"
#include "template/template.h"

typedef struct {
    const Bulletin *bulletin;
    const Template *template; /* words, and how references are numbered */
    const Annex *annex; /* (nullable) the ledger that chooses; else all findings, all columns */
} LedgerExport;

/* RFC 4180, UTF-8 with a byte order mark; line breaks in a cell are LF. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe. (transfer full) */
GBytes *ledger_to_csv(const LedgerExport *export);

/* As docs/ledger.schema.json has it. (transfer full) */
GBytes *ledger_to_json(const LedgerExport *export);

#endif
