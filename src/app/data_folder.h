/* Where templates/ and fonts/ are. */
#ifndef MKB_APP_DATA_FOLDER_H
#define MKB_APP_DATA_FOLDER_H

#include <glib.h>

/* The folder that holds templates/ and fonts/manifest: above the program, where it was built; in
 * ../share/mkbulletin beside it; else the one given at compile time, whatever it holds. No variable
 * of the environment counts. (transfer full) */
gchar *data_folder_find(const gchar *program);

/* This program's own path, or NULL where /proc does not say. (transfer full) */
gchar *data_folder_program(void);

#endif
