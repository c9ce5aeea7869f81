/* A kind of document: page, grid, fonts, styles, numbering and order, read from
 * templates/NAME.yaml. Nothing of it is hard-coded in C; every length is resolved to Len when it is
 * loaded. */
#ifndef MKB_TEMPLATE_TEMPLATE_H
#define MKB_TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "base/len.h"
#include "model/document_number.h"

/* Who speaks: the roles that styles are given to. A role is one row here and one style in YAML.
 * Those of the masthead come first. */
#define STYLE_ROLES(ROLE) \
    ROLE(COPY_NUMBER, "copy-number")         /* 份号 */ \
    ROLE(CLASSIFICATION, "classification")   /* 密级和保密期限 */ \
    ROLE(URGENCY, "urgency")                 /* 紧急程度 */ \
    ROLE(MASTHEAD, "masthead")               /* 发文机关标志 */ \
    ROLE(DOCUMENT_NUMBER, "document-number") /* 发文字号 */ \
    ROLE(SIGNATORY_LABEL, "signatory-label") /* 签发人： */ \
    ROLE(SIGNATORY, "signatory")             /* 签发人姓名 */ \
    ROLE(TITLE, "title") \
    ROLE(ISSUED, "issued")         /* 题注: the date below the title */ \
    ROLE(RECIPIENTS, "recipients") /* 主送机关 */ \
    ROLE(HEADING_1, "heading-1") \
    ROLE(HEADING_2, "heading-2") \
    ROLE(HEADING_3, "heading-3") \
    ROLE(HEADING_4, "heading-4") \
    ROLE(BODY, "body") \
    ROLE(LEAD, "lead") /* 针对…问题。 before a finding's text */ \
    ROLE(EMPHASIS, "emphasis") \
    ROLE(STRONG, "strong") \
    ROLE(PROPER, "proper")         /* […]{专名} */ \
    ROLE(BOOK, "book")             /* […]{书名} */ \
    ROLE(DOT, "dot")               /* […]{着重} */ \
    ROLE(CAPTION, "caption")       /* 表题、图题 */ \
    ROLE(CONTINUED, "continued")   /* 续表, above a table that goes on */ \
    ROLE(TABLE, "table")           /* what stands in the cells of tables */ \
    ROLE(TABLE_HEAD, "table-head") /* … of their first row */ \
    ROLE(FOOTNOTE, "footnote")     /* 脚注 */ \
    ROLE(NOTE_MARK, "note-mark")   /* its mark in the text and before the note */ \
    ROLE(CONTACT, "contact") \
    ROLE(ANNEX_LIST, "annex-list")             /* 附件说明 */ \
    ROLE(ATTENDANCE, "attendance")             /* 出席、请假、列席 */ \
    ROLE(ATTENDANCE_LABEL, "attendance-label") /* its first words: 出席： */ \
    ROLE(POST, "post")                         /* 签发人职务, left of a signature stamp */ \
    ROLE(SIGNATURE, "signature")               /* 发文机关署名 */ \
    ROLE(DATE, "date")                         /* 成文日期 */ \
    ROLE(NOTE, "note")                         /* 附注 */ \
    ROLE(IMPRINT, "imprint")                   /* 版记: 主送, 抄送 */ \
    ROLE(PRINTED_BY, "printed-by")             /* 印发机关 */ \
    ROLE(PRINTED_ON, "printed-on")             /* 印发日期 */ \
    ROLE(ANNEX_MARK, "annex-mark")             /* 附件1 */ \
    ROLE(ANNEX_TITLE, "annex-title") \
    ROLE(PAGE_NUMBER, "page-number")

typedef enum {
#define ROLE(symbol, name) STYLE_##symbol,
    STYLE_ROLES(ROLE)
#undef ROLE
        STYLE_ROLES_COUNT
} StyleRole;

/* "heading-1" for STYLE_HEADING_1. (transfer none) */
const gchar *style_role_name(StyleRole role);

/* No shift given: a fallback is raised so that the ink of its Han stands level with the first
 * face's, as measured from both fonts. */
#define FONT_SHIFT_MEASURED G_MININT

