#include "app/commands.h"

#include "app/build.h"
#include "app/export.h"
#include "app/help_command.h"

#include <string.h>

const Command *command_table(void)
{
    static const Command rows[] = {
        {"build",
         {[LANG_EN] = "sets a folder or a single .md file (may be left out)",
          [LANG_ZH] = "排一个文件夹或一个 .md 文件（命令名可以省略）"},
         build_run},
        {"export",
         {[LANG_EN] = "writes the ledger of the findings as .csv or .json",
          [LANG_ZH] = "把各个问题写成台账数据：.csv 或 .json"},
         export_run},
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
