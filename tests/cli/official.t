# Recipients, signatures and imprint of official documents: bad input, limits, options of templates.
. "${0%/*}/../lib.sh"

SEAL=$ROOT/tests/pdf/seal.pl

# A bulletin of two issuers in `in`, its keys as given; seal.svg and stamp.svg beside it.
joint() { # KEYS
    mkdir -p in
    perl "$SEAL" seal >in/seal.svg
    perl "$SEAL" stamp >in/stamp.svg
    printf -- '---\ntitle: 关于检查情况的通告\ntemplate: announcement\ndate: 2026-11-23\n%s\n---\n正文。\n' \
        "$1" >in/bulletin.md
}

TWO='issuer: [某市甲局, 某市乙局]'
ONE='issuer: 某市甲局'

# --- seals and stamps ---

joint "$TWO
seal: [seal.svg, seal.svg, seal.svg]"
refused 'more seals than issuers' 1 seal-count in/bulletin.md:6:28 \
    '2 个发文机关，3 个印章' 'issuers: 2, seals: 3' \
    '每个发文机关一个印章' 'one seal for each issuer'
joint "$TWO
seal: seal.svg"
refused 'fewer seals than issuers' 1 seal-count in/bulletin.md:6:7 \
    '2 个发文机关，1 个印章' 'issuers: 2, seals: 1'
joint 'issuer: [某市甲局, 某市乙局, 某市甲局]'
refused 'an issuer twice' 1 duplicate-value in/bulletin.md:5:22 \
    '“issuer”里“某市甲局”写了两次' "'某市甲局' stands twice in 'issuer'"
joint "$ONE
stamp: stamp.svg"
refused 'a stamp without a post' 1 stamp-without-post in/bulletin.md:6:8 \
    '有签名章，没有签发人的“职务”' "there is a signature stamp and no 'post'" \
    '写上签发人职务' 'add the post of who signs'
joint "$TWO
stamp: [stamp.svg, stamp.svg]
post: 局长"
refused 'fewer posts than issuers' 1 post-count in/bulletin.md:7:7 \
    '2 个发文机关，1 个签发人职务' 'issuers: 2, posts: 1'
joint "$ONE
stamp: [stamp.svg, stamp.svg]
post: 局长"
refused 'more stamps than posts' 1 stamp-count in/bulletin.md:6:20 \
    '1 个“职务”，2 个签名章' 'posts: 1, signature stamps: 2'
joint "$ONE
seal: true
stamp: true
post: 局长"
refused 'seal and stamp' 1 seal-and-stamp in/bulletin.md:7:8 \
    '印章和签名章只能有一种' 'there can be seals or signature stamps, not both'
joint "$ONE
seal: {image: seal.svg}"
refused 'a seal that is a group of keys' 1 wrong-kind in/bulletin.md:6:1 \
    '“seal”应当是是、否、图片路径或图片路径的列表' \
    "'seal' should be true, false, an image path or a list of them"
joint "$ONE
seal: none.svg"
mkb build in --lang=en -o none.pdf
has 'a seal that is not there' "$status $err" '1 in/bulletin.md:6:7: error: ' none.svg
joint "$ONE
post: 局长"
mkb build in --lang=en -o a.pdf
has 'a post without a stamp' "$status $err" \
    '0 in/bulletin.md:6:7: warning: a post without a signature stamp is not set [post-without-stamp]'

# An image that says it is as large as no seal.
joint "$ONE
seal: seal.svg"
perl "$SEAL" seal 200 >in/seal.svg
mkb build in --lang=en -o a.pdf
has 'a seal of no believable size is scaled' "$status $err" \
    '0 in/bulletin.md:6:7: note: the image of the seal is 200 mm wide, which no seal is; set 42 mm wide [seal-scaled]'
mkb build in --stop-after=pages
has 'to 42 mm' "$out" 'width 119.055 height 119.055 "seal.svg"'
perl "$SEAL" seal 50 >in/seal.svg
mkb build in --lang=en --stop-after=pages
has 'one of 50 mm is set as it is' "$status $err" '0 '
has 'at its size' "$out" 'width 141.732 height 141.732 "seal.svg"'

