# The commands of the handbook.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/docs/commands.sh"
cd "$ROOT" || exit 2
mapfile -t documents < <(find docs/handbook -name '*.md' -not -path '*/_*' | sort)
commands_of "${documents[@]}"
