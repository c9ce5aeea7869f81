/* Text that may hold anything: bytes that are not UTF-8, control characters. */
#ifndef MKB_BASE_TEXT_H
#define MKB_BASE_TEXT_H

#include <glib.h>

#define TEXT_NOT_UTF8 ((gunichar) -1)

/* The character at `at`, which stands before `end`, and its bytes. A byte that is not UTF-8 stands
 * for itself: TEXT_NOT_UTF8, one byte. */
gunichar text_char(const gchar *at, const gchar *end, gsize *bytes);

/* Where the character before `at` begins; `at` itself at `start`. */
const gchar *text_before(const gchar *start, const gchar *at);

/* Whether an odd number of backslashes stands right before `at`, so that it is a mere character
 * (CommonMark 2.4). */
gboolean text_is_escaped(const gchar *start, const gchar *at);

guint text_count(const gchar *start, const gchar *end);

/* U+FEFF at the beginning of a file is no character of it. Returns what follows. */
const gchar *text_skip_mark(const gchar *start, const gchar *end);

/* FALSE for controls, line ends among them, and for other characters that are not seen or mean
 * nothing: bidirectional controls, zero-width, private use … */
gboolean text_is_visible(gunichar c);

/* Appends the character as a terminal may have it: controls as \x1B, other characters that are not
 * seen (bidirectional controls, zero-width …) as \u{202E}, a tab as one space; the first sign of
 * what is a command to a build server (##[…], ##vso[…]) as \x23. Returns its cells and moves `at`
 * past it. */
guint text_append_visible(GString *out, const gchar **at, const gchar *end);

/* The same for a whole string. */
void text_append_string(GString *out, const gchar *string);

#endif
