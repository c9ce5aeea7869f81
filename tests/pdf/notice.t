# The PDF of the real bulletin in content/: what it says, what a viewer finds in it, and where
# everything stands, measured on the PDF itself.
. "${0%/*}/../lib.sh"
geometry=$ROOT/tests/pdf/geometry.pl

mkb build "$CONTENT" --lang=en -o notice.pdf
is 'content/ builds without a word' "$status $err" '0 '
for stage in model pages; do
    mkb build "$CONTENT" --stop-after=$stage
    cp .out $stage
done
pdftotext -raw notice.pdf text
is 'the title comes first' "$(head -n 2 text | tr -d '\n')" '中共金水区文化路街道工委关于巡察整改情况的通报'

# --- what a viewer finds ---

info=$(pdfinfo -isodates notice.pdf | tr -s ' ')
has 'title, author, subject, keywords, dates' "$info" \
    'Title: 中共金水区文化路街道工委关于巡察整改情况的通报' 'Author: 中共金水区文化路街道工委' \
    'Subject: 文化路街道就' 'Keywords: 巡察整改，金水区，文化路街道，党务公开' \
    'CreationDate: 2023-09-15T00:00:00Z' 'ModDate: 2023-09-15T00:00:00Z'
has 'A4; no script, form or encryption' "$info" '(A4)' 'JavaScript: no' 'Encrypted: no' 'Form: none'
ok 'qpdf --check' qpdf --check notice.pdf
mutool show notice.pdf pages >shown 2>&1
is 'mutool finds nothing to mend' "$(grep -icE 'warning|error' shown)" 0

has 'dates in the form of a PDF' "$(pdfinfo -rawdates notice.pdf | tr -s ' ')" \
    'CreationDate: D:20230915000000Z' 'ModDate: D:20230915000000Z'
qpdf --qdf --object-streams=disable notice.pdf plain.pdf
LC_ALL=C tr -d '\0' <plain.pdf >plain
has 'links to the mail address and the telephone' "$(grep -a '/URI (' plain)" \
    '(mailto:whljddzb@163.com)' '(tel:63936965)'
has 'what they lead to, in words' "$(grep -a -A 1 '^  /Contents' plain)" \
    '(whljddzb@163.com)' '(63936965)'
has 'the language; the title in the window' "$(grep -a -e /Lang -e /DisplayDocTitle plain)" \
    '/Lang (zh-Hans)' '/DisplayDocTitle true'
pages=$(pdfinfo notice.pdf | awk '/^Pages:/ { print $2 }')
has 'pages are labelled by their numbers' \
    "$(qpdf --json=1 --json-key=pagelabels notice.pdf | tr -d " \n")" \
    '"pagelabels":[{"index":0,"label":{"/S":"/D","/St":1}}]'

mutool show notice.pdf outline 2>/dev/null | sed -E 's/^.(\t+)"(.*)"\t#page.*/\1\2/' >outline
count() { grep -cP "$1" "$2"; }
is 'parts, sections and findings of the model' \
    "$(count '^heading 1 ' model) $(count '^ *heading 2 ' model) $(count '^ *finding ' model)" \
    '3 14 36'
is 'the outline has them at three levels' \
    "$(count '^\t[^\t]' outline) $(count '^\t\t[^\t]' outline) $(count '^\t\t\t[^\t]' outline)" \
    '3 14 36'
tr -d ' \n\f' <text >joined
tr -d '\t ' <outline | while read -r entry; do
    grep -qF -- "$entry" joined || echo "$entry"
done >unknown
is 'every entry of the outline stands in the text' "$(cat unknown)" ''

# --- what it says: the model's texts in order, nothing but numbers and lead-ins between them ---

perl "$ROOT/tests/pdf/says.pl" model text >said
is 'the text is the model’s' "$(cat said)" ''

# --- where everything stands ---

mutool draw -q -F stext -o stext notice.pdf 2>/dev/null
perl "$geometry" stext >placed
for rule in size rows pitch cell title order; do
    is "geometry: $rule" "$(grep "^$rule:" placed)" ''
done
has 'geometry was measured' "$(cat placed)" "measured $pages pages"

near() { # NUMBER WANTED: to 0.3 mm
    perl -e '$_ = abs($ARGV[0] - $ARGV[1]); print "$ARGV[0]\n"; exit($_ > 0.3 ? 1 : 0)' "$@"
}

# The page number: — N — in 14 pt, the dash's ink 7 mm below the text block (7.5), at the outside
# one character from the edge, to 0.3 mm. Its place is read off the printed page.
for page in 1 2 3 "$pages"; do
    [ $((page % 2)) = 1 ] && x=4110 || x=740 # pixels, 0.0423 mm each
    pdftoppm -r 600 -gray -f "$page" -l "$page" -x "$x" -y 6260 -W 140 -H 300 notice.pdf number
    perl "$ROOT/tests/pdf/ink.pl" number*.pgm >ink
    rm -f number*.pgm
    read -r left top right _ <ink
    [ $((page % 2)) = 1 ] && edge=$right wanted=179.061 || edge=$left wanted=32.939
    edge=$(perl -e "print $edge + $x * 25.4 / 600") top=$(perl -e "print $top + 6260 * 25.4 / 600")
    ok "page number $page stands 7 mm below the text block" near "$top" 269
    ok "page number $page stands at the outside" near "$edge" "$wanted"
    is "page number $page" \
        "$(pdftotext -raw -f "$page" -l "$page" notice.pdf - | tr -d "\f" | grep . | tail -n 1)" \
        "— $page —"
done

# --- what may not be torn apart ---

awk '/^page /    { if (page) print page, role; page = $2; role = "" }
     /^  row [1-9]/ { role = $3 }
     END         { print page, role }' pages >ends
is 'no page ends with a heading' "$(grep -E '^[0-9]+ heading' ends)" ''
is 'every page has a last line' "$(wc -l <ends)" "$pages"
tail -n "+$(grep -n "^page $pages " pages | cut -d: -f1)" pages | grep -E '^  row [1-9]' >last
ok 'the signature stands with two lines of text at least' \
    [ "$(sed '/ signature /,$d' last | grep -cE ' (body|contact) ')" -ge 2 ]
is 'the page ends with the date' "$(tail -n 1 last | cut -d' ' -f5)" date
done_testing
