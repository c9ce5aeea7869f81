# Requests that no browser sends. Whatever they are, the server goes on and ends as it should.
. "${0%/*}/../lib.sh"

bulletin in <<<'按照工作安排，某市某局开展了检查。'
"$MKBULLETIN" watch in --serve --lang=en >page 2>log &
watcher=$!
trap 'kill -KILL $watcher 2>/dev/null; rm -rf "$T"' EXIT
for _ in $(seq 200); do
    [ -s page ] && break
    sleep 0.05
done
perl "$ROOT/tests/watch/strangers.pl" "$(grep -o '[0-9]*/$' page | tr -d /)" >tap
grep -v '^1\.\.' tap
_count=$(grep -c 'ok [0-9]' tap) _failed=$(grep -c '^not ok' tap)
has 'it came to its end' "$(cat tap)" '1..'
kill -INT $watcher
wait $watcher
is 'and the server too' "$? $(grep -c rror log)" '0 0'
done_testing
