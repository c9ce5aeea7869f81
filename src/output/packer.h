/* Streams packed for a PDF, one after the other, in memory that is taken once. */
#ifndef MKB_OUTPUT_PACKER_H
#define MKB_OUTPUT_PACKER_H

#include "output/pdf_objects.h"

typedef struct Packer Packer;

Packer *packer_new(void);
void packer_free(Packer *packer);

/* Gives a stream these bytes, as /FlateDecode (ISO 32000-1 7.4.4). */
void packer_fill(Packer *packer, qpdf_data pdf, qpdf_oh stream, const guint8 *data, gsize length);

/* A new indirect stream of these bytes, likewise. */
qpdf_oh packed_stream(Packer *packer, qpdf_data pdf, const guint8 *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Packer, packer_free)

#endif
