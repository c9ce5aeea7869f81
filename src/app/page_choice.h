/* --pages: which pages become pictures. */
#ifndef MKB_APP_PAGE_CHOICE_H
#define MKB_APP_PAGE_CHOICE_H

#include "base/diag.h"

typedef struct PageChoice PageChoice;

/* Reads "1,3-5,8-": pages as they lie one upon the other, from 1, whatever number they show; 8- is
 * all from the eighth on. Each part that is wrong is reported at its place in the argument; the
 * choice, which messages point into, must outlive the sink's printing. (transfer full) */
PageChoice *page_choice_new(const gchar *argument, Diagnostics *sink);
void page_choice_free(PageChoice *choice);

/* FALSE after reporting what begins or ends beyond the last of so many pages. */
gboolean page_choice_check(const PageChoice *choice, guint pages, Diagnostics *sink);

/* Whether a page is chosen; all are where `choice` is NULL. */
gboolean page_choice_has(const PageChoice *choice, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PageChoice, page_choice_free)

#endif
