/* The editorial rules of `mkbulletin check`: rows of the same table as all diagnostics, with what
 * an editor wants to know besides. One header a family, so that a family is read as a whole. */
#ifndef MKB_BASE_RULES_CHECK_H
#define MKB_BASE_RULES_CHECK_H

#include "base/rules_amounts.h"
#include "base/rules_characters.h"
#include "base/rules_contact.h"
#include "base/rules_dates.h"
#include "base/rules_documents.h"
#include "base/rules_leftovers.h"
#include "base/rules_numbers.h"
#include "base/rules_privacy.h"
#include "base/rules_punctuation.h"
#include "base/rules_structure.h"

/* EDIT(symbol, id, code, severity, fix, zh, en, hint_zh, hint_en, clause, why_zh, why_en)
 *   code      the row of the checklist: P13, N10, D01 …; unique as the id is
 *   severity  ERROR, WARNING or NOTE until the command line or .mkbulletin.yaml says otherwise
 *   fix       FIXED: --fix mends what can be mended safely; BY_HAND: it never does
 *   zh, en    {0}, {1} … are filled in; {0} is what the text has, by custom
 *   hint      "" for none
 *   clause    the standard and its clause, or "" where it is the practice of editors
 *   why       one sentence, for `mkbulletin rules ID` and docs/rules.md */
#define CHECK_RULES(EDIT) \
    PUNCTUATION_RULES(EDIT) \
    CHARACTERS_RULES(EDIT) \
    CONTACT_RULES(EDIT) \
    PRIVACY_RULES(EDIT) \
    LEFTOVERS_RULES(EDIT) \
    STRUCTURE_RULES(EDIT) \
    DOCUMENTS_RULES(EDIT) \
    NUMBER_RULES(EDIT) \
    DATE_RULES(EDIT) \
    AMOUNT_RULES(EDIT)

#endif
