#include "output/draw_svg.h"

#include "base/late.h"

#include <librsvg/rsvg.h>
#include <pthread.h>
#include <time.h>

/* clang-format off: a line each */
#define FUNCTIONS(F) \
    F(rsvg, error_quark) \
    F(rsvg, handle_new_from_stream_sync) \
    F(rsvg, handle_render_document) \
    F(rsvg, handle_set_dpi) \
    F(rsvg, major_version) \
    F(rsvg, micro_version) \
    F(rsvg, minor_version)
/* clang-format on */

LATE_LIBRARY(rsvg, SONAME_LIBRSVG_2_0, FUNCTIONS)

/* Shapes stay shapes, but masks, blurs and such become pixels: so many an inch. */
#define PIXELS_AN_INCH 300

/* CSS pixels an inch, for lengths within the file. */
#define CSS_DENSITY 96

/* How often it is looked whether a drawing has taken too long. */
#define LOOK_EVERY (50 * G_TIME_SPAN_MILLISECOND)

/* A few bytes may ask for days of work (a million octaves of noise, a blur that is used 2^20
 * times), and librsvg 2.54 cannot be stopped. So it works in a thread of its own, which is left to
 * itself when it takes too long; the program ends soon after. */
typedef struct {
    GBytes *bytes;
    double width, height; /* of the surface */
    gint references;
    GMutex mutex; /* for all below */
    GCond ended;
    gboolean started, done;
    clockid_t clock; /* what the thread has taken of a processor */
    cairo_surface_t *surface;
    GError *error;
} Job;

static Job *job_new(GBytes *bytes, double width, double height)
{
    Job *job = g_new0(Job, 1);

    job->bytes = g_bytes_ref(bytes);
    job->width = width;
    job->height = height;
    job->references = 2; /* the thread's and the one that waits */
    g_mutex_init(&job->mutex);
    g_cond_init(&job->ended);
    return job;
}

static void job_unref(Job *job)
{
    if (!g_atomic_int_dec_and_test(&job->references))
        return;
    g_bytes_unref(job->bytes);
    g_mutex_clear(&job->mutex);
    g_cond_clear(&job->ended);
    g_clear_pointer(&job->surface, cairo_surface_destroy);
    g_clear_error(&job->error);
    g_free(job);
}

/* ---- the library ---- */

gboolean svg_open(Span where, Diagnostics *sink)
{
    return late_open(&rsvg_library, where, sink);
}

void svg_versions(GArray *versions)
{
    g_autofree gchar *running = NULL;

    if (svg_open(SPAN_NONE, NULL))
        running = version_text(*rsvg.major_version, *rsvg.minor_version, *rsvg.micro_version);
    versions_add_late(versions, "librsvg", LIBRSVG_VERSION, running);
}

/* ---- the drawing ---- */

/* Without a base file nothing can be referred to that is not in the bytes. */
static RsvgHandle *handle_new(GBytes *bytes, GError **error)
{
    g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(bytes);
    RsvgHandle *handle =
        rsvg.handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, error);

    if (handle)
        rsvg.handle_set_dpi(handle, CSS_DENSITY);
    return handle;
}

static gboolean record(RsvgHandle *handle, cairo_surface_t *surface, double width, double height,
                       GError **error)
{
    const RsvgRectangle viewport = {0, 0, width, height};
    cairo_t *cairo = cairo_create(surface);
    gboolean good = rsvg.handle_render_document(handle, cairo, &viewport, error);
    cairo_status_t status = cairo_status(cairo);

    cairo_destroy(cairo);
    if (good && status != CAIRO_STATUS_SUCCESS)
        g_set_error_literal(error, rsvg.error_quark(), RSVG_ERROR_FAILED,
                            cairo_status_to_string(status));
    return good && status == CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *draw(const Job *job, GError **error)
{
    const cairo_rectangle_t extents = {0, 0, job->width, job->height};
    RsvgHandle *handle = handle_new(job->bytes, error);

    if (!handle)
        return NULL;
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    if (!record(handle, surface, job->width, job->height, error))
        g_clear_pointer(&surface, cairo_surface_destroy);
    g_object_unref(handle);
    return surface;
}

/* ---- the thread ---- */

static gpointer run(gpointer data)
{
    Job *job = data;
    GError *error = NULL;

    g_mutex_lock(&job->mutex);
    job->started = pthread_getcpuclockid(pthread_self(), &job->clock) == 0;
    g_mutex_unlock(&job->mutex);
    cairo_surface_t *surface = draw(job, &error);
    g_mutex_lock(&job->mutex);
    job->surface = surface;
    job->error = error;
    job->done = TRUE;
    g_cond_signal(&job->ended);
    g_mutex_unlock(&job->mutex);
    job_unref(job);
    return NULL;
}

static gboolean takes_too_long(const Job *job)
{
    struct timespec taken;

    return job->started && clock_gettime(job->clock, &taken) == 0 &&
           taken.tv_sec >= SVG_MOST_SECONDS;
}

static cairo_surface_t *wait_for(Job *job, GError **error)
{
    cairo_surface_t *surface = NULL;

    g_mutex_lock(&job->mutex);
    while (!job->done && !takes_too_long(job))
        g_cond_wait_until(&job->ended, &job->mutex, g_get_monotonic_time() + LOOK_EVERY);
    if (!job->done)
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_INTR, "it takes too long");
    else if (job->error)
        g_propagate_error(error, g_steal_pointer(&job->error));
    else
        surface = g_steal_pointer(&job->surface);
    g_mutex_unlock(&job->mutex);
    return surface;
}

cairo_surface_t *svg_surface(GBytes *bytes, double width, double height, GError **error)
{
    const double scale = PIXELS_AN_INCH / 72.0;
    Job *job = job_new(bytes, width * scale, height * scale);

    g_thread_unref(g_thread_new("svg", run, job));
    cairo_surface_t *surface = wait_for(job, error);
    job_unref(job);
    return surface;
}
