# Tagged PDF: the structure tree, what it says, and the rules that it keeps.
. "${0%/*}/../lib.sh"
here=$ROOT/tests/pdf

compare() { # NAME FILE
    local golden=$here/structure/$1.txt
    if cmp -s "$golden" "$2"; then
        pass "the tree of $1"
        return
    fi
    fail "the tree of $1" "$(diff -u --label "expected $1.txt" --label 'came out' "$golden" "$2")"
    [ -z "${UPDATE-}" ] || cp "$2" "$golden"
}

tree() { # PDF
    pdfinfo -struct-text -enc UTF-8 "$1" | sed -E 's/ \((block|inline)\)//; s/Object [0-9]+ 0/Object/'
}

# The text of the elements, one after the other.
said() { # TREE
    sed -nE 's/^ *"(.*)"$/\1/p' "$1" | tr -d '\n'
}

# All characters but blanks, in no order: a tree is in that of the source, pages in their own.
characters() {
    perl -CS -ne 's/\s//g; print "$_\n" for split //' | LC_ALL=C sort
}

# --- trees ---

mkb build "$here/structure/everything" -o everything.pdf
is 'a bulletin of everything is built' "$status" 0
tree everything.pdf >everything
compare everything everything

mkb build "$CONTENT" -o content.pdf
tree content.pdf >content
# The beginnings of its texts: notice.t reads the whole of another tree, the model.
perl -CSD -pe 's/^(\s*"[^"]{0,12})[^"]*"$/$1"/' content >short
compare content short

for example in document-joint upward-joint minutes order; do
    mkb build "$ROOT/docs/examples/$example" -o "$example.pdf"
    tree "$example.pdf" >"$example"
    compare "$example" "$example"
done

# --- rules ---

for name in everything content document-joint upward-joint minutes order; do
    is "$name keeps the rules" "$(perl "$here/structure.pl" "$name.pdf" 2>&1)" ''
done

mkdir broken
perl "$here/breaks.pl" everything.pdf broken >breaks 2>&1
ok 'files are broken in many ways' [ "$(wc -l <breaks)" -gt 50 ]
while IFS=$'\t' read -r name rule found; do
    has "$rule: $name" " $found " " $rule "
done <breaks

# --- text ---

mkb build "$CONTENT" --stop-after=model
cp .out model
said content >text
is 'the tree says what the model says, in its order' "$(perl "$here/says.pl" model text)" ''
for name in everything content document-joint upward-joint minutes; do
    pdftotext -raw "$name.pdf" - | sed -E 's/^\f?— [0-9]+ —$//' | characters >of-pages
    said "$name" | characters >of-tree
    is "the tree of $name has each character of the pages, but their numbers" \
        "$(diff of-pages of-tree)" ''
done

# --- over pages ---

table() { # ROWS
    echo '| 序号 | 事项 |'
    echo '| --- | --- |'
    for ((i = 1; i <= $1; i++)); do echo "| $i | 第${i}件事 |"; done
}
{ table 60; } | bulletin long
mkb build long -o long.pdf
tree long.pdf >long.txt
ok 'a table goes over pages' [ "$(pdftotext long.pdf - | grep -c 序号)" -gt 1 ]
is 'and has its head once' "$(grep -c '"序号"' long.txt) $(grep -c '^ *TR' long.txt)" '1 61'
is 'a table over pages keeps the rules' "$(perl "$here/structure.pl" long.pdf)" ''

perl -e 'print "甲乙丙丁戊己庚辛" x 150, "。\n"' | bulletin paragraph
mkb build paragraph -o paragraph.pdf
tree paragraph.pdf >paragraph.txt
is 'a paragraph over pages is one' "$(sed -n '4,$p' paragraph.txt | grep -c '^  P')" 3
is 'nothing is lost or added at its line ends' "$(said paragraph.txt | grep -o 甲乙丙丁戊己庚辛 | wc -l)" 150

# --- words for what is not text ---

alternatives() { # PDF
    qpdf --json=2 --json-key=qpdf --json-stream-data=none "$1" | sed -n 's/.*"\/Alt": "u:\(.*\)".*/\1/p'
}
is 'a figure has its alternative text' "$(alternatives everything.pdf)" '某某街道办事处的大门'
mkb build "$ROOT/tests/cases/seal-joint/seal-joint.md" -o seals.pdf
is 'a seal says whose it is' "$(alternatives seals.pdf | sort)" \
    "$(printf '某市%s印章\n' 发展局 审计局 教育局 民政局 财政局 | sort)"
mkb build "$ROOT/tests/cases/stamp/stamp.md" -o stamps.pdf
has 'a signature stamp too' "$(alternatives stamps.pdf)" '某市人民政府市长签名章'

qpdf --json=2 --json-key=qpdf --json-stream-data=none everything.pdf >objects
has 'runs of another language' "$(cat objects)" '"/Lang": "u:en"'
has 'links say where they lead' "$(grep /Contents objects)" \
    '"u:a@example.cn"' '"u:example.cn/"' '"u:表1"' '"u:①"'

done_testing
