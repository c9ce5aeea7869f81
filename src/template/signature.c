#include "template/sections.h"

const Row signature_rows[] = {
    {ROW("blank-lines", read_count, SignatureStyle, blank_lines), .most = MOST_LINES},
    {ROW("right", read_length, SignatureStyle, right)},
    {ROW("date-indent", read_length, SignatureStyle, date_indent)},
    {ROW("keep-lines", read_count, SignatureStyle, keep_lines), .most = MOST_LINES},
    {ROW("pitch-shrink", read_count, SignatureStyle, pitch_shrink), .optional = TRUE, .most = 100},
    {ROW("tracking", read_count, SignatureStyle, tracking), .optional = TRUE, .most = 50},
    {ROW("pitch-stretch", read_count, SignatureStyle, pitch_stretch), .optional = TRUE,
     .most = 100},
    {.key = NULL},
};

/* A date has room beside what is free at its sides. */
void read_signature(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = (const Template *) (gconstpointer) ((gchar *) target - row->offset);
    const SignatureStyle *style = target;

    read_map(reader, row, pair, target);
    if (!reader->failed)
        check_limit(reader,
                    reader_blame(reader, "signature right", "signature date-indent",
                                 "text-block width", NULL),
                    "署名、成文日期左右空出和十字之宽",
                    "what is free beside the signature, and ten characters",
                    style->right + style->date_indent + 10 * template->cell, template->width);
}

const Row seal_rows[] = {
    {ROW("set", read_boolean, Template, seal.set)},
    {ROW("right", read_length, Template, seal.right)},
    {ROW("name-right", read_length, Template, seal.name_right), .most = 200},
    {ROW("diameter", read_length, Template, seal.diameter)},
    {ROW("least", read_length, Template, seal.least)},
    {ROW("most", read_length, Template, seal.most)},
    {ROW("per-row", read_count, Template, seal.per_row), .least = 1, .most = 100},
    {ROW("apart", read_length, Template, seal.apart), .most = 100},
    {.key = NULL},
};

/* A seal has room in a line, and a date below it (7.3.5.1). */
void read_seal(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = target;
    const SealStyle *seal = &template->seal;

    read_map(reader, row, pair, target);
    if (reader->failed)
        return;
    if (seal->least < template->cell || seal->least > seal->diameter || seal->diameter > seal->most)
        report_template(reader,
                        reader_blame(reader, "seal least", "seal diameter", "seal most", NULL),
                        "应当 1cell ≤ least ≤ diameter ≤ most",
                        "1cell ≤ least ≤ diameter ≤ most does not hold");
    check_limit(reader, reader_blame(reader, "seal most", "text-block width", NULL), "最大的印章",
                "the largest seal", seal->most, template->width);
    check_limit(reader, reader_blame(reader, "seal right", "text-block width", NULL),
                "日期右边空出和十字之宽", "what is free beside the date, and ten characters",
                seal->right + 10 * template->cell, template->width);
    check_limit(reader, reader_blame(reader, "seal name-right", "text-block width", NULL),
                "署名右边空出和十字之宽", "what is free beside the name, and ten characters",
                seal->name_right + 10 * template->cell, template->width);
}

const Row stamp_rows[] = {
    {ROW("set", read_boolean, Template, stamp.set)},
    {ROW("blank-lines", read_count, Template, stamp.blank_lines), .most = MOST_LINES},
    {ROW("after", read_count, Template, stamp.after), .most = MOST_LINES},
    {ROW("right", read_length, Template, stamp.right)},
    {ROW("post-gap", read_length, Template, stamp.post_gap)},
    {ROW("width", read_length, Template, stamp.width)},
    {ROW("height", read_length, Template, stamp.height)},
    {.key = NULL},
};

/* A post of some characters has room at the left of the stamp. */
void read_stamp(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = target;
    const StampStyle *stamp = &template->stamp;

    read_map(reader, row, pair, target);
    if (reader->failed)
        return;
    if (stamp->width < template->cell || stamp->height < template->cell)
        report_template(reader, reader_blame(reader, "stamp width", "stamp height", NULL),
                        "签名章不足一字大小", "a stamp is smaller than a character");
    check_limit(reader,
                reader_blame(reader, "stamp right", "stamp post-gap", "stamp width",
                             "text-block width", NULL),
                "签名章及其右边、左边空出和四字之宽",
                "the stamp, what is free beside it, and four characters",
                stamp->right + stamp->width + stamp->post_gap + 4 * template->cell,
                template->width);
    check_limit(reader, reader_blame(reader, "stamp height", "text-block height", NULL),
                "签名章的高", "the height of a stamp", stamp->height, template->height / 4);
}
