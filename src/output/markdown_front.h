/* Front matter and properties of headings as YAML. Private to markdown*.c. */
#ifndef MKB_OUTPUT_MARKDOWN_FRONT_H
#define MKB_OUTPUT_MARKDOWN_FRONT_H

#include "output/markdown_write.h"

/* The front matter of the bulletin, between its --- lines. */
void markdown_front(MarkdownWriter *writer, const Metadata *meta);

/* {key: value, …} at the end of a heading; nothing where nothing is added. Texts hold no character
 * that means something to Markdown. */
typedef struct {
    GString *out;
    gboolean begun;
} Properties;

void properties_add_word(Properties *properties, const gchar *key, const gchar *word);
void properties_add_words(Properties *properties, const gchar *key, const gchar *const *words);
/* Nothing for NULL, or for no date. */
void properties_add_text(Properties *properties, const gchar *key, const gchar *text);
void properties_add_date(Properties *properties, const gchar *key, Date date);
void properties_end(Properties *properties);

#endif
