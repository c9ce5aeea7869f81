/* What is known of fonts, kept from one build to the next: cut fonts, for cutting is a seventh of a
 * build, and after most edits most fonts are cut as before; and which characters have ink, for
 * which their outlines are read. Either is given again only for the same face of the same file in
 * the same state, a cut font for the same characters and features, so what is built is the same. */
#ifndef MKB_LAYOUT_FONT_KEEP_H
#define MKB_LAYOUT_FONT_KEEP_H

#include <glib.h>
#include <hb.h>

typedef struct FontKeep FontKeep;

FontKeep *font_keep_new(void);
void font_keep_free(FontKeep *keep);

/* Between builds: forgets what was not asked for since the last call. */
void font_keep_sweep(FontKeep *keep);

typedef struct {
    const gchar *path;
    const gchar *state; /* of the file before it was opened, deps_file_state() */
    guint index;
    hb_face_t *face; /* of that file */
    const hb_set_t *characters, *features;
} CutOrder;

/* As font_cut(). (nullable) keep. (transfer full) */
GBytes *font_keep_cut(FontKeep *keep, const CutOrder *order);

/* What is known of a face: a character and whether it has ink, as GINT_TO_POINTER(). NULL where
 * there is no `keep`, or the state is not sure. (nullable) keep. (transfer full) */
GHashTable *font_keep_inks(FontKeep *keep, const gchar *path, const gchar *state, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontKeep, font_keep_free)

#endif
