/* docs/templates.md explains every key of a template, and no other: a row a key,
 *     | `page.width` * | 长度 length | 纸张的宽 | width of the paper |
 * The star: it must be given. What a value may be is written as the table of keys has it. A key of
 * a map whose keys are names, or that other maps have too, stands below a star: `fonts.*.label`. */
#include "template/sections.h"

#include <locale.h>
#include <string.h>

#define DOCS "docs/templates.md"

/* What is known of a key: from the tables, and from the page. */
typedef struct {
    gboolean exists, required;
    gchar *value;  /* how the page has to write it; NULL: in its own words */
    gchar **cells; /* key, value, Chinese, English; NULL: not explained */
} Key;

static void key_free(gpointer data)
{
    Key *key = data;

    g_free(key->value);
    g_strfreev(key->cells);
    g_free(key);
}

static Key *key_of(GHashTable *keys, const gchar *path)
{
    Key *key = g_hash_table_lookup(keys, path);

    if (!key) {
        key = g_new0(Key, 1);
        g_hash_table_insert(keys, g_strdup(path), key);
    }
    return key;
}

/* --- what there is --- */

static gchar *code(const gchar *const *words)
{
    g_autofree gchar *joined = g_strjoinv("` `", (gchar **) words);

    return g_strdup_printf("`%s`", joined);
}

static gchar *numbers(const Row *row)
{
    if (row->most == MOST_LINES)
        return g_strdup_printf("%d–行数 lines", row->least);
    return g_strdup_printf("%d–%d", row->least, row->most);
}

static gchar *value_of(const Row *row)
{
    g_autofree gchar *words = row->words ? code(row->words) : NULL;

    if (row->read == read_count || row->read == read_number)
        return numbers(row);
    if (row->read == read_length && row->most > 0)
        return g_strdup_printf("长度 length ≤ %dmm", row->most);
    if (row->read == read_length || row->read == read_size)
        return g_strdup("长度 length");
    if (row->read == read_boolean)
        return g_strdup("`true` `false`");
    if (row->read == read_text)
        return g_strdup("文字 text");
    if (row->read == read_texts)
        return g_strdup("列表 list");
    if (row->read == read_format)
        return g_strdup_printf("文字 text：%s", words);
    if (row->read == read_formats)
        return g_strdup_printf("列表 list，%d 项：%s", row->most, words);
    if (row->read == read_word)
        return g_steal_pointer(&words);
    if (row->listed)
        return g_strdup("列表 list，每项一组 keys");
    if (row->rows && !row->named)
        return g_strdup("一组 keys");
    return words ? g_strdup_printf("列表 list：%s", words) : NULL;
}

static void add_key(GHashTable *keys, const gchar *path, const Row *row)
{
    Key *key = key_of(keys, path);

    /* In several tables: required where none does without. */
    key->required = row && !row->optional && (!key->exists || key->required);
    key->exists = TRUE;
    if (row && !key->value)
        key->value = value_of(row);
}

static void add_rows(GHashTable *keys, const gchar *prefix, const Row *rows);

/* A style has a table by its role. */
static void add_styles(GHashTable *keys)
{
    for (StyleRole role = 0; role < STYLE_ROLES_COUNT; role++) {
        g_autofree gchar *path = g_strdup_printf("styles.%s", style_role_name(role));
        add_key(keys, path, NULL);
        add_rows(keys, "styles.*.", style_rows_of(role));
    }
}

static gboolean is_shared(const Row *rows, const Row *row)
{
    guint count = 0;

    for (; rows->key; rows++)
        count += rows->rows == row->rows;
    return count > 1;
}

