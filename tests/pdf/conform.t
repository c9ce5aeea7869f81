# conform.pl sees what is broken, one condition at a time.
. "${0%/*}/../lib.sh"

. "$ROOT/tests/pdf/all_kinds.sh"
mkb build in -q -o all.pdf
is 'the file to be broken is built' "$status $err" '0 '
perl "$ROOT/tests/pdf/broken.pl" all.pdf >broken.tap 2>broken.err
is 'all broken files were made' "$?$(cat broken.err)" 0
while read -r line; do
    case $line in
    ok*) pass "${line#ok * - }" ;;
    'not ok'*) fail "${line#not ok * - }" "$(grep -A4 -F "$line" broken.tap)" ;;
    esac
done <broken.tap
done_testing
