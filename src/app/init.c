#include "app/init.h"

#include "app/data_folder.h"
#include "app/report.h"
#include "base/file_out.h"
#include "base/folder_make.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define EXAMPLE "mkbulletin init content"
#define COMMON "common" /* the starter's folder that is for every template */
#define DEFAULT_TEMPLATE "notice"
#define DOT "dot-" /* begins the names that begin with a full stop when copied */

typedef struct {
    const Options *options;
    Diagnostics *sink;
    const gchar *folder; /* the operand */
    gchar *starters;     /* of the data folder */
    GArray *files;       /* OutputFile */
    GPtrArray *made;     /* folders that were not there */
} Init;

static void output_file_clear(gpointer data)
{
    OutputFile *file = data;

    g_free(file->path);
    g_bytes_unref(file->bytes);
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const gchar *const *) a, *(const gchar *const *) b);
}

/* The names in a folder, sorted, ended by NULL; none where it cannot be read. (transfer full) */
static GPtrArray *names_in(const gchar *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const gchar *name;

    while (dir && (name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_bytes);
    g_ptr_array_add(names, NULL);
    return names;
}

/* ---- which starter ---- */

/* FALSE after reporting a template that none is for. */
static gboolean check_template(const Init *init, const gchar *name)
{
    g_autoptr(GPtrArray) names = names_in(init->starters);

    for (guint i = 0; i + 1 < names->len; i++)
        if (g_str_equal(names->pdata[i], COMMON))
            g_ptr_array_remove_index(names, i);
    if (names->len == 1) {
        diag_report(init->sink, RULE_NO_DATA, SPAN_NONE, init->starters, NULL);
        return FALSE;
    }
    const gchar *const *known = (const gchar *const *) names->pdata;
    if (g_strv_contains(known, name))
        return TRUE;
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) names->pdata);
    const gchar *near = nearest_word(name, known);
    diag_report(init->sink, near ? RULE_NO_STARTER_NEAR : RULE_NO_STARTER, SPAN_NONE, name,
                near ? near : list, list, NULL);
    return FALSE;
}

/* ---- what it holds ---- */

/* "dot-gitignore" is ".gitignore". (transfer full) */
static gchar *target_name(const gchar *name)
{
    return g_str_has_prefix(name, DOT) ? g_strconcat(".", name + strlen(DOT), NULL)
                                       : g_strdup(name);
}

static gboolean add_file(const Init *init, const gchar *from, const gchar *to)
{
    g_autoptr(GError) error = NULL;
    OutputFile file = {NULL, NULL};
    gchar *text;
    gsize length;

    if (!g_file_get_contents(from, &text, &length, &error)) {
        diag_report(init->sink, RULE_UNREADABLE, SPAN_NONE, from, error->message, NULL);
        return FALSE;
    }
    file.path = g_strdup(to);
    file.bytes = g_bytes_new_take(text, length);
    g_array_append_val(init->files, file);
    return TRUE;
}

/* The files below `from`, as they will stand below `to`. */
static gboolean add_folder(const Init *init, const gchar *from, const gchar *to)
{
    g_autoptr(GPtrArray) names = names_in(from);
    gboolean all = TRUE;

    for (guint i = 0; i + 1 < names->len && all; i++) {
        g_autofree gchar *name = target_name(names->pdata[i]);
        g_autofree gchar *source = g_build_filename(from, names->pdata[i], NULL);
        g_autofree gchar *target = g_build_filename(to, name, NULL);
        all = g_file_test(source, G_FILE_TEST_IS_DIR) ? add_folder(init, source, target)
                                                      : add_file(init, source, target);
    }
    return all;
}

static gboolean add_all(const Init *init, const gchar *template_name)
{
    g_autofree gchar *common = g_build_filename(init->starters, COMMON, NULL);
    g_autofree gchar *own = g_build_filename(init->starters, template_name, NULL);

    return add_folder(init, common, init->folder) && add_folder(init, own, init->folder);
}

