/* Making and freeing the parts of a bulletin. Private to model. */
#ifndef MKB_MODEL_FIELDS_H
#define MKB_MODEL_FIELDS_H

#include "model/bulletin.h"

/* A new, empty array of Field that frees its elements. */
GArray *fields_new(void);
void field_clear(gpointer field);

GPtrArray *blocks_new(void);

Bulletin *bulletin_new(void);

Node *node_new(NodeKind kind);
void node_free(Node *node);

Annex *annex_new(AnnexKind kind);
void annex_free(Annex *annex);

void metadata_init(Metadata *meta);
void metadata_clear(Metadata *meta);

#endif
