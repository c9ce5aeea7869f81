#include "layout/prepare.h"

#include "layout/change_marks.h"

#include <string.h>

typedef struct {
    const TextBlock *block;
    const Template *template;
    FontLibrary *fonts;
    const CharInfo *info;
    GArray *runs; /* TextRun, what is being made */
    Diagnostics *sink;
} Preparation;

static Span place_of(const TextRun *run, guint32 byte, guint32 length)
{
    if (!run->exact)
        return run->span;
    return span_part(run->span, byte - run->start, byte - run->start + length);
}

/* Emphasis inherits the size of what it stands in. */
static Len size_of(const Preparation *preparation, StyleRole role)
{
    Len size = preparation->template->styles[role].size;

    return size > 0 ? size : preparation->template->styles[preparation->block->role].size;
}

/* … and its colour. */
static Ink ink_of(const Preparation *preparation, StyleRole role)
{
    const Style *style = &preparation->template->styles[role];

    return style->size > 0 ? style->ink
                           : preparation->template->styles[preparation->block->role].ink;
}

static void start_run(Preparation *preparation, const TextRun *styled, guint32 at,
                      const FontUse *use)
{
    TextRun run = {.start = at, .role = styled->role, .exact = styled->exact};

    run.marks = styled->marks;
    run.element = styled->element;
    run.link = styled->link;
    run.size = size_of(preparation, styled->role);
    run.ink = change_ink((TextChange) styled->marks.change, ink_of(preparation, styled->role));
    run.font = use->font;
    if (run.marks.note > 0) {
        run.rise = run.size * preparation->template->footnote.mark_rise / 1000;
        run.size = run.size * preparation->template->footnote.mark_size / 1000;
    }
    run.rise += run.size * use->rise / 1000;
    run.features = use->features;
    run.href = g_strdup(styled->href);
    run.span = styled->exact
                   ? span_part(styled->span, at - styled->start, styled->end - styled->start)
                   : styled->span;
    g_array_append_val(preparation->runs, run);
}

/* Splits one styled run where the font changes. A line break takes the font before it. */
static gboolean split_run(Preparation *preparation, const TextRun *styled)
{
    const gchar *text = preparation->block->text->str;
    guint role = preparation->template->styles[styled->role].font;
    FontUse last = {G_MAXUINT, 0, NULL};
    gboolean good = TRUE;

    for (guint32 at = styled->start, next; at < styled->end; at = next) {
        gunichar c = g_utf8_get_char(text + at);
        next = (guint32) (g_utf8_next_char(text + at) - text);
        FontUse use;
        if (!font_library_use(preparation->fonts, role, c == '\n' ? ' ' : c,
                              preparation->info[at].latin, place_of(styled, at, next - at), &use,
                              preparation->sink)) {
            good = FALSE;
            continue;
        }
        if (use.font != last.font || use.rise != last.rise || use.features != last.features)
            start_run(preparation, styled, at, &use);
        last = use;
        g_array_index(preparation->runs, TextRun, preparation->runs->len - 1).end = next;
    }
    return good;
}

Paragraph *prepare_paragraph(const TextBlock *block, const Template *template, FontLibrary *fonts,
                             CharInfo **info, Diagnostics *sink)
{
    g_autoptr(Paragraph) paragraph = g_new0(Paragraph, 1);
    g_autofree CharInfo *classes = g_new0(CharInfo, block->text->len + 1);
    gboolean good = TRUE;

    classify_text(block->text->str, block->text->len, classes);
    paragraph->text = g_strdup(block->text->str);
    paragraph->role = block->role;
    paragraph->label = block->label;
    paragraph->blank = block->blank;
    paragraph->seal = block->seal;
    paragraph->runs = text_runs_new();
    paragraph->glyphs = exact_array_new(NULL, sizeof(Glyph), 0);
    paragraph->clusters = exact_array_new(NULL, sizeof(Cluster), 0);
    Preparation preparation = {block, template, fonts, classes, paragraph->runs, sink};
    for (guint i = 0; i < block->runs->len; i++)
        good &= split_run(&preparation, &g_array_index(block->runs, TextRun, i));
    if (!good)
        return NULL;
    *info = g_steal_pointer(&classes);
    return g_steal_pointer(&paragraph);
}
