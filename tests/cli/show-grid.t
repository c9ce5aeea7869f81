# --show-grid: an overlay under the text, and nothing at all without it.
. "${0%/*}/../lib.sh"

mkb build "$CONTENT" -o plain.pdf
mkb build "$CONTENT" --show-grid -o grid.pdf
is '--show-grid builds' "$status $err" '0 '
ok 'qpdf --check' qpdf --check grid.pdf

strokes() { # PDF PAGE: what is drawn and is no text
    mutool draw -q -F trace "$1" "$2" 2>/dev/null | grep -cE '<(stroke|fill)_path'
}
is 'without it nothing is drawn but text' "$(strokes plain.pdf 1-N)" 0
is 'every page has the overlay' "$(strokes grid.pdf 1-N)" "$(pdfinfo grid.pdf | awk '/^Pages/ { print $2 }')"
for pdf in plain grid; do mutool draw -q -F stext -o $pdf.stext $pdf.pdf 2>/dev/null; done
is 'the text stands where it stood' "$(diff <(tail -n +3 plain.stext) <(tail -n +3 grid.stext))" ''
is 'the overlay is under the text' \
    "$(mutool draw -q -F trace grid.pdf 2 2>/dev/null | grep -oE '<(stroke_path|fill_text)' | head -n 2 | tr '\n' ' ')" \
    '<stroke_path <fill_text '

# GB/T 9704-2012 5.2 in points: a rectangle for the text block and one for each of 22 lines, 27
# strokes between the 28 cells of each; the page number's line and edge.
mutool draw -q -F trace grid.pdf 2 2>/dev/null |
    awk '/<stroke_path/ { inside = 1 } inside; /<\/stroke_path/ { exit }' >drawn
count() { grep -c "<$1 " drawn; }
is 'text block, 22 lines, 27 strokes in each, the place of the page number' \
    "$(count moveto) $(count curveto)" "$((1 + 22 + 22 * 27 + 2)) 0"
perl - drawn >wrong <<'END'
use strict;
use warnings;
my ($left, $top, $width, $cell, $pitch, $height, $below, $inset) =
    map { $_ * 72 / 25.4 } 28, 37, 156, 156 / 28, (225 - 156 / 28) / 21, 225, 7, 14 * 25.4 / 72;
my (%x, %y, $matrix);
while (<>) {
    $matrix = [map { $_ + 0 } split ' ', $1] if /transform="([^"]*)"/;
    next if !/<(?:moveto|lineto) x="([-\d.]+)" y="([-\d.]+)"/;
    my ($x, $y) = ($1 * $matrix->[0] + $matrix->[4], $2 * $matrix->[3] + $matrix->[5]);
    $x{sprintf '%.2f', $x} = $x;
    $y{sprintf '%.2f', $y} = $y;
}
sub missing
{
    my ($what, $wanted, $found) = @_;
    print "no $what at $wanted\n" if !grep { abs($_ - $wanted) < 0.03 } values %$found;
}
missing('cell', $left + $_ * $cell, \%x) for 0 .. 28;
missing('line', $top + $_ * $pitch, \%y), missing('em box', $top + $_ * $pitch + $cell, \%y)
    for 0 .. 21;
missing('bottom', $top + $height, \%y);
missing('page number', $top + $height + $below, \%y);
missing('outer edge', $left + $inset, \%x);
END
is 'they stand where the standard says' "$(cat wrong)" ''

mkb build "$CONTENT" --ppi 30 -o plain-%02d.png
mkb build "$CONTENT" --ppi 30 --show-grid -o grid-%02d.png
is 'a PNG has it too' "$status $(cmp -s plain-02.png grid-02.png; echo $?)" '0 1'
mkb build "$CONTENT" --show-grid -o again.pdf
same_files 'the same bytes again' grid.pdf again.pdf
done_testing
