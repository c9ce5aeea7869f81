/* <!-- mkbulletin-ignore RULE: reason --> */
#ifndef MKB_CHECK_IGNORE_H
#define MKB_CHECK_IGNORE_H

#include "check/check.h"

/* Takes out of the sink what comments ignore in the block after them: a paragraph, heading, item or
 * table. A comment without a rule or reason is reported, one of a rule that is not known or is an
 * error of setting, and one that nothing answers to. */
void ignores_apply(CheckContext *context);

#endif
