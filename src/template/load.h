/* From a template's name to its tree. Private to template. */
#ifndef MKB_TEMPLATE_LOAD_H
#define MKB_TEMPLATE_LOAD_H

#include "source/yaml.h"
#include "template/template.h"

/* With the defaults of what may be left out. (transfer full) */
Template *template_new(void);

/* What a template is read from, and what came of it. */
typedef struct {
    const TemplateFolder *folders;
    GPtrArray *sources; /* Source: all that were read in this run */
    GPtrArray *files;   /* const Source *: what this template is made of, its own file first */
    GPtrArray *names;   /* gchar *: of those files */
    Diagnostics *sink;
    gboolean failed; /* an error was reported */
} Loading;

void loading_init(Loading *loading, const TemplateFolder *folders, GPtrArray *sources,
                  Diagnostics *sink);
void loading_clear(Loading *loading);

/* The keys of one file, without those that it extends. NULL after reporting. (transfer full) */
YamlNode *template_file(Loading *loading, const TemplateFolder *folder, const gchar *name);

/* The keys of a template with those of all that it extends. NULL after reporting that none can be
 * made. (transfer full) */
YamlNode *template_tree(Loading *loading, const gchar *name, Span where);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loading, loading_clear)

#endif
