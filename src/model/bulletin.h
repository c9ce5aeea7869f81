/* The bulletin as a document, not as files: what every output is made from. */
#ifndef MKB_MODEL_BULLETIN_H
#define MKB_MODEL_BULLETIN_H

#include "base/diag.h"
#include "source/block.h"
#include "source/image.h"
#include "source/tree.h"

typedef struct {
    guint16 year; /* 0: no date */
    guint8 month, day;
} Date;

/* What is put over the end of the text in red: seals of the issuers, or stamps of their signatures.
 */
typedef struct {
    gboolean given; /* `true`, or images */
    GArray *paths;  /* Field, in the order of the issuers; none: it is put on the paper by hand */
    GPtrArray *images; /* Image, one for each path */
    Span span;         /* of the value */
} Seals;

typedef struct {
    Field title;         /* required; LF between an author's own lines */
    Field template_name; /* "notice" unless given */
    GArray *issuers;     /* Field, one at least */
    Date date;
    Span date_span;
    Field document_number, copy_number, classification, urgency;
    GArray *masthead;    /* Field: names of the mark, where not those of the issuers */
    GArray *signatories; /* Field, in the order of the issuers */
    GArray *recipients;  /* Field */
    struct {
        Field phone, email, address, postcode, hours, person;
        GArray *order; /* ContactKind, as the front matter has them */
        Span span;
    } contact;
    Field note;
    GArray *copy_to; /* Field */
    Field printed_by;
    Date printed_on;
    Span printed_on_span;
    Seals seal, stamp;                    /* 印章, 签名章: not both */
    GArray *posts;                        /* Field: of those who sign, one for each issuer */
    GArray *present, *absent, *observers; /* Field: at the meeting of minutes */
    Field id, language, summary;
    GArray *keywords; /* Field */
} Metadata;

typedef enum {
    CONTACT_PHONE,
    CONTACT_EMAIL,
    CONTACT_ADDRESS,
    CONTACT_POSTCODE,
    CONTACT_HOURS,
    CONTACT_PERSON,
    CONTACT_KINDS
} ContactKind;

/* What the front matter has for one kind of contact. (transfer none) */
const Field *contact_field(const Metadata *meta, ContactKind kind);

typedef enum { NODE_HEADING, NODE_FINDING, NODE_MEASURE } NodeKind;

typedef enum {
    STATUS_NONE,
    STATUS_PLANNED,
    STATUS_ONGOING,
    STATUS_DONE,
    STATUS_STANDING,
    STATUS_COUNT
} Status;

/* How a finding is led in. */
typedef enum { LEAD_TEMPLATE, LEAD_VERBATIM, LEAD_OWN } LeadKind;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    guint level; /* of a heading, 1 … 4 */
    guint
        number; /* among its siblings of the same kind, from 1; a finding: in the whole bulletin */
    Node *parent; /* (transfer none) (nullable) */
    Field id;     /* unique over the bulletin where given */
    Status status;
    LeadKind lead_kind;
    Field responsible, lead;
    Date due, completed;
    Span due_span, completed_span;
    GArray *title;       /* Inline; of a measure its topic sentence, perhaps empty */
    GPtrArray *blocks;   /* Block: text before the children */
    GPtrArray *children; /* Node: headings and findings of a heading, measures of a finding */
    GPtrArray *closing;  /* Block: text after a finding's measures */
    Span span;
};

/* Columns of the ledger (整改台账), made from the findings. */
typedef enum {
    LEDGER_NUMBER,      /* 序号 */
    LEDGER_FINDING,     /* 问题 */
    LEDGER_MEASURES,    /* 整改措施 */
    LEDGER_RESPONSIBLE, /* 责任单位 */
    LEDGER_DUE,         /* 时限 */
    LEDGER_STATUS,      /* 状态 */
    LEDGER_COMPLETED,   /* 完成日期 */
    LEDGER_COLUMNS
} LedgerColumn;

typedef enum {
    LEDGER_BY_DOCUMENT,
    LEDGER_BY_DUE,
    LEDGER_BY_STATUS,
    LEDGER_BY_RESPONSIBLE,
    LEDGER_ORDERS
} LedgerOrder;

typedef struct {
    GArray *columns;   /* LedgerColumn, in their order */
    guint statuses;    /* bits of Status that are shown; 0: all */
    Field responsible; /* only what this one is responsible for; no text: all */
    LedgerOrder order;
    gboolean totals; /* a last row of totals by status */
} Ledger;

typedef enum { ANNEX_TEXT, ANNEX_LEDGER } AnnexKind;

/* 附件: a file of annexes/, set on a new page (GB/T 9704-2012 7.3.7). */
typedef struct {
    AnnexKind kind;
    guint number; /* from 1 */
    Field id;
    GArray *title; /* Inline */
    GPtrArray
        *blocks; /* Block, headings of level 1 … 4 among them; of a ledger: the text before it */
    Ledger ledger; /* of ANNEX_LEDGER */
    Span span;
} Annex;

/* A footnote, numbered over the whole bulletin by where it is first referred to. */
typedef struct {
    guint number;
    const Block *block; /* BLOCK_NOTE (transfer none) */
} Note;

/* What an id names: exactly one of node, block and annex. */
typedef struct {
    const Field *id;
    const Node *node;   /* heading, finding, measure */
    const Block *block; /* table or figure; a heading in an annex */
    const Annex *annex;
    const Annex *within; /* of a block: the annex that it stands in */
} Target;

typedef struct {
    Metadata meta;
    GPtrArray *opening;       /* Block */
    GPtrArray *children;      /* Node */
    GPtrArray *closing;       /* Block */
    GPtrArray *annexes;       /* Annex */
    GArray *notes;            /* Note: the footnotes that are set, by their numbers */
    GPtrArray *note_blocks;   /* Block: BLOCK_NOTE of all files, some perhaps not referred to */
    GHashTable *ids;          /* id → Target */
    GHashTable *page_targets; /* (nullable) ids whose pages are referred to; a set */
} Bulletin;

/* Builds the model, checking every rule of the source format on the way. All faults are reported;
 * NULL only when there is nothing to set (no bulletin.md). Numbers and cross references are
 * resolved: every INLINE_REFERENCE names a known id, every INLINE_NOTE the number of a footnote, or
 * has been reported; no block is a BLOCK_NOTE but those of `notes`. The tree must outlive the
 * bulletin: spans point into its sources. (transfer full) */
Bulletin *bulletin_build(const SourceTree *tree, Diagnostics *sink);
void bulletin_free(Bulletin *bulletin);

/* What "#id" points to, or NULL. (transfer none) */
const Target *bulletin_find(const Bulletin *bulletin, const gchar *href);

/* One fact a line, for --stop-after=model and golden tests; places as file:line:column with the
 * file relative to the bulletin's folder. */
void bulletin_dump(const Bulletin *bulletin, GString *out);

/* 2023年9月15日 (GB/T 9704-2012 7.3.5.4) (transfer full) */
gchar *date_chinese(Date date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bulletin, bulletin_free)

#endif
