/* Memory that is refused ends the program: with a message, status 3 and the old files. */
#ifndef MKB_APP_MEMORY_H
#define MKB_APP_MEMORY_H

#include "base/diag.h"

/* The language of the message; English before. */
void memory_prepare(Lang lang);

#endif
