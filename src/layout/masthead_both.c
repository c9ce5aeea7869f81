/* The masthead of a comparison: its lines have the texts of both, and there are those that are
 * gone. */
#include "layout/masthead_parts.h"

#include "layout/text_block.h"

static LoneLine *line_with(TextBlock *text, guint element)
{
    LoneLine *lone = g_new0(LoneLine, 1);

    lone->text = text;
    lone_line_set_element(lone, element);
    return lone;
}

static guint element_of(const LoneLine *lone)
{
    return g_array_index(lone->text->runs, TextRun, 0).element;
}

/* Behind those that stand before it. */
static void insert_after(GPtrArray *row, LoneLine *lone, const LoneLine *before)
{
    guint at;

    g_ptr_array_insert(row, g_ptr_array_find(row, before, &at) ? (gint) at + 1 : 0, lone);
}

/* A line that is gone, where the masthead has it; a suffix is known by its words, for it has the
 * role of the names. */
static void add_gone(Masthead *masthead, LoneLine *lone, const LoneLine *before)
{
    const gchar *suffix = masthead->template->masthead.suffix;

    switch (lone->text->role) {
    case STYLE_COPY_NUMBER:
        masthead->copy_number = lone;
        break;
    case STYLE_CLASSIFICATION:
        masthead->classification = lone;
        break;
    case STYLE_URGENCY:
        masthead->urgency = lone;
        break;
    case STYLE_DOCUMENT_NUMBER:
        masthead->number = lone;
        break;
    case STYLE_SIGNATORY_LABEL:
        masthead->label = lone;
        break;
    case STYLE_SIGNATORY:
        insert_after(masthead->signatories, lone, before);
        break;
    default:
        if (!masthead->suffix && g_str_equal(lone->text->text->str, suffix))
            masthead->suffix = lone;
        else
            insert_after(masthead->names, lone, before);
    }
}

static void take_text(LoneLine *lone, TextBlock *text)
{
    guint element = element_of(lone);

    text_block_free(lone->text);
    lone->text = text;
    lone_line_set_element(lone, element);
}

void masthead_take_both(Masthead *masthead, const GPtrArray *texts, const guint *places)
{
    g_autoptr(GPtrArray) own = masthead->lines;
    LoneLine *before = NULL;
    guint k = 0;

    g_ptr_array_set_free_func(own, NULL);
    masthead->lines = g_ptr_array_new_with_free_func((GDestroyNotify) lone_line_free);
    masthead->both = TRUE;
    for (guint i = 0; i < texts->len; i++) {
        LoneLine *lone;
        if (k < own->len && own->pdata[k] != masthead->star && places[k] == i) {
            lone = own->pdata[k++];
            take_text(lone, texts->pdata[i]);
        } else {
            lone = line_with(texts->pdata[i], element_of(before ? before : own->pdata[0]));
            add_gone(masthead, lone, before);
        }
        g_ptr_array_add(masthead->lines, lone);
        before = lone;
    }
    if (masthead->star)
        g_ptr_array_add(masthead->lines, masthead->star);
}
