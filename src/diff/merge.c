/* One text of two: that of the new bulletin, with what is gone put in where it stood. */
#include "diff/parts.h"

#include "layout/text_block.h"

#include "diff/lcs.h"
#include "layout/footnote.h"
#include "layout/masthead.h"

#include <string.h>

/* Numbers of spans of the old text are not those of the new. */
#define OLD_SPAN (1u << 24)

/* A text being written, and where the bytes of the new one have come to stand. */
typedef struct {
    Comparer *comparer;
    TextBlock *out;
    const TextBlock *text[SIDES];
    guint32 *begins, *ends; /* of each byte of the new text: before and behind it */
    guint last_run[SIDES];  /* the last that was written of, plus one */
    guint next_run[SIDES];  /* where to look for the next */
} Writing;

void pair_elements(Comparer *comparer, guint old, guint new)
{
    g_ptr_array_add(comparer->element_pairs, GUINT_TO_POINTER(old));
    g_ptr_array_add(comparer->element_pairs, GUINT_TO_POINTER(new));
}

/* ---- runs ---- */

/* The number of an old footnote in both's list: that of the new one, or one behind all new ones. */
static guint16 note_number(Comparer *comparer, guint number)
{
    const Unit *unit = &g_array_index(comparer->notes[OLD], Unit, number - 1);

    if (unit->mate != LCS_NONE)
        return (guint16) (unit->mate + 1);
    for (guint i = 0; i < comparer->gone_notes->len; i++)
        if (g_array_index(comparer->gone_notes, guint, i) == number)
            return (guint16) (comparer->notes[NEW]->len + i + 1);
    g_array_append_val(comparer->gone_notes, number);
    return (guint16) (comparer->notes[NEW]->len + comparer->gone_notes->len);
}

/* What is gone leads nowhere. */
static void make_old(Comparer *comparer, TextRun *run)
{
    run->element |= OLD_ELEMENT;
    run->link = 0;
    if (run->marks.joined > 0)
        run->marks.joined += OLD_SPAN;
    if (run->marks.lined > 0)
        run->marks.lined += OLD_SPAN;
    if (run->marks.note > 0) {
        run->marks.note = note_number(comparer, run->marks.note);
        run->marks.again |= run->marks.note <= comparer->notes[NEW]->len;
    }
}

static void add_run(Writing *writing, guint side, const TextRun *from, guint32 start, guint32 end,
                    TextChange change)
{
    TextRun run = *from;

    run.start = (guint32) writing->out->text->len;
    run.end = run.start + (end - start);
    run.href = side == NEW ? g_strdup(from->href) : NULL;
    run.marks.change = (guint8) change;
    if (from->exact)
        run.span = span_part(from->span, start - from->start, end - from->start);
    if (side == OLD)
        make_old(writing->comparer, &run);
    g_array_append_val(writing->out->runs, run);
}

/* Goes on in the run before, if that is the same. */
static gboolean goes_on(const Writing *writing, guint side, guint run, guint32 start, guint32 end,
                        TextChange change)
{
    if (writing->last_run[side] != run + 1 || writing->out->runs->len == 0)
        return FALSE;
    TextRun *last = &g_array_index(writing->out->runs, TextRun, writing->out->runs->len - 1);
    const TextRun *from = &g_array_index(writing->text[side]->runs, TextRun, run);
    if (last->marks.change != change || start == from->start)
        return FALSE;
    last->end += end - start;
    if (last->exact)
        last->span.end = from->span.start + (end - from->start);
    return TRUE;
}

static void note_places(const Writing *writing, guint32 start, guint32 end)
{
    guint32 at = (guint32) writing->out->text->len;

    for (guint32 i = start; i < end; i++) {
        writing->begins[i] = at + (i - start);
        writing->ends[i] = at + (i - start) + 1;
    }
}

/* Bytes [start, end) of a side's text, as they are. */
static void write_bytes(Writing *writing, guint side, guint32 start, guint32 end, TextChange change)
{
    const TextBlock *text = writing->text[side];

    if (side == NEW)
        note_places(writing, start, end);
    for (guint i = writing->next_run[side]; i < text->runs->len && start < end; i++) {
        const TextRun *run = &g_array_index(text->runs, TextRun, i);
        if (run->end <= start)
            continue;
        guint32 to = MIN(end, run->end);
        if (!goes_on(writing, side, i, start, to, change))
            add_run(writing, side, run, start, to, change);
        g_string_append_len(writing->out->text, text->text->str + start, to - start);
        writing->last_run[side] = i + 1;
        writing->last_run[1 - side] = 0;
        writing->next_run[side] = i;
        start = to;
    }
}

