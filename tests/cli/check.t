# mkbulletin check: what it tells and how, levels, ignoring, fixes; what the text holds commands
# neither a terminal nor a build server. The rules themselves are tested in tests/unit/check_rules.c.
. "${0%/*}/../lib.sh"
SCHEMA=$ROOT/tests/cli/json_schema.pl

text() { bulletin in <<<"$1"; }

# --- statuses and streams ---

mkb check "$CONTENT" --lang=en
is 'content/ is clean' "$status$out$err" 0
text '会议指出,要落实。'
mkb check in --lang=en
is 'what is found goes to standard output' "$out" "in/bulletin.md:6:5: error: half-width ',' beside Chinese [half-width-mark]
  | 会议指出,要落实。
  |         ^
  = hint: use the full-width '，'
1 error"
is 'and fails' "$status$err" 1
mkb check in --lang=zh
has 'in Chinese' "$out" '错误：汉字旁边用了半角的“,” [half-width-mark]' '办法：应当用全角的“，”' '1 个错误'
mkb check
is 'a folder is needed' "$status" 2
mkb check nowhere
is 'that is there' "$status" 3
mkb check in more
is 'and one alone' "$status" 2
mkb check in --diff
is '--diff goes with --fix' "$status" 2
text '<b>粗</b>'
mkb check in --lang=en
has 'what keeps it from being set is told too' "$out" '[raw-html]'
cp -r in single
mkb check single/bulletin.md
has 'a single file is checked' "$out" 'single/bulletin.md:6:1'

# --- one place, one finding ---

text '号码１３９００００１２３４。'
mkb check in --lang=en --format=short
is 'what another rule says better is left out' "$(grep -o '\[[a-z-]*\]' <<<"$out")" '[mobile-number]'
mkb check in --lang=en --format=short --rule mobile-number=off
is 'unless that is off' "$(grep -o '\[[a-z-]*\]' <<<"$out")" '[full-width-digit]'

# --- levels ---

text '会议指出,要落实。'
for rule in half-width-mark P13 p13; do
    mkb check in --rule=$rule=off
    is "--rule=$rule=off" "$status$out" 0
done
mkb check in --rule=P13=warning --lang=en
is 'a warning does not fail' "$status" 0
has 'but is told' "$out" 'warning: half-width' '1 warning'
mkb check in --rule=P13=warning --strict
is 'it does with --strict' "$status" 1
mkb check in --rule=P13=off --rule=P13=error
is 'the last one counts' "$status" 1
mkb check in --rule=half-width-marks=off --lang=en
is 'an unknown rule is wrong usage' "$status" 2
has 'with the nearest one' "$err" "there is no rule 'half-width-marks'" "did you mean 'half-width-mark'?"
mkb check in --rule=P13=loud --lang=en
has 'so is an unknown level' "$status$err" 2 "rule 'P13' cannot be 'loud'"
mkb check in --rule=P13 --lang=en
has 'or none' "$status$err" 2 "rule 'P13' cannot be ''"
mkb check in --rule=raw-html=off --lang=en
has 'what cannot be set cannot be switched off' "$status$err" 2 "'raw-html' keeps a bulletin from being set"
mkb check in --rule=raw-html=error --rule=P13=off
is 'but may be called what it is' "$status" 0
text '　　手工缩进。'
mkb check in --rule=indent-by-spaces=error
is 'a warning of setting may be made an error' "$status" 1
mkb check in --rule=indent-by-spaces=off
is 'or left out' "$status$out" 0

# --- .mkbulletin.yaml ---

