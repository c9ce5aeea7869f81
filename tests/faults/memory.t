# Memory is refused: some of the places here, every one in `make soak-memory`.
. "${0%/*}/../lib.sh"
perl "$ROOT/tests/faults/memory.pl" "$MKBULLETIN" "$T/memory" 60
