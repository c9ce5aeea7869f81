# --stats: how a bulletin is set, in numbers, and the same numbers measured on the PDF.
. "${0%/*}/../lib.sh"

bulletin in <<'END'
第一段有*楷体*和Word，说明在“这里”；二十八字之后还有文字，再写到第二行，直到句号。然后还有。
END

mkb build in --stats --lang=en -o out.pdf
is 'the report' "$status $err$out" '0 pages                  1
lines                  5
adjusted lines         2
  line-end             1  at most -0.500 em  GB/T 15834-2011 5.1.10
  stretch-gap          1  at most +0.053 em  CLREQ 3.2.3 (2)
gaps between Han      42
  off the pitch   0.00 %  by more than 0.002 em
  narrowest        0.000  em over the pitch
  widest           0.000  em over the pitch
room of ，。       0.000  pt, standard deviation of the means of 2 lines
characters            77
  title                9  Noto Serif CJK SC 600
  body                42  FandolFang 400
  body                 4  Liberation Serif 400
  emphasis             2  FandolKai 400
  signature            7  FandolFang 400
  date                 3  FandolFang 400
  date                 7  Liberation Serif 400
  page-number          3  Noto Serif CJK SC 400'
mkb build in --stats --lang=zh -o out.pdf
is 'the report (zh)' "$status $err$out" '0 面数                               1
行数                               5
调整过的行                         2
  行末标点占半字                   1  最多 -0.500 字  GB/T 15834-2011 5.1.10
  拉开：汉字与字母、数字之间       1  最多 +0.053 字  CLREQ 3.2.3 (2)
汉字之间                          42
  不是一字的                  0.00 %  相差超过 0.002 字
  最窄                         0.000  字，比一字多
  最宽                         0.000  字，比一字多
，。的宽度                     0.000  磅，2 行平均数的标准差
字符                              77
  标题                             9  Noto Serif CJK SC 600
  正文                            42  FandolFang 400
  正文                             4  Liberation Serif 400
  着重                             2  FandolKai 400
  署名                             7  FandolFang 400
  成文日期                         3  FandolFang 400
  成文日期                         7  Liberation Serif 400
  页码                             3  Noto Serif CJK SC 400'

# Standard output is the PDF's, or the report's.
"$MKBULLETIN" build in -o plain.pdf
for output in - /dev/stdout; do
    mkb build in --stats --lang=zh -o $output
    cp .out made.pdf
    same_files "-o $output: the PDF is whole" plain.pdf made.pdf
    has "-o $output: the report is on standard error" "$status $err" '0 面数 '
done
same_files 'the file is as without it' plain.pdf out.pdf
mkb build in --stats --lang=zh -o page.png
has 'with a PNG' "$status $out" '0 面数 '
"$MKBULLETIN" build in --stats --lang=en -o out.pdf >/dev/full 2>.err
has 'a report that cannot be written is a fault' "$? $(cat .err)" "3 error: cannot write 'stdout'"
echo '正文[](#nowhere)。' >>in/bulletin.md
mkb build in --stats -o out.pdf
is 'where nothing is made nothing is told' "$status$out" 1

# --- content/, measured on the PDF ---

mkb build "$CONTENT" --stats --lang=en -o notice.pdf
cp .out told
mutool draw -q -F stext -o stext notice.pdf 2>/dev/null
cat >measure.pl <<'END'
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
my ($size, @characters, @over, @means) = 0;
my ($line, $characters) = (0, 0);
my $last = {y => -100, c => ''};
my ($sum, $count) = (0, 0);

sub end_of_line
{
    push @means, $sum / $count if $count;
    ($sum, $count) = (0, 0);
}
while (<>) {
    $size = $1 if /<font name="[^"]*" size="([\d.]+)"/;
    next if !/<char .* x="([\d.-]+)" y="([\d.-]+)" .*c="(.*)"/;
    my $here = {x => $1, y => $2, c => $3, size => $size};
    $here->{c} =~ s/&#x([0-9a-f]+);/chr hex $1/ie;
    my $step;
    if (abs($here->{y} - $last->{y}) > 1) {
        end_of_line();
    } else {
        $step = $here->{x} - $last->{x};
    }
    $characters++ if $here->{c} =~ /\S/;
    if (defined $step && $here->{c} =~ /^\p{sc=Han}$/) {
        push @over, $step / $size - 1 if $last->{c} =~ /^\p{sc=Han}$/;
        ($sum, $count) = ($sum + $step, $count + 1) if $last->{c} =~ /^[，。]$/;
    }
    $last = $here;
}
end_of_line();
my @sorted = sort { $a <=> $b } @over;
my $mean = 0;
$mean += $_ / @means for @means;
my $variance = 0;
$variance += ($_ - $mean) ** 2 / @means for @means;
printf "gaps %d\noff %.2f\nnarrowest %.2f\nwidest %.2f\nmeans %d\ncharacters %d\n",
    scalar @over, 100 * (grep { abs($_) > 0.0025 } @over) / @over, $sorted[0] + 1e-4, $sorted[-1],
    scalar @means, $characters;
