# Ended at random moments, and eight at once: a few here, a thousand kills in `make soak-kills`.
. "${0%/*}/../lib.sh"
perl "$ROOT/tests/faults/kills.pl" "$MKBULLETIN" "$T/kills" 5 2
