/* Cut fonts are given again for the same file, state, face, characters and features alone. */
#include "layout/font_keep.h"

#define FONT "fonts/LiberationSerif-Regular.ttf"
#define STATE "1 2 3 4.000000000 5.000000000"

typedef struct {
    FontKeep *keep;
    hb_face_t *face;
    hb_set_t *characters, *features;
    CutOrder order;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(FONT);

    (void) data;
    g_assert_nonnull(blob);
    fixture->keep = font_keep_new();
    fixture->face = hb_face_create(blob, 0);
    fixture->characters = hb_set_create();
    fixture->features = hb_set_create();
    hb_set_add(fixture->characters, 'a');
    fixture->order =
        (CutOrder){FONT, STATE, 0, fixture->face, fixture->characters, fixture->features};
    hb_blob_destroy(blob);
}

static void tear_down(Fixture *fixture, gconstpointer data)
{
    (void) data;
    font_keep_free(fixture->keep);
    hb_face_destroy(fixture->face);
    hb_set_destroy(fixture->characters);
    hb_set_destroy(fixture->features);
}

/* Whether the cut is one that was made before. */
static gboolean is_kept(Fixture *fixture, GBytes *first)
{
    g_autoptr(GBytes) bytes = font_keep_cut(fixture->keep, &fixture->order);

    g_assert_nonnull(bytes);
    return bytes == first;
}

static void test_same(Fixture *fixture, gconstpointer data)
{
    (void) data;
    g_autoptr(GBytes) first = font_keep_cut(fixture->keep, &fixture->order);
    g_assert_true(is_kept(fixture, first));
    font_keep_sweep(fixture->keep);
    g_assert_true(is_kept(fixture, first));
}

static void test_other(Fixture *fixture, gconstpointer data)
{
    (void) data;
    g_autoptr(GBytes) first = font_keep_cut(fixture->keep, &fixture->order);
    fixture->order.state = "1 2 3 4.000000001 5.000000001";
    g_assert_false(is_kept(fixture, first));
    fixture->order.state = STATE;
    fixture->order.path = "other.ttf";
    g_assert_false(is_kept(fixture, first));
    fixture->order.path = FONT;
    hb_set_add(fixture->characters, 'b');
    g_assert_false(is_kept(fixture, first));
    hb_set_del(fixture->characters, 'b');
    hb_set_add(fixture->features, HB_TAG('o', 'n', 'u', 'm'));
    g_assert_false(is_kept(fixture, first));
    hb_set_clear(fixture->features);
    g_assert_true(is_kept(fixture, first));
}

/* What one build did not ask for is gone in the next. */
static void test_swept(Fixture *fixture, gconstpointer data)
{
    (void) data;
    g_autoptr(GBytes) first = font_keep_cut(fixture->keep, &fixture->order);
    font_keep_sweep(fixture->keep);
    font_keep_sweep(fixture->keep);
    g_assert_false(is_kept(fixture, first));
}

static void test_unsure(Fixture *fixture, gconstpointer data)
{
    const gchar *const states[] = {"none", "fresh " STATE};

    (void) data;
    for (guint i = 0; i < G_N_ELEMENTS(states); i++) {
        fixture->order.state = states[i];
        g_autoptr(GBytes) first = font_keep_cut(fixture->keep, &fixture->order);
        g_assert_false(is_kept(fixture, first));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/font-keep/same", Fixture, NULL, set_up, test_same, tear_down);
    g_test_add("/font-keep/other", Fixture, NULL, set_up, test_other, tear_down);
    g_test_add("/font-keep/swept", Fixture, NULL, set_up, test_swept, tear_down);
    g_test_add("/font-keep/unsure", Fixture, NULL, set_up, test_unsure, tear_down);
    return g_test_run();
}
