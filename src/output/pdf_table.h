/* The cross-reference table of a PDF that Cairo wrote. */
#ifndef MKB_OUTPUT_PDF_TABLE_H
#define MKB_OUTPUT_PDF_TABLE_H

#include <glib.h>

/* Cairo 1.16 gives numbers to structure elements of links, and never writes the elements when links
 * are all the structure there is: readers that check call such a file damaged. Marks as free what
 * the table has and the file has not. */
void pdf_free_unwritten(GByteArray *pdf);

#endif
