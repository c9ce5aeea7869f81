# The same characters, in the same order, in the model and in every output that has text.
. "$(dirname "$0")/../lib.sh"

say_the_same() { # NAME SOURCE
    local ext
    for ext in pdf txt html; do
        mkb build "$2" -q -o "x.$ext"
        [ "$status" = 0 ] || { fail "$1: $ext" "$err"; return; }
    done
    "$MKBULLETIN" build "$2" -q --stop-after=model >x.model
    pdftotext -raw x.pdf x.pdftext
    perl "$ROOT/tests/web/html.pl" text x.html >x.htmltext
    is "$1" "$(perl "$ROOT/tests/web/fidelity.pl" x.model x.pdftext x.txt x.htmltext)" ''
}

say_the_same content "$CONTENT"
for folder in "$ROOT"/docs/examples/*/; do
    say_the_same "${folder#"$ROOT/"}" "$folder"
done
for case in annexes annex-alone csv figures headings ledger notes tables; do
    say_the_same "$case" "$ROOT/tests/cases/$case/content"
done
for case in marks metadata punctuation rare title masthead-joint seal-joint stamp minutes; do
    say_the_same "$case" "$ROOT/tests/cases/$case/$case.md"
done
done_testing