/* One face of a fallback chain. */
typedef struct {
    gchar *family;
    guint weight;      /* CSS: 400 regular, 700 bold; default 400 */
    gboolean optional; /* passed over in silence where the machine does not have it */
    gint shift;        /* thousandths of an em, added to the height above the baseline; default
                          FONT_SHIFT_MEASURED */
    gchar *features;   /* (nullable) OpenType features in CSS syntax: "hwid" */
    gchar *except;     /* (nullable) characters that the face draws wrong: left to the next one */
} FontChoice;

/* A font as the standard names it: 仿宋, 黑体 … */
typedef struct {
    gchar *name;   /* "fangsong" */
    gchar *label;  /* "仿宋", for messages */
    GArray *han;   /* FontChoice, in order of preference: Han, marks and all the rest */
    GArray *latin; /* FontChoice: Latin letters, digits and their marks; tried before han; may be
                      empty */
} FontRole;

/* All is black that nothing else is said of (GB/T 9704-2012 5.2.4). The last three are those of a
 * comparison (花脸稿), which no template has. */
typedef enum { INK_BLACK, INK_RED, INK_INSERTED, INK_DELETED, INK_MOVED, INK_COUNT } Ink;

/* What red and black of a PDF are made of: light, for screens, or the inks of a press, Y80 M80 and
 * BL100 (6.1). */
typedef enum { COLOURS_RGB, COLOURS_CMYK } Colours;

typedef enum { ALIGN_JUSTIFY, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } Align;

/* What is drawn below text: 着重号, 专名号, 书名号甲式. */
typedef enum { MARK_NONE, MARK_DOT, MARK_LINE, MARK_WAVE } MarkShape;

typedef struct {
    guint font; /* index into Template.fonts */
    Len size;   /* em; cell for 三号 body text */
    Len pitch;  /* from baseline to baseline; 0: the grid's */
    Ink ink;
    Align align;
    Len indent_first;    /* of the first line, beyond `left` */
    Len left, right;     /* free at both sides of every line */
    guint before, after; /* blank grid lines; none at the top of a page */
    guint keep_next;     /* lines of what follows that must stand on the same page */
    MarkShape mark;      /* of words inside a paragraph */
    gboolean as_around;  /* they have no font of their own: that of the text around them */
} Style;

/* Where marks stand below the em box, and how large they are: thousandths of an em. */
typedef struct {
    gint dot_diameter, dot_centre;
    gint line_weight, line_distance;
    gint wave_weight, wave_distance, wave_amplitude, wave_length;
    gint separation; /* between the lines of two names that meet, at least */
} MarkStyle;

/* Where a numbering format says {han} 一, {digit} 1, {circled} ①. */
typedef struct {
    gchar *heading[4];           /* "{han}、" "（{han}）" "{digit}." "（{digit}）" */
    gchar *measure;              /* "{han}是" */
    gchar *item;                 /* list inside a measure: "（{digit}）" */
    gchar *list;                 /* list elsewhere: "{digit}." */
    gchar *reference_heading[4]; /* what [](#id) sets: "{han}" … */
    gchar *reference_finding;
    gchar *
        reference_annex[4]; /* (nullable) of a heading of an annex, behind 附件1: "第{han}部分" … */
    gchar *reference_measure;
} Numbering;

/* A finding begins with its lead-in, or it is a heading of its depth with paragraphs below it. */
typedef enum { FINDING_LEAD_IN, FINDING_HEADING } FindingLayout;
typedef enum { MEASURES_RUN_IN, MEASURES_PARAGRAPHS } MeasureLayout;

typedef struct {
    gchar *lead_in;        /* "针对{title}问题。" */
    gchar *lead_in_prefix; /* "针对": a heading that begins so is set as it stands */
    FindingLayout layout;
    MeasureLayout measures;
    gchar *measure_separator;         /* "；" */
    gchar *measure_end;               /* "。" */
    gchar *closing_marks;             /* "。；！？": a measure that ends in one keeps it */
    gchar *list_separator, *list_end; /* "；" "" for lists inside a measure */
} FindingStyle;

typedef struct {
    gchar *lead;      /* "联系方式：" */
    gchar *separator; /* "；" */
    gchar *end;       /* "" */
    gchar *labels[6]; /* by ContactKind: "电话 {value}" "电子邮箱 {value}" … */
} ContactStyle;

/* 7.3.2 */
typedef struct {
    gchar *separator, *end; /* "、" "：" */
    guint most_lines;       /* more of them go to the imprint; 0: when no text has room below */
} RecipientsStyle;

