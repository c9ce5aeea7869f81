#include "output/structure.h"

#include "base/progress.h"
#include "output/links.h"
#include "output/marked.h"
#include "output/packer.h"
#include "output/pdf_objects.h"

#include <stdlib.h>

typedef enum {
    KID_ELEMENT, /* its number */
    KID_CONTENT, /* an MCID */
    KID_OBJECT   /* the number of a link */
} KidKind;

/* What an element consists of, one after the other. */
typedef struct {
    KidKind kind;
    guint value;
    guint page; /* of content and objects */
    guint next; /* in Tree.kids; 0: it is the last */
} Kid;

/* An element on its way into the file. */
typedef struct {
    guint first, last; /* in Tree.kids; 0: none */
    gboolean used;     /* there is content in it */
    gboolean attached; /* it is a kid of its parent, or will be by the order of the elements */
    gboolean paged;    /* content of its own has been found; `page` is the first with it */
    guint page;
    const Item *picture; /* (nullable) of a figure */
    qpdf_oh object;
} Node;

#define N_SHARED 2

typedef struct {
    qpdf_data pdf;
    const Pages *pages;
    const GArray *structure;
    Node *nodes;           /* one for each element */
    GArray *kids;          /* Kid; the first stands for none */
    GArray *page_objects;  /* qpdf_oh */
    GPtrArray *sequences;  /* GArray of guint for each page: elements by MCID */
    GArray *links;         /* qpdf_oh */
    GArray *link_elements; /* guint */
    qpdf_oh shared[N_SHARED];
    Packer *packer; /* of what pages hold */
} Tree;

static void release_array(gpointer array)
{
    g_array_unref(array);
}

static Tree tree_new(qpdf_data pdf, const Pages *pages)
{
    Tree tree = {.pdf = pdf, .pages = pages, .structure = pages->structure};

    tree.nodes = g_new0(Node, pages->structure ? pages->structure->len : 1);
    tree.kids = g_array_new(FALSE, TRUE, sizeof(Kid));
    g_array_set_size(tree.kids, 1);
    tree.page_objects = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    tree.sequences = g_ptr_array_new_with_free_func(release_array);
    tree.links = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
    tree.link_elements = g_array_new(FALSE, FALSE, sizeof(guint));
    tree.packer = packer_new();
    return tree;
}

static void tree_clear(Tree *tree)
{
    g_free(tree->nodes);
    g_array_unref(tree->kids);
    g_array_unref(tree->page_objects);
    g_ptr_array_unref(tree->sequences);
    g_array_unref(tree->links);
    g_array_unref(tree->link_elements);
    packer_free(tree->packer);
}

static const StructElement *element_at(const Tree *tree, guint number)
{
    return structure_at(tree->structure, number);
}

static qpdf_oh page_at(const Tree *tree, guint page)
{
    return g_array_index(tree->page_objects, qpdf_oh, page);
}

/* ---- who is a kid of whom ---- */

static void add_kid(Tree *tree, guint parent, Kid kid)
{
    Node *node = &tree->nodes[parent];
    guint number = tree->kids->len;

    g_array_append_val(tree->kids, kid);
    if (node->last > 0)
        g_array_index(tree->kids, Kid, node->last).next = number;
    else
        node->first = number;
    node->last = number;
}

static void add_element(Tree *tree, guint number)
{
    add_kid(tree, element_at(tree, number)->parent, (Kid){KID_ELEMENT, number, 0, 0});
}

/* Parts of a line are kids where the text comes to them, a note right after its reference; for
 * wherever pages have it, it is read there. */
static void attach(Tree *tree, guint number)
{
    const StructElement *element = element_at(tree, number);
    Node *node = &tree->nodes[number];

    if (node->attached || number == STRUCTURE_ROOT)
        return;
    node->attached = TRUE;
    attach(tree, element->parent);
    if (!structure_is_inline(tree->structure, number))
        return; /* by the order of the elements, once all are known: add_blocks() */
    add_element(tree, number);
    if (element->type == STRUCT_REFERENCE && element->note > 0) {
        tree->nodes[element->note].attached = TRUE;
        add_element(tree, element->note);
    }
}

