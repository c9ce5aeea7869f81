/* S10: a paragraph that ends in the middle of a sentence, which the next one goes on with. */
#include "check/characters.h"
#include "check/modules.h"

enum { LEAST_CHARACTERS = 16 };

static gboolean is_paragraph(const TextUnit *unit)
{
    return unit->kind == UNIT_PARAGRAPH && unit->owner && unit->owner->kind == BLOCK_PARAGRAPH;
}

/* 各区（县）应急管理局 or a caption by hand are no sentences; what has a mark in it is. */
static gboolean is_prose(const TextUnit *unit)
{
    return g_utf8_strlen(unit->text, unit->length) >= LEAST_CHARACTERS &&
           (g_utf8_strchr(unit->text, unit->length, 0xFF0C) ||
            g_utf8_strchr(unit->text, unit->length, 0x3002));
}

static gboolean is_broken_off(const TextUnit *unit)
{
    gunichar last = unit_before(unit, unit->length);

    return char_is_han(last) || last == 0xFF0C || last == 0x3001;
}

/* 一、 or （一） begins something new, and so does a heading that is set by emphasis. */
static gboolean goes_on(CheckContext *context, const TextUnit *unit)
{
    CheckMatch number = check_match(context, unit,
                                    "^(?:[一二三四五六七八九十]+[、是]|[（(]|第["
                                    "一二三四五六七八九十]+[，、章节条]|附[件：]|注：|特此|此致)");
    gboolean begins = check_match_next(&number);

    check_match_clear(&number);
    return !begins && (char_is_han(unit_at(unit, 0)) || char_is_digit(unit_at(unit, 0)) ||
                       unit_at(unit, 0) == 0xFF0C || unit_at(unit, 0) == 0x3002);
}

/* Side by side in one place of one file. */
static gboolean is_next(const TextUnit *a, const TextUnit *b)
{
    return a->node == b->node && a->annex == b->annex && a->span.source == b->span.source &&
           is_paragraph(b);
}

void check_broken_paragraphs(CheckContext *context)
{
    for (guint i = 0; i + 1 < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i], *next = context->units->pdata[i + 1];
        if (!is_paragraph(unit) || !is_next(unit, next) || !is_prose(unit) ||
            !is_broken_off(unit) || !is_prose(next) || !goes_on(context, next))
            continue;
        guint32 from = (guint32) (g_utf8_prev_char(unit->text + unit->length) - unit->text);
        check_say(context, RULE_BROKEN_PARAGRAPH, unit, from, unit->length, NULL);
    }
}
