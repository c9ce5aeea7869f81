#include "app/fonts_command.h"

#include "app/data_folder.h"
#include "app/fonts_text.h"
#include "app/report.h"
#include "app/sandboxed.h"
#include "app/template_folders.h"

/* What is meant where neither a bulletin nor --template names one. */
#define DEFAULT_TEMPLATE "notice"

typedef struct {
    const gchar *folder; /* (nullable) the operand */
    gchar *data_folder;
    SourceTree *tree;
    Bulletin *bulletin; /* (nullable) */
    GPtrArray *sources; /* Source, of templates */
    TemplateFolders *folders;
    Template *template;
} Subject;

static void subject_clear(Subject *subject)
{
    g_clear_pointer(&subject->template, template_free);
    g_clear_pointer(&subject->folders, template_folders_free);
    g_clear_pointer(&subject->bulletin, bulletin_free);
    g_clear_pointer(&subject->tree, source_tree_free);
    g_ptr_array_unref(subject->sources);
    g_free(subject->data_folder);
}

static gboolean read_subject(Subject *subject, const Options *options, Diagnostics *sink)
{
    const gchar *const sources[] = {subject->folder, NULL};

    if (!sandboxed(options, sources, NULL, sink))
        return FALSE;
    if (subject->folder) {
        subject->tree = source_tree_read(subject->folder, sink);
        subject->bulletin = subject->tree ? bulletin_build(subject->tree, sink) : NULL;
        if (!subject->bulletin)
            return FALSE;
    }
    subject->folders = template_folders_new(options, subject->data_folder, subject->folder, sink);
    if (!subject->folders)
        return FALSE;
    subject->template =
        template_chosen(subject->folders, options, subject->bulletin, subject->sources, sink);
    if (!subject->template && !options->template_name && !subject->folder)
        subject->template =
            template_load(DEFAULT_TEMPLATE, SPAN_NONE, template_folders_list(subject->folders),
                          subject->sources, sink);
    return subject->template != NULL;
}

static void print(const Subject *subject, FontLibrary *library, gboolean counted,
                  const Options *options, Diagnostics *sink)
{
    g_autoptr(GString) out = g_string_new(NULL);

    fonts_text(subject->template, library, counted, (Lang) options->lang, out, sink);
    report_text(NULL, out->str, out->len, sink);
}

/* Where the bulletin cannot be set the chains are shown all the same: a font that is missing may be
 * why. */
static void look(const Subject *subject, const Options *options, Diagnostics *sink)
{
    g_autofree gchar *fonts = g_build_filename(subject->data_folder, "fonts", NULL);
    FontSources sources = {fonts, (const gchar *const *) options->font_paths->pdata, NULL};
    gboolean sound = subject->bulletin && !report_stops(options, sink);
    g_autoptr(Layout) layout =
        sound ? layout_new(subject->bulletin, subject->template, &sources, NULL, sink) : NULL;

    if (layout) {
        print(subject, layout_font_library(layout), TRUE, options, sink);
        return;
    }
    g_autoptr(FontLibrary) library = font_library_new(subject->template, &sources, sink);
    if (library)
        print(subject, library, FALSE, options, sink);
}

int fonts_run(const Options *options, Diagnostics *sink)
{
    const GPtrArray *operands = options->operands;
    g_autofree gchar *program = data_folder_program();
    Subject subject = {.folder = operands->len > 0 ? operands->pdata[0] : NULL};

    subject.data_folder = data_folder_find(program);
    subject.sources = sources_new();
    for (guint i = 1; i < operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE, (const gchar *) operands->pdata[i],
                    "fonts", NULL);
    if (!report_stops(options, sink) && read_subject(&subject, options, sink))
        look(&subject, options, sink);
    int status = report_finish(options, sink);
    subject_clear(&subject);
    return status;
}
