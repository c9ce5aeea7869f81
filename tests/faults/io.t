# Calls that write go wrong: a few of each kind here, all of them in `make soak-faults`.
. "${0%/*}/../lib.sh"
perl "$ROOT/tests/faults/io.pl" "$MKBULLETIN" "$T/io" "${NTH:-40}"
