# Builds what is meant to hurt: the result is a PDF or a clean error, in bounded time and memory.
# Sourced, not run.
. "${0%/*}/../lib.sh"
readonly SECONDS_LIMIT=20
MEMORY_LIMIT=300000 # kilobytes
grep -q __asan_init "$MKBULLETIN" && MEMORY_LIMIT=4000000

# Runs a command in bounded time and memory: its status, 0, 1 or 3, is in $status, what is wrong
# with how it went in $verdict.
bounded() { # COMMAND…
    local used=0
    (
        ulimit -t $SECONDS_LIMIT
        if [ -x /usr/bin/time ]; then
            exec /usr/bin/time -q -f %M -o used "$@" >.out 2>.err
        fi
        exec "$@" >.out 2>.err
    )
    status=$?
    [ ! -s used ] || used=$(tail -n 1 used)
    verdict=
    case $status in
    0 | 1 | 3) ;;
    *) verdict="ended with status $status" ;;
    esac
    [ "$used" -le $MEMORY_LIMIT ] || verdict+=" took $used kB"
    rm -f used
}

# Builds a bulletin whose opening is standard input, with other files beside it.
survives() { # NAME [FILE]…
    local name=$1
    bulletin in
    shift
    [ $# = 0 ] || cp "$@" in/
    bounded "$MKBULLETIN" build in --lang=en -o out.pdf
    case $status in
    0) verdict+=$(qpdf --check out.pdf 2>&1 >/dev/null) ;;
    1 | 3) verdict+=$(grep -qE '^([^ ].*: )?error: .* \[[a-z0-9-]+\]$' .err || echo 'no message') ;;
    esac
    [ "$(wc -c <.err)" -lt 1000000 ] || verdict+=" says too much"
    if [ -z "$verdict" ]; then
        pass "$name"
    else
        fail "$name" "$verdict"$'\n'"$(head -c 2000 .err)"
    fi
    rm -rf in out.pdf
}

times() { perl -CSA -e 'print $ARGV[1] x $ARGV[0], "\n"' "$1" "$2"; }
