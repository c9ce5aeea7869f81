/* How evenly a bulletin is set, in numbers: what has been adjusted, and how far characters stand
 * from where they would without it. */
#ifndef MKB_LAYOUT_STATS_H
#define MKB_LAYOUT_STATS_H

#include "layout/layout.h"

/* A gap between Han is off the normal pitch, one em, by more than this, in thousandths of an em. A
 * PDF has no finer places than one thousandth. */
#define STATS_OFF_PITCH 2

typedef struct {
    guint lines;
    gint most; /* the largest amount in a line, thousandths of its em; < 0 where lines shrink */
} ReasonStats;

typedef struct {
    StyleRole role;
    guint font;       /* in Pages.fonts */
    guint characters; /* without spaces */
} FontStats;

typedef struct {
    guint pages, lines; /* page numbers are no lines */
    guint adjusted;     /* lines with an adjustment of any kind */
    ReasonStats reasons[ADJUST_COUNT];
    guint gaps, gaps_off;   /* from one Han to the next in its line; off the pitch */
    gint narrowest, widest; /* gap over the pitch, thousandths of an em */
    guint mark_lines;       /* lines with ， or 。 before a Han */
    gint64 mark_deviation;  /* thousandths of a point: standard deviation, over those
                               lines, of the mean way from the mark to the Han */
    GArray *fonts;          /* FontStats, by role, then by font */
} Stats;

/* (transfer full) (element-type SetBlock) */
Stats *stats_new(const GPtrArray *blocks, const Pages *pages);
void stats_free(Stats *stats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stats, stats_free)

#endif
