/* The table of every diagnostic: id, severity, exit status, Chinese and English text, hints. One
 * row a rule; ids are stable, for editors' search and for later suppression. {0}, {1} … are filled
 * in by diag_report(). An empty hint prints none. Those of `mkbulletin check` that judge how a text
 * is written stand in rules_check.h; all of them are RuleIds. */
#ifndef MKB_BASE_RULES_H
#define MKB_BASE_RULES_H

#include "base/rules_check.h"
#include "base/rules_command.h"
#include "base/rules_markdown.h"
#include "base/rules_reading.h"
#include "base/rules_setting.h"

/* clang-format off */
/* RULE(symbol, id, severity, status, zh, en, hint_zh, hint_en) */
#define DIAG_RULES(RULE) \
    READING_RULES(RULE) \
    MARKDOWN_RULES(RULE) \
    SETTING_RULES(RULE) \
    COMMAND_RULES(RULE)

typedef enum {
#define RULE(symbol, ...) RULE_##symbol,
    DIAG_RULES(RULE)
    CHECK_RULES(RULE)
#undef RULE
    RULE_COUNT
} RuleId;
/* clang-format on */

#endif
