/* What a build has read, for make, ninja and other programs that build only what is out of date. */
#ifndef MKB_OUTPUT_DEPS_OUT_H
#define MKB_OUTPUT_DEPS_OUT_H

#include "base/deps.h"

/* A rule for make, as `gcc -MD -MP` writes one, which ninja reads too: the outputs depend on each
 * file that was read and on each folder that was listed, for a file that is added changes what is
 * made. A folder that one of the outputs is in is left out, for writing there changes it. Each has
 * a rule of its own without prerequisites, so that one that is gone makes the outputs out of date
 * instead of stopping make; what was looked for in vain is in no rule, which would be out of date
 * for ever. Paths below the current folder are relative. (transfer full) */
gchar *deps_to_make(const Deps *deps, const GPtrArray *outputs);

/* As docs/deps.schema.json says; all paths absolute, and what was looked for in vain, too.
 * (transfer full) */
gchar *deps_to_json(const Deps *deps, const GPtrArray *outputs);

#endif
