# The head of official documents, measured on the PDF in millimetres: GB/T 9704-2012 7.2 (document,
# document to a superior organ), 10.1 (letter), 10.2 (order). Red is read off the printed page.
. "${0%/*}/../lib.sh"

. "$ROOT/tests/pdf/measure.sh"

TEXT='现将全市安全生产检查有关情况通报如下。

请各单位认真贯彻执行。'
LONG=$(for _ in 1 2 3 4 5 6 7 8 9; do printf '%s\n\n' "$TEXT"; done)
SOME=$(for _ in 1 2 3 4 5; do printf "%s\n\n" "$TEXT"; done)
BASE='标题: 关于安全生产检查情况的通报
成文日期: 2026-11-20'

# ---- 7.2: a document ----

put document "$BASE
模板: document
发文机关: 某市应急管理局
发文字号: 某应急发〔2026〕12号
份号: 12
密级: 机密★1年
紧急程度: 特急" <<<"$TEXT"
find_text document 1 000012
at '7.2.1 copy number: six digits on line 1' "$top" 37
at '7.2.1 copy number: flush left' "$left" 28
is '7.2.1 copy number: 三号' "$size" 15.793
find_text document 1 机密★1年
at '7.2.2 classification: on line 2' "$top" "37 + $PITCH"
at '7.2.2 classification: flush left' "$left" 28
has '7.2.2 classification: 三号 黑体' "$size $font" '15.793 NotoSansCJK'
find_text document 1 特急
at '7.2.3 urgency: on line 3' "$top" "37 + 2 * $PITCH"
at '7.2.3 urgency: flush left' "$left" 28
has '7.2.3 urgency: 三号 黑体' "$size $font" '15.793 NotoSansCJK'

find_red document 1
is '7.2.4 a mark and a rule are red' "$(wc -l <<<"$red")" 2
band 1
mark_bottom=$bottom
at '7.2.4 mark: ink 35 mm below the top of the text block' "$top" '37 + 35'
find_text document 1 某市应急管理局文件
at '7.2.4 mark: centred' "($left + $right) / 2" '28 + 156 / 2'
is '7.2.4 mark: red' "$color" '#ff0000'
has '7.2.4 mark: 小标宋' "$font" NotoSerifCJKsc-SemiBold
find_text document 1 某应急发〔2026〕12号
number_bottom=$bottom
at '7.2.5 number: two blank lines below the mark' "$top" "$mark_bottom + $BLANK2"
at '7.2.5 number: centred' "($left + $right) / 2" '28 + 156 / 2'
has '7.2.5 number: 三号 仿宋' "$size $font" '15.793 FandolFang'
band 2
at '7.2.7 rule: 4 mm below the number' "$top" "$number_bottom + 4"
at '7.2.7 rule: as wide as the text block, from the left' "$left" 28
at '7.2.7 rule: … to the right' "$right" '28 + 156'
at '7.2.7 rule: 1.5 pt thick' "$bottom - $top" '1.5 * 25.4 / 72'
rule_bottom=$bottom
find_text document 1 关于安全生产检查情况的通报
at '7.3.1 title: two blank lines below the rule' "$top" "$rule_bottom + $BLANK2"
is '7.3.1 title: 二号' "$size" 22.000
find_text document 1 现将全市
row=$(calc "($top - 37) / $PITCH")
at 'the text is on the grid again' "$(calc "sprintf('%.0f', $row)") * $PITCH" "$row * $PITCH"

# ---- 7.2.1–7.2.3: not all of them ----

put classified "$BASE
模板: document
发文机关: 某市某局
发文字号: 某局发〔2026〕2号
份号: '000345'
密级: 绝密" <<<"$TEXT"
find_text classified 1 000345
at 'a copy number with its zeros' "$top" 37
find_text classified 1 绝密
at '7.2.2 a classification without term, on line 2' "$top" "37 + $PITCH"

put urgent "$BASE
模板: document
发文机关: 某市某局
发文字号: 某局发〔2026〕2号
紧急程度: 加急" <<<"$TEXT"
find_text urgent 1 加急
at '7.2.3 urgency alone is on line 1' "$top" 37

mkdir -p lone
{ printf -- '---\n%s\n模板: document\n发文机关: 某市某局\n发文字号: 某局发〔2026〕2号\n' "$BASE"
  printf -- '密级: 秘密★6个月\n---\n%s\n' "$TEXT"; } >lone/bulletin.md
mkb build lone --lang=en -o lone.pdf
mutool draw -q -F stext -o lone.stext lone.pdf 2>/dev/null
find_text lone 1 秘密★6个月
at '7.2.2 a classification alone is on line 2 all the same' "$top" "37 + $PITCH"
has 'a classified document without copy number is told of' "$err" '[no-copy-number]' \
    'lone/bulletin.md:7:5: warning'