/* 附件说明 (7.3.4) */
typedef struct {
    gchar *label;  /* "附件：" */
    gchar *number; /* "{digit}." before each of several */
} AnnexListStyle;

/* 10.3 */
enum { ATTENDANCE_PRESENT, ATTENDANCE_ABSENT, ATTENDANCE_OBSERVERS, ATTENDANCE_KINDS };

typedef struct {
    gchar *labels[ATTENDANCE_KINDS]; /* "出席：" … */
    gchar *separator, *end;          /* "，" "。" */
} AttendanceStyle;

/* Lines of a rule, one below the other. */
#define RULE_LINES 2
typedef struct {
    Len weight[RULE_LINES]; /* from the top; 0 ends them */
    Len gap;                /* between two */
    Len width;              /* centred on the text block */
    Len star;               /* em of the star in its middle; 0: none */
} RuleStyle;

typedef enum { HEAD_FROM_TEXT_BLOCK, HEAD_FROM_PAGE } HeadOrigin;
typedef enum { MARK_OF_ALL, MARK_OF_FIRST } MarkIssuers;
/* Of the document number: below the mark, in the middle or at the left beside the last signatory;
 * or below the rule at the right. */
typedef enum { NUMBER_CENTRED, NUMBER_BESIDE_SIGNATORY, NUMBER_RIGHT } NumberPlace;
typedef enum { RULE_NOWHERE, RULE_BELOW_NUMBER, RULE_BELOW_MARK } RulePlace;

/* 版头 (7.2, 10.1, 10.2): the top of the first page. */
typedef struct {
    gboolean given;
    /* 发文机关标志 */
    HeadOrigin from;
    Len top;             /* of its ink, below that */
    gchar *suffix;       /* 文件, behind the names; "" for none */
    MarkIssuers issuers; /* of a joint document */
    guint condensed;     /* by so many thousandths at most, rather than smaller */
    Len height;          /* of the names of a joint document one below the other, at most */
    Len suffix_gap;      /* between such names and the suffix */
    /* 发文字号 */
    NumberPlace number_place;
    NumberForm number_form;
    guint number_before; /* blank lines above it */
    Len number_indent;   /* beside a signatory */
    /* 签发人 */
    gchar *signatory_label; /* (nullable) "签发人：" where the template sets any */
    guint signatories_a_line;
    Len signatory_right; /* free at the right */
    Len signatory_gap;   /* between two names */
    /* 红色分隔线 */
    RulePlace rule_place;
    Len rule_distance;
    RuleStyle rule;
    RuleStyle foot_rule;  /* of the first page; no weight: none */
    Len foot_rule_bottom; /* its lower edge above the page's */
    guint after;          /* blank lines below it all */
} MastheadStyle;
/* 附件 (7.3.7). */
typedef struct {
    gchar *mark;     /* of the only one: "附件" */
    gchar *numbered; /* of one of several: "附件{digit}" */
} AnnexStyle;

/* 整改台账, made from the findings. */
typedef struct {
    gchar *columns[7];  /* by LedgerColumn: "序号" … */
    gchar *statuses[5]; /* by Status; of none: in the totals alone */
    gchar *measure;     /* before each of several measures: "{digit}." */
    gchar *date;        /* "{year}年{month}月{day}日" */
    /* 合计17项：推进中3项，已完成14项 */
    gchar *total, *total_count, *total_lead, *total_status, *total_separator;
} LedgerStyle;

/* 7.3.5.2: no seal. */
typedef struct {
    guint blank_lines; /* between text and signature */
    Len right;         /* free at the right of the longer line */
    Len date_indent;   /* of the date's first character from the issuer's */
    guint keep_lines;  /* of text on the same page before it */
    /* To that end, by thousandths at most (7.3.5.5): */
    guint pitch_shrink;  /* line pitch of the last two pages closer */
    guint tracking;      /* character spacing of the last paragraphs, either way */
    guint pitch_stretch; /* line pitch wider of a page that gave lines away */
} SignatureStyle;

/* 7.3.5.1 */
typedef struct {
    gboolean set;
    Len right;       /* free at the right of the date */
    Len name_right;  /* … and of an issuer's name that is longer, at least */
    Len diameter;    /* of one without an image, and of an image that gives no size to believe: */
    Len least, most; /* what a seal may measure across */
    guint per_row;   /* of a joint document, at most */
    Len apart;       /* white between two of them, at least */
} SealStyle;

