#include "layout/seals.h"

#include "layout/seal_grid.h"
#include "layout/signature_part.h"

typedef struct {
    const Template *template;
    GPtrArray *names; /* SetBlock: of issuers, or posts */
    SetBlock *date;
    GArray *seals; /* PartSeal, one for each name; only their sizes are known */
} Signing;

static GPtrArray *blocks_of(const GPtrArray *blocks, StyleRole role)
{
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < blocks->len; i++)
        if (((const SetBlock *) blocks->pdata[i])->paragraph->role == role)
            g_ptr_array_add(found, blocks->pdata[i]);
    return found;
}

static Signing signing(const GPtrArray *blocks, StyleRole role, const Template *template)
{
    g_autoptr(GPtrArray) dates = blocks_of(blocks, STYLE_DATE);

    return (Signing){template, blocks_of(blocks, role), dates->pdata[0],
                     g_array_new(FALSE, TRUE, sizeof(PartSeal))};
}

static void signing_clear(Signing *signing)
{
    g_ptr_array_unref(signing->names);
    g_array_unref(signing->seals);
}

static PartSeal *seal_at(const Signing *signing, guint i)
{
    return &g_array_index(signing->seals, PartSeal, i);
}

/* (nullable) */
static Image *image_of(const Seals *seals, guint i)
{
    return seals->images && i < seals->images->len ? seals->images->pdata[i] : NULL;
}

/* So many rows are as high as that at least. */
static guint rows_up(Len length, Len pitch)
{
    return length > 0 ? (guint) ((length + pitch - 1) / pitch) : 0;
}

/* ---- seals ---- */

static void report_scaled(const Seals *seals, guint i, Len across, const SealStyle *style,
                          Diagnostics *sink)
{
    const Len mm = len_from_um(1000);
    g_autofree gchar *is = g_strdup_printf("%d", (gint) ((across + mm / 2) / mm));
    g_autofree gchar *set = g_strdup_printf("%d", (gint) ((style->diameter + mm / 2) / mm));

    diag_report(sink, RULE_SEAL_SCALED, g_array_index(seals->paths, Field, i).span, is, set, NULL);
}

/* As large as the image says it is, if seals are so large. */
static PartSeal seal_size(const Seals *seals, guint i, const SealStyle *style, Diagnostics *sink)
{
    Image *image = image_of(seals, i);

    if (!image)
        return (PartSeal){.width = style->diameter, .height = style->diameter};
    PartSeal seal = {
        .image = image, .width = image->natural_width, .height = image->natural_height};
    Len across = MAX(seal.width, seal.height);
    if (across < style->least || across > style->most) {
        report_scaled(seals, i, across, style, sink);
        seal.width = len_mul_div(seal.width, style->diameter, across);
        seal.height = len_mul_div(seal.height, style->diameter, across);
    }
    return seal;
}

/* What is the same for all rows of seals. Lengths below the top of a part. */
typedef struct {
    SealGrid grid;
    Len widest, highest; /* of the seals */
    guint lines;         /* of the name with the most */
    guint blank;         /* rows above the names: their seals begin there */
    guint step;          /* from one row of names to the next */
} SealRows;

static Len names_height(const SealRows *rows, const Template *template)
{
    return (rows->lines - 1) * template->pitch + template->cell;
}

static void measure_names(const Signing *signing, SealRows *rows)
{
    const GPtrArray *names = signing->names;
    g_autofree Len *widths = g_new0(Len, names->len);

    for (guint i = 0; i < names->len; i++) {
        SetBlock *name = names->pdata[i];
        set_block_narrow(name, signing->template->seal.name_right, signing->template);
        widths[i] = set_block_width(name);
        rows->lines = MAX(rows->lines, name->lines->len);
        rows->widest = MAX(rows->widest, seal_at(signing, i)->width);
        rows->highest = MAX(rows->highest, seal_at(signing, i)->height);
    }
    rows->grid = seal_grid(widths, names->len, rows->widest, set_block_width(signing->date),
                           signing->template);
}

/* The middle of a seal is that of the name below it, so that name and date stand a little below the
 * middle. Its top is below the text, less than a line of the grid: the text ends a gap above the
 * part. */
static SealRows seal_rows(const Signing *signing)
{
    const Template *template = signing->template;
    const Len pitch = template->pitch, gap = grid_white(template);
    SealRows rows = {.lines = 1};

    measure_names(signing, &rows);
    Len above = (rows.highest - names_height(&rows, template)) / 2 - gap;
    rows.blank = rows_up(above, pitch);
    rows.step = MAX(rows_up(rows.highest + template->seal.apart, pitch), rows.lines + 1);
    return rows;
}