/* ---- where it goes ---- */

/* FALSE after reporting every file that would be written over; a link that leads nowhere is one. */
static gboolean check_free(const Init *init)
{
    gboolean nothing_there = TRUE;

    for (guint i = 0; i < init->files->len; i++) {
        const gchar *path = g_array_index(init->files, OutputFile, i).path;
        struct stat status;
        if (lstat(path, &status) != 0)
            continue;
        diag_report(init->sink, RULE_INIT_EXISTS, SPAN_NONE, path, NULL);
        nothing_there = FALSE;
    }
    return nothing_there;
}

/* What stands there already would be read as a part of the bulletin. */
static void tell_beside(const Init *init)
{
    g_autoptr(GPtrArray) names = names_in(init->folder);

    for (guint i = 0; i + 1 < names->len; i++) {
        const gchar *name = names->pdata[i];
        if (g_str_has_suffix(name, ".md") && name[0] != '.' && name[0] != '_')
            diag_report(init->sink, RULE_INIT_BESIDE, SPAN_NONE, name, NULL);
    }
}

static gboolean make_folders(const Init *init)
{
    gboolean all = folder_make_or_report(init->folder, init->made, init->sink);

    for (guint i = 0; i < init->files->len && all; i++) {
        g_autofree gchar *folder =
            g_path_get_dirname(g_array_index(init->files, OutputFile, i).path);
        all = folder_make_or_report(folder, init->made, init->sink);
    }
    return all;
}

/* As a shell takes it; as it is where that is the same. (transfer full) */
static gchar *shell_word(const gchar *word)
{
    gboolean plain = word[0] != '-';

    for (const gchar *at = word; *at; at++)
        plain &= g_ascii_isalnum(*at) || strchr("/._-", *at) || (guchar) *at >= 0x80;
    return plain ? g_strdup(word) : g_shell_quote(word);
}

static void tell_next(const Init *init)
{
    g_autofree gchar *folder = shell_word(init->folder);
    g_autofree gchar *text =
        g_strdup_printf(init->options->lang == LANG_ZH ? "写好了 %u 个文件。接下来：\n"
                                                         "  mkbulletin check %s\n"
                                                         "  mkbulletin build %s -o bulletin.pdf\n"
                                                       : "%u files are written. Next:\n"
                                                         "  mkbulletin check %s\n"
                                                         "  mkbulletin build %s -o bulletin.pdf\n",
                        init->files->len, folder, folder);

    if (!init->options->quiet)
        report_text(NULL, text, strlen(text), init->sink);
}

static void make(const Init *init)
{
    const gchar *named = init->options->template_name;
    const gchar *template_name = named ? named : DEFAULT_TEMPLATE;

    if (!check_template(init, template_name) || !add_all(init, template_name) || !check_free(init))
        return;
    tell_beside(init);
    if (make_folders(init) && output_files_write((const OutputFile *) (gpointer) init->files->data,
                                                 init->files->len, init->sink))
        tell_next(init);
    else
        folders_unmake(init->made);
}

int init_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    Init init = {.options = options, .sink = sink};

    init.starters = g_build_filename(data, "templates", "starters", NULL);
    init.files = g_array_new(FALSE, FALSE, sizeof(OutputFile));
    g_array_set_clear_func(init.files, output_file_clear);
    init.made = g_ptr_array_new_with_free_func(g_free);
    if (options->operands->len == 0)
        diag_report(sink, RULE_NO_FOLDER, SPAN_NONE, EXAMPLE, NULL);
    else
        init.folder = options->operands->pdata[0];
    for (guint i = 1; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "init", NULL);
    if (!report_stops(options, sink))
        make(&init);
    g_ptr_array_unref(init.made);
    g_array_unref(init.files);
    g_free(init.starters);
    return report_finish(options, sink);
}