/* 7.3.5.3 */
typedef struct {
    gboolean set;
    guint blank_lines; /* between text and stamp */
    guint after;       /* … stamp and date, and two stamps */
    Len right;         /* free at the right */
    Len post_gap;      /* between post and stamp */
    Len width, height; /* which a stamp fills; the room for one without an image */
} StampStyle;

/* 版记 (7.4) */
typedef struct {
    gboolean set;
    gchar *recipients, *copy_to; /* "主送：" "抄送：" */
    gchar *separator, *end;      /* of 抄送: "，" "。" */
    gchar *printed_on; /* (nullable) "{value}印发"; without it no line tells who printed */
    Len outer, inner;  /* thickness of the rules; 0: there are none */
    gboolean on_even;  /* on an even page */
} ImprintStyle;

typedef struct {
    gchar *format;       /* "— {page} —" */
    Len top;             /* from the text block's bottom to the top of the dash (7.5: 7 mm) */
    Len inset;           /* free at the outer edge (一字) */
    gboolean outside;    /* odd pages right, even pages left; else centred */
    guint first;         /* number of the first page */
    gboolean skip_first; /* which shows none: letters (10.1) */
} PageNumberStyle;

typedef enum { PUNCT_QUANJIAO, PUNCT_KAIMING, PUNCT_BANJIAO, PUNCT_PLAIN } PunctStyle;
typedef enum { KINSOKU_BASIC, KINSOKU_GB, KINSOKU_STRICT } KinsokuLevel;
typedef enum { LINE_END_HALF, LINE_END_FULL, LINE_END_FIT } LineEndMark;
/* An opening mark that begins a paragraph: in a cell of its own, or its ink where the text begins.
 */
typedef enum { START_BRACKET_KEEP, START_BRACKET_TRIM } StartBracket;
/* Both edges flush and white spread evenly between, or every Han in a cell. */
typedef enum { GRID_EVEN, GRID_STRICT } GridMode;

/* A gap between Han and Latin or digits, in thousandths of an em (CLREQ 3.2.3). */
typedef struct {
    gint natural, minimum, maximum;
} GapStyle;

typedef struct {
    PunctStyle punct;
    KinsokuLevel kinsoku;
    LineEndMark line_end_mark;
    StartBracket start_bracket;
    GridMode grid;
    GapStyle han_latin, han_digit;
} Composition;

/* Full rules around all cells, or 三线表: three rules, above, below the head and at the end. */
typedef enum { TABLE_GRID, TABLE_THREE_LINES } TableRules;

/* Whether a table that is too wide for the page is turned by 90° (GB/T 9704-2012 8). */
typedef enum { TURN_AUTO, TURN_NEVER } TableTurn;

typedef struct {
    TableRules rules;
    Len outer, inner;   /* weights of rules: of the table's edges, and between cells */
    Len padding, space; /* white beside and above a cell's text, at either side of it */
    Len column;         /* what a column with longer text gets at least, or the table is turned */
    guint whole_lines;  /* a row of so many lines at most is never divided between pages */
    TableTurn turn;
    gchar *continued; /* (nullable) above the head where a table goes on: "续{label}" */
} TableStyle;

/* Pictures are never larger than their files say. */
typedef struct {
    Len width, height; /* at most, of the picture; 0: what the text block has */
    Len gap;           /* between picture and caption */
    Len pitch;         /* of the caption's lines */
    guint ppi;         /* a picture with fewer pixels an inch is told of */
} FigureStyle;

/* 脚注: numbers 1 … over the whole bulletin. */
typedef struct {
    gchar *mark;                 /* in the text, and before the note: "{circled}" */
    gchar *separator;            /* between that and the note: " " */
    guint mark_size, mark_rise;  /* of the mark in the text, thousandths of its em */
    Len rule, rule_width, space; /* weight of the rule above the notes, how long it is, white above
                                    and below it */
} FootnoteStyle;

