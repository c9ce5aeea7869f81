/* Where signature and date stand. */
#ifndef MKB_LAYOUT_SIGNATURE_H
#define MKB_LAYOUT_SIGNATURE_H

#include "layout/layout.h"

/* Indents the lines of signature and date blocks (SetBlock) as GB/T 9704-2012 7.3.5.2 says for a
 * document without seal: the longer of the two leaves some room at the right, and the date begins
 * two characters right of the issuer's first. Joint issuers begin together. */
void align_signature(const GPtrArray *blocks, const Template *template);

#endif
