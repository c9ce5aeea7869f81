#include "template/sections.h"

static const gchar *const number_places[] = {"{han}", "{digit}", "{circled}", NULL};

const Row footnote_rows[] = {
    {ROW("mark", read_format, FootnoteStyle, mark), .words = number_places},
    {ROW("separator", read_text, FootnoteStyle, separator)},
    {ROW("mark-size", read_count, FootnoteStyle, mark_size), .least = 100, .most = 1000},
    {ROW("mark-rise", read_count, FootnoteStyle, mark_rise), .most = 1000},
    {ROW("rule", read_length, FootnoteStyle, rule), .most = 5},
    {ROW("rule-width", read_length, FootnoteStyle, rule_width), .most = 500},
    {ROW("space", read_length, FootnoteStyle, space), .most = 50},
    {.key = NULL},
};

/* The rule above footnotes is no longer than a line. */
void read_footnote(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = (const Template *) (gconstpointer) ((gchar *) target - row->offset);
    const FootnoteStyle *footnote = target;

    read_map(reader, row, pair, target);
    if (!reader->failed)
        check_limit(reader, reader_blame(reader, "footnote rule-width", "text-block width", NULL),
                    "脚注线的长", "length of the rule above footnotes", footnote->rule_width,
                    template->width);
}
