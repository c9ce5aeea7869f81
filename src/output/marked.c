#include "output/marked.h"

#include "output/content.h"

#include <string.h>

/* ---- boundaries ---- */

/* A colour that nothing else has. */
static const double boundary[] = {0.125, 0.25, 0.5};
static const gchar *const boundary_written[] = {"0.125", "0.25", "0.5"};

/* A small box at the corner of the page: what is off the page Cairo leaves out. */
void marked_draw_boundary(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, boundary[0], boundary[1], boundary[2]);
    cairo_rectangle(cairo, 0, 0, 1, 1);
    cairo_fill(cairo);
}

gboolean marked_begins(const Item *item, guint *last)
{
    gboolean drawn = item->kind != ITEM_LINK && item->kind != ITEM_ANCHOR;

    if (!drawn || item->element == *last)
        return FALSE;
    *last = item->element;
    return TRUE;
}

GArray *marked_elements(const Page *page)
{
    GArray *elements = g_array_new(FALSE, FALSE, sizeof(guint));
    guint last = MARKED_FIRST;

    g_array_append_val(elements, last);
    for (guint i = 0; i < page->items->len; i++)
        if (marked_begins(page->items->pdata[i], &last))
            g_array_append_val(elements, last);
    return elements;
}

/* ---- rewriting ---- */

typedef struct {
    ContentReader reader;
    ContentOperator at;
    GByteArray *out;
    gsize copied; /* so far the content is in `out`, or left out */
    const GArray *elements, *structure;
    GArray *sequences;
    guint stretch;    /* of `elements` */
    GArray *boundary; /* gboolean for each q: whether the colour of boundaries is set */
    gboolean open;
    guint open_depth; /* how many q there were when the sequence was opened */
    gboolean in_text, in_path;
    gsize path; /* where it begins */
} Marking;

static gboolean *is_boundary(const Marking *marking)
{
    return &g_array_index(marking->boundary, gboolean, marking->boundary->len - 1);
}

static void copy_to(Marking *marking, gsize to)
{
    g_byte_array_append(marking->out, marking->reader.data + marking->copied,
                        (guint) (to - marking->copied));
    marking->copied = to;
}

static void write_text(Marking *marking, const gchar *text)
{
    g_byte_array_append(marking->out, (const guint8 *) text, (guint) strlen(text));
}

static const gchar *const artifacts[] = {
    [ARTIFACT_LAYOUT] = "/Artifact <</Type/Layout>> BDC\n",
    [ARTIFACT_PAGE_NUMBER] = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n",
    [ARTIFACT_REPEATED] = "/Artifact <</Type/Pagination>> BDC\n",
    [ARTIFACT_PROOF] = "/Artifact <</Type/Page>> BDC\n",
};

/* Opens a sequence before the byte of the content, unless one is open. */
static void open_before(Marking *marking, gsize byte)
{
    if (marking->open || marking->stretch >= marking->elements->len)
        return;
    guint element = g_array_index(marking->elements, guint, marking->stretch);
    copy_to(marking, byte);
    if (element < STRUCTURE_ROOT) {
        write_text(marking, artifacts[element]);
    } else {
        g_autofree gchar *text =
            g_strdup_printf("/%s <</MCID %u>> BDC\n",
                            struct_type_name(structure_at(marking->structure, element)->type),
                            marking->sequences->len);
        write_text(marking, text);
        g_array_append_val(marking->sequences, element);
    }
    marking->open = TRUE;
    marking->open_depth = marking->boundary->len;
}

static void close_before(Marking *marking, gsize byte)
{
    if (!marking->open)
        return;
    copy_to(marking, byte);
    write_text(marking, byte == marking->reader.length ? "\nEMC\n" : "EMC\n");
    marking->open = FALSE;
}

static void leave_out(Marking *marking, gsize from, gsize to)
{
    copy_to(marking, from);
    marking->copied = to;
}

/* ---- operators ---- */

typedef void (*OperatorAction)(Marking *marking);

