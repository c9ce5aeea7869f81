# The same source gives the same bytes: no clock, locale, time zone, home or order of files counts.
. "${0%/*}/../lib.sh"

# The same tree, its files made in the other order, with other times.
copy_backwards() { # FROM TO
    (cd "$1" && find . -type d) | while read -r folder; do mkdir -p "$2/$folder"; done
    (cd "$1" && find . -type f) | sort -r | while read -r file; do
        cp "$1/$file" "$2/$file" && touch -d '2001-02-03 04:05:06' "$2/$file"
    done
}

try() { # NAME COMMAND…: builds $source with it into ./NAME.pdf
    local name=$1
    shift
    "$@" "$MKBULLETIN" build "$source" -o "$PWD/$name.pdf" 2>"$name.err" || echo "$name failed: $*"
    made+=("$name.pdf")
}

matrix() { # NAME SOURCE
    local source=$2 made=()
    rm -f ./*.pdf
    {
        try first env
        try shanghai env TZ=Asia/Shanghai
        try new-york env TZ=America/New_York
        try locale-c env LC_ALL=C
        try locale-en env -u LC_ALL LANG=en_US.UTF-8
        try locale-zh env -u LC_ALL LANG=zh_CN.UTF-8
        try umask bash -c 'umask 077; exec "$@"' -
        try no-home env -u HOME
        try empty-home env HOME=
        try bare env -i ASAN_OPTIONS="${ASAN_OPTIONS-}" LSAN_OPTIONS="${LSAN_OPTIONS-}"
        try elsewhere env -C /
        try other-fonts env FONTCONFIG_FILE=/dev/null XDG_CACHE_HOME=/nowhere
        try later bash -c 'sleep 1.1; exec "$@"' -
        [ ! -d "$source" ] || copy_backwards "$source" "$T/copy-$1"
    } >said
    is "$1 builds everywhere" "$(cat said)" ''
    same_files "$1: the same bytes everywhere" "${made[@]}"
    if [ -d "$source" ]; then
        source=$T/copy-$1 made=()
        try copy env
        same_files "$1: a copy of the folder gives the same bytes" first.pdf copy.pdf
    fi
}

matrix content "$CONTENT"
matrix inlines "$ROOT/tests/cases/inlines/content"
matrix rare "$ROOT/tests/cases/rare/rare.md"

dates() { pdfinfo -isodates "$1" | grep -E '^(CreationDate|ModDate)' | tr -s ' ' | tr '\n' ' '; }
mkb build "$CONTENT" -o own.pdf
SOURCE_DATE_EPOCH=1700000000 "$MKBULLETIN" build "$CONTENT" -o epoch.pdf
SOURCE_DATE_EPOCH=1700000000 TZ=Asia/Shanghai "$MKBULLETIN" build "$CONTENT" -o epoch-shanghai.pdf
is 'the dates are the bulletin’s own' "$(dates own.pdf)" \
    'CreationDate: 2023-09-15T00:00:00Z ModDate: 2023-09-15T00:00:00Z '
is 'or those of SOURCE_DATE_EPOCH' "$(dates epoch.pdf)" \
    'CreationDate: 2023-11-14T22:13:20Z ModDate: 2023-11-14T22:13:20Z '
same_files 'in any time zone' epoch.pdf epoch-shanghai.pdf
for pdf in own epoch; do # the ID is a digest of the rest
    qpdf --qdf --object-streams=disable $pdf.pdf - |
        LC_ALL=C sed -E 's/D:[0-9]{14}Z|(Create|Modify)Date>[^<]*/DATE/g; s/^  \/ID \[.*/ID/' >$pdf.undated
done
has 'the dates can be found' "$(tr -d '\0' <own.undated)" DATE
same_files 'nothing but the dates differs' own.undated epoch.undated
SOURCE_DATE_EPOCH=yesterday "$MKBULLETIN" build "$CONTENT" -o bad.pdf 2>/dev/null
is 'a SOURCE_DATE_EPOCH that is no number is refused' "$?" 2

ok 'no path of this machine stands in the PDF' \
    bash -c '! qpdf --qdf --object-streams=disable own.pdf - | grep -aF -e "$1" -e "$2"' \
    - "$ROOT" "$T"
done_testing
