#include "check/ignore.h"

#include "base/diag_rows.h"
#include "base/text.h"

#include <string.h>

#define OPENING "<!--"
#define WORD "mkbulletin-ignore"

/* A comment in a source: bytes [start, end), with its marks. */
typedef struct {
    Span span;
    Span name; /* of the rule; no source when there is none */
    gboolean reason;
} Ignore;

static Span trimmed(const Source *source, gsize start, gsize end)
{
    while (start < end && g_ascii_isspace(source->text[start]))
        start++;
    while (end > start && g_ascii_isspace(source->text[end - 1]))
        end--;
    return (Span){source, (guint32) start, (guint32) end};
}

/* What stands in a comment after the word: "rule: reason"; the colon may be a Chinese one. */
static void read_words(Ignore *ignore, gsize start, gsize end)
{
    const Source *source = ignore->span.source;
    gsize colon = start, after;

    while (colon < end && source->text[colon] != ':' &&
           strncmp(source->text + colon, "：", strlen("：")) != 0)
        colon++;
    after = colon + (colon == end ? 0 : source->text[colon] == ':' ? 1 : strlen("："));
    ignore->name = trimmed(source, start, colon);
    Span reason = trimmed(source, MIN(after, end), end);
    ignore->reason = reason.start < reason.end;
    if (ignore->name.start == ignore->name.end)
        ignore->name = SPAN_NONE;
}

/* The next comment of ours at or after *at, which moves past it. */
static gboolean next_ignore(const Source *source, gsize *at, Ignore *ignore)
{
    for (;;) {
        const gchar *open = strstr(source->text + *at, OPENING);
        if (!open)
            return FALSE;
        gsize start = (gsize) (open - source->text), word = start + strlen(OPENING);
        if (text_is_escaped(source->text, source->text + start)) {
            *at = word;
            continue;
        }
        const gchar *close = strstr(source->text + word, "-->");
        if (!close)
            return FALSE;
        gsize end = (gsize) (close - source->text);
        *at = end + 3;
        word += strspn(source->text + word, " \t\r\n");
        if (strncmp(source->text + word, WORD, strlen(WORD)) != 0)
            continue;
        *ignore = (Ignore){.span = {source, (guint32) start, (guint32) *at}};
        read_words(ignore, word + strlen(WORD), end);
        return TRUE;
    }
}

/* The rule that a comment names; FALSE after reporting what is wrong with it. */
static gboolean find_rule(CheckContext *context, const Ignore *ignore, RuleId *rule)
{
    Span where = ignore->name;

    if (!where.source) {
        diag_report(context->sink, RULE_IGNORE_FORM, ignore->span, NULL);
        return FALSE;
    }
    g_autofree gchar *name = g_strndup(where.source->text + where.start, where.end - where.start);
    gboolean known = rule_find(name, rule);
    const gchar *near = known ? NULL : rule_nearest(name);
    if (!known)
        diag_report(context->sink, near ? RULE_RULE_IN_FILE_NEAR : RULE_RULE_IN_FILE, where, name,
                    near, NULL);
    else if (rule_is_hard(*rule))
        diag_report(context->sink, RULE_HARD_IN_FILE, where, name, NULL);
    else if (!ignore->reason)
        diag_report(context->sink, RULE_IGNORE_REASON, ignore->span, name, NULL);
    else
        return TRUE;
    return FALSE;
}

/* ---- where things are ---- */

/* A place, and how far the places up to it reach: places of a source may stand in one another. */
typedef struct {
    Span span;
    guint32 reach;
    guint index; /* in what they are places of */
} Place;

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Place *one = a, *other = b;
    guintptr source = (guintptr) one->span.source, others = (guintptr) other->span.source;

    if (source != others)
        return source < others ? -1 : 1;
    if (one->span.start != other->span.start)
        return one->span.start < other->span.start ? -1 : 1;
    return one->index < other->index ? -1 : one->index > other->index;
}

static void sort_places(GArray *places)
{
    guint32 reach = 0;

    g_array_sort(places, by_place);
    for (guint i = 0; i < places->len; i++) {
        Place *place = &g_array_index(places, Place, i);
        gboolean first = i == 0 || (place - 1)->span.source != place->span.source;
        reach = MAX(first ? 0 : reach, place->span.end);
        place->reach = reach;
    }
}

