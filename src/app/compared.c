#include "app/compared.h"

#include "base/text.h"
#include "output/output.h"

#include <string.h>

static void set_side(Compared *side, const gchar *named, const gchar *revision)
{
    side->named = g_strdup(named);
    side->revision = g_intern_string(revision);
    g_autoptr(GString) name = g_string_new(NULL);
    if (revision) {
        text_append_string(name, revision);
        g_string_append_c(name, ':');
    }
    text_append_string(name, named); /* names of files are any bytes */
    side->name = g_string_free(g_steal_pointer(&name), FALSE);
    side->path = g_strdup(named);
}

/* "A..B" is two. (transfer full) */
static GPtrArray *revisions(const Options *options)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; options->revisions && i + 1 < options->revisions->len; i++) {
        g_auto(GStrv) parts = g_strsplit(options->revisions->pdata[i], "..", 2);
        for (guint k = 0; parts[k]; k++)
            g_ptr_array_add(all, g_strdup(*parts[k] ? parts[k] : "HEAD"));
    }
    return all;
}

void compared_name(Compared sides[2], const Options *options, const gchar *example,
                   Diagnostics *sink)
{
    const GPtrArray *operands = options->operands;
    g_autoptr(GPtrArray) given = revisions(options);
    guint wanted = given->len > 0 ? 1 : 2;

    if (operands->len < wanted)
        diag_report(sink, given->len > 0 ? RULE_NO_SOURCE : RULE_DIFF_OPERANDS, SPAN_NONE, example,
                    NULL);
    for (guint i = wanted; i < operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE, (const gchar *) operands->pdata[i],
                    "diff", NULL);
    if (given->len > 2)
        diag_report(sink, RULE_GIT_REVISIONS, SPAN_NONE, NULL);
    if (operands->len != wanted || given->len > 2)
        return;
    const gchar *old = given->len > 0 ? given->pdata[0] : NULL;
    const gchar *new = given->len > 1 ? given->pdata[1] : NULL;
    set_side(&sides[0], operands->pdata[0], old);
    set_side(&sides[1], operands->pdata[wanted - 1], new);
}

/* Messages show what the user named, not where the revision was put for a while. */
void compared_show_names(const Compared *compared, const GPtrArray *sources)
{
    for (guint i = 0; compared->revision && i < sources->len; i++) {
        Source *source = sources->pdata[i];
        if (!g_str_has_prefix(source->path, compared->path))
            continue;
        gchar *path = g_strconcat(compared->name, source->path + strlen(compared->path), NULL);
        g_free(source->path);
        source->path = path;
    }
}

gboolean compared_check_out(Compared *compared, Diagnostics *sink)
{
    if (!compared->revision)
        return TRUE;
    compared->checkout = git_folder_new(compared->named, compared->revision, sink);
    if (!compared->checkout)
        return FALSE;
    g_free(compared->path);
    compared->path = g_strdup(git_folder_path(compared->checkout));
    return TRUE;
}

gboolean compared_read(Compared *compared, Diagnostics *sink)
{
    compared->tree = source_tree_read_shown(compared->path, compared->name, sink);
    if (!compared->tree)
        return FALSE;
    compared->bulletin = bulletin_build(compared->tree, sink);
    if (compared->bulletin)
        check_seal_shapes(compared->bulletin, sink);
    compared_show_names(compared, compared->tree->sources);
    return compared->bulletin != NULL;
}

void compared_clear(Compared *compared)
{
    g_clear_pointer(&compared->bulletin, bulletin_free);
    g_clear_pointer(&compared->tree, source_tree_free);
    g_clear_pointer(&compared->checkout, git_folder_free);
    g_free(compared->named);
    g_free(compared->name);
    g_free(compared->path);
}
