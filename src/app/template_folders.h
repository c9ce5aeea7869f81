/* Where templates are looked for: the folders of --template-path, in their order; templates/ in the
 * bulletin's own folder; the program's. */
#ifndef MKB_APP_TEMPLATE_FOLDERS_H
#define MKB_APP_TEMPLATE_FOLDERS_H

#include "app/options.h"
#include "model/bulletin.h"
#include "template/template.h"

typedef struct TemplateFolders TemplateFolders;

/* `bulletin` is the folder or file that is set, or NULL. A folder of the bulletin need not be
 * there; of any other that is missing is told, and NULL returned. (transfer full) */
TemplateFolders *template_folders_new(const Options *options, const gchar *data_folder,
                                      const gchar *bulletin, Diagnostics *sink);
void template_folders_free(TemplateFolders *folders);

/* Ended by one without a path. (transfer none) */
const TemplateFolder *template_folders_list(const TemplateFolders *folders);

/* Loads the template that the command line names, else the bulletin, if there is one. NULL after
 * reporting. (transfer full) */
Template *template_chosen(const TemplateFolders *folders, const Options *options,
                          const Bulletin *bulletin, GPtrArray *sources, Diagnostics *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TemplateFolders, template_folders_free)

#endif
