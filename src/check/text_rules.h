/* Rules that a regular expression and what to put in its place can say. */
#ifndef MKB_CHECK_TEXT_RULES_H
#define MKB_CHECK_TEXT_RULES_H

#include "check/characters.h"
#include "check/check.h"

/* Sets of UnitKind. */
#define KIND(kind) (1U << UNIT_##kind)
#define KINDS_TEXT (KIND(PARAGRAPH) | KIND(MEASURE) | KIND(ITEM) | KIND(NOTE))
#define KINDS_TITLES (KIND(HEADING) | KIND(FINDING) | KIND(CAPTION))
#define KINDS_CELLS (KIND(CELL) | KIND(HEAD_CELL))
#define KINDS_PROSE (KINDS_TEXT | KINDS_TITLES | KINDS_CELLS)
#define KINDS_BODY (KINDS_PROSE | KIND(ALT))
#define KINDS_ALL (KINDS_BODY | KIND(FIELD))

typedef enum {
    TEXT_MASKED = 1 << 0,       /* it is personal; it is looked for in addresses too */
    TEXT_IN_ADDRESSES = 1 << 1, /* it is about addresses */
} TextRuleFlags;

/* What is reported is the group called `at`, where the expression has one; else the whole match,
 * which \K and looking around narrow. */
typedef struct {
    RuleId rule;
    guint kinds;
    const gchar *has;     /* (nullable) "A|B": a text without any of these is not looked at, and
                             where the bulletin has none the pattern is never compiled */
    const gchar *pattern; /* a literal; see check_match() */
    const gchar
        *replacement; /* (nullable) \1 … are groups; it is {1} of the rule's texts as well */

    /* What most rows do without, by their names. */
    gboolean (*wanted)(const TextUnit *);  /* which texts of these kinds; all */
    gboolean (*holds)(const CheckMatch *); /* what no expression can say */
    TextRuleFlags flags;
} TextRule;

/* Reports every match of every row; {0} is the text at the place. */
void check_text_rules(CheckContext *context, const TextRule *rules, guint count);

#endif
