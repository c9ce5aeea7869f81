# Twice as much of what is meant to hurt takes twice the time: of each shape below the seconds of the
# processor for n and for 2n, less those that a short bulletin takes, each the least of three counts.
# `make test` takes a sixth of the shapes, by turns with SEED=; LINEAR=all takes all of them.
#
# The kinds are those of cmark's tests of pathological input, and what else this program has.
. "${0%/*}/../lib.sh"
readonly MOST_RATIO=2.6
readonly QUICK=0.150 # seconds: what takes less says nothing of a ratio
readonly SIXTHS=6
if grep -q __asan_init "$MKBULLETIN"; then
    skip 'linear time' 'sanitizers have their own'
    done_testing
fi

# Seconds of the processor for a build and a check of the folder `in`.
seconds() {
    local TIMEFORMAT='%U %S'
    { time (
        ulimit -t 120
        "$MKBULLETIN" build in --lang=en -o out.pdf >/dev/null 2>&1
        "$MKBULLETIN" check in --lang=en --format=short >/dev/null 2>&1
    ); } 2>&1 | awk '{ print $1 + $2 }'
}

least() { # TIMES
    local i
    for ((i = 0; i < $1; i++)); do seconds; done | sort -g | head -1
}

# The text, or the whole folder where the expression makes one.
shape() { # N EXPRESSION
    rm -rf in
    mkdir in
    printf -- '---\n%s\n---\n\n' "$FRONT" >in/bulletin.md
    perl -CS -Mutf8 -Mopen=:std,:utf8 -e '
        my ($n, $expression) = @ARGV;
        utf8::decode($expression);
        sub file { my $name = shift; open my $out, ">", "in/$name" or die; print $out @_ }
        my @text = eval $expression;
        die $@ if $@;
        # Short paragraphs at the end, for the last page may have the last ones set again and again.
        print @text, "\n\n", "结尾。\n\n" x 40' "$1" "$2" >>in/bulletin.md
}

is_linear() { # NAME N EXPRESSION
    local name=$1 n=$2 one two said
    shape "$n" "$3"
    one=$(least 1)
    shape $((2 * n)) "$3"
    two=$(least 1)
    said=$(awk -v zero="$zero" -v one="$one" -v two="$two" -v most=$MOST_RATIO -v quick=$QUICK \
        'BEGIN { print (two - zero < quick || two - zero <= most * (one - zero)) }')
    if [ "$said" = 0 ]; then # what else the machine does makes times longer, never shorter
        two=$(least 3)
        shape "$n" "$3"
        one=$(least 3)
        said=$(awk -v zero="$zero" -v one="$one" -v two="$two" -v most=$MOST_RATIO -v quick=$QUICK \
            'BEGIN { print (two - zero < quick || two - zero <= most * (one - zero)) }')
    fi
    is "$name, $n and $((2 * n)): $one s and $two s" "$said" 1
}

shape 1 '"正文。"'
zero=$(least 3)
number=${SEED:-0}
while IFS=$'\t' read -r name n expression; do
    number=$((number + 1))
    [ "${LINEAR-}" = all ] || [ $((number % SIXTHS)) = 0 ] || continue
    is_linear "$name" "$n" "$expression"
