/* Lists of who attended (出席, 请假, 列席; GB/T 9704-2012 10.3). */
#ifndef MKB_LAYOUT_ATTENDANCE_H
#define MKB_LAYOUT_ATTENDANCE_H

#include "layout/layout.h"

/* Whether a page had better not end before line `i` of such a list, from 1: that line begins within
 * a person's name, or the one before it has the label. */
gboolean attendance_holds(const SetBlock *block, guint i);

#endif
