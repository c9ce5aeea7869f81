#include "source/exif.h"

#include <string.h>

enum { TAG_ORIENTATION = 0x0112, TAG_ACROSS = 0x011A, TAG_DOWN = 0x011B, TAG_UNIT = 0x0128 };
enum { TYPE_SHORT = 3, TYPE_RATIONAL = 5 };
enum { UNIT_INCH = 2, UNIT_CENTIMETRE = 3 };

#define ENTRY_BYTES 12

typedef struct {
    const guint8 *bytes;
    gsize length;
    gboolean big_endian;
} Tiff;

static guint32 number(const Tiff *tiff, gsize at, guint bytes)
{
    guint32 value = 0;
    for (guint i = 0; i < bytes; i++)
        value = value << 8 | tiff->bytes[tiff->big_endian ? at + i : at + bytes - 1 - i];
    return value;
}

/* A fraction in thousandths, or 0. */
static guint64 rational(const Tiff *tiff, gsize entry)
{
    gsize at = number(tiff, entry + 8, 4);
    if (number(tiff, entry + 2, 2) != TYPE_RATIONAL || at + 8 > tiff->length)
        return 0;
    guint32 below = number(tiff, at + 4, 4);
    return below > 0 ? (guint64) number(tiff, at, 4) * 1000 / below : 0;
}

static guint short_value(const Tiff *tiff, gsize entry)
{
    return number(tiff, entry + 2, 2) == TYPE_SHORT ? number(tiff, entry + 8, 2) : 0;
}

static void read_entry(const Tiff *tiff, gsize entry, Exif *exif, guint *unit)
{
    guint value = short_value(tiff, entry);
    switch (number(tiff, entry, 2)) {
    case TAG_ORIENTATION:
        exif->orientation = value >= 1 && value <= 8 ? value : 1;
        break;
    case TAG_ACROSS:
        exif->across = rational(tiff, entry);
        break;
    case TAG_DOWN:
        exif->down = rational(tiff, entry);
        break;
    case TAG_UNIT:
        *unit = value;
        break;
    default:
        break;
    }
}

static gboolean is_tiff(const guint8 *bytes, gsize length)
{
    return length >= 8 && (memcmp(bytes, "II*\0", 4) == 0 || memcmp(bytes, "MM\0*", 4) == 0);
}

Exif exif_read(const guint8 *bytes, gsize length)
{
    Exif exif = {1, 0, 0};
    guint unit = UNIT_INCH;
    if (!is_tiff(bytes, length))
        return exif;
    Tiff tiff = {bytes, length, *bytes == 'M'};
    gsize at = number(&tiff, 4, 4);
    if (at + 2 > length)
        return exif;
    guint count = number(&tiff, at, 2);
    for (at += 2; count > 0 && at + ENTRY_BYTES <= length; count--, at += ENTRY_BYTES)
        read_entry(&tiff, at, &exif, &unit);
    if (unit == UNIT_CENTIMETRE) {
        exif.across = exif.across * 254 / 100;
        exif.down = exif.down * 254 / 100;
    } else if (unit != UNIT_INCH) {
        exif.across = exif.down = 0;
    }
    return exif;
}
