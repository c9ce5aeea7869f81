/* Rules and diagnostics as rows, for whoever writes them out, changes their weight or mends what
 * they tell of. */
#ifndef MKB_BASE_DIAG_ROWS_H
#define MKB_BASE_DIAG_ROWS_H

#include "base/diag.h"

/* A row of DIAG_RULES or CHECK_RULES; texts by Lang. */
typedef struct {
    const gchar *id;
    Severity severity; /* unless diagnostics_set_level() has said otherwise */
    int status;
    const gchar *text[2], *hint[2]; /* {0} … are the arguments */
    const gchar *code;              /* P13; NULL for what is no editorial rule */
    const gchar *clause;            /* "" for practice; the columns of rules_check.h */
    const gchar *why[2];
    gboolean fixable;
} RuleRow;

struct Diagnostic {
    RuleId rule;
    Span where;
    gchar **arguments;  /* ended by NULL */
    Span fix;           /* what `replacement` is put in place of */
    gchar *replacement; /* NULL: none */
};

const RuleRow *rule_row(RuleId rule); /* (transfer none) */

/* The first rule of an id or code (in any case of letters); FALSE when there is none. */
gboolean rule_find(const gchar *name, RuleId *rule);

/* The id or code that is nearest to an unknown one, or NULL. (transfer none) */
const gchar *rule_nearest(const gchar *name);

/* Errors that are no editorial rules: the bulletin cannot be set with them. */
gboolean rule_is_hard(RuleId rule);

/* The weight in this run. */
Severity diagnostics_severity(const Diagnostics *sink, RuleId rule);

gboolean diagnostics_is_off(const Diagnostics *sink, RuleId rule);

/* Sorted by file, place and rule, all or errors alone; of what the sink holds. (transfer container)
 * (element-type Diagnostic) */
GPtrArray *diagnostics_sorted(const Diagnostics *sink, gboolean errors_only);

/* Takes out what a function says; returns how many. */
guint diagnostics_drop_if(Diagnostics *sink, gboolean (*is_meant)(const Diagnostic *, gpointer),
                          gpointer data);

/* What is said, in visible characters, masked values as *. (transfer full) */
gchar *diagnostic_message(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang);
gchar *diagnostic_hint(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang);

/* Where a place begins, a byte order mark being none; lines and characters from 1. */
void diag_position(const Diagnostics *sink, const Span *where, guint *line, guint *column);

/* The path of a place as messages have it: visible characters, no colon at its beginning, where it
 * would be a command to some build servers (`::error`). (transfer full) */
gchar *diagnostic_path(const Diagnostic *diagnostic);

/* A text with every masked value in it as *. (transfer full) */
gchar *diagnostics_mask_text(const Diagnostics *sink, const gchar *text);

/* Whether the byte of a source is masked. */
gboolean diagnostics_is_masked(const Diagnostics *sink, const Source *source, gsize offset);

/* Bytes [start, end) of a source as messages show them: visible characters, masked ones as *. */
void diagnostics_append_text(const Diagnostics *sink, const Source *source, gsize start, gsize end,
                             GString *out);

/* The first line of a place, or as much of it as is shown. (transfer full) */
gchar *diagnostics_snippet(const Diagnostics *sink, const Span *where);

#endif
