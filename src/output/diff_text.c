/* A comparison for the terminal. */
#include "output/diff_out.h"

#include "base/text.h"
#include "diff/words_of.h"

typedef struct {
    GString *out;
    Lang lang;
    gboolean color;
} Writing;

/* What is not seen is shown by its number, for it may be all that changed; lines and tabs are
 * spaces. */
static void add_text(GString *out, const gchar *text)
{
    g_autofree gchar *line = g_strdelimit(g_strdup(text), "\n", ' ');

    text_append_string(out, line);
}

static void add_marked(const Writing *writing, TextChange change, const gchar *text)
{
    static const struct {
        const gchar *color, *open, *close;
    } marks[TEXT_CHANGES] = {[TEXT_SAME] = {"", "", ""},
                             [TEXT_INSERTED] = {"\033[32m", "{+", "+}"},
                             [TEXT_DELETED] = {"\033[31m", "[-", "-]"},
                             [TEXT_MOVED_HERE] = {"\033[36m", "{>", "<}"},
                             [TEXT_MOVED_AWAY] = {"\033[36m", "[<", ">]"}};

    if (writing->color)
        g_string_append(writing->out, marks[change].color);
    g_string_append(writing->out, marks[change].open);
    add_text(writing->out, text);
    g_string_append(writing->out, marks[change].close);
    if (writing->color && change != TEXT_SAME)
        g_string_append(writing->out, "\033[0m");
}

static void add_field(const Writing *writing, const Change *change)
{
    gboolean chinese = writing->lang == LANG_ZH;

    g_string_append_printf(writing->out, "    %s%s",
                           chinese ? change->field->chinese : change->field->id,
                           chinese ? "：" : ": ");
    add_marked(writing, TEXT_DELETED, change_value(change, change->old_value, writing->lang));
    g_string_append(writing->out, " → ");
    add_marked(writing, TEXT_INSERTED, change_value(change, change->new_value, writing->lang));
    g_string_append_c(writing->out, '\n');
}

static void add_pieces(const Writing *writing, const Change *change)
{
    g_autoptr(GArray) pieces = change_excerpt(change);

    g_string_append(writing->out, "    ");
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        add_marked(writing, piece->change, piece->text);
    }
    g_string_append_c(writing->out, '\n');
}

static void add_change(const Writing *writing, const Change *change)
{
    g_autofree gchar *where = change_where(change, writing->lang);

    g_string_append_printf(writing->out, "%s %s ", change_kind_word(change->kind, writing->lang),
                           change_of_word(change->of, writing->lang));
    add_text(writing->out, where);
    if (change->title) {
        g_string_append(writing->out, writing->lang == LANG_ZH ? "：" : ": ");
        add_text(writing->out, change->title);
    }
    g_string_append_c(writing->out, '\n');
    if (change->field)
        add_field(writing, change);
    if (change->pieces)
        add_pieces(writing, change);
}

GBytes *comparison_to_text(const Comparison *comparison, const ComparedNames *names, Lang lang,
                           gboolean color)
{
    Writing writing = {g_string_new(NULL), lang, color};
    g_autofree gchar *totals = comparison_totals(comparison, lang);

    add_text(writing.out, names->old);
    g_string_append(writing.out, " → ");
    add_text(writing.out, names->new);
    g_string_append_printf(writing.out, "%s%s\n", lang == LANG_ZH ? "：" : ": ", totals);
    for (guint i = 0; i < comparison->changes->len; i++)
        add_change(&writing, comparison->changes->pdata[i]);
    return g_string_free_to_bytes(writing.out);
}
