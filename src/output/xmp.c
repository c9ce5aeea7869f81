#include "output/xmp.h"

/* XML 1.0 2.2: what a document may hold at all. */
static gboolean is_xml(gunichar c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* Character data. A carriage return is written as a number, for a reader of XML makes a line feed
 * of any other (2.11); ">" too, because of "]]>" (2.4). */
static void append_escaped(GString *out, const gchar *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '&')
            g_string_append(out, "&amp;");
        else if (c == '<')
            g_string_append(out, "&lt;");
        else if (c == '>')
            g_string_append(out, "&gt;");
        else if (c == '\r')
            g_string_append(out, "&#xD;");
        else
            g_string_append_unichar(out, is_xml(c) ? c : 0xFFFD);
    }
}

static void append_property(GString *out, const gchar *name, const gchar *before, const gchar *text,
                            const gchar *after)
{
    if (!text)
        return;
    g_string_append_printf(out, "   <%s>%s", name, before);
    append_escaped(out, text);
    g_string_append_printf(out, "%s</%s>\n", after, name);
}

static void append_simple(GString *out, const gchar *name, const gchar *text)
{
    append_property(out, name, "", text, "");
}

/* An array of one item. */
static void append_array(GString *out, const gchar *name, const gchar *kind, const gchar *text)
{
    const gchar *language = g_str_equal(kind, "Alt") ? " xml:lang=\"x-default\"" : "";
    g_autofree gchar *before = g_strdup_printf("<rdf:%s><rdf:li%s>", kind, language);
    g_autofree gchar *after = g_strdup_printf("</rdf:li></rdf:%s>", kind);

    append_property(out, name, before, text, after);
}

static void append_texts(GString *out, const XmpTexts *texts)
{
    append_simple(out, "dc:format", "application/pdf");
    append_array(out, "dc:title", "Alt", texts->title);
    append_array(out, "dc:creator", "Seq", texts->author);
    append_array(out, "dc:description", "Alt", texts->subject);
    append_array(out, "dc:language", "Bag", texts->language);
    append_simple(out, "pdf:Keywords", texts->keywords);
    append_simple(out, "pdf:Producer", texts->producer);
    append_simple(out, "xmp:CreatorTool", texts->creator);
    append_simple(out, "xmp:CreateDate", texts->date);
    append_simple(out, "xmp:ModifyDate", texts->date);
}

/* ISO 19005-2 6.6.2.3: a property of a schema that PDF/A does not know is described in the packet;
 * it does not know PDF/UA's. */
static const gchar ua_schema[] =
    "   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "     <pdfaProperty:name>part</pdfaProperty:name>\n"
    "     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "     <pdfaProperty:category>internal</pdfaProperty:category>\n"
    "     <pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "    </rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "   </rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void append_claim(GString *out, PdfClaim claim)
{
    const gchar level[] = {claim.archival, '\0'};

    if (claim.archival) {
        append_simple(out, "pdfaid:part", "2");
        append_simple(out, "pdfaid:conformance", level);
    }
    if (claim.accessible)
        append_simple(out, "pdfuaid:part", "1");
    if (claim.archival && claim.accessible)
        g_string_append(out, ua_schema);
}

/* The packet is not to be written in place by others: no padding, and "r". */
gchar *xmp_packet(const XmpTexts *texts, PdfClaim claim)
{
    static const gchar head[] =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "  <rdf:Description rdf:about=\"\"\n"
        "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
        "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
        "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
        "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
        "    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
        "    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
        "    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
        "    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
    GString *out = g_string_new(head);

    append_texts(out, texts);
    append_claim(out, claim);
    g_string_append(out, "  </rdf:Description>\n"
                         " </rdf:RDF>\n"
                         "</x:xmpmeta>\n"
                         "<?xpacket end=\"r\"?>");
    return g_string_free(out, FALSE);
}
