#include "app/fonts_text.h"

#include "base/text.h"
#include "base/width.h"
#include "layout/font_about.h"

#include <string.h>

/* Cells of a line of names; characters of a licence's text. */
enum { MOST_CELLS = 96, MOST_OF_LICENCE = 72 };

typedef struct {
    FontLibrary *library;
    gboolean counted;
    Lang lang;
    GString *out;
    GPtrArray *entries; /* const FontEntry *, each file once, as they come */
    Diagnostics *sink;
} FontsText;

static const gchar *in_language(const FontsText *report, const gchar *zh, const gchar *en)
{
    return report->lang == LANG_ZH ? zh : en;
}

static void append_padded(GString *out, const gchar *text, guint width)
{
    guint cells = text_display_width(text);

    text_append_string(out, text);
    g_string_append_printf(out, "%*s", (int) (width - MIN(width, cells)), "");
}

/* ---- roles ---- */

/* "  title, heading-1": the styles that a role sets; lines of them, none too long. */
static void append_styles(const FontsText *report, const Template *template, guint role)
{
    guint cells = MOST_CELLS;

    for (StyleRole style = 0; style < STYLE_ROLES_COUNT; style++) {
        const gchar *name = style_role_name(style);
        if (template->styles[style].font != role || template->styles[style].as_around)
            continue;
        gboolean wrapped = cells + strlen(name) + 1 > MOST_CELLS;
        g_string_append(report->out, wrapped ? "\n  " : " ");
        cells = wrapped ? 2 : cells + 1;
        g_string_append(report->out, name);
        cells += (guint) strlen(name);
    }
    g_string_append_c(report->out, '\n');
}

static guint face_width(const GArray *chain)
{
    guint width = 0;

    for (guint i = 0; i < chain->len; i++)
        width = MAX(width, text_display_width(g_array_index(chain, FontChoice, i).family));
    return width;
}

static gboolean is_known(const FontsText *report, const FontEntry *entry)
{
    for (guint i = 0; i < report->entries->len; i++)
        if (strcmp(((const FontEntry *) report->entries->pdata[i])->path, entry->path) == 0)
            return TRUE;
    return FALSE;
}

static void note_missing(const FontsText *report, const FontChoice *choice, const FontRole *role)
{
    g_autofree gchar *name = g_strdup_printf("%s %u", choice->family, choice->weight);

    g_string_append(report->out, choice->optional
                                     ? in_language(report, "没有（可以没有）", "missing, optional")
                                     : in_language(report, "缺少", "missing"));
    if (!choice->optional)
        diag_report(report->sink, RULE_FONT_MISSING, SPAN_NONE, name, role->label, NULL);
}

/* Those of a fallback are named, for they are few, and look like another hand's. */
static void append_characters(const FontsText *report, const FontChoice *choice, gboolean fallback)
{
    g_autofree gchar *characters = font_library_characters(report->library, choice);
    glong count = g_utf8_strlen(characters, -1);

    g_string_append_printf(report->out, report->lang == LANG_ZH ? "  %ld 字" : "  %ld characters",
                           count);
    if (fallback && count > 0) {
        g_string_append(report->out, in_language(report, "：", ": "));
        text_append_string(report->out, characters);
    }
}

static void append_chain(FontsText *report, const FontRole *role, const GArray *chain,
                         const gchar *title)
{
    guint width = face_width(chain);
    gboolean fallback = FALSE;

    for (guint i = 0; i < chain->len; i++) {
        const FontChoice *choice = &g_array_index(chain, FontChoice, i);
        const FontEntry *entry = font_library_entry(report->library, choice);
        g_string_append(report->out, "    ");
        append_padded(report->out, i == 0 ? title : "", 8);
        append_padded(report->out, choice->family, width + 1);
        g_string_append_printf(report->out, "%3u  ", choice->weight);
        if (entry) {
            g_autofree gchar *file = g_path_get_basename(entry->path);
            text_append_string(report->out, file);
            if (!is_known(report, entry))
                g_ptr_array_add(report->entries, (gpointer) entry);
            if (report->counted)
                append_characters(report, choice, fallback);
            fallback = TRUE;
        } else {
            note_missing(report, choice, role);
        }
        g_string_append_c(report->out, '\n');
    }
}

