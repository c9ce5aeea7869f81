# Watching: 20 random edits here, 1,000 in `make soak`; what is wrong with the command line.
. "${0%/*}/../lib.sh"

perl "$ROOT/tests/watch/edits.pl" "$MKBULLETIN" "$T/edits" "${EDITS:-20}" ${SEED:+"$SEED"} >edits.log 2>&1
while IFS= read -r line; do
    case $line in
    'ok '*) pass "${line#ok * - }" ;;
    'not ok '*) fail "${line#not ok * - }" "$(grep -A30 -xF -- "$line" edits.log | tail -n +2)" ;;
    esac
done <edits.log
has 'all edits were made' "$(cat edits.log)" '1..'

bulletin in <<<'正文。'
mkb watch in --lang=en
has 'no output' "$status $err" '2 error: no output file is given'
mkb watch in -o - --lang=zh
has 'standard output' "$status $err" '2 错误：watch 不能写到标准输出' '-o out.pdf'
mkb watch in -o a.pdf --stop-after=lines --lang=en
has 'an option of build' "$status $err" "2 error: option '--stop-after' cannot go with watch"
mkb build in -o a.pdf --poll --lang=en
has 'an option of watch' "$status $err" "2 error: option '--poll' cannot go with build"
mkb watch in -o a.pdf --serve=70000 --lang=en
has 'no such port' "$status $err" "2 error: option '--serve' cannot be '70000'" '0–65535'

# A bulletin that is not there yet may come.
"$MKBULLETIN" watch later -o later.pdf 2>later.log &
watcher=$!
for _ in $(seq 100); do [ -s later.log ] && break; sleep 0.1; done
bulletin later <<<'正文。'
for _ in $(seq 100); do [ -s later.pdf ] && break; sleep 0.1; done
kill -TERM $watcher
wait $watcher
is 'a folder that came later is set' "$? $(head -c5 later.pdf)" '0 %PDF-'

# Fonts: one more in a folder of them, then the same file written anew.
builds_are() { # NUMBER
    for _ in $(seq 150); do
        [ "$(grep -c '^\[' fonts.log)" -ge "$1" ] && return 0
        sleep 0.1
    done
    cat fonts.log
    return 1
}
mkdir faces
"$MKBULLETIN" watch in -o fonts.pdf --font-path faces 2>fonts.log &
watcher=$!
ok 'a first build' builds_are 1
cp "$ROOT/fonts/FandolFang-Regular.otf" faces/
ok 'a font that came is a change' builds_are 2
sleep 0.3
count=$(grep -c '^\[' fonts.log)
touch faces/FandolFang-Regular.otf
ok 'a font that was written anew is a change' builds_are $((count + 1))
kill -INT $watcher
wait $watcher
is 'SIGINT ends it with status 0' $? 0

done_testing
