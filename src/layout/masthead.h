/* 版头: what stands at the top of the first page, from the copy number to the red rule (GB/T
 * 9704-2012 7.2), the head of a letter (10.1) and of an order (10.2). */
#ifndef MKB_LAYOUT_MASTHEAD_H
#define MKB_LAYOUT_MASTHEAD_H

#include "layout/pages.h"
#include "layout/set_text.h"

/* Its texts, checked against what the template asks for, and added to the structure (nullable);
 * NULL where the template has no masthead. Both must outlive it. (transfer full) (nullable) */
Masthead *masthead_new(const Bulletin *bulletin, const Template *template, GArray *structure,
                       Diagnostics *sink);
void masthead_free(Masthead *masthead);

/* Chooses fonts, before they are cut. FALSE after reporting. */
gboolean masthead_prepare(Masthead *masthead, const Layout *layout, Diagnostics *sink);

/* Shapes all of it and finds its places. FALSE after reporting. */
gboolean masthead_set(Masthead *masthead, const Layout *layout, Diagnostics *sink);

/* From the top of the text block to where the text may begin, the blank lines between included. */
Len masthead_height(const Masthead *masthead);

void masthead_place(const Masthead *masthead, Page *page);

/* Its lines in the order of reading. (transfer none) (element-type SetBlock) */
const GPtrArray *masthead_blocks(const Masthead *masthead);

/* The same as texts, which need not be set; without the star, an ornament of the rule. (transfer
 * container) (element-type TextBlock) */
GPtrArray *masthead_texts(const Masthead *masthead);

/* For a comparison: its lines get the texts of both, which it takes, in the order of reading;
 * `places` says where among them its own lines stand, the others are gone and put where they
 * belong. That a text of both has no room is then no fault. (element-type TextBlock) */
void masthead_take_both(Masthead *masthead, const GPtrArray *texts, const guint *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Masthead, masthead_free)

#endif
