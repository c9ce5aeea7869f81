# shellcheck shell=bash
# Building and checking a notice takes at most a tenth more instructions than `make bench-instructions`
# has recorded, where all is the same that it was recorded with; else what differs is told.
. "$(dirname "$0")/../lib.sh"
BUILD=${BUILD:-build}
[[ $BUILD = /* ]] || BUILD=$ROOT/$BUILD
[[ $MKBULLETIN = /* ]] || MKBULLETIN=$ROOT/$MKBULLETIN
export BUILD MKBULLETIN
readonly COUNT=$ROOT/tests/bench/count RECORD=$ROOT/tests/bench/instructions

# Beside the counts, on both sides.
differences() {
    diff <(grep -v '^\(build\|check\) ' "$RECORD") conditions |
        sed -n 's/^[<>] //p' | cut -c 1-70 | paste -sd ';'
}

compare() { # NAME
    local was is
    was=$(sed -n "s/^$1 //p" "$RECORD")
    is=$(sed -n "s/^$1 //p" counted)
    if [ "$((is * 10))" -le "$((was * 11))" ]; then
        pass "$1: no more than a tenth more instructions than recorded"
    else
        fail "$1: no more than a tenth more instructions than recorded" \
            "$is instead of $was, $((is * 100 / was - 100)) % more; if that is meant: make bench-instructions"
    fi
    echo "# $is, recorded $was"
}

compare_all() {
    local different
    ok 'what they depend on' bash -c "'$COUNT' --conditions >conditions"
    different=$(differences)
    if [ -n "$different" ]; then
        skip 'instructions' "recorded with others: $different"
        return
    fi
    ok 'they are counted' bash -c "'$COUNT' >counted"
    compare build
    compare check
}

if ! command -v valgrind >/dev/null || [ ! -r "$BUILD/flags" ]; then
    skip 'instructions' 'no valgrind, or a program that make has not built here'
else
    compare_all
fi
done_testing
