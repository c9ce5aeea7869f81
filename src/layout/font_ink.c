#include "layout/font_ink.h"

/* A curve is followed in so many straight steps: a thousandth of its height is the most that one
 * passes by. */
#define STEPS 16

/* Heights as HarfBuzz gives them, in 1/FINE of a unit. */
#define FINE 64

typedef struct {
    gboolean any;
    gint64 top, bottom;
} Bounds;

static gint64 fine(float y)
{
    return (gint64) (y * FINE);
}

static void add(Bounds *bounds, gint64 y)
{
    bounds->top = bounds->any ? MAX(bounds->top, y) : y;
    bounds->bottom = bounds->any ? MIN(bounds->bottom, y) : y;
    bounds->any = TRUE;
}

/* hb_draw_funcs_t wants the points of a move or line, and of curves the control points, in x and y.
 */
static void to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
               void *user)
{
    (void) funcs;
    (void) state;
    (void) x;
    (void) user;
    add(data, fine(y));
}

static void cubic(Bounds *bounds, gint64 y0, gint64 y1, gint64 y2, gint64 y3)
{
    for (gint64 i = 1; i <= STEPS; i++) {
        gint64 j = STEPS - i;
        add(bounds, (j * j * j * y0 + 3 * j * j * i * y1 + 3 * j * i * i * y2 + i * i * i * y3) /
                        (STEPS * STEPS * STEPS));
    }
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                         float y1, float x, float y, void *user)
{
    gint64 from = fine(state->current_y), control = fine(y1), end = fine(y);

    (void) funcs;
    (void) x1;
    (void) x;
    (void) user;
    cubic(data, from, (from + 2 * control) / 3, (end + 2 * control) / 3, end);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x, float y, void *user)
{
    (void) funcs;
    (void) x1;
    (void) x2;
    (void) x;
    (void) user;
    cubic(data, fine(state->current_y), fine(y1), fine(y2), fine(y));
}

/* The outline has had this name since HarfBuzz 7. */
#if !HB_VERSION_ATLEAST(7, 0, 0)
#define hb_font_draw_glyph hb_font_get_glyph_shape
#endif

InkHeight font_ink(hb_font_t *font, gunichar c)
{
    hb_codepoint_t glyph;
    Bounds bounds = {FALSE, 0, 0};

    if (!hb_font_get_nominal_glyph(font, c, &glyph))
        return (InkHeight){0, 0};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_font_draw_glyph(font, glyph, funcs, &bounds);
    hb_draw_funcs_destroy(funcs);
    return (InkHeight){(gint) (bounds.top / FINE), (gint) (bounds.bottom / FINE)};
}
