#include "output/srgb.h"

#include <string.h>

/* Numbers are most significant byte first (ISO 15076-1 7.1). */
static void put_u32(GByteArray *out, guint32 value)
{
    guint32 bytes = GUINT32_TO_BE(value);

    g_byte_array_append(out, (const guint8 *) &bytes, sizeof bytes);
}

static void put_u16(GByteArray *out, guint16 value)
{
    guint16 bytes = GUINT16_TO_BE(value);

    g_byte_array_append(out, (const guint8 *) &bytes, sizeof bytes);
}

static void put_tag(GByteArray *out, const gchar *four)
{
    g_byte_array_append(out, (const guint8 *) four, 4);
}

static void put_zeros(GByteArray *out, guint count)
{
    for (guint i = 0; i < count; i++)
        put_u32(out, 0);
}

/* ---- types of elements (ISO 15076-1 10) ---- */

/* multiLocalizedUnicodeType, of one text */
static void put_text(GByteArray *out, const gchar *ascii)
{
    put_tag(out, "mluc");
    put_u32(out, 0);
    put_u32(out, 1);
    put_u32(out, 12); /* bytes of a record */
    put_tag(out, "enUS");
    put_u32(out, 2 * (guint32) strlen(ascii));
    put_u32(out, 28); /* where the text begins */
    for (; *ascii; ascii++)
        put_u16(out, (guint8) *ascii);
}

/* The values are s15Fixed16Number: of 1/65536. */
static void put_array(GByteArray *out, const gchar *type, const gint32 *values, guint count)
{
    put_tag(out, type);
    put_u32(out, 0);
    for (guint i = 0; i < count; i++)
        put_u32(out, (guint32) values[i]);
}

/* parametricCurveType of function 3: 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045 (IEC 61966-2-1
 * 5.2), in 1/65536 */
static void put_curve(GByteArray *out)
{
    static const guint32 values[] = {157286, 62119, 3417, 5072, 2651};

    put_tag(out, "para");
    put_u32(out, 0);
    put_u16(out, 3);
    put_u16(out, 0);
    for (guint i = 0; i < G_N_ELEMENTS(values); i++)
        put_u32(out, values[i]);
}

/* ---- colours, X Y Z in 1/65536 ---- */

/* D50, the white of the profile connection space. */
static const gint32 white[] = {63190, 65536, 54061};

/* From D65, the white of a screen, to D50: the linearized Bradford transform (ISO 15076-1 annex E),
 * for (0.3127, 0.3290). */
static const gint32 adaptation[] = {68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262};

/* Red, green and blue of ITU-R BT.709, by that transform. Together they make white, so the last
 * digit is rounded that way. */
static const gint32 primaries[3][3] = {
    {28576, 14581, 912}, {25239, 46983, 6361}, {9375, 3972, 46788}};

/* ---- the profile ---- */

typedef enum { DESCRIPTION, COPYRIGHT, WHITE, ADAPTATION, RED, GREEN, BLUE, CURVE, ELEMENTS } Kind;

static void put_element(GByteArray *out, Kind kind)
{
    switch (kind) {
    case DESCRIPTION:
        put_text(out, "sRGB IEC61966-2.1");
        break;
    case COPYRIGHT:
        put_text(out, "No copyright, use freely");
        break;
    case WHITE:
        put_array(out, "XYZ ", white, 3);
        break;
    case ADAPTATION:
        put_array(out, "sf32", adaptation, G_N_ELEMENTS(adaptation));
        break;
    case RED:
    case GREEN:
    case BLUE:
        put_array(out, "XYZ ", primaries[kind - RED], 3);
        break;
    default:
        put_curve(out);
    }
    while (out->len % 4)
        g_byte_array_append(out, (const guint8 *) "", 1);
}

/* ISO 15076-1 7.2 */
static void put_header(GByteArray *out, guint32 size)
{
    put_u32(out, size);
    put_u32(out, 0);          /* no preferred module */
    put_u32(out, 0x04200000); /* version 4.2 */
    put_tag(out, "mntr");
    put_tag(out, "RGB ");
    put_tag(out, "XYZ ");
    for (guint i = 0; i < 6; i++)
        put_u16(out, (const guint16[]){1999, 10, 18, 0, 0, 0}[i]); /* of IEC 61966-2-1 */
    put_tag(out, "acsp");
    put_zeros(out, 6); /* platform, flags, device, attributes */
    put_u32(out, 0);   /* perceptual */
    for (guint i = 0; i < 3; i++)
        put_u32(out, (guint32) white[i]);
    put_zeros(out, 12); /* creator, no identity, reserved */
}

GByteArray *srgb_profile(void)
{
    static const struct {
        const gchar *tag;
        Kind kind;
    } tags[] = {{"desc", DESCRIPTION}, {"cprt", COPYRIGHT}, {"wtpt", WHITE}, {"chad", ADAPTATION},
                {"rXYZ", RED},         {"gXYZ", GREEN},     {"bXYZ", BLUE},  {"rTRC", CURVE},
                {"gTRC", CURVE},       {"bTRC", CURVE}};
    guint32 start = 128 + 4 + 12 * G_N_ELEMENTS(tags), from[ELEMENTS], length[ELEMENTS];
    g_autoptr(GByteArray) elements = g_byte_array_new();
    GByteArray *out = g_byte_array_new();

    for (guint kind = 0; kind < ELEMENTS; kind++) {
        guint before = elements->len;
        put_element(elements, kind);
        from[kind] = start + before;
        length[kind] = elements->len - before;
    }
    put_header(out, start + elements->len);
    put_u32(out, G_N_ELEMENTS(tags));
    for (guint i = 0; i < G_N_ELEMENTS(tags); i++) {
        put_tag(out, tags[i].tag);
        put_u32(out, from[tags[i].kind]);
        put_u32(out, length[tags[i].kind]);
    }
    g_byte_array_append(out, elements->data, elements->len);
    return out;
}