/* ---- tokens ---- */

static void write_changed(Writing *writing, guint side, const GArray *tokens, guint *next)
{
    for (; *next < tokens->len; (*next)++) {
        const Token *token = &g_array_index(tokens, Token, *next);
        if (token->change == TEXT_SAME)
            return;
        write_bytes(writing, side, token->start, token->end, (TextChange) token->change);
    }
}

static const TextRun *run_at(const TextBlock *text, guint32 at)
{
    for (guint i = 0; i < text->runs->len; i++)
        if (g_array_index(text->runs, TextRun, i).end > at)
            return &g_array_index(text->runs, TextRun, i);
    g_assert_not_reached(); /* runs cover the text */
}

/* Elements of runs that begin with the same word are the same. */
static void pair_run_elements(const Writing *writing, const Token *old, const Token *new)
{
    const TextRun *one = run_at(writing->text[OLD], old->start);
    const TextRun *other = run_at(writing->text[NEW], new->start);

    pair_elements(writing->comparer, one->element, other->element);
}

static void write_tokens(Writing *writing, const GArray *const *tokens)
{
    guint next[SIDES] = {0, 0};

    while (next[OLD] < tokens[OLD]->len || next[NEW] < tokens[NEW]->len) {
        write_changed(writing, OLD, tokens[OLD], &next[OLD]);
        write_changed(writing, NEW, tokens[NEW], &next[NEW]);
        if (next[NEW] == tokens[NEW]->len)
            continue;
        const Token *token = &g_array_index(tokens[NEW], Token, next[NEW]++);
        const Token *mate = &g_array_index(tokens[OLD], Token, next[OLD]++);
        if (writing->out->runs->len == 0 || writing->last_run[NEW] == 0 ||
            run_at(writing->text[NEW], token->start)->start == token->start)
            pair_run_elements(writing, mate, token);
        write_bytes(writing, NEW, token->start, token->end, TEXT_SAME);
    }
}

/* ---- blocks ---- */

static guint32 moved_place(const Writing *writing, guint32 at, const guint32 *places)
{
    guint32 length = (guint32) writing->text[NEW]->text->len;

    if (at == 0)
        return 0;
    if (at >= length)
        return (guint32) writing->out->text->len;
    return places == writing->ends ? places[at - 1] : places[at];
}

static void copy_places(Writing *writing)
{
    const TextBlock *new = writing->text[NEW];

    writing->out->label = moved_place(writing, new->label, writing->ends);
    writing->out->blank = moved_place(writing, new->blank, writing->begins);
    writing->out->under_at = moved_place(writing, new->under_at, writing->begins);
    for (guint i = 0; i < new->anchors->len; i++) {
        Anchor anchor = g_array_index(new->anchors, Anchor, i);
        anchor.at = moved_place(writing, anchor.at, writing->begins);
        g_array_append_val(writing->out->anchors, anchor);
    }
}

static guint element_of(guint side, const TextBlock *text)
{
    return side == OLD ? text->element | OLD_ELEMENT : text->element;
}

/* All but its text. */
static TextBlock *like_block(guint side, const TextBlock *from)
{
    TextBlock *out = text_block_new(from->role);

    out->element = element_of(side, from);
    out->part = from->part;
    out->instead = from->instead;
    out->list_depth = from->list_depth;
    out->list_item = from->list_item;
    out->node = from->node;
    out->annex = from->annex;
    out->label = from->label;
    out->blank = from->blank;
    if (side == OLD)
        return out;
    out->seal = from->seal;
    out->under = from->under;
    out->outline_level = from->outline_level;
    out->outline_title = g_strdup(from->outline_title);
    return out;
}

/* Of two texts that are the same their elements are, run by run. */
static void pair_all_elements(Comparer *comparer, const MergedText *merged)
{
    const GArray *old = merged->text[OLD]->runs, *new = merged->text[NEW]->runs;

    for (guint i = 0; i < new->len && old->len == new->len; i++)
        pair_elements(comparer, g_array_index(old, TextRun, i).element,
                      g_array_index(new, TextRun, i).element);
}

