/* What a font file says of itself. */
#ifndef MKB_LAYOUT_FONT_ABOUT_H
#define MKB_LAYOUT_FONT_ABOUT_H

#include <glib.h>

/* From its name table, in English where there is a choice; NULL what it does not say. */
typedef struct {
    gchar *version;
    gchar *licence; /* in words, often many */
    gchar *licence_url;
} FontAbout;

/* Of a face of a file. NULL when it cannot be read. (transfer full) */
FontAbout *font_about_new(const gchar *path, guint index);
void font_about_free(FontAbout *about);

/* The SHA-256 of a file in hexadecimal digits, as the manifest has it. NULL when it cannot be read.
 * (transfer full) */
gchar *font_file_sha256(const gchar *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontAbout, font_about_free)

#endif