# --- a signature that is too long for a page ---

joint "issuer: [$(for i in {1..20}; do printf '某市第%d局, ' "$i"; done)]
seal: true"
mkb build in --lang=en -o a.pdf
has 'twenty seals are more than a page holds' "$status $err" '0 ' '[ending-apart]'
is 'they are on two pages' "$(pdfinfo a.pdf | awk '/^Pages/ { print $2 }')" 2

# --- text that signature and date stand with (7.3.5.5: 正文) ---

# 22 lines of text at least on the first page: those of the list of annexes are none.
listed() { # PARAGRAPHS
    rm -rf in && mkdir -p in/annexes
    for i in 1 2 3; do printf '# 某某情况\n\n附件。\n' >in/annexes/$i.md; done
    { printf -- '---\ntitle: 关于检查情况的通告\ntemplate: announcement\ndate: 2026-11-23\n%s\n---\n' "$ONE"
      for ((i = 1; i <= $1; i++)); do printf '第%s段。\n\n' "$i"; done; } >in/bulletin.md
    mkb build in --lang=en --stop-after=pages
    page=$(awk '/^page/ { page = $2 } /^  row .* date / { print page }' <<<"$out")
    text=$(awk -v p="$page" '/^page/ { page = $2 } page == p && /^  row .* body / { n++ } END { print n + 0 }' <<<"$out")
}
for count in 14 15 16 17 18 19; do
    listed $count
    is "a list of annexes and $count paragraphs: text on the page of the date" \
        "$status $((text >= 2))" '0 1'
    [ "$page" = 1 ] || told=$err
done
has 'the lines of text alone are counted' "$told" 'note: the last 2 lines of text set on page 2'

# Nothing goes to signature and date from a page that is turned: that they stand alone is told.
wide() { # TEXT behind the table
    rm -rf in && mkdir in
    { printf -- '---\ntitle: 关于检查情况的通告\ntemplate: announcement\ndate: 2026-11-23\n%s\n---\n第一段。\n\n' "$ONE"
      printf '|%s\n|%s\n|%s\n' "$(printf '名称|%.0s' {1..14})" "$(printf -- '---|%.0s' {1..14})" \
          "$(printf '内容较长的文字需折行|%.0s' {1..14})"
      printf '\n%s\n' "$1"; } >in/bulletin.md
    mkb build in --lang=zh -o a.pdf
}
wide ''
has 'signature and date alone behind a turned table' "$status $err" '0 in/bulletin.md:5:9: 警告：' \
    '正文以横排的表格结尾，第 3 面只有署名、成文日期 [ending-apart]' '办法：在表格后面写一两行正文'
wide '特此通告。'
is 'with text behind it' "$status $(grep -c 警告 <<<"$err")" '0 0'

# A low masthead leaves the text between two lines of the grid: there it may stay.
told=
rm -rf in
bulletin in "template: document
seal: true" <<<"$(printf '%.0s正文的内容' {1..23})。"
sed -i 's/^issuer: .*/issuer: 某某市推进历史文化名城保护与利用工作领导小组办公室/' in/bulletin.md
for lang in zh en; do mkb build in --lang=$lang -o a.pdf; told+=$err; done
has 'a page off the grid for the sake of the seal' "$told" \
    '第 1 面的行不对齐网格（GB/T 9704-2012 7.3.5.5） [ending-pitch-shrunk]' \
    'lines of page 1 set off the grid, so that signature and date stand with text'

# --- who attended (10.3) ---

