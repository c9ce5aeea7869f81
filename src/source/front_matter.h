/* Where the front matter of a file begins and ends. */
#ifndef MKB_SOURCE_FRONT_MATTER_H
#define MKB_SOURCE_FRONT_MATTER_H

#include "base/diag.h"

typedef struct {
    guint32 start, end; /* the YAML; equal when there is none */
    guint32 body;
} FrontMatter;

/* Front matter begins with a first line --- and ends with the next line --- or ... . */
FrontMatter front_matter_find(const Source *source, Diagnostics *sink);

#endif
