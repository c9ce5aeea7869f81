#include "base/ending.h"

#include <signal.h>

/* A handler sees the list whole: each change of it is one store. */
static Undo *volatile last;

void ending_add(Undo *undo)
{
    undo->next = last;
    last = undo;
}

void ending_remove(Undo *undo)
{
    if (last == undo) {
        last = undo->next;
        return;
    }
    for (Undo *one = last; one; one = one->next)
        if (one->next == undo) {
            one->next = undo->next;
            return;
        }
}

void ending_undo(void)
{
    while (last) {
        Undo *undo = last;
        last = undo->next;
        undo->undo(undo->data);
    }
}
