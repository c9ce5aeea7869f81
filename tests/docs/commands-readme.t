# The commands of README.md, and of what else stands at the root.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/docs/commands.sh"
cd "$ROOT" || exit 2
commands_of *.md
