/* Two bulletins of any text, apart by a vertical tab, compared: each with itself has no changes; of
 * both, what is written is UTF-8, and what is in the list can be found. */
#include "bulletin.h"
#include "diff/compare.h"
#include "output/diff_out.h"
#include "templates.h"

#define APART '\v'

static Comparison *compare(const Bulletin *old, const Bulletin *new)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    const Template *template = fuzz_template("notice");

    return comparison_new(reading_new_tagged(old, template, NULL, unheard),
                          reading_new_tagged(new, template, NULL, unheard));
}

static void check_same(const Bulletin *bulletin)
{
    g_autoptr(Comparison) comparison = compare(bulletin, bulletin);

    g_assert_cmpuint(comparison->changes->len, ==, 0);
}

static void check_text(GBytes *bytes)
{
    gsize size;
    const gchar *text = g_bytes_get_data(bytes, &size);

    g_assert_true(g_utf8_validate_len(text, size, NULL));
    g_bytes_unref(bytes);
}

static void check_written(const Comparison *comparison)
{
    const ComparedNames names = {"a", "b"};

    check_text(comparison_to_json(comparison, &names));
    check_text(comparison_to_html(comparison, &names));
    for (guint lang = LANG_EN; lang <= LANG_ZH; lang++) {
        GBytes *text = comparison_to_text(comparison, &names, (Lang) lang, FALSE);
        gsize size;
        const gchar *bytes = g_bytes_get_data(text, &size);
        fuzz_check_printed(bytes, size);
        g_bytes_unref(text);
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const guint8 *apart = size > 0 ? memchr(data, APART, size) : NULL;
    const guint8 *second = apart ? apart + 1 : data + size;
    FuzzTexts texts[2];
    FuzzBulletin sides[2];

    fuzz_texts_init(&texts[0], data, apart ? (gsize) (apart - data) : size);
    fuzz_texts_init(&texts[1], second, (gsize) (data + size - second));
    for (guint i = 0; i < 2; i++)
        fuzz_bulletin_read(&sides[i], &texts[i]);
    if (fuzz_is_good(&sides[0]) && fuzz_is_good(&sides[1])) {
        g_autoptr(Comparison) comparison = compare(sides[0].bulletin, sides[1].bulletin);
        check_written(comparison);
        check_same(sides[0].bulletin);
    }
    for (guint i = 0; i < 2; i++) {
        fuzz_bulletin_clear(&sides[i]);
        fuzz_texts_clear(&texts[i]);
    }
    return 0;
}
