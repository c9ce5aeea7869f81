/* A change in words, for every output that people read. */
#ifndef MKB_DIFF_WORDS_OF_H
#define MKB_DIFF_WORDS_OF_H

#include "diff/compare.h"

const gchar *change_kind_word(ChangeKind kind, Lang lang); /* 新增 */
const gchar *change_of_word(ChangeOf of, Lang lang);       /* 问题 */

/* "新增2处，删除1处，修改5处，移动1处", or that there is no difference. (transfer full) */
gchar *comparison_totals(const Comparison *comparison, Lang lang);

/* Where, with the place of before where it is another: "问题3（原问题2）". (transfer full) */
gchar *change_where(const Change *change, Lang lang);

/* A value of a change's field, a status in the words of the language; what is not there is said so.
 * (transfer none) */
const gchar *change_value(const Change *change, const gchar *value, Lang lang);

/* Pieces with long stretches that are the same cut to what stands beside a change: "…". (transfer
 * full) (element-type Piece) */
GArray *change_excerpt(const Change *change);

#endif
