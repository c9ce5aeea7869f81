/* Font programs in CFF: outlines are exchanged, what stands behind them is found again, and no byte
 * that is wrong leads out of the program. */
#include "layout/cff.h"

#include <hb-ot.h>
#include <string.h>

/* Writes a program as the sections of Technical Note 5176 have it: header, Name, Top DICT, String
 * and Global Subr INDEX, CharStrings, and behind these a charset, a Private DICT with a subroutine,
 * and of a CID-keyed one FDSelect and FDArray. */

static void add(GByteArray *out, const gchar *bytes, guint length)
{
    g_byte_array_append(out, (const guint8 *) bytes, length);
}

#define ADD(out, literal) add(out, literal, sizeof literal - 1)

static void add_long(GByteArray *out, guint number)
{
    const guint8 bytes[] = {29, (guint8) (number >> 24), (guint8) (number >> 16),
                            (guint8) (number >> 8), (guint8) number};

    g_byte_array_append(out, bytes, sizeof bytes);
}

#define GLYPHS 3
static const gchar *const outlines[GLYPHS] = {"\x0e", "\x8b\x8b\x15\x0e", "\xef\x06\x0e"};

typedef struct {
    guint charset, glyphs, private, select, array;
} Places;

/* With `bias` added to what the Top DICT says of places. */
static GByteArray *program_at(const Places *places, gboolean cid, Places *really)
{
    GByteArray *out = g_byte_array_new();

    ADD(out, "\1\0\4\1");
    ADD(out, "\0\1\1\1\2N");
    g_byte_array_append(out, (const guint8 *) "\0\1\1\1", 4);
    guint length_at = out->len;
    ADD(out, "\0");
    if (cid)
        ADD(out, "\x8b\x8b\x8b\x0c\x1e"); /* ROS */
    add_long(out, places->charset), ADD(out, "\x0f");
    add_long(out, places->glyphs), ADD(out, "\x11");
    if (cid) {
        add_long(out, places->select), ADD(out, "\x0c\x25");
        add_long(out, places->array), ADD(out, "\x0c\x24");
    } else {
        ADD(out, "\x1e\xe1\xa2\x5f\x0c\x02"); /* ItalicAngle -1.25 */
        ADD(out, "\x8e");                     /* 3 */
        add_long(out, places->private), ADD(out, "\x12");
    }
    out->data[length_at] = (guint8) (out->len - length_at);
    ADD(out, "\0\0"); /* strings */
    ADD(out, "\0\0"); /* global subroutines */
    really->glyphs = out->len;
    ADD(out, "\0\3\1\1\2\6\x09");
    for (guint i = 0; i < GLYPHS; i++)
        add(out, outlines[i], (guint) strlen(outlines[i]));
    really->charset = out->len;
    ADD(out, "\0\0\1\0\2");
    really->select = out->len;
    ADD(out, "\0\0\0\0");
    really->array = out->len;
    ADD(out, "\0\1\1\1\x08\x8e"), add_long(out, places->private), ADD(out, "\x12");
    really->private = out->len;
    ADD(out, "\x8e\x13"); /* Subrs, 3 from here */
    ADD(out, "\x8b\0\1\1\1\2\x0b");
    return out;
}

static GByteArray *program(gboolean cid, Places *places)
{
    Places none = {0};

    g_byte_array_unref(program_at(&none, cid, places));
    return program_at(places, cid, &none);
}

static CffBytes bytes_of(const gchar *text)
{
    return (CffBytes){(const guint8 *) text, strlen(text)};
}

static void read_program(const GByteArray *bytes, Cff *cff)
{
    g_assert_true(cff_read(cff, bytes->data, bytes->len));
    g_assert_cmpuint(cff->glyphs.count, ==, GLYPHS);
}

static void assert_outlines(const Cff *cff, const CffBytes *wanted)
{
    CffBytes outline;

    for (guint i = 0; i < GLYPHS; i++) {
        g_assert_true(cff_glyph(cff, i, &outline));
        g_assert_cmpmem(outline.data, outline.length, wanted[i].data, wanted[i].length);
    }
    g_assert_false(cff_glyph(cff, GLYPHS, &outline));
}

