#include "model/build.h"
#include "model/ledger.h"
#include "model/names.h"

#include <string.h>

#define INDENT 2

typedef struct {
    const Bulletin *bulletin;
    GString *out;
    gchar *folder; /* of bulletin.md, with its slash: paths are shown below it */
    /* The last place, so that many on one long line are not each counted from its start. */
    const Source *source;
    guint32 offset;
    guint line, column;
} Dump;

static void locate(Dump *dump, Span span)
{
    const Source *source = span.source;

    if (source == dump->source && span.start >= dump->offset &&
        (dump->line == source->lines->len ||
         span.start < g_array_index(source->lines, guint32, dump->line)))
        dump->column += (guint) g_utf8_pointer_to_offset(source->text + dump->offset,
                                                         source->text + span.start);
    else
        source_position(source, span.start, &dump->line, &dump->column);
    dump->source = source;
    dump->offset = span.start;
}

static void dump_place(Dump *dump, Span span)
{
    if (!span.source) {
        g_string_append(dump->out, " -");
        return;
    }
    const gchar *path = span.source->path;
    if (g_str_has_prefix(path, dump->folder))
        path += strlen(dump->folder);
    locate(dump, span);
    g_string_append_printf(dump->out, " %s:%u:%u", path, dump->line, dump->column);
}

static void dump_quoted(Dump *dump, const gchar *text)
{
    g_string_append_c(dump->out, '"');
    for (; *text; text++) {
        if (*text == '\n')
            g_string_append(dump->out, "\\n");
        else if (*text == '"' || *text == '\\')
            g_string_append_printf(dump->out, "\\%c", *text);
        else
            g_string_append_c(dump->out, *text);
    }
    g_string_append_c(dump->out, '"');
}

static void begin_line(Dump *dump, guint depth, const gchar *word)
{
    g_string_append_printf(dump->out, "%*s%s", (int) (depth * INDENT), "", word);
}

static void end_line(Dump *dump, Span span)
{
    dump_place(dump, span);
    g_string_append_c(dump->out, '\n');
}

static void dump_field(Dump *dump, guint depth, const gchar *name, const Field *field)
{
    if (!field->text)
        return;
    begin_line(dump, depth, name);
    g_string_append_c(dump->out, ' ');
    dump_quoted(dump, field->text);
    end_line(dump, field->span);
}

static void dump_fields(Dump *dump, const gchar *name, const GArray *fields)
{
    for (guint i = 0; i < fields->len; i++)
        dump_field(dump, 0, name, &g_array_index(fields, Field, i));
}

static void dump_date(Dump *dump, const gchar *lead, Date date)
{
    if (date.year != 0)
        g_string_append_printf(dump->out, "%s%04d-%02d-%02d", lead, date.year, date.month,
                               date.day);
}

static void dump_contact(Dump *dump)
{
    const Metadata *meta = &dump->bulletin->meta;

    if (meta->contact.order->len == 0)
        return;
    begin_line(dump, 0, "contact");
    end_line(dump, meta->contact.span);
    for (guint i = 0; i < meta->contact.order->len; i++) {
        ContactKind kind = g_array_index(meta->contact.order, ContactKind, i);
        dump_field(dump, 1, contact_name(kind), contact_field(meta, kind));
    }
}

/* "seal" for one without an image, or the path of each. */
static void dump_seals(Dump *dump, const gchar *name, const Seals *seals)
{
    if (seals->given && seals->paths->len == 0) {
        begin_line(dump, 0, name);
        end_line(dump, seals->span);
    }
    dump_fields(dump, name, seals->paths);
}

