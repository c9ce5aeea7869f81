/* Rules that are a regular expression and little more. */
#ifndef MKB_CHECK_PATTERNS_H
#define MKB_CHECK_PATTERNS_H

#include "check/check.h"

typedef enum {
    PATTERN_MASKED = 1 << 0,    /* it is personal */
    PATTERN_NOT_CITED = 1 << 1, /* leave alone what stands in 《》 */
    PATTERN_IN_ADDRESSES =
        1 << 2, /* it is about addresses; what is masked is looked for in them too */
} PatternFlags;

typedef struct {
    RuleId rule;
    const gchar *pattern;     /* group 1, where it has one, is the place; else all that matches */
    const gchar *replacement; /* (nullable) */
    gboolean (*wanted)(const TextUnit *);  /* (nullable) which units; all */
    gboolean (*holds)(const CheckMatch *); /* (nullable) what no expression can say */
    PatternFlags flags;
} PatternRule;

/* Reports every match of every row; {0} is the text at the place, {1} the replacement. */
void check_patterns(CheckContext *context, const PatternRule *rows, guint count);

#endif