# ---- 7.2.4: several issuers, long names ----

put joint "$BASE
模板: document
发文机关: [某市应急管理局, 某市住房和城乡建设局, 某市财政局]
发文字号: 某应急发〔2026〕12号" <<<"$LONG"
find_red joint 1
band 1
at 'joint: the first name 35 mm below the top of the text block' "$top" '37 + 35'
ink_top=$top
band "$(($(wc -l <<<"$red") - 1))"
ink_bottom=$bottom
for name in 某市应急管理局 某市住房和城乡建设局 某市财政局; do
    find_text joint 1 $name
    sides+=" $(calc "sprintf('%.1f', $left)") $(calc "sprintf('%.1f', $right)")"
    tops+=("$top")
done
is 'joint: all names are equally wide' "$(tr ' ' '\n' <<<"$sides" | grep . | sort -u | wc -l)" 2
at 'joint: one a line, evenly' "${tops[2]} - ${tops[1]}" "${tops[1]} - ${tops[0]}"
at 'joint: the lead issuer comes first' "${tops[1]} - ${tops[0]} > 0" 1
names_right=$right
names_left=$left
find_text joint 1 文件
at 'joint: 文件 behind the names' "$left > $names_right" 1
at 'joint: the whole is centred' "($names_left + $right) / 2" '28 + 156 / 2'
read -r _ suffix_top _ suffix_bottom < <(perl "$ROOT/tests/pdf/red.pl" 300 red.pam \
    "$(calc "$left - 1")" | head -n 1)
at 'joint: 文件 at half height' "($suffix_top + $suffix_bottom) / 2" "($ink_top + $ink_bottom) / 2"
find_text joint 1 某应急发〔2026〕12号
at 'joint: the number two blank lines below the names' "$top" "$ink_bottom + $BLANK2"

many='[某市发展和改革委员会'
for name in 教育 科学技术 工业和信息化 民政 财政; do many+=", 某市${name}局"; done
put many "$BASE
模板: document
发文机关: $many]
发文字号: 某发改发〔2026〕12号" <<<"$SOME"
find_red many 1
band 1
at 'six issuers: 35 mm below the top of the text block' "$top" '37 + 35'
band "$(($(wc -l <<<"$red") - 1))"
at 'six issuers: no higher than 60 mm' "$bottom - 72 <= 60" 1
find_text many 1 现将全市
at 'six issuers: text on the first page' "$top > 0" 1

put long "$BASE
模板: document
发文机关: 某某省某某市某某新区住房和城乡建设委员会办公室
发文字号: 某建办发〔2026〕12号" <<<"$TEXT"
find_red long 1
band 1
at 'a long name: ink 35 mm below the top of the text block' "$top" '37 + 35'
at 'a long name: in the text block' "$left >= 28 && $right <= 184" 1
find_text long 1 某某省某某市某某新区住房和城乡建设委员会办公室文件
at 'a long name: as wide as the text block' "$right - $left" 156
at 'a long name: condensed to seven tenths' \
    "($right - $left) / 25 / ($size * 25.4 / 72)" 0.7

put given "$BASE
模板: document
发文机关: [某市应急管理局, 某市财政局]
发文机关标志: 某市应急管理局文件
发文字号: 某应急发〔2026〕12号" <<<"$LONG"
is 'the mark may be given, with its 文件' \
    "$(pdftotext -raw given.pdf - | head -n 1)" 某市应急管理局文件

# ---- 7.2.5, 7.2.6: to a superior organ ----

put upward "$BASE
模板: upward
发文机关: [某市应急管理局, 某市财政局, 某市消防救援支队]
发文字号: 某应急发〔2026〕12号
签发人: [张某某, 李某, 王某某]" <<<"$LONG"
find_red upward 1
band "$(($(wc -l <<<"$red") - 1))"
mark_bottom=$bottom
find_text upward 1 签发人：
at '7.2.6 label: two blank lines below the mark' "$top" "$mark_bottom + $BLANK2"
has '7.2.6 label: 三号 仿宋' "$size $font" '15.793 FandolFang'
label_right=$right
find_text upward 1 张某某
at '7.2.6 names: right behind the label' "$left" "$label_right"
has '7.2.6 names: 三号 楷体' "$size $font" '15.793 FandolKai'
first_left=$left first_top=$top
find_text upward 1 李某
at '7.2.6 names: two a line' "$top" "$first_top"
at '7.2.6 names: one character free at the right' "$right" "28 + 156 - $CELL"
find_text upward 1 王某某
at '7.2.6 names: further lines begin below the first name' "$left" "$first_left"
at '7.2.6 names: … on the next line' "$top" "$first_top + $PITCH"
last_top=$top
find_text upward 1 某应急发〔2026〕12号
at '7.2.5 number: one character from the left' "$left" "28 + $CELL"
at '7.2.5 number: on the line of the last signatory' "$top" "$last_top"
number_bottom=$bottom
band "$(wc -l <<<"$red")"
at '7.2.7 rule: 4 mm below' "$top" "$number_bottom + 4"

