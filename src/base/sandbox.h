/* A sandbox for text from strangers: whatever it makes a library do, the process then reads and
 * writes nothing but what is named here, opens no socket and starts nothing. Landlock holds the
 * files, a filter of system calls (seccomp) the rest. */
#ifndef MKB_BASE_SANDBOX_H
#define MKB_BASE_SANDBOX_H

#include <glib.h>

/* Paths: gchar *. What is not there is passed over. */
typedef struct {
    GPtrArray *read;    /* files, and folders with all below them */
    GPtrArray *write;   /* folders in which, and below which, files are made, replaced and removed,
                           but not read; and single files that are no regular ones, written to */
    GPtrArray *discard; /* folders that are emptied, and then removed */
} SandboxPlaces;

SandboxPlaces *sandbox_places_new(void);
void sandbox_places_free(SandboxPlaces *places);

typedef enum {
    SANDBOX_ENTERED,
    SANDBOX_NO_LANDLOCK, /* files are not held */
    SANDBOX_NO_FILTER,   /* system calls are not held */
} SandboxResult;

/* Shuts the process in, for ever; there must be no other thread. Of the two parts that which can be
 * had is had, whatever is returned; errno then says why the other is missing. */
SandboxResult sandbox_enter(const SandboxPlaces *places);

/* The version of Landlock that the kernel has, from 1; 0: none. */
guint sandbox_landlock_version(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SandboxPlaces, sandbox_places_free)

#endif
