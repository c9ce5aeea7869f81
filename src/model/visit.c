#include "model/build.h"

static void visit_nodes(const GPtrArray *nodes, BlocksVisitor visit, gpointer data)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        visit(node->blocks, data);
        visit_nodes(node->children, visit, data);
        visit(node->closing, data);
    }
}

void bulletin_visit_text(const Bulletin *bulletin, BlocksVisitor visit, gpointer data)
{
    visit(bulletin->opening, data);
    visit_nodes(bulletin->children, visit, data);
    visit(bulletin->closing, data);
}

void bulletin_visit(const Bulletin *bulletin, BlocksVisitor visit, gpointer data)
{
    bulletin_visit_text(bulletin, visit, data);
    for (guint i = 0; i < bulletin->annexes->len; i++)
        visit(((const Annex *) bulletin->annexes->pdata[i])->blocks, data);
}
