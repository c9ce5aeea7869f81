/* --sandbox: what a command line asks to read and to write, and nothing else. */
#ifndef MKB_APP_SANDBOXED_H
#define MKB_APP_SANDBOXED_H

#include "app/options.h"

/* Shuts the process in, where --sandbox asks for it: before the first byte of the sources is read.
 * `sources` are the bulletins, ended by NULL; `checkout` (nullable) a folder that is read and then
 * removed, several of them ended by NULL. FALSE after reporting that it cannot be had. */
gboolean sandboxed(const Options *options, const gchar *const *sources,
                   const gchar *const *checkouts, Diagnostics *sink);

#endif
