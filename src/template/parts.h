/* Parts of a template that are more than one value a key, and the table of all keys. */
#ifndef MKB_TEMPLATE_PARTS_H
#define MKB_TEMPLATE_PARTS_H

#include "template/rows.h"

extern const Row template_rows[];

void read_grid(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_gap(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_page_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_fonts(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_styles(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

#endif
