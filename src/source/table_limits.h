/* How large tables may be, in Markdown and in CSV files. */
#ifndef MKB_SOURCE_TABLE_LIMITS_H
#define MKB_SOURCE_TABLE_LIMITS_H

#define TABLE_MOST_COLUMNS 100
#define TABLE_MOST_CELLS 20000 /* of a file */

/* The words of RULE_LIMIT, in Chinese and English. */
#define TABLE_COLUMNS_LIMIT "表格多于 100 列", "a table of more than 100 columns"
#define TABLE_CELLS_LIMIT "一个文件的表格多于 20000 格", "more than 20000 cells of tables in a file"

#endif
