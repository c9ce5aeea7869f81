/* The finishing pass: what Cairo leaves out of a PDF or gets wrong, put right by qpdf. */
#ifndef MKB_OUTPUT_FINISH_H
#define MKB_OUTPUT_FINISH_H

#include "base/diag.h"
#include "layout/pages.h"
#include "output/stand_in.h"
#include "output/standard.h"

/* Takes the PDF that Cairo made of the pages. Page labels, language and dates are those of the
 * pages; links get a description; metadata, colours and fonts are as the standard has them. NULL
 * after reporting RULE_DRAWING; or without a word, with *outlines_lost set, where the outlines that
 * stand-ins stand for cannot be put back. (nullable) stand_ins, what Cairo had for fonts. (transfer
 * full) */
GBytes *pdf_finish(const GByteArray *drawn, const Pages *pages, PdfStandard standard,
                   const StandIns *stand_ins, gboolean *outlines_lost, Diagnostics *sink);

#endif
