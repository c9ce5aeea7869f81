# grid: strict of a template, on real fonts: measured on the PDF.
. "${0%/*}/../lib.sh"

# Data of its own: the program looks for it beside itself.
mkdir -p data/bin data/templates
cp "$MKBULLETIN" data/bin/mkbulletin
ln -s "$ROOT/fonts" data/fonts
cp "$ROOT/templates/notice.yaml" data/templates/
for grid in even strict; do
    sed "s/^name: notice/name: $grid/; s/^  grid: even/  grid: $grid/" \
        data/templates/notice.yaml >data/templates/$grid.yaml
done
is 'the template names the grid' "$(diff data/templates/{even,strict}.yaml | grep -c '^> .*strict')" 2
MKBULLETIN=$T/data/bin/mkbulletin

mkb build "$CONTENT" -o notice.pdf
mkb build "$CONTENT" --template even -o even.pdf
same_files 'even is the default' notice.pdf even.pdf

# Counts the Han in the size of the body that are off their cells. A PDF has the widths of glyphs in
# whole thousandths of an em, so that what follows a long word drifts by some of them.
cat >cells.pl <<'END'
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
my ($left, $cell) = (28 * 72 / 25.4, 156 / 28 * 72 / 25.4);
my ($size, $seen, $off) = (0, 0, 0);
while (<>) {
    $size = $1 if /<font name="[^"]*" size="([\d.]+)"/;
    next if !/<char .* x="([\d.-]+)" y="[\d.-]+" .*c="(.*)"/ || abs($size - $cell) > 0.02;
    my ($x, $c) = ($1, $2);
    $c =~ s/&#x([0-9a-f]+);/chr hex $1/ie;
    next if $c !~ /^\p{sc=Han}$/;
    $seen++;
    my $cells = ($x - $left) / $cell;
    $off++ if abs($cells - sprintf '%.0f', $cells) > 0.02;
}
print $seen > 150 ? 'many' : $seen, ' Han, ', $off, " off their cells\n";
END

for source in "$CONTENT" "$ROOT/tests/cases/lines/lines.md" "$ROOT/tests/cases/inlines/content"; do
    mkb build "$source" --lang=en --template strict -o strict.pdf
    name=${source#"$ROOT/"}
    is "$name builds" "$status" 0
    mutool draw -q -F stext -o stext strict.pdf 2>/dev/null
    is "$name: every Han in a cell" "$(perl cells.pl stext)" 'many Han, 0 off their cells'
    # Before it is drawn all is exact; the points of a dump have three decimals.
    mkb build "$source" --template strict --stop-after=pages
    perl -CSD -Mutf8 -ne 'print if /^ +run .* size 15\.793 x (\S+) .*"\p{sc=Han}/
        && abs(sin(($1 - 79.370) / 15.79297 * 3.14159265)) > 0.001' .out >off
    is "$name: every run of Han begins in a cell" "$(cat off)" ''
    mkb build "$source" --template strict --stop-after=lines
    is "$name: no line shrunk or stretched" "$(grep -E '^    [a-z]+-[a-z-]+ [-+]' .out)" ''
done
mutool draw -q -F stext -o stext even.pdf 2>/dev/null
ok 'an even grid is another' bash -c '! grep -q " 0 off" <<<"$1"' - "$(perl cells.pl stext)"
done_testing
