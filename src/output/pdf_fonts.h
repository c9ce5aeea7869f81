/* The fonts of a PDF as Cairo leaves them, put right. */
#ifndef MKB_OUTPUT_PDF_FONTS_H
#define MKB_OUTPUT_PDF_FONTS_H

#include "output/pdf_objects.h"
#include "output/stand_in.h"

/* Puts the outlines of its glyphs back into each font (nullable: Cairo had them), and says how
 * glyphs are numbered where Cairo does not. FALSE where outlines cannot be put back. */
gboolean pdf_fonts_finish(qpdf_data pdf, const StandIns *stand_ins);

#endif
