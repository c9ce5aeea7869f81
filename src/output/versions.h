/* The libraries that outputs are written with. */
#ifndef MKB_OUTPUT_VERSIONS_H
#define MKB_OUTPUT_VERSIONS_H

#include "base/version.h"

void output_versions(GArray *versions);

#endif
