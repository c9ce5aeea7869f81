/* What the sink holds, for the printer. Private to base. */
#ifndef MKB_BASE_DIAG_INTERNAL_H
#define MKB_BASE_DIAG_INTERNAL_H

#include "base/diag.h"

/* A row of DIAG_RULES; texts by Lang. */
typedef struct {
    const gchar *id;
    Severity severity;
    int status;
    const gchar *text[2], *hint[2];
} RuleRow;

typedef struct {
    RuleId rule;
    Span where;
    gchar **arguments; /* ended by NULL */
} Diagnostic;

struct Diagnostics {
    GPtrArray *all;   /* Diagnostic, as they came */
    GHashTable *seen; /* the same, to know one that comes again */
};

const RuleRow *rule_row(RuleId rule);

#endif
