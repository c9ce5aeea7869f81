/* Bulletins of any text up to the model: all faults are told, or what is written of the model as
 * one file has the same texts, and is written again as it is. */
#include "bulletin.h"
#include "check/unit.h"
#include "output/markdown_out.h"
#include "source/characters.h"

#define REFERENCE 0xFFFC /* stands for one in a unit */

static void add_note(GPtrArray *texts, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->inlines)
            g_ptr_array_add(texts, inlines_text(block->inlines));
        if (block->children)
            add_note(texts, block->children);
    }
}

/* What is set: without the values of front matter, whose order and quotes are the program's, and
 * footnotes that nothing refers to. */
static GPtrArray *texts_of(const Bulletin *bulletin)
{
    g_autoptr(GPtrArray) units = units_new(bulletin);
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < units->len; i++) {
        const TextUnit *unit = units->pdata[i];
        if (unit->kind != UNIT_FIELD && unit->kind != UNIT_NOTE)
            g_ptr_array_add(texts, g_strdup_printf("%d %s", unit->kind, unit->text));
    }
    for (guint i = 0; i < bulletin->notes->len; i++)
        add_note(texts, g_array_index(bulletin->notes, Note, i).block->children);
    return texts;
}

/* A tab is set as a blank, and written as one where it must be written as a reference. */
static void check_texts(const Bulletin *old, const Bulletin *new, const gchar *written)
{
    g_autoptr(GPtrArray) before = texts_of(old), after = texts_of(new);

    for (guint i = 0; i < MIN(before->len, after->len); i++) {
        const gchar *one = g_strdelimit(before->pdata[i], "\t", ' ');
        const gchar *other = g_strdelimit(after->pdata[i], "\t", ' ');
        if (!g_str_equal(one, other))
            FUZZ_FAIL("'%s' became '%s' in:\n%s\n", one, other, written);
    }
    if (before->len != after->len)
        FUZZ_FAIL("%u texts became %u in:\n%s\n", before->len, after->len, written);
}

/* No byte of a text is one that its source could not have had, by way of a reference either. */
static void check_characters(const Bulletin *bulletin)
{
    g_autoptr(GPtrArray) units = units_new(bulletin);

    for (guint i = 0; i < units->len; i++) {
        const TextUnit *unit = units->pdata[i];
        gunichar before = 0;
        for (const gchar *at = unit->text; *at; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            if (c != REFERENCE && character_fault(c, before) == CHARACTER_BAD)
                FUZZ_FAIL("U+%04X stands in: %s\n", c, unit->text);
            before = c;
        }
    }
}

static void check_written(const FuzzBulletin *one, GBytes *written)
{
    gsize size;
    const guint8 *data = g_bytes_get_data(written, &size);
    const gchar *text = (const gchar *) data;
    FuzzTexts texts;
    FuzzBulletin again;

    fuzz_texts_init(&texts, data, size);
    fuzz_bulletin_read(&again, &texts);
    if (!fuzz_is_good(&again))
        fuzz_fail(again.sink, text);
    check_texts(one->bulletin, again.bulletin, text);
    g_autoptr(GBytes) twice = bulletin_to_markdown(again.bulletin, again.sink);
    if (!twice)
        fuzz_fail(again.sink, text);
    if (!g_bytes_equal(written, twice))
        FUZZ_FAIL("%s\n---- is written again as\n%s\n", text,
                  (const gchar *) g_bytes_get_data(twice, NULL));
    fuzz_bulletin_clear(&again);
    fuzz_texts_clear(&texts);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzTexts texts;
    FuzzBulletin one;

    fuzz_texts_init(&texts, data, size);
    fuzz_bulletin_read(&one, &texts);
    fuzz_check_diagnostics(one.sink);
    if (one.bulletin) {
        g_autoptr(GString) dump = g_string_new(NULL);
        bulletin_dump(one.bulletin, dump);
        g_assert_true(g_utf8_validate(dump->str, (gssize) dump->len, NULL));
    }
    if (fuzz_is_good(&one)) {
        check_characters(one.bulletin);
        g_autoptr(GBytes) written = bulletin_to_markdown(one.bulletin, one.sink);
        g_assert_true((written == NULL) == (diagnostics_count(one.sink, SEVERITY_ERROR) > 0));
        if (written)
            check_written(&one, written);
    }
    fuzz_bulletin_clear(&one);
    fuzz_texts_clear(&texts);
    return 0;
}