static void add_content(Tree *tree, guint number, Kid kid)
{
    Node *node = &tree->nodes[number];

    attach(tree, number);
    add_kid(tree, number, kid);
    node->used = TRUE;
    if (!node->paged)
        node->page = kid.page;
    node->paged = TRUE;
}

/* All cells of a table's row, and all rows, whether there is text in them or not. */
static void use_cells(Tree *tree)
{
    for (guint i = STRUCTURE_ROOT + 1; i < tree->structure->len; i++) {
        const StructElement *element = element_at(tree, i);
        if (element->type == STRUCT_TR || element->type == STRUCT_TH || element->type == STRUCT_TD)
            tree->nodes[i].used |= tree->nodes[element->parent].used;
    }
}

/* Blocks are kids in the order of the source, whatever the pages make of them. */
static void add_blocks(Tree *tree)
{
    for (guint i = tree->structure->len - 1; i > STRUCTURE_ROOT; i--)
        tree->nodes[element_at(tree, i)->parent].used |= tree->nodes[i].used;
    use_cells(tree);
    for (guint i = STRUCTURE_ROOT + 1; i < tree->structure->len; i++)
        if (tree->nodes[i].used && !structure_is_inline(tree->structure, i))
            add_element(tree, i);
}

/* ---- pages ---- */

static gboolean mark_page(Tree *tree, guint number)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh page = page_at(tree, number);
    g_autoptr(GArray) elements = marked_elements(tree->pages->pages->pdata[number]);
    GArray *sequences = g_array_new(FALSE, FALSE, sizeof(guint));
    unsigned char *data;
    size_t length;

    g_ptr_array_add(tree->sequences, sequences);
    if (qpdf_oh_get_page_content_data(pdf, page, &data, &length) & QPDF_ERRORS)
        return TRUE; /* which is told by whoever asks qpdf */
    g_autoptr(GByteArray) marked =
        marked_content(data, length, elements, tree->structure, sequences);
    free(data);
    if (!marked)
        return FALSE;
    set_value(pdf, page, "/Contents", packed_stream(tree->packer, pdf, marked->data, marked->len));
    for (guint i = 0; i < sequences->len; i++)
        add_content(tree, g_array_index(sequences, guint, i), (Kid){KID_CONTENT, i, number, 0});
    if (sequences->len > 0)
        set_integer(pdf, page, "/StructParents", number);
    return TRUE;
}

/* Keys of the parent tree: those of the pages, and then those of the links. */
static void add_link(Tree *tree, guint number, const Item *item)
{
    qpdf_oh link = link_add(tree->pdf, page_at(tree, number), item, tree->pages);

    if (tree->structure && item->element >= STRUCTURE_ROOT) {
        set_integer(tree->pdf, link, "/StructParent", tree->page_objects->len + tree->links->len);
        add_content(tree, item->element, (Kid){KID_OBJECT, tree->links->len, number, 0});
        g_array_append_val(tree->links, link);
        g_array_append_val(tree->link_elements, item->element);
    } else {
        qpdf_oh_release(tree->pdf, link);
    }
}

static void take_items(Tree *tree, guint number)
{
    const Page *page = tree->pages->pages->pdata[number];

    for (guint i = 0; i < page->items->len; i++) {
        const Item *item = page->items->pdata[i];
        if (item->kind == ITEM_LINK)
            add_link(tree, number, item);
        else if (item->kind == ITEM_IMAGE && tree->structure)
            tree->nodes[item->element].picture = item;
    }
}

static gboolean take_pages(Tree *tree)
{
    guint count = tree->pages->pages->len;

    for (guint i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(tree->pdf, i);
        g_array_append_val(tree->page_objects, page);
    }
    for (guint i = 0; i < count; i++) {
        progress_at(PROGRESS_FINISHING, i, count);
        if (tree->structure && !mark_page(tree, i))
            return FALSE;
        take_items(tree, i);
    }
    return TRUE;
}

/* ---- elements ---- */

static void set_note_id(const Tree *tree, qpdf_oh object, const StructElement *element)
{
    g_autofree gchar *id = g_strdup_printf("note-%06u", element->note);

    set_value(tree->pdf, object, "/ID", qpdf_oh_new_string(tree->pdf, id));
}

