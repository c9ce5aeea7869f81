/* What the files of the masthead share. Private to masthead*.c. */
#ifndef MKB_LAYOUT_MASTHEAD_PARTS_H
#define MKB_LAYOUT_MASTHEAD_PARTS_H

#include "layout/lone_line.h"
#include "layout/masthead.h"

/* A filled box of a rule, on the page. */
typedef struct {
    Len x, y, width, height;
} RuleBox;

struct Masthead {
    const Metadata *meta;
    const Template *template;
    GPtrArray *lines;      /* LoneLine: all below, as they are read */
    GPtrArray *blocks;     /* SetBlock: those of the lines, once they are set; not owned */
    LoneLine *copy_number; /* (nullable) (transfer none), as are all below */
    LoneLine *classification, *urgency;
    GPtrArray *names; /* of the issuers' mark; a single one has the suffix in it */
    LoneLine *suffix; /* (nullable) behind several names */
    LoneLine *number; /* (nullable) */
    LoneLine *label;  /* (nullable) before the signatories */
    GPtrArray *signatories;
    LoneLine *star; /* (nullable) in the rule */
    gboolean both;  /* it is of a comparison */
    Len mark_room;  /* how wide the mark may be */
    GArray *rules;  /* RuleBox */
    Len height;
};

/* masthead_text.c: writes the lines, and reports what is missing or wrong. */
void masthead_write(Masthead *masthead, Diagnostics *sink);

/* Where the top of the mark's ink is on the page. */
Len masthead_mark_top(const Masthead *masthead);

/* masthead_mark.c: sizes and places the mark of the issuers; one that gets too small is reported.
 * Returns the bottom of its ink on the page. */
Len masthead_place_mark(Masthead *masthead, const Layout *layout, Diagnostics *sink);

/* masthead_check.c: reports lines that overprint each other or leave the text block, once all have
 * their places. */
void masthead_check(const Masthead *masthead, const Layout *layout, Diagnostics *sink);

/* masthead_signatory.c: puts document number and signatories; the first line's em box begins at
 * `y`. Returns the bottom of the last line's. */
Len masthead_place_signatories(Masthead *masthead, Len y, Diagnostics *sink);

/* Draws a rule whose top is at `y`. Returns its bottom. */
Len masthead_add_rule(Masthead *masthead, const RuleStyle *rule, Len y);

/* Of all its lines. */
Len rule_height(const RuleStyle *rule);

#endif
