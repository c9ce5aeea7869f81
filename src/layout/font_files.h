/* Which font files there are: the manifest's and those of --font-path, which come first. */
#ifndef MKB_LAYOUT_FONT_FILES_H
#define MKB_LAYOUT_FONT_FILES_H

#include "base/diag.h"

typedef struct {
    GPtrArray *families; /* names, in every language that the file gives */
    guint weight;        /* CSS */
    gchar *path;
    guint index;   /* of the face in a collection */
    gchar *sha256; /* that the manifest expects; NULL: it is not in the manifest */
} FontEntry;

/* Appends the manifest's faces; a file need not be there yet. FALSE after reporting. */
gboolean font_files_read_manifest(const gchar *folder, GPtrArray *entries, Diagnostics *sink);

/* Appends every face of the fonts directly in a folder, by file name. FALSE after reporting. */
gboolean font_files_read_folder(const gchar *folder, GPtrArray *entries, Diagnostics *sink);

/* The first entry of that family and weight, or NULL. (transfer none) */
const FontEntry *font_files_find(const GPtrArray *entries, const gchar *family, guint weight);

/* (transfer full) (element-type FontEntry) */
GPtrArray *font_files_new(void);

/* Whether a name ends as those of fonts do. */
gboolean font_files_has_suffix(const gchar *name);

#endif
