/* What has to be undone when the program ends in the middle of something: a signal, a library that
 * aborts, memory that is refused. */
#ifndef MKB_BASE_ENDING_H
#define MKB_BASE_ENDING_H

#include <glib.h>

typedef struct Undo {
    void (*undo)(gpointer data); /* may run in a signal handler: no allocation, no lock */
    gpointer data;
    struct Undo *next; /* private */
} Undo;

/* The undo lives, at its place, until it is removed. Of the main thread. */
void ending_add(Undo *undo);

/* Does nothing where it was not added. */
void ending_remove(Undo *undo);

/* Undoes all, the last first, each once. Of a thread or a signal handler that ends the program. */
void ending_undo(void);

#endif
