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

/* Of organs: none is named twice. (Persons may have one name, and one post.) */
static void value_organs(const KeyRow *row, const YamlPair *pair, gpointer target,
                         Diagnostics *sink)
{
    const GArray *organs;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    value_text_or_list(row, pair, target, sink);
    organs = *(GArray **) G_STRUCT_MEMBER_P(target, row->offset);
    for (guint i = 0; i < organs->len; i++) {
        const Field *organ = &g_array_index(organs, Field, i);
        if (!g_hash_table_add(seen, organ->text))
            diag_report(sink, RULE_DUPLICATE_VALUE, organ->span, pair->key, organ->text, NULL);
    }
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

#define CONTACT(en, zh, member, about_zh, about_en) \
    { \
        .name = {en, zh}, .read = value_text, .offset = G_STRUCT_OFFSET(Metadata, contact.member), \
        .where = KEY_EVERYWHERE, .value = &text_value, .about = { \
            about_en, \
            about_zh \
        } \
    }

static const KeyRow contact_rows[] = {
    [CONTACT_PHONE] =
        CONTACT("phone", "电话", phone, "电话号码，几个号码自己隔开", "telephone numbers"),
    [CONTACT_EMAIL] = CONTACT("email", "电子邮箱", email, "电子邮箱地址", "an e-mail address"),
    [CONTACT_ADDRESS] = CONTACT("address", "地址", address, "通信地址", "a postal address"),
    [CONTACT_POSTCODE] = CONTACT("postcode", "邮编", postcode, "邮政编码", "a postcode"),
    [CONTACT_HOURS] =
        CONTACT("hours", "受理时间", hours, "受理意见的时间", "when it can be reached"),
    [CONTACT_PERSON] =
        CONTACT("person", "联系人", person, "联系人的姓名", "who is to be asked for"),
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

#define KEY(en, zh, reader, member, of, about_zh, about_en, ...) \
    { \
        .name = {en, zh}, .read = reader, .offset = G_STRUCT_OFFSET(Metadata, member), \
        .where = KEY_EVERYWHERE, .value = &of##_value, .about = {about_en, about_zh}, __VA_ARGS__ \
    }
#define REQUIRED .required = TRUE
#define OPTIONAL .required = FALSE

static const KeyRow rows[] = {
    KEY("title", "标题", value_lines, title, text_or_list, "公文的标题；| 或列表由作者自己分行",
        "the title; with | or a list its lines are the author’s own", REQUIRED),
    KEY("issuer", "发文机关", value_organs, issuers, text_or_list,
        "发文机关的全称或规范化简称；联合行文用列表，主办机关在前",
        "who issues it; of several the one in charge comes first", REQUIRED),
    KEY("date", "成文日期", value_dated, date, date, "成文日期，写作 2023-09-15",
        "the day of signature, as 2023-09-15", REQUIRED),
    KEY("template", "模板", value_text, template_name, text,
        "用哪个模板，不写是 notice；有哪些，见 mkbulletin templates",
        "the template, notice by default; `mkbulletin templates` lists them", OPTIONAL),
    KEY("document-number", "发文字号", value_text, document_number, text,
        "发文字号，如 某政发〔2026〕12号", "the number of the document, as 某政发〔2026〕12号",
        OPTIONAL),
    KEY("masthead", "发文机关标志", value_organs, masthead, text_or_list,
        "发文机关标志里的名称，不写就是发文机关",
        "the names in the mark of the masthead; else those of the issuers", OPTIONAL),
    KEY("copy-number", "份号", value_copy_number, copy_number, copy_number,
        "份号：1 到 6 位数字，排成六位", "the number of this copy: 1 to 6 digits, set as six",
        OPTIONAL),
    KEY("classification", "密级", value_classification, classification, classification,
        "密级：绝密、机密、秘密，后面可以加★和保密期限",
        "the secrecy: 绝密, 机密 or 秘密, then perhaps ★ and its term", OPTIONAL),
    KEY("urgency", "紧急程度", value_urgency, urgency, urgency,
        "紧急程度：特急、加急；电报另有特提、平急",
        "the urgency: 特急 or 加急; of telegrams 特提 or 平急, too", OPTIONAL),
    KEY("signatory", "签发人", value_text_or_list, signatories, text_or_list,
        "签发人的姓名；几个用列表，次序同发文机关", "who signs; a list in the order of the issuers",
        OPTIONAL),
    KEY("recipients", "主送机关", value_organs, recipients, text_or_list,
        "主送机关；列表一项一个机关", "to whom it is sent; a list has one in each item", OPTIONAL),
    KEY("contact", "联系方式", value_contact, contact, contact,
        "联系方式：电话、电子邮箱、地址、邮编、受理时间、联系人，照写的次序排",
        "how to reach the issuer, set in the order written", OPTIONAL),
    KEY("note", "附注", value_text, note, text, "附注，排在成文日期之下的括号里",
        "a note, set in brackets below the date", OPTIONAL),
    KEY("copy-to", "抄送", value_organs, copy_to, text_or_list, "抄送机关，排在版记里",
        "who gets a copy: set in the imprint", OPTIONAL),
    KEY("printed-by", "印发机关", value_text, printed_by, text, "印发机关，排在版记最后一行",
        "who prints it: the last line of the imprint", OPTIONAL),
    KEY("printed-on", "印发日期", value_printed_on, printed_on, date, "印发日期，写作 2023-09-16",
        "the day of printing, as 2023-09-16", OPTIONAL),
    KEY("seal", "印章", value_seals, seal, seals,
        "印章：是、否，或图片的路径；几个机关用列表，次序同发文机关",
        "seals: true, false, or paths of images in the order of the issuers", OPTIONAL),
    KEY("stamp", "签名章", value_seals, stamp, seals,
        "签名章：是、否，或图片的路径；与印章只写一个",
        "stamps of signatures: true, false, or paths of images; not beside seals", OPTIONAL),
    KEY("post", "职务", value_text_or_list, posts, text_or_list, "签名章之前的职务；一个签名章一个",
        "the posts before the stamps, one for each", OPTIONAL),
    KEY("attendance", "出席", value_text_or_list, present, text_or_list,
        "纪要的出席人员；列表一项一个单位",
        "who attended the meeting; a list has one unit in each item", OPTIONAL),
    KEY("absent", "请假", value_text_or_list, absent, text_or_list, "纪要的请假人员",
        "who was excused from the meeting", OPTIONAL),
    KEY("observers", "列席", value_text_or_list, observers, text_or_list, "纪要的列席人员",
        "who sat in on the meeting", OPTIONAL),
    KEY("id", "编号", value_text, id, text, "公文自己的编号，写进 PDF 的属性",
        "an identifier of the document, for the properties of the PDF", OPTIONAL),
    KEY("language", "语言", value_language, language, language, "正文的语言，不写是 zh-Hans",
        "the language of the text, zh-Hans by default", OPTIONAL),
    KEY("keywords", "关键词", value_list, keywords, list, "关键词的列表，写进 PDF 的属性",
        "keywords, for the properties of the PDF", OPTIONAL),
    KEY("summary", "摘要", value_text, summary, text, "摘要，写进 PDF 的属性",
        "a summary, for the properties of the PDF", OPTIONAL),
    KEY_ROWS_END,
};

const KeyRow *bulletin_key_rows(gboolean contact)
{
    return contact ? contact_rows : rows;
}

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
    for (guint i = 0; rows[i].name.en; i++)
        if (rows[i].required && !(given & (G_GUINT64_CONSTANT(1) << i)))
            diag_report(sink, RULE_MISSING_KEY, top, rows[i].name.en, rows[i].name.zh, NULL);
}
