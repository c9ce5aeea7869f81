/* The folders of templates: which are there, and their text. Private to template. */
#ifndef MKB_TEMPLATE_FOLDERS_H
#define MKB_TEMPLATE_FOLDERS_H

#include "template/template.h"

/* The names of the templates in one folder, sorted. (transfer full) (element-type utf8) */
GPtrArray *template_folder_names(const TemplateFolder *folder);

/* The same of all folders, each name once, ended by NULL. (transfer full) (element-type utf8) */
GPtrArray *template_names(const TemplateFolder *folders);

/* The first folder that has a template of that name, or NULL. A name never leads out of the
 * folders. (transfer none) */
const TemplateFolder *template_folder_of(const gchar *name, const TemplateFolder *folders);

/* The text of a template in a folder. It is appended to `sources`, or found there: what is wrong in
 * it is so told once. NULL after reporting. (transfer none) */
const Source *template_source(const TemplateFolder *folder, const gchar *name, GPtrArray *sources,
                              Diagnostics *sink);

#endif
