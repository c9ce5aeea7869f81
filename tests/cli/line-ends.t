# The ways in which editors end lines and begin files: all give the same bytes.
. "${0%/*}/../lib.sh"

matrix() { # NAME FOLDER
    local form file
    declare -A forms=(
        [crlf]='s/\r?\n/\r\n/g' [cr]='s/\n/\r/g' [mark]='s/\A/\xEF\xBB\xBF/'
        [mark-crlf]='s/\n/\r\n/g; s/\A/\xEF\xBB\xBF/'
        [no-last]='s/\n+\z//' [more-last]='s/\z/\n\n\n/'
        [mixed]='my $n; s/\n/$n++ % 2 ? "\r\n" : "\n"/ge'
    )
    mkb build "$2" -o "$1.pdf"
    for form in "${!forms[@]}"; do
        rm -rf form && cp -r "$2" form
        find form -name '*.md' -exec perl -0777 -pi -e "${forms[$form]}" {} +
        mkb build form -o form.pdf
        is "$1, $form, builds in silence" "$status $err" '0 '
        same_files "$1, $form" "$1.pdf" form.pdf
    done
}
matrix notice "$CONTENT"
matrix inlines "$ROOT/tests/cases/inlines/content"
matrix findings "$ROOT/tests/cases/findings/content"
done_testing
