/* Where signature and date stand. */
#ifndef MKB_LAYOUT_SIGNATURE_H
#define MKB_LAYOUT_SIGNATURE_H

#include "layout/layout.h"

/* Gives the lines of signature and date (SetBlock) their places in the line, and puts them into
 * parts where they are sealed or stamped. Without a seal (GB/T 9704-2012 7.3.5.2) the longer of the
 * two leaves some room at the right, and the date begins two characters right of the issuer's
 * first; joint issuers begin together. */
void set_signature(const GPtrArray *blocks, const Metadata *meta, const Template *template,
                   Diagnostics *sink);

#endif