/* Words that holding a title's lines together takes (GB/T 9704-2012 7.3.1), by what they do. */
typedef enum {
    TITLE_TERMS,     /* never broken: 巡察整改 */
    TITLE_ORGANS,    /* what the names of organs end with: 委员会 */
    TITLE_LEADS,     /* end no line, and stand in no organ's name: 关于 */
    TITLE_VERBS,     /* stand in no organ's name: 印发 */
    TITLE_PARTICLES, /* begin no line: 的 */
    TITLE_HEADS,     /* lean on the word before them: 情况 */
    TITLE_DOCUMENTS, /* kinds of documents (文种), not alone on a line: 通报 */
    TITLE_LISTS
} TitleList;

/* Elements in the order in which they are set. */
typedef enum {
    ELEMENT_TITLE,
    ELEMENT_NUMBER, /* 发文字号, of a document without masthead */
    ELEMENT_ISSUED,
    ELEMENT_RECIPIENTS,
    ELEMENT_OPENING,
    ELEMENT_BODY,
    ELEMENT_CLOSING,
    ELEMENT_CONTACT,
    ELEMENT_ANNEX_LIST,
    ELEMENT_ATTENDANCE,
    ELEMENT_SIGNATURE,
    ELEMENT_NOTE,
    ELEMENT_ANNEXES
} Element;

typedef struct {
    gchar *name;
    gchar *description[2]; /* by Lang; (nullable) */
    Len page_width, page_height;
    Len left, top;       /* of the text block (版心) */
    gboolean mirror;     /* on even pages `left` is at the right: the binding edge of both sides */
    Len width, height;   /* of the text block; width == cells × cell, exactly */
    guint cells, lines;  /* 28, 22 */
    Len cell, pitch;     /* 字 and 行: width / cells, (height − cell) / (lines − 1) */
    gint ascent;         /* height of the em box above the baseline, thousandths of an em: 880 */
    guint widow, orphan; /* least lines of a paragraph at the head, at the foot of a page */
    guint spare_rows;    /* that a page may be left short for their sake */
    Colours colours;
    GPtrArray *fonts; /* FontRole */
    Style styles[STYLE_ROLES_COUNT];
    MarkStyle marks;
    MastheadStyle masthead;
    Numbering numbering;
    FindingStyle finding;
    ContactStyle contact;
    RecipientsStyle recipients;
    AnnexListStyle annex_list;
    AttendanceStyle attendance;
    SealStyle seal;
    StampStyle stamp;
    gchar *issued; /* "（{value}）" */
    gchar *note;   /* the same */
    ImprintStyle imprint;
    AnnexStyle annex;
    LedgerStyle ledger;
    SignatureStyle signature;
    TableStyle table;
    FootnoteStyle footnote;
    FigureStyle figure;
    PageNumberStyle page_number;
    Composition composition;
    GPtrArray *title[TITLE_LISTS]; /* gchar * */
    GArray *order;                 /* Element */
} Template;

/* A folder in which templates are looked for. */
typedef struct {
    const gchar *path; /* NULL ends a list */
    const gchar *root; /* (nullable) a folder that no link may lead out of; `path` is in it */
} TemplateFolder;

/* Loads NAME.yaml from one of the folders (the first that has it), put over the template that it
 * extends, if any, and so on. Unknown keys, impossible lengths and a grid that does not fit are
 * reported with their place in the file that holds them. `where` is the place that named the
 * template, for RULE_NO_TEMPLATE. The sources read are appended to `sources` (Source, owned by the
 * array; one that is there already is not read again), which must outlive the sink's printing.
 * NULL after reporting. (transfer full) */
Template *template_load(const gchar *name, Span where, const TemplateFolder *folders,
                        GPtrArray *sources, Diagnostics *sink);
void template_free(Template *template);

/* Whether an element is in the order. */
gboolean template_sets(const Template *template, Element element);

/* From one line of a style to the next: its own pitch, or the grid's. */
Len style_pitch(const Template *template, StyleRole role);

/* White between two lines on the grid, pitch − cell: 7/8 of a character (GB/T 9704-2012 3.2). */
Len grid_white(const Template *template);

/* A numbering format with its number in it: "（{han}）", 12 → "（十二）". (transfer full) */
gchar *number_format(const gchar *format, guint number);

/* A format with texts in its places, which follow in pairs and end with NULL:
 * "{status}{count}项", "{status}", "已完成", "{count}", "3" → "已完成3项". (transfer full) */
gchar *words_format(const gchar *format, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Template, template_free)

#endif
