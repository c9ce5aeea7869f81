#include "output/packer.h"

#include <libdeflate.h>

/* zlib's own when it is not told another: more makes the content of pages no smaller. */
#define LEVEL 6

struct Packer {
    struct libdeflate_compressor *compressor;
    GByteArray *room;
};

Packer *packer_new(void)
{
    Packer *packer = g_new0(Packer, 1);

    packer->compressor = libdeflate_alloc_compressor(LEVEL);
    packer->room = g_byte_array_new();
    return packer;
}

void packer_free(Packer *packer)
{
    libdeflate_free_compressor(packer->compressor);
    g_byte_array_unref(packer->room);
    g_free(packer);
}

void packer_fill(Packer *packer, qpdf_data pdf, qpdf_oh stream, const guint8 *data, gsize length)
{
    gsize room = libdeflate_zlib_compress_bound(packer->compressor, length);

    if (packer->room->len < room)
        g_byte_array_set_size(packer->room, (guint) room);
    gsize packed =
        libdeflate_zlib_compress(packer->compressor, data, length, packer->room->data, room);
    qpdf_oh filter = qpdf_oh_new_name(pdf, "/FlateDecode"), null = qpdf_oh_new_null(pdf);
    qpdf_oh_replace_stream_data(pdf, stream, packer->room->data, packed, filter, null);
    qpdf_oh_release(pdf, filter);
    qpdf_oh_release(pdf, null);
}

qpdf_oh packed_stream(Packer *packer, qpdf_data pdf, const guint8 *data, gsize length)
{
    qpdf_oh stream = qpdf_oh_new_stream(pdf);

    packer_fill(packer, pdf, stream, data, length);
    return stream;
}
