/* Font programs of any bytes: no outline lies outside of them, and what is made of one with other
 * outlines is one again, and has these. */
#include "layout/cff.h"
#include "fuzz.h"

/* An outline of its own for each glyph, of 0 to 299 bytes. */
static CffBytes other_outline(const guint8 *room, guint glyph)
{
    return (CffBytes){room, glyph * 37 % 300};
}

static void exchange(const Cff *cff)
{
    static const guint8 room[300];
    g_autofree CffBytes *others = g_new(CffBytes, cff->glyphs.count);
    CffBytes outline;
    Cff exchanged;

    for (guint i = 0; i < cff->glyphs.count; i++)
        others[i] = other_outline(room, i);
    g_autoptr(GByteArray) bytes = cff_with_outlines(cff, others);
    if (!bytes)
        return;
    g_assert_true(cff_read(&exchanged, bytes->data, bytes->len));
    g_assert_cmpuint(exchanged.glyphs.count, ==, cff->glyphs.count);
    for (guint i = 0; i < cff->glyphs.count; i++) {
        g_assert_true(cff_glyph(&exchanged, i, &outline));
        g_assert_cmpuint(outline.length, ==, others[i].length);
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    CffBytes outline;
    Cff cff;

    if (!cff_read(&cff, data, size))
        return 0;
    for (guint i = 0; i < cff.glyphs.count; i++)
        if (cff_glyph(&cff, i, &outline)) {
            cff_outline_has_ink(outline);
            g_assert_true(outline.data >= data && outline.data <= data + size &&
                          outline.length <= (gsize) (data + size - outline.data));
        }
    exchange(&cff);
    return 0;
}
