/* The report of --stats. */
#ifndef MKB_OUTPUT_STATS_TEXT_H
#define MKB_OUTPUT_STATS_TEXT_H

#include "base/diag.h"
#include "layout/stats.h"

/* Three columns: what, how much, and in what unit or why. `fonts`: those of the Pages.
 * (element-type FontFile) */
void stats_print(const Stats *stats, const GPtrArray *fonts, Lang lang, GString *out);

#endif
