/* Files that are written into the text itself: data:image/png;base64,… (RFC 2397). */
#ifndef MKB_SOURCE_DATA_ADDRESS_H
#define MKB_SOURCE_DATA_ADDRESS_H

#include "base/diag.h"
#include "source/image.h"

gboolean is_data_address(const gchar *path);

/* Whether the type that it names is CSV. */
gboolean data_address_is_csv(const gchar *path);

/* The bytes, and for messages "data:image/png". Only base64 is read. NULL after reporting at
 * `where`. (transfer full) */
GBytes *data_address_read(const gchar *address, gchar **type, Span where, Diagnostics *sink);

/* The address of some bytes, and of an image's file. (transfer full) */
gchar *data_address_new(const gchar *type, GBytes *bytes);
gchar *data_address_of_image(const Image *image);

#endif