static void add_rows(GHashTable *keys, const gchar *prefix, const Row *rows)
{
    for (const Row *row = rows; row->key; row++) {
        g_autofree gchar *path = g_strconcat(prefix, row->key, NULL);
        g_autofree gchar *below = is_shared(rows, row) ? g_strconcat(prefix, "*.", NULL)
                                  : row->named         ? g_strconcat(path, ".*.", NULL)
                                                       : g_strconcat(path, ".", NULL);
        add_key(keys, path, row);
        if (row->rows)
            add_rows(keys, below, row->rows);
        if (row->read == read_styles)
            add_styles(keys);
    }
}

/* --- what is explained --- */

/* "`page.width` *" → "page.width"; NULL for a row of another table. */
static gchar *path_of(const gchar *cell)
{
    const gchar *end = cell[0] == '`' ? strchr(cell + 1, '`') : NULL;

    return end ? g_strndup(cell + 1, (gsize) (end - cell - 1)) : NULL;
}

static void add_line(GHashTable *keys, const gchar *line)
{
    g_auto(GStrv) cells = g_strsplit(line, "|", -1);

    /* The bars at both ends make two cells of nothing. */
    if (g_strv_length(cells) != 6)
        return;
    for (guint i = 0; cells[i]; i++)
        g_strstrip(cells[i]);
    g_autofree gchar *path = path_of(cells[1]);
    if (!path)
        return;
    Key *key = key_of(keys, path);
    if (key->cells)
        g_error(DOCS " explains '%s' twice", path);
    key->cells = g_new0(gchar *, 5);
    for (guint i = 0; i < 4; i++)
        key->cells[i] = g_strdup(cells[i + 1]);
}

static void read_page(GHashTable *keys)
{
    g_autofree gchar *text = NULL;

    g_assert_true(g_file_get_contents(DOCS, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++)
        if (lines[i][0] == '|')
            add_line(keys, lines[i]);
}

/* --- the two --- */

static gboolean has_letters(const gchar *text, gunichar first, gunichar last)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_utf8_get_char(text) >= first && g_utf8_get_char(text) <= last)
            return TRUE;
    return FALSE;
}

static void tell(const gchar *path, const gchar *what)
{
    g_test_message("%s: '%s' %s", DOCS, path, what);
    g_test_fail();
}

static void check_cells(const gchar *path, const Key *key)
{
    g_autofree gchar *wanted = g_strdup_printf("`%s`%s", path, key->required ? " *" : "");

    if (!g_str_equal(key->cells[0], wanted))
        tell(path, key->required ? "must be given: write ' *' behind the key"
                                 : "may be left out: no ' *' behind the key");
    if (key->value && !strstr(key->cells[1], key->value)) {
        g_autofree gchar *what = g_strdup_printf("may be: %s — not: %s", key->value, key->cells[1]);
        tell(path, what);
    }
    if (!has_letters(key->cells[2], 0x4E00, 0x9FFF))
        tell(path, "is not explained in Chinese (third column)");
    if (!has_letters(key->cells[3], 'a', 'z'))
        tell(path, "is not explained in English (fourth column)");
}

static void check_key(const gchar *path, const Key *key)
{
    if (!key->exists) {
        tell(path, "is explained, but no template has it: delete the row, or mend the key");
    } else if (!key->cells) {
        g_autofree gchar *what = g_strdup_printf(
            "is not explained. Add a row to the section of its first word:\n"
            "| `%s`%s | %s | 用中文说明 | explained in English |",
            path, key->required ? " *" : "", key->value ? key->value : "取值 what it may be");
        tell(path, what);
    } else {
        check_cells(path, key);
    }
}

static void test_every_key(void)
{
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, key_free);

    add_rows(keys, "", template_rows);
    read_page(keys);
    g_autoptr(GList) paths = g_list_sort(g_hash_table_get_keys(keys), (GCompareFunc) strcmp);
    g_assert_cmpuint(g_list_length(paths), >, 100);
    for (GList *path = paths; path; path = path->next)
        check_key(path->data, g_hash_table_lookup(keys, path->data));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8"); /* GLib shows messages in it */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template-docs/every-key", test_every_key);
    return g_test_run();
}
