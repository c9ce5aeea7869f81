/* References in the text: [](#id), [text](#id). */
#ifndef MKB_LSP_REFERENCE_H
#define MKB_LSP_REFERENCE_H

#include "lsp/session.h"

/* The id that a place stands in, behind "](#"; `whole`: up to its end, else up to the place. FALSE
 * when it stands in none. */
gboolean reference_at(const Place *place, gboolean whole, Span *id);

/* What the id of a span names in the bulletin, or NULL. (transfer none) */
const Target *reference_target(const Place *place, const Span *id);

/* The title or caption of what an id names, as one line. (transfer full) */
gchar *target_name(const Target *target);

/* 标题, 问题, 附件 … */
const gchar *target_kind(const Target *target, Lang lang);

#endif
