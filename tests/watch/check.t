# What check finds, under watch: on the terminal and for the browser; and the file of --deps.
. "${0%/*}/../lib.sh"

comes() { # COMMAND…
    for _ in $(seq 200); do "$@" && return; sleep 0.05; done
    return 1
}
watcher=
start() { # OPTION…
    : >log >page
    "$MKBULLETIN" watch in -o in.pdf --lang=en "$@" >page 2>log &
    watcher=$!
}
end() { kill -INT "$watcher" && wait "$watcher"; }
trap '[ -z "$watcher" ] || kill -KILL "$watcher" 2>/dev/null; rm -rf "$T"' EXIT
builds_are() { [ "$(grep -c '^\[' log)" -ge "$1" ]; }
# Until one build more is told, and all that belongs to it.
builds=0
after() { # TEXT: of the bulletin
    builds=$(grep -c '^\[' log)
    bulletin in <<<"$1"
    comes builds_are $((builds + 1)) && sleep 0.4
}
said() { grep -v '^\[' log; }

good='按照工作安排，某市某局开展了检查。'
bad='按照工作安排,某市某局开展了检查。TODO'
bulletin in <<<"$good"

# --- the terminal ---

start
comes builds_are 1 && sleep 0.4
is 'nothing is found, nothing is said' "$(said)" ''
after "$bad"
is 'what is found is counted' "$(said)" 'check: 2 errors; `mkbulletin check in` lists them'
ok 'and the PDF written' grep -q 'wrote in.pdf' log
after "近日，$bad"
is 'the same count is not said again' "$(said | wc -l)" 1
after '坏[](#nowhere),'
is 'with errors nothing of it is said' "$(tail -1 log | cut -c11-)" ' errors, nothing written: '"$(tail -1 log | grep -o '[0-9]* ms$')"
after "$good"
is 'once all is mended' "$(tail -1 log)" 'check: nothing found'
end

bulletin in <<<"$bad"
start --check
comes grep -q '^check:' log
is 'each is listed with --check' "$(said | cut -d: -f1-4 | sed '$d')" "in/bulletin.md:6:7: error
in/bulletin.md:6:18: error"
is 'and counted' "$(said | tail -1)" 'check: 2 errors; `mkbulletin check in` lists them'
end
bulletin in < <(for _ in $(seq 40); do printf '某市某局,检查。\n\n'; done)
start --check
comes grep -q '^check:' log
is 'not more than there is room for' "$(said | grep -c half-width) $(said | tail -1 | cut -d';' -f1)" '20 check: 40 errors'
end
bulletin in <<<"$bad"
start --check -q
comes test -s in.pdf && sleep 0.5
is 'nothing with --quiet' "$(cat log)" ''
end

# --- levels and vocabulary; they are watched ---

start --check --rule half-width-mark=off
comes grep -q '^check:' log
is '--rule' "$(said | grep -c half-width)" 0
end
start --check
comes grep -q '^check:' log
printf 'rules:\n  half-width-mark: off\n' >in/.mkbulletin.yaml
ok '.mkbulletin.yaml is honoured as soon as it is there' comes eval 'tail -1 log | grep -q "^check: 1 error;"'
printf 'rules:\n  half-width-mark: wrong\n' >in/.mkbulletin.yaml
ok 'its faults are told' comes grep -q "rule 'half-width-mark' cannot be 'wrong'" log
printf '禁用词:\n  - 开展\n' >in/vocabulary.yaml
rm in/.mkbulletin.yaml
"$MKBULLETIN" check in --format=short --lang=en >wanted
ok 'so is the vocabulary: the same as check' comes eval '[ "$(said | grep "^in/" | tail -n "$(wc -l <wanted)")" = "$(cat wanted)" ]'
end
rm in/vocabulary.yaml
mkb watch in -o in.pdf --rule nothing=off --lang=en
has 'a rule that is none' "$status $err" "2 error: there is no rule 'nothing'"
mkb build in -o in.pdf --check --lang=en
has '--check is of watch' "$status $err" "2 error: option '--check' cannot go with build"

# What the build has told is not told again.
bulletin in <<<"　　$bad"
start --check
comes grep -q '^check:' log
is 'a warning of the build comes once' "$(grep -c indent-by-spaces log)" 1
end

# --- the browser ---

bulletin in <<<"$bad"
start --serve
comes [ -s page ]
state() { curl -s "$(cat page)state" >state.json; }
finds() { state && grep -q "$1" state.json; }
ok 'the page has what check finds' comes finds '"findings":{'
perl -MJSON::PP -0 -ne 'print encode_json(decode_json($_)->{findings})' state.json >findings.json
is 'in the form of messages' "$(perl "$ROOT/tests/cli/json_schema.pl" "$ROOT/docs/diagnostics.schema.json" findings.json)" ''
has 'with file, line and level' "$(cat findings.json)" half-width-mark '"line":6' '"severity":"error"'
has 'apart from messages' "$(perl -MJSON::PP -0 -ne 'print encode_json(decode_json($_)->{messages})' state.json)" '"diagnostics":[]'
bulletin in <<<'坏[](#nowhere)'
ok 'with errors there are none' comes finds '"findings":null'
bulletin in <<<"$good"
ok 'then an empty list' comes eval 'state; perl -MJSON::PP -0 -ne "exit(@{decode_json(\$_)->{findings}{diagnostics} // [1]} > 0)" state.json'
end

# --- --deps ---

mkb build in -o in.pdf -M fresh.d
start -M in.d
comes builds_are 1
is '--deps: what build writes' "$(diff in.d fresh.d)" ''
printf '项目,数量\n某某,1\n' >in/t.csv
after '![数据](t.csv)'
ok 'anew with every build' grep -q 'in/t.csv' in.d
cp in.d before.d
after '坏[](#nowhere)'
same_files 'as before while there are errors' before.d in.d
end
mkb watch in -o in.pdf -M nowhere/in.d --lang=en
has 'its folder is not there' "$status $err" "3 error: the output folder 'nowhere' does not exist"
mkb watch in --serve -M in.d --lang=en
has '--deps without an output' "$status $err" '2 error: no output file is given'
mkb watch in -o in.pdf --stats --lang=en
has '--stats is of build' "$status $err" "2 error: option '--stats' cannot go with watch"
done_testing
