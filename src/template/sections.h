/* The keys of a template, a file a section of them. Each table is a row of template_rows; what is
 * more than one value a key has a reader of its own. */
#ifndef MKB_TEMPLATE_SECTIONS_H
#define MKB_TEMPLATE_SECTIONS_H

#include "template/rows.h"

/* schema.c: all of it. */
extern const Row template_rows[];

/* page.c */
extern const Row page_rows[], block_rows[], grid_rows[], page_number_rows[];
void read_grid(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void do_without_grid(Reader *reader);
void read_page_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* fonts.c; the rows of each font. */
extern const Row font_rows[];
void read_fonts(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* styles.c; the rows of a role. */
const Row *style_rows_of(StyleRole role);
void read_styles(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* masthead.c */
extern const Row masthead_rows[];
void read_masthead(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* composition.c */
extern const Row composition_rows[], mark_rows[], title_rows[];

/* wording.c */
extern const Row numbering_rows[], finding_rows[], contact_rows[];
extern const Row recipients_rows[], annex_list_rows[], attendance_rows[], issued_rows[],
    note_rows[];

/* table.c */
extern const Row table_rows[];

/* footnote.c */
extern const Row footnote_rows[];
void read_footnote(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* figure.c */
extern const Row figure_rows[];
void read_figure(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* annex.c */
extern const Row annex_rows[], ledger_style_rows[];

/* signature.c */
extern const Row signature_rows[], seal_rows[], stamp_rows[];
void read_signature(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_seal(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);
void read_stamp(Reader *reader, const Row *row, const YamlPair *pair, gpointer target);

/* imprint.c */
extern const Row imprint_rows[];

#endif