static void add_sealed_name(const Signing *signing, const SealRows *rows, SignaturePart *part,
                            guint i)
{
    SetBlock *name = signing->names->pdata[i];
    Len middle = seal_grid_middle(&rows->grid, i);
    PartSeal seal = *seal_at(signing, i);
    seal.element = name->paragraph->seal;

    seal.x = middle - seal.width / 2;
    seal.row = rows->blank;
    seal.y = (names_height(rows, signing->template) - seal.height) / 2;
    signature_part_centre(part, name, middle, rows->blank);
    signature_part_seal(part, seal);
}

static void add_seal_row(const Signing *signing, const SealRows *rows, guint row)
{
    const SealGrid *grid = &rows->grid;
    SignaturePart *part = signature_part_new();
    guint height = rows->step;

    for (guint i = 0; i < grid->n; i++)
        if (seal_grid_row(grid, i) == row)
            add_sealed_name(signing, rows, part, i);
    if (row + 1 == grid->rows) {
        signature_part_centre(part, signing->date, grid->last, rows->blank + rows->lines);
        height = rows->blank + rows->lines + 1;
    }
    signature_part_close(part, height, signing->template);
}

void set_seals(const GPtrArray *blocks, const Metadata *meta, const Template *template,
               Diagnostics *sink)
{
    Signing sealed = signing(blocks, STYLE_SIGNATURE, template);

    for (guint i = 0; i < sealed.names->len; i++) {
        PartSeal seal = seal_size(&meta->seal, i, &template->seal, sink);
        g_array_append_val(sealed.seals, seal);
    }
    SealRows rows = seal_rows(&sealed);
    for (guint row = 0; row < rows.grid.rows; row++)
        add_seal_row(&sealed, &rows, row);
    signing_clear(&sealed);
}

/* ---- signature stamps ---- */

/* As large as the room for it allows. */
static PartSeal stamp_size(Image *image, const StampStyle *style)
{
    PartSeal stamp = {.image = image, .width = style->width, .height = style->height};

    if (!image)
        return stamp;
    stamp.width = len_mul_div(style->height, image->natural_width, image->natural_height);
    if (stamp.width > style->width) {
        stamp.width = style->width;
        stamp.height = len_mul_div(style->width, image->natural_height, image->natural_width);
    }
    return stamp;
}

/* Where the stamps begin, one below the other: the widest leaves `right` free. */
static Len stamps_left(const Signing *signing)
{
    Len widest = 0;

    for (guint i = 0; i < signing->seals->len; i++)
        widest = MAX(widest, seal_at(signing, i)->width);
    return signing->template->width - signing->template->stamp.right - widest;
}

/* Posts end at the same place, at the left of the stamps, each in the middle of its stamp's height;
 * the date stands below the last. */
static void add_stamp(const Signing *signing, guint i, Len left)
{
    const Template *template = signing->template;
    const StampStyle *style = &template->stamp;
    SetBlock *post = signing->names->pdata[i];
    SignaturePart *part = signature_part_new();
    Len right = template->width - left + style->post_gap;
    PartSeal stamp = *seal_at(signing, i);
    guint rows = i == 0 ? style->blank_lines : style->after;

    set_block_narrow(post, right, template);
    stamp.element = post->paragraph->seal;
    stamp.x = left;
    stamp.row = rows;
    signature_part_right(part, post, template->width - right, rows,
                         (stamp.height - set_block_height(post, template)) / 2);
    signature_part_seal(part, stamp);
    rows += rows_up(stamp.height + grid_white(template), template->pitch);
    if (i + 1 == signing->names->len) {
        rows += style->after;
        signature_part_right(part, signing->date, template->width - style->right, rows, 0);
        rows++;
    }
    signature_part_close(part, rows, template);
}

void set_stamps(const GPtrArray *blocks, const Metadata *meta, const Template *template)
{
    Signing stamped = signing(blocks, STYLE_POST, template);

    for (guint i = 0; i < stamped.names->len; i++) {
        PartSeal stamp = stamp_size(image_of(&meta->stamp, i), &template->stamp);
        g_array_append_val(stamped.seals, stamp);
    }
    Len left = stamps_left(&stamped);
    for (guint i = 0; i < stamped.names->len; i++)
        add_stamp(&stamped, i, left);
    signing_clear(&stamped);
}
