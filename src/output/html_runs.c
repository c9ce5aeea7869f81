/* Runs of text: links, emphasis, marks, anchors. */
#include "base/words.h"
#include "output/html_write.h"

#include "model/language.h"

#define MOST_TAGS 8

/* An open element. Two runs are in one element when name and key agree. */
typedef struct {
    const gchar *name, *class; /* `class` (nullable) */
    const gchar *href;         /* (nullable) */
    guint key;
    guint note;     /* of a footnote's mark: its number */
    gboolean first; /* … which is the first to lead there */
} Tag;

typedef struct {
    Tag tags[MOST_TAGS];
    guint count;
} Tags;

static void push(Tags *tags, Tag tag)
{
    tags->tags[tags->count++] = tag;
}

static gboolean same_tag(const Tag *a, const Tag *b)
{
    return a->name == b->name && a->class == b->class && a->key == b->key && a->note == b->note &&
           g_strcmp0(a->href, b->href) == 0;
}

static void push_role(Tags *tags, const TextRun *run, StyleRole around)
{
    static const struct {
        StyleRole role;
        const gchar *name, *class;
    } roles[] = {{STYLE_EMPHASIS, "em", NULL},
                 {STYLE_STRONG, "strong", NULL},
                 {STYLE_LEAD, "span", "lead"},
                 {STYLE_ATTENDANCE_LABEL, "span", "attendance-label"},
                 {STYLE_NOTE_MARK, "sup", NULL}};

    for (guint i = 0; run->role != around && i < G_N_ELEMENTS(roles); i++)
        if (roles[i].role == run->role)
            push(tags, (Tag){.name = roles[i].name, .class = roles[i].class});
}

/* What a comparison says of it. */
static void push_change(Tags *tags, const TextRun *run)
{
    static const Tag changes[TEXT_CHANGES] = {
        [TEXT_INSERTED] = {.name = "ins"},
        [TEXT_DELETED] = {.name = "del"},
        [TEXT_MOVED_HERE] = {.name = "ins", .class = "moved"},
        [TEXT_MOVED_AWAY] = {.name = "del", .class = "moved"},
    };

    if (run->marks.change != TEXT_SAME)
        push(tags, changes[run->marks.change]);
}

/* From the outermost to the innermost. */
static Tags tags_of(const TextRun *run, StyleRole around)
{
    Tags tags = {.count = 0};

    push_change(&tags, run);
    if (run->marks.joined)
        push(&tags, (Tag){.name = "span", .class = "joined", .key = run->marks.joined});
    push_role(&tags, run, around);
    if (run->href && html_link_allowed(run->href))
        push(&tags, (Tag){.name = "a",
                          .href = run->href,
                          .note = run->marks.note,
                          .first = run->marks.note > 0 && !run->marks.again});
    if (run->marks.line == MARK_LINE)
        push(&tags, (Tag){.name = "u", .class = "line", .key = run->marks.lined});
    else if (run->marks.line == MARK_WAVE)
        push(&tags, (Tag){.name = "u", .class = "wave", .key = run->marks.lined});
    if (run->marks.dots)
        push(&tags, (Tag){.name = "em", .class = "dots"});
    if (run->marks.literal)
        push(&tags, (Tag){.name = "span", .class = "verbatim"});
    return tags;
}

static void open_tag(GString *out, const Tag *tag)
{
    g_string_append_printf(out, "<%s", tag->name);
    if (tag->class)
        html_attribute(out, "class", tag->class);
    if (tag->note > 0)
        html_attribute(out, "role", "doc-noteref");
    if (tag->first)
        g_string_append_printf(out, " id=\"mark:%u\"", tag->note);
    if (tag->href)
        html_attribute(out, "href", tag->href);
    g_string_append_c(out, '>');
}

/* Closes what `wanted` does not have, and opens what is missing. */
static void change_tags(GString *out, Tags *open, const Tags *wanted)
{
    guint same = 0;

    while (same < open->count && same < wanted->count &&
           same_tag(&open->tags[same], &wanted->tags[same]))
        same++;
    while (open->count > same)
        g_string_append_printf(out, "</%s>", open->tags[--open->count].name);
    while (open->count < wanted->count) {
        open->tags[open->count] = wanted->tags[open->count];
        open_tag(out, &open->tags[open->count++]);
    }
}