static void dump_metadata(Dump *dump)
{
    const Metadata *meta = &dump->bulletin->meta;

    dump_field(dump, 0, "title", &meta->title);
    dump_field(dump, 0, "template", &meta->template_name);
    dump_fields(dump, "issuer", meta->issuers);
    if (meta->date.year != 0) {
        dump_date(dump, "date ", meta->date);
        end_line(dump, meta->date_span);
    }
    dump_field(dump, 0, "document-number", &meta->document_number);
    dump_fields(dump, "masthead", meta->masthead);
    dump_field(dump, 0, "copy-number", &meta->copy_number);
    dump_field(dump, 0, "classification", &meta->classification);
    dump_field(dump, 0, "urgency", &meta->urgency);
    dump_fields(dump, "signatory", meta->signatories);
    dump_fields(dump, "recipient", meta->recipients);
    dump_contact(dump);
    dump_field(dump, 0, "note", &meta->note);
    dump_fields(dump, "copy-to", meta->copy_to);
    dump_field(dump, 0, "printed-by", &meta->printed_by);
    if (meta->printed_on.year != 0) {
        dump_date(dump, "printed-on ", meta->printed_on);
        g_string_append_c(dump->out, '\n');
    }
    dump_seals(dump, "seal", &meta->seal);
    dump_seals(dump, "stamp", &meta->stamp);
    dump_fields(dump, "post", meta->posts);
    dump_fields(dump, "attendance", meta->present);
    dump_fields(dump, "absent", meta->absent);
    dump_fields(dump, "observers", meta->observers);
    dump_field(dump, 0, "id", &meta->id);
    dump_field(dump, 0, "language", &meta->language);
    dump_fields(dump, "keyword", meta->keywords);
    dump_field(dump, 0, "summary", &meta->summary);
}

/* "reference" with what it leads to, so that a reviewer sees the number that will be set. */
static void dump_target(Dump *dump, const gchar *href)
{
    const Target *target = bulletin_find(dump->bulletin, href);
    const Node *node = target ? target->node : NULL;

    g_string_append_c(dump->out, ' ');
    dump_quoted(dump, href);
    if (node)
        g_string_append_printf(dump->out, " to %s %u", kind_words[node->kind].en, node->number);
    if (target && target->annex)
        g_string_append_printf(dump->out, " to annex %u", target->annex->number);
    if (target && target->block && target->block->label)
        g_string_append_printf(dump->out, " to %s", target->block->label);
    if (target && target->block && target->block->kind == BLOCK_HEADING)
        g_string_append_printf(dump->out, " to annex heading %u", target->block->number);
}

static void dump_marks(Dump *dump, InlineFlags flags)
{
    static const struct {
        InlineFlags flag;
        const gchar *name;
    } marks[] = {{INLINE_NOBREAK, " nobreak"},
                 {INLINE_PROPER, " proper"},
                 {INLINE_BOOK, " book"},
                 {INLINE_DOT, " dot"},
                 {INLINE_LITERAL, " verbatim"}};

    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (flags & marks[i].flag)
            g_string_append(dump->out, marks[i].name);
}

static void dump_inline(Dump *dump, guint depth, const Inline *run)
{
    gboolean text = !(run->flags & (INLINE_REFERENCE | INLINE_BREAK | INLINE_NOTE));

    begin_line(dump, depth,
               run->flags & INLINE_REFERENCE ? "reference"
               : run->flags & INLINE_BREAK   ? "break"
               : run->flags & INLINE_NOTE    ? "note"
                                             : "text");
    if (text) {
        g_string_append_c(dump->out, ' ');
        dump_quoted(dump, run->text);
    }
    if (run->flags & INLINE_EMPHASIS)
        g_string_append(dump->out, " emphasis");
    if (run->flags & INLINE_STRONG)
        g_string_append(dump->out, " strong");
    dump_marks(dump, run->flags);
    if (text && !(run->flags & INLINE_VERBATIM))
        g_string_append(dump->out, " rewritten");
    if (run->href && text)
        g_string_append(dump->out, " link");
    if (run->flags & INLINE_PAGE)
        g_string_append(dump->out, " page of");
    if (run->flags & INLINE_NOTE)
        g_string_append_printf(dump->out, " %u", run->note);
    else if (run->href)
        dump_target(dump, run->href);
    end_line(dump, run->span);
}

static void dump_inlines(Dump *dump, guint depth, const GArray *inlines)
{
    for (guint i = 0; i < inlines->len; i++)
        dump_inline(dump, depth, &g_array_index(inlines, Inline, i));
}

static void dump_table(Dump *dump, guint depth, const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index(table->rows, i);
        begin_line(dump, depth, i == 0 ? "head\n" : "row\n");
        for (guint k = 0; k < row->len; k++) {
            const TableCell *cell = g_ptr_array_index(row, k);
            begin_line(dump, depth + 1, "cell");
            end_line(dump, cell->span);
            dump_inlines(dump, depth + 2, cell->inlines);
        }
    }
}

/* What it is and how large, in points. */
static void dump_image(Dump *dump, guint depth, const Image *image)
{
    static const gchar *const kinds[] = {"png", "jpeg", "svg"};

    begin_line(dump, depth, "image ");
    g_string_append(dump->out, kinds[image->kind]);
    if (image->width > 0)
        g_string_append_printf(dump->out, " %ux%u", image->width, image->height);
    g_string_append(dump->out, " natural ");
    len_append(dump->out, image->natural_width);
    g_string_append_c(dump->out, ' ');
    len_append(dump->out, image->natural_height);
    g_string_append_c(dump->out, '\n');
}

