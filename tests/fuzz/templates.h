/* Templates of the program, each loaded once. */
#ifndef FUZZ_TEMPLATES_H
#define FUZZ_TEMPLATES_H

#include "template/template.h"

/* (transfer none) (nullable) */
static inline const Template *fuzz_template(const gchar *name)
{
    static const TemplateFolder folders[] = {{.path = "templates"}, {.path = NULL}};
    static GHashTable *known;
    static GPtrArray *sources;

    if (!known) {
        known = g_hash_table_new(g_str_hash, g_str_equal);
        sources = sources_new();
    }
    Template *template = g_hash_table_lookup(known, name);
    if (!template) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        template = template_load(name, SPAN_NONE, folders, sources, sink);
        if (template)
            g_hash_table_insert(known, g_strdup(name), template);
    }
    return template;
}

#endif
