/* Which bytes of a text are not the rules' to mend. */
#include "check/unit_text.h"

#include <string.h>

static void guard(TextUnit *unit, gsize start, gsize end, UnitGuard bit)
{
    for (gsize i = start; i < MIN(end, unit->length); i++)
        unit->guards[i] |= (guint8) bit;
}

static gboolean is_address_byte(gchar c)
{
    return c > ' ' && c < 0x7F && !strchr("<>\"`|\\^{}", c);
}

static gboolean closes_own_bracket(const gchar *text, gsize start, gsize end)
{
    gint depth = 0;

    for (gsize i = start; i < end; i++)
        depth += (text[i] == '(') - (text[i] == ')');
    return text[end - 1] == ')' && depth >= 0;
}

/* Marks at the end of an address are the sentence's. */
static gsize trim(const gchar *text, gsize start, gsize end)
{
    while (end > start && strchr(".,;:!?)]'", text[end - 1]) &&
           !closes_own_bracket(text, start, end))
        end--;
    return end;
}

static gsize address_end(const gchar *text, gsize at)
{
    while (is_address_byte(text[at]))
        at++;
    return at;
}

static gboolean is_word_byte(gchar c)
{
    return g_ascii_isalnum(c) || (c != '\0' && strchr("._%+-", c));
}

static void guard_urls(TextUnit *unit)
{
    static const gchar *const beginnings[] = {"http://", "https://", "mailto:", "tel:", "www."};

    for (guint i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        const gchar *at = unit->text;
        while ((at = strstr(at, beginnings[i])) != NULL) {
            gsize start = (gsize) (at - unit->text);
            gsize end = trim(unit->text, start, address_end(unit->text, start));
            guard(unit, start, end, GUARD_URL);
            at = unit->text + MAX(end, start + 1);
        }
    }
}

static void guard_emails(TextUnit *unit)
{
    for (const gchar *at = unit->text; (at = strchr(at, '@')) != NULL; at++) {
        gsize start = (gsize) (at - unit->text), end = start + 1;
        while (start > 0 && is_word_byte(unit->text[start - 1]))
            start--;
        while (g_ascii_isalnum(unit->text[end]) ||
               (unit->text[end] && strchr(".-", unit->text[end])))
            end++;
        end = trim(unit->text, start, end);
        if (unit->text + start < at && end > (gsize) (at - unit->text) + 1)
            guard(unit, start, end, GUARD_EMAIL);
    }
}

/* 《…》 with 〈〉 and 《》 in it, from the first to its own closing mark. */
static void guard_books(TextUnit *unit)
{
    gsize start = 0;
    guint depth = 0;

    for (const gchar *at = unit->text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == 0x300A && depth++ == 0)
            start = (gsize) (g_utf8_next_char(at) - unit->text);
        else if (c == 0x300B && depth > 0 && --depth == 0)
            guard(unit, start, (gsize) (at - unit->text), GUARD_BOOK);
    }
}

static void guard_runs(TextUnit *unit)
{
    for (guint i = 0; i < unit->pieces->len; i++) {
        const UnitPiece *piece = &g_array_index(unit->pieces, UnitPiece, i);
        const gchar *before = piece->span.source->text + piece->span.start;
        if (!piece->run)
            continue;
        if (piece->run->flags & INLINE_BOOK)
            guard(unit, piece->start, piece->end, GUARD_BOOK);
        if (piece->run->flags & INLINE_LITERAL)
            guard(unit, piece->start, piece->end, GUARD_BOOK | GUARD_FILE);
        if (piece->run->href && piece->span.start > 0 && before[-1] == '<')
            guard(unit, piece->start, piece->end, GUARD_URL);
    }
}

static void guard_field(TextUnit *unit)
{
    static const gchar *const words[] = {"id", "template", "language", "seal", "stamp", NULL};

    if (g_str_equal(unit->key, "contact.email"))
        guard(unit, 0, unit->length, GUARD_EMAIL);
    else if (g_strv_contains(words, unit->key))
        guard(unit, 0, unit->length, GUARD_FILE);
}

void unit_guard(TextUnit *unit)
{
    guard_urls(unit);
    guard_emails(unit);
    guard_books(unit);
    guard_runs(unit);
    if (unit->key)
        guard_field(unit);
}
