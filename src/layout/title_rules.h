/* What the lines of a title cost: one table, for the places of breaks and for the shape. */
#ifndef MKB_LAYOUT_TITLE_RULES_H
#define MKB_LAYOUT_TITLE_RULES_H

#include <glib.h>

typedef enum {
    /* places: what a break there parts */
    TITLE_CLAUSES,    /* the issuer from 关于, one joint issuer from the next */
    TITLE_PHRASES,    /* after a mark, after 的, after an organ's name */
    TITLE_ADJUNCT,    /* 加强 from what is strengthened, 2023年 from what was then */
    TITLE_WORDS,      /* any two words */
    TITLE_HEAD,       /* a word that leans on the one before it: 整改工作|情况 */
    TITLE_SINGLE,     /* a word of one character from its neighbour: of no known word, perhaps */
    TITLE_GUESSED,    /* what is probably an organ's name */
    TITLE_NAME_PARTS, /* an organ's name where a shorter one ends: 人民政府|办公室 */
    TITLE_NAME,       /* an organ's name, as the issuers' */
    TITLE_QUOTED,     /* what stands in 《》, “” or （） */
    TITLE_NUMBER,     /* a number and its counter, a date */
    TITLE_LEAD,       /* 关于 at a line's end */
    TITLE_PARTICLE,   /* 的 at a line's start */
    TITLE_DOCUMENT,   /* the kind of document from what comes before it */
    TITLE_WORD,       /* a word in itself */
    TITLE_FORCED,     /* what may not be broken at all */
    /* shape */
    TITLE_LINE,      /* each line */
    TITLE_ALONE,     /* a line of two characters, or one */
    TITLE_SHORT,     /* of four, or three */
    TITLE_FULL,      /* a line of several that leaves less than a character free at each side */
    TITLE_EQUAL,     /* two lines equally long: a rectangle */
    TITLE_UNEQUAL,   /* each character by which two lines differ, beyond TITLE_UNEQUAL_FROM */
    TITLE_HOURGLASS, /* a line shorter than the ones around it */
    TITLE_RULES
} TitleRule;

#define TITLE_UNEQUAL_FROM 6 /* characters */

/* Costs of a break, or of a line, in one scale. */
extern const gint title_cost[TITLE_RULES];

#endif
