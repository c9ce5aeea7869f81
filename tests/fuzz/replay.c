/* Runs a fuzz target on kept inputs and on random ones: replay FOLDER. Needs no libFuzzer. */
#include "fuzz.h"

#include <locale.h>

#define RANDOM_INPUTS 2000
#define RANDOM_BYTES 600

static void replay_file(gconstpointer path)
{
    g_autofree gchar *data = NULL;
    g_autoptr(GError) error = NULL;
    gsize size;

    g_file_get_contents(path, &data, &size, &error);
    g_assert_no_error(error);
    LLVMFuzzerTestOneInput((const guint8 *) data, size);
}

/* Long inputs and short ones, always the same. */
static void replay_random(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);
    guint8 data[RANDOM_BYTES];

    for (guint i = 0; i < RANDOM_INPUTS; i++) {
        gsize size = (gsize) g_rand_int_range(random, 0, RANDOM_BYTES + 1);
        for (gsize k = 0; k < size; k++)
            data[k] = (guint8) g_rand_int_range(random, 0, 256);
        LLVMFuzzerTestOneInput(data, size);
    }
}

/* A target without kept inputs has no folder. */
static void add_files(const gchar *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    for (const gchar *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
        g_autofree gchar *test = g_strconcat("/replay/", name, NULL);
        g_test_add_data_func_full(test, g_build_filename(folder, name, NULL), replay_file, g_free);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* for texts that are told */
    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(argc, ==, 2);
    add_files(argv[1]);
    g_test_add_func("/replay/random", replay_random);
    return g_test_run();
}
