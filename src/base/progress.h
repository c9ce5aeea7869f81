/* How far a long build is, told by its stages to whoever listens; nothing where nobody does. */
#ifndef MKB_BASE_PROGRESS_H
#define MKB_BASE_PROGRESS_H

#include <glib.h>

typedef enum {
    PROGRESS_READING,   /* files; their number is not known */
    PROGRESS_FONTS,     /* paragraphs whose fonts are chosen */
    PROGRESS_LINES,     /* paragraphs shaped and broken into lines */
    PROGRESS_PAGES,     /* pages planned and placed, all at once */
    PROGRESS_DRAWING,   /* pages */
    PROGRESS_FINISHING, /* pages of the PDF gone through again */
    PROGRESS_WRITING    /* begins: nothing that stands on the terminal may stay there */
} ProgressStage;

/* `count` is 0 where it is not known. */
typedef void (*ProgressHook)(ProgressStage stage, guint done, guint count, gpointer data);

/* One for the whole program, called in the thread that builds; NULL: none. */
void progress_listen(ProgressHook hook, gpointer data);

/* So often that it must cost nothing: one look at a pointer. */
void progress_at(ProgressStage stage, guint done, guint count);

#endif
