/* Paragraphs of clusters, and the lines they are broken into. No font, no Pango, no Cairo here:
 * line breaking and justification run, are tested and are fuzzed on these structures alone. */
#ifndef MKB_LAYOUT_LINE_H
#define MKB_LAYOUT_LINE_H

#include "base/exact_array.h"
#include "base/len.h"
#include "base/source.h"
#include "template/template.h"

/* Character classes of CLREQ 3.1 (typography B1). */
typedef enum {
    CLASS_ID, /* Han and what is set like it */
    CLASS_OP, /* opening brackets and quotes */
    CLASS_CL, /* closing brackets and quotes */
    CLASS_PA, /* 、 ， */
    CLASS_SC, /* ； ： */
    CLASS_FS, /* 。 ． */
    CLASS_QE, /* ？ ！ */
    CLASS_MD, /* 间隔号 · */
    CLASS_DS, /* 破折号 —— */
    CLASS_EL, /* 省略号 …… */
    CLASS_CN, /* 连接号 — ～ – */
    CLASS_SO, /* 分隔号 / */
    CLASS_DG, /* digits, and . , : inside a number */
    CLASS_LT, /* letters of alphabets */
    CLASS_LP, /* marks of alphabets: ( ) . , in Latin text */
    CLASS_PF, /* ¥ № + before a number */
    CLASS_SF, /* % ℃ after a number */
    CLASS_SP, /* a space between words */
    CLASS_BR, /* a hard line break */
    CLASS_COUNT
} CharClass;

const gchar *char_class_name(CharClass klass); /* "OP" */

typedef struct {
    guint32 id;
    PageLen x, y; /* offset from the cluster's origin; y up */
    PageLen advance;
} Glyph;

#define PENALTY_NEVER G_MAXINT16

/* What is set as one: never broken, never stretched inside. */
typedef struct {
    guint32 start, end;          /* bytes of the paragraph's text */
    guint32 glyph, n_glyphs;     /* in the paragraph's glyphs */
    guint32 run;                 /* in the paragraph's runs */
    PageLen em;                  /* of its size */
    PageLen ink_left, ink_right; /* of a mark's glyph: white beside its ink; both 0: not known */
    PageLen advance;             /* natural width with its whites, after B4's compression */
    PageLen ink_shift; /* glyphs' origin from the cluster's left edge: < 0 where white at the left
                          was removed */
    PageLen white_left, white_right; /* adjustable white still in `advance` (B1: half an em at most)
                                      */
    PageLen gap, gap_min, gap_max;   /* Han–Latin space after it; 0 at a line's end (B6) */
    guint8 klass;                    /* CharClass */
    guint8 solid;                    /* gboolean: no white goes after it, to fill a line */
    gint16 penalty; /* of a line break after it; 0 free, PENALTY_NEVER forbidden (B2, B3) */
    guint8 rule;    /* why: index into the table of break rules, for the dump */
} Cluster;

/* Of a comparison of two bulletins: what became of a text. What was moved stands at both places. */
typedef enum {
    TEXT_SAME,
    TEXT_INSERTED,
    TEXT_DELETED,
    TEXT_MOVED_HERE,
    TEXT_MOVED_AWAY,
    TEXT_CHANGES
} TextChange;

/* What the text of a span is marked with. Stretches that meet are of one span where the numbers are
 * the same: 0 is none. */
typedef struct {
    guint32 joined; /* the span without a line break */
    guint32 lined;  /* the span with one line below it */
    guint8 line;    /* MarkShape: MARK_NONE, MARK_LINE or MARK_WAVE */
    guint8 dots;    /* gboolean */
    guint16 note;   /* the number of a footnote whose mark this is; 0: none */
    guint8 again;   /* gboolean: not the first mark of its footnote, which so stands elsewhere */
    guint8 literal; /* gboolean: blanks are what was typed, and no others come between scripts */
    guint8 change;  /* TextChange */
} TextMarks;

/* A space typed where a gap between scripts stands anyway: text without width. */
static inline gboolean cluster_is_typed_gap(const Cluster *cluster)
{
    return cluster->klass == CLASS_SP && cluster->advance == 0;
}

/* What takes no room at a line's end. */
static inline gboolean cluster_is_blank(const Cluster *cluster)
{
    return cluster->klass == CLASS_SP || cluster->klass == CLASS_BR;
}

