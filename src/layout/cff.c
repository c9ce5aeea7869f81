#include "layout/cff.h"

/* Operators of DICTs; those of two bytes begin with 12 (tables 9, 10 and 23). */
enum {
    OP_CHARSET = 15,
    OP_ENCODING = 16,
    OP_CHARSTRINGS = 17,
    OP_PRIVATE = 18,
    OP_SUBRS = 19,
    OP_ESCAPE = 12,
    OP_FD_ARRAY = OP_ESCAPE << 8 | 36,
    OP_FD_SELECT = OP_ESCAPE << 8 | 37,
};

/* The first byte of numbers (table 3). */
enum { NUMBER_SHORT = 28, NUMBER_LONG = 29, NUMBER_REAL = 30 };

static guint32 number_at(const guint8 *at, guint size)
{
    guint32 number = 0;

    for (guint i = 0; i < size; i++)
        number = number << 8 | at[i];
    return number;
}

static void put_number(guint8 *at, guint size, guint32 number)
{
    for (guint i = size; i > 0; i--, number >>= 8)
        at[i - 1] = (guint8) number;
}

/* Where an object ends: as its offset says, counted from the byte before the first. */
static gsize end_of(const CffIndex *index, guint i)
{
    return number_at(index->offsets + (gsize) i * index->size, index->size);
}

static gboolean index_read(CffBytes all, gsize at, CffIndex *index)
{
    *index = (CffIndex){.begin = at, .end = at + 2};
    if (at > all.length || all.length - at < 2)
        return FALSE;
    index->count = number_at(all.data + at, 2);
    if (index->count == 0)
        return TRUE;
    if (all.length - at < 3)
        return FALSE;
    index->size = all.data[at + 2];
    gsize room = all.length - at - 3, offsets = ((gsize) index->count + 1) * index->size;
    if (index->size < 1 || index->size > 4 || offsets > room)
        return FALSE;
    index->offsets = all.data + at + 3;
    index->objects.data = index->offsets + offsets;
    gsize end = end_of(index, index->count);
    if (end < 1 || end - 1 > room - offsets)
        return FALSE;
    index->objects.length = end - 1;
    index->end = at + 3 + offsets + index->objects.length;
    return TRUE;
}

static gboolean index_item(const CffIndex *index, guint i, CffBytes *item)
{
    if (i >= index->count)
        return FALSE;
    gsize begin = end_of(index, i), end = end_of(index, i + 1);
    if (begin < 1 || begin > end || end - 1 > index->objects.length)
        return FALSE;
    *item = (CffBytes){index->objects.data + begin - 1, end - begin};
    return TRUE;
}

/* An entry of a DICT (section 4): numbers, then what they are. */
typedef struct {
    guint operator;
    gsize first, last; /* where the first number and the last begin */
    gsize end;
} Entry;

/* 0 for what is no number or is cut off. */
static gsize number_length(CffBytes dict, gsize at)
{
    guint8 first = dict.data[at];
    gsize end = at + 1;

    if (first == NUMBER_REAL)
        while (end < dict.length && (dict.data[end++] & 0x0F) != 0x0F) {
        }
    else if (first == NUMBER_SHORT || first == NUMBER_LONG)
        end = first == NUMBER_SHORT ? at + 3 : at + 5;
    else if (first >= 247 && first <= 254)
        end = at + 2;
    else if (first < 32 || first == 255)
        return 0;
    return end <= dict.length ? end - at : 0;
}

static gboolean dict_next(CffBytes dict, gsize at, Entry *entry)
{
    entry->first = entry->last = at;
    for (; at < dict.length && dict.data[at] > 21; at += number_length(dict, entry->last)) {
        entry->last = at;
        if (number_length(dict, at) == 0)
            return FALSE;
    }
    if (at >= dict.length)
        return FALSE;
    entry->operator= dict.data[at++];
    if (entry->operator== OP_ESCAPE) {
        if (at >= dict.length)
            return FALSE;
        entry->operator= OP_ESCAPE << 8 | dict.data[at++];
    }
    entry->end = at;
    return TRUE;
}

