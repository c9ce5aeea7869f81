/* What the front matter says, key by key, whether it is printed or not. */
#include "diff/parts.h"

#include "model/names.h"

#include <string.h>

typedef struct {
    FieldChanged changed;
    gpointer data;
} Hearer;

static void tell(const Hearer *hearer, const FieldName *field, const gchar *old, const gchar *new)
{
    if (g_strcmp0(old, new) != 0)
        hearer->changed(hearer->data, field, old, new);
}

/* Whether values have commas of their own: 某市某局 张某某、李某某. */
static gboolean have_commas(const GArray *fields)
{
    for (guint i = 0; fields && i < fields->len; i++) {
        const gchar *text = g_array_index(fields, Field, i).text;
        if (strstr(text, "、") || strstr(text, "，"))
            return TRUE;
    }
    return FALSE;
}

/* (transfer full) (nullable) */
static gchar *joined(const GArray *fields)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const gchar *comma = have_commas(fields) ? "；" : "、";

    for (guint i = 0; fields && i < fields->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? comma : "",
                               g_array_index(fields, Field, i).text);
    return text->len > 0 ? g_strdup(text->str) : NULL;
}

static void tell_fields(const Hearer *hearer, const FieldName *field, const GArray *old,
                        const GArray *new)
{
    g_autofree gchar *before = joined(old), *after = joined(new);

    tell(hearer, field, before, after);
}

/* As an editor writes it; nothing for no date. (transfer full) (nullable) */
static gchar *date_text(Date date)
{
    return date.year > 0 ? g_strdup_printf("%04u-%02u-%02u", date.year, date.month, date.day)
                         : NULL;
}

static void tell_dates(const Hearer *hearer, const FieldName *field, Date old, Date new)
{
    g_autofree gchar *before = date_text(old), *after = date_text(new);

    tell(hearer, field, before, after);
}

/* ---- the document ---- */

#define TEXT(id, zh, member) \
    { \
        {id, zh}, G_STRUCT_OFFSET(Metadata, member) \
    }

typedef struct {
    FieldName name;
    gsize place;
} FieldRow;

static const FieldRow texts[] = {
    TEXT("title", "标题", title),
    TEXT("template", "模板", template_name),
    TEXT("document-number", "发文字号", document_number),
    TEXT("copy-number", "份号", copy_number),
    TEXT("classification", "密级", classification),
    TEXT("urgency", "紧急程度", urgency),
    TEXT("note", "附注", note),
    TEXT("printed-by", "印发机关", printed_by),
    TEXT("id", "编号", id),
    TEXT("language", "语言", language),
    TEXT("summary", "摘要", summary),
    TEXT("contact.phone", "联系电话", contact.phone),
    TEXT("contact.email", "电子邮箱", contact.email),
    TEXT("contact.address", "通信地址", contact.address),
    TEXT("contact.postcode", "邮政编码", contact.postcode),
    TEXT("contact.hours", "联系时间", contact.hours),
    TEXT("contact.person", "联系人", contact.person),
};

static const FieldRow lists[] = {
    TEXT("issuer", "发文机关", issuers),      TEXT("masthead", "发文机关标志", masthead),
    TEXT("signatory", "签发人", signatories), TEXT("recipients", "主送机关", recipients),
    TEXT("copy-to", "抄送", copy_to),         TEXT("post", "职务", posts),
    TEXT("attendance", "出席", present),      TEXT("absent", "请假", absent),
    TEXT("observers", "列席", observers),     TEXT("keywords", "关键词", keywords),
};

static const FieldName date_name = {"date", "成文日期"}, printed_name = {"printed-on", "印发日期"},
                       seal_name = {"seal", "印章"}, stamp_name = {"stamp", "签名章"};

/* Paths; an image with other bytes is another. (transfer full) (nullable) */
static gchar *seals_text(const Seals *seals)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (!seals->given)
        return NULL;
    for (guint i = 0; seals->paths && i < seals->paths->len; i++) {
        const Image *image =
            seals->images && i < seals->images->len ? seals->images->pdata[i] : NULL;
        g_string_append_printf(text, "%s%s", i > 0 ? "、" : "",
                               g_array_index(seals->paths, Field, i).text);
        if (!image)
            continue;
        g_autofree gchar *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, image->bytes);
        g_string_append_printf(text, " (%.8s)", digest);
    }
    return g_strdup(text->len > 0 ? text->str : "true");
}

static void tell_seals(const Hearer *hearer, const FieldName *field, const Seals *old,
                       const Seals *new)
{
    g_autofree gchar *before = seals_text(old), *after = seals_text(new);

    tell(hearer, field, before, after);
}

