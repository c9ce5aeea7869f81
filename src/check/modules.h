/* The function of every rule module, a line each; check.c calls them. Private to check. */
#ifndef MKB_CHECK_MODULES_H
#define MKB_CHECK_MODULES_H

#include "check/check.h"

void check_half_width_marks(CheckContext *context); /* rule_half_width.c */

#endif