static void write_anchors(GString *out, const TextBlock *block, guint *next, guint32 at)
{
    for (; *next < block->anchors->len; (*next)++) {
        const Anchor *anchor = &g_array_index(block->anchors, Anchor, *next);
        if (anchor->at > at)
            return;
        g_string_append(out, "<span");
        html_attribute(out, "id", anchor->name);
        g_string_append(out, "></span>");
    }
}

static guint32 next_cut(const TextBlock *block, guint next_anchor, guint32 end)
{
    return next_anchor < block->anchors->len
               ? MIN(end, g_array_index(block->anchors, Anchor, next_anchor).at)
               : end;
}

/* A stretch of the block's text in one language; `words` (nullable): for each byte whether a line
 * may begin there. */
static void write_words(GString *out, const TextBlock *block, guint32 at, guint32 end,
                        const guint8 *words)
{
    guint32 from = at;

    for (guint32 i = at; words && i < end; i++) {
        if (i == 0 || !words[i])
            continue;
        html_text(out, block->text->str + from, i - from);
        g_string_append(out, "<wbr>");
        from = i;
    }
    html_text(out, block->text->str + from, end - from);
}

static void write_stretch(GString *out, const TextBlock *block, guint32 at, guint32 end,
                          const guint8 *words)
{
    g_autofree gchar *text = g_strndup(block->text->str + at, end - at);

    for (const gchar *from = text, *to; *from; from = to) {
        const gchar *language = language_of_stretch(from, &to);
        if (language)
            g_string_append_printf(out, "<span lang=\"%s\">", language);
        write_words(out, block, at + (guint32) (from - text), at + (guint32) (to - text), words);
        if (language)
            g_string_append(out, "</span>");
    }
}

static void write_runs(GString *out, const TextBlock *block, guint32 from, const guint8 *words)
{
    Tags open = {.count = 0}, none = {.count = 0};
    guint next = 0;

    if (block->anchors->len > 0 && g_array_index(block->anchors, Anchor, 0).at == 0)
        next = 1;
    for (guint i = 0; i < block->runs->len; i++) {
        const TextRun *run = &g_array_index(block->runs, TextRun, i);
        Tags wanted = tags_of(run, block->role);
        for (guint32 at = MAX(run->start, from), end; at < run->end; at = end) {
            write_anchors(out, block, &next, at);
            end = next_cut(block, next, run->end);
            change_tags(out, &open, &wanted);
            write_stretch(out, block, at, end, words);
        }
    }
    change_tags(out, &open, &none);
    write_anchors(out, block, &next, G_MAXUINT32);
}

void html_inside(GString *out, const TextBlock *block, guint32 from)
{
    write_runs(out, block, from, NULL);
}

/* 的 begins no line, nor do words that lean on the one before them. */
static gboolean leans_back(const Template *template, const gchar *text)
{
    static const TitleList lists[] = {TITLE_PARTICLES, TITLE_HEADS};

    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        const GPtrArray *words = template->title[lists[i]];
        for (guint k = 0; words && k < words->len; k++)
            if (g_str_has_prefix(text, words->pdata[k]))
                return TRUE;
    }
    return !g_unichar_isalnum(g_utf8_get_char(text));
}

void html_title_inside(GString *out, const Template *template, const TextBlock *block)
{
    g_autofree guint8 *words = word_beginnings(block->text->str);

    for (gsize i = 0; i < block->text->len; i++)
        if (words[i] && leans_back(template, block->text->str + i))
            words[i] = FALSE;
    write_runs(out, block, 0, words);
}

void html_title(GString *out, const Template *template, const gchar *name, const gchar *class,
                const TextBlock *block)
{
    html_open(out, name, class, block);
    html_title_inside(out, template, block);
    g_string_append_printf(out, "</%s>\n", name);
}
