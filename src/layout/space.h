/* Spacing of shaped clusters by CLREQ: bodies and whites of marks, gaps between scripts, where a
 * line may break. Works on clusters alone, without a font. */
#ifndef MKB_LAYOUT_SPACE_H
#define MKB_LAYOUT_SPACE_H

#include "layout/line.h"

/* Fills advance, ink_shift, whites, gaps and penalties of clusters whose class, em and glyph advance
 * are known. Looks across runs: a style change between two marks changes nothing. */
void space_clusters(Paragraph *paragraph, const Composition *composition);

/* A span that is not to be broken but is wider than a line may be broken after all. */
void space_release_long(Paragraph *paragraph, Len measure);

/* Whether a line that ends after this cluster breaks such a span. */
gboolean space_was_released(const Cluster *cluster);

/* Why a break is forbidden or avoided: Cluster.rule names one. */
typedef struct {
    const gchar *name;   /* "line-start" */
    gint16 penalty;
    const gchar *clause; /* "GB/T 15834-2011 5.1.9" */
} BreakRule;

const BreakRule *break_rule(guint rule);

/* Penalty at which a break is taken only when the line has no other. */
#define PENALTY_LAST_RESORT 10000

#endif
