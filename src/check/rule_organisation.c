/* T05: names of organs, one character off. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/spelling.h"
#include "check/vocabulary.h"

#include <string.h>

enum { LEAST_CHARACTERS = 6, MOST_NAMES = 200 };

/* Adds the names of a value: 区财政局、区民政局. */
static void add_names(GHashTable *names, const gchar *text)
{
    g_auto(GStrv) parts = g_regex_split_simple("[、，,；;（）() ]", text, 0, 0);

    for (gchar **part = parts; *part; part++)
        if (g_utf8_strlen(*part, -1) >= LEAST_CHARACTERS && !strstr(*part, "某某") &&
            g_hash_table_size(names) < MOST_NAMES)
            g_hash_table_add(names, g_strdup(*part));
}

/* What the front matter calls organs, and the names of the vocabulary. */
static GHashTable *known_names(const CheckContext *context)
{
    static const gchar *const keys[] = {"issuer",     "masthead", "printed-by",
                                        "recipients", "copy-to",  NULL};
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) kept = vocabulary_names(context->vocabulary);

    for (guint i = 0; i < kept->len; i++)
        add_names(names, kept->pdata[i]);
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (unit->kind == UNIT_FIELD && g_strv_contains(keys, unit->key))
            add_names(names, unit->text);
    }
    return names;
}

/* Where characters [from, from + count) of the text begin and end, in bytes. */
typedef struct {
    const TextUnit *unit;
    GArray *starts; /* guint32, of each character, and the end of the text */
} Characters;

static GArray *starts_of(const TextUnit *unit)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 at = 0;

    for (; at < unit->length; at = (guint32) (g_utf8_next_char(unit->text + at) - unit->text))
        g_array_append_val(starts, at);
    g_array_append_val(starts, at);
    return starts;
}

/* It begins and ends as the name does: what stands around a slip is no part of it. */
static gboolean has_ends_of(const gchar *text, guint32 start, guint32 end, const gchar *name,
                            gsize length)
{
    const gchar *last = g_utf8_prev_char(name + length);
    gsize head = (gsize) (g_utf8_offset_to_pointer(name, 2) - name);
    gsize tail = (gsize) (name + length - last);

    return end - start > head + tail && memcmp(text + start, name, head) == 0 &&
           memcmp(text + end - tail, last, tail) == 0;
}

static void check_window(CheckContext *context, const Characters *characters, guint from,
                         guint count, const gchar *name, GHashTable *known)
{
    const TextUnit *unit = characters->unit;

    if (from + count >= characters->starts->len)
        return;
    guint32 start = g_array_index(characters->starts, guint32, from);
    guint32 end = g_array_index(characters->starts, guint32, from + count);
    if (!has_ends_of(unit->text, start, end, name, strlen(name)))
        return;
    g_autofree gchar *text = unit_part(unit, start, end);
    if (!g_hash_table_contains(known, text) && names_are_near(text, name) &&
        !unit_guarded(unit, start, end, GUARD_BOOK))
        check_say(context, RULE_ORGANISATION_SPELLING, unit, start, end, text, name, NULL);
}

static void check_name(CheckContext *context, const Characters *characters, const gchar *name,
                       GHashTable *known)
{
    guint count = (guint) g_utf8_strlen(name, -1);
    const gchar *text = characters->unit->text, *after = g_utf8_offset_to_pointer(name, 2);
    g_autofree gchar *head = g_strndup(name, (gsize) (after - name));

    for (const gchar *p = text; (p = strstr(p, head)); p++) {
        guint from = (guint) g_utf8_pointer_to_offset(text, p);
        for (guint n = count - 1; n <= count + 1; n++)
            check_window(context, characters, from, n, name, known);
    }
}

void check_organisations(CheckContext *context)
{
    g_autoptr(GHashTable) known = known_names(context);

    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (unit->length > 0 && unit->guards[0] & GUARD_FILE)
            continue;
        g_autoptr(GArray) starts = starts_of(unit);
        Characters characters = {unit, starts};
        GHashTableIter iter;
        gpointer name;
        g_hash_table_iter_init(&iter, known);
        while (g_hash_table_iter_next(&iter, &name, NULL))
            check_name(context, &characters, name, known);
    }
}
