/* The editorial rules: what a copy editor looks for in a bulletin that can be set.
 *
 * A rule module is a file rule_*.c with one function, check_xxx(CheckContext *), named in the table
 * of check.c. It sees the bulletin and its texts as *units*, and reports with check_report(). It
 * keeps nothing from one run to the next. How to add one: docs/architecture.md. */
#ifndef MKB_CHECK_CHECK_H
#define MKB_CHECK_CHECK_H

#include "check/all_text.h"
#include "check/unit.h"
#include "model/bulletin.h"
#include "source/yaml.h"

typedef struct CheckContext CheckContext;
struct CheckContext {
    const SourceTree *tree; /* .sources: every file that was read, CSV files among them */
    const Bulletin *bulletin;
    GPtrArray *units;    /* TextUnit, in the order in which they are set: see unit.h */
    const AllText *text; /* of all of them */
    Diagnostics *sink;
    const YamlNode *vocabulary; /* (nullable) the office's vocabulary.yaml, a map */
};

/* Runs every rule over a bulletin, then takes out what the text's comments ignore. What rules find
 * goes to the sink, under the levels that it has. `vocabulary` may be NULL. */
void check_run(const SourceTree *tree, const Bulletin *bulletin, const YamlNode *vocabulary,
               Diagnostics *sink);

/* ---- reporting ---- */

/* What a rule found in bytes [start, end) of a unit's text. */
typedef struct {
    RuleId rule;
    const TextUnit *unit;
    guint32 start, end;
    const gchar *arguments[5]; /* {0} … of the rule's texts; ended by NULL */

    /* What stands there once it is mended; NULL: no proposal, "": nothing. Whether it may be
     * offered is not the rule's business: it is left out where the source has other bytes than the
     * text (an entity, an escape, a line break), in 《》, in addresses and in file names. */
    const gchar *replacement;

    gboolean masked;     /* personal: shown as * in every message, this one's arguments included */
    gboolean in_guarded; /* also within addresses (GUARD_ADDRESS), where else nothing is reported */
} Finding;

void check_report(CheckContext *context, const Finding *finding);

/* The same in short, without a proposal; arguments end with NULL. */
void check_say(CheckContext *context, RuleId rule, const TextUnit *unit, guint32 start, guint32 end,
               ...) G_GNUC_NULL_TERMINATED;

/* At a place that is in no unit, such as a node's or a block's span; see diag_report(). The span
 * may be of several lines: the first is shown. */
#define check_say_at(context, rule, span, ...) \
    diag_report((context)->sink, (rule), (span), __VA_ARGS__)

/* ---- looking for something ---- */

/* Matches of a regular expression (PCRE2, UTF-8, ^ and $ at line ends) in a unit:
 *
 *     for (CheckMatch m = check_match(context, unit, "第[0-9]+"); check_match_next(&m);)
 *         check_say(context, RULE_X, unit, m.start, m.end, m.text, NULL);
 *
 * The pattern is a literal: it is compiled once, for good, and known by its address. Matches do not
 * overlap. A pattern that takes too many steps on a text finds no more there, which is told. Leave
 * the loop early only with check_match_clear(). */
typedef struct {
    CheckContext *context;
    const TextUnit *unit;
    GMatchInfo *info;   /* (nullable) for g_match_info_fetch() and the like */
    guint32 start, end; /* of the match */
    gchar *text;        /* what matched, until the next call */
    gboolean begun;
} CheckMatch;

CheckMatch check_match(CheckContext *context, const TextUnit *unit, const gchar *pattern);
gboolean check_match_next(CheckMatch *match);
void check_match_clear(CheckMatch *match);

/* Where a group of the match stands; FALSE when it took no part. */
gboolean check_match_group(const CheckMatch *match, gint group, guint32 *start, guint32 *end);

/* (transfer full) (nullable) */
gchar *check_match_fetch(const CheckMatch *match, gint group);

#endif
