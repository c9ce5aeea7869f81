/* The libraries that lines and pages are made with. */
#ifndef MKB_LAYOUT_VERSIONS_H
#define MKB_LAYOUT_VERSIONS_H

#include "base/version.h"

void layout_versions(GArray *versions);

#endif
