/* What the finishing steps of a PDF do with qpdf's objects. A value that is handed on is not the
 * caller's any more: qpdf keeps each handle until it is told. */
#ifndef MKB_OUTPUT_PDF_OBJECTS_H
#define MKB_OUTPUT_PDF_OBJECTS_H

#include "output/qpdf_late.h"

#include <glib.h>

/* Sets a key. Takes the value. */
void set_value(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, qpdf_oh value);
void set_name(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name);
void set_integer(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, guint value);
/* Sets a key to what is written in PDF's syntax, without references. */
void set_parsed(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *value);
/* Sets a key to a text string; the text is UTF-8. */
void set_text(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *text);
gboolean is_named(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name);
/* The dictionary under a key; a new one is put there where there is none. */
qpdf_oh dictionary_in(qpdf_data pdf, qpdf_oh dictionary, const gchar *key);

/* Adds to an array. Takes the item. */
void append_value(qpdf_data pdf, qpdf_oh array, qpdf_oh item);

/* Makes it an object of its own in the file, and gives a reference to that. Takes the object. */
qpdf_oh new_indirect(qpdf_data pdf, qpdf_oh object);

/* A new indirect stream of these bytes. */
qpdf_oh new_stream(qpdf_data pdf, const guint8 *data, gsize length);

/* A function to be called for each entry of a dictionary. */
typedef void (*EntryVisitor)(qpdf_data pdf, qpdf_oh value, gpointer data);
/* Nothing where it is no dictionary. */
void visit_entries(qpdf_data pdf, qpdf_oh dictionary, EntryVisitor visit, gpointer data);

/* What a page, or a form on it, is drawn with: images and forms (streams), and what is in these. */
void visit_objects(qpdf_data pdf, qpdf_oh page, EntryVisitor visit, gpointer data);

#endif
