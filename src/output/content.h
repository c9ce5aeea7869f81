/* Reading the content of a page operator by operator (ISO 32000-1 7.8.2). */
#ifndef MKB_OUTPUT_CONTENT_H
#define MKB_OUTPUT_CONTENT_H

#include <glib.h>

#define CONTENT_OPERANDS 3

/* An operator with what stands before it. */
typedef struct {
    gsize start; /* of its first operand, or of itself where it has none */
    gsize word;  /* of itself */
    gsize length;
    gsize end; /* after it; of an image in the content after its EI */
    guint n_operands;
    guint n_numbers;                /* how many of the last operands are numbers */
    gsize number[CONTENT_OPERANDS]; /* where the last of them begin, the last one last */
} ContentOperator;

typedef struct {
    const guchar *data;
    gsize length, at;
} ContentReader;

/* FALSE where there is no other operator; what is cut off is none. */
gboolean content_next(ContentReader *reader, ContentOperator *found);

/* Whether the operator is that word. */
gboolean content_is(const ContentReader *reader, const ContentOperator *found, const gchar *word);

/* Whether its operands are these numbers, written like that. */
gboolean content_has_numbers(const ContentReader *reader, const ContentOperator *found, guint count,
                             const gchar *const *wanted);

#endif
