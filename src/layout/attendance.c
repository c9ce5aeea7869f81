#include "layout/attendance.h"

/* A name has no more characters than that; what is longer is an organ's, or has a 间隔号. */
#define LONGEST_NAME 5
#define NAME_DOT 0x00B7 /* 买买提·某某 */

static gunichar char_at(const Paragraph *paragraph, guint32 i)
{
    const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);

    return g_utf8_get_char(paragraph->text + cluster->start);
}

static gboolean is_of_name(const Paragraph *paragraph, guint32 i)
{
    gunichar c = char_at(paragraph, i);

    return g_unichar_isalnum(c) || c == NAME_DOT;
}

/* Whether a break before cluster `middle` parts a name. */
static gboolean parts_name(const Paragraph *paragraph, guint32 middle)
{
    guint32 first = middle, last = middle;
    gboolean dot = FALSE;

    while (first > 0 && is_of_name(paragraph, first - 1))
        dot |= char_at(paragraph, --first) == NAME_DOT;
    while (last < paragraph->clusters->len && is_of_name(paragraph, last))
        dot |= char_at(paragraph, last++) == NAME_DOT;
    return first < middle && middle < last && (dot || last - first <= LONGEST_NAME);
}

gboolean attendance_holds(const SetBlock *block, guint i)
{
    const Line *line = block->lines->pdata[i];

    return i == 1 || parts_name(block->paragraph, line->first);
}
