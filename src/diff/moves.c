/* What was moved: its words are looked for at the other place. */
#include "diff/parts.h"

#include "diff/lcs.h"

typedef struct {
    Token *token;
    const gchar *text; /* of its block */
} Place;

typedef struct {
    Move *move;
    GArray *places[SIDES];   /* Place */
    GPtrArray *units[SIDES]; /* Unit: tables and figures */
} Moving;

static void moving_free(gpointer data)
{
    Moving *moving = data;

    for (guint side = OLD; side < SIDES; side++) {
        g_array_unref(moving->places[side]);
        g_ptr_array_unref(moving->units[side]);
    }
    g_free(moving);
}

/* The innermost part that was moved, as the new bulletin has it; NULL: none was. It is the same on
 * both sides: what was moved out of a part that was moved has a place of its own. */
static const Node *moved_root(const Comparer *comparer, guint side, const Node *node)
{
    while (node && !matches_moved(comparer->matches, node))
        node = node->parent;
    return node && side == OLD ? matches_node(comparer->matches, node) : node;
}

static Moving *moving_of(Comparer *comparer, GHashTable *all, const Node *root)
{
    Moving *moving = g_hash_table_lookup(all, root);

    if (moving)
        return moving;
    moving = g_new0(Moving, 1);
    moving->move = g_new0(Move, 1);
    moving->move->node = root;
    g_ptr_array_add(comparer->moves, moving->move);
    for (guint side = OLD; side < SIDES; side++) {
        moving->places[side] = g_array_new(FALSE, FALSE, sizeof(Place));
        moving->units[side] = g_ptr_array_new();
    }
    g_hash_table_insert(all, (gpointer) root, moving);
    return moving;
}

static gboolean any_moved(const Comparer *comparer, guint side, const TextBlock *text)
{
    for (guint i = 0; i < text->runs->len; i++)
        if (moved_root(comparer, side, g_array_index(text->runs, TextRun, i).node))
            return TRUE;
    return FALSE;
}

static void collect_tokens(Comparer *comparer, GHashTable *all, guint side, Unit *unit)
{
    if (!any_moved(comparer, side, unit->text))
        return;
    if (!unit->tokens)
        unit->tokens = tokens_new(comparer, side, unit->text);
    for (guint i = 0; i < unit->tokens->len; i++) {
        Place place = {&g_array_index(unit->tokens, Token, i), unit->text->text->str};
        const Node *root = moved_root(comparer, side, place.token->node);
        if (root)
            g_array_append_val(moving_of(comparer, all, root)->places[side], place);
    }
}

static void collect(Comparer *comparer, GHashTable *all, guint side)
{
    for (guint i = 0; i < comparer->units[side]->len; i++) {
        Unit *unit = &g_array_index(comparer->units[side], Unit, i);
        const Node *root = moved_root(comparer, side, unit->text->node);
        if (!unit->text->table && !unit->text->figure)
            collect_tokens(comparer, all, side, unit);
        else if (root)
            g_ptr_array_add(moving_of(comparer, all, root)->units[side], unit);
    }
}

static Place *place_at(const Moving *moving, guint side, guint i)
{
    return &g_array_index(moving->places[side], Place, i);
}

static void add_piece(Move *move, TextChange change, const Place *place)
{
    gchar *text =
        g_strndup(place->text + place->token->start, place->token->end - place->token->start);
    Piece piece = {change, text};

    g_array_append_val(move->pieces, piece);
    move->edited |= change != TEXT_SAME;
}

/* What stands at either place alone, then what is the same. */
static void write_pieces(const Moving *moving, const guint32 *match)
{
    Move *move = moving->move;
    guint next = 0;

    move->pieces = pieces_new();
    for (guint i = 0; i < moving->places[OLD]->len; i++) {
        if (match[i] == LCS_NONE) {
            add_piece(move, TEXT_DELETED, place_at(moving, OLD, i));
            continue;
        }
        for (; next < match[i]; next++)
            add_piece(move, TEXT_INSERTED, place_at(moving, NEW, next));
        add_piece(move, TEXT_SAME, place_at(moving, NEW, next++));
    }
    for (; next < moving->places[NEW]->len; next++)
        add_piece(move, TEXT_INSERTED, place_at(moving, NEW, next));
}

static void compare_places(const Moving *moving)
{
    guint n = moving->places[OLD]->len, m = moving->places[NEW]->len;
    g_autofree guint32 *a = g_new(guint32, n + 1), *b = g_new(guint32, m + 1);
    g_autofree guint32 *match = g_new(guint32, n + 1);

    for (guint i = 0; i < n; i++)
        a[i] = place_at(moving, OLD, i)->token->plain;
    for (guint i = 0; i < m; i++)
        b[i] = place_at(moving, NEW, i)->token->plain;
    lcs_match(a, n, b, m, match);
    for (guint i = 0; i < n; i++) {
        if (match[i] == LCS_NONE)
            continue;
        place_at(moving, OLD, i)->token->change = TEXT_MOVED_AWAY;
        place_at(moving, NEW, match[i])->token->change = TEXT_MOVED_HERE;
    }
    write_pieces(moving, match);
}

/* Tables and figures go along where they are wholly the same. */
static void compare_units(const Moving *moving)
{
    for (guint i = 0; i < moving->units[OLD]->len; i++)
        for (guint k = 0; k < moving->units[NEW]->len; k++) {
            Unit *old = moving->units[OLD]->pdata[i], *new = moving->units[NEW]->pdata[k];
            if (!old->moved && !new->moved && old->words == new->words)
                old->moved = new->moved = TRUE;
        }
}

void moves_find(Comparer *comparer)
{
    g_autoptr(GHashTable) all = g_hash_table_new_full(NULL, NULL, NULL, moving_free);
    GHashTableIter iter;
    gpointer value;

    collect(comparer, all, OLD);
    collect(comparer, all, NEW);
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        compare_places(value);
        compare_units(value);
    }
}