# Where a list goes on on the next page: "label" behind its first line, "parted" in a name, though
# the page could end one or two lines before without that.
turns() { # of the dump of pages
    perl -CSD -Mutf8 -ne '
        $page = $1 if /^page (\d+)/;
        push @rows, [$page, ""] if /^  row \d+ attendance/;
        $list = /attendance/ if /^  row/;
        $rows[-1][1] .= $1 if $list && /^    run .* "(.*)"$/;
        sub parted {
            my $k = shift;
            my ($tail) = $rows[$k - 1][1] =~ /([^、， ]+)$/ or return 0;
            my ($head) = $rows[$k][1] =~ /^([^、，。 ]+)/ or return 0;
            return "$tail$head" =~ /^(张某某|欧阳某某|王某某|诸葛某某|买买提·某某)$/;
        }
        END {
            for (1 .. $#rows) {
                next if $rows[$_][0] == $rows[$_ - 1][0];
                print "label\n" if $rows[$_ - 1][1] =~ /^出席：/;
                print "parted\n" if $_ > 3 && parted($_) && !(parted($_ - 1) && parted($_ - 2));
            }
        }'
}
minutes() { # PARAGRAPHS OFFICES
    rm -rf in && mkdir in
    { printf -- '---\ntitle: 会议纪要\ntemplate: minutes\n%s\ndate: 2026-11-18\n' "$ONE"
      printf 'document-number: 〔2026〕9号\nattendance:\n'
      for ((i = 1; i <= $2; i++)); do
          echo "  - 某市第$i应急管理局 张某某、欧阳某某、王某某、诸葛某某、买买提·某某"
      done
      echo ---
      for ((i = 1; i <= $1; i++)); do printf '第%s段。\n\n' "$i"; done; } >in/bulletin.md
    mkb build in -q --stop-after=pages
}
for count in {1..22}; do
    minutes $count 30
    turns <<<"$out"
done >turned
is 'no page ends with the label of a long list' "$status $(grep -c label turned)" '0 0'
# Once the names of the page after it would be parted instead.
is 'nor within a name' "$(grep -c parted turned)" 1

# --- imprint ---

set_in() { # TEMPLATE KEYS
    rm -rf in && mkdir in
    { printf -- '---\ntitle: 关于检查情况的通报\ntemplate: %s\ndate: 2026-11-23\n%s\n' "$1" "$ONE"
      printf 'document-number: 某发〔2026〕1号\n%s\n---\n' "$2"; cat; } >in/bulletin.md
}

# Page by page, what the PDF says last of its number: "1 2 - -" where two pages have none.
numbers() { # PDF
    for page in $(seq "$(pdfinfo "$1" | awk '/^Pages/ { print $2 }')"); do
        pdftotext -raw -f "$page" -l "$page" "$1" - | tr -d '\f' | grep -oE '^— [0-9]+ —' |
            tr -dc 0-9 | grep . || echo -
    done | xargs
}

IMPRINT='copy-to: [市某委]
printed-by: 某市甲局办公室
printed-on: 2026-11-24'
mkdir even
printf 'name: even\nextends: announcement\nimprint: {on-even: true}\n' >even/even.yaml
paragraphs() { for ((i = 1; i <= $1; i++)); do printf '第%s段。\n\n' "$i"; done; }
set_in even "$IMPRINT" < <(paragraphs 5)
mkb build in -q --template-path even -o a.pdf
is 'on an even page: after one page, both numbered' "$status $(numbers a.pdf)" '0 1 2'
has 'the second has the imprint' "$(pdftotext -raw -f 2 -l 2 a.pdf -)" 抄送：市某委。
set_in even "$IMPRINT" < <(paragraphs 25)
mkb build in -q --template-path even -o a.pdf
is 'on an even page with the end of the text' "$status $(numbers a.pdf)" '0 1 2'
set_in even "$IMPRINT" < <(paragraphs 36)
mkb build in -q --template-path even -o a.pdf
is 'without room there: a blank page, and neither has a number (7.5)' "$status $(numbers a.pdf)" \
    '0 1 2 - -'
is 'the text before it is not kept short for it' \
    "$(mkb build in --template-path even --stop-after=pages; grep -c '^  row .* body' <<<"$out")" 36
is 'the blank page is blank' "$(pdftotext -raw -f 3 -l 3 a.pdf - | tr -d '\f')" ''
has 'the fourth has the imprint' "$(pdftotext -raw -f 4 -l 4 a.pdf -)" 抄送：市某委。
mkb build in --template-path even --stop-after=pages
has 'the dump says why' "$out" 'page 3 "3" (blank GB/T 9704-2012 7.5)' \
    'page 4 "4" (imprint-alone GB/T 9704-2012 7.5)'