static void append_role(FontsText *report, const Template *template, guint index)
{
    const FontRole *role = template->fonts->pdata[index];

    g_string_append_printf(report->out, "\n%s %s", role->label, role->name);
    append_styles(report, template, index);
    append_chain(report, role, role->han, in_language(report, "汉字", "Han"));
    append_chain(report, role, role->latin, in_language(report, "西文", "Latin"));
}

/* ---- files ---- */

static void append_fact(const FontsText *report, const gchar *label, const gchar *fact)
{
    g_string_append(report->out, "    ");
    append_padded(report->out, label, 9);
    text_append_string(report->out, fact);
    g_string_append_c(report->out, '\n');
}

/* The first line of what may be pages. */
static gchar *beginning(const gchar *text)
{
    g_autofree gchar *line = g_strndup(text, strcspn(text, "\r\n"));

    if (g_utf8_strlen(line, -1) <= MOST_OF_LICENCE)
        return g_steal_pointer(&line);
    g_autofree gchar *start = g_utf8_substring(line, 0, MOST_OF_LICENCE);
    return g_strconcat(start, "…", NULL);
}

static void append_licence(const FontsText *report, const FontAbout *about)
{
    g_autofree gchar *words = about->licence ? beginning(about->licence) : NULL;
    const gchar *label = in_language(report, "许可", "licence");

    if (words)
        append_fact(report, label, words);
    if (about->licence_url)
        append_fact(report, words ? "" : label, about->licence_url);
    if (!words && !about->licence_url)
        append_fact(report, label, in_language(report, "文件没有写", "the file does not say"));
}

static void append_digest(const FontsText *report, const FontEntry *entry)
{
    g_autofree gchar *digest = font_file_sha256(entry->path);
    const gchar *judged = !entry->sha256 || !digest ? ""
                          : strcmp(digest, entry->sha256) == 0
                              ? in_language(report, "（与清单一致）", " (the manifest's)")
                              : in_language(report, "（与清单不同！）", " (NOT the manifest's)");
    g_autofree gchar *fact = g_strconcat(digest ? digest : "?", judged, NULL);

    append_fact(report, "sha256", fact);
}

static void append_file(const FontsText *report, const FontEntry *entry)
{
    g_autoptr(FontAbout) about = font_about_new(entry->path, entry->index);
    g_autofree gchar *folder = g_path_get_dirname(entry->path);
    g_autofree gchar *name = g_path_get_basename(entry->path);
    const gchar *own = entry->sha256 ? in_language(report, "（程序自带）", " (the program's)")
                                     : in_language(report, "（--font-path）", " (--font-path)");
    g_autofree gchar *from = g_strconcat(folder, own, NULL);

    g_string_append_c(report->out, '\n');
    text_append_string(report->out, name);
    g_string_append_c(report->out, '\n');
    append_fact(report, in_language(report, "来自", "from"), from);
    if (about && about->version)
        append_fact(report, in_language(report, "版本", "version"), about->version);
    if (about)
        append_licence(report, about);
    append_digest(report, entry);
}

void fonts_text(const Template *template, FontLibrary *library, gboolean counted, Lang lang,
                GString *out, Diagnostics *sink)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new();
    FontsText report = {library, counted, lang, out, entries, sink};

    g_string_append_printf(out, "%s %s\n", in_language(&report, "模板", "template"),
                           template->name);
    for (guint i = 0; i < template->fonts->len; i++)
        append_role(&report, template, i);
    for (guint i = 0; i < entries->len; i++)
        append_file(&report, entries->pdata[i]);
}
