#include "app/commands.h"

#include "app/build.h"
#include "app/help_command.h"

#include <string.h>

const Command *command_table(void)
{
    static const Command rows[] = {
        {"build",
         {[LANG_EN] = "sets a folder or a single .md file (may be left out)",
          [LANG_ZH] = "排一个文件夹或一个 .md 文件（命令名可以省略）"},
         build_run},
        {"help", {[LANG_EN] = "prints this help", [LANG_ZH] = "显示这份说明"}, help_run},
        {NULL, {NULL, NULL}, NULL},
    };

    return rows;
}

const Command *command_take(Options *options)
{
    const Command *rows = command_table();

    for (const Command *row = rows; options->operands->len > 0 && row->name; row++) {
        if (strcmp(g_ptr_array_index(options->operands, 0), row->name) == 0) {
            g_ptr_array_remove_index(options->operands, 0);
            return row;
        }
    }
    return rows;
}
