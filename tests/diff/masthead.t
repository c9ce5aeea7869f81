# The redline of official documents: their mastheads hold the text of both, too.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/diff/edit.sh"

# In a font that is cut for both, the same characters on the pages: of what was moved the ink is one.
for name in official-number official-seal official-joint official-recipients official-masthead \
    official-classified official-signatory official-single official-letter; do
    make_case "$ROOT/tests/diff/$name.txt"
    mkb diff "$old" "$new" -q -o both.pdf
    is "$name: status" "$status$err" 1
    is "$name: conforms" "$(perl "$ROOT/tests/pdf/conform.pl" both.pdf 2>&1)" ''
    mkb build "$old" -q -o old.pdf
    mkb build "$new" -q -o new.pdf
    is "$name: without what is gone it is the new text" "$(words pdf both.pdf new)" \
        "$(words pdf new.pdf all)"
    is "$name: without what is new it is the old text" "$(words pdf both.pdf old)" \
        "$(words pdf old.pdf words)"
done

# In the table of changes a row ends in its page.
make_case "$ROOT/tests/diff/official-number.txt"
mkb diff "$old" "$new" -q -o both.pdf
has 'a change of the masthead has its page' \
    "$(pdftotext -layout -l 1 both.pdf - | grep 发文字号 | sed 's/ \+/ /g')" '37号 1'

done_testing
