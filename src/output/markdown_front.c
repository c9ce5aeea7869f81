#include "output/markdown_front.h"

#include "source/data_address.h"

#include <string.h>

#define MOST_FRONT_BYTES ((gsize) 64 * 1024)

/* A YAML string in double quotes; characters of `escaped` by their numbers. */
static void append_quoted(GString *out, const gchar *text, const gchar *escaped)
{
    g_string_append_c(out, '"');
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '\n')
            g_string_append(out, "\\n");
        else if (c == '"' || c == '\\' || c < 0x20 || (c < 0x80 && strchr(escaped, (gint) c)))
            g_string_append_printf(out, "\\x%02X", c);
        else if ((c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF)
            g_string_append_printf(out, "\\u%04X", c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

/* ---- properties ---- */

static void begin_property(Properties *properties, const gchar *key)
{
    g_string_append_printf(properties->out, "%s%s: ", properties->begun ? ", " : " {", key);
    properties->begun = TRUE;
}

void properties_add_word(Properties *properties, const gchar *key, const gchar *word)
{
    begin_property(properties, key);
    g_string_append(properties->out, word);
}

void properties_add_words(Properties *properties, const gchar *key, const gchar *const *words)
{
    g_autofree gchar *list = g_strjoinv(", ", (gchar **) words);

    begin_property(properties, key);
    g_string_append_printf(properties->out, "[%s]", list);
}

void properties_add_text(Properties *properties, const gchar *key, const gchar *text)
{
    if (!text)
        return;
    begin_property(properties, key);
    append_quoted(properties->out, text, "*_`[]<>&{}#|~!");
}

static void append_date(GString *out, Date date)
{
    g_string_append_printf(out, "%04u-%02u-%02u", date.year, date.month, date.day);
}

void properties_add_date(Properties *properties, const gchar *key, Date date)
{
    if (date.year == 0)
        return;
    begin_property(properties, key);
    append_date(properties->out, date);
}

void properties_end(Properties *properties)
{
    if (properties->begun)
        g_string_append_c(properties->out, '}');
}

/* ---- front matter ---- */

static void add_text(GString *out, const gchar *key, const Field *field)
{
    if (!field->text)
        return;
    g_string_append_printf(out, "%s: ", key);
    append_quoted(out, field->text, "");
    g_string_append_c(out, '\n');
}

static void add_list(GString *out, const gchar *key, const GArray *fields)
{
    if (fields->len == 0)
        return;
    g_string_append_printf(out, "%s:\n", key);
    for (guint i = 0; i < fields->len; i++) {
        g_string_append(out, "  - ");
        append_quoted(out, g_array_index(fields, Field, i).text, "");
        g_string_append_c(out, '\n');
    }
}

static void add_date(GString *out, const gchar *key, Date date)
{
    if (date.year == 0)
        return;
    g_string_append_printf(out, "%s: ", key);
    append_date(out, date);
    g_string_append_c(out, '\n');
}

static void add_contact(GString *out, const Metadata *meta)
{
    static const gchar *const keys[CONTACT_KINDS] = {
        [CONTACT_PHONE] = "  电话",     [CONTACT_EMAIL] = "  电子邮箱",
        [CONTACT_ADDRESS] = "  地址",   [CONTACT_POSTCODE] = "  邮编",
        [CONTACT_HOURS] = "  受理时间", [CONTACT_PERSON] = "  联系人"};
    const GArray *order = meta->contact.order;

    if (order->len > 0)
        g_string_append(out, "联系方式:\n");
    for (guint i = 0; i < order->len; i++) {
        ContactKind kind = g_array_index(order, ContactKind, i);
        add_text(out, keys[kind], contact_field(meta, kind));
    }
}

/* Images are written into the file as those of figures are. */
static void add_seals(GString *out, const gchar *key, const Seals *seals)
{
    if (!seals->given)
        return;
    if (seals->paths->len == 0) {
        g_string_append_printf(out, "%s: 是\n", key);
        return;
    }
    g_string_append_printf(out, "%s:\n", key);
    for (guint i = 0; i < seals->images->len; i++) {
        g_autofree gchar *address = data_address_of_image(seals->images->pdata[i]);
        g_string_append_printf(out, "  - \"%s\"\n", address);
    }
}

static void add_masthead(GString *out, const Metadata *meta)
{
    add_list(out, "发文机关标志", meta->masthead);
    add_text(out, "发文字号", &meta->document_number);
    add_text(out, "份号", &meta->copy_number);
    add_text(out, "密级", &meta->classification);
    add_text(out, "紧急程度", &meta->urgency);
    add_list(out, "签发人", meta->signatories);
}

static void add_imprint(GString *out, const Metadata *meta)
{
    add_list(out, "抄送", meta->copy_to);
    add_text(out, "印发机关", &meta->printed_by);
    add_date(out, "印发日期", meta->printed_on);
}

void markdown_front(MarkdownWriter *writer, const Metadata *meta)
{
    GString *out = writer->out;

    g_string_append(out, "---\n");
    add_text(out, "标题", &meta->title);
    add_text(out, "模板", &meta->template_name);
    add_list(out, "发文机关", meta->issuers);
    add_date(out, "成文日期", meta->date);
    add_masthead(out, meta);
    add_list(out, "主送机关", meta->recipients);
    add_contact(out, meta);
    add_list(out, "出席", meta->present);
    add_list(out, "请假", meta->absent);
    add_list(out, "列席", meta->observers);
    add_seals(out, "印章", &meta->seal);
    add_seals(out, "签名章", &meta->stamp);
    add_list(out, "职务", meta->posts);
    add_text(out, "附注", &meta->note);
    add_imprint(out, meta);
    add_text(out, "编号", &meta->id);
    add_text(out, "语言", &meta->language);
    add_list(out, "关键词", meta->keywords);
    add_text(out, "摘要", &meta->summary);
    g_string_append(out, "---\n");
    if (out->len > MOST_FRONT_BYTES)
        markdown_refuse(writer, meta->seal.given ? meta->seal.span : meta->stamp.span,
                        "多于 64 KiB 的印章图片", "images of seals of more than 64 KiB");
}
