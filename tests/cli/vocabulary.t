# vocabulary.yaml: words for check, names for line breaking.
. "${0%/*}/../lib.sh"

FRONT='---
title: 通报
issuer: 某街道
date: 2023-09-15
---
'
mkdir -p up/in
printf '%s建立台帐。\n' "$FRONT" >up/in/bulletin.md
words() { printf "$1" >up/in/vocabulary.yaml; }

# --- where it is ---

words 'preferred:\n  台账: 台帐\n'
mkb check up/in --format=short --lang=en
has "in the bulletin's folder" "$out" "bulletin.md:6:3: warning: '台帐', where the vocabulary has '台账' [vocabulary]"
mkb check up/in/bulletin.md --format=short --rule=misspelling=off
has 'beside a single file' "$out" '[vocabulary]'
mkb check up/in --fix --rule=misspelling=off --lang=zh
is '--fix puts the preferred word' "$(tail -n 1 up/in/bulletin.md)" '建立台账。'
printf '%s建立工作账。\n' "$FRONT" >up/in/bulletin.md
mv up/in/vocabulary.yaml up
mkb check up/in --format=short
is 'above the folder it is not looked for' "$status$out" 0
printf 'strict: false\n' >up/.mkbulletin.yaml
printf '首选:\n  台账: [台帐, 工作账]\n' >up/vocabulary.yaml
mkb check up/in --format=short --lang=zh
has 'beside .mkbulletin.yaml it is' "$out" '词汇表规定写“台账”，这里写的是“工作账”'
printf '禁用:\n  建立: 写“设立”\n' >up/words.yaml
printf 'vocabulary: words.yaml\n' >up/.mkbulletin.yaml
mkb check up/in --lang=zh
has 'one that is named comes first, with its reason' "$out" '词汇表规定不用“建立”' '办法：写“设立”'
rm up/.mkbulletin.yaml up/vocabulary.yaml up/words.yaml

# --- what is wrong with it ---

complain() { # NAME YAML PART…
    local name=$1
    words "$2"
    shift 2
    mkb check up/in --format=short --lang=en
    has "$name" "$status$out" 1 "$@"
    mkb build up/in -o out.pdf --lang=en
    has "$name, in build" "$status$err" 1 "${@//\[*/}"
}
complain 'an unknown key' 'prefered:\n  a: b\n' 'vocabulary.yaml:1:1: error: unknown key'
complain 'words that are none' 'preferred:\n  台账: {a: b}\n' "vocabulary.yaml:2:7: error: '台账' should be text"
complain 'a list of lists' 'forbidden:\n  - [a]\n' "vocabulary.yaml:2:5: error: 'forbidden' should be text"
complain 'names that are no list' 'names: 某街道\n' "vocabulary.yaml:1:1: error: 'names' should be a list"
printf -- '- a\n' >up/in/vocabulary.yaml
mkb check up/in --format=short --lang=en
has 'no map' "$status$out" 1 'vocabulary.yaml:1:1: error:'
rm -f up/in/vocabulary.yaml

# --- names ---

NAME=金水区某某街道办事处
lines() { # the lines that end in a part of the name
    mkb build up/in --stop-after=lines
    grep -c '"$' <<<"$out" >/dev/null
    grep -E '^ +line ' <<<"$out" | sed -E 's/.* "(.*)"$/\1/' >lines
    for n in 1 2 3 4 5 6 7 8 9; do
        grep -E "${NAME:0:$n}\$" lines | grep -vE "${NAME}\$"
    done | grep -c .
}
{
    printf '%s' "$FRONT"
    for n in 14 15 16 17 18 19 20 21 22 23 24; do
        printf '%s由%s负责落实各项整改任务，逐项对账销号，%s同时报告。\n\n' \
            "$(printf '其%.0s' $(seq "$n"))" "$NAME" "$NAME"
    done
} >up/in/bulletin.md
broken=$(lines)
ok 'lines break names that nobody keeps' test "$broken" -gt 3
words "names: [$NAME]\n"
is 'but none that the vocabulary keeps' "$(lines)" 0
mkb build up/in --stop-after=model
has 'the model has each as a span without a break' "$out" "text \"$NAME\" nobreak"
{ printf '%s' "$FRONT"; printf '[由%s]{不断}**%s**负责。\n\n| 单位 |\n| --- |\n| %s |\n' "$NAME" "$NAME" "$NAME"; } >up/in/bulletin.md
mkb build up/in -o out.pdf
is 'in emphasis, tables and marked spans, too' "$status$err" 0
done_testing
