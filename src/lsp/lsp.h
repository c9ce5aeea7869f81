/* A language server (LSP 3.17): what `mkbulletin check` finds as one types, and help in writing. */
#ifndef MKB_LSP_LSP_H
#define MKB_LSP_LSP_H

#include "model/bulletin.h"

/* What the server needs of the program around it. */
typedef struct {
    Lang lang;           /* of messages, unless the client asks for another */
    gboolean lang_given; /* on the command line: the client is not asked */

    /* Gives a sink the weights of rules that the command line asks for. */
    void (*set_levels)(gpointer data, Diagnostics *sink);

    /* Checks what needs the program's own data, the template; `path` is that of the bulletin. What
     * is read is added to the sources. (element-type Source) */
    void (*check_more)(gpointer data, const gchar *path, const Bulletin *bulletin,
                       GPtrArray *sources, Diagnostics *sink);

    /* The names of templates for a bulletin. (transfer full) (element-type utf8) */
    GPtrArray *(*template_names)(gpointer data, const gchar *path);
    gpointer data;
} LspSetup;

/* Serves one client until it says exit or ends. Returns the exit status: 0 where the client had it
 * shut down before, else 1. */
int lsp_serve(const LspSetup *setup, int in, int out);

#endif
