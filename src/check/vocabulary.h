/* The office's vocabulary.yaml:
 *
 *     preferred:            首选: 规定的词: 不用的写法, or a list of these
 *       台账: [台帐, 工作台帐]
 *     forbidden:            禁用: a list, or 词: 为什么不用
 *       - 有关部门
 *     names:                名称: what is never broken at the end of a line
 *       - 某某街道
 */
#ifndef MKB_CHECK_VOCABULARY_H
#define MKB_CHECK_VOCABULARY_H

#include "source/yaml.h"

typedef struct {
    const gchar *word;   /* (transfer none) what is not to stand */
    const gchar *better; /* (nullable) what is preferred; of a forbidden word: NULL */
    const gchar *reason; /* (nullable) of a forbidden word */
} VocabularyWord;

/* Reports what the file has that no vocabulary has. */
void vocabulary_check(const YamlNode *map, Diagnostics *sink);

/* The words that are not to stand, in their order; what is ill-formed is left out. `map` may be
 * NULL. (transfer full) (element-type VocabularyWord) */
GArray *vocabulary_words(const YamlNode *map);

/* The names. (transfer container) (element-type utf8) */
GPtrArray *vocabulary_names(const YamlNode *map);

#endif
