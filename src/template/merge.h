/* `extends:` — a template's own keys put over those of the one that it builds on. */
#ifndef MKB_TEMPLATE_MERGE_H
#define MKB_TEMPLATE_MERGE_H

#include "source/yaml.h"

/* Puts `own` over `base`, both of them maps, and returns what they make together: maps key by key;
 * any other value instead of the base's. `key: ~` leaves out what the base has: its pair stays, in
 * its place, without a value (NULL). `key+: […]` adds to the end of the base's list, `+key: […]` to
 * its beginning. Every node and key keeps the span of the file that it was written in; a map that
 * both have is found at the own key. Faults are reported as RULE_BAD_TEMPLATE, and *failed set.
 * (transfer full), of both arguments too. */
YamlNode *template_merge(YamlNode *base, YamlNode *own, Diagnostics *sink, gboolean *failed);

#endif
