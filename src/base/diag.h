/* Diagnostics: what is wrong, where, and what to do. They are collected as data, sorted, printed in
 * Chinese or English; the worst of them decides the exit status. */
#ifndef MKB_BASE_DIAG_H
#define MKB_BASE_DIAG_H

#include "base/rules.h"
#include "base/source.h"

typedef enum { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

/* Exit statuses, the design's. Of several the greatest wins. */
enum { STATUS_OK = 0, STATUS_CONTENT = 1, STATUS_USAGE = 2, STATUS_ENVIRONMENT = 3 };

typedef enum { LANG_EN, LANG_ZH } Lang;

/* Initializes an array of texts by Lang. */
#define TEXTS(zh, en) \
    { \
        [LANG_EN] = (en), [LANG_ZH] = (zh) \
    }

typedef struct Diagnostics Diagnostics;
typedef struct Diagnostic Diagnostic; /* base/diag_rows.h */

/* The weight that a run gives to a rule. */
typedef enum { LEVEL_DEFAULT, LEVEL_OFF, LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR } RuleLevel;

Diagnostics *diagnostics_new(void);

/* An empty one with the levels of another. (transfer full) */
Diagnostics *diagnostics_new_like(const Diagnostics *other);
void diagnostics_free(Diagnostics *sink);

/* Reports one finding. The rule's texts hold {0}, {1} … which the arguments after `where` replace
 * in that order: strings, ended by NULL. The sink copies them; the span's source must live until
 * the sink has been printed. Where there is no source text but a path, give the path as {0}. */
void diag_report(Diagnostics *sink, RuleId rule, Span where, ...) G_GNUC_NULL_TERMINATED;

/* The same with arguments in an array that ends with NULL, and what --fix puts in place of the
 * bytes `fix`, which are the author's own: `replacement`, or NULL for nothing. */
typedef struct {
    RuleId rule;
    Span where;
    const gchar *const *arguments;
    Span fix;
    const gchar *replacement;
} Report;
void diag_add(Diagnostics *sink, const Report *report);

/* Gives every rule of that rule's id a weight; LEVEL_OFF is heard no more. What is there already
 * follows. */
void diagnostics_set_level(Diagnostics *sink, RuleId rule, RuleLevel level);

/* From now on nothing shows these bytes, nor the same text where a message quotes it: they are
 * printed as *. For what must not be in a log (numbers of persons). */
void diagnostics_mask(Diagnostics *sink, Span where);

/* Takes out what begins within a place, of the id that a rule has. Returns how many. */
guint diagnostics_drop(Diagnostics *sink, RuleId rule, Span within);

guint diagnostics_count(const Diagnostics *sink, Severity at_least);

/* STATUS_OK, or the status of the worst; warnings count as STATUS_CONTENT when strict. */
int diagnostics_status(const Diagnostics *sink, gboolean strict);

typedef struct {
    Lang lang;
    gboolean color;
    gboolean quiet; /* errors only */
} DiagStyle;

typedef enum { FORMAT_TEXT, FORMAT_SHORT, FORMAT_GITHUB } DiagFormat;

/* One line for each, without the count: "path:line:column: severity: message [id]", or the commands
 * of GitHub's build servers, with everything escaped that they give a meaning to. */
void diagnostics_print_lines(const Diagnostics *sink, DiagFormat format, DiagStyle style,
                             GString *out);

/* Appends all diagnostics, sorted by file, place and rule, then the count line:
 *     path:line:column: error: text [rule-id]
 *       | the source line
 *       |      ^^^^
 *       = hint: …
 * Control characters in quoted text are shown as \x1B, never sent to the terminal. */
void diagnostics_print(const Diagnostics *sink, DiagStyle style, GString *out);

/* Appends "2 errors, 1 warning", or nothing; notes ask for nothing and are not counted. */
void diagnostics_append_counts(const Diagnostics *sink, DiagStyle style, GString *out);

/* "zh…" in LC_ALL, LC_MESSAGES or LANG, the first that is set, means Chinese; else English. */
Lang lang_from_environment(void);

/* The known word nearest to an unknown one by edit distance over characters, or NULL when none is
 * near enough to suggest. `known` ends with NULL. (transfer none) */
const gchar *nearest_word(const gchar *word, const gchar *const *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diagnostics, diagnostics_free)

#endif
