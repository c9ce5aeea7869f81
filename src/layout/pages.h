/* Pages: everything placed, in absolute coordinates from the page's top left. All that PDF, PNG and
 * the layout dump know of a bulletin. */
#ifndef MKB_LAYOUT_PAGES_H
#define MKB_LAYOUT_PAGES_H

#include "base/len.h"
#include "layout/font.h"
#include "layout/structure.h"
#include "source/image.h"
#include "template/template.h"

/* Text set in one font on one baseline. */
typedef struct {
    guint32 id;
    PageLen x, y; /* absolute origin */
} PlacedGlyph;

/* How many bytes of text and how many glyphs belong together. */
typedef struct {
    guint32 bytes, glyphs;
} GlyphCluster;

/* One block of memory, for a long bulletin has a hundred thousand. */
typedef struct {
    guint font;      /* in Pages.fonts */
    guint condensed; /* its glyphs are so many thousandths narrower than the font's */
    Ink ink;
    Len size;    /* em */
    gchar *text; /* what it says: extracted, searched, read aloud */
    guint n_glyphs, n_clusters;
    PlacedGlyph *glyphs;    /* clusters' glyphs in order */
    GlyphCluster *clusters; /* bytes add up to the text, glyphs to the glyphs; where there are none
                               each character of the text has its glyph */
} GlyphRun;

/* With room for glyphs and clusters, which are to be filled in. g_free() frees it. */
GlyphRun *glyph_run_new(const gchar *text, gsize length, guint n_glyphs, guint n_clusters);

typedef enum {
    ITEM_GLYPHS, /* a GlyphRun */
    ITEM_LINK,   /* a link's area */
    ITEM_ANCHOR, /* a place that "#name" links lead to */
    ITEM_MARK,   /* a dot, a line or a wave below text: no text itself */
    ITEM_RULE,   /* a filled box: rules of masthead, imprint and tables */
    ITEM_IMAGE   /* a figure or seal, which fills its box */
} ItemKind;

typedef struct {
    ItemKind kind;
    guint element;     /* in Pages.structure; 0: no content, but drawn for the layout's sake */
    Len x, y;          /* top left of its box; a glyph run's: origin on the baseline */
    Len width, height; /* 0 for an anchor */
    GlyphRun *run;     /* of ITEM_GLYPHS */
    gchar *target;     /* of ITEM_LINK: "https:…", "#name"; of ITEM_ANCHOR: "name"; of
                          ITEM_IMAGE (nullable) what it shows, in words */
    MarkShape mark;    /* of ITEM_MARK, which fills its box */
    Ink ink;           /* of ITEM_MARK and ITEM_RULE */
    Image *image;      /* of ITEM_IMAGE */
    gboolean multiply; /* of ITEM_IMAGE: what is below is seen through it, as through the ink of a
                          seal */
    gboolean turned; /* its place is that on a page of height × width, which is then turned by 90°
                        to the left: the table's head at the left edge (GB/T 9704-2012 8) */
    Len weight, length; /* of a wave: its pen, and how long one is; a whole number fills the box */
} Item;

/* A line of text on a page, for the dump and for checks of the grid. */
typedef struct {
    StyleRole role;
    guint row; /* grid line, 1 … lines; 0 outside the grid */
    Len x, baseline, width;
    guint first, last; /* its items [first, last) */
    gchar *reasons;    /* (nullable) "stretch-all +3.250 CLREQ 3.2.3; …" */
    gboolean changed;  /* of a comparison: some of it is not in both bulletins */
} PlacedLine;

typedef struct {
    guint number;
    gchar *label;     /* what a viewer shows: "1" */
    GPtrArray *items; /* Item, in reading order */
    GArray *lines;    /* PlacedLine */
    Len pitch;        /* of its lines; 0: the grid's */
    gchar *reasons;   /* (nullable) why it is not full or not on the grid */
} Page;

typedef struct {
    guint level; /* from 1 */
    gchar *title;
    guint page; /* index into pages */
    Len y;      /* top of the line */
} OutlineEntry;

typedef struct {
    gchar *title, *author, *subject, *keywords;
    gchar *date;     /* ISO 8601, "2023-09-15T00:00:00Z": the bulletin's own or SOURCE_DATE_EPOCH */
    gchar *language; /* BCP 47 */
} PagesInfo;

/* What a page is set on, for the overlay of proofs: the template's text block, grid and place of
 * the page number. */
typedef struct {
    Len left, top, width, height;
    Len even_left; /* `left` of even pages */
    guint cells, lines;
    Len cell, pitch;
    Len number_top;          /* from the text block's bottom to the top of the dash */
    Len number_inset;        /* from the text block's outer edge to the number */
    gboolean number_outside; /* odd pages right, even pages left; else centred */
} PageGrid;

typedef struct {
    Len width, height;
    PageGrid grid;
    gboolean show_grid; /* draw it under the text */
    gboolean lets_go;   /* of the glyphs of a page that is drawn: none is drawn twice */
    Colours colours;    /* of a PDF; images are always RGB */
    GPtrArray *pages;   /* Page */
    GPtrArray *fonts;   /* FontFile */
    GArray *outline;    /* OutlineEntry */
    GArray *structure;  /* (nullable) StructElement; without it a PDF is not tagged */
    PagesInfo info;
} Pages;

Page *page_new(guint number);
Pages *pages_new(void);
void pages_free(Pages *pages);

/* Takes the run's and the item's memory (transfer full); an image is shared. */
void page_add(Page *page, Item *item);

/* Frees its glyph runs; items and lines stay. */
void page_let_go(Page *page);

/* Moves all that stands on it to the right. */
void page_shift(Page *page, Len by);

Item *item_new_glyphs(GlyphRun *run, Len x, Len y, Len width);
Item *item_new_link(const gchar *target, Len x, Len y, Len width, Len height);
Item *item_new_anchor(const gchar *name, Len x, Len y);
Item *item_new_mark(MarkShape mark, Len x, Len y, Len width, Len height);
Item *item_new_image(Image *image, Len x, Len y, Len width, Len height);
Item *item_new_rule(Ink ink, Len x, Len y, Len width, Len height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pages, pages_free)

#endif
