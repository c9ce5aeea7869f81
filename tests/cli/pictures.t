# Pages as images: a PNG or SVG for each, all of them or some.
. "${0%/*}/../lib.sh"
bulletin in <<<'正文。'

names() { (cd "${1-.}" && ls -A | sed '/^\./d' | tr '\n' ' '); }

# --- which pages ---

mkdir pages && cd pages || exit 2
some() { # NAME PAGES FILES
    rm -f ./*
    mkb build "$CONTENT" -o %02d.png --ppi=18 --pages="$2"
    is "--pages=$2: $1" "$status $err$(names)" "0 $3"
}
some 'one of them' 3 '03.png '
some 'a range' 2-4 '02.png 03.png 04.png '
some 'a range of one' 2-2 '02.png '
some 'to the end' 13- '13.png 14.png '
some 'more than one, some twice' 14,1,3-5,4 '01.png 03.png 04.png 05.png 14.png '
rm -f ./*
mkb build "$CONTENT" -o all-%d.png --ppi=18
mkb build "$CONTENT" -o one.png --ppi=18 --pages=3
is 'one page needs no number in its name' "$status $err" '0 '
same_files 'and is the page that it is among all' all-3.png one.png
mkb build "$CONTENT" -o 100%%-%d.svg --pages=2
is '%% is a %' "$status $err $(ls *.svg)" '0  100%-2.svg'
cd .. && rm -r pages

# A picture that the text shows is not replaced by one of its pages; nor is any other written.
mkb build in -o in/1.png --ppi=18
bulletin shown <<<$'![图](2.png)\n\n正文。'
mv in/1.png shown/2.png
cp shown/2.png before.png
for _ in $(seq 40); do printf '\n某市某局开展检查，共发现问题若干，均已列入清单，逐项整改。\n'; done >>shown/bulletin.md
mkb build shown -o shown/%d.png --ppi=18 --lang=en
has 'a picture of the text is no output' "$status $err" "2 error: output 'shown/2.png' would replace a source"
is 'and no other page is written' "$(names shown)" '2.png bulletin.md '
same_files 'it stays as it was' shown/2.png before.png
rm -r shown before.png

bad_pages() { # PAGES COLUMN ZH EN CARETS [MORE…]
    local pages=$1 column=$2 zh=$3 en=$4 line=$5
    for lang in zh en; do
        mkb build "$CONTENT" -o %d.png --ppi=18 --pages="$pages" --lang=$lang
        local text="错误：$zh" hint='办法：'
        [ $lang = zh ] || { text="error: $en" hint='hint: '; }
        has "--pages=$pages ($lang)" "$status $err" "2 --pages:1:$column: $text [usage]" \
            "  | $pages"$'\n'"  | $line"$'\n' "  = $hint"
        is "--pages=$pages writes nothing ($lang)" "$(names)" 'in '
    done
}
bad_pages 1,x-3 3 '“x-3”不是页码' "'x-3' is neither a page nor a range of pages" '  ^^^'
bad_pages 0 1 '“0”不是页码' "'0' is neither a page nor a range of pages" '^'
bad_pages 2-0 1 '“2-0”不是页码' "'2-0' is neither a page nor a range of pages" '^^^'
bad_pages 1,,3 3 '“”不是页码' "'' is neither a page nor a range of pages" '  ^'
bad_pages 1，3 1 '“1，3”不是页码' "'1，3' is neither a page nor a range of pages" '^^^^'
bad_pages -3 1 '“-3”不是页码' "'-3' is neither a page nor a range of pages" '^^'
bad_pages 12345678901 1 '“12345678901”不是页码' \
    "'12345678901' is neither a page nor a range of pages" '^^^^^^^^^^^'
bad_pages 1,5-3 3 '“5-3”的前后颠倒' "'5-3' is backwards" '  ^^^'
bad_pages 1,15 3 '没有第 15 页：一共 14 页' 'there is no page 15: the pages are 14 in number' '  ^^'
bad_pages 3-20 1 '没有第 20 页：一共 14 页' 'there is no page 20: the pages are 14 in number' '^^^^'
mkb build "$CONTENT" -o %d.png --pages=x,0 --lang=en
has 'all faults of --pages in one run' "$err" "'x' is neither" "'0' is neither" '2 errors'

# --- all or none ---

mkdir out && cd out || exit 2
mkb build "$CONTENT" -o p-%02d.png --ppi=18
is 'a file for each page' "$(ls | wc -l)" 14
ls -i >inodes
mv p-14.png old.png && mkdir p-14.png
mkb build "$CONTENT" -o p-%02d.png --ppi=18 --lang=en
has 'where one cannot be written' "$status $err" "3 error: 'p-14.png' is a folder"
rmdir p-14.png && mv old.png p-14.png
is 'all stay as they were' "$(ls -i | grep png)" "$(grep png inodes)"
rm inodes
bulletin ../broken <<<'<b>正文</b>'
mkb build ../broken -o p-%02d.png
is 'faults in the text leave all as they were' "$status $(ls -A | wc -l)" '1 14'

mkb build ../in -o p-%02d.png --ppi=18 --lang=en
has 'pages of an earlier, longer run stay, and are told' "$status $err" \
    "0 note: 'p-02.png' to 'p-14.png' are of pages that there are no longer" '[old-pages]'
is 'all of them' "$(ls -A | wc -l)" 14
rm p-0[3-9].png
mkb build ../in -o p-%02d.png --ppi=18 --strict --lang=zh
is 'one of them (zh)' "$status ${err%%$'\n'*}" \
    '0 说明：“p-02.png”是这次没有的一页，原样留着 [old-pages]'
mkb build ../in -o p-%02d.png --ppi=18 --pages=1
is 'of some pages nothing is told' "$status $err" '0 '
cd .. && rm -r out

if unshare -m true 2>/dev/null; then
    mkdir out && for i in 01 02 04; do echo old >out/p-$i.png; done
    # What is mounted there cannot be replaced: the third rename fails.
    unshare -m bash -c 'echo busy >busy && touch out/p-03.png && mount --bind busy out/p-03.png &&
        "$1" build "$2" -o out/p-%02d.png --ppi=18 --lang=en 2>err' - "$MKBULLETIN" "$CONTENT"
    is 'a rename that fails' "$? $(head -n 1 err)" \
        "3 error: cannot write 'out/p-03.png': Device or resource busy [output-write]"
    is 'undoes those before it' "$(ls -A out | tr '\n' ' ')$(cat out/p-01.png out/p-02.png)" \
        $'p-01.png p-02.png p-03.png p-04.png old\nold'
else
    skip 'a rename that fails' 'cannot mount here'
fi

# --- SVG ---

mkb build "$ROOT/docs/examples/document-joint" -o svg-%d.svg --lang=en
is 'SVG' "$status $err$(ls svg-*)" $'0 svg-1.svg\nsvg-2.svg'
ok 'is well-formed' perl -0777 -ne '
    my @open;
    while (m{<(/?)([a-zA-Z:]+)(?:[^<>"]|"[^"<]*")*?(/?)>|<\?[^>]*\?>}g) {
        next unless $2;
        if ($1) { die "</$2>" unless @open && pop(@open) eq $2 } elsif (!$3) { push @open, $2 }
    }
    die "open: @open" if @open' svg-1.svg svg-2.svg
svg=$(cat svg-2.svg)
has 'has the size of the page' "$svg" 'width="595.275391pt" height="841.889648pt"'
has 'a title and the words of the page' "$svg" 'role="img"' 'aria-labelledby="title"' \
    'xml:lang="zh' '<title id="title">' ' 2</title>' '<desc id="text">'
mkb build "$ROOT/docs/examples/document-joint" -o a.pdf
is 'the words are those of the PDF' \
    "$(sed -n '/<desc/,/<\/desc>/p' svg-2.svg | sed 's/<[^>]*>//g' | perl -CSD -pe 's/\s//g; s/(.)/$1\n/g' |
        LC_ALL=C sort | tr -d '\n')" \
    "$(pdftotext -f 2 -l 2 -raw a.pdf - | perl -CSD -pe 's/\s//g; s/(.)/$1\n/g' | LC_ALL=C sort |
        tr -d '\n')"
ok 'no text needs a font' bash -c '! grep -q "<text\|font-family" "$1"' - svg-2.svg
printf '正文 <b> & "引号" %s。\n' "'单'" | sed 's/</\\</' | bulletin escaped
mkb build escaped -o e.svg
has 'what means something in XML is escaped' "$status $(cat e.svg)" '0 ' '&lt;b' '&amp;'

# A seal under the text: black over red is black in the PDF too.
mkb build "$ROOT/tests/cases/seal-single/seal-single.md" -o seal.svg
is 'a seal is no raster' "$status $(grep -c '<image' seal.svg)" '0 0'

done_testing