/* FALSE too where it is no integer of 0 or more. */
static gboolean integer_at(CffBytes dict, gsize at, gsize *value)
{
    guint8 first = dict.data[at];
    gint32 number = -1;

    if (number_length(dict, at) == 0 || first == NUMBER_REAL)
        return FALSE;
    if (first == NUMBER_SHORT)
        number = (gint16) number_at(dict.data + at + 1, 2);
    else if (first == NUMBER_LONG)
        number = (gint32) number_at(dict.data + at + 1, 4);
    else if (first < 247)
        number = first - 139;
    else if (first < 251)
        number = (first - 247) * 256 + dict.data[at + 1] + 108;
    *value = (gsize) MAX(number, 0);
    return number >= 0;
}

static gboolean dict_find(CffBytes dict, guint operator, Entry * entry)
{
    for (gsize at = 0; dict_next(dict, at, entry); at = entry->end)
        if (entry->operator== operator)
            return entry->last < entry->end - 1;
    return FALSE;
}

/* ---- reading ---- */

gboolean cff_read(Cff *cff, const guint8 *data, gsize length)
{
    const CffBytes all = {data, length};
    CffIndex names, tops;
    CffBytes top;
    Entry entry;
    gsize glyphs;

    /* The header (section 6): major version, minor, its size, the size of offsets. */
    if (length < 4 || data[0] != 1 || !index_read(all, data[2], &names) ||
        !index_read(all, names.end, &tops) || !index_item(&tops, 0, &top))
        return FALSE;
    cff->all = all;
    cff->top = (gsize) (top.data - data);
    cff->top_end = cff->top + top.length;
    return dict_find(top, OP_CHARSTRINGS, &entry) && integer_at(top, entry.last, &glyphs) &&
           glyphs >= cff->top_end && index_read(all, glyphs, &cff->glyphs) && cff->glyphs.count > 0;
}

gboolean cff_glyph(const Cff *cff, guint glyph, CffBytes *outline)
{
    return index_item(&cff->glyphs, glyph, outline);
}

/* ---- outlines ---- */

/* Operators of CharStrings (Adobe Technical Note 5177, appendix A). */
enum {
    DRAW_HSTEM = 1,
    DRAW_VSTEM = 3,
    DRAW_VMOVETO = 4,
    DRAW_RLINETO = 5,
    DRAW_HLINETO = 6,
    DRAW_VLINETO = 7,
    DRAW_RRCURVETO = 8,
    DRAW_HSTEMHM = 18,
    DRAW_HINTMASK = 19,
    DRAW_CNTRMASK = 20,
    DRAW_RMOVETO = 21,
    DRAW_HMOVETO = 22,
    DRAW_VSTEMHM = 23,
    DRAW_RCURVELINE = 24,
    DRAW_RLINECURVE = 25,
    DRAW_VVCURVETO = 26,
    DRAW_HHCURVETO = 27,
    DRAW_VHCURVETO = 30,
    DRAW_HVCURVETO = 31,
};

/* An outline as it is read: of the numbers before an operator no more is kept than which are 0. */
typedef struct {
    CffBytes left;
    guint count;         /* of numbers */
    gboolean is_some[4]; /* of the first ones: not 0 */
    guint hints;         /* stems declared */
    gboolean moved;
} Stroke;

static void skip(CffBytes *bytes, gsize length)
{
    bytes->data += MIN(length, bytes->length);
    bytes->length -= MIN(length, bytes->length);
}

