/* Output that is whole or not there: every file is written beside its target, checked, flushed to
 * disk and only then renamed over it. On any fault the old file stays as it was. */
#ifndef MKB_BASE_FILE_OUT_H
#define MKB_BASE_FILE_OUT_H

#include "base/diag.h"

typedef struct {
    gchar *path; /* "-" and /dev/stdout are standard output */
    GBytes *bytes;
} OutputFile;

/* Writes all of them, or none: the first rename happens after the last file is safely on disk, and
 * where one fails those before it are undone (on file systems that exchange names).
 * Faults are reported (RULE_OUTPUT_…, exit status 3) and FALSE returned. A new file gets mode
 * 0666 & ~umask, a replaced one keeps its mode. */
gboolean output_files_write(const OutputFile *files, gsize n_files, Diagnostics *sink);

/* For whoever asks before there is anything to write. FALSE after reporting that the folder of a
 * file is not there. */
gboolean output_folder_check(const gchar *path, Diagnostics *sink);

/* What a failure of the system is called in a message. (transfer none) */
const gchar *error_in_chinese(int error);

#endif
