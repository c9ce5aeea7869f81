/* What is written of a comparison besides pages. */
#ifndef MKB_OUTPUT_DIFF_OUT_H
#define MKB_OUTPUT_DIFF_OUT_H

#include "diff/compare.h"

/* What the two are called: folders, files or revisions, as they were named. */
typedef struct {
    const gchar *old, *new;
} ComparedNames;

/* A summary and every change, edits of texts word by word: [-gone-]{+new+}, in colour the same in
 * red and green. (transfer full) */
GBytes *comparison_to_text(const Comparison *comparison, const ComparedNames *names, Lang lang,
                           gboolean color);

/* As docs/diff.schema.json says. (transfer full) */
GBytes *comparison_to_json(const Comparison *comparison, const ComparedNames *names);

/* The text of both as one HTML document below a list of the changes. (transfer full) */
GBytes *comparison_to_html(const Comparison *comparison, const ComparedNames *names);

#endif
