/* Runs a fuzz target on kept inputs and on random ones: replay FOLDER; or on so many that chance
 * has made of samples: replay FOLDER COUNT SEED SAMPLE... Needs no libFuzzer. */
#include "fuzz.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define RANDOM_INPUTS 2000
#define RANDOM_BYTES 600
#define MOST_SECONDS \
    5 /* that an input may take of the clock, ten times as many under sanitizers \
       */

#ifdef __SANITIZE_ADDRESS__
#define PATIENCE 10
#else
#define PATIENCE 1
#endif

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

/* ---- samples with faults ---- */

typedef struct {
    guint count;
    guint32 seed;
    gchar **samples; /* paths, ended by NULL */
} Mutating;

/* Where it happened, should the target end the program. */
static gchar last_input[200];

static gsize place_in(GRand *random, gsize size)
{
    return size > 0 ? (gsize) g_rand_int_range(random, 0, (gint32) size) : 0;
}

/* Another byte: one bit turned, or one that means something to a reader of text. */
static guint8 other_byte(GRand *random, guint8 byte)
{
    static const guint8 telling[] = {0,   0xFF, '\n', '\r', '\t', ' ', '#', '*',  '[', ']',
                                     '{', '}',  ':',  '-',  '|',  '"', '<', 0x80, 0xE3};
    guint kind = (guint) g_rand_int_range(random, 0, 8 + G_N_ELEMENTS(telling));

    return kind < 8 ? (guint8) (byte ^ (1u << kind)) : telling[kind - 8];
}

static void mutate_bytes(GRand *random, GByteArray *bytes, guint times)
{
    for (guint i = 0; i < times && bytes->len > 0; i++) {
        guint8 *byte = &bytes->data[place_in(random, bytes->len)];
        *byte = other_byte(random, *byte);
    }
}

/* A stretch of it is left out, or stands there twice. */
static void mutate_stretch(GRand *random, GByteArray *bytes, gboolean twice)
{
    gsize from = place_in(random, bytes->len), length = place_in(random, 64) + 1;

    length = MIN(length, bytes->len - from);
    g_autofree guint8 *stretch = g_memdup2(bytes->data + from, length);

    if (twice)
        g_byte_array_append(bytes, stretch, (guint) length);
    else
        g_byte_array_remove_range(bytes, (guint) from, (guint) length);
}

static GByteArray *mutated(GRand *random, const gchar *text, gsize size)
{
    GByteArray *bytes = g_byte_array_new();
    guint kind = (guint) g_rand_int_range(random, 0, 10);

    g_byte_array_append(bytes, (const guint8 *) text, (guint) size);
    if (kind < 2)
        g_byte_array_set_size(bytes, (guint) place_in(random, size));
    else if (kind < 8)
        mutate_bytes(random, bytes, kind < 5 ? 1 : 2);
    else if (size > 0)
        mutate_stretch(random, bytes, kind == 9);
    return bytes;
}

static void timed(GByteArray *bytes)
{
    alarm(MOST_SECONDS * PATIENCE);
    LLVMFuzzerTestOneInput(bytes->data, bytes->len);
    alarm(0);
}

/* Of each sample as many; the seed says which. */
static void replay_mutated(gconstpointer data)
{
    const Mutating *mutating = data;
    guint samples = g_strv_length(mutating->samples), each = mutating->count / MAX(samples, 1);

    for (guint k = 0; k < samples; k++) {
        g_autofree gchar *text = NULL;
        g_autoptr(GError) error = NULL;
        gsize size;
        g_file_get_contents(mutating->samples[k], &text, &size, &error);
        g_assert_no_error(error);
        for (guint i = 0; i < each; i++) {
            g_autoptr(GRand) random = g_rand_new_with_seed(mutating->seed + i);
            g_autoptr(GByteArray) bytes = mutated(random, text, size);
            g_snprintf(last_input, sizeof last_input, "# %s, seed %u\n", mutating->samples[k],
                       mutating->seed + i);
            timed(bytes);
        }
    }
}

/* Says which input it was; the signal then does what it would have done. */
static void on_signal(int signal_number)
{
    gssize written = write(STDERR_FILENO, last_input, strlen(last_input));

    (void) written;
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* ---- the program ---- */

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
    Mutating mutating;

    setlocale(LC_CTYPE, "C.UTF-8"); /* for texts that are told */
    g_test_init(&argc, &argv, NULL);
    g_assert_cmpint(argc, >=, 2);
    if (argc > 4) {
        signal(SIGALRM, on_signal);
        signal(SIGABRT, on_signal);
        mutating = (Mutating){(guint) strtoul(argv[2], NULL, 10),
                              (guint32) strtoul(argv[3], NULL, 10), argv + 4};
        g_test_add_data_func("/replay/mutated", &mutating, replay_mutated);
        return g_test_run();
    }
    add_files(argv[1]);
    g_test_add_func("/replay/random", replay_random);
    return g_test_run();
}
