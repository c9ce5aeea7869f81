# The pictures of docs/handbook are what the program draws now. `make docs` draws them anew.
. "${0%/*}/../lib.sh"
handbook=$ROOT/docs/handbook
export MKBULLETIN

ok 'the pictures are drawn' "$ROOT/scripts/pictures" images
is 'no picture is left behind' "$(ls "$handbook/images")" "$(ls images)"
for picture in images/*; do
    same_files "$picture is as drawn (make docs)" "$picture" "$handbook/$picture"
done
ok 'together they are small' [ "$(cat images/* | wc -c)" -lt 1500000 ]
unused=
for picture in images/*; do
    grep -qF "../$picture" "$handbook"/annexes/*.md || unused+=" $picture"
done
is 'each is shown' "$unused" ''
done_testing
