#include "output/xmp.h"

#include <string.h>

static const XmpTexts texts = {
    .title = "甲<乙>&\"丙\"",
    .author = "某市某局",
    .creator = "a\rb\x01"
               "c",
    .date = "2023-09-15T00:00:00Z",
    .language = "zh-Hans",
};

static void has(const gchar *text, const gchar *part)
{
    if (!strstr(text, part))
        g_error("no '%s' in %s", part, text);
}

static void escaped(void)
{
    g_autofree gchar *packet = xmp_packet(&texts, (PdfClaim){0, FALSE});

    has(packet, "<rdf:li xml:lang=\"x-default\">甲&lt;乙&gt;&amp;\"丙\"</rdf:li>");
    has(packet, "<xmp:CreatorTool>a&#xD;b\xEF\xBF\xBD"
                "c</xmp:CreatorTool>");
}

/* What there is none of is left out. */
static void absent(void)
{
    g_autofree gchar *packet = xmp_packet(&texts, (PdfClaim){0, FALSE});

    g_assert_null(strstr(packet, "dc:description"));
    g_assert_null(strstr(packet, "pdf:Keywords"));
}

static void claims(void)
{
    static const struct {
        PdfStandard standard;
        gboolean tagged;
        const gchar *archival;
        gboolean accessible;
    } rows[] = {
        {STANDARD_A2A_UA1, TRUE, "A", TRUE}, {STANDARD_A2A_UA1, FALSE, "U", FALSE},
        {STANDARD_A2A, TRUE, "A", FALSE},    {STANDARD_A2A, FALSE, "U", FALSE},
        {STANDARD_A2U, TRUE, "U", FALSE},    {STANDARD_UA1, TRUE, NULL, TRUE},
        {STANDARD_UA1, FALSE, NULL, FALSE},  {STANDARD_NONE, TRUE, NULL, FALSE},
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        PdfClaim claim = standard_claim(rows[i].standard, rows[i].tagged);
        g_autofree gchar *packet = xmp_packet(&texts, claim);
        g_autofree gchar *level =
            rows[i].archival
                ? g_strdup_printf("<pdfaid:conformance>%s</pdfaid:conformance>", rows[i].archival)
                : NULL;
        if (level)
            has(packet, level);
        g_assert_true((strstr(packet, "<pdfaid:part>2<") != NULL) == (level != NULL));
        g_assert_true((strstr(packet, "<pdfuaid:part>1<") != NULL) == rows[i].accessible);
        /* An extension schema is PDF/A's affair. */
        g_assert_true((strstr(packet, "<pdfaExtension:schemas>") != NULL) ==
                      (level && rows[i].accessible));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xmp/escaped", escaped);
    g_test_add_func("/xmp/absent", absent);
    g_test_add_func("/xmp/claims", claims);
    return g_test_run();
}
