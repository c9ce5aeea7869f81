/* textDocument/documentSymbol: parts, sections, findings, measures of one file. */
#include "lsp/session.h"

#include "model/names.h"

#include <string.h>

/* SymbolKind; an editor has an icon for each. */
enum { KIND_FILE = 1, KIND_ANNEX = 2, KIND_HEADING = 3, KIND_FINDING = 5, KIND_MEASURE = 6 };

enum { LONGEST_NAME = 60 }; /* characters */

typedef struct {
    guint depth;
    int kind;
    gchar *name;
    const gchar *detail; /* (nullable) */
    Span span;           /* its first line */
} Entry;

typedef struct {
    const Session *session;
    const Source *source;
    GArray *entries; /* Entry, in the order of the text */
} Outline;

static void entry_clear(gpointer entry)
{
    g_free(((Entry *) entry)->name);
}

/* One line, not too long and never empty, which clients refuse. (transfer full) */
static gchar *short_name(const gchar *text)
{
    g_autofree gchar *line = g_strdup(text);

    g_strstrip(g_strdelimit(line, "\r\n\t", ' '));
    if (*line == '\0')
        return g_strdup("…");
    if (g_utf8_strlen(line, -1) <= LONGEST_NAME)
        return g_steal_pointer(&line);
    g_autofree gchar *part = g_utf8_substring(line, 0, LONGEST_NAME);
    return g_strconcat(part, "…", NULL);
}

static void add(Outline *outline, guint depth, int kind, const gchar *name, const gchar *detail,
                Span span)
{
    Span line = line_span(span.source, span.start);
    Entry entry = {depth,
                   kind,
                   short_name(name),
                   detail,
                   {span.source, span.start, MAX(span.start, MIN(span.end, line.end))}};

    g_array_append_val(outline->entries, entry);
}

/* The first words of a measure that has no topic sentence. (transfer full) */
static gchar *first_text(const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->inlines && block->inlines->len > 0)
            return inlines_text(block->inlines);
    }
    return g_strdup("");
}

static gchar *node_name(const Node *node)
{
    return node->title->len > 0 ? inlines_text(node->title) : first_text(node->blocks);
}

static const gchar *node_detail(const Outline *outline, const Node *node)
{
    const Words *words = &status_words[node->status];
    const gchar *word = outline->session->lang == LANG_ZH ? words->zh : words->en;

    return *word ? word : NULL;
}

static void add_nodes(Outline *outline, guint depth, const GPtrArray *nodes)
{
    static const int kinds[] = {[NODE_HEADING] = KIND_HEADING,
                                [NODE_FINDING] = KIND_FINDING,
                                [NODE_MEASURE] = KIND_MEASURE};

    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        gboolean here = node->span.source == outline->source;
        g_autofree gchar *name = node_name(node);
        if (here)
            add(outline, depth, kinds[node->kind], name, node_detail(outline, node), node->span);
        add_nodes(outline, depth + here, node->children);
    }
}

static void add_annex(Outline *outline, const Annex *annex)
{
    g_autofree gchar *title = inlines_text(annex->title);

    if (annex->span.source != outline->source)
        return;
    add(outline, 0, KIND_ANNEX, title, NULL, annex->span);
    for (guint i = 0; i < annex->blocks->len; i++) {
        const Block *block = annex->blocks->pdata[i];
        if (block->kind != BLOCK_HEADING)
            continue;
        g_autofree gchar *name = inlines_text(block->inlines);
        add(outline, block->level, KIND_HEADING, name, NULL, block->span);
    }
}

static void add_all(Outline *outline, const Bulletin *bulletin)
{
    const Field *title = &bulletin->meta.title;

    if (title->text && title->span.source == outline->source)
        add(outline, 0, KIND_FILE, title->text, NULL, title->span);
    add_nodes(outline, 0, bulletin->children);
    for (guint i = 0; i < bulletin->annexes->len; i++)
        add_annex(outline, bulletin->annexes->pdata[i]);
}

/* Up to where the next one begins that is not below it. */
static Span whole(const Outline *outline, guint index)
{
    const Entry *entry = &g_array_index(outline->entries, Entry, index);
    g_assert(outline->source); /* without it there are no entries */
    Span span = {outline->source, entry->span.start, (guint32) outline->source->length};

    for (guint i = index + 1; i < outline->entries->len; i++) {
        const Entry *next = &g_array_index(outline->entries, Entry, i);
        if (next->depth > entry->depth || next->span.start < entry->span.start)
            continue;
        span.end = next->span.start;
        break;
    }
    span.end = MAX(span.end, entry->span.end);
    return span;
}

static json_t *symbol(const Outline *outline, guint index)
{
    const Entry *entry = &g_array_index(outline->entries, Entry, index);
    Span span = whole(outline, index);
    json_t *object =
        json_pack("{s:s,s:i,s:o,s:o}", "name", entry->name, "kind", entry->kind, "range",
                  range_json(&span, outline->session->encoding), "selectionRange",
                  range_json(&entry->span, outline->session->encoding));

    if (entry->detail)
        json_object_set_new(object, "detail", json_string(entry->detail));
    return object;
}

/* Entries from *index on that are deeper than `above`. */
static json_t *tree(const Outline *outline, guint *index, gint above)
{
    json_t *list = json_array();

    while (*index < outline->entries->len) {
        const Entry *entry = &g_array_index(outline->entries, Entry, *index);
        if ((gint) entry->depth <= above)
            break;
        json_t *object = symbol(outline, (*index)++);
        json_t *below = tree(outline, index, (gint) entry->depth);
        if (json_array_size(below) > 0)
            json_object_set(object, "children", below);
        json_decref(below);
        json_array_append_new(list, object);
    }
    return list;
}

/* For clients that know no tree: SymbolInformation. */
static json_t *flat(const Outline *outline, const gchar *uri)
{
    json_t *list = json_array();

    for (guint i = 0; i < outline->entries->len; i++) {
        const Entry *entry = &g_array_index(outline->entries, Entry, i);
        Span span = whole(outline, i);
        json_array_append_new(list, json_pack("{s:s,s:i,s:{s:s,s:o}}", "name", entry->name, "kind",
                                              entry->kind, "location", "uri", uri, "range",
                                              range_json(&span, outline->session->encoding)));
    }
    return list;
}

static json_t *outline_of(const Session *session, const Project *project, const Document *document,
                          const Source *source)
{
    Outline outline = {session, source, g_array_new(FALSE, FALSE, sizeof(Entry))};
    guint index = 0;
    json_t *list;

    g_array_set_clear_func(outline.entries, entry_clear);
    if (source && project->analysis->bulletin)
        add_all(&outline, project->analysis->bulletin);
    list = session->hierarchical ? tree(&outline, &index, -1) : flat(&outline, document->uri);
    g_array_unref(outline.entries);
    return list;
}

json_t *answer_outline(Session *session, const json_t *params)
{
    const Document *document = session_document(session, params);

    if (!document)
        return NULL;
    session_check(session);
    Project *project = session_project(session, document);
    if (!project)
        return json_array();
    const Source *source = analysis_source(project->analysis, document->path);
    json_t *now = outline_of(session, project, document, source);
    json_t *last = g_hash_table_lookup(project->outlines, document->path);
    if (json_array_size(now) == 0 && last && analysis_has_error(project->analysis, source)) {
        json_decref(now);
        return json_incref(last);
    }
    g_hash_table_insert(project->outlines, g_strdup(document->path), json_incref(now));
    return now;
}
