/* Main recipients, and where they go when they are too many (GB/T 9704-2012 7.3.2). */
#ifndef MKB_LAYOUT_RECIPIENTS_H
#define MKB_LAYOUT_RECIPIENTS_H

#include "layout/set_text.h"

/* Keeps them at the head of the text, or in the imprint where that makes room for text on the first
 * page, or where they are longer than the template allows; either is reported. What is not kept
 * leaves the layout. */
void settle_recipients(Layout *layout, Diagnostics *sink);

#endif