# On an odd page nothing below the text is kept free for an imprint that goes to the next.
set_in even "$IMPRINT" < <(paragraphs 15)
mkb build in --template-path even --stop-after=pages
is 'the foot of an odd page is not kept free for it' \
    "$(awk '/^page/ { page = $2 } /^  row .* (body|date) / { n[page]++ } END { print n[1], n[2] + 0 }' <<<"$out")" \
    '16 0'
has 'the imprint is on the next' "$out" 'page 2 "2" (imprint-alone'
is 'and that is as the template wishes: no word of it' "$(grep -c imprint <<<"$err")" 0

# What the editor can do about an imprint: shorten the text, or the organ's name.
set_in document "$IMPRINT" < <(paragraphs 5)
for lang in zh en; do mkb build in --lang=$lang -o a.pdf; told+=$err; done
has 'an imprint alone on a page' "$told" \
    'in/bulletin.md:7:11: 说明：版记在末面的正文之下排不下，单独排在第 2 面 [imprint-alone]' \
    '办法：末面少排 ' ' 行，版记就排得下' \
    'in/bulletin.md:7:11: note: the imprint has no room below the text and stands alone on page 2 [imprint-alone]' \
    'hint: lines to save on the last page of text: '
lines=$(sed -n 's/.*hint: lines to save on the last page of text: //p' <<<"$err")
set_in document "$IMPRINT" < <(paragraphs $((5 - lines)))
mkb build in -o a.pdf
is 'with so many lines less it has room' "$status $err $(numbers a.pdf)" '0  1'
set_in document "$IMPRINT" < <(paragraphs $((6 - lines)))
mkb build in -o a.pdf
has 'with one line more it has not' "$err" 'lines to save on the last page of text: 1'
set_in document "copy-to: [$(for i in {1..60}; do printf '市第%d委, ' "$i"; done)]" <<<正文。
mkb build in --lang=en -o a.pdf
has 'a high imprint alone on a page' "$err" '[imprint-alone]' 'hint: fewer recipients and copies'

# The one line tells both (7.4.3).
told=
set_in document 'printed-by: 某办' <<<正文。
for lang in zh en; do mkb build in --lang=$lang -o a.pdf; told+=$err; done
has 'who printed it, but not when' "$told" \
    'in/bulletin.md:7:13: 警告：模板“document”要有“印发日期”（printed-on），没有写 [element-missing]' \
    "warning: template 'document' has a place for 'printed-on', which is not given [element-missing]"
set_in document 'printed-on: 2026-11-24' <<<正文。
mkb build in --lang=zh -o a.pdf
has 'when, but not by whom' "$err" 'in/bulletin.md:7:13: 警告：模板“document”要有“印发机关”（printed-by），没有写'

told=
set_in document "printed-by: 某市某某管理局办公室某某工作领导小组联席会议办公室综合处
printed-on: 2026-11-24" <<<正文。
for lang in zh en; do mkb build in --lang=$lang -o a.pdf; told+=$err; done
has 'who printed it and when on two lines' "$told" \
    'in/bulletin.md:7:13: 警告：印发机关和印发日期一行排不下，排成 2 行 [printed-rows]' \
    '办法：请用印发机关的规范化简称（GB/T 9704-2012 7.4.3）' \
    'in/bulletin.md:7:13: warning: who printed it and when have no room on one line, set in lines: 2 [printed-rows]' \
    'hint: take the standard short name of the organ (GB/T 9704-2012 7.4.3)'

set_in document "copy-to: [$(for i in {1..400}; do printf '市第%d委, ' "$i"; done)]" <<<正文。
refused 'an imprint higher than a page' 1 imprint-room in/bulletin.md:7:11 \
    '版记一面排不下' 'the imprint is higher than a page' '请减少主送机关、抄送机关' \
    'fewer recipients and copies'

set_in letter "recipients: [市乙局]
copy-to: [市某委]
printed-by: 某市甲局办公室
printed-on: 2026-11-24" <<<正文。
mkb build in --lang=en -o a.pdf
is 'a letter tells nobody who printed it (10.1)' "$(grep -c '\[not-set\]' <<<"$err")" 2
has 'but whom copies went to' "$(pdftotext -raw a.pdf - | tr -d '\n')" 抄送：市某委。
mkb build in -q --stop-after=pages
is 'without rules' "$(grep -c '^    rule [^r]' <<<"$out")" 0

