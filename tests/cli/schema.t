# docs/front-matter.schema.json: as the program writes it; true of all front matter there is; and of
# one mind with the program about every key and value.
. "${0%/*}/../lib.sh"
SCHEMA=$ROOT/docs/front-matter.schema.json
CHECK=$ROOT/tests/cli/json_schema.pl

"$MKBULLETIN" schema >written.json
same_files 'the file is what `mkbulletin schema` writes: make docs/front-matter.schema.json' "$SCHEMA" written.json
mkb schema x
is 'an operand is wrong use' "$status" 2

perl "$ROOT/tests/cli/front_json.pl" "$ROOT/content" "$ROOT"/docs/examples/* >made
ok 'there is front matter of the kinds that there are' test "$(cut -d' ' -f1 made | sort -u | tr '\n' ' ')" = 'bulletin finding heading '
for kind in $(cut -d' ' -f1 made | sort -u); do
    mapfile -t files < <(sed -n "s/^$kind //p" made)
    ok "content/ and docs/examples: $kind (${#files[@]})" perl "$CHECK" "$SCHEMA#$kind" "${files[@]}"
    ok "and by the whole: $kind" perl "$CHECK" "$SCHEMA" "${files[@]}"
done
perl -I "$ROOT/tests/cli" "$ROOT/tests/cli/schema_cases.pl" "$MKBULLETIN" "$SCHEMA" "$CHECK" >cases 2>&1
while IFS= read -r line; do
    case $line in
    'ok '*) pass "${line#ok }" ;;
    'not ok '*) fail "${line#not ok }" ;;
    *) fail "schema_cases.pl: $line" ;;
    esac
done <cases
done_testing
