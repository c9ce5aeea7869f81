#include "check/check.h"

#include "check/ignore.h"
#include "check/modules.h"
#include "check/overlaps.h"

/* Every rule module; the order does not matter, what is found is sorted by place. */
/* clang-format off: a line each, so that they merge */
static void (*const modules[])(CheckContext *context) = {
    check_amount_forms,
    check_blanks,
    check_broken_paragraphs,
    check_colons_and_stops,
    check_compatibility,
    check_contacts,
    check_date_forms,
    check_dates,
    check_digits,
    check_document_names,
    check_doubled_words,
    check_ends,
    check_front_dates,
    check_half_width_marks,
    check_han_numbers,
    check_leftovers,
    check_list_endings,
    check_lists,
    check_look_alikes,
    check_mark_forms,
    check_missing_duties,
    check_misspellings,
    check_near_duplicates,
    check_organisations,
    check_outline,
    check_pairs,
    check_person_names,
    check_privacy,
    check_ranges,
    check_rates,
    check_same_contacts,
    check_series_order,
    check_stated_counts,
    check_straight_quotes,
    check_sums,
    check_traditional,
    check_typed_numbers,
    check_vocabulary,
};
/* clang-format on */

void check_run(const SourceTree *tree, const Bulletin *bulletin, const YamlNode *vocabulary,
               Diagnostics *sink)
{
    g_autoptr(GPtrArray) units = units_new(bulletin);
    g_autoptr(AllText) text = all_text_new(units);
    CheckContext context = {tree, bulletin, units, text, sink, vocabulary};

    for (guint i = 0; i < G_N_ELEMENTS(modules); i++)
        modules[i](&context);
    overlaps_drop(sink);
    ignores_apply(&context);
}
