/* Readers of what stands in a masthead. Private to model. */
#ifndef MKB_MODEL_HEAD_VALUES_H
#define MKB_MODEL_HEAD_VALUES_H

#include "model/keys.h"

void value_copy_number(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);
void value_classification(const KeyRow *row, const YamlPair *pair, gpointer target,
                          Diagnostics *sink);
void value_urgency(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink);

#endif
