/* A client of the language server that sends anything: a JSON text a line, or behind an exclamation
 * mark a stream of bytes. Whatever is sent back is framed JSON, and the server comes to an end. */
#include "lsp/lsp.h"
#include "bulletin.h"

#include <jansson.h>
#include <sys/mman.h>
#include <unistd.h>

static void set_levels(gpointer data, Diagnostics *sink)
{
    (void) data, (void) sink;
}

static void check_more(gpointer data, const gchar *path, const Bulletin *bulletin,
                       GPtrArray *sources, Diagnostics *sink)
{
    (void) data, (void) path, (void) bulletin, (void) sources, (void) sink;
}

static GPtrArray *template_names(gpointer data, const gchar *path)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    (void) data, (void) path;
    g_ptr_array_add(names, g_strdup("notice"));
    return names;
}

static void add_message(GString *out, const gchar *text, gsize length)
{
    g_string_append_printf(out, "Content-Length: %zu\r\n\r\n", length);
    g_string_append_len(out, text, (gssize) length);
}

/* "~" in a message stands for the address of the folder. */
static GString *stream_of(const guint8 *data, gsize size)
{
    g_autoptr(GString) all = g_string_new_len((const gchar *) data, (gssize) size);
    g_autofree gchar *address = g_filename_to_uri(fuzz_bulletin_folder(), NULL, NULL);
    GString *out = g_string_new(NULL);

    if (size > 0 && data[0] == '!')
        return g_string_append_len(out, (const gchar *) data + 1, (gssize) size - 1);
    for (gsize at = 0; at < all->len;) {
        const gchar *line = all->str + at, *end = memchr(line, '\n', all->len - at);
        gsize length = end ? (gsize) (end - line) : all->len - at;
        g_autoptr(GString) message = g_string_new(NULL);
        for (gsize i = 0; i < length; i++) {
            if (line[i] == '~')
                g_string_append(message, address);
            else
                g_string_append_c(message, line[i]);
        }
        add_message(out, message->str, message->len);
        at += length + 1;
    }
    return out;
}

static int file_of(const gchar *name, const GString *text)
{
    int fd = memfd_create(name, MFD_CLOEXEC);

    g_assert_cmpint(fd, >=, 0);
    if (text) {
        g_assert_cmpint(write(fd, text->str, text->len), ==, text->len);
        g_assert_cmpint(lseek(fd, 0, SEEK_SET), ==, 0);
    }
    return fd;
}

/* Each body is as long as its header says, and JSON. */
static void check_answers(int fd)
{
    off_t length = lseek(fd, 0, SEEK_END);
    g_autofree gchar *all = g_malloc0((gsize) length + 1);
    const gchar *at = all;

    g_assert_cmpint(pread(fd, all, (gsize) length, 0), ==, length);
    while (at < all + length) {
        gchar *end;
        g_assert_true(g_str_has_prefix(at, "Content-Length: "));
        guint64 size = g_ascii_strtoull(at + strlen("Content-Length: "), &end, 10);
        g_assert_true(g_str_has_prefix(end, "\r\n\r\n"));
        g_assert_cmpuint(size, <=, (guint64) (all + length - end - 4));
        json_t *json = json_loadb(end + 4, size, JSON_ALLOW_NUL, NULL);
        g_assert_true(json_is_object(json));
        g_assert_cmpstr(json_string_value(json_object_get(json, "jsonrpc")), ==, "2.0");
        json_decref(json);
        at = end + 4 + size;
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const LspSetup setup = {LANG_EN, FALSE, set_levels, check_more, template_names, NULL};
    g_autoptr(GString) stream = stream_of(data, size);
    int in = file_of("in", stream), out = file_of("out", NULL);

    lsp_serve(&setup, in, out);
    check_answers(out);
    close(in);
    close(out);
    g_string_free(g_steal_pointer(&stream), TRUE);
    return 0;
}
