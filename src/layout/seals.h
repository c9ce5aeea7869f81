/* The signature of a document that is sealed, or stamped with signatures. */
#ifndef MKB_LAYOUT_SEALS_H
#define MKB_LAYOUT_SEALS_H

#include "layout/layout.h"

/* Puts the blocks (SetBlock) of issuers and date into parts, each name below its seal, the date
 * below the last one's (GB/T 9704-2012 7.3.5.1). Seals whose images are of no believable size are
 * reported. */
void set_seals(const GPtrArray *blocks, const Metadata *meta, const Template *template,
               Diagnostics *sink);

/* The same with posts and signature stamps (7.3.5.3). */
void set_stamps(const GPtrArray *blocks, const Metadata *meta, const Template *template);

#endif
