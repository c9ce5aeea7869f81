# Helpers for tests in shell: TAP, a temporary folder, runs of the program. Sourced, not run.
set -u
unset CDPATH SOURCE_DATE_EPOCH LANGUAGE LC_MESSAGES
export LC_ALL=C.UTF-8 TZ=UTC
umask 022
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
MKBULLETIN=${MKBULLETIN:-$ROOT/build/mkbulletin}
[ -x "$MKBULLETIN" ] || { echo "Bail out! there is no program $MKBULLETIN"; exit 2; }
CONTENT=$ROOT/content

# Tests run in a folder of their own, $T, which is gone afterwards.
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T" || exit 2

_count=0 _failed=0

pass() {
    _count=$((_count + 1))
    echo "ok $_count - $1"
}

fail() { # NAME [TEXT]: the text is shown below the name
    _count=$((_count + 1)) _failed=$((_failed + 1))
    echo "not ok $_count - $1"
    [ -z "${2-}" ] || head -n 40 <<<"$2" | sed "s/^/# /"
}

skip() { # NAME REASON
    _count=$((_count + 1))
    echo "ok $_count - $1 # SKIP $2"
}

ok() { # NAME COMMAND…: the command succeeds
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then pass "$name"; else fail "$name" "$*"$'\n'"$said"; fi
}

is() { # NAME GOT WANTED
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1" "$(diff -u --label wanted --label got <(echo "$3") <(echo "$2"))"
    fi
}

has() { # NAME TEXT PART…: the text holds every part
    local name=$1 text=$2 part
    shift 2
    for part; do
        if [[ $text != *"$part"* ]]; then
            fail "$name" "wanted: $part"$'\n'"in: $text"
            return
        fi
    done
    pass "$name"
}

same_files() { # NAME FILE FILE…: all hold the same bytes
    local name=$1 first=$2 other
    shift 2
    for other; do
        cmp -s "$first" "$other" || { fail "$name" "$(cmp "$first" "$other" 2>&1)"; return; }
    done
    pass "$name"
}

done_testing() {
    echo "1..$_count"
    exit $((_failed > 0))
}

# LeakSanitizer looks by tracing the process, which a sandbox does not let it.
leaks_unwatched() { [ -z "${ASAN_OPTIONS-}" ] || export ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0"; }

# Runs the program: $out and $err hold what it wrote, $status its exit status.
mkb() {
    "$MKBULLETIN" "$@" >"$T/.out" 2>"$T/.err"
    status=$?
    out=$(tr -d '\0' <"$T/.out") err=$(tr -d '\0' <"$T/.err")
}

# The three keys that every bulletin needs.
FRONT='title: 关于检查情况的通报
issuer: 某某街道办事处
date: 2023-09-15'

# Writes the smallest bulletin.md that builds into a new folder; standard input is its text.
bulletin() { # FOLDER [MORE-KEYS]
    mkdir -p "$1"
    { printf -- '---\n%s\n%s---\n' "$FRONT" "${2:+$2$'\n'}"; cat; } >"$1/bulletin.md"
}

# The source `in`, whatever it is, must be refused in both languages: exit status, the whole line of
# the message (PLACE: …: text [RULE]), the hint where one is given; and the old output must stand as
# it was, alone in its folder. What is made of a source is removed for the next.
refused() { # NAME STATUS RULE PLACE ZH EN [HINT-ZH HINT-EN] [-- OPTION…]
    local name=$1 wanted=$2 rule=$3 place=$4 lang message hint wrong
    local -A text=([zh]="错误：$5" [en]="error: $6") hints=([zh]='' [en]='')
    shift 6
    if [ $# -gt 0 ] && [ "$1" != -- ]; then
        hints=([zh]="办法：$1" [en]="hint: $2")
        shift 2
    fi
    [ "${1-}" != -- ] || shift
    rm -rf out && mkdir out && echo old >out/old.pdf
    for lang in zh en; do
        mkb build in --lang=$lang -o out/old.pdf "$@"
        message="$place${place:+: }${text[$lang]} [$rule]" wrong=
        [ "$status" = "$wanted" ] || wrong+="exit status $status instead of $wanted"$'\n'
        grep -qxF -- "$message" .err || wrong+="no message: $message"$'\n'
        hint=${hints[$lang]}
        [ -z "$hint" ] || grep -qF -- "  = $hint" .err || wrong+="no hint: $hint"$'\n'
        [ ! -s .out ] || wrong+="standard output: $out"$'\n'
        [ "$(ls -A out)$(cat out/old.pdf)" = old.pdfold ] || wrong+="in out/: $(ls -lA out)"$'\n'
        if [ -n "$wrong" ]; then
            fail "$name ($lang)" "$wrong$err"
        else
            pass "$name ($lang)"
        fi
    done
    rm -rf in
}
