/* Texts word by word. */
#include "base/words.h"
#include "diff/parts.h"

#include "diff/lcs.h"

/* What is the same for so few characters between two changes is shown as changed too. */
#define SHORT_STRETCH 3

/* ---- tokens ---- */

/* What a reader sees besides the words. */
static void append_look(GString *key, const TextBlock *text, const TextRun *run)
{
    guint role = run->role == text->role ? 0 : run->role + 1;

    g_string_append_printf(key, "%u %u %u ", role, run->marks.line, run->marks.dots);
    if (run->href && run->href[0] != '#')
        g_string_append(key, run->href);
    g_string_append_c(key, '\n');
}

static void append_word(GString *key, const TextBlock *text, const TextRun *run, guint32 start,
                        guint32 end)
{
    append_look(key, text, run);
    if (run->counted)
        g_string_append_c(key, '\001'); /* it follows from the rest */
    else
        g_string_append_len(key, text->text->str + start, end - start);
}

static void add_token(Comparer *comparer, guint side, const TextBlock *text, const TextRun *run,
                      guint32 start, guint32 end, GArray *tokens)
{
    Token token = {.start = start, .end = end, .node = run->node, .mate = LCS_NONE};
    g_autoptr(GString) key = g_string_new(NULL);

    append_word(key, text, run, start, end);
    token.plain = comparer_number(comparer, key->str);
    g_string_append_printf(key, "\n%p", (gconstpointer) common_node(comparer, side, run->node));
    token.key = comparer_number(comparer, key->str);
    token.change = side == OLD ? TEXT_DELETED : TEXT_INSERTED;
    g_array_append_val(tokens, token);
}

GArray *tokens_new(Comparer *comparer, guint side, const TextBlock *text)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    g_autofree guint8 *begins = word_beginnings(text->text->str);

    for (guint i = 0; i < text->runs->len; i++) {
        const TextRun *run = &g_array_index(text->runs, TextRun, i);
        guint32 start = run->start;
        for (guint32 at = start + 1; at <= run->end; at++) {
            if (at < run->end && (run->counted || !begins[at]))
                continue;
            add_token(comparer, side, text, run, start, at, tokens);
            start = at;
        }
    }
    return tokens;
}

/* ---- comparing ---- */

static Token *token_at(const GArray *tokens, guint i)
{
    return &g_array_index(tokens, Token, i);
}

static void pair_tokens(GArray *old, GArray *new)
{
    g_autofree guint32 *a = g_new(guint32, old->len + 1), *b = g_new(guint32, new->len + 1);
    g_autofree guint32 *match = g_new(guint32, old->len + 1);

    for (guint i = 0; i < old->len; i++)
        a[i] = token_at(old, i)->key;
    for (guint i = 0; i < new->len; i++)
        b[i] = token_at(new, i)->key;
    lcs_match(a, old->len, b, new->len, match);
    for (guint i = 0; i < old->len; i++) {
        if (match[i] == LCS_NONE)
            continue;
        token_at(old, i)->mate = match[i];
        token_at(new, match[i])->mate = i;
        token_at(old, i)->change = token_at(new, match[i])->change = TEXT_SAME;
    }
}

static void part_tokens(GArray *old, GArray *new, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        Token *token = token_at(old, i), *mate = token_at(new, token->mate);
        token->change = TEXT_DELETED;
        mate->change = TEXT_INSERTED;
        token->mate = mate->mate = LCS_NONE;
    }
}

/* Bytes of the tokens that changed from one on. */
static guint changed_after(const GArray *tokens, guint from)
{
    guint bytes = 0;

    for (guint i = from; i < tokens->len && token_at(tokens, i)->change != TEXT_SAME; i++)
        bytes += token_at(tokens, i)->end - token_at(tokens, i)->start;
    return bytes;
}

static guint changed_before(const GArray *tokens, guint to)
{
    guint bytes = 0;

    for (guint i = to; i > 0 && token_at(tokens, i - 1)->change != TEXT_SAME; i--)
        bytes += token_at(tokens, i - 1)->end - token_at(tokens, i - 1)->start;
    return bytes;
}

/* A word or two that happen to be the same amid other words only make both harder to read. */
static void join_changes(GArray *old, GArray *new)
{
    for (guint i = 0, end; i < old->len; i = end) {
        end = i + 1;
        if (token_at(old, i)->change != TEXT_SAME)
            continue;
        guint first = token_at(old, i)->mate;
        while (end < old->len && token_at(old, end)->change == TEXT_SAME &&
               token_at(old, end)->mate == first + (end - i))
            end++;
        guint bytes = token_at(old, end - 1)->end - token_at(old, i)->start;
        guint before = MAX(changed_before(old, i), changed_before(new, first));
        guint after = MAX(changed_after(old, end), changed_after(new, first + (end - i)));
        if (bytes <= 3 * SHORT_STRETCH && bytes <= before && bytes <= after)
            part_tokens(old, new, i, end);
    }
}

void tokens_compare(GArray *old, GArray *new)
{
    pair_tokens(old, new);
    join_changes(old, new);
}
