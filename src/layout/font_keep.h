/* Cut fonts kept from one build to the next: cutting is a seventh of a build, and after most edits
 * most fonts are cut as before. A font is given again only for the same file in the same state, the
 * same face of it, the same characters and features, so what is built is the same. */
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontKeep, font_keep_free)

#endif
