/* A small YAML document with places, over libyaml's events: what front matter and templates need.
 * Anchors, aliases and tags are refused; depth ≤ 16, size ≤ 64 KiB; a duplicate key is an error. */
#ifndef MKB_SOURCE_YAML_H
#define MKB_SOURCE_YAML_H

#include "base/diag.h"

typedef enum { YAML_SCALAR_NODE_KIND, YAML_LIST_NODE_KIND, YAML_MAP_NODE_KIND } YamlKind;

typedef struct YamlNode YamlNode;

typedef struct {
    gchar *key;
    Span key_span;
    YamlNode *value;
} YamlPair;

struct YamlNode {
    YamlKind kind;
    gchar *text;      /* of a scalar */
    gboolean plain;   /* scalar without quotes: may be null, true, a number … */
    GPtrArray *items; /* YamlNode, of a list */
    GArray *pairs;    /* YamlPair, of a map, in order of writing */
    Span span;
};

/* Reads bytes [start, end) of a source as one YAML document. NULL after reporting RULE_YAML or
 * RULE_DUPLICATE_KEY; an empty document is an empty map. (transfer full) */
YamlNode *yaml_read(const Source *source, guint32 start, guint32 end, Diagnostics *sink);
/* An empty map, to which pairs may be appended. (transfer full) */
YamlNode *yaml_map_new(Span span);
void yaml_node_free(YamlNode *node); /* libyaml exports a yaml_free of its own */

/* The value of a key of a map, or NULL. (transfer none) */
const YamlNode *yaml_get(const YamlNode *map, const gchar *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(YamlNode, yaml_node_free)

#endif
