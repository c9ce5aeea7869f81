/* Dates as the source format writes them. Private to model. */
#ifndef MKB_MODEL_DATE_H
#define MKB_MODEL_DATE_H

#include "model/bulletin.h"

/* YYYY-MM-DD, a day of the Gregorian calendar; anything else is FALSE and leaves *date alone. */
gboolean date_parse(const gchar *text, Date *date);

#endif
