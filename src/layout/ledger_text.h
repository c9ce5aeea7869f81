/* The texts of the ledger, in the words of the template. */
#ifndef MKB_LAYOUT_LEDGER_TEXT_H
#define MKB_LAYOUT_LEDGER_TEXT_H

#include "model/ledger.h"
#include "template/template.h"

/* A head row and a row a finding, in the columns that the ledger has. Runs have the places that
 * they come from, so that a missing glyph is reported there; `head` is that of the head. Tables,
 * figures and footnotes of a measure stay behind. `date` is a format of dates, as LedgerStyle has
 * one; NULL is ISO 8601. (transfer full) */
Table *ledger_table(const Bulletin *bulletin, const Ledger *ledger, const Template *template,
                    Span head, const gchar *date);

/* Adds a row of how many findings there are, and of which status. */
void ledger_add_totals(Table *table, const Bulletin *bulletin, const Ledger *ledger,
                       const Template *template, Span where);

/* A measure as one text: its topic sentence, its paragraphs, lists within it as （1）…；（2）….
 * (transfer full) (element-type Inline) */
GArray *ledger_measure(const Template *template, const Node *measure);

/* Runs as plain text, references as the numbers that they set, a line break as LF. Pages are not
 * known: … stands for the number of one. (transfer full) */
gchar *ledger_plain(const Bulletin *bulletin, const Template *template, const GArray *inlines);

#endif
