/* The templates that there are, for who asks. */
#ifndef MKB_TEMPLATE_LIBRARY_H
#define MKB_TEMPLATE_LIBRARY_H

#include "template/template.h"

/* A template of a folder. */
typedef struct {
    const TemplateFolder *folder; /* (transfer none) */
    gchar *name;
    gchar *description[2];           /* by Lang; (nullable) */
    gchar *extends;                  /* (nullable) */
    gboolean faulty;                 /* it cannot be loaded: said to the sink */
    const TemplateFolder *hidden_by; /* (nullable) an earlier folder has one of the same name */
} TemplateEntry;

/* All templates, folder by folder, sorted in each; each is loaded, and its faults reported, but for
 * hidden ones. (transfer full) (element-type TemplateEntry) */
GPtrArray *templates_list(const TemplateFolder *folders, GPtrArray *sources, Diagnostics *sink);

/* A template as a file that extends none and loads to the same one. Where it is made of several, a
 * comment beside each key names those that it comes from: at the outermost key that comes from one.
 * NULL after reporting. (transfer full) */
gchar *template_show(const gchar *name, Lang lang, const TemplateFolder *folders,
                     GPtrArray *sources, Diagnostics *sink);

#endif
