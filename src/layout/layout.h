/* From the Bulletin to Pages, in stages that can be looked at one by one. */
#ifndef MKB_LAYOUT_LAYOUT_H
#define MKB_LAYOUT_LAYOUT_H

#include "layout/line.h"
#include "layout/pages.h"
#include "model/bulletin.h"

typedef struct {
    const gchar *font_folder;       /* holds the manifest and its files */
    const gchar *const *font_paths; /* (nullable) folders whose fonts come first */
    struct FontKeep *keep;          /* (nullable) layout/font_keep.h */
} FontSources;

typedef struct SetTable SetTable;           /* layout/table.h */
typedef struct SetFigure SetFigure;         /* layout/figure.h */
typedef struct SignaturePart SignaturePart; /* layout/signature_part.h */

/* A paragraph with its lines, before pages; or a table or figure: then it has no lines. */
typedef struct {
    Paragraph *paragraph;
    Measure measure;       /* that its lines were broken to */
    GPtrArray *lines;      /* Line */
    SetTable *table;       /* (nullable) */
    SetFigure *figure;     /* (nullable) */
    gboolean turned;       /* stands on a page turned by 90° */
    const GArray *anchors; /* (nullable) (transfer none) Anchor: of its text, for whoever has no
                              other way to them */
    SignaturePart *part;   /* (nullable) the part of a signature that it is the first text of */
    gboolean in_part;      /* it stands in the part of a block before it */
} SetBlock;

typedef struct Layout Layout;
typedef struct FontLibrary FontLibrary; /* layout/font_library.h */
typedef struct Masthead Masthead;
typedef struct Reading Reading; /* layout/reading.h */

/* Composes, shapes, spaces and breaks; `layout_blocks` has the result. References to pages set what
 * `page_labels` has for their ids; where it is NULL, a guess. NULL after reporting what
 * stands in the way (a missing font, a character without a glyph). (transfer full)
 * `bulletin` and `template` must outlive it. */
Layout *layout_new(const Bulletin *bulletin, const Template *template, const FontSources *fonts,
                   GHashTable *page_labels, Diagnostics *sink);

/* The same of texts that are composed already, with their structure. Takes them. */
Layout *layout_new_of(Reading *reading, const FontSources *fonts, Diagnostics *sink);
void layout_free(Layout *layout);

/* (transfer none) (element-type SetBlock) */
const GPtrArray *layout_blocks(const Layout *layout);

/* Every block that has lines, as it is set on the pages when these are filled: the cells of tables
 * instead of these, and footnotes; not what stands above the text of the first page. (transfer
 * container) (element-type SetBlock) */
GPtrArray *layout_page_blocks(const Layout *layout);

/* What stands above the text of the first page. (transfer none) (nullable) */
const Masthead *layout_masthead(const Layout *layout);

/* The footnotes. (transfer none) (element-type SetBlock) */
const GPtrArray *layout_notes(const Layout *layout);

/* The fonts that were cut; TextRun.font counts into them. (transfer none) (element-type FontFile)
 */
const GPtrArray *layout_fonts(const Layout *layout);

/* Where they are from. (transfer none) */
FontLibrary *layout_font_library(const Layout *layout);

/* What is placed on the pages is let go as they are filled, which spares a long bulletin as much
 * again as the pages take: layout_page_blocks() is not to be asked then. */
void layout_let_go(Layout *layout);

/* Fills pages, once. `date` is Pages.info.date, ISO 8601. NULL after reporting. (transfer full) */
Pages *layout_paginate(Layout *layout, const gchar *date, Diagnostics *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, layout_free)

#endif
