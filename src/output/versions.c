#include "output/versions.h"

#include "output/draw_svg.h"
#include "output/qpdf_late.h"

#include <cairo.h>
#include <ft2build.h>
#include <jansson.h>
#include <libdeflate.h>
#include <pixman.h>
#include <qpdf/DLL.h>
#include <zlib.h>
#include FT_FREETYPE_H

static void add_freetype(GArray *versions)
{
    g_autofree gchar *compiled = version_text(FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH);
    g_autofree gchar *running = NULL;
    FT_Int major, minor, patch;
    FT_Library library;

    if (FT_Init_FreeType(&library) == 0) {
        FT_Library_Version(library, &major, &minor, &patch);
        running = version_text((guint) major, (guint) minor, (guint) patch);
        FT_Done_FreeType(library);
    }
    versions_add(versions, "freetype", compiled, running);
}

void output_versions(GArray *versions)
{
    versions_add(versions, "cairo", CAIRO_VERSION_STRING, cairo_version_string());
    add_freetype(versions);
    versions_add_late(versions, "qpdf", QPDF_VERSION,
                      qpdf_open(NULL) ? qpdf_get_qpdf_version() : NULL);
    svg_versions(versions);
    versions_add(versions, "pixman", PIXMAN_VERSION_STRING, pixman_version_string());
    versions_add(versions, "zlib", ZLIB_VERSION, zlibVersion());
    versions_add(versions, "libdeflate", LIBDEFLATE_VERSION_STRING, NULL);
    versions_add(versions, "jansson", JANSSON_VERSION, jansson_version_str());
}
