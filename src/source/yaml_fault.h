/* What is said about YAML that cannot be read: in the words of editors, not of the parser. */
#ifndef MKB_SOURCE_YAML_FAULT_H
#define MKB_SOURCE_YAML_FAULT_H

#include "base/diag.h"

/* A fault as libyaml sees it. */
typedef struct {
    const gchar *problem; /* (nullable) */
    const gchar *context; /* (nullable) */
    guint32 at;           /* byte in the source */
    guint32 context_at;
} YamlProblem;

/* Reports one fault of the text [start, end). The mistakes that editors make most, a full-width
 * colon, a tab, a colon without a space after it, are looked for first. */
void yaml_fault_report(const Source *source, guint32 start, guint32 end, const YamlProblem *problem,
                       Diagnostics *sink);

/* Looks for those mistakes alone, at or before a place. FALSE when there is none. */
gboolean yaml_fault_report_usual(const Source *source, guint32 start, guint32 end, guint32 before,
                                 Diagnostics *sink);

#endif
