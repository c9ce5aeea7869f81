/* Footnotes: marks and texts find one another, file by file, and are numbered over the bulletin. */
#include "model/build.h"
#include "model/fields.h"

/* Of marks, however many notes they belong to: each is a link and two elements of the PDF's
 * structure. */
#define MOST_MARKS 10000

/* A label holds within its file. */
typedef struct {
    const Source *source;
    const gchar *label;
} NoteKey;

typedef struct {
    Bulletin *bulletin;
    Diagnostics *sink;
    GHashTable *texts; /* NoteKey → BLOCK_NOTE */
    guint marks;       /* so far */
    gboolean full;     /* the limit was met */
} Noting;

static guint key_hash(gconstpointer data)
{
    const NoteKey *key = data;

    return g_direct_hash(key->source) * 31 + g_str_hash(key->label);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
    const NoteKey *one = a, *other = b;

    return one->source == other->source && g_str_equal(one->label, other->label);
}

static Block *find_text(const Noting *noting, const Source *source, const gchar *label)
{
    const NoteKey key = {source, label};

    return g_hash_table_lookup(noting->texts, &key);
}

/* ---- texts ---- */

static void report_duplicate(const Noting *noting, const Block *note, const Block *first)
{
    guint line, column;

    source_position(first->span.source, first->span.start, &line, &column);
    g_autofree gchar *place = g_strdup_printf("%s:%u", first->span.source->path, line);
    diag_report(noting->sink, RULE_DUPLICATE_NOTE, note->span, note->label, place, NULL);
}

static void add_text(Noting *noting, Block *note)
{
    const NoteKey key = {note->span.source, note->label};
    const Block *first = find_text(noting, key.source, key.label);

    g_ptr_array_add(noting->bulletin->note_blocks, note);
    if (first)
        report_duplicate(noting, note, first);
    else
        g_hash_table_insert(noting->texts, g_memdup2(&key, sizeof key), note);
}

/* Texts of footnotes stand last among the blocks of their file. */
static void take_texts(GPtrArray *blocks, gpointer data)
{
    Noting *noting = data;
    guint from = blocks->len;

    while (from > 0 && ((const Block *) blocks->pdata[from - 1])->kind == BLOCK_NOTE)
        from--;
    for (guint i = from; i < blocks->len; i++)
        add_text(noting, g_steal_pointer(&blocks->pdata[i]));
    g_ptr_array_set_size(blocks, (gint) from);
}

/* ---- marks ---- */

static void number_text(Noting *noting, Block *text)
{
    GArray *notes = noting->bulletin->notes;

    text->number = notes->len + 1;
    Note note = {text->number, text};
    g_array_append_val(notes, note);
}

static gboolean count_mark(Noting *noting, Span mark)
{
    if (noting->marks++ < MOST_MARKS)
        return TRUE;
    diag_report(noting->sink, RULE_LIMIT, mark, "脚注号多于 10000 个",
                "more than 10000 marks of footnotes", NULL);
    noting->full = TRUE;
    return FALSE;
}

static void number_marks(Noting *noting, GArray *inlines)
{
    for (guint i = 0; inlines && i < inlines->len && !noting->full; i++) {
        Inline *run = &g_array_index(inlines, Inline, i);
        if (!(run->flags & INLINE_NOTE))
            continue;
        if (!count_mark(noting, run->span))
            return;
        Block *text = find_text(noting, run->span.source, run->href + 1);
        if (!text)
            diag_report(noting->sink, RULE_NOTE_WITHOUT_TEXT, run->span, run->href + 1, NULL);
        else if (text->number == 0)
            number_text(noting, text);
        run->note = text ? text->number : 0;
    }
}

static void number_table(Noting *noting, const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = table->rows->pdata[i];
        for (guint k = 0; k < row->len; k++)
            number_marks(noting, ((const TableCell *) row->pdata[k])->inlines);
    }
}

static void number_blocks(GPtrArray *blocks, gpointer data)
{
    Noting *noting = data;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        number_marks(noting, block->inlines);
        if (block->table)
            number_table(noting, block->table);
        if (block->children)
            number_blocks(block->children, noting);
    }
}

static void report_unused(const Noting *noting)
{
    const GPtrArray *texts = noting->bulletin->note_blocks;

    for (guint i = 0; i < texts->len && !noting->full; i++) {
        const Block *note = texts->pdata[i];
        if (note->number == 0 && find_text(noting, note->span.source, note->label) == note)
            diag_report(noting->sink, RULE_UNUSED_NOTE, note->span, note->label, NULL);
    }
}

void bulletin_take_notes(Bulletin *bulletin, Diagnostics *sink)
{
    g_autoptr(GHashTable) texts = g_hash_table_new_full(key_hash, key_equal, g_free, NULL);
    Noting noting = {bulletin, sink, texts, 0, FALSE};

    bulletin_visit(bulletin, take_texts, &noting);
    bulletin_visit(bulletin, number_blocks, &noting);
    report_unused(&noting);
}
