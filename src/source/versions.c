#include "source/versions.h"

#include <cmark.h>
#include <jpeglib.h>
#include <png.h>
#include <yaml.h>

void source_versions(GArray *versions)
{
    versions_add(versions, "cmark", CMARK_VERSION_STRING, cmark_version_string());
    versions_add(versions, "libyaml", NULL, yaml_get_version_string());
    versions_add(versions, "libpng", PNG_LIBPNG_VER_STRING, png_get_libpng_ver(NULL));
#ifdef LIBJPEG_TURBO_VERSION
    versions_add(versions, "libjpeg-turbo", VERSION_WORD(LIBJPEG_TURBO_VERSION), NULL);
#else
    versions_add(versions, "libjpeg", VERSION_WORD(JPEG_LIB_VERSION), NULL);
#endif
}
