/* One place, two rules that say the same: only the better one is heard. Private to check. */
#ifndef MKB_CHECK_OVERLAPS_H
#define MKB_CHECK_OVERLAPS_H

#include "base/diag.h"

/* Takes out what the rules found that another of them says better. */
void overlaps_drop(Diagnostics *sink);

#endif
