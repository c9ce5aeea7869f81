# shellcheck shell=bash
# Building and checking a notice takes at most a tenth more instructions than `make bench-instructions`
# has recorded, where all is the same that it was recorded with; else what differs is told.
. "$(dirname "$0")/../lib.sh"
BUILD=${BUILD:-build}
[[ $BUILD = /* ]] || BUILD=$ROOT/$BUILD
export BUILD MKBULLETIN
readonly COUNT=$ROOT/tests/bench/count RECORD=$ROOT/tests/bench/instructions

# Neither the counts nor the lines that both have.
differences() {
    diff <(grep -v '^\(build\|check\) ' "$RECORD") <("$COUNT" --conditions) |
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
    [ "$((is * 10))" -ge "$((was * 9))" ] || echo "# $is instead of $was: make bench-instructions"
}

if ! command -v valgrind >/dev/null || [ ! -r "$BUILD/flags" ]; then
    skip 'instructions' 'no valgrind, or a program that make has not built here'
elif different=$(differences) && [ -n "$different" ]; then
    skip 'instructions' "recorded with others: $different"
else
    ok 'instructions are counted' bash -c "'$COUNT' >counted"
    compare build
    compare check
fi
done_testing
