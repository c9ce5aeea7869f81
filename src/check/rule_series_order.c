/* S02, S08: series are complete and in order, and their items end alike. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/series.h"

/* How an item before the next one ends. */
typedef struct {
    const TextUnit *unit;
    guint32 start, end;
} Ending;

/* A series that goes on: series stand in one another. */
typedef struct {
    SeriesMark first;
    guint next;
    gboolean whole;  /* it begins with one */
    GArray *endings; /* Ending */
} Series;

typedef struct {
    CheckContext *context;
    GPtrArray *open[SERIES_KINDS]; /* Series, the innermost last */
} Reader;

static gchar *ending_text(const Ending *ending)
{
    return unit_part(ending->unit, ending->start, ending->end);
}

/* Each that is not as most are; of as many, as the first is. */
static void check_endings(CheckContext *context, const GArray *endings)
{
    guint semicolons = 0, stops = 0;

    for (guint i = 0; i < endings->len; i++) {
        const Ending *one = &g_array_index(endings, Ending, i);
        gunichar c = unit_at(one->unit, one->start);
        semicolons += c == 0xFF1B;
        stops += char_is_final_mark(c);
    }
    if (semicolons == 0 || stops == 0)
        return;
    const Ending *first = &g_array_index(endings, Ending, 0);
    gboolean begins = unit_at(first->unit, first->start) == 0xFF1B;
    gboolean usual = semicolons == stops ? begins : semicolons > stops;
    for (guint i = 0; i < endings->len; i++) {
        const Ending *one = &g_array_index(endings, Ending, i);
        g_autofree gchar *text = ending_text(one);
        if ((unit_at(one->unit, one->start) == 0xFF1B) != usual)
            check_say(context, RULE_SERIES_SEPARATOR, one->unit, one->start, one->end, text,
                      usual ? "；" : "。", NULL);
    }
}

/* ---- series in a text ---- */

enum { FAR = 3000 }; /* bytes that are looked through for a second item */

/* （一）…（二）… in one paragraph, where only the first is at its beginning. */
static gboolean goes_on_within(const SeriesMark *first, const gchar *second)
{
    return (first->kind == SERIES_PARAGRAPH || first->kind == SERIES_BRACKETS) &&
           g_strstr_len(first->unit->text + first->end, FAR, second) != NULL;
}

static void series_close(Reader *reader, Series *series)
{
    const SeriesMark *first = &series->first;

    if (series->whole && series->next == 2) {
        g_autofree gchar *one = series_label(first->kind, 1), *two = series_label(first->kind, 2);
        if (!goes_on_within(first, two))
            check_say(reader->context, RULE_SERIES_ALONE, first->unit, first->start, first->end,
                      one, two, NULL);
    }
    check_endings(reader->context, series->endings);
    g_array_unref(series->endings);
    g_free(series);
}

static void close_last(Reader *reader, GPtrArray *open)
{
    series_close(reader, open->pdata[open->len - 1]);
    g_ptr_array_set_size(open, (gint) open->len - 1);
}

static Series *series_open(GPtrArray *open, const SeriesMark *mark)
{
    Series *series = g_new0(Series, 1);

    *series = (Series){*mark, mark->number + 1, mark->number == 1,
                       g_array_new(FALSE, FALSE, sizeof(Ending))};
    g_ptr_array_add(open, series);
    return series;
}

/* The mark before 二是, blanks aside. */
static void take_ending(Series *series, const SeriesMark *mark)
{
    guint32 end = mark->start;

    while (end > 0 && mark->unit->text[end - 1] == ' ')
        end--;
    gunichar c = unit_before(mark->unit, end);
    if (c == 0xFF1B || char_is_final_mark(c)) {
        Ending ending = {mark->unit, end - 3, end};
        g_array_append_val(series->endings, ending);
    }
}

static gboolean goes_on(const GPtrArray *open, guint number)
{
    for (guint i = 0; i < open->len; i++)
        if (((const Series *) open->pdata[i])->next == number)
            return TRUE;
    return FALSE;
}

static void report_order(Reader *reader, const SeriesMark *mark, guint wanted)
{
    g_autofree gchar *is = series_label(mark->kind, mark->number);
    g_autofree gchar *should = series_label(mark->kind, wanted);

    check_say(reader->context, RULE_SERIES_ORDER, mark->unit, mark->start, mark->end, is, should,
              NULL);
}

