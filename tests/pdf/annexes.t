# Annexes on the PDF: where their parts stand, measured in millimetres (GB/T 9704-2012 7.3.7).
. "${0%/*}/../lib.sh"

bulletin in <<<'见[](#list)。'
mkdir in/annexes
printf '# 关于值班值守工作的办法\n\n第一段。\n\n## 总则\n\n正文。\n' >in/annexes/1.md
printf -- '---\nid: list\n---\n# 某市某局关于进一步加强值班值守工作规范值班补助发放的实施办法\n\n第一段。\n' >in/annexes/2.md
mkb build in -o out.pdf
is 'it builds' "$status $err" '0 '
mutool draw -q -F stext -o stext out.pdf 2>/dev/null
mutool show out.pdf outline 2>/dev/null | sed -E 's/^.(\t+)"(.*)"\t#page.*/\1\2/' >outline
is 'the outline' "$(cat outline)" $'\t附件1 关于值班值守工作的办法\n\t\t一、总则\n\t附件2 '\
'某市某局关于进一步加强值班值守工作规范值班补助发放的实施办法'

# "page x y size text" of each line, mm: x of its first and last character's edges, y of the em box's top.
perl -CS -ne '
    $page++ if /<page /;
    $size = $1 if /<font name="[^"]*" size="([\d.]+)"/;
    next if !/<char .* x="([\d.-]+)" y="([\d.-]+)" .*c="(.*)"/;
    my ($x, $y, $c) = ($1, $2, $3);
    $c =~ s/&#x([0-9a-f]+);/chr hex $1/ie;
    my $key = sprintf "%d %08.2f", $page, $y;
    $lines{$key} //= {x => $x, y => $y, size => $size, page => $page};
    $lines{$key}{text} .= $c;
    $lines{$key}{right} = $x + $size;
    END {
        printf "%d %.2f %.2f %.2f %.2f %s\n", $_->{page}, $_->{x} * 25.4 / 72, $_->{right} * 25.4 / 72,
            ($_->{y} - 0.88 * $_->{size}) * 25.4 / 72, $_->{size} * 25.4 / 72, $_->{text}
            for map { $lines{$_} } sort keys %lines;
    }' stext >lines.mm

near() { # NAME GOT WANTED…: numbers, to 0.2 mm
    local name=$1 got=$2
    shift 2
    if perl -e 'my @got = split " ", shift; exit !!grep { abs($got[$_] - $ARGV[$_]) > 0.2 } 0 .. $#ARGV' \
        "$got" "$@" && [ -n "$got" ]; then
        pass "$name"
    else
        fail "$name" "wanted $*, got $got"$'\n'"$(cat lines.mm)"
    fi
}
line() { # PAGE TEXT FIELDS: of the line that begins so
    awk -v page="$1" -v text="$2" -v fields="$3" '
        $1 == page && index($6, text) == 1 {
            n = split(fields, f, " ")
            for (i = 1; i <= n; i++) printf "%s ", $(f[i]) }' lines.mm
}
# 5.2: the text block begins 28 mm from the left and 37 mm from the top; a line is 10.449 mm.
near 'the mark: flush left on line 1, three 号' "$(line 2 附件1 '2 4 5')" 28 37 5.571
near 'the title: on line 3' "$(line 2 关于值班 '4 5')" "$(perl -e 'print 37 + 2 * 10.449')" 7.761
middle() { line "$1" "$2" '2 3' | awk '{ print ($1 + $2) / 2 }'; }
near 'in the middle of the text block' "$(middle 2 关于值班)" 106
near 'the text: a blank line below it' "$(line 2 第一段 '2 4')" "$(perl -e 'print 28 + 2 * 5.571')" \
    "$(perl -e 'print 37 + 5 * 10.449')"
near 'a heading is number one again, on the line after' "$(line 2 一、总则 4)" \
    "$(perl -e 'print 37 + 6 * 10.449')"
near 'a title in two lines: 36 pt apart' "$(line 3 某市某局 4) $(line 3 规范 4)" \
    "$(perl -e 'print 37 + 2 * 10.449')" "$(perl -e 'print 37 + 2 * 10.449 + 12.7')"
near 'each in the middle' "$(middle 3 某市某局) $(middle 3 规范)" 106 106
is 'page numbers run on' "$(for page in 1 2 3; do
    pdftotext -raw -f $page -l $page out.pdf - | tr -d '\f' | grep . | tail -n 1; done | xargs)" \
    '— 1 — — 2 — — 3 —'
is 'the reference' "$(pdftotext -raw -f 1 -l 1 out.pdf - | grep -o '见.*' | tr -d ' ')" 见附件2。

# The only one has no number.
rm in/annexes/1.md
mkb build in -o out.pdf
is 'an annex alone' "$(pdftotext -raw -f 2 -l 2 out.pdf - | head -n 1)" 附件
is 'and the reference to it' "$(pdftotext -raw -f 1 -l 1 out.pdf - | grep -o '见.*')" 见附件。
done_testing
