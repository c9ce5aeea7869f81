/* What the sink holds. Private to base. */
#ifndef MKB_BASE_DIAG_INTERNAL_H
#define MKB_BASE_DIAG_INTERNAL_H

#include "base/diag_rows.h"

/* Places whose columns are known, so that many on one long line are not each counted from its
 * start; a few, since starts and ends alternate. */
enum { DIAG_CURSORS = 4 };

typedef struct {
    const Source *source; /* NULL: free */
    guint32 offset;
    guint line, column;
} DiagCursor;

typedef struct {
    DiagCursor known[DIAG_CURSORS];
    guint next; /* to be replaced */
} DiagCursors;

struct Diagnostics {
    GPtrArray *all;          /* Diagnostic, as they came */
    GHashTable *seen;        /* the same, to know one that comes again */
    GHashTable *masks;       /* Source → guint8 for each byte, where something is masked */
    GPtrArray *masked_texts; /* the masked values, for arguments that quote them */
    DiagCursors *cursors;
    guint8 levels[RULE_COUNT]; /* RuleLevel */
};

/* Appends a text of the table with its arguments filled in. */
void diag_append_filled(const Diagnostics *sink, GString *out, const gchar *text,
                        gchar *const *arguments);

#endif