static void dump_figure(Dump *dump, guint depth, const Figure *figure)
{
    const Field path = {figure->path, figure->path_span}, alt = {figure->alt, figure->alt_span};

    dump_field(dump, depth, "file", &path);
    dump_field(dump, depth, "alternative", &alt);
    if (figure->image)
        dump_image(dump, depth, figure->image);
}

/* What a block is besides its kind and place. */
static void dump_block_facts(Dump *dump, const Block *block)
{
    static const gchar *const aligns[] = {"plain", "left", "center", "right"};

    if (block->kind == BLOCK_HEADING)
        g_string_append_printf(dump->out, " %u number %u", block->level, block->number);
    if (block->kind == BLOCK_NOTE)
        g_string_append_printf(dump->out, " %u", block->number);
    if (block->id.text)
        g_string_append_printf(dump->out, " id=%s", block->id.text);
    if (block->label) {
        g_string_append(dump->out, " label=");
        dump_quoted(dump, block->label);
    }
    for (guint i = 0; block->table && i < block->table->aligns->len; i++) {
        ColumnAlign align = g_array_index(block->table->aligns, ColumnAlign, i);
        g_string_append_printf(dump->out, "%s%s", i == 0 ? " columns=" : ",", aligns[align]);
    }
}

static void dump_blocks(Dump *dump, guint depth, const GPtrArray *blocks);

static void dump_block(Dump *dump, guint depth, const Block *block)
{
    static const gchar *const names[] = {
        [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading", [BLOCK_LIST] = "list",
        [BLOCK_ITEM] = "item",           [BLOCK_BREAK] = "break",     [BLOCK_TABLE] = "table",
        [BLOCK_FIGURE] = "figure",       [BLOCK_NOTE] = "note",
    };
    gboolean caption = (block->table || block->figure) && block->inlines->len > 0;

    begin_line(dump, depth, names[block->kind]);
    dump_block_facts(dump, block);
    end_line(dump, block->span);
    if (caption)
        begin_line(dump, depth + 1, "caption\n");
    if (block->inlines)
        dump_inlines(dump, depth + (caption ? 2 : 1), block->inlines);
    if (block->table)
        dump_table(dump, depth + 1, block->table);
    if (block->figure)
        dump_figure(dump, depth + 1, block->figure);
    if (block->children)
        dump_blocks(dump, depth + 1, block->children);
}

static void dump_blocks(Dump *dump, guint depth, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++)
        dump_block(dump, depth, g_ptr_array_index(blocks, i));
}

static void dump_section(Dump *dump, guint depth, const gchar *name, const GPtrArray *blocks)
{
    if (blocks->len == 0)
        return;
    begin_line(dump, depth, name);
    g_string_append_c(dump->out, '\n');
    dump_blocks(dump, depth + 1, blocks);
}

static void dump_facts(Dump *dump, const Node *node)
{
    if (node->id.text)
        g_string_append_printf(dump->out, " id=%s", node->id.text);
    if (node->status != STATUS_NONE)
        g_string_append_printf(dump->out, " status=%s", status_words[node->status].en);
    if (node->responsible.text) {
        g_string_append(dump->out, " responsible=");
        dump_quoted(dump, node->responsible.text);
    }
    dump_date(dump, " due=", node->due);
    dump_date(dump, " completed=", node->completed);
    if (node->lead_kind == LEAD_VERBATIM)
        g_string_append(dump->out, " lead=verbatim");
    if (node->lead_kind == LEAD_OWN) {
        g_string_append(dump->out, " lead=");
        dump_quoted(dump, node->lead.text);
    }
}

/* One plain run is all there is to most titles: it is shown on the node's own line. */
static gboolean is_plain(const GArray *title)
{
    const Inline *run = &g_array_index(title, Inline, 0);

    return title->len == 1 && run->flags == INLINE_VERBATIM && !run->href;
}

/* The end of a line, with the title on it and its place; below it the runs of one that has more
 * than plain text. */
static void dump_title(Dump *dump, guint depth, const GArray *title, Span span)
{
    if (title->len > 0) {
        g_autofree gchar *text = inlines_text(title);
        g_string_append_c(dump->out, ' ');
        dump_quoted(dump, text);
    }
    end_line(dump, span);
    if (title->len > 0 && !is_plain(title)) {
        begin_line(dump, depth + 1, "title\n");
        dump_inlines(dump, depth + 2, title);
    }
}

