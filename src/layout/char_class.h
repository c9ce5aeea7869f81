/* Which CLREQ class a character of a text belongs to, and whether it is set in the Latin font. */
#ifndef MKB_LAYOUT_CHAR_CLASS_H
#define MKB_LAYOUT_CHAR_CLASS_H

#include "layout/line.h"

typedef struct {
    guint8 klass; /* CharClass */
    guint8 latin; /* TRUE: tried in the role's Latin fonts first */
} CharInfo;

/* Classifies a whole paragraph. The marks that Chinese shares with alphabets (“ ” ‘ ’ — … ·) are
 * resolved by what stands around them (typography B1.1), before any font is chosen. Writes one
 * CharInfo at the byte at which each character starts; `info` holds `length` of them. */
void classify_text(const gchar *text, gsize length, CharInfo *info);

/* 、，；：。？！ and closing brackets and quotes. */
static inline gboolean class_closes(CharClass klass)
{
    return klass >= CLASS_CL && klass <= CLASS_QE;
}

/* What words and numbers of alphabets are made of. */
static inline gboolean class_is_alphabetic(CharClass klass)
{
    return klass == CLASS_LT || klass == CLASS_LP || klass == CLASS_DG || klass == CLASS_PF ||
           klass == CLASS_SF;
}

#endif
