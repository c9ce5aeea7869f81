# Edits whose changes are known: told as they are, the other way round swapped, and the text of both
# holds each of the two.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/diff/edit.sh"

for case in "$ROOT"/tests/diff/*.txt; do
    name=$(basename "$case" .txt)
    make_case "$case"
    wanted=$(sed '1,/^---$/d' "$case")
    mkb diff "$old" "$new" -q -o ab.json
    is "$name: status" "$status$err" "$([ -z "$wanted" ] && echo 0 || echo 1)"
    got=$(words changes ab.json)
    [ -z "${UPDATE-}" ] || { sed -i '/^---$/,$d' "$case"; printf -- '---\n%s' "${got:+$got
}" >>"$case"; }
    is "$name: changes" "$got" "$wanted"
    mkb diff "$new" "$old" -q -o ba.json
    is "$name: the other way round" "$(words swapped ba.json)" "$got"
    mkb diff "$new" "$new" -q
    is "$name: nothing with itself" "$status" 0
    mkb diff "$old" "$new" -q -o both.html
    is "$name: strict HTML" "$(perl "$ROOT/tests/web/html.pl" check both.html 2>&1)" ''
    mkb build "$old" -q -o old.html
    mkb build "$new" -q -o new.html
    is "$name: without what is gone it is the new text" "$(words html both.html new)" \
        "$(words html new.html all)"
    is "$name: without what is new it is the old text" "$(words html both.html old)" \
        "$(words html old.html words)"
done

done_testing
