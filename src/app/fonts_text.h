/* What `mkbulletin fonts` prints. */
#ifndef MKB_APP_FONTS_TEXT_H
#define MKB_APP_FONTS_TEXT_H

#include "layout/font_library.h"

/* Role by role: the chain of faces, which of them the machine has, and, where they are `counted`,
 * which characters of a bulletin each has set; then file by file where it is from, version, licence
 * and SHA-256. Faces that are missing and may not be are reported. */
void fonts_text(const Template *template, FontLibrary *library, gboolean counted, Lang lang,
                GString *out, Diagnostics *sink);

#endif
