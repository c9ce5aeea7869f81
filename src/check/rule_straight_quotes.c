/* P21: " and ' beside Chinese. */
#include "check/characters.h"
#include "check/modules.h"

#include <string.h>

static gboolean is_beside_chinese(const TextUnit *unit, guint32 at)
{
    return char_is_chinese(unit_before(unit, at)) || char_is_chinese(unit_at(unit, at + 1));
}

/* Where the next " of a text stands, from a place on; its length when there is none. */
static guint32 next_quote(const TextUnit *unit, guint32 from, gchar quote)
{
    while (from < unit->length &&
           (unit->text[from] != quote || unit_guarded(unit, from, from + 1, GUARD_ADDRESS)))
        from++;
    return from;
}

static void report(CheckContext *context, const TextUnit *unit, guint32 at, const gchar *instead)
{
    const gchar text[] = {unit->text[at], '\0'};
    Finding finding = {.rule = RULE_STRAIGHT_QUOTE,
                       .unit = unit,
                       .start = at,
                       .end = at + 1,
                       .arguments = {text},
                       .replacement = instead};

    check_report(context, &finding);
}

/* First, second: opening, closing, if all of the text's come in pairs. */
static void check_unit(CheckContext *context, const TextUnit *unit, gchar quote, const gchar *open,
                       const gchar *close)
{
    guint count = 0;

    for (guint32 at = next_quote(unit, 0, quote); at < unit->length;
         at = next_quote(unit, at + 1, quote))
        count++;
    for (guint32 at = next_quote(unit, 0, quote); at < unit->length;) {
        guint32 other = next_quote(unit, at + 1, quote);
        gboolean paired = count % 2 == 0 && other < unit->length;
        gboolean chinese = is_beside_chinese(unit, at);
        if (paired && (chinese || is_beside_chinese(unit, other))) {
            report(context, unit, at, open);
            report(context, unit, other, close);
        } else if (!paired && chinese) {
            report(context, unit, at, NULL);
        }
        at = paired ? next_quote(unit, other + 1, quote) : other;
    }
}

void check_straight_quotes(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (strchr(unit->text, '"'))
            check_unit(context, unit, '"', "“", "”");
        if (strchr(unit->text, '\''))
            check_unit(context, unit, '\'', "‘", "’");
    }
}
