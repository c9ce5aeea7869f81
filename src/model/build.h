/* The steps by which files become a bulletin. Private to model. */
#ifndef MKB_MODEL_BUILD_H
#define MKB_MODEL_BUILD_H

#include "model/bulletin.h"
#include "source/yaml.h"

/* Front matter of bulletin.md, and whether what every bulletin must have is there. */
void metadata_read(Metadata *meta, const SourceEntry *entry, Diagnostics *sink);

/* Whether there are as many seals, stamps and posts as issuers need. */
void metadata_check_seals(const Metadata *meta, Diagnostics *sink);

/* "phone" (transfer none) */
const gchar *contact_name(ContactKind kind);

/* A node with the front matter of its file or folder in it; NULL when that is a draft, which has
 * been said. `allowed` has a bit for each NodeKind that can stand here. (transfer full) */
Node *node_begin(const SourceEntry *entry, NodeKind usual, guint allowed, Diagnostics *sink);

/* The same of the properties at the end of a heading (nullable), in a bulletin of one file. */
Node *node_from_properties(const YamlNode *map, NodeKind usual, guint allowed, Diagnostics *sink);

/* Takes {key: value, …} and then {#id} off the end of a heading. NULL where there are no
 * properties, or after reporting. (transfer full) */
YamlNode *heading_take_properties(Block *heading, Diagnostics *sink);

/* Whether a file's front matter says draft, which is then told. */
gboolean entry_is_draft(const SourceEntry *entry, const YamlNode *map, Diagnostics *sink);

/* Whether closing.md is to be set; reports keys that cannot stand there. */
gboolean closing_begin(const SourceEntry *entry, Diagnostics *sink);

typedef enum { TITLE_NONE, TITLE_OPTIONAL, TITLE_REQUIRED } TitleRule;

/* Reads the Markdown of a file that has one title at most. Returns its blocks without headings and
 * breaks; the title's runs and place go to the node, which may be NULL for TITLE_NONE.
 * (transfer full) (element-type Block) */
GPtrArray *body_read(const SourceEntry *entry, TitleRule rule, Node *node, Diagnostics *sink);

/* Moves the id at the end of a heading to *id, unless front matter has given one: that is reported.
 */
void heading_take_id(Field *id, Block *heading, Diagnostics *sink);

/* Moves a heading's runs, id and place to its node; an empty title is reported. */
void node_take_title(Node *node, Block *heading, Diagnostics *sink);

/* Points at where a file's text begins. */
void report_no_heading(const SourceEntry *entry, const GPtrArray *blocks, Diagnostics *sink);

/* Reports and removes headings and thematic breaks within lists. */
void block_tidy(Block *block, Diagnostics *sink);

/* The same of a finding's list in a bulletin of one file, where an item may begin with a # heading:
 * a measure's topic sentence. */
void block_tidy_measures(Block *list, Diagnostics *sink);
void block_report_break(const Block *block, Diagnostics *sink);

/* Reports tables and images, which cannot stand in the sentence of a measure. */
void blocks_refuse_tables(const GPtrArray *blocks, Diagnostics *sink);

gboolean inlines_have_text(const GArray *inlines);
gboolean blocks_have_text(const GPtrArray *blocks);

/* From the first block's beginning to the last one's end. */
Span blocks_span(const GPtrArray *blocks);

/* Divides a finding's blocks (transfer full) into text, measures and closing text. With measures in
 * files of their own (`in_files`) there can be no list. */
void finding_fill(Node *finding, GPtrArray *blocks, gboolean in_files, Diagnostics *sink);

/* A bulletin in one file: its headings are the tree. */
void outline_read(Bulletin *bulletin, const SourceEntry *entry, Diagnostics *sink);

/* The files of annexes/, each an annex (GB/T 9704-2012 7.3.7). */
void annexes_read(Bulletin *bulletin, const SourceEntry *folder, Diagnostics *sink);

/* An annex in a bulletin of one file begins with a # heading whose properties say so. */
gboolean properties_are_of_annex(const YamlNode *map);

typedef struct AnnexReading AnnexReading;

/* Begins the bulletin's next annex; blocks are then given to it, and its title is the first.
 * (transfer full) */
AnnexReading *annex_begin_reading(Bulletin *bulletin, const YamlNode *map, Diagnostics *sink);
void annex_take_block(AnnexReading *reading, Block *block);
void annex_end_reading(AnnexReading *reading);

/* Where a file's or folder's text begins; of a folder without index.md, that of its first file. */
Span entry_place(const SourceEntry *entry);

/* Numbers of all nodes. */
void bulletin_number(Bulletin *bulletin);

/* Calls `visit` for each array of blocks, in the order of the text. (element-type Block) */
typedef void (*BlocksVisitor)(GPtrArray *blocks, gpointer data);
void bulletin_visit(const Bulletin *bulletin, BlocksVisitor visit, gpointer data);

/* The same without those of annexes. */
void bulletin_visit_text(const Bulletin *bulletin, BlocksVisitor visit, gpointer data);

/* Reports tables, and figures, that have the number of another in the text, or in one annex: a
 * reference to it may mean either. */
void bulletin_check_labels(const Bulletin *bulletin, Diagnostics *sink);

/* Reads the CSV files that figures name, which so become tables. The files are added to the tree's
 * sources. */
void bulletin_read_csv(Bulletin *bulletin, const SourceTree *tree, Diagnostics *sink);

/* Moves the texts of footnotes out of all blocks, and numbers those that the text refers to. */
void bulletin_take_notes(Bulletin *bulletin, Diagnostics *sink);

/* The table of ids, and whether every reference leads to one of them. */
void bulletin_link(Bulletin *bulletin, Diagnostics *sink);

/* Warns of ledgers that no finding comes into. */
void ledgers_check(const Bulletin *bulletin, Diagnostics *sink);

/* The files that figures, seals and stamps name, each read once; what is below `root`, the
 * bulletin's folder. */
void bulletin_read_images(Bulletin *bulletin, const gchar *root, Diagnostics *sink);

#endif
