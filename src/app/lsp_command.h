/* mkbulletin lsp: a language server on standard input and output. */
#ifndef MKB_APP_LSP_COMMAND_H
#define MKB_APP_LSP_COMMAND_H

#include "app/options.h"

int lsp_command_run(const Options *options, Diagnostics *sink);

#endif
