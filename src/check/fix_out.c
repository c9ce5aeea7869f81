/* Changed files: to the disk, or as a diff. */
#include "check/fix.h"

#include "base/diag_rows.h"
#include "base/file_out.h"
#include "base/text.h"
#include "source/folder.h"

#include <string.h>

enum { CONTEXT = 3 };

/* Paths in the order of their bytes. (transfer container) */
static GList *sorted_paths(GHashTable *changed)
{
    return g_list_sort(g_hash_table_get_keys(changed), (GCompareFunc) strcmp);
}

static gboolean is_as_read(const gchar *path, GBytes *before, Diagnostics *sink)
{
    g_autofree gchar *text = NULL;
    gsize length = 0;
    ReadResult result = file_read(path, g_bytes_get_size(before), &text, &length);
    g_autoptr(GBytes) now = g_bytes_new(text, length);
    if (result == READ_OK && g_bytes_equal(now, before))
        return TRUE;
    diag_report(sink, RULE_FILE_CHANGED, SPAN_NONE, path, NULL);
    return FALSE;
}

gboolean fixes_write(const Fixes *fixes, Diagnostics *sink)
{
    g_autoptr(GList) paths = sorted_paths(fixes->after);
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(OutputFile));

    for (GList *path = paths; path; path = path->next) {
        OutputFile file = {path->data, g_hash_table_lookup(fixes->after, path->data)};
        if (!is_as_read(path->data, g_hash_table_lookup(fixes->before, path->data), sink))
            return FALSE;
        g_array_append_val(files, file);
    }
    if (!output_files_write((const OutputFile *) (gpointer) files->data, files->len, sink))
        return FALSE;
    for (GList *path = paths; path; path = path->next)
        diag_report(sink, RULE_FIXED, SPAN_NONE, (const gchar *) path->data, NULL);
    return TRUE;
}

/* ---- the diff ---- */

typedef struct {
    gchar **old, **new; /* lines without LF; the last is what follows the last LF */
    guint n_old, n_new;
    const Diagnostics *sink;
    GString *out;
} Diff;

/* A line as a terminal may have it; a CR at its end belongs to the line end. */
static void append_line(const Diff *diff, gchar sign, const gchar *line, gboolean last)
{
    g_autofree gchar *masked = diagnostics_mask_text(diff->sink, line);
    gboolean cr = g_str_has_suffix(masked, "\r");
    g_auto(GStrv) cells = NULL;

    if (last && *line == '\0')
        return;
    if (cr)
        masked[strlen(masked) - 1] = '\0';
    cells = g_strsplit(masked, "\t", -1);
    g_string_append_c(diff->out, sign);
    for (guint i = 0; cells[i]; i++) {
        if (i > 0)
            g_string_append_c(diff->out, '\t');
        text_append_string(diff->out, cells[i]);
    }
    g_string_append(diff->out, cr ? "\r\n" : "\n");
    if (last)
        g_string_append(diff->out, "\\ No newline at end of file\n");
}

static guint line_count(gchar **lines, guint n, guint from, guint to)
{
    /* What follows the last LF is a line only when it is not empty. */
    return to - from - (to == n && *lines[n - 1] == '\0');
}

/* Old lines [start, old_end) become new lines [start, new_end). */
static void append_change(const Diff *diff, guint start, guint old_end, guint new_end)
{
    for (guint i = start; i < old_end; i++)
        append_line(diff, '-', diff->old[i], i + 1 == diff->n_old);
    for (guint i = start; i < new_end; i++)
        append_line(diff, '+', diff->new[i], i + 1 == diff->n_new);
}

/* Lines that both have, or that stand side by side and differ. */
static void append_side_by_side(const Diff *diff, guint start, guint end)
{
    for (guint i = start; i < end;) {
        guint to = i;
        while (to < end && !g_str_equal(diff->old[to], diff->new[to]))
            to++;
        append_change(diff, i, to, to);
        if (to < end)
            append_line(diff, ' ', diff->old[to], to + 1 == diff->n_old);
        i = to + 1;
    }
}

/* With the lines around [start, …), which are the same in both. */
static void append_hunk(const Diff *diff, guint start, guint old_end, guint new_end)
{
    guint from = start > CONTEXT ? start - CONTEXT : 0;
    guint old_to = MIN(old_end + CONTEXT, diff->n_old);
    guint new_to = MIN(new_end + CONTEXT, diff->n_new);

    g_string_append_printf(diff->out, "@@ -%u,%u +%u,%u @@\n", from + 1,
                           line_count(diff->old, diff->n_old, from, old_to), from + 1,
                           line_count(diff->new, diff->n_new, from, new_to));
    for (guint i = from; i < start; i++)
        append_line(diff, ' ', diff->old[i], FALSE);
    if (diff->n_old == diff->n_new)
        append_side_by_side(diff, start, old_end);
    else
        append_change(diff, start, old_end, new_end);
    for (guint i = old_end; i < old_to; i++)
        append_line(diff, ' ', diff->old[i], i + 1 == diff->n_old);
}

/* The lines of both texts stand side by side: hunks of lines that differ, with those between them
 * that are too few to part them. */
static void append_lines(const Diff *diff)
{
    for (guint i = 0; i < diff->n_old; i++) {
        guint end = i;
        if (g_str_equal(diff->old[i], diff->new[i]))
            continue;
        for (guint k = i; k < diff->n_old && k <= end + 2 * CONTEXT; k++)
            if (!g_str_equal(diff->old[k], diff->new[k]))
                end = k;
        append_hunk(diff, i, end + 1, end + 1);
        i = end;
    }
}

/* One hunk, from the first line that differs to the last. */
static void append_all(const Diff *diff)
{
    guint start = 0, old_end = diff->n_old, new_end = diff->n_new;

    while (start < MIN(old_end, new_end) && g_str_equal(diff->old[start], diff->new[start]))
        start++;
    while (old_end > start && new_end > start &&
           g_str_equal(diff->old[old_end - 1], diff->new[new_end - 1]))
        old_end--, new_end--;
    append_hunk(diff, start, old_end, new_end);
}

static void append_file(const gchar *path, GBytes *before, GBytes *after, const Diagnostics *sink,
                        GString *out)
{
    g_autofree gchar *old_text =
        g_strndup(g_bytes_get_data(before, NULL), g_bytes_get_size(before));
    g_autofree gchar *new_text = g_strndup(g_bytes_get_data(after, NULL), g_bytes_get_size(after));
    g_auto(GStrv) old = g_strsplit(old_text, "\n", -1);
    g_auto(GStrv) new = g_strsplit(new_text, "\n", -1);
    Diff diff = {old, new, g_strv_length(old), g_strv_length(new), sink, out};

    for (guint i = 0; i < 2; i++) {
        g_string_append(out, i == 0 ? "--- " : "+++ ");
        text_append_string(out, path);
        g_string_append_c(out, '\n');
    }
    if (diff.n_old == diff.n_new)
        append_lines(&diff);
    else
        append_all(&diff);
}

void fixes_diff(const Fixes *fixes, const Diagnostics *sink, GString *out)
{
    g_autoptr(GList) paths = sorted_paths(fixes->after);

    for (GList *path = paths; path; path = path->next)
        append_file(path->data, g_hash_table_lookup(fixes->before, path->data),
                    g_hash_table_lookup(fixes->after, path->data), sink, out);
}
