# The redline of official documents: their mastheads hold the text of both, too.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/diff/edit.sh"

for name in official-number official-seal official-joint official-recipients official-masthead \
    official-classified official-signatory official-single official-letter; do
    redline_is_both "$name"
done

# In the table of changes a row ends in its page.
make_case "$ROOT/tests/diff/official-number.txt"
mkb diff "$old" "$new" -q -o both.pdf
has 'a change of the masthead has its page' \
    "$(pdftotext -layout -l 1 both.pdf - | grep 发文字号 | sed 's/ \+/ /g')" '37号 1'

done_testing
