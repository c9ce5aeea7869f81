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

# What no edit mends ends it at once, as it ends build.
ends() { # NAME STATUS MESSAGE OPTION…
    local name=$1 wanted=$2 message=$3
    shift 3
    timeout 20 "$MKBULLETIN" watch "$@" --lang=en >.out 2>.err
    has "$name" "$? $(cat .err)" "$wanted $message"
    is "$name: nothing more is said" "$(grep -c '^\[' .err)" 0
}
bulletin wrong <<<'正文[](#nowhere)。'
ends 'a folder that is not there' 3 "error: cannot find 'nowhere'" nowhere -o a.pdf
ends 'a folder to write in that is not there' 3 "error: the output folder 'nowhere' does not exist" in -o nowhere/a.pdf
ends 'the same while the text has errors' 3 "error: the output folder 'nowhere' does not exist" wrong -o nowhere/a.pdf
ends 'a template that is not there' 2 "error: there is no template 'notise'" in -o a.pdf --template notise
ends 'a folder of templates that is not there' 3 "error: cannot read the template folder 'nowhere'" in -o a.pdf --template-path nowhere
ends 'a folder of fonts that is not there' 3 "error: cannot read the font folder 'nowhere'" in -o a.pdf --font-path nowhere
ends 'shown to a browser alone' 3 "error: cannot find 'nowhere'" nowhere --serve

# What an edit mends does not: not even a template, where the text names it.
bulletin later 'template: notise' <<<'正文。'
"$MKBULLETIN" watch later -o later.pdf 2>later.log &
watcher=$!
comes() { # COMMAND…
    for _ in $(seq 150); do "$@" && return; sleep 0.1; done
}
comes grep -q '^\[' later.log
bulletin later <<<'正文。'
comes [ -s later.pdf ]
is 'a template that the text names is waited for' "$(head -c5 later.pdf)" '%PDF-'
mv later away
comes eval '[ "$(grep -c "^\[" later.log)" = 3 ]'
rm later.pdf
mv away later
comes [ -s later.pdf ]
kill -TERM $watcher
wait $watcher
is 'a folder that was away is waited for' "$? $(head -c5 later.pdf)" '0 %PDF-'

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