static void take_mark(Reader *reader, const SeriesMark *mark)
{
    GPtrArray *open = reader->open[mark->kind];

    if (mark->number == 1) {
        series_open(open, mark);
        return;
    }
    if (goes_on(open, mark->number))
        while (((const Series *) open->pdata[open->len - 1])->next != mark->number)
            close_last(reader, open);
    else
        report_order(reader, mark,
                     open->len > 0 ? ((const Series *) open->pdata[open->len - 1])->next : 1);
    Series *series = open->len > 0 ? open->pdata[open->len - 1] : series_open(open, mark);
    series->next = mark->number + 1;
    take_ending(series, mark);
}

static void close_all(Reader *reader)
{
    for (guint i = 0; i < SERIES_KINDS; i++)
        while (reader->open[i]->len > 0)
            close_last(reader, reader->open[i]);
}

/* What is typed in front of a measure or heading is S01's. */
static gboolean is_read(const TextUnit *unit)
{
    return unit->kind == UNIT_PARAGRAPH || unit->kind == UNIT_MEASURE || unit->kind == UNIT_ITEM;
}

static gboolean is_of_measure(const SeriesMark *mark)
{
    return mark->unit->kind == UNIT_MEASURE && mark->start == 0;
}

static gboolean continues(const TextUnit *before, const TextUnit *unit)
{
    return before && before->node == unit->node && before->annex == unit->annex;
}

static void read_texts(Reader *reader)
{
    const TextUnit *before = NULL;
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(SeriesMark));

    for (guint i = 0; i < reader->context->units->len; i++) {
        const TextUnit *unit = reader->context->units->pdata[i];
        if (!continues(before, unit) || unit->kind == UNIT_HEADING)
            close_all(reader);
        before = unit;
        g_array_set_size(marks, 0);
        if (is_read(unit))
            series_marks(reader->context, unit, marks);
        for (guint k = 0; k < marks->len; k++)
            if (!is_of_measure(&g_array_index(marks, SeriesMark, k)))
                take_mark(reader, &g_array_index(marks, SeriesMark, k));
    }
    close_all(reader);
}

void check_series_order(CheckContext *context)
{
    Reader reader = {.context = context};

    for (guint i = 0; i < SERIES_KINDS; i++)
        reader.open[i] = g_ptr_array_new();
    read_texts(&reader);
    for (guint i = 0; i < SERIES_KINDS; i++)
        g_ptr_array_unref(reader.open[i]);
}

/* ---- lists and measures ---- */

/* What a list or finding the unit is an item of; NULL: of none. */
static gconstpointer list_of(const TextUnit *unit)
{
    if (unit->kind == UNIT_ITEM)
        return unit->list;
    return unit->kind == UNIT_MEASURE && !unit->list ? unit->node->parent : NULL;
}

static void add_ending(GHashTable *lists, const TextUnit *unit)
{
    GArray *endings = g_hash_table_lookup(lists, list_of(unit));
    gunichar c = unit_before(unit, unit->length);
    Ending ending = {unit, unit->length - 3, unit->length};

    if (c != 0xFF1B && !char_is_final_mark(c))
        return;
    if (!endings) {
        endings = g_array_new(FALSE, FALSE, sizeof(Ending));
        g_hash_table_insert(lists, (gpointer) list_of(unit), endings);
    }
    g_array_append_val(endings, ending);
}

/* An item's paragraphs but the last end as paragraphs do, and a list's last item too. */
static gboolean is_end_of_item(const GPtrArray *units, guint at)
{
    const TextUnit *unit = units->pdata[at];
    gconstpointer list = list_of(unit);

    for (guint i = at + 1; i < units->len; i++) {
        const TextUnit *next = units->pdata[i];
        if (next->kind == UNIT_FIELD)
            continue;
        if (!list_of(next))
            return FALSE;
        return list_of(next) == list && (unit->kind == UNIT_ITEM || next->node != unit->node);
    }
    return FALSE;
}

void check_list_endings(CheckContext *context)
{
    g_autoptr(GHashTable) lists =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
    GHashTableIter iter;
    gpointer endings;

    for (guint i = 0; i < context->units->len; i++)
        if (list_of(context->units->pdata[i]) && is_end_of_item(context->units, i))
            add_ending(lists, context->units->pdata[i]);
    g_hash_table_iter_init(&iter, lists);
    while (g_hash_table_iter_next(&iter, NULL, &endings))
        check_endings(context, endings);
}
