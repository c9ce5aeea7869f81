#include "source/data_address.h"

#include <string.h>

#define SCHEME "data:"
#define BASE64 ";base64,"

gboolean is_data_address(const gchar *path)
{
    return g_ascii_strncasecmp(path, SCHEME, strlen(SCHEME)) == 0;
}

gboolean data_address_is_csv(const gchar *path)
{
    static const gchar csv[] = SCHEME "text/csv;";

    return g_ascii_strncasecmp(path, csv, strlen(csv)) == 0;
}

static gboolean is_base64(const gchar *text)
{
    gsize length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    gsize fill = strspn(text + length, "=");

    return length > 0 && fill <= 2 && text[length + fill] == '\0' && (length + fill) % 4 == 0;
}

GBytes *data_address_read(const gchar *address, gchar **type, Span where, Diagnostics *sink)
{
    const gchar *base64 = strstr(address, BASE64);
    gsize length;

    if (!base64 || !is_base64(base64 + strlen(BASE64))) {
        diag_report(sink, RULE_DATA_ADDRESS, where, NULL);
        return NULL;
    }
    *type = g_strndup(address, (gsize) (base64 - address));
    guchar *bytes = g_base64_decode(base64 + strlen(BASE64), &length);
    return g_bytes_new_take(bytes, length);
}

gchar *data_address_new(const gchar *type, GBytes *bytes)
{
    gsize length;
    const guchar *data = g_bytes_get_data(bytes, &length);
    g_autofree gchar *base64 = g_base64_encode(data, length);

    return g_strconcat(SCHEME, type, BASE64, base64, NULL);
}

gchar *data_address_of_image(const Image *image)
{
    static const gchar *const types[] = {
        [IMAGE_PNG] = "image/png", [IMAGE_JPEG] = "image/jpeg", [IMAGE_SVG] = "image/svg+xml"};

    return data_address_new(types[image->kind], image->bytes);
}
