/* Text as an editor wrote it, without numbers and marks that the program adds: for comparing. */
#ifndef MKB_DIFF_NODE_TEXT_H
#define MKB_DIFF_NODE_TEXT_H

#include "model/bulletin.h"

void append_blocks_text(GString *out, const GPtrArray *blocks);

/* Of a heading its own text, of a finding with that of its measures. */
void append_node_text(GString *out, const Node *node);

#endif
