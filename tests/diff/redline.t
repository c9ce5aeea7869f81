# The redline as a PDF: it conforms to what it claims, its words without those of one ink are those
# of the other bulletin, the same input gives the same bytes.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/diff/edit.sh"

for name in word number add-table add-paragraph add-measure remove-finding add-finding heading add-annex remove-annex cell \
    rows add-note remove-note caption closing single-file; do
    redline_is_both "$name"
done

for name in move-finding move-and-edit heading-swap paragraph-moved figure columns; do
    make_case "$ROOT/tests/diff/$name.txt"
    mkb diff "$old" "$new" -q -o both.pdf
    is "$name: conforms" "$status$(perl "$ROOT/tests/pdf/conform.pl" both.pdf 2>&1)" 1
done

# Every field that is printed has its page in the table, wherever it stands: head, text, signature
# with a seal, note, imprint.
links() { qpdf --qdf --object-streams=disable "$1" - | grep -ac '/Subtype /Link'; }
cp -r "$ROOT/docs/examples/document" fields
sed -i -e 's/36号/37号/; s/各科室/各处室/; s/公开发布/依申请公开/; s/市人民政府办公室/市政府办公室/' \
    -e 's/^成文日期: .*/成文日期: 2026-11-22/; s/^印发日期: .*/印发日期: 2026-11-23/' fields/bulletin.md
mkb diff "$ROOT/docs/examples/document" fields -q -o both.pdf
is 'fields of a document have pages' "$status$(links both.pdf)" 16
cp -r "$ROOT/docs/examples/minutes" minutes
sed -i -e '/^请假/d; /法规科/d; s/、王某某$/、王某某、何某某/; s/市人民政府办公室/市政府办公室/' minutes/bulletin.md
mkb diff "$ROOT/docs/examples/minutes" minutes -q -o both.pdf
is 'fields of minutes have pages' "$status$(links both.pdf)" 14

# A line struck through ends where the text does, at a mark that has lost its white too.
mkdir wide
printf -- '---\n标题: 某市某局通报\n发文机关: 某市某局\n成文日期: 2026-11-20\n---\n' >wide/bulletin.md
cp -r wide narrow
printf '%s\n\n%s\n' '留下的一段。' "$(printf '国%.0s' {1..25})，$(printf '国%.0s' {1..27})，$(printf '国%.0s' {1..20})。" >>wide/bulletin.md
echo '留下的一段。' >>narrow/bulletin.md
mkb diff wide narrow -q -o both.pdf
# the margin right of the text block, 184 mm from the left, at 254 pixels an inch
is 'a strike stays out of the margin' "$status$(pdftoppm -r 254 -f 2 -l 2 -gray -x 1844 -W 256 both.pdf |
    perl -0777 -ne 'BEGIN { binmode STDIN } s/^P5\s+\d+\s+\d+\s+255\s//; print tr/\xF0-\xFF//c')" 10

done_testing
