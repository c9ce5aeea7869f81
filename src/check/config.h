/* What the command line and .mkbulletin.yaml say about checking. */
#ifndef MKB_CHECK_CONFIG_H
#define MKB_CHECK_CONFIG_H

#include "source/yaml.h"

/* The file's keys: rules (a map, rule: off | warning | error), strict (true or false), vocabulary
 * (the path of a YAML file, from the folder of .mkbulletin.yaml; where that names none, a
 * vocabulary.yaml in the folder of the bulletin, or else beside .mkbulletin.yaml). */
typedef struct {
    gboolean strict;
    YamlNode *vocabulary; /* (nullable) what the file named there holds: see vocabulary.h */
    GPtrArray *sources;   /* Source: the files read */
} CheckConfig;

/* Looks for .mkbulletin.yaml in the folder of a bulletin (or of a single file) and in those above,
 * up to the first that has it or a .git, and sets the levels of the sink as it says. Faults are
 * reported; without a file all is as by default. (transfer full) */
CheckConfig *check_config_read(const gchar *bulletin, Diagnostics *sink);

/* The same for whoever sets the bulletin: of the file, only what it says of the vocabulary.
 * (transfer full) */
CheckConfig *check_config_read_vocabulary(const gchar *bulletin, Diagnostics *sink);

/* What these two will read that does not stand in the bulletin's own folder: a .mkbulletin.yaml
 * above it, and its vocabulary. Of that .mkbulletin.yaml the vocabulary's name is read. (transfer
 * full) (element-type gchar *) */
GPtrArray *check_config_files_above(const gchar *bulletin);

void check_config_free(CheckConfig *config);

/* "id=off" as the command line has it, with ids or codes; faults are reported. */
void check_config_set_rule(const gchar *written, Diagnostics *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CheckConfig, check_config_free)

#endif
