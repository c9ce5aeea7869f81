/* textDocument/publishDiagnostics */
#ifndef MKB_LSP_PUBLISH_H
#define MKB_LSP_PUBLISH_H

#include "lsp/session.h"

/* Tells the client what the analysis found, file by file, where it is not what it was told last. */
void publish(Session *session, Project *project);

/* Takes all of it back. */
void publish_nothing(Session *session, Project *project);

/* A diagnostic as LSP has it. (transfer full) */
json_t *diagnostic_to_lsp(const Session *session, const Analysis *analysis,
                          const Diagnostic *diagnostic);

#endif
