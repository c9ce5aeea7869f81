# Nothing of the machine or of who builds is in an output: no path, user, host or home.
. "${0%/*}/../lib.sh"

secret=geheim$$
host=$(uname -n)
[ ${#host} -ge 6 ] || host=$secret # a shorter one is found anywhere
mkdir -p "$secret/home"
cp -r "$ROOT/tests/diff/base" "$secret/in"
cp -r "$secret/in" "$secret/new"
sed -i 's/月/年/' "$secret/new/bulletin.md"
export HOME=$T/$secret/home USER=$secret LOGNAME=$secret HOSTNAME=$secret EMAIL=$secret@example.cn

# Decompressed as far as can be.
plain() {
    case $1 in
    *.pdf) qpdf --qdf --object-streams=disable "$1" - ;;
    *) cat "$1" ;;
    esac
}

silent() { # NAME FILE
    local found
    found=$(plain "$2" | grep -aoE "$secret|$T|$host|/tmp/|/home/" | sort | uniq -c)
    is "$1" "$(test -s "$2" && echo there) $found" 'there '
}

cd "$secret" || exit 2
for suffix in pdf html txt md; do
    "$MKBULLETIN" build "$T/$secret/in" -q -o "out.$suffix"
    silent "build to .$suffix" out.$suffix
done
"$MKBULLETIN" build "$T/$secret/in" -q -o page-%d.svg
silent 'build to .svg' page-1.svg
"$MKBULLETIN" build "$T/$secret/in" -q --pages=1 -o page-%d.png
silent 'build to .png' page-1.png
for suffix in csv json; do
    "$MKBULLETIN" export "$T/$secret/in" -q -o "ledger.$suffix"
    silent "export to .$suffix" ledger.$suffix
done
# Of what names its inputs, the names as they were typed.
for suffix in json html txt pdf; do
    "$MKBULLETIN" diff in new -q -o "diff.$suffix"
    silent "diff to .$suffix" diff.$suffix
done
for form in json sarif github short; do
    "$MKBULLETIN" check new --format=$form >check.$form
    echo end >>check.$form
    silent "check as $form" check.$form
done
done_testing
