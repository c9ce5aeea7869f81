/* Which characters may stand in the text of a bulletin. */
#ifndef MKB_SOURCE_CHARACTERS_H
#define MKB_SOURCE_CHARACTERS_H

#include "base/diag.h"

typedef enum { CHARACTER_FINE, CHARACTER_BAD, CHARACTER_ZERO_WIDTH } CharacterFault;

/* What is wrong with a character that follows `before` (0 at the start of a line). */
CharacterFault character_fault(gunichar c, gunichar before);

/* Reports such a fault; nothing for a fine character. */
void character_report(CharacterFault fault, gunichar c, Span where, Diagnostics *sink);

#endif