static void test_read(void)
{
    Places places;
    g_autoptr(GByteArray) bytes = program(FALSE, &places);
    const CffBytes wanted[] = {bytes_of(outlines[0]), bytes_of(outlines[1]), bytes_of(outlines[2])};
    Cff cff;

    read_program(bytes, &cff);
    g_assert_cmpuint(cff.glyphs.begin, ==, places.glyphs);
    g_assert_cmpuint(cff.glyphs.end, ==, places.charset);
    assert_outlines(&cff, wanted);
    g_autoptr(GByteArray) same = cff_with_outlines(&cff, wanted);
    g_assert_cmpmem(same->data, same->len, bytes->data, bytes->len);
}

/* Other outlines and back again; in between each place that is named is where it was, and later. */
static void exchange(gboolean cid, const gchar *longest)
{
    Places places, later;
    g_autoptr(GByteArray) bytes = program(cid, &places);
    const CffBytes old[] = {bytes_of(outlines[0]), bytes_of(outlines[1]), bytes_of(outlines[2])};
    const CffBytes others[] = {bytes_of("\x0e"), bytes_of(longest), bytes_of("")};
    Cff cff, other;

    read_program(bytes, &cff);
    g_autoptr(GByteArray) exchanged = cff_with_outlines(&cff, others);
    g_assert_nonnull(exchanged);
    read_program(exchanged, &other);
    assert_outlines(&other, others);
    gint shift = (gint) other.glyphs.end - (gint) cff.glyphs.end;
    g_assert_cmpint(shift, !=, 0);
    later = (Places){places.charset + shift, places.glyphs, places.private + shift,
                     places.select + shift, places.array + shift};
    Places unused;
    g_autoptr(GByteArray) wanted = program_at(&later, cid, &unused);
    g_assert_cmpmem(exchanged->data, places.glyphs, wanted->data, places.glyphs);
    if (cid)
        g_assert_cmpmem(exchanged->data + other.glyphs.end, exchanged->len - other.glyphs.end,
                        wanted->data + cff.glyphs.end, wanted->len - cff.glyphs.end);
    g_autoptr(GByteArray) back = cff_with_outlines(&other, old);
    g_assert_cmpmem(back->data, back->len, bytes->data, bytes->len);
}

static void test_exchange(void)
{
    g_autofree gchar *longest = g_strnfill(300, 'n');

    for (gint cid = 0; cid <= 1; cid++) {
        exchange(cid, longest);
        exchange(cid, "");
    }
}

/* An offset of one byte has no room for another. */
static void test_no_room(void)
{
    Places places;
    g_autoptr(GByteArray) bytes = program(FALSE, &places);
    const CffBytes others[] = {bytes_of("\x0e"), bytes_of("\x0e"), bytes_of("\x0e")};
    Cff cff;
    guint8 *charset = (guint8 *) memchr(bytes->data, 29, bytes->len);

    /* "29 0 0 0 n" is as long as four numbers without a meaning and one of a byte. */
    memset(charset, 139, 4);
    charset[4] = (guint8) (places.charset + 139);
    read_program(bytes, &cff);
    g_assert_null(cff_with_outlines(&cff, others));
}

/* Subroutines before the outlines, of a Private DICT that stands before them, would be lost. */
static void test_parted(void)
{
    Places places;
    g_autoptr(GByteArray) bytes = program(FALSE, &places);
    const CffBytes others[] = {bytes_of("\x0e"), bytes_of("\x0e"), bytes_of("\x0e")};
    Cff cff;

    read_program(bytes, &cff);
    g_autoptr(GByteArray) good = cff_with_outlines(&cff, others);
    g_assert_nonnull(good);
    g_autoptr(GByteArray) before = program_at(
        &(Places){places.charset, places.glyphs, 4, places.select, places.array}, FALSE, &places);
    memcpy(before->data + 4, "\x8e\x13", 2); /* where the Name INDEX was */
    cff.all = (CffBytes){before->data, before->len};
    g_assert_null(cff_with_outlines(&cff, others));
}

static void try(const guint8 *data, gsize length)
{
    g_autofree guint8 *copy = g_memdup2(data, length); /* for AddressSanitizer to know its end */
    Cff cff;
    CffBytes outline;

    if (!cff_read(&cff, copy, length))
        return;
    g_autofree CffBytes *others = g_new(CffBytes, cff.glyphs.count);
    for (guint i = 0; i < cff.glyphs.count; i++) {
        if (cff_glyph(&cff, i, &outline)) {
            g_assert_true(outline.data >= copy && outline.data + outline.length <= copy + length);
            cff_outline_has_ink(outline);
        }
        others[i] = bytes_of("\x8b\x0e");
    }
    g_autoptr(GByteArray) exchanged = cff_with_outlines(&cff, others);
    if (exchanged)
        g_assert_true(cff_read(&cff, exchanged->data, exchanged->len));
}

