/* The pages before a redline: how to read it, and a table of all changes. */
#ifndef MKB_DIFF_SUMMARY_H
#define MKB_DIFF_SUMMARY_H

#include "diff/compare.h"

/* A template for these pages, from that of the document, which must outlive it: without its
 * masthead, the pages numbered by themselves. Freed with g_free(). (transfer full) */
Template *summary_template_new(const Template *template);

/* `page_labels` has the labels of the pages where the anchors of changes stand. What it is made
 * from must outlive it. (transfer full) */
Reading *summary_new(const Comparison *comparison, const Template *template, const gchar *old_name,
                     const gchar *new_name, GHashTable *page_labels);

/* Names of the anchors of all changes, a set. (transfer full) */
GHashTable *summary_anchors(const Comparison *comparison);

#endif
