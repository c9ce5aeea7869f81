/* S03: the count that a text states, against what it lists. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/numerals.h"
#include "check/series.h"

#include <string.h>

#define NUMBER "([0-9]{1,3}|[一二三四五六七八九十两]{1,3})"
#define THINGS \
    "(?:方面|问题|措施|要求|意见|任务|工作|内容|建议|步骤|原因|情形|事项|特点|环节|阶段|原则|" \
    "条件)"

/* What announces a list: its end is a colon. */
#define ANNOUNCED \
    "(?:以下|下列|如下|下面|突出抓好|重点抓好|着力抓好|主要有|主要存在|采取了?|提出了?|分为|分)(?" \
    ":的|这|了)?" NUMBER "(?:大|个|项|条|点|种|类|步)(?:方面)?(?:的)?(?:[" HAN_RANGE \
    "“”、]{0,10}?" THINGS ")?[^。；：，]{0,6}："

typedef struct {
    CheckContext *context;
    const TextUnit *unit;
    guint32 start, end; /* of the number and what it counts */
    guint stated;
    const GArray *marks; /* SeriesMark, from the beginning of the text */
} Statement;

/* Longer series are not counted, nor those that begin farther away. */
enum { MOST_MARKS = 500, MOST_TEXTS = 100 };

static void report(const Statement *statement, guint listed)
{
    g_autofree gchar *count = g_strdup_printf("%u", listed);
    g_autofree gchar *text = unit_part(statement->unit, statement->start, statement->end);

    if (listed != statement->stated)
        check_say(statement->context, RULE_STATED_COUNT, statement->unit, statement->start,
                  statement->end, text, count, NULL);
}

/* ---- what is listed ---- */

/* Whether a text goes on with what another began: paragraphs side by side. */
static gboolean goes_on(const TextUnit *unit, const TextUnit *first)
{
    return unit == first || (unit->node == first->node && unit->annex == first->annex &&
                             (unit->kind == first->kind || unit->kind == UNIT_PARAGRAPH));
}

/* The marks of all texts, read once each. (element-type GArray of SeriesMark) */
static GPtrArray *all_marks(CheckContext *context)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify) g_array_unref);

    for (guint i = 0; i < context->units->len; i++) {
        GArray *marks = g_array_new(FALSE, FALSE, sizeof(SeriesMark));
        series_marks(context, context->units->pdata[i], marks);
        g_ptr_array_add(all, marks);
    }
    return all;
}

/* The marks of a text and, where it has few of its own, of the texts after it. */
static GArray *marks_from(CheckContext *context, const GPtrArray *all, const TextUnit *first)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(SeriesMark));
    guint end = MIN(context->units->len, first->index + MOST_TEXTS);

    for (guint i = first->index; i < end && marks->len < MOST_MARKS; i++) {
        const GArray *own = all->pdata[i];
        if (!goes_on(context->units->pdata[i], first))
            break;
        g_array_append_vals(marks, own->data, MIN(own->len, MOST_MARKS));
    }
    return marks;
}

/* How far a series goes that begins behind a place of the text; 0: there is none. */
static guint count_series(const Statement *statement, guint32 from)
{
    const SeriesMark *first = NULL;
    guint count = 0;

    for (guint i = 0; i < MIN(statement->marks->len, MOST_MARKS); i++) {
        const SeriesMark *mark = &g_array_index(statement->marks, SeriesMark, i);
        if (mark->unit == statement->unit && mark->start < from)
            continue;
        if (!first && mark->number == 1)
            first = mark;
        if (first && mark->kind == first->kind && mark->number == count + 1)
            count++;
        else if (first && mark->kind == first->kind && mark->number == 1)
            break;
    }
    return count;
}

/* The list that follows a text, or the measures of the finding that it leads in. */
static guint count_items(const Statement *statement)
{
    const TextUnit *unit = statement->unit;
    const GPtrArray *units = statement->context->units;
    const TextUnit *next = unit->index + 1 < units->len ? units->pdata[unit->index + 1] : NULL;

    if (next && next->kind == UNIT_ITEM && next->list != unit->list && next->node == unit->node &&
        next->annex == unit->annex)
        return next->list->children->len;
    if (!next || !unit->node || !next->node || next->node->parent != unit->node)
        return 0;
    guint count = 0;
    for (guint i = 0; i < unit->node->children->len; i++)
        count += ((const Node *) unit->node->children->pdata[i])->kind == next->node->kind;
    return count;
}

static gboolean is_end(const TextUnit *unit, guint32 at)
{
    return unit->text[at] == '\0';
}

/* 一是 right behind the colon, or the list below; a sentence between them says what it is about. */
static void check_announced(const Statement *statement, guint32 behind)
{
    guint series = count_series(statement, behind);

    if (series > 0)
        report(statement, series);
    else if (is_end(statement->unit, behind) && count_items(statement) > 0)
        report(statement, count_items(statement));
}

/* ---- what is stated ---- */

static Statement statement_of(CheckContext *context, const CheckMatch *match, gint group)
{
    g_autofree gchar *number = check_match_fetch(match, group);
    Statement statement = {
        .context = context, .unit = match->unit, .stated = number ? numeral_value(number) : 0};

    check_match_group(match, group, &statement.start, &statement.end);
    return statement;
}

static void check_unit(CheckContext *context, const GPtrArray *all, const TextUnit *unit)
{
    g_autoptr(GArray) marks = NULL;

    for (CheckMatch m = check_match(context, unit, ANNOUNCED); check_match_next(&m);) {
        Statement statement = statement_of(context, &m, 1);
        if (!marks)
            marks = marks_from(context, all, unit);
        statement.marks = marks;
        if (statement.stated > 0)
            check_announced(&statement, m.end);
    }
}

/* ---- the whole bulletin ---- */

typedef struct {
    guint headings, findings;
} Totals;

static void count_findings(const GPtrArray *nodes, Totals *totals)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        totals->findings += node->kind == NODE_FINDING;
        count_findings(node->children, totals);
    }
}

static Totals totals_of(const Bulletin *bulletin)
{
    Totals totals = {0, 0};

    for (guint i = 0; i < bulletin->children->len; i++)
        totals.headings += ((const Node *) bulletin->children->pdata[i])->kind == NODE_HEADING;
    count_findings(bulletin->children, &totals);
    return totals;
}

/* 巡察组反馈的3个方面12个问题: the parts and findings of the bulletin, where it has either. */
static void check_whole(CheckContext *context, const TextUnit *unit, Totals totals)
{
    static const gchar pattern[] =
        "(?:反馈|指出|提出)(?:的|了)?(?:共)?" NUMBER "(?:个|大)方面(?:的|、|，|共)*(?:" NUMBER
        "(?:个|项|条)(?:具体)?问题)?";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        Statement parts = statement_of(context, &m, 1), findings = statement_of(context, &m, 2);
        if (parts.stated > 0 && totals.headings > 1)
            report(&parts, totals.headings);
        if (findings.stated > 0 && totals.findings > 1)
            report(&findings, totals.findings);
    }
}

void check_stated_counts(CheckContext *context)
{
    g_autoptr(GPtrArray) all = all_marks(context);
    Totals totals = totals_of(context->bulletin);

    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (unit->kind != UNIT_PARAGRAPH && unit->kind != UNIT_MEASURE && unit->kind != UNIT_ITEM)
            continue;
        check_unit(context, all, unit);
        if (!unit->node && !unit->annex)
            check_whole(context, unit, totals);
    }
}