/* How many places are before one, by source and start. */
static guint places_before(const GArray *places, Span where)
{
    guint low = 0, high = places->len;
    Place key = {.span = where, .index = G_MAXUINT};

    while (low < high) {
        guint middle = (low + high) / 2;
        if (by_place(&g_array_index(places, Place, middle), &key) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The blocks of all texts. */
static GArray *blocks_of(const CheckContext *context)
{
    GArray *blocks = g_array_new(FALSE, FALSE, sizeof(Place));

    for (guint i = 0; i < context->units->len; i++) {
        Place place = {.span = ((const TextUnit *) context->units->pdata[i])->block, .index = i};
        g_array_append_val(blocks, place);
    }
    sort_places(blocks);
    return blocks;
}

/* The block that a comment is in, the outermost, else the first one after it. */
static Span block_of(const GArray *blocks, Span comment)
{
    guint at = places_before(blocks, comment);

    while (at > 0 && g_array_index(blocks, Place, at - 1).span.source == comment.source &&
           g_array_index(blocks, Place, at - 1).reach > comment.start)
        at--;
    if (at == blocks->len || g_array_index(blocks, Place, at).span.source != comment.source)
        return SPAN_NONE;
    return g_array_index(blocks, Place, at).span;
}

/* ---- what is left out ---- */

/* A comment that leaves out what it may. */
typedef struct {
    Ignore ignore;
    RuleId rule;
    Span block;
    guint dropped;
} Leave;

typedef struct {
    CheckContext *context;
    GArray *blocks; /* Place */
    GArray *leaves; /* Leave, in the order of the sources */
    GArray *places; /* Place of their blocks */
} Leaver;

/* Of several comments that mean it, the first. */
static gboolean is_left_out(const Diagnostic *one, gpointer data)
{
    const Leaver *leaver = data;
    Leave *found = NULL;

    for (guint i = places_before(leaver->places, one->where); i > 0; i--) {
        const Place *place = &g_array_index(leaver->places, Place, i - 1);
        Leave *leave = &g_array_index(leaver->leaves, Leave, place->index);
        if (place->span.source != one->where.source || place->reach <= one->where.start)
            break;
        if (place->span.end > one->where.start &&
            g_str_equal(rule_row(leave->rule)->id, rule_row(one->rule)->id) &&
            (!found || leave < found))
            found = leave;
    }
    if (found)
        found->dropped++;
    return found != NULL;
}

/* The table of a CSV file stands in the block that names it. */
static guint drop_elsewhere(CheckContext *context, RuleId rule, Span block)
{
    const Source *last = block.source;
    guint dropped = 0;

    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        const Source *source = unit->span.source;
        if (unit->block.source != block.source || unit->block.start != block.start ||
            source == last)
            continue;
        dropped +=
            diagnostics_drop(context->sink, rule, (Span){source, 0, (guint32) source->length});
        last = source;
    }
    return dropped;
}

/* A draft has no texts that could be checked. */
static gboolean is_draft(const CheckContext *context, const Source *source)
{
    for (guint i = 0; i < context->units->len; i++)
        if (((const TextUnit *) context->units->pdata[i])->span.source == source)
            return FALSE;
    return TRUE;
}

static void collect(Leaver *leaver, const Ignore *ignore)
{
    Leave leave = {.ignore = *ignore};

    if (!find_rule(leaver->context, ignore, &leave.rule))
        return;
    leave.block = block_of(leaver->blocks, ignore->span);
    Place place = {.span = leave.block, .index = leaver->leaves->len};
    g_array_append_val(leaver->leaves, leave);
    if (leave.block.source)
        g_array_append_val(leaver->places, place);
}

static void collect_entry(Leaver *leaver, const SourceEntry *entry)
{
    Ignore ignore;

    if (!entry)
        return;
    if (entry->source)
        for (gsize at = entry->body_start; next_ignore(entry->source, &at, &ignore);)
            collect(leaver, &ignore);
    for (guint i = 0; entry->children && i < entry->children->len; i++)
        collect_entry(leaver, entry->children->pdata[i]);
}

/* What a comment leaves out beyond its own file; what leaves out nothing is told of. */
static void finish(CheckContext *context, gboolean has_tables, Leave *leave)
{
    Span name = leave->ignore.name;

    if (leave->block.source && has_tables)
        leave->dropped += drop_elsewhere(context, leave->rule, leave->block);
    if (leave->dropped > 0 || diagnostics_is_off(context->sink, leave->rule) ||
        is_draft(context, leave->ignore.span.source))
        return;
    g_autofree gchar *text = g_strndup(name.source->text + name.start, name.end - name.start);
    diag_report(context->sink, RULE_UNUSED_IGNORE, leave->ignore.span, text, NULL);
}

/* Whether a text stands in another file than its block. */
static gboolean has_tables(const CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (unit->block.source != unit->span.source)
            return TRUE;
    }
    return FALSE;
}

void ignores_apply(CheckContext *context)
{
    g_autoptr(GArray) blocks = blocks_of(context);
    g_autoptr(GArray) leaves = g_array_new(FALSE, FALSE, sizeof(Leave));
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
    Leaver leaver = {context, blocks, leaves, places};
    gboolean tables = has_tables(context);

    collect_entry(&leaver, context->tree->root);
    collect_entry(&leaver, context->tree->closing);
    collect_entry(&leaver, context->tree->annexes);
    if (leaves->len == 0)
        return;
    sort_places(places);
    diagnostics_drop_if(context->sink, is_left_out, &leaver);
    for (guint i = 0; i < leaves->len; i++)
        finish(context, tables, &g_array_index(leaves, Leave, i));
}
