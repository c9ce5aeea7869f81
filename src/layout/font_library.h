/* The faces that a template's fonts may use, and the cutting of those that a bulletin does use. */
#ifndef MKB_LAYOUT_FONT_LIBRARY_H
#define MKB_LAYOUT_FONT_LIBRARY_H

#include "layout/font.h"
#include "layout/font_files.h"
#include "layout/font_ink.h"
#include "layout/layout.h"

/* What sets one character. */
typedef struct {
    guint font;            /* index into font_library_files() */
    gint rise;             /* thousandths of an em */
    const gchar *features; /* (nullable) (transfer none) */
} FontUse;

/* Reads the manifest and looks through the font paths; no face is opened yet. NULL after reporting.
 * `template` must outlive it. (transfer full) */
FontLibrary *font_library_new(const Template *template, const FontSources *sources,
                              Diagnostics *sink);
void font_library_free(FontLibrary *library);

/* The first face of a role's chain that has the character with ink, noted for cutting. FALSE after
 * reporting a character that none has, a blank one, or a missing face, each once. */
gboolean font_library_use(FontLibrary *library, guint role, gunichar c, gboolean latin, Span where,
                          FontUse *use, Diagnostics *sink);

/* Cuts every face to the characters that were noted. FALSE after reporting. */
gboolean font_library_cut(FontLibrary *library, Diagnostics *sink);

/* (transfer none) (element-type FontFile) */
GPtrArray *font_library_files(const FontLibrary *library);

/* The face that a choice of a chain stands for; NULL where the machine has none, or one that is no
 * font. (transfer none) */
const FontEntry *font_library_entry(FontLibrary *library, const FontChoice *choice);

/* The characters that a choice of a chain has been used for, by code point. (transfer full) */
gchar *font_library_characters(const FontLibrary *library, const FontChoice *choice);

/* Where a character's ink lies, thousandths of an em. */
InkHeight font_library_ink(const FontLibrary *library, guint font, gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontLibrary, font_library_free)

#endif