TextBlock *merge_text(Comparer *comparer, const MergedText *merged)
{
    guint side = merged->text[NEW] ? NEW : OLD;
    g_assert(merged->text[side]);
    Writing writing = {.comparer = comparer, .out = like_block(side, merged->text[side])};

    memcpy(writing.text, merged->text, sizeof writing.text);
    g_autofree guint32 *begins = g_new0(guint32, merged->text[side]->text->len + 1);
    g_autofree guint32 *ends = g_new0(guint32, merged->text[side]->text->len + 1);
    writing.begins = begins;
    writing.ends = ends;
    if (merged->text[OLD] && merged->text[NEW])
        pair_elements(comparer, merged->text[OLD]->element, merged->text[NEW]->element);
    if (merged->tokens[OLD] && merged->tokens[NEW])
        write_tokens(&writing, merged->tokens);
    else if (merged->tokens[side])
        write_changed(&writing, side, merged->tokens[side], &(guint){0});
    else
        write_bytes(&writing, side, 0, (guint32) merged->text[side]->text->len,
                    merged->change[side]);
    if (merged->text[OLD] && merged->text[NEW] && !merged->tokens[OLD])
        pair_all_elements(comparer, merged);
    if (side == NEW)
        copy_places(&writing);
    return writing.out;
}

static TextChange whole_change(guint side, gboolean moved)
{
    if (side == OLD)
        return moved ? TEXT_MOVED_AWAY : TEXT_DELETED;
    return moved ? TEXT_MOVED_HERE : TEXT_INSERTED;
}

static TextBlock *whole_text(Comparer *comparer, guint side, const TextBlock *text,
                             TextChange change, const GArray *tokens)
{
    MergedText merged = {.change = {change, change}};

    merged.text[side] = text;
    merged.tokens[side] = tokens;
    return merge_text(comparer, &merged);
}

static TextBlock *whole_table(Comparer *comparer, guint side, const TextBlock *text,
                              TextChange change)
{
    TextBlock *out = text_block_new_table(text->table->aligns, text->table->span);

    out->element = element_of(side, text);
    out->part = text->part;
    out->node = text->node;
    out->annex = text->annex;
    out->list_depth = text->list_depth;
    for (guint i = 0; i < text->table->cells->len; i++)
        g_ptr_array_add(out->table->cells,
                        whole_text(comparer, side, text->table->cells->pdata[i], change, NULL));
    for (guint i = 0; i < text->table->continued->len; i++)
        g_ptr_array_add(out->table->continued,
                        whole_text(comparer, side, text->table->continued->pdata[i], change, NULL));
    return out;
}

static TextBlock *whole_figure(Comparer *comparer, guint side, const TextBlock *text,
                               TextChange change)
{
    TextBlock *out = text_block_new_figure(text->figure->figure);

    out->element = element_of(side, text);
    out->part = text->part;
    out->node = text->node;
    out->annex = text->annex;
    out->figure->change = change;
    if (side == NEW)
        g_array_append_vals(out->anchors, text->anchors->data, text->anchors->len);
    for (guint i = 0; i < text->figure->captions->len; i++) {
        TextBlock *caption =
            whole_text(comparer, side, text->figure->captions->pdata[i], change, NULL);
        g_ptr_array_add(out->figure->captions, caption);
    }
    return out;
}

TextBlock *merge_whole(Comparer *comparer, guint side, const Unit *unit)
{
    TextChange change = whole_change(side, unit->moved);

    if (unit->text->table)
        return whole_table(comparer, side, unit->text, change);
    if (unit->text->figure)
        return whole_figure(comparer, side, unit->text, change);
    TextBlock *out = whole_text(comparer, side, unit->text, change, unit->tokens);
    /* Signature, imprint and the like have their places counted: what is gone is a paragraph. */
    if (side == OLD && unit->in_place) {
        out->role = STYLE_BODY;
        out->label = 0;
        out->part = ELEMENT_CLOSING;
        out->instead = FALSE;
        g_hash_table_add(comparer->gone_places, out);
    }
    return out;
}

