/* Front matter through tables: a row a key, with its two names and where its value goes. Private to
 * model. */
#ifndef MKB_MODEL_KEYS_H
#define MKB_MODEL_KEYS_H

#include "model/front_keys.h"
#include "model/names.h"
#include "source/yaml.h"

typedef struct KeyRow KeyRow;

/* Takes a value that is not empty into the target, reporting one of the wrong kind. */
typedef void (*ValueReader)(const KeyRow *row, const YamlPair *pair, gpointer target,
                            Diagnostics *sink);

struct KeyRow {
    Words name;
    ValueReader read;
    gsize offset; /* of the value in the target */
    guint where;  /* bits of the places that have this key */
    const KeyValue *value;
    Words about;
    gboolean required;
};

/* What a value may be: key_values.c. */
extern const KeyValue text_value, text_or_list_value, list_value, truth_value, seals_value,
    date_value, id_value, copy_number_value, classification_value, urgency_value, language_value,
    contact_value, lead_value, kind_value, annex_kind_value, status_value, statuses_value,
    columns_value, order_value;

#define URGENCIES 4
extern const Words urgency_words[URGENCIES], lead_words[1];

/* The tables, for front_keys(). */
const KeyRow *bulletin_key_rows(gboolean contact);
const KeyRow *node_key_rows(void);
const KeyRow *annex_key_rows(void);

/* Keys that many files have. */
#define KEY_WORDS_ID \
    { \
        "id", "编号" \
    }
#define KEY_WORDS_KIND \
    { \
        "kind", "类型" \
    }
#define KEY_WORDS_DRAFT \
    { \
        "draft", "草稿" \
    }

/* A row of the tables of nodes and annexes. */
#define NAMES(en, zh) \
    { \
        en, zh \
    }
#define ROW(names, reader, place, at, of, about_zh, about_en) \
    { \
        .name = names, .read = reader, .offset = place, .where = at, .value = &of##_value, \
        .about = { \
            about_en, \
            about_zh \
        } \
    }

/* A table ends with a row without a name and has 64 rows at most. */
#define KEY_ROWS_END \
    { \
        .name = { NULL, NULL } \
    }
#define KEY_EVERYWHERE G_MAXUINT

/* Reads every pair of a map into the target. Returns a bit for each row that was given something,
 * right or wrong; `here` is the bit of this place. */
guint64 keys_read(const KeyRow *rows, guint here, const YamlNode *map, gpointer target,
                  Diagnostics *sink);

gboolean key_is(const gchar *key, Words name);

/* The pair of a key, by either of its names, or NULL. (transfer none) */
const YamlPair *keys_find(const YamlNode *map, Words name);

/* Readers for the common kinds; the target holds a Field, an array of Field, or a Date there. */
void value_text(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);
void value_lines(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);
void value_list(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);
void value_text_or_list(const KeyRow *row, const YamlPair *pair, gpointer target,
                        Diagnostics *sink);
void value_date(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);

/* A Field whose text can be an anchor in every output. */
void value_id(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);

/* For draft and kind, which are looked at first: they decide what the other keys mean. */
void value_seen(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);

/* Which of the words a value is, only those with a bit in `allowed`; -1 after reporting. */
gint value_word(const YamlPair *pair, const Words *words, guint n_words, guint allowed,
                Diagnostics *sink);

/* Reads true or false; FALSE after reporting. */
gboolean value_truth(const YamlPair *pair, gboolean *truth, Diagnostics *sink);

/* Checks that a value is text, and takes it. */
gboolean value_is_text(const YamlPair *pair, Words expected, Diagnostics *sink);
gboolean value_boolean(const YamlNode *value, gboolean *truth);
void keys_report_kind(const YamlPair *pair, Words expected, Diagnostics *sink);
void keys_report_value(const YamlPair *pair, const gchar *allowed, Diagnostics *sink);

/* "" and what YAML has for nothing. */
gboolean value_is_empty(const YamlNode *value);

/* The YAML of a file's front matter as a map; NULL after reporting, or when there is none: *fault
 * tells which. (transfer full) */
YamlNode *front_read(const SourceEntry *entry, gboolean *fault, Diagnostics *sink);

#endif
