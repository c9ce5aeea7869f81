/* One of the two that are compared: a folder or file, or what it was in a revision. */
#ifndef MKB_APP_COMPARED_H
#define MKB_APP_COMPARED_H

#include "app/git_folder.h"
#include "app/options.h"
#include "model/bulletin.h"

typedef struct {
    const gchar *revision; /* (nullable) */
    gchar *named;          /* what the user named */
    gchar *name;           /* as it is shown: "content", "HEAD~1:content" */
    gchar *path;           /* where it is read from */
    GitFolder *checkout;   /* (nullable) of a revision */
    SourceTree *tree;
    Bulletin *bulletin;
} Compared;

/* The old and the new one, from the operands and --git. Faults are reported. */
void compared_name(Compared sides[2], const Options *options, const gchar *example,
                   Diagnostics *sink);

/* Takes what is a revision out of its repository. FALSE after reporting. */
gboolean compared_check_out(Compared *compared, Diagnostics *sink);

/* FALSE after reporting what leaves nothing to compare. */
gboolean compared_read(Compared *compared, Diagnostics *sink);

/* Sources that were read from where a revision was put get the names that messages show: those of
 * the tree have them, those of its templates do not. */
void compared_show_names(const Compared *compared, const GPtrArray *sources);
void compared_clear(Compared *compared);

#endif