printf STDERR "%.4f\n", sqrt $variance;
END
perl measure.pl stext >measured 2>deviation
awk '/^gaps/       { print "gaps", $4 }
     /off the/     { printf "off %.2f\n", $4 }
     /narrowest/   { printf "narrowest %.2f\n", $2 }
     /widest/      { printf "widest %.2f\n", $2 }
     /^room/       { means = $(NF - 1) }
     /^characters/ { printf "means %d\ncharacters %d\n", means, $2 }' \
    told >wanted
is 'the PDF measures the same' "$(cat measured)" "$(cat wanted)"
is 'so is the deviation of the room of ，。, to 0.005 pt' \
    "$(awk '/^room/ { getline measured <"deviation"; off = $4 - measured
                      print (measured > 0.1 && off * off < 0.000025) }' told)" 1
is 'there is much to measure' "$(awk '/^gaps/ { print ($2 > 5000) }' measured)" 1
is 'pages' "$(awk '/^pages/ { print $2 }' told)" "$(pdfinfo notice.pdf | awk '/^Pages/ { print $2 }')"

# What each font sets, and which lines are adjusted, as the dumps have them.
mkb build "$CONTENT" --stop-after=lines
awk '/^  line / { line++ }
     /^    [a-z]+-[a-z-]+ / && $2 != "0.000" { reason[$1]++; adjusted[line] = 1 }
     END { n = 0; for (i in adjusted) n++
           print "lines", line; print "adjusted", n
           for (i in reason) print i, reason[i] }' .out | sort >wanted
awk '/^lines/ || /^adjusted/ { print $1, $NF } /at most/ { print $1, $2 }' told | sort >found
is 'lines and reasons' "$(cat found)" "$(cat wanted)"
is 'the characters of all fonts are the sum' \
    "$(awk '/^characters/ { sum = $2; fonts = 1; next } fonts { sum -= $2 } END { print sum }' told)" 0

# --- lines as they are on the pages ---

# Spacing that was adjusted for the ending, which the lines before pages do not have.
source=$ROOT/tests/cases/ending-closer-characters/ending-closer-characters.md
mkb build "$source" --stats --lang=en -o out.pdf
cp .out told
mkb build "$source" --stop-after=pages
is 'lines with another character spacing' \
    "$(awk '$1 == "tracking" { print $2 }' told)" "$(grep -c 'tracking -' .out)"
has 'their gaps are narrower' "$(grep narrowest told)" ' -0.00'

bulletin tables <<'END'
第一段。

| 问题 | 措施 |
| --- | --- |
| 值班补助发放不规范 | 退回 |
END
mkb build tables --stats --lang=en -o out.pdf
is 'cells of tables are counted: title, text, four cells, signature, date' \
    "$status $(awk '/^lines/ { print $2 }' .out) $(awk '/^  table/ { sum += $2 } END { print sum }' .out)" '0 8 15'

# --- as JSON ---

rm -rf in && bulletin in <<'END'
第一段有*楷体*和Word，说明在“这里”；二十八字之后还有文字，再写到第二行，直到句号。然后还有。
END
mkb build in --stats=json -o out.pdf
is '--stats=json' "$status$err" 0
cp .out stats.json
is 'it is as its schema says' "$(perl "$ROOT/tests/cli/json_schema.pl" "$ROOT/docs/stats.schema.json" stats.json)" ''
mkb build in --stats -o out.pdf --lang=en
is 'the numbers are those of the text' \
    "$(perl -MJSON::PP -e 'local $/; my $s = decode_json(<>); printf "%d %d %d %d %.3f", @$s{qw(pages lines adjusted)}, $s->{gaps}{count}, $s->{reasons}[1]{most}' stats.json)" \
    "$(awk '/^pages/ { p = $2 } /^lines/ { l = $2 } /^adjusted/ { a = $3 } /stretch-gap/ { m = substr($5, 2) } /^gaps/ { g = $4 }
        END { print p, l, a, g, m }' .out)"
mkb build in --stats=text -o out.pdf --lang=en
has '--stats=text' "$status$out" '0pages '
mkb build in --stats=json -o - --lang=en
has 'beside a PDF on standard output' "$status$err" '0{' '"mkbulletin-stats"'
mkb build in --stats=xml -o out.pdf --lang=en
has 'another format' "$status $err" "2 error: option '--stats' cannot be 'xml'" 'text, json'
mkb build in --stats json -o out.pdf --lang=en
has 'a value after a blank is none' "$status $err" "2 error: 'json' is one argument too many"
done_testing
