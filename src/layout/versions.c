#include "layout/versions.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pango.h>
#include <unicode/uversion.h>

/* 21401 → "2.14.1" */
static gchar *fontconfig_version(int number)
{
    guint version = (guint) number;

    return version_text(version / 10000, version / 100 % 100, version % 100);
}

void layout_versions(GArray *versions)
{
    g_autofree gchar *compiled = fontconfig_version(FC_VERSION);
    g_autofree gchar *running = fontconfig_version(FcGetVersion());
    gchar icu[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo icu_numbers;

    versions_add(versions, "pango", PANGO_VERSION_STRING, pango_version_string());
    versions_add(versions, "harfbuzz", HB_VERSION_STRING, hb_version_string());
    versions_add(versions, "fontconfig", compiled, running);
    u_getVersion(icu_numbers);
    u_versionToString(icu_numbers, icu);
    versions_add(versions, "icu", U_ICU_VERSION, icu);
}
