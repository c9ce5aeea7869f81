# PDF/A-2 and PDF/UA-1: every condition that conform.pl knows, on all examples. Other readers say
# nothing of the files.
. "${0%/*}/../lib.sh"

conform=$ROOT/tests/pdf/conform.pl

# claims FILE: "A ua", as the metadata have it
claims() {
    pdfinfo -meta "$1" | sed -n 's/.*<pdfaid:conformance>\(.*\)<.*/\1/p; s/.*<pdfuaid:part>1<.*/ua/p' |
        paste -sd ' '
}

# Level A and PDF/UA need a structure tree.
tagged() { pdfinfo "$1" | grep -q '^Tagged: *yes'; }

# reads PROGRAM…: all that it says, its status too
reads() { "$@" 2>&1 >/dev/null </dev/null || echo "status $?"; }

conforms() { # NAME FILE
    is "$1: conforms to what it claims" "$("$conform" "$2" 2>&1)" ''
    is "$1: poppler" "$(reads pdftotext "$2" - && reads pdftoppm -r 20 "$2" page)" ''
    # Debian's MuPDF is built without profiles and says so.
    is "$1: MuPDF" "$(reads mutool draw -q -r 20 -o /dev/null "$2" |
        grep -vx 'warning: ICC support is not available')" ''
    is "$1: Ghostscript" "$(reads gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=nullpage "$2")" ''
    is "$1: qpdf" "$(reads qpdf --check "$2")" ''
}

# --- everything there is ---

for folder in "$CONTENT" "$ROOT"/docs/examples/*/; do
    name=$(basename "$folder")
    mkb build "$folder" -q -o "$name.pdf"
    is "$name: builds" "$status $err" '0 '
    conforms "$name" "$name.pdf"
done

# --- one with all that a PDF can have of us ---

. "$ROOT/tests/pdf/all_kinds.sh"
mkb build in -q -o all.pdf
is 'all kinds of content: builds' "$status $err" '0 '
conforms 'all kinds of content' all.pdf
claimed=$(claims all.pdf)
if tagged all.pdf; then
    is 'it claims what was asked for' "$claimed" 'A ua'
else
    is 'it claims no level A and no PDF/UA without a structure tree' "$claimed" U
fi
for standard in a-2a+ua-1 a-2a a-2u ua-1 none; do
    mkb build in -q --pdf-standard=$standard -o $standard.pdf
    is "--pdf-standard=$standard builds" "$status $err" '0 '
    wanted=
    case $standard in
    a-2u) wanted=U ;;
    a-2a) tagged all.pdf && wanted=A || wanted=U ;;
    a-2a+ua-1) wanted=$claimed ;;
    ua-1) tagged all.pdf && wanted=ua ;;
    esac
    is "--pdf-standard=$standard: its claim" "$(claims $standard.pdf)" "$wanted"
    [ -z "$wanted" ] || is "--pdf-standard=$standard: conforms" "$("$conform" $standard.pdf 2>&1)" ''
done
same_files 'the default is both' all.pdf a-2a+ua-1.pdf
is 'none: claims nothing' "$("$conform" none.pdf)" 'it claims nothing'
# The image of inks, which PDF/A must not have as it is, and a file has that is none.
has 'none: inks of the device' "$("$conform" --as=a-2u none.pdf)" 'DeviceCMYK without'
# Y80 M80 and black, as ISO 32000-1 10.3.5 shows them.
pdftoppm -r 36 all.pdf page
is 'an image of named inks: red and black' "$(cat page-*.ppm | perl -0777 -ne '
    $red = () = /[\xf8-\xff][\x2b-\x3b][\x2b-\x3b]/g; $black = () = /\0\0\0/g;
    print $red > 200 ? "red" : $red, " ", $black > 200 ? "black" : $black')" 'red black'


# --- in ink ---

mkdir in/templates
printf 'name: press\nextends: announcement\nred: cmyk\n' >in/templates/press.yaml
mkb build in -q --template press -o press.pdf
is 'in ink: builds' "$status $err" '0 '
conforms 'in ink' press.pdf
is 'in ink: its claim' "$(claims press.pdf)" "$claimed"
has 'in ink: blended all the same' "$(qpdf --json=2 press.pdf | grep /BM)" /Multiply
is 'in ink: nothing in DeviceCMYK' "$(qpdf --json=2 press.pdf | grep -c DeviceCMYK)" 0
done_testing
