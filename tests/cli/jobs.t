# Several bulletins at once: -o FOLDER/ and --jobs.
. "${0%/*}/../lib.sh"

for name in 甲 b c d; do
    bulletin "$name" <<<"正文$name。"
    mkb build "$name" -o "alone-$name.pdf"
done
bulletin bad <<<'正文[](#nowhere)。'
bulletin warned 'copy-number: 1' <<<'正文。'

mkb build 甲 b c d --jobs=3 -o out/
is 'all are set, without a word' "$status$out$err $(ls out | paste -sd' ')" '0 b.pdf c.pdf d.pdf 甲.pdf'
for name in 甲 b c d; do
    same_files "$name is what it is alone" "alone-$name.pdf" "out/$name.pdf"
done
mkb build b -o one/
is 'a single one' "$status$err $(ls one)" '0 b.pdf'
(cd b && "$MKBULLETIN" . -o ../here/)
is 'the name of .' "$(ls here)" b.pdf
mkb build b/bulletin.md 甲/ -o names/
is 'names of files, and without /' "$status $(ls names | paste -sd' ')" '0 bulletin.pdf 甲.pdf'
mkdir there
mkb build b c -j2 -o there
is 'a folder that is there needs no /' "$status $(ls there | paste -sd' ')" '0 b.pdf c.pdf'

# --- one fails ---

rm -rf out && mkdir out && echo old >out/bad.pdf
for jobs in 1 2 8; do
    mkb build b bad warned 甲 --jobs=$jobs --lang=en -o out/
    is "the others are set (-j$jobs)" "$status $(ls out | paste -sd' ') $(cat out/bad.pdf)" \
        '1 b.pdf bad.pdf warned.pdf 甲.pdf old'
    is "messages come by bulletin, in order (-j$jobs)" "$(grep -E '^==|\]$' .err)" "== bad ==
bad/bulletin.md:6:3: error: nothing has the id 'nowhere' [unknown-reference]
== warned ==
warned/bulletin.md:5:14: warning: template 'notice' does not set 'copy-number' [not-set]"
    is "no progress in a log (-j$jobs)" "$(grep -c $'\r' .err)" 0
done
mkb build b nowhere bad --lang=en -o out/
has 'the status is the worst' "$status" 3
mkb build b bad -q --color=always -o out/
has 'colour, where it is asked for' "$err" $'\e['
mkb build b c --stats=json -o out/
is 'what goes to standard output comes by bulletin, too' "$(grep -c '"mkbulletin-stats"' .out) $(grep == .out | paste -sd' ')" \
    '2 == b == == c =='

# A terminal: progress, which is gone at the end.
if script -qec true typed </dev/null >/dev/null 2>&1; then # a machine may have no terminals
    mkdir long
    for i in $(seq 20); do cp -r "$CONTENT" long/$i; done
    env -u CI TERM=xterm script -qec "'$MKBULLETIN' build long/* -j1 --lang=en -o out/" typed </dev/null >/dev/null
    has 'progress on a terminal' "$(cat typed)" ' of 20' '19 of 20' $'\r\e[K'
    env CI=true TERM=xterm script -qec "'$MKBULLETIN' build long/* -j1 --lang=en -o out/" typed </dev/null >/dev/null
    is 'nor where CI is set' "$(grep -c ' of 20' typed)" 0
fi

# --- hostile names and callers ---

odd=$(printf 'odd\n::error::x\e[31m')
cp -r warned "$odd" && cp -r b "$odd/b"
mkb build "$odd" --lang=en --stats=json -o odd/
has 'a name is a title of one line' "$err" '== odd\x0A::error::x\x1B[31m =='
mkb build "$odd/b" --lang=en --stats=json -o odd/
has 'on standard output, too' "$out" '== odd\x0A::error::x\x1B[31m/b =='
timeout 60 perl -e '$SIG{CHLD} = "IGNORE"; exec @ARGV' "$MKBULLETIN" build b bad --lang=en -o ignored/ 2>.err
is 'forks are waited for where the caller ignores SIGCHLD' "$? $(ls ignored)" '1 b.pdf'

# --- other names ---

mkb build b c -o 'web/{}.html'
is '{} is the name' "$status$err $(ls web | paste -sd' ')" '0 b.html c.html'
mkdir 50%d && cp b/bulletin.md 50%d/
mkb build 50%d b -o 'png/{}-%d.png' --ppi=20
is 'a % of a name is none of the pattern' "$status$err $(ls png | paste -sd' ')" '0 50%d-1.png b-1.png'

# --- refused ---

mkdir other && cp -r b other/
mkb build b c other/b --lang=en -o none/
has 'two of one name (en)' "$status $err" "2 error: 'b' and 'other/b' would both become 'none/b.pdf' [same-output]" 'hint: '
mkb build b b --lang=zh -o none/
has 'the same twice (zh)' "$status $err" '2 错误：“b”和“b”都要写成“none/b.pdf” [same-output]' '办法：'
mkb build b c -o none/x.pdf --lang=en
has 'one file for two' "$status $err" "2 error: 'c' is one argument too many" '-o FOLDER/'
ok 'nothing is made' [ ! -e none ]
: >file
mkb build b c -o file/ --lang=en
has 'a folder that cannot be made' "$status $err" "3 error: cannot make the folder 'file'"
mkb build b c -j 0 -o out/ --lang=en
has '--jobs=0' "$status $err" "2 error: option '--jobs' cannot be '0'" 1–256
done_testing
