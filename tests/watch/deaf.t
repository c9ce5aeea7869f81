# Where the kernel has no inotify watch or instance left: watch looks by itself, and says so once.
. "${0%/*}/../lib.sh"

# The kernel's limits are the user's, and other programs need them: its answers are given here.
cat >limit.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
int inotify_init1(int flags)
{
    int (*next)(int) = (int (*)(int)) dlsym(RTLD_NEXT, "inotify_init1");
    if (!getenv("NO_INSTANCE"))
        return next(flags);
    errno = EMFILE;
    return -1;
}
int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
    static int left = -1;
    int (*next)(int, const char *, uint32_t) =
        (int (*)(int, const char *, uint32_t)) dlsym(RTLD_NEXT, "inotify_add_watch");
    if (left < 0)
        left = getenv("WATCHES") ? atoi(getenv("WATCHES")) : 1 << 20;
    if (left-- > 0)
        return next(fd, path, mask);
    left = 0;
    errno = ENOSPC;
    return -1;
}
C
if [ -n "${ASAN_OPTIONS-}" ] || ! cc -shared -fPIC -o limit.so limit.c -ldl 2>cc.err; then
    skip 'no watches left' 'no compiler, or sanitizers'
    done_testing
fi

watcher=
trap '[ -z "$watcher" ] || kill -KILL "$watcher" 2>/dev/null; rm -rf "$T"' EXIT
comes() { # COMMAND…
    for _ in $(seq 200); do "$@" && return; sleep 0.05; done
    return 1
}
fresh() { "$MKBULLETIN" build in -o fresh.pdf -q && cmp -s in.pdf fresh.pdf; }

is_deaf() { # NAME LANGUAGE MESSAGE VARIABLE
    local name=$1 lang=$2 message=$3 edit
    rm -rf in in.pdf
    bulletin in <<<'第一稿。'
    env LD_PRELOAD="$T/limit.so" ${4:+"$4"} "$MKBULLETIN" watch in -o in.pdf --lang="$lang" 2>log &
    watcher=$!
    comes grep -q '^\[' log
    for edit in 二 三 四; do
        sleep 0.1
        bulletin in <<<"第$edit稿。"
        ok "$name: draft $edit is set" comes fresh
    done
    mkdir in/1-part && printf '# 情况\n' >in/1-part/index.md
    ok "$name: so is a new folder" comes fresh
    kill -INT $watcher
    wait $watcher
    is "$name: it is said ${message:+once}" "$? $(grep -c "$message" log)" "0 ${5:-1}"
}
is_deaf 'no instance' en 'note: the system cannot tell of changes: looking every 0.3 s instead \[watch-deaf\]' NO_INSTANCE=1
is_deaf 'no watch' zh '系统不能通知改动，改为每隔 0.3 秒看一遍 \[watch-deaf\]' WATCHES=0
is_deaf 'watches for some folders' en 'watch-deaf' WATCHES=2
is_deaf 'enough of them' en 'watch-deaf' '' 0
done_testing
