/* What the machine gives to every program. */
#include "app/doctor_checks.h"

#include "base/file_temp.h"
#include "base/sandbox.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Less room than this, in MiB, is little for a PDF and its old version. */
#define LITTLE_ROOM 64

/* ---- the output ---- */

/* -1 where the system does not say. */
static gint64 room_in(const gchar *folder)
{
    struct statvfs status;

    return statvfs(folder, &status) == 0
               ? (gint64) (status.f_bavail * (guint64) status.f_frsize / (1024 * 1024))
               : -1;
}

/* Writes a file as an output is written, and takes it away. */
static gboolean can_write(const gchar *folder, int *error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("mkbulletin", 10);
    TempFile temp = TEMP_FILE_NONE;
    int fd = temp_folder_open(folder);
    gboolean good = fd >= 0 && temp_write(&temp, fd, TEMP_MODE_NEW, bytes);

    *error = errno;
    temp_discard(&temp);
    if (fd >= 0)
        close(fd);
    return good;
}

static void check_room(Doctor *doctor, const gchar *folder)
{
    gint64 room = room_in(folder);

    if (room >= 0 && room < LITTLE_ROOM)
        doctor_say(doctor, CHECK_WARNING,
                   g_strdup_printf(SAID(doctor, "%s 只剩 %d MiB", "%s has only %d MiB left"),
                                   folder, (int) room),
                   SAID(doctor, "请清理磁盘", "make room on the disk"));
    else
        doctor_say(doctor, CHECK_OK,
                   g_strdup_printf(SAID(doctor, "可以写入文件夹 %s", "folder %s can be written in"),
                                   folder),
                   "");
}

void check_output_folder(Doctor *doctor)
{
    const gchar *output = doctor->options->output ? doctor->options->output : "./bulletin.pdf";
    g_autofree gchar *dirname = g_path_get_dirname(output);
    g_autofree gchar *folder = g_canonicalize_filename(dirname, NULL);
    int error;

    if (can_write(folder, &error))
        check_room(doctor, folder);
    else
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup_printf(
                       SAID(doctor, "不能写入文件夹 %s：%s", "folder %s cannot be written in: %s"),
                       folder, g_strerror(error)),
                   SAID(doctor, "换一个文件夹，或请管理员给予写入权限",
                        "choose another folder, or ask for the right to write there"));
}

/* ---- files in memory ---- */

void check_memory_files(Doctor *doctor)
{
    int fd = memfd_create("doctor", MFD_CLOEXEC);
    g_autofree gchar *path = g_strdup_printf("/proc/self/fd/%d", fd);
    gboolean good = fd >= 0 && access(path, R_OK) == 0;

    if (good)
        doctor_say(doctor, CHECK_OK,
                   g_strdup(SAID(doctor, "内存中的文件可用", "files in memory can be used")), "");
    else
        doctor_say(doctor, CHECK_FAULT,
                   g_strdup(SAID(doctor, "不能使用内存中的文件（memfd_create、/proc）",
                                 "files in memory (memfd_create, /proc) cannot be used")),
                   SAID(doctor, "字体要经由它交给排版；请检查容器的限制",
                        "fonts pass through them: look at what a container forbids"));
    if (fd >= 0)
        close(fd);
}

/* ---- the sandbox ---- */

/* Whoever asks for it is told by the command; a machine without it is a sound one. */
void check_sandbox(Doctor *doctor)
{
    guint version = sandbox_landlock_version();

    doctor_say(doctor, CHECK_OK,
               version > 0
                   ? g_strdup_printf(SAID(doctor, "可以用 --sandbox（Landlock 第 %u 版）",
                                          "--sandbox can be had (Landlock, version %u)"),
                                     version)
                   : g_strdup(SAID(doctor, "没有 --sandbox：内核没有 Landlock，或启动时没有打开",
                                   "no --sandbox: the kernel has no Landlock, or was started "
                                   "without it")),
               "");
}

/* ---- the terminal ---- */

static const gchar *locale_name(void)
{
    static const gchar *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const gchar *value = g_getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

void check_locale(Doctor *doctor)
{
    const gchar *advice =
        SAID(doctor, "消息总是 UTF-8；设 LC_ALL=C.UTF-8 或 zh_CN.UTF-8（要先安装），终端也用 UTF-8",
             "messages are UTF-8 always: set LC_ALL=C.UTF-8, or an installed "
             "zh_CN.UTF-8, in a terminal that shows UTF-8");
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t) 0);
    const gchar *charset = locale ? nl_langinfo_l(CODESET, locale) : NULL;

    if (!charset)
        doctor_say(
            doctor, CHECK_WARNING,
            g_strdup_printf(SAID(doctor, "没有安装区域设置 %s", "locale %s is not installed"),
                            locale_name()),
            advice);
    else if (g_ascii_strcasecmp(charset, "UTF-8") != 0)
        doctor_say(doctor, CHECK_WARNING,
                   g_strdup_printf(SAID(doctor, "区域设置 %s 的编码是 %s，不是 UTF-8",
                                        "locale %s is encoded in %s, not in UTF-8"),
                                   locale_name(), charset),
                   advice);
    else
        doctor_say(doctor, CHECK_OK,
                   g_strdup_printf(SAID(doctor, "区域设置 %s（UTF-8）", "locale %s (UTF-8)"),
                                   locale_name()),
                   "");
    if (locale)
        freelocale(locale);
}

/* ---- git ---- */

void check_git(Doctor *doctor)
{
    g_autofree gchar *git = g_find_program_in_path("git");

    if (git)
        doctor_say(doctor, CHECK_OK, g_strdup_printf("git: %s", git), "");
    else
        doctor_say(doctor, CHECK_WARNING, g_strdup(SAID(doctor, "没有 git", "there is no git")),
                   SAID(doctor, "排版不需要它；取得和更新程序、保存通报的修改记录才需要",
                        "setting needs none; it is for fetching the program and for keeping what "
                        "changed in a bulletin"));
}