static void dump_node(Dump *dump, guint depth, const Node *node)
{
    begin_line(dump, depth, kind_words[node->kind].en);
    if (node->kind == NODE_HEADING)
        g_string_append_printf(dump->out, " %u number", node->level);
    g_string_append_printf(dump->out, " %u", node->number);
    dump_facts(dump, node);
    dump_title(dump, depth, node->title, node->span);
    dump_blocks(dump, depth + 1, node->blocks);
    for (guint i = 0; i < node->children->len; i++)
        dump_node(dump, depth + 1, g_ptr_array_index(node->children, i));
    dump_section(dump, depth + 1, "closing", node->closing);
}

/* ---- annexes ---- */

static void dump_names(Dump *dump, const gchar *lead, const GString *names)
{
    if (names->len > 0)
        g_string_append_printf(dump->out, "%s%s", lead, names->str + 1);
}

static void dump_choices(Dump *dump, const Ledger *ledger)
{
    g_autoptr(GString) columns = g_string_new(NULL), statuses = g_string_new(NULL);

    for (guint i = 0; i < ledger->columns->len; i++)
        g_string_append_printf(columns, ",%s",
                               column_words[g_array_index(ledger->columns, LedgerColumn, i)].en);
    for (Status status = STATUS_PLANNED; status < STATUS_COUNT; status++)
        if (ledger->statuses & 1u << status)
            g_string_append_printf(statuses, ",%s", status_words[status].en);
    dump_names(dump, " columns=", columns);
    dump_names(dump, " status=", statuses);
    if (ledger->responsible.text) {
        g_string_append(dump->out, " responsible=");
        dump_quoted(dump, ledger->responsible.text);
    }
    g_string_append_printf(dump->out, " order=%s%s\n", order_words[ledger->order].en,
                           ledger->totals ? " totals" : "");
}

/* The rows that it shows, each by the number of its finding. */
static void dump_ledger(Dump *dump, const Ledger *ledger)
{
    g_autoptr(GArray) rows = ledger_rows(dump->bulletin, ledger);

    begin_line(dump, 1, "ledger");
    dump_choices(dump, ledger);
    for (guint i = 0; i < rows->len; i++) {
        const LedgerRow *row = &g_array_index(rows, LedgerRow, i);
        begin_line(dump, 2, "row");
        g_string_append_printf(dump->out, " %u", row->finding->number);
        if (row->status != STATUS_NONE)
            g_string_append_printf(dump->out, " status=%s", status_words[row->status].en);
        if (row->responsible) {
            g_string_append(dump->out, " responsible=");
            dump_quoted(dump, row->responsible);
        }
        dump_date(dump, " due=", row->due);
        dump_date(dump, " completed=", row->completed);
        g_string_append_c(dump->out, '\n');
    }
}

static void dump_annex(Dump *dump, const Annex *annex)
{
    begin_line(dump, 0, "annex");
    g_string_append_printf(dump->out, " %u", annex->number);
    if (annex->id.text)
        g_string_append_printf(dump->out, " id=%s", annex->id.text);
    dump_title(dump, 0, annex->title, annex->span);
    dump_blocks(dump, 1, annex->blocks);
    if (annex->kind == ANNEX_LEDGER)
        dump_ledger(dump, &annex->ledger);
}

void bulletin_dump(const Bulletin *bulletin, GString *out)
{
    const gchar *path = bulletin->meta.title.span.source->path;
    const gchar *slash = strrchr(path, '/');
    g_autofree gchar *folder = g_strndup(path, slash ? (gsize) (slash + 1 - path) : 0);
    Dump dump = {.bulletin = bulletin, .out = out, .folder = folder};

    dump_metadata(&dump);
    dump_section(&dump, 0, "opening", bulletin->opening);
    for (guint i = 0; i < bulletin->children->len; i++)
        dump_node(&dump, 0, g_ptr_array_index(bulletin->children, i));
    dump_section(&dump, 0, "closing", bulletin->closing);
    for (guint i = 0; i < bulletin->annexes->len; i++)
        dump_annex(&dump, g_ptr_array_index(bulletin->annexes, i));
    for (guint i = 0; i < bulletin->notes->len; i++)
        dump_block(&dump, 0, g_array_index(bulletin->notes, Note, i).block);
}
