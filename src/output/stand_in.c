#include "output/stand_in.h"

#include "layout/cff.h"
#include "layout/font.h"

#include <string.h>

/* Of CharStrings (Adobe Technical Note 5177, appendix A). */
enum {
    OP_VMOVETO = 4,
    OP_RLINETO = 5,
    OP_ENDCHAR = 14,
    OP_RMOVETO = 21,
    OP_HMOVETO = 22,
    NUMBER_SHORT = 28, /* and two bytes */
};

#define EM 1000
/* Boxes begin a quarter of an em from the origin at most, and the number of a font is two digits to
 * this base. */
#define BASE 256

/* What a box says. */
typedef struct {
    guint file, glyph;
} Sign;

typedef struct {
    GBytes *font; /* what Cairo gets */
    Cff cff;      /* the outlines; no glyphs where Cairo has them itself */
} StandIn;

struct StandIns {
    GArray *all; /* StandIn */
};

/* ---- the boxes ---- */

/* Two points make a box for whoever asks only for its extents. */
#define BOX_LENGTH 15
#define BLANK_LENGTH 8
#define LONGEST BOX_LENGTH

static guint8 *put_pair(guint8 *at, guint x, guint y, guint8 operator)
{
    const guint8 pair[] = {NUMBER_SHORT, (guint8) (x >> 8), (guint8) x, NUMBER_SHORT,
                           (guint8) (y >> 8), (guint8) y, operator};

    memcpy(at, pair, sizeof pair);
    return at + sizeof pair;
}

static gboolean pair_at(const guint8 *at, guint8 operator, guint * x, guint *y)
{
    *x = (guint) at[1] << 8 | at[2];
    *y = (guint) at[4] << 8 | at[5];
    return at[0] == NUMBER_SHORT && at[3] == NUMBER_SHORT && at[6] == operator;
}

/* A glyph that is blank stays so, since Cairo leaves text out that nothing is seen of. */
static gsize sign_write(Sign sign, gboolean blank, guint8 *out)
{
    guint8 *at = out;

    if (blank) {
        at = put_pair(at, sign.file, sign.glyph, OP_RMOVETO);
    } else {
        at = put_pair(at, sign.glyph / BASE, sign.glyph % BASE, OP_RMOVETO);
        at = put_pair(at, EM + sign.file / BASE, EM + sign.file % BASE, OP_RLINETO);
    }
    *at++ = OP_ENDCHAR;
    return (gsize) (at - out);
}

static gboolean sign_read(CffBytes box, Sign *sign)
{
    guint high, low;

    if (box.length == BLANK_LENGTH)
        return pair_at(box.data, OP_RMOVETO, &sign->file, &sign->glyph) &&
               box.data[BLANK_LENGTH - 1] == OP_ENDCHAR;
    if (box.length != BOX_LENGTH || !pair_at(box.data, OP_RMOVETO, &high, &low) || high >= BASE ||
        low >= BASE)
        return FALSE;
    sign->glyph = high * BASE + low;
    if (!pair_at(box.data + 7, OP_RLINETO, &high, &low) || high < EM || low < EM ||
        low - EM >= BASE)
        return FALSE;
    sign->file = (high - EM) * BASE + low - EM;
    return box.data[BOX_LENGTH - 1] == OP_ENDCHAR;
}

static gsize number_length(guint8 first)
{
    if (first == NUMBER_SHORT)
        return 3;
    if (first == 255)
        return 5;
    return first >= 247 ? 2 : first >= 32 ? 1 : 0;
}

/* TRUE where an outline only moves: a glyph that has no ink. One with four numbers at its end is
 * made of two others (appendix C). */
static gboolean is_blank(CffBytes outline)
{
    guint numbers = 0;

    for (gsize at = 0; at < outline.length;) {
        guint8 first = outline.data[at];
        gsize length = number_length(first);
        if (first == OP_ENDCHAR)
            return numbers < 4;
        if (length == 0 && first != OP_RMOVETO && first != OP_HMOVETO && first != OP_VMOVETO)
            return FALSE;
        numbers = length > 0 ? numbers + 1 : 0;
        at += length > 0 ? length : 1;
    }
    return FALSE;
}

/* ---- fonts with boxes ---- */

