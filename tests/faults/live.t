# Faults under `watch` and `lsp`: a few here, more in `make soak-live`.
. "${0%/*}/../lib.sh"
perl "$ROOT/tests/faults/live.pl" "$MKBULLETIN" "$T/live" 2