# --- recipients ---

RECIPIENTS="recipients: [$(for i in {1..9}; do printf '某市第%d区人民政府, ' "$i"; done)]"
mkdir few
printf 'name: few\nextends: document\nrecipients: {most-lines: 2}\n' >few/few.yaml
set_in few "$RECIPIENTS" <<<正文。
mkb build in --template-path few --lang=en -o a.pdf
has 'more lines of recipients than the template has room for' "$status $err" \
    '0 in/bulletin.md:7:14: note: ' '[recipients-moved]'
set_in document "$RECIPIENTS" <<<正文。
mkb build in --lang=zh -o a.pdf
is 'as many as that leave text room, and stay' "$status $err" '0 '

# They move where the first page has no room for a line of text, and only where moving makes it.
sentence=某某检查工作认真开展情况较好。
three="$sentence$sentence$sentence$sentence$sentence" # of lines
more=$three$'\n\n'$three$three
recipients() { printf 'recipients: ['; for ((i = 1; i <= $1; i++)); do printf '某市第%d区人民政府, ' $i; done; echo ']'; }
shown() { # of page 1: lines of recipients, and of the text
    mkb build in --template-path few --stop-after=pages --lang=zh
    sed '/^page 2/,$d' <<<"$out" >page
    shown="$(grep -c '^  row .* recipients' page) $(grep -c '^  row .* body' page)"
}
printf 'name: spare\nextends: document\nspare-rows: 4\n' >few/spare.yaml
for template in document spare; do
    set_in $template "$(recipients 19)" <<<"$more"
    shown
    is "$template: two lines have room, whatever single lines cost" "$shown" '7 2'
    is "$template: … without a word of recipients" "$(grep -c recipients <<<"$err")" 0
done
set_in document "$(recipients 22)" <<<"$more"
shown
is 'one line has room' "$shown" '8 1'
set_in document "$(recipients 24)" <<<"$more"
shown
is 'none has: they move' "$shown" '0 7'
has '… and why is told' "$err" \
    'in/bulletin.md:7:14: 说明：主送机关有 9 行，排在首页就排不下正文，移到版记（GB/T 9704-2012 7.3.2） [recipients-moved]'
set_in document 'recipients: [市乙局]' <<<"$three"
sed -i "s/^title: .*/title: $(printf '某某工程建设项目资金使用安全生产%.0s' {1..12})/
    s/^issuer: .*/issuer: [市甲局, 市丙局, 市丁局, 市戊局, 市己局, 市庚局]/" in/bulletin.md
shown
is 'one whose move gains nothing stays' "$(grep -c '^  row .* recipients' <<<"$out")" 1
has '… and nobody says that it is too many' "$err" '[first-page-text]' \
    '办法：请缩短标题、主送机关，或减少联合行文的机关'
is '… nor that it moved' "$(grep -c recipients-moved <<<"$err")" 0

# --- what a template does not set ---

set_in notice "recipients: [市乙局]
note: 附注
seal: true
stamp: true
post: 局长
attendance: 张某
absent: 李某
observers: 王某
copy-to: [市某委]
printed-by: 某办
printed-on: 2026-11-24" <<<正文。
sed -i '/^seal/d' in/bulletin.md
mkb build in --lang=en -o a.pdf
is 'every key that notice does not set is told of' \
    "$(sed -n "s/.*does not set '\(.*\)' \[not-set\]$/\1/p" <<<"$err" | xargs)" \
    'document-number recipients note stamp attendance absent observers copy-to printed-by printed-on'
is 'in Chinese too' "$(mkb build in --lang=zh -o a.pdf; grep -c '模板“notice”不排“' <<<"$err")" 10
set_in minutes "seal: true
contact: {phone: '1'}
recipients: [市乙局]" <<<正文。
mkb build in --lang=en -o a.pdf
is 'minutes have neither recipients nor seal nor contact' \
    "$(sed -n "s/.*does not set '\(.*\)' \[not-set\]$/\1/p" <<<"$err" | xargs)" 'seal contact recipients'
done_testing
