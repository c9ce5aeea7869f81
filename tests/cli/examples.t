# The examples of docs/examples: each builds without a word, in its template.
. "${0%/*}/../lib.sh"

for example in "$ROOT"/docs/examples/*/; do
    name=$(basename "$example")
    mkb build "$example" --strict --lang=en -o "$name.pdf"
    is "$name builds without a word" "$status $err" '0 '
    ok "$name: qpdf --check" qpdf --check "$name.pdf"
    pages=$(pdfinfo "$name.pdf" | awk '/^Pages:/ { print $2 }')
    ok "$name has no more pages than an example should" [ "$pages" -le 3 ]
done
for template in "$ROOT"/templates/*.yaml; do
    template=$(basename "$template" .yaml)
    [ "$template" = notice ] && continue # content/ is its example
    ok "there is an example of $template" \
        grep -qrE "^(模板|template): $template$" "$ROOT/docs/examples"
done
done_testing
