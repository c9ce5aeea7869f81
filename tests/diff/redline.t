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

done_testing
