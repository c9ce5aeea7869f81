#include "model/keep_names.h"

#include <string.h>

/* Beyond what source/marks.c gives out: places in files of a few MiB. */
#define FIRST_SPAN 0x80000000U

typedef struct {
    GPtrArray *names; /* the longest first */
    guint32 spans;    /* given out */
} Keeping;

static const gchar *name_at(const Keeping *keeping, const gchar *text)
{
    for (guint i = 0; i < keeping->names->len; i++)
        if (g_str_has_prefix(text, keeping->names->pdata[i]))
            return keeping->names->pdata[i];
    return NULL;
}

/* Bytes [start, end) of a run as a run of their own. */
static void add_part(GArray *parts, const Inline *run, gsize start, gsize end, guint32 joined)
{
    Inline part = *run;

    if (start == end)
        return;
    part.text = g_strndup(run->text + start, end - start);
    part.href = g_strdup(run->href);
    if (run->flags & INLINE_VERBATIM)
        part.span = (Span){run->span.source, run->span.start + (guint32) start,
                           run->span.start + (guint32) end};
    if (joined) {
        part.joined = joined;
        part.flags |= INLINE_NOBREAK;
    }
    g_array_append_val(parts, part);
}

static void cut_run(Keeping *keeping, GArray *parts, const Inline *run)
{
    gsize start = 0, at = 0;

    while (run->text[at]) {
        const gchar *name = name_at(keeping, run->text + at);
        if (!name) {
            at = (gsize) (g_utf8_next_char(run->text + at) - run->text);
            continue;
        }
        add_part(parts, run, start, at, 0);
        add_part(parts, run, at, at + strlen(name), FIRST_SPAN + keeping->spans++);
        start = at = at + strlen(name);
    }
    add_part(parts, run, start, at, 0);
}

static gboolean has_name(const Keeping *keeping, const Inline *run)
{
    for (guint i = 0; !run->joined && run->text && i < keeping->names->len; i++)
        if (strstr(run->text, keeping->names->pdata[i]))
            return TRUE;
    return FALSE;
}

/* In place: whoever has the array has the new runs. */
static void cut_inlines(Keeping *keeping, GArray *inlines)
{
    g_autoptr(GArray) parts = inlines_new();

    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (!has_name(keeping, run))
            continue;
        g_array_set_size(parts, 0);
        cut_run(keeping, parts, run);
        guint count = parts->len;
        g_array_remove_index(inlines, i);
        g_array_insert_vals(inlines, i, parts->data, count);
        /* the runs are the other array's now */
        memset(parts->data, 0, count * sizeof(Inline));
        i += count - 1;
    }
}

static void cut_table(Keeping *keeping, const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = table->rows->pdata[i];
        for (guint k = 0; k < row->len; k++)
            cut_inlines(keeping, ((const TableCell *) row->pdata[k])->inlines);
    }
}

static void cut_blocks(Keeping *keeping, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->inlines)
            cut_inlines(keeping, block->inlines);
        if (block->table)
            cut_table(keeping, block->table);
        if (block->children)
            cut_blocks(keeping, block->children);
    }
}

static void cut_nodes(Keeping *keeping, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        cut_inlines(keeping, node->title);
        cut_blocks(keeping, node->blocks);
        cut_nodes(keeping, node->children);
        cut_blocks(keeping, node->closing);
    }
}

static gint by_length(gconstpointer a, gconstpointer b)
{
    gsize one = strlen(*(const gchar *const *) a), two = strlen(*(const gchar *const *) b);

    return one > two ? -1 : one < two;
}

void bulletin_keep_names(Bulletin *bulletin, const GPtrArray *names)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    Keeping keeping = {sorted, 0};

    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(sorted, names->pdata[i]);
    g_ptr_array_sort(sorted, by_length);
    if (sorted->len == 0)
        return;
    cut_blocks(&keeping, bulletin->opening);
    cut_nodes(&keeping, bulletin->children);
    cut_blocks(&keeping, bulletin->closing);
    cut_blocks(&keeping, bulletin->note_blocks);
    for (guint i = 0; i < bulletin->annexes->len; i++) {
        const Annex *annex = bulletin->annexes->pdata[i];
        cut_inlines(&keeping, annex->title);
        cut_blocks(&keeping, annex->blocks);
    }
}
