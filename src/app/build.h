/* `mkbulletin build`: from a folder to a PDF, PNG or the dump of a stage. */
#ifndef MKB_APP_BUILD_H
#define MKB_APP_BUILD_H

#include "app/options.h"
#include "base/deps.h"
#include "layout/font_keep.h"
#include "layout/pages.h"

int build_run(const Options *options, Diagnostics *sink);

/* One build with all that it has made, for whoever looks at it afterwards. What is wrong with the
 * command line is reported at once; build_make() then does nothing. `options` and `sink` must
 * outlive it; what is in the sink points into it. (transfer full) */
typedef struct Build Build;
Build *build_new(const Options *options, Diagnostics *sink);

/* Cut fonts are looked for, and kept, there. */
void build_keep_fonts(Build *build, FontKeep *keep);

/* The set that all reading is noted in (deps_record()); --deps needs it. */
void build_note_deps(Build *build, const Deps *deps);

/* Makes everything, once: up to the pages, if there are to be any. */
void build_make(Build *build);

/* Then writes it: all files, that of --deps among them, or none. */
void build_write(Build *build);

/* NULL where it did not come to pages. (transfer none) */
const Pages *build_pages(const Build *build);
void build_free(Build *build);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Build, build_free)

#endif
