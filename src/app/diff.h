/* `mkbulletin diff`: two bulletins compared (花脸稿). */
#ifndef MKB_APP_DIFF_H
#define MKB_APP_DIFF_H

#include "app/options.h"

/* Status 0 where there is no difference, 1 where there is any; what is wrong makes it 2 or more. */
int diff_run(const Options *options, Diagnostics *sink);

#endif
