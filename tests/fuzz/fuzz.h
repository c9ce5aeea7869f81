/* A fuzz target makes an input of one stage from bytes, whichever they are, runs the stage, and
 * asserts what must hold of the result. Made with libFuzzer by `make fuzz`; with replay.c, which
 * runs it on kept inputs, by `make test`. */
#ifndef FUZZ_H
#define FUZZ_H

#include <glib.h>
#include <stdlib.h>

/* The name is libFuzzer's. Returns 0. */
int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* Says what does not hold, and ends as a failed assertion does: g_error() ends by a signal that
 * libFuzzer does not know. */
#define FUZZ_FAIL(...) \
    do { \
        g_printerr(__VA_ARGS__); \
        abort(); \
    } while (0)

/* Bytes that are read one after the other; behind the last one they are all 0. */
typedef struct {
    const guint8 *data;
    gsize size, at;
} FuzzBytes;

static inline guint fuzz_byte(FuzzBytes *bytes)
{
    return bytes->at < bytes->size ? bytes->data[bytes->at++] : 0;
}

static inline guint fuzz_below(FuzzBytes *bytes, guint limit)
{
    return fuzz_byte(bytes) % limit;
}

static inline guint fuzz_two_bytes(FuzzBytes *bytes)
{
    guint high = fuzz_byte(bytes);

    return high << 8 | fuzz_byte(bytes);
}

static inline gboolean fuzz_is_at_end(const FuzzBytes *bytes)
{
    return bytes->at >= bytes->size;
}

#endif
