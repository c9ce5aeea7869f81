/* The keys of front matter, for whoever helps to write them: completion, the JSON Schema. What the
 * tables say here is what keys_read() reads by. */
#ifndef MKB_MODEL_FRONT_KEYS_H
#define MKB_MODEL_FRONT_KEYS_H

#include "model/names.h"

/* Whose front matter, or which group within it. */
typedef enum {
    FRONT_BULLETIN, /* bulletin.md, or the single file */
    FRONT_CONTACT,  /* the group 联系方式 of a bulletin */
    FRONT_HEADING,
    FRONT_FINDING,
    FRONT_MEASURE,
    FRONT_CLOSING,
    FRONT_ANNEX,
    FRONT_LEDGER,
    FRONT_PLACES
} FrontPlace;

typedef enum {
    SHAPE_TEXT,
    SHAPE_TEXT_OR_LIST,
    SHAPE_LIST,
    SHAPE_TRUTH,
    SHAPE_NUMBER,         /* digits, which YAML may take for a number */
    SHAPE_WORD,           /* one of the words */
    SHAPE_WORDS,          /* a list of them */
    SHAPE_WORD_OR_LIST,   /* one, or a list */
    SHAPE_TRUTH_OR_PATHS, /* yes, no, or what SHAPE_TEXT_OR_LIST has */
    SHAPE_GROUP           /* a map with keys of its own */
} ValueShape;

/* What a value may be. */
typedef struct {
    const gchar *name; /* of the kind of value, for the schema */
    ValueShape shape;
    const Words *words; /* by their bits in `allowed`; (nullable) */
    guint n_words, allowed;
    gboolean others;      /* text other than the words is right, too */
    const gchar *pattern; /* of a text that is not empty: ECMA-262, without anchors; (nullable) */
    gboolean date;
    FrontPlace group; /* of SHAPE_GROUP */
} KeyValue;

typedef struct {
    Words name, about; /* the names in both languages; what the key is, a line in each */
    const KeyValue *value;
    gboolean required;
} FrontKey;

/* The keys of a place in the order of the tables. (transfer full) (element-type FrontKey) */
GArray *front_keys(FrontPlace place);

/* The key of either name in a place. (out); FALSE when there is none. */
gboolean front_key_find(FrontPlace place, const gchar *name, FrontKey *key);

#endif