static void on_save(Marking *marking)
{
    gboolean now = *is_boundary(marking);

    g_array_append_val(marking->boundary, now);
}

/* A sequence that was opened before the q that this ends goes on. */
static void on_restore(Marking *marking)
{
    if (marking->open_depth == marking->boundary->len)
        close_before(marking, marking->at.start);
    if (marking->boundary->len > 1)
        g_array_set_size(marking->boundary, marking->boundary->len - 1);
}

static void on_colour(Marking *marking)
{
    gboolean set = content_has_numbers(&marking->reader, &marking->at, 3, boundary_written);

    *is_boundary(marking) = set;
    if (set)
        leave_out(marking, marking->at.start, marking->at.end);
}

static void on_other_colour(Marking *marking)
{
    *is_boundary(marking) = FALSE;
}

static void on_path(Marking *marking)
{
    if (!marking->in_path)
        marking->path = marking->at.start;
    marking->in_path = TRUE;
}

/* A path that is painted; what is only clipped with draws nothing. */
static void on_paint(Marking *marking)
{
    if (marking->in_path)
        open_before(marking, marking->path);
    marking->in_path = FALSE;
}

static void on_fill(Marking *marking)
{
    if (!*is_boundary(marking)) {
        on_paint(marking);
        return;
    }
    close_before(marking, marking->path);
    leave_out(marking, marking->path, marking->at.end);
    marking->in_path = FALSE;
    marking->stretch++;
}

static void on_no_paint(Marking *marking)
{
    marking->in_path = FALSE;
}

static void on_text(Marking *marking)
{
    open_before(marking, marking->at.start);
    marking->in_text = TRUE;
}

static void on_text_end(Marking *marking)
{
    marking->in_text = FALSE;
}

static void on_object(Marking *marking)
{
    open_before(marking, marking->at.start);
}

/* Sequences of the text's, within a text object, hold what a glyph says that has several meanings;
 * others are not expected, and would not nest. */
static void on_mark(Marking *marking)
{
    if (!marking->in_text)
        leave_out(marking, marking->at.start, marking->at.end);
}

static const struct {
    const gchar *word;
    OperatorAction act;
} actions[] = {
    {"q", on_save},           {"Q", on_restore},       {"rg", on_colour},
    {"g", on_other_colour},   {"k", on_other_colour},  {"sc", on_other_colour},
    {"scn", on_other_colour}, {"cs", on_other_colour}, {"m", on_path},
    {"re", on_path},          {"f", on_fill},          {"F", on_fill},
    {"f*", on_fill},          {"B", on_paint},         {"B*", on_paint},
    {"b", on_paint},          {"b*", on_paint},        {"S", on_paint},
    {"s", on_paint},          {"n", on_no_paint},      {"BT", on_text},
    {"ET", on_text_end},      {"Do", on_object},       {"sh", on_object},
    {"BI", on_object},        {"BMC", on_mark},        {"BDC", on_mark},
    {"EMC", on_mark},
};

static void mark_operator(Marking *marking)
{
    for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
        if (!content_is(&marking->reader, &marking->at, actions[i].word))
            continue;
        actions[i].act(marking);
        return;
    }
}

GByteArray *marked_content(const guchar *data, gsize length, const GArray *elements,
                           const GArray *structure, GArray *sequences)
{
    g_autoptr(GArray) depth = g_array_new(FALSE, TRUE, sizeof(gboolean));
    Marking marking = {.reader = {data, length, 0},
                       .out = g_byte_array_sized_new((guint) length + 1),
                       .elements = elements,
                       .structure = structure,
                       .sequences = sequences,
                       .boundary = depth};

    g_array_set_size(depth, 1);
    while (content_next(&marking.reader, &marking.at))
        mark_operator(&marking);
    close_before(&marking, length);
    copy_to(&marking, length);
    if (marking.stretch + 1 != elements->len)
        g_clear_pointer(&marking.out, g_byte_array_unref);
    return marking.out;
}
