# The redline as a PDF: it conforms to what it claims, its words without those of one ink are those
# of the other bulletin, the same input gives the same bytes.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/diff/edit.sh"

# In a font that is cut for both, the same characters on the pages: of what was moved the ink is one.
for name in word number add-table add-paragraph add-measure remove-finding add-finding heading add-annex remove-annex cell \
    rows add-note remove-note caption closing single-file; do
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

for name in move-finding move-and-edit heading-swap paragraph-moved figure columns; do
    make_case "$ROOT/tests/diff/$name.txt"
    mkb diff "$old" "$new" -q -o both.pdf
    is "$name: conforms" "$status$(perl "$ROOT/tests/pdf/conform.pl" both.pdf 2>&1)" 1
done

done_testing
