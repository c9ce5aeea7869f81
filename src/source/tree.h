/* The folder of a bulletin: which files, in which order; nothing outside it is read. */
#ifndef MKB_SOURCE_TREE_H
#define MKB_SOURCE_TREE_H

#include "base/diag.h"

/* A file of the tree with its bytes checked, its front matter still YAML text within it. */
typedef struct SourceEntry SourceEntry;
struct SourceEntry {
    gchar *name;    /* file or folder name */
    Source *source; /* of a file; of a folder its index.md (bulletin.md for the root), or NULL */
    GPtrArray *children;            /* SourceEntry in order, of a folder; NULL for a file */
    guint32 front_start, front_end; /* the YAML between the --- lines; equal when there is none */
    guint32 body_start;             /* where the Markdown begins */
};

typedef struct {
    gchar *folder;      /* the bulletin's, where it was read; nothing outside it is read */
    GPtrArray *sources; /* every Source read, owned; the model adds CSV files to them */
    SourceEntry *root;  /* the folder: source is bulletin.md; or, for a single file, that file with
                           children NULL */
    SourceEntry *closing; /* closing.md, or NULL; not among the children */
    SourceEntry *annexes; /* the folder annexes/, or NULL; not among the children */
    GHashTable *instead;  /* (nullable) (transfer none) see source_tree_read_instead() */
} SourceTree;

/* Reads a folder or a single .md file. NULL after reporting when there is nothing to go on with;
 * otherwise faults are reported and what is readable is returned. (transfer full)
 * Order: by leading number, then by code point. Names beginning with . or _ and files other than
 * .md are no sources. Folders have an index.md, all but annexes/ and what is below it. Symbolic
 * links that leave the folder are RULE_LINK_OUTSIDE; anything but files and folders (FIFOs …)
 * RULE_NOT_REGULAR_FILE. Drafts are decided later, by whoever reads the front matter. */
SourceTree *source_tree_read(const gchar *path, Diagnostics *sink);

/* The same of a folder that stands at `path` for a while only: messages that name a path name it
 * below `shown`. The sources keep their real paths, beside which assets are looked for. */
SourceTree *source_tree_read_shown(const gchar *path, const gchar *shown, Diagnostics *sink);

/* The same with other bytes for some of the files, as if these had been saved: `texts` has GBytes
 * by path, the paths being those of sources. It must outlive the tree, whose CSV files are looked
 * up in it too. */
SourceTree *source_tree_read_instead(const gchar *path, GHashTable *texts, Diagnostics *sink);
void source_tree_free(SourceTree *tree);

/* Checks bytes as the source format asks: UTF-8, no NUL, controls, bidirectional controls,
 * private-use or unassigned characters (errors); zero-width characters, U+3000 indents (warnings).
 * FALSE when the text cannot be parsed. */
gboolean source_validate(const Source *source, Diagnostics *sink);

/* The same for data, where a line that begins with blanks means something. */
gboolean source_validate_data(const Source *source, Diagnostics *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SourceTree, source_tree_free)

#endif
