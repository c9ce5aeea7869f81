/* From a template's name to its tree. Private to template. */
#ifndef MKB_TEMPLATE_LOAD_H
#define MKB_TEMPLATE_LOAD_H

#include "source/yaml.h"
#include "template/template.h"

/* With the defaults of what may be left out. (transfer full) */
Template *template_new(void);

/* The keys of a template with those of all that it extends, as template_load() reads them. `files`
 * is given the sources that it is made of, the template's own first (element-type Source, owned by
 * `sources`). *failed after reporting; the tree is NULL where none can be made. (transfer full) */
YamlNode *template_tree(const gchar *name, Span where, const gchar *const *folders,
                        GPtrArray *sources, GPtrArray *files, Diagnostics *sink, gboolean *failed);

#endif
