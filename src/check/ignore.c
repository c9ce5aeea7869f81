#include "check/ignore.h"

#include "base/diag_rows.h"

#include <string.h>

#define OPENING "<!--"
#define WORD "mkbulletin-ignore"

/* A comment in a source: bytes [start, end), with its marks. */
typedef struct {
    Span span;
    Span name; /* of the rule; no source when there is none */
    gboolean reason;
} Ignore;

static gboolean is_escaped(const Source *source, gsize at)
{
    gsize backslashes = 0;

    while (at > backslashes && source->text[at - backslashes - 1] == '\\')
        backslashes++;
    return backslashes % 2 == 1;
}

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
        const gchar *close = open ? strstr(open + strlen(OPENING), "-->") : NULL;
        if (!close)
            return FALSE;
        gsize start = (gsize) (open - source->text), end = (gsize) (close - source->text);
        gsize word = start + strlen(OPENING);
        if (is_escaped(source, start)) {
            *at = word;
            continue;
        }
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

/* The block that a comment is in, else the first one after it. */
static Span block_of(const CheckContext *context, Span comment)
{
    Span found = SPAN_NONE;

    for (guint i = 0; i < context->units->len; i++) {
        Span block = ((const TextUnit *) context->units->pdata[i])->block;
        if (block.source != comment.source || block.end <= comment.start)
            continue;
        if (!found.source || block.start < found.start)
            found = block;
    }
    return found;
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

static void apply(CheckContext *context, const Ignore *ignore)
{
    RuleId rule;

    if (!find_rule(context, ignore, &rule))
        return;
    Span block = block_of(context, ignore->span);
    guint dropped = diagnostics_drop(context->sink, rule, block);
    if (block.source)
        dropped += drop_elsewhere(context, rule, block);
    if (dropped > 0 || diagnostics_is_off(context->sink, rule) ||
        is_draft(context, ignore->span.source))
        return;
    g_autofree gchar *name = g_strndup(ignore->name.source->text + ignore->name.start,
                                       ignore->name.end - ignore->name.start);
    diag_report(context->sink, RULE_UNUSED_IGNORE, ignore->span, name, NULL);
}

static void apply_entry(CheckContext *context, const SourceEntry *entry)
{
    Ignore ignore;

    if (!entry)
        return;
    if (entry->source)
        for (gsize at = entry->body_start; next_ignore(entry->source, &at, &ignore);)
            apply(context, &ignore);
    for (guint i = 0; entry->children && i < entry->children->len; i++)
        apply_entry(context, entry->children->pdata[i]);
}

void ignores_apply(CheckContext *context)
{
    apply_entry(context, context->tree->root);
    apply_entry(context, context->tree->closing);
    apply_entry(context, context->tree->annexes);
}
