/* Terminal cells that text takes, for carets under Chinese text (UAX #11). */
#ifndef MKB_BASE_WIDTH_H
#define MKB_BASE_WIDTH_H

#include <glib.h>

/* 0 for combining and zero-width characters, 2 for East Asian wide and full-width ones, else 1. */
guint char_display_width(gunichar c);

/* Of all characters of a text. */
guint text_display_width(const gchar *text);

#endif
