# A few generated bulletins, short ones of all templates (`make soak-generated` has thousands); and
# whether what looks at them sees what is wrong.
. "${0%/*}/../lib.sh"
generated=$ROOT/tests/generated
[[ $MKBULLETIN != */asan/* ]] || export SLOWER=20
perl "$generated/run.pl" "$MKBULLETIN" "$T/generated" 2,4,8,9,12,32,46,55,59,63 >bulletins
while read -r result name; do
    case $result in
    ok) pass "${name#* - }" ;;
    not) fail "${name#* - }" "$(grep -A 14 "^not $name" bulletins | tail -n +2)" ;;
    esac
done <bulletins
is 'all came out' "$(grep -c '^1\.\.10' bulletins)" 1
is 'every rule sees what breaks it' "$(perl "$generated/red.pl" "$MKBULLETIN" "$T/red" | grep -v ^ok)" 1..15
done_testing