mkdir -p up/a/b
bulletin up/a/b/in <<<'会议指出,要落实。'
printf 'rules:\n  half-width-mark: off\n' >up/.mkbulletin.yaml
mkb check up/a/b/in
is 'a file above the folder is heard' "$status$out" 0
mkb check up/a/b/in/bulletin.md
is 'of a single file too' "$status" 0
cd up/a/b/in || exit 2
mkb check .
is 'from within the folder too' "$status" 0
cd "$T" || exit 2
mkb check up/a/b/in --rule=P13=error
is 'the command line comes before it' "$status" 1
mkdir up/a/.git
mkb check up/a/b/in
is 'beyond a .git it is not looked for' "$status" 1
printf '规则:\n  P13: warning\n严格: 是\n' >up/a/.mkbulletin.yaml
mkb check up/a/b/in --lang=en
has 'beside it it is; strict fails on warnings' "$status$out" 1 'warning: half-width'
complain() { # NAME YAML PART…
    local name=$1 yaml=$2
    shift 2
    printf "$yaml" >up/a/.mkbulletin.yaml
    mkb check up/a/b/in --lang=en
    has "$name" "$status$out" 1 "$@"
}
complain 'an unknown key' 'rule:\n  P13: off\n' '.mkbulletin.yaml:1:1: error: unknown key' "did you mean 'rules'?"
complain 'an unknown rule' 'rules:\n  half-width-marc: off\n' ".mkbulletin.yaml:2:3: error: there is no rule" "'half-width-mark'?"
complain 'an unknown level' 'rules:\n  P13: loud\n' ".mkbulletin.yaml:2:8: error: rule 'P13' cannot be 'loud'"
complain 'a hard error' 'rules:\n  yaml: off\n' ".mkbulletin.yaml:2:3: error: 'yaml' keeps"
complain 'broken YAML' 'rules: [\n' '[yaml]'
complain 'a vocabulary that is not there' 'vocabulary: words.yaml\n' ".mkbulletin.yaml:1:13: error: there is no file 'words.yaml'"
complain 'strict that is neither' 'strict: maybe\n' "'strict' should be true or false"
printf -- '- a\n' >up/a/words.yaml
complain 'a vocabulary of another form' 'vocabulary: words.yaml\n' 'words.yaml:1:1: error:'

# --- ignoring ---

ignored() { # NAME TEXT WANTED-PLACES
    text "$2"
    mkb check in --format=short --lang=en
    is "$1" "$(sed -E 's/^[^:]*:([0-9]+:[0-9]+): ([a-z]+): .* \[(.*)\]$/\1 \3/' <<<"$out")" "$3"
}
ignored 'the next block alone' '<!-- mkbulletin-ignore half-width-mark: 原文如此 -->
甲,乙;丙。

丁,戊。' '9:2 half-width-mark'
ignored 'by the code, over lines, with a Chinese colon' '<!--
mkbulletin-ignore P13：原文如此
-->

甲,乙。' ''
ignored 'within a paragraph that one' '甲,乙。<!-- mkbulletin-ignore P13: 原文如此 -->

丙,丁。' '8:2 half-width-mark'
ignored 'an item' '1. <!-- mkbulletin-ignore P13: 原文如此 -->
   甲,乙。
2. 丙,丁。' '8:5 half-width-mark'
ignored 'a table' '<!-- mkbulletin-ignore P13: 原文如此 -->

| 甲,乙 |
| --- |
| 丙,丁 |' ''
ignored 'a reason is required' '<!-- mkbulletin-ignore P13 -->
甲,乙。' '6:1 ignore-reason
7:2 half-width-mark'
ignored 'a rule too' '<!-- mkbulletin-ignore -->
甲。' '6:1 ignore-form'
ignored 'a known one' '<!-- mkbulletin-ignore P77: 原文如此 -->
甲。' '6:24 unknown-rule'
ignored 'that can be left out' '<!-- mkbulletin-ignore raw-html: 原文如此 -->
甲<b>。' '6:24 rule-is-hard
7:2 raw-html'
ignored 'one that nothing answers to is told' '甲,乙。

<!-- mkbulletin-ignore P13: 原文如此 -->
丙。' '6:2 half-width-mark
8:1 unused-ignore'
ignored 'a warning of setting' '<!-- mkbulletin-ignore indent-by-spaces: 原文如此 -->
　　甲。' ''
ignored 'an escaped comment is text' '\<!-- mkbulletin-ignore P13: 原文如此 -->
甲,乙。' '6:28 half-width-mark
7:2 half-width-mark'
text '<!-- mkbulletin-ignore P13: 原文如此 -->
丙。'
mkb check in --rule=P13=off
is 'not when the rule is off' "$status$out" 0
mkb build in -o out.pdf
is 'setting does not mind' "$status" 0

