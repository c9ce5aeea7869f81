/* The date in a file's metadata: never that of the clock. */
#ifndef MKB_APP_INFO_DATE_H
#define MKB_APP_INFO_DATE_H

#include "base/diag.h"
#include "model/bulletin.h"

/* SOURCE_DATE_EPOCH as ISO 8601 in UTC, or NULL where it is not set. FALSE after reporting one that
 * is no number of seconds. */
gboolean info_date_from_environment(gchar **date, Diagnostics *sink);

/* The bulletin's own date, at midnight. (transfer full) */
gchar *info_date_of(Date date);

#endif