/* Numbers are those of a DICT, but for 255, which four bytes follow. FALSE for an operator. */
static gboolean take_number(Stroke *stroke)
{
    const guint8 *at = stroke->left.data;
    guint8 first = *at;
    gsize length = first == NUMBER_SHORT ? 3 : first == 255 ? 5 : first >= 247 ? 2 : 1;

    if ((first < 32 && first != NUMBER_SHORT) || stroke->left.length < length)
        return FALSE;
    if (stroke->count < G_N_ELEMENTS(stroke->is_some))
        stroke->is_some[stroke->count] =
            length == 1 ? first != 139 : length == 2 || number_at(at + 1, (guint) length - 1) != 0;
    stroke->count++;
    skip(&stroke->left, length);
    return TRUE;
}

/* Stems and moves come first. FALSE for what is neither. */
static gboolean take_start(Stroke *stroke)
{
    guint8 operator= * stroke->left.data;

    switch (operator) {
    case DRAW_HSTEM:
    case DRAW_VSTEM:
    case DRAW_HSTEMHM:
    case DRAW_VSTEMHM:
    case DRAW_HINTMASK: /* may declare stems of its own */
    case DRAW_CNTRMASK:
        stroke->hints += stroke->count / 2;
        break;
    case DRAW_RMOVETO:
    case DRAW_HMOVETO:
    case DRAW_VMOVETO:
        stroke->moved = TRUE;
        break;
    default:
        return FALSE;
    }
    stroke->count = 0;
    skip(&stroke->left, 1);
    if (operator== DRAW_HINTMASK || operator== DRAW_CNTRMASK)
        skip(&stroke->left, (stroke->hints + 7) / 8);
    return TRUE;
}

/* Where the numbers of a stroke stand that say how far it goes in one direction and in the other.
 */
static gboolean goes_both_ways(const Stroke *stroke)
{
    switch (*stroke->left.data) {
    case DRAW_RLINETO: /* dx dy … */
    case DRAW_RRCURVETO:
    case DRAW_RCURVELINE:
    case DRAW_RLINECURVE:
    case DRAW_HLINETO: /* across, up … */
    case DRAW_VLINETO:
        return stroke->count >= 2 && stroke->is_some[0] && stroke->is_some[1];
    case DRAW_HHCURVETO: /* dx, then the dx and dy of its middle; or dy dx at its begin */
    case DRAW_VVCURVETO:
        return stroke->count >= 4 && stroke->is_some[0] && stroke->is_some[1];
    case DRAW_HVCURVETO: /* begins in one direction and ends in the other */
    case DRAW_VHCURVETO:
        return stroke->count >= 4 && stroke->is_some[0] && stroke->is_some[3];
    }
    return FALSE;
}

gboolean cff_outline_has_ink(CffBytes outline)
{
    Stroke stroke = {.left = outline};

    while (stroke.left.length > 0)
        if (!take_number(&stroke) && !take_start(&stroke))
            return stroke.moved && goes_both_ways(&stroke);
    return FALSE;
}

/* ---- writing ---- */

static void append_number(GByteArray *out, guint size, guint32 number)
{
    guint8 bytes[4];

    put_number(bytes, size, number);
    g_byte_array_append(out, bytes, size);
}

static void append_index(GByteArray *out, const CffBytes *items, guint count)
{
    gsize total = 1;
    guint size = 1;

    for (guint i = 0; i < count; i++)
        total += items[i].length;
    while (size < 4 && total >> (8 * size) != 0)
        size++;
    append_number(out, 2, count);
    append_number(out, 1, size);
    append_number(out, size, 1);
    total = 1;
    for (guint i = 0; i < count; i++)
        append_number(out, size, (guint32) (total += items[i].length));
    for (guint i = 0; i < count; i++)
        g_byte_array_append(out, items[i].data, (guint) items[i].length);
}

/* The program as it is being moved: what stood behind `old_end` stands `new_end - old_end` later.
 */
typedef struct {
    GByteArray *out;
    gsize begin, old_end, new_end; /* of the CharStrings INDEX */
} Move;

