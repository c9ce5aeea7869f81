/* The libraries that sources are read with. */
#ifndef MKB_SOURCE_VERSIONS_H
#define MKB_SOURCE_VERSIONS_H

#include "base/version.h"

void source_versions(GArray *versions);

#endif
