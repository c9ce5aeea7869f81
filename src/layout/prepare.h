/* Choosing a font for every character of a block, before any glyph is known. */
#ifndef MKB_LAYOUT_PREPARE_H
#define MKB_LAYOUT_PREPARE_H

#include "layout/char_class.h"
#include "layout/compose.h"
#include "layout/font_library.h"

/* A paragraph with text and runs in their fonts; its characters are noted for cutting. `info`
 * receives the class of every character, by byte. NULL after reporting. (transfer full) */
Paragraph *prepare_paragraph(const TextBlock *block, const Template *template, FontLibrary *fonts,
                             CharInfo **info, Diagnostics *sink);

#endif
