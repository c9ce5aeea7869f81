/* Mending what rules have a replacement for. */
#ifndef MKB_CHECK_FIX_H
#define MKB_CHECK_FIX_H

#include "check/check.h"

/* The changed files: GBytes by the path of the source. */
typedef struct {
    GHashTable *before, *after;
} Fixes;

/* Reads a bulletin, checks it, puts every replacement in its place, and again until a check finds
 * nothing more to replace. Replacements that overlap wait for the next round. After each round the
 * bulletin is read anew: where its texts are not the old ones with the replacements in them (marks
 * of Markdown came to mean something else) those replacements are taken back.
 *
 * Nothing is written. What else is wrong is not told; `sink` gives the levels. NULL after reporting
 * RULE_FIX_UNSTABLE when that came to no end. (transfer full) */
Fixes *fixes_make(const gchar *bulletin, const YamlNode *vocabulary, Diagnostics *sink);

/* The same with other bytes for some of the files: see source_tree_read_instead(). */
Fixes *fixes_make_instead(const gchar *bulletin, GHashTable *texts, const YamlNode *vocabulary,
                          Diagnostics *sink);
void fixes_free(Fixes *fixes);

/* Writes the changed files, all or none, if they still are on the disk as they were read; tells of
 * each, and of faults. */
gboolean fixes_write(const Fixes *fixes, Diagnostics *sink);

/* What they change, as a unified diff; masked values as *. */
void fixes_diff(const Fixes *fixes, const Diagnostics *sink, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fixes, fixes_free)

#endif
