/* Reading a YAML map into a struct: one row a key, with the function that reads its kind. */
#ifndef MKB_TEMPLATE_ROWS_H
#define MKB_TEMPLATE_ROWS_H

#include "source/yaml.h"
#include "template/template.h"

/* Most lines or cells of a grid. */
#define MOST_GRID 500

/* As the `most` of a count of lines: as many as the grid has. */
#define MOST_LINES G_MAXINT

/* Most characters of a text. */
#define MOST_TEXT 200

typedef struct {
    Diagnostics *sink;
    const YamlNode *root;   /* all keys of the template; (nullable) */
    const GPtrArray *files; /* Source: what they come from, the template's own first; (nullable) */
    guint lines;            /* of the grid; 0 until it is known */
    Len cell;               /* one 字 of the grid; 0 until it is known */
    Len em;                 /* size of the style that is being read */
    const GPtrArray *fonts; /* FontRole, for styles that name one */
    gboolean failed;        /* an error was reported */
} Reader;

typedef struct Row Row;

/* Reads the value of a pair to where `target` points. */
typedef void (*ReadValue)(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

struct Row {
    const gchar *key;
    ReadValue read;
    gsize offset;              /* in the struct that the map fills */
    gboolean optional;         /* the struct keeps what it holds */
    void (*missing)(Reader *); /* (nullable) what rows below it need where it is not given */
    gint least, most;          /* of a number; `least` of a text: characters; `most` of a list: how
                                  many it has, of a length: millimetres (0: a page's) */
    const gchar *const *words; /* what a word may be, what a format must hold; NULL ends it */
    const Row *rows;           /* of a map; a row without key ends it */
    gboolean named;            /* the map's keys are names of the file's own, each with `rows` */
    gboolean listed;           /* the value is a list of such maps */
};

/* A row whose value is a member of the struct that the map fills. */
#define ROW(name, reader, type, member) \
    .key = name, .read = reader, .offset = offsetof(type, member)

/* Reads a map's pairs in the order of the rows, so that a row may rely on the rows above it.
 * Reports unknown keys, and missing ones at `where`. */
void rows_read(Reader *reader, const Row *rows, const YamlNode *map, Span where, gpointer target);

/* Frees the texts that reading rows put into a struct. */
void rows_clear(const Row *rows, gpointer target);

/* Kinds of values. */
void read_map(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_nothing(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_text(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_format(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_formats(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_length(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_size(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_count(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_boolean(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_word(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_words(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_texts(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* What a section's reader shares with the above. */
void report_template(Reader *reader, Span where, const gchar *zh, const gchar *en);
void report_missing(Reader *reader, Span where, const gchar *key);
void report_unknown(Reader *reader, const YamlPair *pair, const gchar *const *known);
void report_value(Reader *reader, const gchar *key, const YamlNode *value,
                  const gchar *const *known);

/* "'key' should be …" */
void report_kind(Reader *reader, const gchar *key, Span where, const gchar *zh, const gchar *en);
/* "版心底边 921.260 pt，超过 841.890 pt" */
void report_overflow(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en,
                     Len length, Len limit);
/* The same, if the length is greater than its limit. */
void check_limit(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en, Len length,
                 Len limit);

/* Of values that together are wrong, the one to point at: of those in the file that has the last
 * word, the first that is named. Each is named by its keys: "grid lines", …, NULL. */
Span reader_blame(const Reader *reader, ...) G_GNUC_NULL_TERMINATED;

/* The same of a place, and of a value that is named so: the place, unless the value is later. */
Span reader_blame_later(const Reader *reader, Span place, const gchar *keys);

/* Whether a value is of a kind; reports it when it is not. FALSE in silence for one left out. */
gboolean node_is(Reader *reader, const gchar *key, const YamlNode *node, YamlKind kind);
gboolean value_is(Reader *reader, const YamlPair *pair, YamlKind kind);

#endif