static void test_damaged(void)
{
    for (gint cid = 0; cid <= 1; cid++) {
        Places places;
        g_autoptr(GByteArray) bytes = program(cid, &places);
        for (guint length = 0; length <= bytes->len; length++)
            try(bytes->data, length);
        for (guint i = 0; i < bytes->len; i++) {
            guint8 good = bytes->data[i];
            for (guint other = 0; other < 256; other++) {
                bytes->data[i] = (guint8) other;
                try(bytes->data, bytes->len);
            }
            bytes->data[i] = good;
        }
    }
}

/* ---- outlines ---- */

static void test_ink(void)
{
    const struct {
        const gchar *outline;
        gsize length;
        gboolean has_ink;
    } cases[] = {
        {"\x0e", 1, FALSE},
        {"\x8b\x8b\x15\x0e", 4, FALSE},
        {"\x8b\x8b\x15\x90\x90\x05\x0e", 7, TRUE},         /* rlineto */
        {"\x8b\x8b\x15\x90\x8b\x05\x0e", 7, FALSE},        /* level */
        {"\x90\x90\x05\x0e", 4, FALSE},                    /* nothing before it */
        {"\x8b\x16\x90\x06\x0e", 5, FALSE},                /* hlineto, one way */
        {"\x8b\x04\x90\xf7\x00\x07\x0e", 7, TRUE},         /* vlineto, and across */
        {"\x8b\x16\x90\x1c\x00\x00\x06", 7, FALSE},        /* a long 0 */
        {"\x8b\x16\x90\xff\x00\x00\x00\x01\x06", 9, TRUE}, /* a fraction */
        {"\x8b\x16\x90\x8b\x8b\x90\x1f", 7, TRUE},         /* hvcurveto */
        {"\x8b\x16\x90\x90\x90\x8b\x1f", 7, FALSE},        /* that ends where it began */
        {"\x8b\x90\x01\x8b\x90\x13\x05\x8b\x16\x90\x90\x06", 12, TRUE}, /* a hintmask */
        {"\x8b\x8b\x15\x90\x0a", 5, FALSE},                             /* a subroutine */
        {"\x8b\x16\x90\x1c\x00", 5, FALSE},                             /* cut off */
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const CffBytes outline = {(const guint8 *) cases[i].outline, cases[i].length};
        g_assert_cmpint(cff_outline_has_ink(outline), ==, cases[i].has_ink);
    }
}

/* HarfBuzz finds ink wherever the first stroke tells of it, which is in so many of a hundred
 * glyphs. */
static void compare_ink(const gchar *path, guint step, guint share)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    g_assert_nonnull(blob);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    guint length, told = 0, all = 0;
    const gchar *data = hb_blob_get_data(table, &length);
    Cff cff;

    g_assert_true(cff_read(&cff, (const guint8 *) data, length));
    g_assert_cmpuint(cff.glyphs.count, ==, hb_face_get_glyph_count(face));
    for (guint i = 0; i < cff.glyphs.count; i += step, all++) {
        hb_glyph_extents_t extents = {0};
        CffBytes outline;
        g_assert_true(cff_glyph(&cff, i, &outline));
        if (!cff_outline_has_ink(outline))
            continue;
        told++;
        g_assert_true(hb_font_get_glyph_extents(font, i, &extents));
        g_assert_true(extents.width != 0 && extents.height != 0);
    }
    g_assert_cmpuint(told * 100, >, all * share);
    hb_blob_destroy(table);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}

static void test_fonts(void)
{
    compare_ink("fonts/FandolFang-Regular.otf", 41, 50);
    compare_ink("fonts/FandolKai-Regular.otf", 41, 30);
    compare_ink("fonts/NotoSerifCJK-SemiBold.ttc", 101, 10);
    compare_ink("fonts/NotoSansCJK-Medium.ttc", 101, 30);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cff/read", test_read);
    g_test_add_func("/cff/exchange", test_exchange);
    g_test_add_func("/cff/no-room", test_no_room);
    g_test_add_func("/cff/parted", test_parted);
    g_test_add_func("/cff/damaged", test_damaged);
    g_test_add_func("/cff/ink", test_ink);
    g_test_add_func("/cff/fonts", test_fonts);
    return g_test_run();
}
