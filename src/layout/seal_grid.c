#include "layout/seal_grid.h"

static guint divide_up(guint a, guint b)
{
    return (a + b - 1) / b;
}

guint seal_grid_row(const SealGrid *grid, guint i)
{
    return i / grid->columns;
}

static guint column_of(const SealGrid *grid, guint i)
{
    guint missing = grid->columns * grid->rows - grid->n;

    return i % grid->columns + (seal_grid_row(grid, i) + 1 == grid->rows ? missing : 0);
}

Len seal_grid_middle(const SealGrid *grid, guint i)
{
    return grid->last - (Len) (grid->columns - 1 - column_of(grid, i)) * grid->step;
}

static Len widest_in(const SealGrid *grid, const Len *names, guint column)
{
    Len widest = 0;

    for (guint i = 0; i < grid->n; i++)
        if (column_of(grid, i) == column)
            widest = MAX(widest, names[i]);
    return widest;
}

/* The date leaves `right` free and the name is centred on it; one that is too long for that leaves
 * `name_right` free, and the date is centred on it. */
static Len last_middle(const SealGrid *grid, const Len *names, Len seal, Len date,
                       const Template *template)
{
    Len name = widest_in(grid, names, grid->columns - 1);
    Len middle = MIN(template->width - template->seal.right - date / 2,
                     template->width - template->seal.name_right - name / 2);

    middle = MIN(middle, template->width - seal / 2);
    return MAX(middle, MAX(name, seal) / 2);
}

/* Between the middles of neighbours at least: their names a character apart, their seals as far as
 * the template says. */
static Len least_step(const SealGrid *grid, const Len *names, Len seal, const Template *template)
{
    Len step = seal + template->seal.apart;

    for (guint i = 0; i + 1 < grid->n; i++)
        if (seal_grid_row(grid, i) == seal_grid_row(grid, i + 1))
            step = MAX(step, (names[i] + names[i + 1]) / 2 + template->cell);
    return step;
}

/* How far columns may stand apart: the first one's seals and names begin at the left edge. */
static Len most_step(const SealGrid *grid, const Len *names, Len seal)
{
    Len first = MAX(widest_in(grid, names, 0), seal);

    return (grid->last - first / 2) / (grid->columns - 1);
}

static gboolean try_columns(SealGrid *grid, guint columns, const Len *names, Len seal, Len date,
                            const Template *template)
{
    grid->columns = columns;
    grid->rows = divide_up(grid->n, columns);
    grid->last = last_middle(grid, names, seal, date, template);
    grid->step = 0;
    if (columns == 1)
        return TRUE;
    Len least = least_step(grid, names, seal, template), most = most_step(grid, names, seal);
    grid->step = MIN(MAX(least, seal + template->cell / 2), most);
    return least <= most;
}

SealGrid seal_grid(const Len *names, guint n, Len seal, Len date, const Template *template)
{
    SealGrid grid = {.n = n};

    for (guint columns = MIN(n, template->seal.per_row); columns > 0; columns--) {
        /* Four in two rows of two, not three and one. */
        columns = divide_up(n, divide_up(n, columns));
        if (try_columns(&grid, columns, names, seal, date, template))
            break;
    }
    return grid;
}
