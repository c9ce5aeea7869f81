/* The structure of both: elements of what is gone stand among those of the new text, in the order
 * of reading, in the sections and tables that are still there. */
#include "diff/parts.h"

typedef struct {
    StructElement element;
    guint after; /* element of the new structure that it stands behind */
} Added;

typedef struct {
    const GArray *old, *new; /* StructElement */
    guint *places;           /* of old elements among new and added ones; 0: none yet */
    GArray *added;           /* Added; numbers go on from those of the new */
    guint last;              /* the furthest new element so far */
    const guint *numbers;    /* the last of all, by those before */
} Merging;

/* ---- which is which ---- */

static void pair(Merging *merging, guint old, guint new)
{
    while (old > STRUCTURE_ROOT && new > STRUCTURE_ROOT && merging->places[old] == 0 &&
           structure_at(merging->old, old)->type == structure_at(merging->new, new)->type) {
        merging->places[old] = new;
        old = structure_at(merging->old, old)->parent;
        new = structure_at(merging->new, new)->parent;
        if (structure_at(merging->old, old)->type == STRUCT_TABLE)
            return; /* two tables may have the same caption */
    }
}

/* What is gone leads nowhere: its text is that of what it stood in. */
static guint leave_links(const Merging *merging, guint old)
{
    const StructElement *element = structure_at(merging->old, old);

    while (element->type == STRUCT_LINK || element->type == STRUCT_REFERENCE ||
           (element->type == STRUCT_LBL &&
            structure_at(merging->old, element->parent)->type == STRUCT_REFERENCE)) {
        old = element->parent;
        element = structure_at(merging->old, old);
    }
    return old;
}

static guint behind(const Merging *merging, guint parent)
{
    if (parent < merging->new->len)
        return MAX(parent, merging->last);
    return MAX(g_array_index(merging->added, Added, parent - merging->new->len).after,
               merging->last);
}

/* The number of an old element, which is added where it has none. */
static guint place_of(Merging *merging, guint old)
{
    old = leave_links(merging, old);
    if (old <= STRUCTURE_ROOT)
        return old;
    if (merging->places[old] > 0)
        return merging->places[old];
    const StructElement *from = structure_at(merging->old, old);
    guint parent = place_of(merging, from->parent);
    Added added = {.element = *from, .after = behind(merging, parent)};

    added.element.parent = parent;
    added.element.alt = g_strdup(from->alt);
    g_array_append_val(merging->added, added);
    return merging->places[old] = merging->new->len + merging->added->len - 1;
}

static void take(Merging *merging, guint *element)
{
    if (*element & OLD_ELEMENT)
        *element = place_of(merging, *element & ~OLD_ELEMENT);
    else
        merging->last = MAX(merging->last, *element);
}

/* ---- texts ---- */

typedef void (*Each)(Merging *merging, guint *element);

static void each_element(Merging *merging, const GPtrArray *texts, Each each)
{
    for (guint i = 0; i < texts->len; i++) {
        TextBlock *text = texts->pdata[i];
        for (guint k = 0; k < text->runs->len; k++) {
            TextRun *run = &g_array_index(text->runs, TextRun, k);
            each(merging, &run->element);
            each(merging, &run->link);
        }
        /* The label of an item is before its body, which is the element of what is written last. */
        each(merging, &text->element);
        each(merging, &text->seal);
        if (text->table)
            each_element(merging, text->table->cells, each);
        if (text->table)
            each_element(merging, text->table->continued, each);
        if (text->figure)
            each_element(merging, text->figure->captions, each);
    }
}

/* A note's elements stand behind all others, whatever refers to it. */
static void take_notes(Merging *merging, const Comparer *comparer)
{
    merging->last = merging->new->len - 1;
    each_element(merging, comparer->note_blocks, take);
}

/* ---- numbers ---- */

/* New numbers of all: `numbers` by the old one. (transfer full) */
static GArray *in_order(const Merging *merging, guint *numbers)
{
    GArray *all = structure_new();
    g_autofree guint *first = g_new0(guint, merging->new->len + 1);
    g_autofree guint *next = g_new0(guint, merging->added->len + 1);

    for (guint i = merging->added->len; i-- > 0;) {
        guint after = g_array_index(merging->added, Added, i).after;
        next[i] = first[after];
        first[after] = i + 1;
    }
    for (guint i = 0; i < merging->new->len; i++) {
        numbers[i] = i <= STRUCTURE_ROOT ? i : all->len;
        if (i > STRUCTURE_ROOT) {
            StructElement element = *structure_at(merging->new, i);
            element.alt = g_strdup(element.alt);
            g_array_append_val(all, element);
        }
        for (guint k = first[i]; k > 0; k = next[k - 1]) {
            numbers[merging->new->len + k - 1] = all->len;
            g_array_append_val(all, g_array_index(merging->added, Added, k - 1).element);
        }
    }
    return all;
}

static void renumber(Merging *merging, guint *element)
{
    *element = merging->numbers[*element];
}

static void renumber_structure(GArray *all, const guint *numbers)
{
    for (guint i = STRUCTURE_ROOT + 1; i < all->len; i++) {
        StructElement *element = structure_at(all, i);
        element->parent = numbers[element->parent];
        if (element->type == STRUCT_REFERENCE)
            element->note = numbers[element->note];
    }
}

/* Added notes are known by their numbers among all. */
static void number_notes(Merging *merging, const Comparer *comparer)
{
    for (guint i = 0; i < merging->added->len; i++) {
        StructElement *element = &g_array_index(merging->added, Added, i).element;
        if (element->type != STRUCT_NOTE)
            continue;
        for (guint k = 0; k < comparer->gone_notes->len; k++)
            if (g_array_index(comparer->gone_notes, guint, k) == element->note) {
                element->note = comparer->notes[NEW]->len + k + 1;
                break;
            }
    }
}

static guint first_of_texts(const Comparer *comparer)
{
    guint first = G_MAXUINT;

    for (guint i = 0; i < comparer->units[NEW]->len; i++) {
        const TextBlock *text = g_array_index(comparer->units[NEW], Unit, i).text;
        if (text->element > STRUCTURE_ROOT)
            first = MIN(first, text->element);
    }
    return first == G_MAXUINT ? STRUCTURE_ROOT : first - 1;
}

void merge_structure(Comparer *comparer)
{
    Reading *reading = comparer->readings[NEW];
    Merging merging = {.old = comparer->readings[OLD]->structure, .new = reading->structure};

    if (!merging.old || !merging.new)
        return;
    g_autofree guint *places = g_new0(guint, merging.old->len + 1);
    merging.places = places;
    merging.added = g_array_new(FALSE, FALSE, sizeof(Added));
    for (guint i = 0; i < comparer->element_pairs->len; i += 2)
        pair(&merging, GPOINTER_TO_UINT(comparer->element_pairs->pdata[i]),
             GPOINTER_TO_UINT(comparer->element_pairs->pdata[i + 1]));
    merging.last = first_of_texts(comparer);
    each_element(&merging, comparer->blocks, take);
    take_notes(&merging, comparer);
    number_notes(&merging, comparer);
    g_autofree guint *numbers = g_new0(guint, merging.new->len + merging.added->len + 1);
    GArray *all = in_order(&merging, numbers);
    renumber_structure(all, numbers);
    merging.numbers = numbers;
    each_element(&merging, comparer->blocks, renumber);
    each_element(&merging, comparer->note_blocks, renumber);
    g_array_unref(merging.added);
    g_array_unref(reading->structure);
    reading->structure = all;
}
