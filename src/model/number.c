#include "model/build.h"

static void number_nodes(const GPtrArray *nodes, guint *findings)
{
    guint siblings[] = {[NODE_HEADING] = 0, [NODE_MEASURE] = 0};

    for (guint i = 0; i < nodes->len; i++) {
        Node *node = g_ptr_array_index(nodes, i);
        node->number = node->kind == NODE_FINDING ? ++*findings : ++siblings[node->kind];
        number_nodes(node->children, findings);
    }
}

void bulletin_number(Bulletin *bulletin)
{
    guint findings = 0;

    number_nodes(bulletin->children, &findings);
}
