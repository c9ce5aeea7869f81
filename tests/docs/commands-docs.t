# The commands of the other documents, the manual pages, the pipelines.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/docs/commands.sh"
cd "$ROOT" || exit 2
mapfile -t documents < <(find docs fonts \( -name '*.md' -o -name '*.1' -o -path 'docs/ci/*' \) -type f \
    -not -path 'docs/handbook/*' -not -path 'docs/examples/*' | sort)
commands_of "${documents[@]}"
