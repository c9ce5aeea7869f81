/* `mkbulletin build`: one bulletin, or several at once. */
#ifndef MKB_APP_BUILD_MANY_H
#define MKB_APP_BUILD_MANY_H

#include "app/options.h"

/* Several, where -o is a folder (its name ends with /) or has {} in it for the bulletin's name:
 * each is set by a process of its own, a fork of this one, so that none can disturb another; --jobs
 * of them at a time. What each says is kept and printed in the order of the command line. Two that
 * would write the same file are refused before anything is done. The status is the greatest. */
int build_command_run(const Options *options, Diagnostics *sink);

#endif
