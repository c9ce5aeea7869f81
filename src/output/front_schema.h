/* The front matter as a JSON Schema (draft 7), for editors and validators. */
#ifndef MKB_OUTPUT_FRONT_SCHEMA_H
#define MKB_OUTPUT_FRONT_SCHEMA_H

#include <glib.h>

/* From the tables of keys; both names of each key. YAML of every file of a bulletin fits it; what
 * it refuses the program refuses. (transfer full) */
gchar *front_schema(void);

#endif
