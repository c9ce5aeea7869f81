/* Objects of a PDF, made with qpdf's C interface. Handles are freed where they are handed on: qpdf
 * keeps each until it is told. */
#ifndef MKB_OUTPUT_OBJECTS_H
#define MKB_OUTPUT_OBJECTS_H

#include "layout/pages.h"

#include <qpdf/qpdf-c.h>

/* Sets a key of a dictionary. Takes the value's handle. */
void object_set(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, qpdf_oh value);
void object_set_name(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name);
void object_set_text(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *text);
void object_set_integer(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, guint value);

/* Sets it to what stands there in PDF's own notation, without references. */
void object_set_parsed(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *value);

/* Adds to an array. Takes the item's handle. */
void object_append(qpdf_data pdf, qpdf_oh array, qpdf_oh item);

/* Makes it an object of its own in the file. Takes the handle, and gives that of the reference. */
qpdf_oh object_indirect(qpdf_data pdf, qpdf_oh object);

/* [ left bottom right top ] of an item on its page, in points from the page's bottom left. */
qpdf_oh object_box(qpdf_data pdf, const Item *item, Len page_height);

#endif
