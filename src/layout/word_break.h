/* Where words of letters that stand for something else may be broken: addresses and paths. */
#ifndef MKB_LAYOUT_WORD_BREAK_H
#define MKB_LAYOUT_WORD_BREAK_H

#include "layout/line.h"

typedef enum {
    WORD_WHOLE,       /* not here */
    WORD_SLASH,       /* docs/|ci: behind a folder of a path */
    WORD_LAST_RESORT, /* www.|example.cn: where there is no other place */
} WordBreak;

/* Between cluster `i` of a paragraph and the next, which both are of an alphabet, the first of them
 * a mark and the other none (typography B3; UAX #14 SY, IS, HY for the marks that there are). A
 * name stays in one piece with its ending (vocabulary.yaml), an abbreviation with its stroke
 * (GB/T), an option with its dashes (--lang=zh). */
WordBreak word_break(const Paragraph *paragraph, guint32 i);

#endif