/* A stretch of a paragraph in one style: one font, one size, one link. */
typedef struct {
    guint32 start, end; /* bytes of the paragraph's text */
    StyleRole role;
    guint font; /* index into the fonts that were cut: see Pages.fonts */
    Len size;
    Len rise;        /* of the baseline */
    guint condensed; /* its glyphs are so many thousandths narrower than the font's */
    Ink ink;
    const gchar *features; /* (nullable) (transfer none) OpenType features, CSS syntax */
    gchar *href;           /* (nullable) */
    Span span; /* in the source; text byte i stands at span.start + (i − start) if exact */
    gboolean exact;
    TextMarks marks;
    guint element;    /* the structure element that it is text of: see layout/structure.h */
    guint link;       /* the link that it is in, perhaps the element itself; 0: none */
    gboolean counted; /* a number or reference that the program gave: it follows from the rest */
    const struct Node *node; /* (nullable) (transfer none) the part of the bulletin that says it */
} TextRun;

GArray *text_runs_new(void); /* of TextRun, frees its elements */

typedef struct {
    gchar *text;
    StyleRole role;
    guint32 label; /* bytes of the text that are set solid; lines turn below what follows them */
    guint32 blank; /* a space at this byte is as wide as a character; 0: none is */
    Len start;     /* of the first line from the left edge; 0: as its style says */
    guint seal;    /* of a name: the structure element of the seal on it; 0: none */
    GArray *runs;  /* TextRun */
    ExactArray *glyphs;   /* Glyph */
    ExactArray *clusters; /* Cluster */
} Paragraph;

void paragraph_free(Paragraph *paragraph);

static inline Cluster *paragraph_cluster(const Paragraph *paragraph, guint32 i)
{
    return &g_array_index(paragraph->clusters, Cluster, i);
}

/* The run that a cluster is of. */
static inline const TextRun *paragraph_run(const Paragraph *paragraph, guint32 i)
{
    return &g_array_index(paragraph->runs, TextRun, paragraph_cluster(paragraph, i)->run);
}

/* Why a line is not as wide as its natural width. */
typedef enum {
    ADJUST_LINE_END,      /* white of a mark at the line's end dropped    GB/T 15834 5.1.10 */
    ADJUST_LINE_START,    /* white of a mark at the line's start dropped  CLREQ 3.1.6 */
    ADJUST_SHRINK_SPACE,  /* word spaces                                  CLREQ 3.2.2 step 1 … */
    ADJUST_SHRINK_MIDDLE, /* interpuncts */
    ADJUST_SHRINK_BRACKET,
    ADJUST_SHRINK_PAUSE, /* 、，；： */
    ADJUST_SHRINK_GAP,   /* Han–Latin */
    ADJUST_SHRINK_STOP,  /* 。？！ */
    ADJUST_STRETCH_SPACE,
    ADJUST_STRETCH_GAP,
    ADJUST_STRETCH_ALL,
    ADJUST_TRACKING,        /* all characters, to fit the ending            GB/T 9704 7.3.5.5 */
    ADJUST_FORCED,          /* broken where no break is allowed: there was no other place */
    ADJUST_RAGGED,          /* not filled: its words are too long */
    ADJUST_TITLE_LINE,      /* the shape of a title, on each of its lines: a single line */
    ADJUST_TITLE_TRAPEZOID, /* short above, long below */
    ADJUST_TITLE_INVERTED,  /* long above, short below */
    ADJUST_TITLE_RHOMBUS,
    ADJUST_TITLE_OTHER,   /* neither: its words allow none */
    ADJUST_TITLE_WRITTEN, /* a line that the author made */
    ADJUST_COUNT
} AdjustKind;

const gchar *adjust_name(AdjustKind kind);   /* "line-end" */
const gchar *adjust_clause(AdjustKind kind); /* "GB/T 15834-2011 5.1.10" */

typedef struct {
    AdjustKind kind;
    Len amount;   /* added to the line's width: < 0 shrinks */
    guint places; /* over how many places */
} Adjustment;

typedef struct {
    guint32 first, last; /* clusters [first, last) of the paragraph; spaces at its end are among
                            them, without width */
    Len indent;          /* from the left edge of the text block to its left edge */
    Len measure;         /* the room it has */
    Len natural, width;  /* before and after adjustment; width == measure when justified */
    gboolean ends_paragraph;
    GArray *x; /* PageLen for each cluster: where its glyphs begin, from the line's left edge */
    GArray *adjustments; /* Adjustment */
} Line;

/* How a paragraph is to be set. */
typedef struct {
    Len width;       /* of the text block */
    Len left, right; /* free at both sides */
    Len indent_first;
    Align align;
} Measure;

/* Breaks a spaced paragraph into justified lines. Never fails: where no break is allowed and none
 * can be done without, the line has ADJUST_FORCED. (transfer full) (element-type Line) */
GPtrArray *break_lines(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paragraph, paragraph_free)

#endif