static CffBytes moved_bytes(const Move *move)
{
    return (CffBytes){move->out->data, move->out->len};
}

/* Where something stands now. FALSE for what cannot be: within the old outlines. */
static gboolean new_place(const Move *move, gsize *place)
{
    if (*place >= move->old_end)
        *place += move->new_end - move->old_end;
    else if (*place > move->begin)
        return FALSE;
    return TRUE;
}

/* Mends the offset that is the last number of an entry. An offset that changes needs five bytes,
 * as HarfBuzz and Cairo write them. */
static gboolean mend(const Move *move, gsize dict, const Entry *entry, gsize *place)
{
    const CffBytes all = moved_bytes(move);
    gsize at = dict + entry->last, old;

    if (!integer_at(all, at, &old))
        return FALSE;
    *place = old;
    if (!new_place(move, place))
        return FALSE;
    if (*place == old)
        return TRUE;
    if (all.data[at] != NUMBER_LONG)
        return FALSE;
    put_number(move->out->data + at + 1, 4, (guint32) *place);
    return TRUE;
}

/* Subroutines are found from their Private DICT, so the two may not be parted. */
static gboolean private_is_whole(const Move *move, gsize dict, const Entry *entry, gsize place)
{
    const CffBytes all = moved_bytes(move);
    gsize size;
    Entry subrs;

    if (!integer_at(all, dict + entry->first, &size) || place > all.length ||
        size > all.length - place)
        return FALSE;
    return place >= move->new_end ||
           !dict_find((CffBytes){all.data + place, size}, OP_SUBRS, &subrs);
}

static gboolean mend_fonts(const Move *move, gsize array);

static gboolean mend_entry(const Move *move, gsize dict, const Entry *entry)
{
    gsize place;

    switch (entry->operator) {
    case OP_PRIVATE:
        return mend(move, dict, entry, &place) && private_is_whole(move, dict, entry, place);
    case OP_FD_ARRAY:
        return mend(move, dict, entry, &place) && mend_fonts(move, place);
    case OP_CHARSET:
    case OP_ENCODING:
    case OP_FD_SELECT:
        return mend(move, dict, entry, &place);
    }
    return TRUE;
}

static gboolean mend_dict(const Move *move, gsize begin, gsize length, gboolean is_top)
{
    const CffBytes dict = {move->out->data + begin, length};
    Entry entry;

    for (gsize at = 0; at < length; at = entry.end) {
        if (!dict_next(dict, at, &entry))
            return FALSE;
        if ((is_top || entry.operator== OP_PRIVATE) && !mend_entry(move, begin, &entry))
            return FALSE;
    }
    return TRUE;
}

/* The Font DICTs of a CID-keyed program, each with a Private DICT of its own. */
static gboolean mend_fonts(const Move *move, gsize array)
{
    const CffBytes all = moved_bytes(move);
    CffIndex fonts;
    CffBytes font;

    if (!index_read(all, array, &fonts))
        return FALSE;
    for (guint i = 0; i < fonts.count; i++)
        if (!index_item(&fonts, i, &font) ||
            !mend_dict(move, (gsize) (font.data - all.data), font.length, FALSE))
            return FALSE;
    return TRUE;
}

GByteArray *cff_with_outlines(const Cff *cff, const CffBytes *outlines)
{
    g_autoptr(GByteArray) out = g_byte_array_sized_new((guint) cff->all.length);
    Move move = {out, cff->glyphs.begin, cff->glyphs.end, 0};

    g_byte_array_append(out, cff->all.data, (guint) move.begin);
    append_index(out, outlines, cff->glyphs.count);
    move.new_end = out->len;
    g_byte_array_append(out, cff->all.data + move.old_end,
                        (guint) (cff->all.length - move.old_end));
    if (!mend_dict(&move, cff->top, cff->top_end - cff->top, TRUE))
        return NULL;
    return g_steal_pointer(&out);
}
