/* The English and Chinese words of the source format, for those who read and who write it. */
#ifndef MKB_MODEL_NAMES_H
#define MKB_MODEL_NAMES_H

#include "model/bulletin.h"

typedef struct {
    const gchar *en, *zh;
} Words;

extern const Words status_words[STATUS_COUNT];
extern const Words kind_words[NODE_MEASURE + 1];
extern const Words annex_words[ANNEX_LEDGER + 1];
extern const Words column_words[LEDGER_COLUMNS];
extern const Words order_words[LEDGER_ORDERS];

#endif