done <<'X'
nested strong emphasis	20000	"*a **a " x $n, "b", " a** a*" x $n
emphasis that closes nothing	50000	"a_ " x $n
emphasis that opens nothing	50000	"_a " x $n
links that close nothing	50000	"a]" x $n
links that open nothing	50000	"[a" x $n
emphasis of two kinds by turns	25000	"*a_ " x $n
link openers and emphasis closers	50000	"[ a_" x $n
openers and closers, multiple of 3	20000	"a**b" . "c* " x $n
link openers in emphasis	20000	"[a](" x $n
images that are not closed	20000	"![" x $n
links without an end	20000	"[a](b" x $n
links with < that is not closed	20000	"[a](<b" x $n
a link in each other	20000	"[" x $n, "a", "](#b)" x $n
nested brackets	20000	"[" x $n, "a", "]" x $n
nested quotes	20000	"> " x $n, "a"
deep lists	100	map { "  " x ($_ % 90) . "* a\n" } 0 .. 20 * $n
backquotes of all lengths	60000	map { "e" . "`" x $_ } 1 .. sqrt(2 * $n)
unclosed comments	20000	"<!-- a " x $n
unclosed <?	20000	"<?" x $n
unclosed <!A	20000	"<!A " x $n
unclosed CDATA	20000	"<![CDATA[" x $n
tags that are not closed	20000	"<a " x $n
references that are none	50000	"&amp" x $n
references	50000	"&amp;" x $n
backslashes	50000	"\\" x $n
link definitions	10000	(map { "[a$_]: #x\n" } 1 .. $n), "\n", map { "[a$_]" } 1 .. $n
definitions of equal hash	10000	(map { "[" . join("", map { $_ ? "Aa" : "BB" } split //, sprintf "%017b", $_) . "]: #x\n" } 1 .. $n), "\n[z]"
many references to one definition	20000	"[a]: https://a.cn\n\n", "[a] " x $n
table cells	100	("|a" x 90 . "\n"), ("|-" x 90 . "\n"), ("|b" x 90 . "\n") x $n
table rows	5000	"|a|b|\n|-|-|\n", "|c|d|\n" x $n
tables	1000	"|a|\n|-|\n|b|\n\n" x $n
footnotes	2000	(map { "甲[^$_]。\n\n" } 1 .. $n), map { "[^$_]: 注文。\n" } 1 .. $n
marks of one footnote	4000	"甲[^a]，" x $n, "\n\n[^a]: 注文。"
spans	20000	"[某某]{不断}，" x $n
nested spans	10000	"[" x $n, "某", "]{不断}" x $n
spans that are not closed	50000	"[某]{不断" x $n
quotes of Chinese	30000	"“国”" x $n
quotes that are not closed	50000	"“" x $n
brackets of Chinese	50000	"（国）" x $n
brackets that are not closed	50000	"（" x $n
book titles	20000	"《甲》、" x $n
emphasis next to Chinese marks	20000	"**国。**" x $n
a long line of Han	100000	"国" x $n
a long line of digits	100000	"7" x $n
a long line of letters	100000	"a" x $n
a long line of blanks	100000	"国 " x $n
lines in a paragraph	50000	"国\n" x $n
paragraphs	8000	"国务院。\n\n" x $n
items	8000	map { "$_. 国。\n" } 1 .. $n
different Han	9000	map { chr(0x4e00 + $_ * 7 % 20000) } 0 .. $n
dates	10000	map { "2023年9月" . (1 + $_ % 28) . "日，" } 1 .. $n
amounts	10000	map { "拨付$_万元，" } 1 .. $n
things to mend	5000	"会议指出,要求。" x $n
ignored rules	5000	"<!-- mkbulletin-ignore half-width-mark: 引文 -->\n\n会议,要求。\n\n" x $n
comments	20000	"<!-- a -->国" x $n
numbered things	5000	"以下3个问题：一是甲；二是乙；三是丙。" x $n
blank lines	200000	"国\n", "\n" x $n, "国"
hard breaks	10000	"国\\\n" x $n
findings	2000	(mkdir("in/1"), file("1/index.md", "# 方面\n")) x 0, (map { file("1/$_.md", "# 第$_ 项工作不到位\n\n1. 措施一。\n2. 措施二。\n"); () } 1 .. $n), "正文。"
references to findings	600	(mkdir("in/1"), file("1/index.md", "# 方面\n")) x 0, (map { file("1/$_.md", "---\nid: f$_\n---\n# 第$_ 项\n\n1. 见[](#f1)。\n"); () } 1 .. $n), "见[](#f$n)。"
annexes	200	(mkdir("in/annexes")) x 0, (map { file("annexes/$_.md", "# 办法$_\n\n条文。\n"); () } 1 .. $n), "正文。"
X
done_testing
