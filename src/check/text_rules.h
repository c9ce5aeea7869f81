/* Rules that a regular expression and what to put in its place can say. */
#ifndef MKB_CHECK_TEXT_RULES_H
#define MKB_CHECK_TEXT_RULES_H

#include "check/check.h"

/* Sets of UnitKind. */
#define KIND(kind) (1U << UNIT_##kind)
#define KINDS_TEXT (KIND(PARAGRAPH) | KIND(MEASURE) | KIND(ITEM) | KIND(NOTE))
#define KINDS_TITLES (KIND(HEADING) | KIND(FINDING) | KIND(CAPTION))
#define KINDS_CELLS (KIND(CELL) | KIND(HEAD_CELL))
#define KINDS_BODY (KINDS_TEXT | KINDS_TITLES | KINDS_CELLS | KIND(ALT))
#define KINDS_ALL (KINDS_BODY | KIND(FIELD))

/* Han, for a class of characters and as one of its own. (PCRE2 counts 。 and 、 among \\p{Han}.) */
#define HAN_RANGE "〇\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{20000}-\\x{323AF}"
#define HAN "[" HAN_RANGE "]"

/* What is reported is the whole match; \K and looking around narrow it. */
typedef struct {
    RuleId rule;
    guint kinds;
    const gchar *has;     /* (nullable) without these bytes the text is not looked at */
    const gchar *pattern; /* a literal; see check_match() */
    const gchar
        *replacement; /* (nullable) \1 … are groups; it is {1} of the rule's texts as well */
} TextRule;

void check_text_rules(CheckContext *context, const TextRule *rules, guint count);

#endif
