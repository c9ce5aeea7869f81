#include "check/check.h"

#include "check/ignore.h"
#include "check/modules.h"

/* Every rule module; the order does not matter, what is found is sorted by place. */
static void (*const modules[])(CheckContext *context) = {
    check_broken_paragraphs, check_compatibility,    check_contacts,        check_document_names,
    check_doubled_words,     check_half_width_marks, check_leftovers,       check_list_endings,
    check_look_alikes,       check_misspellings,     check_near_duplicates, check_organisations,
    check_outline,           check_person_names,     check_privacy,         check_same_contacts,
    check_series_order,      check_stated_counts,    check_traditional,     check_typed_numbers,
    check_vocabulary,
};

static void pattern_free(gpointer pattern)
{
    if (pattern)
        g_regex_unref(pattern);
}

void check_run(const SourceTree *tree, const Bulletin *bulletin, const YamlNode *vocabulary,
               Diagnostics *sink)
{
    g_autoptr(GPtrArray) units = units_new(bulletin);
    g_autoptr(GHashTable) patterns = g_hash_table_new_full(NULL, NULL, NULL, pattern_free);
    CheckContext context = {tree, bulletin, units, sink, vocabulary, patterns};

    for (guint i = 0; i < G_N_ELEMENTS(modules); i++)
        modules[i](&context);
    ignores_apply(&context);
}