static void set_picture(const Tree *tree, qpdf_oh object, const Item *picture)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh attributes = qpdf_oh_new_dictionary(pdf);

    set_name(pdf, attributes, "/O", "/Layout");
    set_name(pdf, attributes, "/Placement", "/Block");
    set_value(pdf, attributes, "/BBox", item_box(pdf, picture, tree->pages->height));
    set_value(pdf, object, "/A", attributes);
}

/* Attributes that all of a type have stand in the file once. */
static const struct {
    StructType type;
    const gchar *attributes;
} shared[N_SHARED] = {
    {STRUCT_TH, "<< /O /Table /Scope /Column >>"},
    {STRUCT_L, "<< /O /List /ListNumbering /Decimal >>"},
};

static void make_shared(Tree *tree)
{
    for (guint i = 0; i < N_SHARED; i++)
        tree->shared[i] = new_indirect(tree->pdf, qpdf_oh_parse(tree->pdf, shared[i].attributes));
}

/* A reference to an object that more than one holds. */
static void set_shared(const Tree *tree, qpdf_oh dictionary, const gchar *key, qpdf_oh object)
{
    qpdf_oh_replace_key(tree->pdf, dictionary, key, object);
}

static void set_attributes(const Tree *tree, guint number, qpdf_oh object)
{
    const StructElement *element = element_at(tree, number);
    const Node *node = &tree->nodes[number];

    for (guint i = 0; i < N_SHARED; i++)
        if (shared[i].type == element->type)
            set_shared(tree, object, "/A", tree->shared[i]);
    if (element->type == STRUCT_NOTE)
        set_note_id(tree, object, element);
    if (element->type == STRUCT_FIGURE && element->alt)
        set_text(tree->pdf, object, "/Alt", element->alt);
    if (element->type == STRUCT_FIGURE && node->picture)
        set_picture(tree, object, node->picture);
    if (element->language)
        set_text(tree->pdf, object, "/Lang", element->language);
}

static qpdf_oh kid_object(const Tree *tree, const Node *node, const Kid *kid)
{
    qpdf_data pdf = tree->pdf;

    if (kid->kind == KID_ELEMENT)
        return qpdf_oh_new_object(pdf, tree->nodes[kid->value].object);
    if (kid->kind == KID_CONTENT && kid->page == node->page)
        return qpdf_oh_new_integer(pdf, kid->value);
    qpdf_oh object = qpdf_oh_new_dictionary(pdf);
    set_name(pdf, object, "/Type", kid->kind == KID_CONTENT ? "/MCR" : "/OBJR");
    if (kid->kind == KID_CONTENT)
        set_integer(pdf, object, "/MCID", kid->value);
    else
        set_shared(tree, object, "/Obj", g_array_index(tree->links, qpdf_oh, kid->value));
    if (kid->page != node->page)
        set_shared(tree, object, "/Pg", page_at(tree, kid->page));
    return object;
}

static void set_kids(const Tree *tree, const Node *node, qpdf_oh object)
{
    qpdf_oh kids;

    if (node->first == 0)
        return;
    if (node->first == node->last) {
        set_value(tree->pdf, object, "/K",
                  kid_object(tree, node, &g_array_index(tree->kids, Kid, node->first)));
        return;
    }
    kids = qpdf_oh_new_array(tree->pdf);
    for (guint i = node->first; i > 0; i = g_array_index(tree->kids, Kid, i).next)
        append_value(tree->pdf, kids, kid_object(tree, node, &g_array_index(tree->kids, Kid, i)));
    set_value(tree->pdf, object, "/K", kids);
}

static void fill_element(const Tree *tree, guint number, qpdf_oh root)
{
    const StructElement *element = element_at(tree, number);
    const Node *node = &tree->nodes[number];
    g_autofree gchar *type = g_strconcat("/", struct_type_name(element->type), NULL);

    set_name(tree->pdf, node->object, "/S", type);
    set_shared(tree, node->object, "/P",
               number == STRUCTURE_ROOT ? root : tree->nodes[element->parent].object);
    if (node->paged)
        set_shared(tree, node->object, "/Pg", page_at(tree, node->page));
    set_attributes(tree, number, node->object);
    set_kids(tree, node, node->object);
}