void document_fields(const Bulletin *old, const Bulletin *new, FieldChanged changed, gpointer data)
{
    Hearer hearer = {changed, data};
    const Metadata *before = &old->meta, *after = &new->meta;

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        tell(&hearer, &texts[i].name, G_STRUCT_MEMBER(Field, before, texts[i].place).text,
             G_STRUCT_MEMBER(Field, after, texts[i].place).text);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        tell_fields(&hearer, &lists[i].name, G_STRUCT_MEMBER(GArray *, before, lists[i].place),
                    G_STRUCT_MEMBER(GArray *, after, lists[i].place));
    tell_dates(&hearer, &date_name, before->date, after->date);
    tell_dates(&hearer, &printed_name, before->printed_on, after->printed_on);
    tell_seals(&hearer, &seal_name, &before->seal, &after->seal);
    tell_seals(&hearer, &stamp_name, &before->stamp, &after->stamp);
}

/* ---- where the document's are printed ---- */

static gboolean is_inside(Span part, Span whole)
{
    return whole.source && part.source == whole.source && part.start >= whole.start &&
           part.end <= whole.end;
}

static gboolean any_holds(const GArray *fields, Span span)
{
    for (guint i = 0; fields && i < fields->len; i++)
        if (is_inside(span, g_array_index(fields, Field, i).span))
            return TRUE;
    return FALSE;
}

gboolean document_field_holds(const FieldName *field, const Bulletin *bulletin, Span span)
{
    const Metadata *meta = &bulletin->meta;

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        if (field == &texts[i].name)
            return is_inside(span, G_STRUCT_MEMBER(Field, meta, texts[i].place).span);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        if (field == &lists[i].name)
            return any_holds(G_STRUCT_MEMBER(GArray *, meta, lists[i].place), span);
    return (field == &date_name && is_inside(span, meta->date_span)) ||
           (field == &printed_name && is_inside(span, meta->printed_on_span));
}

/* ---- headings, findings, measures ---- */

static const gchar *lead_text(const Node *node)
{
    return node->lead_kind == LEAD_VERBATIM ? "原文" : node->lead.text;
}

static const gchar *status_text(Status status)
{
    return status == STATUS_NONE ? NULL : status_words[status].zh;
}

void node_fields(const Node *old, const Node *new, FieldChanged changed, gpointer data)
{
    static const FieldName id = {"id", "编号"}, status = {"status", "状态"},
                           responsible = {"responsible", "责任单位"}, due = {"due", "时限"},
                           completed = {"completed", "完成日期"}, lead = {"lead", "引语"},
                           level = {"level", "级别"};
    Hearer hearer = {changed, data};

    tell(&hearer, &id, old->id.text, new->id.text);
    tell(&hearer, &status, status_text(old->status), status_text(new->status));
    tell(&hearer, &responsible, old->responsible.text, new->responsible.text);
    tell_dates(&hearer, &due, old->due, new->due);
    tell_dates(&hearer, &completed, old->completed, new->completed);
    tell(&hearer, &lead, lead_text(old), lead_text(new));
    if (old->kind != NODE_HEADING)
        return;
    g_autofree gchar *before = g_strdup_printf("%u", old->level);
    g_autofree gchar *after = g_strdup_printf("%u", new->level);
    tell(&hearer, &level, before, after);
}

/* ---- annexes ---- */

/* What a ledger chooses, in a row. (transfer full) (nullable) */
static gchar *ledger_text(const Annex *annex)
{
    const Ledger *ledger = &annex->ledger;
    g_autoptr(GString) text = g_string_new(NULL);

    if (annex->kind != ANNEX_LEDGER)
        return NULL;
    for (guint i = 0; ledger->columns && i < ledger->columns->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "、" : "",
                               column_words[g_array_index(ledger->columns, LedgerColumn, i)].zh);
    for (guint i = STATUS_NONE + 1; i < STATUS_COUNT; i++)
        if (ledger->statuses & (1u << i))
            g_string_append_printf(text, "；%s", status_words[i].zh);
    if (ledger->responsible.text)
        g_string_append_printf(text, "；%s", ledger->responsible.text);
    g_string_append_printf(text, "；%s%s", order_words[ledger->order].zh,
                           ledger->totals ? "；合计" : "");
    return g_strdup(text->str);
}

void annex_fields(const Annex *old, const Annex *new, FieldChanged changed, gpointer data)
{
    static const FieldName id = {"id", "编号"}, kind = {"kind", "类型"},
                           ledger = {"ledger", "台账"};
    Hearer hearer = {changed, data};
    g_autofree gchar *before = ledger_text(old), *after = ledger_text(new);

    tell(&hearer, &id, old->id.text, new->id.text);
    tell(&hearer, &kind, annex_words[old->kind].zh, annex_words[new->kind].zh);
    tell(&hearer, &ledger, before, after);
}
