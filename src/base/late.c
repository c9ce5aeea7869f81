#include "base/late.h"

#include <dlfcn.h>
#include <string.h>

/* All or none of the table. NULL, or why not. */
static const gchar *bind(void *handle, const LateLibrary *library)
{
    guint count = g_strv_length((gchar **) library->names);
    g_autofree void **symbols = g_new(void *, count);

    for (guint i = 0; i < count; i++)
        if (!(symbols[i] = dlsym(handle, library->names[i])))
            return dlerror();
    memcpy(library->table, symbols, count * sizeof *symbols);
    return NULL;
}

/* It is never closed: its types and threads stay known to GLib. */
gboolean late_open(LateLibrary *library, Span where, Diagnostics *sink)
{
    void *handle = NULL;
    const gchar *fault = NULL;

    if (library->opened)
        return TRUE;
    handle = dlopen(library->soname, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    fault = handle ? bind(handle, library) : dlerror();
    library->opened = !fault;
    if (fault && sink)
        diag_report(sink, RULE_NO_LIBRARY, where, library->soname, fault, NULL);
    return library->opened;
}