# --- formats ---

text '会议指出,要落实。'
mkb check in --format=short --lang=en
is 'short' "$out" "in/bulletin.md:6:5: error: half-width ',' beside Chinese [half-width-mark]"
mkb check in --format=github --lang=en
is 'github' "$out" "::error file=in/bulletin.md,line=6,col=5,endColumn=6,title=half-width-mark::half-width ',' beside Chinese%0Ause the full-width '，'"
mkb check in --format=github --rule=P13=warning
has 'github: warnings' "$out" '::warning file='
for format in json sarif; do
    for lang in zh en; do
        mkb check in --format=$format --lang=$lang
        cp .out in.$format.$lang
        ok "$format is JSON ($lang)" perl -MJSON::PP -0777 -ne 'decode_json($_)' .out
    done
done
is 'as its schema says' "$(perl "$SCHEMA" "$ROOT/docs/diagnostics.schema.json" in.json.zh in.json.en 2>&1)" ''
mkb check "$CONTENT" --format=json
cp .out clean.json
is 'nothing too' "$(perl "$SCHEMA" "$ROOT/docs/diagnostics.schema.json" clean.json 2>&1)" ''
get() { perl -MJSON::PP -0777 -ne 'binmode STDOUT, ":utf8"; my $d = decode_json($_); print '"$2"'' "$1"; }
is 'json: the place and the fix' "$(get in.json.en 'join " ", map { @$_{qw(line column offset)} } $d->{diagnostics}[0]{place}{start}, $d->{diagnostics}[0]{fix}{end}')" "6 5 $(($(head -n 5 in/bulletin.md | wc -c) + 12)) 6 6 $(($(head -n 5 in/bulletin.md | wc -c) + 13))"
is 'sarif: the same' "$(get in.sarif.en 'join " ", $d->{version}, map { @$_{qw(startLine startColumn endLine endColumn)} } $d->{runs}[0]{results}[0]{locations}[0]{physicalLocation}{region}')" '2.1.0 6 5 6 6'
is 'sarif: the rule' "$(get in.sarif.en '$d->{runs}[0]{tool}{driver}{rules}[$d->{runs}[0]{results}[0]{ruleIndex}]{id}')" half-width-mark
is 'sarif: what is put there' "$(get in.sarif.en '$d->{runs}[0]{results}[0]{fixes}[0]{artifactChanges}[0]{replacements}[0]{insertedContent}{text}')" '，'
if [ -f "${SARIF_SCHEMA-}" ] && python3 -c 'import jsonschema' 2>/dev/null; then
    ok 'sarif: as the standard’s schema says' python3 -c 'import json, jsonschema, sys
jsonschema.Draft4Validator(json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))' \
        "$SARIF_SCHEMA" in.sarif.zh
else
    skip 'sarif: as the standard’s schema says' 'SARIF_SCHEMA does not name it'
fi
rm -rf in
for name in 2 10; do bulletin in <<<'甲,乙;丙。' && printf '# 甲,%s\n\n1. 丙。\n' "$name" >in/$name-x.md; done
mkb check in --format=short
is 'sorted by file, line, column' "$(grep -o '^in/[^ ]*[0-9]:' <<<"$out")" 'in/2-x.md:1:4:
in/10-x.md:1:4:
in/bulletin.md:6:2:
in/bulletin.md:6:4:'
mkb check in -q --format=short --rule=P13=warning
is 'quiet leaves warnings out' "$status$out" 0

# --- nothing commands ---

bulletin in < <(printf '甲,乙\e[31m::error file=a::b\n::error::甲,乙%%0A::error::丙,丁\n')
for format in text short github json sarif; do
    mkb check in --format=$format
    is "$format: no escape" "$(grep -c "$(printf '\e')" .out .err | tr '\n' ' ')" '.out:0 .err:0 '
    [ $format = github ] || is "$format: no line is a command" "$(grep -c '^::' .out)" 0
