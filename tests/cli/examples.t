# The examples of docs/examples: each is set without a word, by the template that it names.
. "${0%/*}/../lib.sh"

seen=
for folder in "$ROOT"/docs/examples/*/; do
    name=$(basename "$folder")
    mkb build "$folder" --strict --lang=en -o "$name.pdf"
    is "$name is set without a word" "$status $err" '0 '
    ok "$name: qpdf --check" qpdf --check "$name.pdf"
    template=$(sed -n 's/^\(模板\|template\): //p' "$folder/bulletin.md")
    seen+=" $template"
    pages=$(pdfinfo "$name.pdf" | awk '/^Pages:/ { print $2 }')
    ok "$name has no more pages than an example should" [ "$pages" -le 3 ]
done
for template in document upward letter order minutes announcement; do
    has "there is an example of $template" "$seen " " $template "
done
done_testing
