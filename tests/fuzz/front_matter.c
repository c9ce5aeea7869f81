/* YAML of any bytes: a fault is told, or what is written of the tree is read as the same tree; and
 * as the front matter of a bulletin, and as an office's vocabulary. */
#include "bulletin.h"
#include "check/vocabulary.h"
#include "source/yaml.h"
#include "source/yaml_write.h"

static void check_node(const YamlNode *node, const Source *source)
{
    g_assert_true(node->span.source == source);
    g_assert_cmpuint(node->span.start, <=, node->span.end);
    g_assert_cmpuint(node->span.end, <=, source->length);
    for (guint i = 0; node->items && i < node->items->len; i++)
        check_node(node->items->pdata[i], source);
    for (guint i = 0; node->pairs && i < node->pairs->len; i++)
        check_node(g_array_index(node->pairs, YamlPair, i).value, source);
}

/* Written twice it is the same. */
static void check_writing(const YamlNode *map)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GString) once = g_string_new(NULL), again = g_string_new(NULL);

    yaml_write(once, map, NULL, NULL);
    g_autoptr(Source) source =
        source_new(g_strdup("b.yaml"), g_memdup2(once->str, once->len), once->len);
    g_autoptr(YamlNode) read = yaml_read(source, 0, (guint32) once->len, sink);
    if (!read)
        fuzz_fail(sink, once->str);
    yaml_write(again, read, NULL, NULL);
    g_assert_cmpstr(once->str, ==, again->str);
}

/* Text that cannot be a source is never parsed. */
static void read_yaml(const guint8 *data, gsize size)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_new(g_strdup("a.yaml"), g_memdup2(data, size), size);

    if (!source_validate(source, sink))
        return;
    g_autoptr(Diagnostics) faults = diagnostics_new();
    g_autoptr(YamlNode) node = yaml_read(source, 0, (guint32) size, faults);
    g_assert_true((node == NULL) == (diagnostics_count(faults, SEVERITY_ERROR) > 0));
    if (node) {
        check_node(node, source);
        if (node->kind == YAML_MAP_NODE_KIND) {
            check_writing(node);
            vocabulary_check(node, faults);
            g_array_unref(vocabulary_words(node));
            g_ptr_array_unref(vocabulary_names(node));
        }
    }
    fuzz_check_diagnostics(faults);
}

static void read_bulletin(const guint8 *data, gsize size)
{
    g_autoptr(GString) text = g_string_new("---\n");
    FuzzTexts texts;
    FuzzBulletin one;

    g_string_append_len(text, (const gchar *) data, (gssize) size);
    g_string_append(text, "\n---\n\n正文。\n");
    fuzz_texts_init(&texts, (const guint8 *) text->str, text->len);
    fuzz_bulletin_read(&one, &texts);
    fuzz_check_diagnostics(one.sink);
    if (one.bulletin) {
        g_autoptr(GString) out = g_string_new(NULL);
        bulletin_dump(one.bulletin, out);
    }
    fuzz_bulletin_clear(&one);
    fuzz_texts_clear(&texts);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    read_yaml(data, size);
    read_bulletin(data, size);
    return 0;
}
