/* T02, T03, T04: names of laws, rules and other documents in 《》. */
#include "check/modules.h"
#include "check/spelling.h"

#include <string.h>

enum {
    LEAST_CHARACTERS = 6, /* shorter names are near to many */
    MOST_NAMES = 1000     /* that are compared with one another */
};

typedef struct {
    gchar *name;
    const TextUnit *unit; /* where it stands first */
    guint32 start, end;
    guint count;
    gboolean declared; /* （以下简称《…》） */
} DocumentName;

typedef struct {
    CheckContext *context;
    GHashTable *known; /* name → DocumentName */
    GPtrArray *names;  /* DocumentName, as they come */
} Names;

static void name_free(gpointer data)
{
    DocumentName *name = data;

    g_free(name->name);
    g_free(name);
}

static gboolean is_long(const DocumentName *name)
{
    return g_utf8_strlen(name->name, -1) >= LEAST_CHARACTERS;
}

/* ---- gathering ---- */

static gboolean is_declared(const TextUnit *unit, guint32 start)
{
    static const gchar *const words[] = {"简称《", "简称“《", "简称为《"};

    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i]);
        if (length <= start && memcmp(unit->text + start - length, words[i], length) == 0)
            return TRUE;
    }
    return FALSE;
}

static void take(Names *names, const TextUnit *unit, guint32 start, guint32 end)
{
    g_autofree gchar *text = unit_part(unit, start, end);
    DocumentName *name = g_hash_table_lookup(names->known, text);

    if (!name) {
        name = g_new0(DocumentName, 1);
        *name = (DocumentName){g_steal_pointer(&text), unit, start, end, 0, FALSE};
        g_ptr_array_add(names->names, name);
        g_hash_table_insert(names->known, name->name, name);
    }
    name->count++;
    name->declared = name->declared || is_declared(unit, start);
}

/* 《…》 without another in it, and 〈…〉 in one. */
static void read_unit(Names *names, const TextUnit *unit)
{
    static const gchar pattern[] = "《([^《》]+)》|〈([^〈〉]+)〉";
    guint32 start, end;

    for (CheckMatch m = check_match(names->context, unit, pattern); check_match_next(&m);)
        for (gint group = 1; group <= 2; group++)
            if (check_match_group(&m, group, &start, &end))
                take(names, unit, start, end);
}

/* ---- T02 ---- */

static void check_spelling(const Names *names)
{
    guint count = MIN(names->names->len, MOST_NAMES);

    for (guint i = 1; i < count; i++) {
        const DocumentName *one = names->names->pdata[i];
        for (guint k = 0; is_long(one) && k < i; k++) {
            const DocumentName *other = names->names->pdata[k];
            if (!is_long(other) || !names_are_near(one->name, other->name))
                continue;
            const DocumentName *rare = other->count < one->count ? other : one;
            const DocumentName *usual = rare == one ? other : one;
            check_say(names->context, RULE_DOCUMENT_SPELLING, rare->unit, rare->start, rare->end,
                      rare->name, usual->name, NULL);
            break;
        }
    }
}

/* ---- T03 ---- */

static gboolean is_before(const DocumentName *a, const DocumentName *b)
{
    return a->unit->index != b->unit->index ? a->unit->index < b->unit->index : a->start < b->start;
}

static gboolean is_law(const gchar *name)
{
    static const gchar *const others[] = {"办法", "工作法", "方法", "做法", "疗法",
                                          "算法", "书法",   "语法", "看法", "用法"};
    glong length = g_utf8_strlen(name, -1);

    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_str_has_suffix(name, others[i]))
            return FALSE;
    return g_str_has_suffix(name, "法") && length >= 3 && length <= 12;
}

/* 法 alone is the law of the state, in full where it is cited first; 条例 and the like only where
 * the text has the full name too, later. */
static void check_full_name(const Names *names, const DocumentName *name)
{
    static const gchar *const beginnings[] = {"中华人民共和国", "中国共产党"};
    gboolean law = is_law(name->name);
    gboolean full_name = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        g_autofree gchar *full = g_strconcat(beginnings[i], name->name, NULL);
        const DocumentName *known = g_hash_table_lookup(names->known, full);
        full_name = full_name || known || g_str_has_prefix(name->name, beginnings[i]);
        if (known && is_before(name, known) && !name->declared)
            check_say(names->context, RULE_FULL_NAME_FIRST, name->unit, name->start, name->end,
                      name->name, full, NULL);
    }
    g_autofree gchar *full = g_strconcat(beginnings[0], name->name, NULL);
    if (law && !full_name && !name->declared && name->unit->kind != UNIT_FIELD)
        check_say(names->context, RULE_FULL_NAME_FIRST, name->unit, name->start, name->end,
                  name->name, full, NULL);
}

/* ---- T04 ---- */

static gboolean is_sentence(const TextUnit *unit)
{
    return unit->kind == UNIT_PARAGRAPH || unit->kind == UNIT_ITEM || unit->kind == UNIT_MEASURE ||
           unit->kind == UNIT_FINDING || unit->kind == UNIT_NOTE;
}

/* 关于印发《…》的通知 names what it is about; an annex has the name for its title, without marks.
 */
static void find_bare(const Names *names, const TextUnit *unit, const DocumentName *name)
{
    gsize length = strlen(name->name);

    for (const gchar *p = unit->text; (p = strstr(p, name->name)); p += length) {
        guint32 at = (guint32) (p - unit->text), end = at + (guint32) length;
        if (!unit_guarded(unit, at, end, GUARD_BOOK | GUARD_ADDRESS))
            check_say(names->context, RULE_NAME_WITHOUT_MARKS, unit, at, end, name->name, NULL);
    }
}

static void check_bare(const Names *names)
{
    const GPtrArray *units = names->context->units;

    for (guint i = 0; i < MIN(names->names->len, MOST_NAMES); i++) {
        const DocumentName *name = names->names->pdata[i];
        for (guint k = 0; is_long(name) && k < units->len; k++)
            if (is_sentence(units->pdata[k]))
                find_bare(names, units->pdata[k], name);
    }
}

void check_document_names(CheckContext *context)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(name_free);
    Names names = {context, known, all};

    for (guint i = 0; i < context->units->len; i++)
        read_unit(&names, context->units->pdata[i]);
    check_spelling(&names);
    for (guint i = 0; i < all->len; i++)
        check_full_name(&names, all->pdata[i]);
    check_bare(&names);
}
