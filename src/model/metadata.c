#include "model/build.h"
#include "model/fields.h"
#include "model/head_values.h"
#include "model/keys.h"

#define DEFAULT_TEMPLATE "notice"

static const Words A_GROUP = {"a group of keys", "下设项目的一组"};
static const Words A_SEAL = {"true, false, an image path or a list of them",
                             "是、否、图片路径或图片路径的列表"};

static void value_dated(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    value_date(row, pair, target, sink);
    ((Metadata *) target)->date_span = pair->value->span;
}

static void value_printed_on(const KeyRow *row, const YamlPair *pair, gpointer target,
                             Diagnostics *sink)
{
    value_date(row, pair, target, sink);
    ((Metadata *) target)->printed_on_span = pair->value->span;
}

/* GB/T 9704-2012 7.3.5: with or without a seal decides where the signature stands. */
static void value_seals(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    Seals *seals = (Seals *) G_STRUCT_MEMBER_P(target, row->offset);
    KeyRow paths = {.offset = row->offset + G_STRUCT_OFFSET(Seals, paths)};

    seals->span = pair->value->span;
    if (value_boolean(pair->value, &seals->given))
        return;
    if (pair->value->kind == YAML_MAP_NODE_KIND) {
        keys_report_kind(pair, A_SEAL, sink);
        return;
    }
    value_text_or_list(&paths, pair, target, sink);
    seals->given = seals->paths->len > 0;
}

/* Letters, then parts of letters and digits (BCP 47). */
static void value_language(const KeyRow *row, const YamlPair *pair, gpointer target,
                           Diagnostics *sink)
{
    if (pair->value->kind == YAML_SCALAR_NODE_KIND &&
        !g_regex_match_simple("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", pair->value->text,
                              G_REGEX_DOLLAR_ENDONLY, 0))
        keys_report_value(pair, "zh-Hans, zh-CN, en", sink);
    else
        value_text(row, pair, target, sink);
}

#define CONTACT(en, zh, member) \
    { \
        {en, zh}, value_text, G_STRUCT_OFFSET(Metadata, contact.member), KEY_EVERYWHERE \
    }

static const KeyRow contact_rows[] = {
    [CONTACT_PHONE] = CONTACT("phone", "电话", phone),
    [CONTACT_EMAIL] = CONTACT("email", "电子邮箱", email),
    [CONTACT_ADDRESS] = CONTACT("address", "地址", address),
    [CONTACT_POSTCODE] = CONTACT("postcode", "邮编", postcode),
    [CONTACT_HOURS] = CONTACT("hours", "受理时间", hours),
    [CONTACT_PERSON] = CONTACT("person", "联系人", person),
    [CONTACT_KINDS] = KEY_ROWS_END,
};

const gchar *contact_name(ContactKind kind)
{
    return contact_rows[kind].name.en;
}

const Field *contact_field(const Metadata *meta, ContactKind kind)
{
    return (const Field *) ((const gchar *) meta + contact_rows[kind].offset);
}

/* The contact block sets its parts in the order of the front matter. */
static void value_contact(const KeyRow *row, const YamlPair *pair, gpointer target,
                          Diagnostics *sink)
{
    Metadata *meta = target;

    (void) row;
    meta->contact.span = pair->key_span;
    if (pair->value->kind != YAML_MAP_NODE_KIND) {
        keys_report_kind(pair, A_GROUP, sink);
        return;
    }
    keys_read(contact_rows, KEY_EVERYWHERE, pair->value, target, sink);
    for (guint i = 0; i < pair->value->pairs->len; i++) {
        Span written = g_array_index(pair->value->pairs, YamlPair, i).value->span;
        for (ContactKind kind = 0; kind < CONTACT_KINDS; kind++) {
            const Field *field = contact_field(meta, kind);
            if (field->text && field->span.start == written.start)
                g_array_append_val(meta->contact.order, kind);
        }
    }
}

#define KEY(en, zh, read, member) \
    { \
        {en, zh}, read, G_STRUCT_OFFSET(Metadata, member), KEY_EVERYWHERE \
    }

enum { KEY_TITLE, KEY_ISSUER, KEY_DATE, KEYS_REQUIRED };

static const KeyRow rows[] = {
    [KEY_TITLE] = KEY("title", "标题", value_lines, title),
    [KEY_ISSUER] = KEY("issuer", "发文机关", value_text_or_list, issuers),
    [KEY_DATE] = KEY("date", "成文日期", value_dated, date),
    KEY("template", "模板", value_text, template_name),
    KEY("document-number", "发文字号", value_text, document_number),
    KEY("masthead", "发文机关标志", value_text_or_list, masthead),
    KEY("copy-number", "份号", value_copy_number, copy_number),
    KEY("classification", "密级", value_classification, classification),
    KEY("urgency", "紧急程度", value_urgency, urgency),
    KEY("signatory", "签发人", value_text_or_list, signatories),
    KEY("recipients", "主送机关", value_text_or_list, recipients),
    KEY("contact", "联系方式", value_contact, contact),
    KEY("note", "附注", value_text, note),
    KEY("copy-to", "抄送", value_text_or_list, copy_to),
    KEY("printed-by", "印发机关", value_text, printed_by),
    KEY("printed-on", "印发日期", value_printed_on, printed_on),
    KEY("seal", "印章", value_seals, seal),
    KEY("stamp", "签名章", value_seals, stamp),
    KEY("post", "职务", value_text_or_list, posts),
    KEY("attendance", "出席", value_text_or_list, present),
    KEY("absent", "请假", value_text_or_list, absent),
    KEY("observers", "列席", value_text_or_list, observers),
    KEY("id", "编号", value_text, id),
    KEY("language", "语言", value_language, language),
    KEY("keywords", "关键词", value_list, keywords),
    KEY("summary", "摘要", value_text, summary),
    KEY_ROWS_END,
};

void metadata_read(Metadata *meta, const SourceEntry *entry, Diagnostics *sink)
{
    gboolean fault;
    Span top = {entry->source, entry->front_start, entry->front_start};
    g_autoptr(YamlNode) map = front_read(entry, &fault, sink);
    guint64 given = map ? keys_read(rows, KEY_EVERYWHERE, map, meta, sink) : 0;

    if (!meta->template_name.text)
        meta->template_name = (Field){g_strdup(DEFAULT_TEMPLATE), top};
    if (!meta->title.text)
        meta->title.span = top; /* so that the bulletin always knows its file */
    metadata_check_seals(meta, sink);
    if (fault)
        return;
    for (guint i = 0; i < KEYS_REQUIRED; i++)
        if (!(given & (G_GUINT64_CONSTANT(1) << i)))
            diag_report(sink, RULE_MISSING_KEY, top, rows[i].name.en, rows[i].name.zh, NULL);
}