put signatory "$BASE
模板: upward
发文机关: 某市应急管理局
发文字号: 某应急发〔2026〕12号
签发人: 张某某" <<<"$TEXT"
find_red signatory 1
band 1
mark_bottom=$bottom
find_text signatory 1 张某某
at 'one signatory: one character free at the right' "$right" "28 + 156 - $CELL"
at 'one signatory: two blank lines below the mark' "$top" "$mark_bottom + $BLANK2"
signed=$top
find_text signatory 1 某应急发〔2026〕12号
at 'one signatory: the number on the same line' "$top" "$signed"

# ---- 10.1: a letter ----

put letter "$BASE
模板: letter
发文机关: [某市应急管理局, 某市财政局]
发文字号: 某应急函〔2026〕12号
份号: 1
密级: 秘密★1年
紧急程度: 加急" <<<"$LONG"
find_red letter 1
is '10.1 a mark and two double rules are red' "$(wc -l <<<"$red")" 5
band 1
mark_bottom=$bottom
at '10.1 mark: ink 30 mm below the top of the page' "$top" 30
find_text letter 1 某市应急管理局
at '10.1 mark: centred on the text block' "($left + $right) / 2" '28 + 156 / 2'
is '10.1 mark: the lead issuer’s name, without 文件' \
    "$(pdftotext -raw letter.pdf - | sed -n '/急管理/{p;q}')" 某市应急管理局
band 2
at '10.1 rule: 4 mm below the mark' "$top" "$mark_bottom + 4"
at '10.1 rule: 170 mm, from the left' "$left" '28 + 156 / 2 - 170 / 2'
at '10.1 rule: … to the right' "$right" '28 + 156 / 2 + 170 / 2'
thick=$(calc "$bottom - $top")
band 3
at '10.1 rule: thick above thin' "$thick - ($bottom - $top)" '1.5 * 25.4 / 72'
rule_bottom=$bottom
band 4
thin=$(calc "$bottom - $top")
at '10.1 second rule: 170 mm' "$right - $left" 170
band 5
at '10.1 second rule: thin above thick' "$bottom - $top - $thin" '1.5 * 25.4 / 72'
at '10.1 second rule: 20 mm above the foot of the page' "$bottom" '297 - 20'
at '10.1 second rule: 170 mm, centred' "($left + $right) / 2" '28 + 156 / 2'
find_text letter 1 000001
at '10.1 copy number: flush left below the rule' "$left" 28
at '10.1 copy number: 7/8 of a character below it' "$top" "$rule_bottom + $WHITE"
first=$top
find_text letter 1 秘密★1年
at '10.1 classification: on the next line' "$top" "$first + $PITCH"
find_text letter 1 加急
at '10.1 urgency: on the line after that' "$top" "$first + 2 * $PITCH"
at '10.1 urgency: flush left' "$left" 28
last_bottom=$bottom
find_text letter 1 某应急函〔2026〕12号
at '10.1 number: flush right' "$right" '28 + 156'
at '10.1 number: 7/8 of a character below the rule' "$top" "$rule_bottom + $WHITE"
find_text letter 1 关于安全生产检查情况的通报
at '10.1 title: two blank lines below the last element' "$top" "$last_bottom + $BLANK2"
at '10.1 title: centred' "($left + $right) / 2" '28 + 156 / 2'
is '10.1 no page number on page 1' "$(pdftotext -raw -l 1 letter.pdf - | grep -c —)" 0
is '10.1 a page number on page 2' "$(pdftotext -raw -f 2 -l 2 letter.pdf - | grep —)" '— 2 —'
find_red letter 2
is '10.1 the second rule is on page 1 alone' "$red" ''

put short-letter "$BASE
模板: letter
发文机关: 某市应急管理局
发文字号: 某应急函〔2026〕12号" <<<"$TEXT"
find_text short-letter 1 某应急函〔2026〕12号
last_bottom=$bottom
find_text short-letter 1 关于安全生产检查情况的通报
at '10.1 title: two blank lines below the number' "$top" "$last_bottom + $BLANK2"

# ---- 10.2: an order ----

