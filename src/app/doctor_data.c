/* What came with the program. */
#include "app/doctor_checks.h"

#include "app/template_folders.h"
#include "layout/font_about.h"
#include "layout/font_files.h"
#include "template/library.h"

#include <string.h>

/* ---- fonts ---- */

static const gchar *fonts_advice(const Doctor *doctor)
{
    return SAID(doctor, "在源文件夹中运行 make setup；装好的程序，再运行 make install",
                "run make setup in the program's source, and for an installed one make install");
}

static CheckLevel check_font(Doctor *doctor, const FontEntry *entry)
{
    g_autofree gchar *digest = font_file_sha256(entry->path);

    if (g_strcmp0(digest, entry->sha256) == 0)
        return CHECK_OK;
    if (!digest)
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(SAID(doctor, "缺少字体文件 %s", "font file %s is missing"),
                                   entry->path),
                   fonts_advice(doctor));
    else
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(SAID(doctor, "字体文件 %s 与清单不同（SHA-256 是 %s）",
                                        "font file %s is not the manifest's (SHA-256 is %s)"),
                                   entry->path, digest),
                   fonts_advice(doctor));
    return CHECK_FAULT;
}

void check_fonts(Doctor *doctor)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(GPtrArray) entries = font_files_new();
    g_autofree gchar *folder = g_build_filename(doctor->data_folder, "fonts", NULL);
    guint good = 0;

    if (!font_files_read_manifest(folder, entries, unheard)) {
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(SAID(doctor, "找不到字体清单 %s/manifest",
                                        "there is no font manifest %s/manifest"),
                                   folder),
                   fonts_advice(doctor));
        return;
    }
    for (guint i = 0; i < entries->len; i++)
        good += check_font(doctor, entries->pdata[i]) == CHECK_OK;
    if (good == entries->len && good > 0)
        doctor_say(doctor, CHECK_OK,
                   g_strdup_printf(SAID(doctor, "字体 %u 个，都与清单一致：%s",
                                        "%u fonts, all as in the manifest: %s"),
                                   good, folder),
                   "");
    else if (good == entries->len)
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(SAID(doctor, "字体清单 %s/manifest 是空的",
                                        "the font manifest %s/manifest is empty"),
                                   folder),
                   fonts_advice(doctor));
}

/* ---- templates ---- */

static void entry_check(Doctor *doctor, const TemplateEntry *entry)
{
    if (entry->faulty && !entry->hidden_by)
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(
                       SAID(doctor, "模板 %s/%s.yaml 有错误", "template %s/%s.yaml has faults"),
                       entry->folder->path, entry->name),
                   SAID(doctor, "错误见 mkbulletin templates", "mkbulletin templates tells them"));
}

static guint count_sound(const GPtrArray *entries)
{
    guint count = 0;

    for (guint i = 0; i < entries->len; i++)
        count += !((const TemplateEntry *) entries->pdata[i])->faulty;
    return count;
}

void check_templates(Doctor *doctor)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(GPtrArray) sources = sources_new();
    g_autoptr(TemplateFolders) folders =
        template_folders_new(doctor->options, doctor->data_folder, NULL, unheard);

    if (!folders) {
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(
                       SAID(doctor, "找不到模板文件夹 %s/templates，或 --template-path 的文件夹",
                            "there is no folder %s/templates, or none of --template-path"),
                       doctor->data_folder),
                   SAID(doctor, "在源文件夹中运行 make，或 make install",
                        "run make in the program's own folder, or make install"));
        return;
    }
    g_autoptr(GPtrArray) entries = templates_list(template_folders_list(folders), sources, unheard);
    for (guint i = 0; i < entries->len; i++)
        entry_check(doctor, entries->pdata[i]);
    doctor_say(doctor, CHECK_OK,
               g_strdup_printf(SAID(doctor, "模板 %u 个可用：%s/templates",
                                    "%u templates can be used: %s/templates"),
                               count_sound(entries), doctor->data_folder),
               "");
}
