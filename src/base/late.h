/* Libraries that few runs need. Linked, they would be loaded and bound at every start, with all
 * that they need themselves; so the first who needs one opens it, and calls it through a table:
 *
 *     #define FUNCTIONS(F) F(git, repository_open_ext) F(git, repository_free)
 *     LATE_LIBRARY(git, SONAME_LIBGIT2, FUNCTIONS)
 *
 *     if (late_open(&git_library, SPAN_NONE, sink))
 *         git.repository_free(repository);
 *
 * The types are those of the library's header. The Makefile has the names of files. */
#ifndef MKB_BASE_LATE_H
#define MKB_BASE_LATE_H

#include "base/diag.h"

typedef struct {
    const gchar *soname;       /* "libgit2.so.1.5" */
    const gchar *const *names; /* of what the table points to, in its order; NULL at the end */
    gpointer table;            /* as many pointers */
    gboolean opened;
} LateLibrary;

/* Opens it, once, for good: before the sandbox is entered, and from one thread. FALSE after
 * reporting with the place that needs it; a NULL `sink` is told nothing. */
gboolean late_open(LateLibrary *library, Span where, Diagnostics *sink);

#define LATE_MEMBER(prefix, name) __typeof__(&prefix##_##name) name;
#define LATE_NAME(prefix, name) #prefix "_" #name,
#define LATE_TABLE(type, list) \
    typedef struct { \
        list(LATE_MEMBER) \
    } type
#define LATE_WORD(macro) LATE_WORD_OF(macro)
#define LATE_WORD_OF(words) #words
#define LATE_LIBRARY(prefix, soname, list) \
    static struct { \
        list(LATE_MEMBER) \
    } prefix; \
    static const gchar *const prefix##_names[] = {list(LATE_NAME) NULL}; \
    G_STATIC_ASSERT(sizeof prefix == sizeof prefix##_names - sizeof(gchar *)); \
    static LateLibrary prefix##_library = {LATE_WORD(soname), prefix##_names, &prefix, FALSE};

#endif
