/* All texts of a bulletin at once: most of what rules look for is in none. */
#ifndef MKB_CHECK_ALL_TEXT_H
#define MKB_CHECK_ALL_TEXT_H

#include <glib.h>

typedef struct AllText AllText;

/* Of TextUnits. (transfer full) */
AllText *all_text_new(const GPtrArray *units);
void all_text_free(AllText *all);

/* One of the words of "A|B" is in one of the texts. */
gboolean all_text_has_any(const AllText *all, const gchar *any);

/* The same of one text. */
gboolean text_has_any(const gchar *text, const gchar *any);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AllText, all_text_free)

#endif
