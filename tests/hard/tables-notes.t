# Tables and footnotes without end.
. "${0%/*}/survives.sh"

while IFS=$'\t' read -r name text; do
    survives "a table: $name" < <(perl -e "print $text")
done <<'X'
100000 columns	"|a" x 100000, "\n", "|-" x 100000, "\n", "|b" x 100000
100 columns of 190 rows	"|a" x 100, "\n", "|-" x 100, "\n", ("|b" x 100 . "\n") x 190
a delimiter row of 100000 columns	"|a|\n", "|-" x 100000, "\n|b|\n"
a ragged row of 100000 columns	"|a|\n|-|\n", "|b" x 100000
19000 rows	"|a|\n|-|\n", "|b|\n" x 19000
100000 ragged rows	"|a|\n|-|\n", "|b|c|\n" x 100000
19000 delimiter rows	"|a|\n", "|-|\n" x 19000
9000 of them	"|a|\n|-|\n|b|\n\n" x 9000
9000 with captions	"表1 a {#a}\n|a|\n|-|\n|b|\n\n" x 9000
100000 brackets in cells	"|a|\n|-|\n", "|[[[[|\n" x 25000
links to 5000 definitions	(map { "[a$_]: #x\n" } 1 .. 5000), "\n|a|\n|-|\n", map { "|[a$_]|\n" } 1 .. 5000
100000 captions without one	"表1 a\n\n" x 100000
X

while IFS=$'\t' read -r name text; do
    survives "footnotes: $name" < <(perl -e "print $text")
done <<'X'
100000 marks of one	"[^a]" x 100000, "\n\n[^a]: b\n"
100000 texts of one	"a[^a]\n\n", "[^a]: b\n" x 100000
100000 of their own	(map { "[^$_]" } 1 .. 100000), "\n\n", map { "[^$_]: b\n" } 1 .. 100000
100000 marks without a text	map { "[^$_]" } 1 .. 100000
100000 texts without a mark	map { "[^$_]: b\n" } 1 .. 100000
a text of 100000 lines	"a[^a]\n\n[^a]: b\n", "c\n" x 100000
a text of 100000 paragraphs	"a[^a]\n\n[^a]: b\n", "\n    c\n" x 100000
a text of nested lists	"a[^a]\n\n[^a]: ", "1. " x 50000, "\n"
20000 texts in a list	map { "1. a[^$_]\n[^$_]: b\n" } 1 .. 20000
lists nested 90 deep and texts	(map { "  " x $_ . "- a\n" } 1 .. 90), "[^a]: b\n" x 20000
labels of 100 bytes	("[^" . "a" x 96 . "]") x 20000
X
while IFS=$'\t' read -r name text; do
    perl -e "print $text" >a.csv
    survives "a CSV file: $name" < <(echo '![表1 a](a.csv)') a.csv
done <<'X'
100000 commas	"," x 100000
100000 records	"a,b\n" x 100000
9000 records	"a,b\n" x 9000
100000 quotes	"\"" x 100000
100000 pairs of quotes	"a\n" . "\"" x 100001
100000 quoted line ends	"a\n\"b" . "\n" x 100000 . "c\""
100000 blank lines	"a\n" . "\n" x 100000 . "b\n"
a long value	"a\n" . "国" x 100000
X
done_testing
