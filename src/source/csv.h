/* CSV files as tables (RFC 4180). */
#ifndef MKB_SOURCE_CSV_H
#define MKB_SOURCE_CSV_H

#include "base/diag.h"
#include "source/block.h"

/* Reads a valid source, its first record as the head. Values are text as it is, in their quotes a
 * line end is a line break. Columns of numbers alone are aligned right, others not. Records that do
 * not fit the head, quotes that do not end and the like are reported; then what is returned may
 * lack rows. (transfer full) */
Table *csv_read(const Source *source, Diagnostics *sink);

#endif