static guint32 number_at(const guint8 *at)
{
    return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* A table of an OpenType file: its record has a tag, a checksum, where it begins, and its length.
 * NULL where there is none, or no such room in the file. */
static const guint8 *find_table(CffBytes font, const gchar *tag, CffBytes *table)
{
    const gsize head = 12, record = 16;
    gsize count = font.length < head ? 0 : (gsize) font.data[4] << 8 | font.data[5];

    if (count > (font.length - MIN(head, font.length)) / record)
        return NULL;
    for (const guint8 *at = font.data + head; count > 0; count--, at += record) {
        gsize offset = number_at(at + 8), length = number_at(at + 12);
        if (memcmp(at, tag, 4) != 0)
            continue;
        if (offset > font.length || length > font.length - offset)
            return NULL;
        *table = (CffBytes){font.data + offset, length};
        return at;
    }
    return NULL;
}

/* All boxes of a font, one behind the other. FALSE where an outline cannot be read. */
static gboolean draw_boxes(const Cff *cff, guint file, guint8 *room, CffBytes *boxes)
{
    CffBytes outline;

    for (guint i = 0; i < cff->glyphs.count; i++) {
        if (!cff_glyph(cff, i, &outline))
            return FALSE;
        boxes[i] = (CffBytes){room, sign_write((Sign){file, i}, is_blank(outline), room)};
        room += boxes[i].length;
    }
    return TRUE;
}

static GByteArray *with_boxes(const Cff *cff, guint file)
{
    g_autofree guint8 *room = g_malloc_n(cff->glyphs.count, LONGEST);
    g_autofree CffBytes *boxes = g_new(CffBytes, cff->glyphs.count);

    return draw_boxes(cff, file, room, boxes) ? cff_with_outlines(cff, boxes) : NULL;
}

/* The file with another table at the same place, which has room for it. */
static GBytes *with_table(CffBytes font, gsize record, gsize at, const GByteArray *table)
{
    guint8 *copy = g_memdup2(font.data, font.length);

    memcpy(copy + at, table->data, table->len);
    for (guint i = 0; i < 4; i++)
        copy[record + 12 + i] = (guint8) (table->len >> (24 - 8 * i));
    return g_bytes_new_take(copy, font.length);
}

static StandIn stand_in_for(const FontFile *file, guint number)
{
    CffBytes font, table;
    StandIn stand_in = {0};

    font.data = g_bytes_get_data(file->bytes, &font.length);
    const guint8 *record = find_table(font, "CFF ", &table);
    if (record && number < BASE * BASE && cff_read(&stand_in.cff, table.data, table.length)) {
        g_autoptr(GByteArray) boxes = with_boxes(&stand_in.cff, number);
        if (boxes && boxes->len <= table.length)
            stand_in.font = with_table(font, (gsize) (record - font.data),
                                       (gsize) (table.data - font.data), boxes);
    }
    if (!stand_in.font) {
        stand_in.font = g_bytes_ref(file->bytes);
        stand_in.cff.glyphs.count = 0;
    }
    return stand_in;
}

static void stand_in_clear(gpointer data)
{
    StandIn *stand_in = data;

    g_bytes_unref(stand_in->font);
}

StandIns *stand_ins_new(const GPtrArray *files)
{
    StandIns *stand_ins = g_new0(StandIns, 1);

    stand_ins->all = g_array_new(FALSE, FALSE, sizeof(StandIn));
    g_array_set_clear_func(stand_ins->all, stand_in_clear);
    for (guint i = 0; i < files->len; i++) {
        StandIn stand_in = stand_in_for(files->pdata[i], i);
        g_array_append_val(stand_ins->all, stand_in);
    }
    return stand_ins;
}

void stand_ins_free(StandIns *stand_ins)
{
    g_array_unref(stand_ins->all);
    g_free(stand_ins);
}

GBytes *stand_ins_font(const StandIns *stand_ins, guint file)
{
    return g_array_index(stand_ins->all, StandIn, file).font;
}

/* ---- back again ---- */

/* The outline that a box stands for. */
static gboolean look_up(const StandIns *stand_ins, CffBytes box, CffBytes *outline)
{
    Sign sign;

    return sign_read(box, &sign) && sign.file < stand_ins->all->len &&
           cff_glyph(&g_array_index(stand_ins->all, StandIn, sign.file).cff, sign.glyph, outline);
}

gboolean stand_ins_restore(const StandIns *stand_ins, const guint8 *data, gsize length,
                           GByteArray **restored)
{
    Cff cff;
    CffBytes box;
    guint found = 0;

    *restored = NULL;
    if (!cff_read(&cff, data, length))
        return FALSE;
    g_autofree CffBytes *outlines = g_new(CffBytes, cff.glyphs.count);
    for (guint i = 0; i < cff.glyphs.count; i++)
        if (cff_glyph(&cff, i, &box) && look_up(stand_ins, box, &outlines[i]))
            found++;
    if (found == 0)
        return TRUE;
    if (found == cff.glyphs.count)
        *restored = cff_with_outlines(&cff, outlines);
    return *restored != NULL;
}
