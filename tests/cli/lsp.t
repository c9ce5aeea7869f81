# mkbulletin lsp: whole sessions of a scripted client. The sessions are in lsp.pl.
. "${0%/*}/../lib.sh"
exec perl -I "$ROOT/tests/cli" "$ROOT/tests/cli/lsp.pl" "$MKBULLETIN" "$ROOT"
