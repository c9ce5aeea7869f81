/* Marked content: boundaries taken out of a page's content, sequences put in. */
#include "output/marked.h"

#include <string.h>

/* A boundary as Cairo writes it. */
#define B "0.125 0.25 0.5 rg 0 0 1 1 re f"

static GArray *sample_structure(void)
{
    GArray *structure = structure_new();

    structure_add(structure, STRUCT_P, STRUCTURE_ROOT); /* ROOT + 1 */
    structure_add(structure, STRUCT_H1, STRUCTURE_ROOT);
    return structure;
}

#define P (STRUCTURE_ROOT + 1)
#define H (STRUCTURE_ROOT + 2)

/* `elements` ends in G_MAXUINT. Blanks do not count; "P0 H1" are the sequences that came out. */
static void is(const gchar *content, const guint *elements, const gchar *wanted,
               const gchar *wanted_sequences)
{
    g_autoptr(GArray) structure = sample_structure();
    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) sequences = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GString) names = g_string_new(NULL);

    for (; *elements != G_MAXUINT; elements++)
        g_array_append_val(stretches, *elements);
    g_autoptr(GByteArray) out =
        marked_content((const guchar *) content, strlen(content), stretches, structure, sequences);
    if (!wanted) {
        g_assert_null(out);
        return;
    }
    g_assert_nonnull(out);
    g_autofree gchar *text = g_strndup((const gchar *) out->data, out->len);
    g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; words[i]; i++)
        if (*words[i])
            g_string_append_printf(joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
    g_assert_cmpstr(joined->str, ==, wanted);
    for (guint i = 0; i < sequences->len; i++)
        g_string_append(names, g_array_index(sequences, guint, i) == P ? "P" : "H");
    g_assert_cmpstr(names->str, ==, wanted_sequences);
}

#define ELEMENTS(...) ((const guint[]){__VA_ARGS__, G_MAXUINT})
#define LAYOUT "/Artifact <</Type/Layout>> BDC"
#define GRID "/Artifact <</Type/Page>> BDC"

static void test_sequences(void)
{
    is("q " B " 0 g BT (a) Tj ET " B " BT (b) Tj ET Q", ELEMENTS(ARTIFACT_PROOF, H, P),
       "q 0 g /H1 <</MCID 0>> BDC BT (a) Tj ET EMC /P <</MCID 1>> BDC BT (b) Tj ET EMC Q", "HP");
    /* what is drawn before the first boundary, rules, and text again */
    is("0 0 9 9 re S " B " 0 g 0 0 9 1 re f " B " BT ET",
       ELEMENTS(ARTIFACT_PROOF, ARTIFACT_LAYOUT, P),
       GRID " 0 0 9 9 re S EMC 0 g " LAYOUT " 0 0 9 1 re f EMC /P <</MCID 0>> BDC BT ET EMC", "P");
    is("", ELEMENTS(ARTIFACT_PROOF), "", "");
}

/* The colour of boundaries is that alone, and comes back where what set another one ends. */
static void test_colours(void)
{
    is("0.125 0.25 0.5 RG 0 0 1 1 re f", ELEMENTS(P),
       "0.125 0.25 0.5 RG /P <</MCID 0>> BDC 0 0 1 1 re f EMC", "P");
    is("0.125 0.25 0.5 rg 0 g 0 0 1 1 re f", ELEMENTS(P), "0 g /P <</MCID 0>> BDC 0 0 1 1 re f EMC",
       "P");
    is("0.125 0.25 0.5 rg q 1 g 2 2 2 2 re f Q 0 0 1 1 re f", ELEMENTS(P, H),
       "q 1 g /P <</MCID 0>> BDC 2 2 2 2 re f EMC Q", "P");
}

/* What is clipped with is not drawn; a sequence neither begins nor ends within a path. */
static void test_paths(void)
{
    is(B " 0 g q 0 0 5 5 re W n 1 1 m 2 2 l S Q", ELEMENTS(P, ARTIFACT_LAYOUT),
       "0 g q 0 0 5 5 re W n " LAYOUT " 1 1 m 2 2 l S EMC Q", "");
    is(B " 0 g 1 1 m 2 2 l h B*", ELEMENTS(P, ARTIFACT_LAYOUT),
       "0 g " LAYOUT " 1 1 m 2 2 l h B* EMC", "");
}

/* A Q that is of a q before the sequence ends it; what is drawn then is another of the element. */
static void test_saved(void)
{
    is("q BT ET Q q BT ET Q", ELEMENTS(P),
       "q /P <</MCID 0>> BDC BT ET EMC Q q /P <</MCID 1>> BDC BT ET EMC Q", "PP");
    is("BT ET q 1 0 0 1 0 0 cm /x5 Do Q BT ET", ELEMENTS(P),
       "/P <</MCID 0>> BDC BT ET q 1 0 0 1 0 0 cm /x5 Do Q BT ET EMC", "P");
    is("Q Q BT ET", ELEMENTS(P), "Q Q /P <</MCID 0>> BDC BT ET EMC", "P");
}

/* In text sequences say what glyphs mean; elsewhere a library's own are in the way. */
static void test_others(void)
{
    is("BT /Span << /ActualText <4e00> >> BDC (a) Tj EMC ET", ELEMENTS(P),
       "/P <</MCID 0>> BDC BT /Span << /ActualText <4e00> >> BDC (a) Tj EMC ET EMC", "P");
    is("/Artifact BMC BT ET EMC", ELEMENTS(P), "/P <</MCID 0>> BDC BT ET EMC", "P");
    is("BI /W 1 ID EMC EI", ELEMENTS(P), "/P <</MCID 0>> BDC BI /W 1 ID EMC EI EMC", "P");
}

static void test_wrong(void)
{
    is("BT ET", ELEMENTS(P, H), NULL, NULL);
    is("BT ET " B, ELEMENTS(P), NULL, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marked/sequences", test_sequences);
    g_test_add_func("/marked/colours", test_colours);
    g_test_add_func("/marked/paths", test_paths);
    g_test_add_func("/marked/saved", test_saved);
    g_test_add_func("/marked/others", test_others);
    g_test_add_func("/marked/wrong", test_wrong);
    return g_test_run();
}
