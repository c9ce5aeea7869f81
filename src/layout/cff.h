/* A font program in the Compact Font Format (Adobe Technical Note 5176, "The Compact Font Format
 * Specification", 2003), as far as it takes to give it other outlines. All that is not an outline
 * stays as it stands. Every offset is checked: a program that is not sound is none. */
#ifndef MKB_LAYOUT_CFF_H
#define MKB_LAYOUT_CFF_H

#include <glib.h>

typedef struct {
    const guint8 *data;
    gsize length;
} CffBytes;

/* An INDEX (section 5): objects of any length, one behind the other. */
typedef struct {
    gsize begin, end;      /* in the program */
    guint count;           /* of objects */
    guint size;            /* of an offset, bytes */
    const guint8 *offsets; /* count + 1 of them, from the byte before the first object on */
    CffBytes objects;
} CffIndex;

typedef struct {
    CffBytes all;
    gsize top; /* where the Top DICT (section 9) begins */
    gsize top_end;
    CffIndex glyphs; /* the CharStrings INDEX (section 14) */
} Cff;

/* Borrows the data. FALSE for what is no program of this format with at least one glyph. */
gboolean cff_read(Cff *cff, const guint8 *data, gsize length);

/* The CharString (Adobe Technical Note 5177) of a glyph. FALSE where there is none, or an offset of
 * it is wrong. */
gboolean cff_glyph(const Cff *cff, guint glyph, CffBytes *outline);

/* TRUE where the first stroke of an outline says that it has ink: it goes both across and up. FALSE
 * says nothing: the outline is blank, or it takes more to tell. */
gboolean cff_outline_has_ink(CffBytes outline);

/* The same program with other CharStrings, as many as it has. NULL where what stands behind them
 * cannot be moved: an offset in the Top DICT (section 9) or in a Font DICT (section 18) has no
 * room. (transfer full) */
GByteArray *cff_with_outlines(const Cff *cff, const CffBytes *outlines);

#endif
