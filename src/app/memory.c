/* Of the libraries some end the program when memory is refused, each in its own way; some look for
 * it in most places; Fontconfig, Pango and Cairo leave out glyphs or use a NULL. So none of them is
 * ever refused any: the program's own malloc(), which the linker prefers for all of them, passes
 * every call on to the C library's, and where that has none, ends the program. */
#include "app/memory.h"

#include "base/diag_rows.h"
#include "base/ending.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- the end ---- */

static char line[256] = "error: out of memory [out-of-memory]\n";

void memory_prepare(Lang lang)
{
    const RuleRow *row = rule_row(RULE_OUT_OF_MEMORY);

    snprintf(line, sizeof line, lang == LANG_ZH ? "错误：%s [%s]\n" : "error: %s [%s]\n",
             row->text[lang], row->id);
}

/* Sanitizers and valgrind have a malloc of their own. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OTHER_MALLOC
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define OTHER_MALLOC
#endif
#endif

#if defined(__GLIBC__) && !defined(OTHER_MALLOC)

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>

/* Nothing here may need memory. */
static void end(void)
{
    const char *at = line;
    size_t left = strlen(line);
    ssize_t written;

    ending_undo();
    while (left > 0 && (written = TEMP_FAILURE_RETRY(write(STDERR_FILENO, at, left))) > 0) {
        at += written;
        left -= (size_t) written;
    }
    _exit(STATUS_ENVIRONMENT);
}

static void *given(void *block)
{
    if (G_UNLIKELY(!block))
        end();
    return block;
}

/* ---- what the C library has below malloc() ---- */

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): glibc's, by its names */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

void *malloc(size_t size)
{
    return given(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return given(__libc_calloc(count, size));
}

/* A size of 0 frees, and NULL is no refusal. */
void *realloc(void *block, size_t size)
{
    void *moved = __libc_realloc(block, size);

    return size > 0 ? given(moved) : moved;
}

void *memalign(size_t alignment, size_t size)
{
    return given(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
        return EINVAL;
    *block = memalign(alignment, size);
    return 0;
}

void *valloc(size_t size)
{
    return memalign((size_t) sysconf(_SC_PAGESIZE), size);
}

#endif
