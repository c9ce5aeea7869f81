/* YAML from a tree: what yaml_read() makes the same tree of. */
#ifndef MKB_SOURCE_YAML_WRITE_H
#define MKB_SOURCE_YAML_WRITE_H

#include "source/yaml.h"

/* What is to stand in a comment beside a key; NULL: nothing. *apart, FALSE before, makes each key
 * of the value a line that is asked for its own comment; the keys of others have none. (transfer
 * full) */
typedef gchar *(*YamlComment)(const YamlPair *pair, gpointer data, gboolean *apart);

/* Appends a map, a line a key: lists and maps of a few values on their key's line. Pairs without a
 * value are left out, comments of the source lost. */
void yaml_write(GString *out, const YamlNode *map, YamlComment comment, gpointer data);

#endif