static void fill_elements(const Tree *tree, qpdf_oh root)
{
    for (guint i = STRUCTURE_ROOT; i < tree->structure->len; i++)
        if (tree->nodes[i].used)
            tree->nodes[i].object = new_indirect(tree->pdf, qpdf_oh_new_dictionary(tree->pdf));
    for (guint i = STRUCTURE_ROOT; i < tree->structure->len; i++)
        if (tree->nodes[i].used)
            fill_element(tree, i, root);
}

/* ---- the root ---- */

static qpdf_oh parents_of_page(const Tree *tree, const GArray *sequences)
{
    qpdf_oh parents = qpdf_oh_new_array(tree->pdf);

    for (guint i = 0; i < sequences->len; i++)
        qpdf_oh_append_item(tree->pdf, parents,
                            tree->nodes[g_array_index(sequences, guint, i)].object);
    return new_indirect(tree->pdf, parents);
}

static qpdf_oh parent_tree(const Tree *tree)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh numbers = qpdf_oh_new_array(pdf), dictionary = qpdf_oh_new_dictionary(pdf);

    for (guint i = 0; i < tree->sequences->len; i++) {
        const GArray *sequences = tree->sequences->pdata[i];
        if (sequences->len == 0)
            continue;
        append_value(pdf, numbers, qpdf_oh_new_integer(pdf, i));
        append_value(pdf, numbers, parents_of_page(tree, sequences));
    }
    for (guint i = 0; i < tree->links->len; i++) {
        guint element = g_array_index(tree->link_elements, guint, i);
        append_value(pdf, numbers, qpdf_oh_new_integer(pdf, tree->page_objects->len + i));
        qpdf_oh_append_item(pdf, numbers, tree->nodes[element].object);
    }
    set_value(pdf, dictionary, "/Nums", numbers);
    return new_indirect(pdf, dictionary);
}

/* Notes by their ids, which are in the order of their numbers. */
static void set_id_tree(const Tree *tree, qpdf_oh root)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh names = qpdf_oh_new_array(pdf);

    for (guint i = STRUCTURE_ROOT; i < tree->structure->len; i++) {
        if (element_at(tree, i)->type != STRUCT_NOTE || !tree->nodes[i].used)
            continue;
        append_value(pdf, names, qpdf_oh_get_key(pdf, tree->nodes[i].object, "/ID"));
        qpdf_oh_append_item(pdf, names, tree->nodes[i].object);
    }
    if (qpdf_oh_get_array_n_items(pdf, names) > 0) {
        qpdf_oh dictionary = qpdf_oh_new_dictionary(pdf);
        qpdf_oh_replace_key(pdf, dictionary, "/Names", names);
        set_value(pdf, root, "/IDTree", new_indirect(pdf, dictionary));
    }
    qpdf_oh_release(pdf, names);
}

static void write_root(const Tree *tree)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh catalogue = qpdf_get_root(pdf);
    qpdf_oh root = new_indirect(pdf, qpdf_oh_new_dictionary(pdf));

    fill_elements(tree, root);
    set_name(pdf, root, "/Type", "/StructTreeRoot");
    set_shared(tree, root, "/K", tree->nodes[STRUCTURE_ROOT].object);
    set_value(pdf, root, "/ParentTree", parent_tree(tree));
    set_integer(pdf, root, "/ParentTreeNextKey", tree->page_objects->len + tree->links->len);
    set_id_tree(tree, root);
    set_shared(tree, catalogue, "/StructTreeRoot", root);
    set_parsed(pdf, catalogue, "/MarkInfo", "<< /Marked true >>");
}

gboolean structure_write(qpdf_data pdf, const Pages *pages)
{
    Tree tree = tree_new(pdf, pages);
    gboolean good = take_pages(&tree);

    if (good && tree.structure) {
        tree.nodes[STRUCTURE_ROOT].used = TRUE;
        add_blocks(&tree);
        make_shared(&tree);
        write_root(&tree);
    }
    tree_clear(&tree);
    return good;
}
