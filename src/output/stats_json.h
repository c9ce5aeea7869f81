/* The report of --stats=json; docs/stats.schema.json says what it holds. */
#ifndef MKB_OUTPUT_STATS_JSON_H
#define MKB_OUTPUT_STATS_JSON_H

#include "layout/stats.h"

/* `fonts`: those of the pages. Ends with a line break. */
void stats_to_json(const Stats *stats, const GPtrArray *fonts, GString *out);

#endif
