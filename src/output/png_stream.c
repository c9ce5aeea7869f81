#include "output/png_stream.h"

#include <string.h>

#define SIGNATURE 8 /* bytes of a PNG before its chunks */

/* Start of image; a comment that no other file has. */
static const guint8 mark[] = {0xFF, 0xD8, 0xFF, 0xFE, 0,   17,  'm', 'k', 'b', 'u', 'l',
                              'l',  'e',  't',  'i',  'n', ' ', 'P', 'N', 'G', 0};

/* Start of frame (ITU-T T.81 B.2.2): 8 bits, height, width, so many colours of three bytes each. */
enum { FRAME_WIDTH = 7, FRAME_COLOURS = 9, FRAME = 10, FRAME_OF_COLOUR = 3 };

/* IHDR (ISO/IEC 15948 11.2.2). */
enum { HEAD_DEPTH = 8, HEAD_KIND = 9, HEAD_INTERLACED = 12, HEAD = 13 };

static guint32 number(const guint8 *at)
{
    return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* Grey or red, green and blue, a byte each, row by row. */
static gboolean can_pass(const guint8 *head)
{
    return head[HEAD_DEPTH] == 8 && (head[HEAD_KIND] == 0 || head[HEAD_KIND] == 2) &&
           head[HEAD_INTERLACED] == 0;
}

/* image_read() lets no image in that is too large for a JPEG. */
static void append_frame(GByteArray *out, const guint8 *head)
{
    guint8 colours = head[HEAD_KIND] == 0 ? 1 : 3;
    const guint8 frame[FRAME] = {
        0xFF,    0xC0,    0,      (guint8) (8 + FRAME_OF_COLOUR * colours), 8, head[6], head[7],
        head[2], head[3], colours};

    g_byte_array_append(out, frame, FRAME);
    for (guint8 i = 1; i <= colours; i++)
        g_byte_array_append(out, (const guint8[]){i, 0x11, 0}, FRAME_OF_COLOUR);
}

/* FALSE at a chunk that keeps the pixels from being taken as they are. */
static gboolean append_chunk(GByteArray *out, const guint8 *kind, const guint8 *data, guint length)
{
    if (memcmp(kind, "IHDR", 4) == 0) {
        if (length != HEAD || !can_pass(data))
            return FALSE;
        append_frame(out, data);
    } else if (memcmp(kind, "IDAT", 4) == 0) {
        g_byte_array_append(out, data, length);
    }
    return memcmp(kind, "tRNS", 4) != 0;
}

GBytes *png_wrapped(const Image *image)
{
    gsize left;
    const guint8 *at = g_bytes_get_data(image->bytes, &left);
    g_autoptr(GByteArray) out = g_byte_array_new();

    if (image->kind != IMAGE_PNG || image->transparent || left < SIGNATURE)
        return NULL;
    g_byte_array_append(out, mark, sizeof mark);
    /* A chunk: length, kind, data, checksum. image_read() has been through all of them. */
    for (at += SIGNATURE, left -= SIGNATURE; left >= 12; at += 12 + number(at)) {
        if (number(at) > left - 12 || !append_chunk(out, at + 4, at + 8, number(at)))
            return NULL;
        left -= 12 + number(at);
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

gboolean png_unwrap(const guint8 *data, gsize length, PngStream *png)
{
    const guint8 *frame = data + sizeof mark;

    if (length < sizeof mark + FRAME || memcmp(data, mark, sizeof mark) != 0)
        return FALSE;
    png->columns = (guint) frame[FRAME_WIDTH] << 8 | frame[FRAME_WIDTH + 1];
    png->colours = frame[FRAME_COLOURS];
    png->pixels = frame + FRAME + FRAME_OF_COLOUR * png->colours;
    png->length = length - (gsize) (png->pixels - data);
    return TRUE;
}