done
mkb check in --format=github
is 'github: as many lines as diagnostics' "$(grep -c '^::' .out)" "$(wc -l <.out)"
ok 'github: % is escaped' bash -c '! grep -q "%0A::error" .out'
odd=$(printf 'a,b:c%%0A\n::error::\e[2J')
mkdir "$odd" && printf -- '---\n%s\n---\n甲,乙。\n' "$FRONT" >"$odd/bulletin.md"
for format in text short github json sarif; do
    mkb check "$odd" --format=$format
    is "$format: nor of a name" "$(grep -c "$(printf '\e')" .out .err | tr '\n' ' ')$(grep -c '^::error::' .out)" '.out:0 .err:0 0'
done
mkb check "$odd" --format=github
has 'github: a name is escaped' "$out" 'file=a%2Cb%3Ac%250A'
is 'github: in one line' "$(wc -l <.out)" 1

# --- fixing ---

rm -rf in
bulletin in < <(printf '甲,乙(试行)。\r\n\r\n见<https://a.cn/x,y>,《丙(试行)》,%s。' '丁\,戊')
printf '# 学习不深入,不系统 {#a}\n\n1. 加强学习;完善制度。\n' >in/1-x.md
chmod 640 in/1-x.md
cp -r in old
mkb check in --fix --diff --lang=en
is '--diff changes nothing' "$(diff -r in old)" ''
has 'and tells what would change' "$out" '--- in/1-x.md' '-# 学习不深入,不系统 {#a}' '+# 学习不深入，不系统 {#a}'
is 'and what is wrong, on standard error' "$status$(grep -c '^in/.*half-width-mark' .err)" 110
cp .out all.patch
cp -r in patched && (cd patched && patch -s -p1 --binary <../all.patch)
mkb check in --fix --lang=en
is 'the diff is what --fix does' "$(diff -r in patched)" ''
is 'line ends, addresses, titles, escapes stay' "$(tail -n +6 in/bulletin.md)" "$(printf '甲，乙（试行）。\r\n\r\n见<https://a.cn/x,y>，《丙(试行)》，丁\\,戊。')"
is 'the mode too' "$(stat -c %a in/1-x.md)" 640
has 'each file is told' "$out" "note: mended 'in/1-x.md'" "note: mended 'in/bulletin.md'"
has 'and what is left' "$status$out" 1 '《丙(试行)》'
cp -r in once && touch -d 2020-01-01 in/*.md
mkb check in --fix
is 'a second run changes nothing' "$(diff -r in once)$(find in -name '*.md' -newermt 2020-01-02)" ''
is 'nor is there anything to show' "$(mkb check in --fix --diff; echo "$out")" ''
is 'nothing is left behind' "$(ls -A in)" '1-x.md
bulletin.md'
if [ "$(id -u)" != 0 ]; then
    text '甲,乙。' && chmod 500 in
    mkb check in --fix
    is 'a folder that cannot be written' "$status$(tail -n 1 in/bulletin.md)" 3甲,乙。
    chmod 700 in
fi
rm -rf in
bulletin in <<<'![表1 甲](d.csv)'
printf '项目(万元),数\n"甲,乙",2\n' >in/d.csv
mkb check in --fix
is 'data of a CSV file is mended as it is read' "$(cat in/d.csv)" '项目（万元）,数
"甲，乙",2'

# --- a template that is not there ---

bulletin untyped 'template: own' <<<'正文。'
mkb check untyped --lang=en
has 'a template that is not there is told' "$status $out" '1 ' "untyped/bulletin.md:5:11: error: "
mkb check untyped --fix --lang=en
has 'with --fix too' "$status $out" '1 ' "untyped/bulletin.md:5:11: error: "

# --- rules ---

mkb rules --lang=en
has 'the list' "$status$(tr -s ' ' <<<"$out")" 0 'P13 half-width-mark ' 'M01 amount-sum '
mkb rules P13 --lang=zh
has 'one of them' "$out" 'P13 half-width-mark' '依据：GB/T 15834-2011' '自动修改：能'
mkb rules raw-html --lang=en
has 'one that is no editor’s' "$out" 'raw-html' 'off: cannot be'
mkb rules half-width --lang=en
has 'an unknown one' "$status$err" 2 "there is no rule 'half-width'"
mkb rules --markdown
is 'docs/rules.md is what the table says (make docs/rules.md)' "$out" "$(cat "$ROOT/docs/rules.md")"

done_testing
