#include "app/sandboxed.h"

#include "app/data_folder.h"
#include "base/deps.h"
#include "base/sandbox.h"
#include "check/config.h"
#include "output/draw_svg.h"
#include "output/qpdf_late.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static void add(GPtrArray *paths, const gchar *path)
{
    g_ptr_array_add(paths, g_strdup(path));
}

/* A bulletin in one file names images beside it. (transfer full) */
static gchar *folder_of(const gchar *source)
{
    return g_file_test(source, G_FILE_TEST_IS_DIR) ? g_strdup(source) : g_path_get_dirname(source);
}

static void add_source(SandboxPlaces *places, const gchar *source, gboolean mended)
{
    g_autofree gchar *folder = folder_of(source);
    g_autoptr(GPtrArray) above = check_config_files_above(source);

    add(places->read, folder);
    if (mended)
        add(places->write, folder);
    for (guint i = 0; i < above->len; i++)
        add(places->read, above->pdata[i]);
}

/* Templates and fonts: those of the program, and those that options name. */
static void add_data(SandboxPlaces *places, const Options *options)
{
    static const gchar *const names[] = {"templates", "fonts"};
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    const GPtrArray *const given[] = {options->template_paths, options->font_paths};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_ptr_array_add(places->read, g_build_filename(data, names[i], NULL));
    for (guint list = 0; list < G_N_ELEMENTS(given); list++)
        for (guint i = 0; i + 1 < given[list]->len; i++)
            add(places->read, given[list]->pdata[i]);
}

/* A descriptor comes from whoever called the program: so does the file that it leads to. */
static gboolean is_descriptor(const gchar *path)
{
    return g_str_has_prefix(path, "/dev/fd/") || g_str_has_prefix(path, "/proc/self/fd/");
}

/* What is written to as it is: a device or a FIFO; a link to one only where the system has it. */
static gboolean is_stream(const gchar *path)
{
    struct stat at;

    if (lstat(path, &at) != 0 ||
        (S_ISLNK(at.st_mode) && !g_str_has_prefix(path, "/dev/") && !is_descriptor(path)))
        return FALSE;
    return stat(path, &at) == 0 && !S_ISREG(at.st_mode) && !S_ISDIR(at.st_mode);
}

/* The folder of a file that is replaced. A link that stands there in its place is not followed: it
 * may be of another hand than the command line. */
static void add_output(SandboxPlaces *places, const gchar *path)
{
    if (!path || strcmp(path, "-") == 0)
        return;
    g_autofree gchar *file = is_descriptor(path) ? g_file_read_link(path, NULL) : NULL;
    if (is_stream(path))
        add(places->write, path);
    else
        g_ptr_array_add(places->write, g_path_get_dirname(file ? file : path));
}

static gboolean report(const Options *options, SandboxResult result, Diagnostics *sink)
{
    gboolean files = result == SANDBOX_NO_LANDLOCK;
    const gchar *reason = g_strerror(errno);
    g_autofree gchar *zh = g_strdup_printf(
        files ? "内核的 Landlock 用不了（%s）" : "不能限制系统调用（seccomp：%s）", reason);
    g_autofree gchar *en = g_strdup_printf(files ? "Landlock of the kernel is not to be had (%s)"
                                                 : "system calls cannot be filtered (seccomp: %s)",
                                           reason);

    diag_report(sink, options->sandbox == SANDBOX_TRY ? RULE_PART_OF_SANDBOX : RULE_NO_SANDBOX,
                SPAN_NONE, zh, en, NULL);
    return options->sandbox == SANDBOX_TRY;
}

gboolean sandboxed(const Options *options, const gchar *const *sources,
                   const gchar *const *checkouts, Diagnostics *sink)
{
    g_autoptr(SandboxPlaces) places = sandbox_places_new();

    if (options->sandbox == SANDBOX_NONE)
        return TRUE;
    /* What cannot be opened is told where it is needed. */
    svg_open(SPAN_NONE, NULL);
    qpdf_open(NULL);
    Deps *before = deps_record(NULL); /* no output depends on what is looked at here */
    for (guint i = 0; sources[i]; i++)
        add_source(places, sources[i], options->fix && !options->diff);
    for (guint i = 0; checkouts && checkouts[i]; i++) {
        add(places->read, checkouts[i]);
        add(places->discard, checkouts[i]);
    }
    add_data(places, options);
    add_output(places, options->output);
    add_output(places, options->deps);
    SandboxResult result = sandbox_enter(places);
    int error = errno;
    deps_record(before);
    errno = error;
    return result == SANDBOX_ENTERED || report(options, result, sink);
}
