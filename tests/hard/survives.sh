# Builds what is meant to hurt: the result is a PDF or a clean error, in bounded time and memory.
# Sourced, not run.
. "${0%/*}/../lib.sh"
readonly SECONDS_LIMIT=20
MEMORY_LIMIT=300000 # kilobytes
grep -q __asan_init "$MKBULLETIN" && MEMORY_LIMIT=4000000

# Builds a bulletin whose opening is standard input, with other files beside it.
survives() { # NAME [FILE]…
    local name=$1 verdict used=0
    bulletin in
    shift
    [ $# = 0 ] || cp "$@" in/
    (
        ulimit -t $SECONDS_LIMIT
        if [ -x /usr/bin/time ]; then
            exec /usr/bin/time -q -f %M -o used \
                "$MKBULLETIN" build in --lang=en -o out.pdf >.out 2>.err
        fi
        exec "$MKBULLETIN" build in --lang=en -o out.pdf >.out 2>.err
    )
    status=$?
    [ ! -s used ] || used=$(tail -n 1 used)
    case $status in
    0) verdict=$(qpdf --check out.pdf 2>&1 >/dev/null) ;;
    1 | 3) verdict=$(grep -qE '^([^ ].*: )?error: .* \[[a-z0-9-]+\]$' .err || echo 'no message') ;;
    *) verdict="ended with status $status" ;;
    esac
    [ "$used" -le $MEMORY_LIMIT ] || verdict+=" took $used kB"
    [ "$(wc -c <.err)" -lt 1000000 ] || verdict+=" says too much"
    if [ -z "$verdict" ]; then
        pass "$name"
    else
        fail "$name" "$verdict"$'\n'"$(head -c 2000 .err)"
    fi
    rm -rf in out.pdf used
}

times() { perl -CSA -e 'print $ARGV[1] x $ARGV[0], "\n"' "$1" "$2"; }