/* The same picture: what differs is in the caption. */
static TextBlock *merge_figures(Comparer *comparer, const TextBlock *old, const TextBlock *new)
{
    TextBlock *out = whole_figure(comparer, NEW, new, TEXT_SAME);

    pair_elements(comparer, old->element, new->element);
    g_ptr_array_set_size(out->figure->captions, 0);
    for (guint i = 0; i < new->figure->captions->len; i++) {
        const TextBlock *a = old->figure->captions->pdata[i], *b = new->figure->captions->pdata[i];
        g_autoptr(GArray) one = tokens_new(comparer, OLD, a);
        g_autoptr(GArray) other = tokens_new(comparer, NEW, b);
        MergedText merged = {{a, b}, {one, other}, {TEXT_SAME, TEXT_SAME}};
        tokens_compare(one, other);
        g_ptr_array_add(out->figure->captions, merge_text(comparer, &merged));
    }
    return out;
}

/* ---- in their order ---- */

static TextBlock *merge_pair(Comparer *comparer, const Unit *old, const Unit *new)
{
    MergedText merged = {
        {old->text, new->text}, {old->tokens, new->tokens}, {TEXT_SAME, TEXT_SAME}};

    if (new->text->table && old->key != new->key)
        return merge_tables(comparer, old->text, new->text);
    if (new->text->figure)
        return merge_figures(comparer, old->text, new->text);
    if (new->text->table) {
        pair_elements(comparer, old->text->element, new->text->element);
        return whole_table(comparer, NEW, new->text, TEXT_SAME);
    }
    return merge_text(comparer, &merged);
}

static void merge_rows(Comparer *comparer, const GArray *old, const GArray *new, GPtrArray *out,
                       guint *places)
{
    guint i = 0, k = 0;

    while (i < old->len || k < new->len) {
        const Unit *a = i < old->len ? &g_array_index(old, Unit, i) : NULL;
        if (a && a->mate == LCS_NONE) {
            g_ptr_array_add(out, merge_whole(comparer, OLD, a));
            i++;
            continue;
        }
        g_assert(k < new->len); /* an old unit with a mate waits for it */
        const Unit *b = &g_array_index(new, Unit, k);
        places[k++] = out->len;
        if (b->mate == LCS_NONE) {
            g_ptr_array_add(out, merge_whole(comparer, NEW, b));
            continue;
        }
        g_assert(a); /* its mate */
        g_ptr_array_add(out, merge_pair(comparer, a, b));
        i++;
    }
}

/* What begins below a character of a block before it finds that so many further up. */
static void count_under(const Comparer *comparer, const guint *places)
{
    const GArray *new = comparer->units[NEW];

    for (guint k = 0; k < new->len; k++) {
        const TextBlock *text = g_array_index(new, Unit, k).text;
        TextBlock *out = comparer->blocks->pdata[places[k]];
        if (text->under > 0)
            out->under = places[k] - places[k - text->under];
    }
}

/* Old footnotes that are gone, behind all others, by the marks of theirs in the text. */
static void merge_notes(Comparer *comparer)
{
    const GArray *old = comparer->notes[OLD], *new = comparer->notes[NEW];
    Reading *reading = comparer->readings[NEW];

    for (guint k = 0; k < new->len; k++) {
        const Unit *b = &g_array_index(new, Unit, k);
        g_ptr_array_add(comparer->note_blocks,
                        b->mate == LCS_NONE
                            ? merge_whole(comparer, NEW, b)
                            : merge_pair(comparer, &g_array_index(old, Unit, b->mate), b));
    }
    for (guint i = 0; i < comparer->gone_notes->len; i++) {
        guint number = g_array_index(comparer->gone_notes, guint, i);
        Note note = g_array_index(comparer->readings[OLD]->note_order, Note, number - 1);
        note.number = new->len + i + 1;
        g_array_append_val(reading->note_order, note);
        g_ptr_array_add(comparer->note_blocks,
                        merge_whole(comparer, OLD, &g_array_index(old, Unit, number - 1)));
    }
}

void merge_all(Comparer *comparer)
{
    g_autofree guint *places = g_new0(guint, comparer->units[NEW]->len + 1);

    merge_rows(comparer, comparer->units[OLD], comparer->units[NEW], comparer->blocks, places);
    count_under(comparer, places);
    g_autofree guint *heads = g_new0(guint, comparer->heads[NEW]->len + 1);
    merge_rows(comparer, comparer->heads[OLD], comparer->heads[NEW], comparer->head, heads);
    if (comparer->readings[NEW]->masthead)
        masthead_take_both(comparer->readings[NEW]->masthead, comparer->head, heads);
    merge_notes(comparer);
}