put order "$BASE
模板: order
发文机关: 某市人民政府
发文字号: 第12号" <<<"$TEXT"
find_red order 1
is '10.2 the mark alone is red: no rule' "$(wc -l <<<"$red")" 1
band 1
at '10.2 mark: ink 20 mm below the top of the text block' "$top" '37 + 20'
mark_bottom=$bottom
find_text order 1 某市人民政府令
at '10.2 mark: centred' "($left + $right) / 2" '28 + 156 / 2'
is '10.2 mark: the issuer’s name and 令' \
    "$(pdftotext -raw order.pdf - | head -n 1)" 某市人民政府令
find_text order 1 第12号
at '10.2 number: two blank lines below the mark' "$top" "$mark_bottom + $BLANK2"
at '10.2 number: centred' "($left + $right) / 2" '28 + 156 / 2'
number_bottom=$bottom
find_text order 1 现将全市
line=$(calc "$number_bottom + $BLANK2") # the first line of the grid that is no higher
at '10.2 text: two blank lines below the number, on the grid' "$top" \
    "37 + (int(($line - 37) / $PITCH) + 1) * $PITCH"

# ---- red in ink, the star, mirrored margins: a template's keys ----

mkdir -p data/bin data/templates
cp "$MKBULLETIN" data/bin/mkbulletin
ln -s "$ROOT/fonts" data/fonts
cp "$ROOT"/templates/*.yaml data/templates/
cat >data/templates/press.yaml <<'END'
name: press
extends: document
red: cmyk
text-block:
  mirror: true
masthead:
  rule: {star: 6mm}
END
own=$MKBULLETIN
MKBULLETIN=$T/data/bin/mkbulletin
put press "$BASE
模板: press
发文机关: 某市某局
发文字号: 某局发〔2026〕2号" <<<"$LONG"
mkb build press -o 'press-%d.png'
mutool draw -q -c rgb -F pam -o png.pam press-1.png 2>/dev/null
ok 'a PNG has the red of a screen' \
    perl -0777 -ne 's/^.*?ENDHDR\n//s; exit !/^(?:...)*\xff\0\0/s' png.pam
ok 'in ink: qpdf --check' qpdf --check press.pdf
# colours OPERATORS FILE: every colour that is set in a PDF with one of these operators
colours() {
    qpdf --qdf --object-streams=disable "$2" plain.pdf
    LC_ALL=C tr -d '\0' <plain.pdf | grep -aoE "(^| )([0-9.]+ )+($1)( |\$)" | sed 's/^ *//; s/ *$//' |
        sort -u | paste -sd ';'
}
is 'in ink: no light' "$(colours 'rg|RG|g|G|k|K' press.pdf)" ''
is 'in ink: red is Y80 M80, black BL100' "$(colours 'scn|SCN' press.pdf)" \
    '0 0 0 1 scn;0 0.8 0.8 0 scn'
has 'in ink: by the names of the inks' "$(LC_ALL=C tr -d '\0' <plain.pdf | tr -s ' \n' ' ')" \
    '/DeviceN [ /Cyan /Magenta /Yellow /Black ] /DeviceRGB'
mkb build press --pdf-standard=none -o device.pdf
MKBULLETIN=$own
is 'in ink, no standard: of the device' "$(colours 'rg|RG|g|G|k|K' device.pdf)" \
    '0 0 0 1 k;0 0.8 0.8 0 k'
is 'in ink, no standard: no light' "$(grep -ac 'DeviceRGB' plain.pdf)" 0
mutool draw -q -c cmyk -A 0 -F pam -o press.pam press.pdf 1 2>/dev/null
gs -q -dBATCH -dNOPAUSE -dGraphicsAlphaBits=1 -dTextAlphaBits=1 -sDEVICE=pamcmyk32 -r72 \
    -dLastPage=1 -sOutputFile=gs.pam press.pdf
for pam in press gs; do
    is "in ink: two inks on the page, separated ($pam)" "$(perl -0777 -ne '
        s/^.*?ENDHDR\n//s; $seen{$_}++ for unpack "(a4)*"; delete $seen{"\0\0\0\0"};
        print join " ", sort map { unpack "H*" } keys %seen' $pam.pam)" '000000ff 00cccc00'
done
find_red press 1
find_text press 1 ★
at 'the star: in the middle of the rule' "($left + $right) / 2" '28 + 156 / 2'
band 2
at 'the star: higher than the rule' "$bottom - $top > 4" 1
find_text press 1 请各单位
at 'mirrored: 28 mm at the left of odd pages' "$left" "28 + 2 * $CELL"
find_text press 2 请各单位
at 'mirrored: 28 mm at the right of even pages' "$left" "210 - 28 - 156 + 2 * $CELL"
done_testing
