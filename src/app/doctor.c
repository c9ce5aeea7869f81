#include "app/doctor.h"

#include "app/data_folder.h"
#include "app/doctor_checks.h"
#include "app/report.h"
#include "app/version.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

/* Cells of the first word of a line. */
enum { LABEL_CELLS = 9 };

void doctor_say(Doctor *doctor, CheckLevel level, gchar *text, const gchar *advice)
{
    const gchar *const labels[] = {
        [CHECK_OK] = SAID(doctor, "正常", "ok"),
        [CHECK_WARNING] = SAID(doctor, "警告", "warning"),
        [CHECK_FAULT] = SAID(doctor, "故障", "fault"),
    };
    guint cells = text_display_width(labels[level]);

    doctor->counts[level]++;
    if (level != CHECK_OK || !doctor->options->quiet) {
        g_string_append_printf(doctor->out, "%s%*s", labels[level], (int) (LABEL_CELLS - cells),
                               "");
        text_append_string(doctor->out, text);
        g_string_append_c(doctor->out, '\n');
    }
    if (level != CHECK_OK && *advice)
        g_string_append_printf(doctor->out, "%*s= %s%s\n", LABEL_CELLS, "",
                               SAID(doctor, "办法：", "hint: "), advice);
    g_free(text);
}

/* ---- libraries ---- */

static void check_library(Doctor *doctor, const LibraryVersion *library)
{
    const gchar *running = library->running ? library->running : library->compiled;
    gboolean same = g_strcmp0(running, library->compiled) == 0 || !library->compiled;

    if (library->missing)
        doctor_say(
            doctor, CHECK_FAULT,
            g_strdup_printf(SAID(doctor, "打不开程序库 %s %s", "library %s %s cannot be opened"),
                            library->name, library->compiled),
            SAID(doctor, "请安装这个程序库，版本要与编译时的相配",
                 "install it, in a version that fits that of the headers"));
    else if (same)
        doctor_say(doctor, CHECK_OK, g_strdup_printf("%s %s", library->name, running), "");
    else
        doctor_say(doctor, CHECK_WARNING,
                   g_strdup_printf(SAID(doctor, "%s %s，程序却是用 %s 编译的",
                                        "%s %s, but the program was compiled with %s"),
                                   library->name, running, library->compiled),
                   SAID(doctor, "在源文件夹中运行 make clean all；换了程序库，输出的字节可能不同",
                        "run make clean all in the program's source; other libraries may give "
                        "other bytes"));
}

void check_libraries(Doctor *doctor)
{
    g_autoptr(GArray) versions = library_versions();

    for (guint i = 0; i < versions->len; i++)
        check_library(doctor, &g_array_index(versions, LibraryVersion, i));
}

/* ---- all ---- */

static void append_sum(Doctor *doctor)
{
    guint faults = doctor->counts[CHECK_FAULT], warnings = doctor->counts[CHECK_WARNING];

    if (faults == 0 && warnings == 0 && !doctor->options->quiet)
        g_string_append(doctor->out, SAID(doctor, "没有问题\n", "all is well\n"));
    else if (faults > 0 || warnings > 0)
        g_string_append_printf(
            doctor->out, SAID(doctor, "故障 %u 个，警告 %u 个\n", "faults: %u, warnings: %u\n"),
            faults, warnings);
}

static void check_all(Doctor *doctor)
{
    doctor_say(doctor, CHECK_OK, version_line(), "");
    check_libraries(doctor);
    check_fonts(doctor);
    check_templates(doctor);
    check_output_folder(doctor);
    check_memory_files(doctor);
    check_sandbox(doctor);
    check_locale(doctor);
    check_git(doctor);
    append_sum(doctor);
}

/* What is wrong with the command line, or with writing, goes its usual way. */
int doctor_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data_folder = data_folder_find(program);
    g_autoptr(GString) out = g_string_new(NULL);
    Doctor doctor = {.options = options, .data_folder = data_folder, .out = out};

    for (guint i = 0; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "doctor", NULL);
    if (report_stops(options, sink))
        return report_finish(options, sink);
    check_all(&doctor);
    report_text(NULL, out->str, out->len, sink);
    int status = report_finish(options, sink);
    gboolean ill =
        doctor.counts[CHECK_FAULT] > 0 || (options->strict && doctor.counts[CHECK_WARNING] > 0);
    return status != STATUS_OK ? status : ill ? STATUS_CONTENT : STATUS_OK;
}
