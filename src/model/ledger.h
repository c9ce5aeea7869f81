/* The ledger (整改台账): the findings as rows, for the table of an annex and for export. */
#ifndef MKB_MODEL_LEDGER_H
#define MKB_MODEL_LEDGER_H

#include "model/bulletin.h"

/* One finding. What it does not say itself its measures may say that have files of their own. Who
 * is responsible: all that they name. The others only where every measure says it: the last of
 * their due dates, the last day of completion; the status that all have, standing where some are
 * done and the others standing, else ongoing. */
typedef struct {
    const Node *finding; /* (transfer none) */
    gchar *responsible;  /* (nullable) several are divided by 、 */
    Date due, completed;
    Status status;
} LedgerRow;

/* The findings that a ledger shows, in its order, which is stable: equal ones stand as in the
 * bulletin. NULL for all findings as they stand. A ledger of somebody's has the findings that they
 * or, where several are named, one of them is responsible for, as a whole or for a measure. Takes
 * time in proportion to the bulletin, but for the sorting. (transfer full)
 * (element-type LedgerRow) */
GArray *ledger_rows(const Bulletin *bulletin, const Ledger *ledger);

/* Every column, in the usual order. */
void ledger_take_all_columns(Ledger *ledger);

/* How many rows have each status. */
void ledger_count(const GArray *rows, guint counts[STATUS_COUNT]);

/* "done" and "已完成"; "" for STATUS_NONE. (transfer none) */
const gchar *status_id(Status status);
const gchar *status_chinese(Status status);

/* "due" (transfer none) */
const gchar *ledger_order_id(LedgerOrder order);

#endif
