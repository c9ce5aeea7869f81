# The body elements and the end of official documents, measured on the PDF in millimetres: GB/T
# 9704-2012 7.3.2, 7.3.4, 7.3.5, 7.3.6, 7.4, 7.5, 10.3.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/pdf/measure.sh"

# The em box of line N of the grid; so many characters from the left edge of the text block.
row() { echo "37 + ($1 - 1) * $PITCH"; }
x() { echo "28 + ($1) * $CELL"; }
bottom_of() { echo "$(row "$1") + $CELL"; }
next_line() { pdftotext -raw "$1.pdf" - | grep -A 1 "^$2" | sed -n 2p; } # NAME TEXT
right_gap() { echo "28 + 156 - ($1) * $CELL"; }

TEXT='现将全市安全生产检查有关情况通报如下。

请各单位认真贯彻执行。'
BASE='标题: 关于安全生产检查情况的通报
成文日期: 2026-11-23
模板: document'
SMALL='标题: 关于安全生产检查情况的通告
模板: announcement'
perl "$ROOT/tests/pdf/seal.pl" seal >seal.svg
perl "$ROOT/tests/pdf/seal.pl" stamp >stamp.svg

# ---- 7.3.2: recipients ----

put recipients "$BASE
发文机关: 某市应急管理局
发文字号: 某应急发〔2026〕12号
主送机关: [各区县应急管理局, '市教育局，市住房和城乡建设局', 市属各企业, 各有关单位]" <<<"$TEXT"
find_text recipients 1 关于安全生产检查情况的通报
title_bottom=$bottom
find_text recipients 1 各区县应急管理局、市教育局，市住房和城乡建设局、
first_row=$(calc "sprintf('%.0f', ($top - 37) / $PITCH) + 1")
at '7.3.2 recipients: on the grid' "$top" "$(row "$first_row")"
at '7.3.2 recipients: a blank line below the title, and what leads back to the grid' \
    "$top - $title_bottom >= $WHITE + $PITCH && $top - $title_bottom < $WHITE + 2 * $PITCH" 1
at '7.3.2 recipients: flush left' "$left" 28
has '7.3.2 recipients: 三号 仿宋' "$size $font" '15.793 FandolFang'
pdftotext -raw recipients.pdf - | tr -d '\n' >said
has '7.3.2 recipients: 、 between, a colon at the end' "$(cat said)" \
    '各区县应急管理局、市教育局，市住房和城乡建设局、市属各企业、各有关单位：现将'
find_text recipients 1 "$(next_line recipients 各区县)"
at '7.3.2 recipients: turned lines flush left' "$left" 28
at '7.3.2 recipients: … on the next line' "$top" "$(row "$first_row + 1")"
find_text recipients 1 现将全市
at '7.3.3 text: on the line after' "$top" "$(row "$first_row + 2")"
at '7.3.3 text: two characters from the left' "$left" "$(x 2)"

# ---- 7.3.4: list of annexes ----

annexes() { # NAME TITLE…
    local name=$1 n=0 title
    shift
    mkdir -p "$name/annexes"
    for title; do
        n=$((n + 1))
        printf '# %s\n\n附件的文字。\n' "$title" >"$name/annexes/$n.md"
    done
}

LONG_NAME=某市各区县各部门安全生产检查情况统计汇总表及存在问题整改清单
annexes list "$LONG_NAME" 《某市安全生产条例》 某市安全生产检查工作方案。
put list "$SMALL
发文机关: 某市应急管理局
成文日期: 2026-11-23" <<<"$TEXT"
find_text list 1 请各单位
text_row=$(calc "sprintf('%.0f', ($top - 37) / $PITCH) + 1")
find_text list 1 附件：1.某市各区县
at '7.3.4 list: a blank line below the text' "$top" "$(row "$text_row + 2")"
at '7.3.4 list: two characters from the left' "$left" "$(x 2)"
has '7.3.4 list: 三号 仿宋' "$size $font" '15.793 FandolFang'
find_text list 1 1.某市各区县
number_left=$left
at '7.3.4 list: the number after 附件：' "$number_left" "$(x 5)"
find_text list 1 某市各区县
name_left=$left
turned=$(next_line list 附件：)
find_text list 1 "$turned"
at '7.3.4 list: turned lines below the first character of the name' "$left" "$name_left"
at '7.3.4 list: … on the next line' "$top" "$(row "$text_row + 3")"
find_text list 1 2.《某市
at '7.3.4 list: numbers one below the other' "$left" "$number_left"
at '7.3.4 list: each on a new line' "$top" "$(row "$text_row + 4")"
find_text list 1 3.某市
at '7.3.4 list: the third too' "$left" "$number_left"
pdftotext -raw -l 1 list.pdf - | tr -d '\n' >said
has '7.3.4 list: as it is written, nothing after the names' "$(cat said)" \
    "${LONG_NAME}2.《某市安全生产条例》3.某市安全生产检查工作方案。某市应急管理局"
find_text list 1 某市应急管理局
at '7.3.5.2 signature: a blank line below the list' "$top" "$(row "$text_row + 7")"

annexes one "$LONG_NAME"
put one "$SMALL
发文机关: 某市应急管理局
成文日期: 2026-11-23" <<<"$TEXT"
find_text one 1 附件：某市各区县
at '7.3.4 one annex: two characters from the left, without a number' "$left" "$(x 2)"
find_text one 1 "$(next_line one 附件：)"
at '7.3.4 one annex: turned lines below the first character of the name' "$left" "$(x 5)"

# ---- 7.3.5.2: without a seal ----

# N characters in the name, D in the date: the longer leaves 2 free, the date begins 2 further right.
unsealed() { # NAME ISSUER DATE N D NAME-X DATE-X
    put "$1" "$SMALL
发文机关: $2
成文日期: $3" <<<"$TEXT"
    find_text "$1" 1 请各单位
    local above=$top year month day date
    IFS=- read -r year month day <<<"$3"
    date=${year}年${month#0}月${day#0}日
    find_text "$1" 1 "$2"
    at "7.3.5.2 $1: signature a blank line below the text" "$top" "$above + 2 * $PITCH"
    at "7.3.5.2 $1: signature at $6" "$left" "$(x "$6")"
    at "7.3.5.2 $1: signature ends at $6 + $4" "$right" "$(x "$6 + $4")"
    find_text "$1" 1 "$date"
    at "7.3.5.2 $1: date on the next line" "$top" "$above + 3 * $PITCH"
    at "7.3.5.2 $1: date at $7" "$left" "$(x "$7")"
    at "7.3.5.2 $1: date ends at $7 + $5" "$right" "$(x "$7 + $5")"
}
unsealed long-name 某某市应急管理局机关 2026-11-23 10 7 16 18
unsealed long-date 某市某某局 2026-11-23 5 7 17 19
unsealed short-date 某市某某局 2026-01-05 5 6 18 20
unsealed equal 某市应急管理局 2026-11-23 7 7 19 21

put joint-unsealed "$SMALL
发文机关: [某市应急管理局, 某市住房和城乡建设局, 某市财政局]
成文日期: 2026-11-23" <<<"$TEXT"
find_text joint-unsealed 1 请各单位
above=$top n=2
for name in 某市应急管理局 某市住房和城乡建设局 某市财政局; do
    find_text joint-unsealed 1 $name
    at "7.3.5.2 joint: $name in its order" "$top" "$above + $n * $PITCH"
    at "7.3.5.2 joint: $name begins with the others" "$left" "$(x 16)"
    n=$((n + 1))
done
find_text joint-unsealed 1 2026年11月23日
at '7.3.5.2 joint: date below the last' "$top" "$above + 5 * $PITCH"
at '7.3.5.2 joint: date two characters further right' "$left" "$(x 18)"

# ---- 7.3.5.1: with a seal ----

# The text above the signature: the bottom of its last line is $above.
find_above() { find_text "$1" "${2-1}" 请各单位; above=$bottom; }

sealed() { # NAME ISSUER N D NAME-X DATE-X
    put "$1" "$SMALL
发文机关: $2
成文日期: 2026-11-23
印章: seal.svg" <<<"$TEXT"
    find_text "$1" 1 "$2"
    local name_top=$top
    at "7.3.5.1 $1: signature at $5" "$left" "$(x "$5")"
    at "7.3.5.1 $1: signature ends at $5 + $3" "$right" "$(x "$5 + $3")"
    find_text "$1" 1 2026年11月23日
    local date_bottom=$bottom
    at "7.3.5.1 $1: date at $6" "$left" "$(x "$6")"
    at "7.3.5.1 $1: date ends at $6 + $4" "$right" "$(x "$6 + $4")"
    at "7.3.5.1 $1: date on the next line" "$top" "$name_top + $PITCH"
    find_above "$1"
    find_red "$1" 1
    is "7.3.5.1 $1: one seal" "$(wc -l <<<"$red")" 1
    band 1
    at "7.3.5.1 $1: seal of 42 mm" "$right - $left" 42
    at "7.3.5.1 $1: … in height" "$bottom - $top" 42
    at "7.3.5.1 $1: seal in the middle of signature and date" "($left + $right) / 2" \
        "$(x "$6 + $4 / 2")"
    at "7.3.5.1 $1: its top less than a line below the text" \
        "$top - $above >= 0 && $top - $above <= $PITCH" 1
    at "7.3.5.1 $1: signature and date a little below its middle" \
        "($name_top + $date_bottom) / 2 - ($top + $bottom) / 2" "$PITCH / 2"
}
# A name that is longer than its line: it goes on where a word begins, with a seal or without one.
for seal in 是 否; do
    put "name-$seal" "$SMALL
发文机关: 某市某区某某街道工作委员会某某工作领导小组办公室应急管理局
成文日期: 2026-11-23
印章: $seal" <<<"$TEXT"
    is "7.3.5 a long name breaks between words (seal $seal)" \
        "$(pdftotext -raw "name-$seal.pdf" - | grep -A 1 '^某市某区' | paste -sd '|')" \
        '某市某区某某街道工作委员会某某工作领导小组办公室|应急管理局'
done

cp seal.svg seal.keep
for name in sealed-short sealed-equal sealed-long sealed-longer sealed-longest; do
    mkdir "$name" && cp seal.svg "$name"
done
sealed sealed-short 某市某局 4 7 18.5 17
sealed sealed-equal 某市应急管理局 7 7 17 17
sealed sealed-long 某某市应急管理局机关 10 7 15.5 17
sealed sealed-longer 某某市人民政府应急管理局 12 7 14 16.5
sealed sealed-longest 某某市人民政府国有资产监督管理委员会某某办公室 23 7 3 11

# By hand: the same room, without an image.
put by-hand "$SMALL
发文机关: 某市某局
成文日期: 2026-11-23
印章: 是" <<<"$TEXT"
find_text by-hand 1 某市某局
hand_top=$top hand_left=$left
find_text sealed-short 1 某市某局
at '7.3.5.1 by hand: signature as with an image' "$hand_top" "$top"
at '7.3.5.1 by hand: … across the line' "$hand_left" "$left"

# The seals of a joint document, row by row: $seals has left, top, right and bottom of each.
find_seals() { # NAME PAGE MIDDLE…: in characters from the left edge
    local name=$1 page=$2 middle
    shift 2
    seals=
    for middle; do
        find_red "$name" "$page" "$(calc "$(x "$middle") - 22")" "$(calc "$(x "$middle") + 22")"
        seals+=$red$'\n'
    done
    seals=$(grep . <<<"$seals" | sort -k2,2n -k1,1n)
}

seal() { # NUMBER
    read -r left top right bottom < <(sed -n "$1p" <<<"$seals")
}

mkdir joint-3
cp seal.svg joint-3
put joint-3 "$SMALL
发文机关: [某市发展局, 某市财政局, 某市某管理局]
成文日期: 2026-11-23
印章: [seal.svg, seal.svg, seal.svg]" <<<"$TEXT"
find_above joint-3
find_seals joint-3 1 4.44 12.47 20.5
is '7.3.5.1 joint: a seal for each issuer' "$(wc -l <<<"$seals")" 3
n=0 last_right=0
for name in 某市发展局 某市财政局 某市某管理局; do
    n=$((n + 1))
    find_text joint-3 1 $name
    name_middle="($left + $right) / 2" name_centre="($top + $bottom) / 2"
    at "7.3.5.1 joint: $name in the first row" "$top" "$above + $WHITE + 2 * $PITCH"
    seal $n
    at "7.3.5.1 joint: seal $n in the middle of its name" "($left + $right) / 2" "$name_middle"
    at "7.3.5.1 joint: seal $n at the height of its name" "($top + $bottom) / 2" "$name_centre"
    at "7.3.5.1 joint: seal $n clear of the one before it" "$left - $last_right >= 1" 1
    at "7.3.5.1 joint: seal $n in the text block" "$left >= 28 && $right <= 28 + 156" 1
    at "7.3.5.1 joint: seal $n less than a line below the text" \
        "$top - $above >= 0 && $top - $above <= $PITCH" 1
    last_right=$right
done
find_text joint-3 1 2026年11月23日
at '7.3.5.1 joint: date leaves four characters free' "$right" "$(right_gap 4)"
at '7.3.5.1 joint: date below the last name, in its middle' "($left + $right) / 2" "$name_middle"
at '7.3.5.1 joint: date on the next line' "$top" "$above + $WHITE + 3 * $PITCH"

mkdir joint-5
cp seal.svg joint-5
put joint-5 "$SMALL
发文机关: [某市发展局, 某市财政局, 某市审计局, 某市教育局, 某市民政局]
成文日期: 2026-11-23
印章: [seal.svg, seal.svg, seal.svg, seal.svg, seal.svg]" <<<"$TEXT"
find_seals joint-5 1 4.44 12.47 20.5
is '7.3.5.1 five: three seals a row at most' \
    "$(cut -d' ' -f2 <<<"$seals" | sort -n | uniq -c | awk '{ printf "%s ", $1 }')" '3 2 '
seal 1
first_bottom=$bottom
seal 4
at '7.3.5.1 five: rows clear of each other' "$top - $first_bottom >= 1" 1
find_text joint-5 1 某市民政局
at '7.3.5.1 five: the last name in the last column' "($left + $right) / 2" "$(x 20.5)"
last_top=$top
find_text joint-5 1 2026年11月23日
at '7.3.5.1 five: date below the last name' "$top" "$last_top + $PITCH"

# ---- 7.3.5.3: signature stamps ----

mkdir stamped stamped-joint
cp stamp.svg stamped
cp stamp.svg stamped-joint
put stamped "$SMALL
发文机关: 某市人民政府
成文日期: 2026-11-23
签名章: stamp.svg
职务: 某市市长
附注: 此件公开发布" <<<"$TEXT"
find_above stamped
find_red stamped 1
band 1
stamp_top=$top stamp_bottom=$bottom stamp_left=$left
at '7.3.5.3 stamp: two blank lines below the text' "$top" "$above + $WHITE + 2 * $PITCH"
at '7.3.5.3 stamp: four characters free at the right' "$right" "$(right_gap 4)"
find_text stamped 1 某市市长
at '7.3.5.3 post: two characters left of the stamp' "$right" "$stamp_left - 2 * $CELL"
at '7.3.5.3 post: at half its height' "($top + $bottom) / 2" "($stamp_top + $stamp_bottom) / 2"
find_text stamped 1 2026年11月23日
at '7.3.5.3 date: a blank line below the stamp' "$top" "$stamp_bottom + $WHITE + $PITCH"
at '7.3.5.3 date: four characters free at the right' "$right" "$(right_gap 4)"
date_top=$top
is '7.3.5.3 no name of the issuer' "$(pdftotext -raw stamped.pdf - | grep -c 某市人民政府)" 0
find_text stamped 1 （此件公开发布）
at '7.3.6 note: on the line below the date' "$top" "$date_top + $PITCH"
at '7.3.6 note: two characters from the left, in brackets' "$left" "$(x 2)"
has '7.3.6 note: 三号 仿宋' "$size $font" '15.793 FandolFang'

put stamped-joint "$SMALL
发文机关: [某市人民政府, 某市某区人民政府]
成文日期: 2026-11-23
签名章: [stamp.svg, stamp.svg]
职务: [某市人民政府市长, 某市某区区长]" <<<"$TEXT"
find_above stamped-joint
find_red stamped-joint 1
is '7.3.5.3 joint: one stamp a row' "$(wc -l <<<"$red")" 2
band 1
first_left=$left first_right=$right first_bottom=$bottom first_middle="($top + $bottom) / 2"
at '7.3.5.3 joint: the lead issuer’s two blank lines below the text' "$top" \
    "$above + $WHITE + 2 * $PITCH"
band 2
at '7.3.5.3 joint: the others below it' "$left" "$first_left"
at '7.3.5.3 joint: … a blank line apart' "$top" "$first_bottom + $WHITE + $PITCH"
second_bottom=$bottom second_middle="($top + $bottom) / 2"
find_text stamped-joint 1 某市人民政府市长
at '7.3.5.3 joint: the lead issuer’s post' "$right" "$first_left - 2 * $CELL"
at '7.3.5.3 joint: … at half height' "($top + $bottom) / 2" "$first_middle"
find_text stamped-joint 1 某市某区区长
at '7.3.5.3 joint: the posts end together' "$right" "$first_left - 2 * $CELL"
at '7.3.5.3 joint: … at half height' "($top + $bottom) / 2" "$second_middle"
find_text stamped-joint 1 2026年11月23日
at '7.3.5.3 joint: date a blank line below the last' "$top" "$second_bottom + $WHITE + $PITCH"
at '7.3.5.3 joint: date four characters free' "$right" "$(right_gap 4)"

# ---- 7.3.6: a note without a seal ----

put note "$SMALL
发文机关: 某市某局
成文日期: 2026-11-23
附注: （联系人：张某某，电话：00000000）" <<<"$TEXT"
find_text note 1 2026年11月23日
date_top=$top
find_text note 1 （联系人
at '7.3.6 note: on the line below the date' "$top" "$date_top + $PITCH"
at '7.3.6 note: two characters from the left' "$left" "$(x 2)"
is '7.3.6 note: brackets are not doubled' "$(pdftotext -raw note.pdf - | grep -c '（（\|））')" 0

# ---- 7.4: imprint ----

EM4='(14 * 25.4 / 72)' # 四号
COPIES='抄送: [市委各部门, 市人大常委会办公厅, 市政协办公厅, 市监委, 市中级人民法院, 市人民检察院, 某某军分区]
印发机关: 某市应急管理局办公室
印发日期: 2026-11-24'
OFFICE='发文机关: 某市应急管理局
发文字号: 某应急发〔2026〕12号'

last_rules() { find_rules "$@"; rules=$(tail -n 3 <<<"$rules"); }

put imprint "$BASE
$OFFICE
$COPIES" <<<"$TEXT"
last_rules imprint 1
rule 3
at '7.4.1 last rule: its lower edge at the foot of the text block' "$bottom" '37 + 225'
at '7.4.1 last rule: 0.35 mm' "$bottom - $top" 0.35
at '7.4.1 last rule: as wide as the text block' "$left" 28
at '7.4.1 last rule: … to the right' "$right" '28 + 156'
last_top=$top
rule 2
at '7.4.1 rule between: as wide as the text block' "$right - $left" 156
thin=$(calc "$bottom - $top") inner_top=$top inner_bottom=$bottom
rule 1
at '7.4.1 first rule: 0.35 mm' "$bottom - $top" 0.35
at '7.4.1 first rule: as wide as the text block' "$right - $left" 156
ok '7.4.1 rule between: thinner, 0.25 mm' perl -e "exit(abs($thin - 0.25) > 0.06 ? 1 : 0)"
first_bottom=$bottom
find_text imprint 1 抄送：市委各部门
at '7.4.2 抄送: one character from the left' "$left" "28 + $EM4"
has '7.4.2 抄送: 四号 仿宋' "$size $font" '14.000 FandolFang'
at '7.4.2 抄送: below the first rule' "$top - $first_bottom > 0 && $top - $first_bottom < $EM4" 1
find_text imprint 1 市委各部门
names_left=$left
find_text imprint 1 "$(next_line imprint 抄送：)"
at '7.4.2 抄送: turned lines below the first character after the colon' "$left" "$names_left"
at '7.4.2 抄送: above the rule between' "$bottom < $inner_top" 1
at '7.4.2 抄送: a full stop at the end' \
    "$(pdftotext -raw imprint.pdf - | tr -d '\n' | grep -c '某某军分区。')" 1
find_text imprint 1 某市应急管理局办公室
at '7.4.3 printed by: one character from the left' "$left" "28 + $EM4"
at '7.4.3 printed by: between the last two rules' "$top > $inner_bottom && $bottom < $last_top" 1
has '7.4.3 printed by: 四号 仿宋' "$size $font" '14.000 FandolFang'
printed_top=$top
find_text imprint 1 2026年11月24日印发
at '7.4.3 printed on: one character from the right' "$right" "28 + 156 - $EM4"
at '7.4.3 printed on: on the same line' "$top" "$printed_top"

# Of one page, before the text and the imprint part.
lines() { for ((i = 1; i <= $1; i++)); do printf '第%s段的文字。\n\n' "$i"; done; }

set_pdf alone "$BASE
$OFFICE
$COPIES" < <(lines 5)
has '7.4 an imprint that stands alone is told' "$err" 'note: the imprint has no room' '[imprint-alone]'
is '7.5 an imprint without room has a page of its own' "$(pdfinfo alone.pdf | awk '/^Pages/ { print $2 }')" 2
is '7.5 … with nothing else on it' \
    "$(pdftotext -raw -f 2 -l 2 alone.pdf - | head -n 1 | cut -c 1-9)" 抄送：
last_rules alone 2
rule 3
at '7.5 … at the foot of the text block' "$bottom" '37 + 225'
is '7.5 … and a number, where no page is blank' \
    "$(pdftotext -raw -f 2 -l 2 alone.pdf - | grep -c '— 2 —')" 1

# ---- 7.3.2: recipients in the imprint ----

many() { for ((i = 1; i <= $1; i++)); do printf '  - 某市第%s区人民政府\n' "$i"; done; }
set_pdf moved "$BASE
$OFFICE
$COPIES
主送机关:
$(many 40)" <<<"$TEXT"
has '7.3.2 so many recipients are told of' "$err" 'note: with the recipients in lines: 15' '[recipients-moved]' \
    'moved/bulletin.md:11:5'
is '7.3.2 the first page shows text' "$(pdftotext -raw -l 1 moved.pdf - | grep -c 现将)" 1
pages=$(pdfinfo moved.pdf | awk '/^Pages/ { print $2 }')
find_text moved "$pages" 主送：某市第1区
at '7.3.2 主送: one character from the left' "$left" "28 + $EM4"
has '7.3.2 主送: 四号 仿宋' "$size $font" '14.000 FandolFang'
main_top=$top
find_text moved "$pages" 抄送：市委
at '7.3.2 主送 above 抄送' "$main_top < $top" 1
last_rules moved "$pages"
is '7.3.2 no rule between 主送 and 抄送' \
    "$(while read -r _ y _; do calc "$y > $main_top && $y < $top"; done <<<"$rules" | grep -c 1.000)" 0
is '7.3.2 the names are there once' \
    "$(pdftotext -raw moved.pdf - | tr -d '\n' | grep -o 某市第40区人民政府 | wc -l)" 1

# ---- 10.3: minutes ----

put minutes '标题: 某市某局局务会议纪要
模板: minutes
发文机关: 某市某局
成文日期: 2026-11-23
出席: [某市某局 张某某、李某某, 某市某局办公室 王某某、赵某、孙某某, 某市某局法规处 周某某]
请假: 某市某局 吴某某
列席: [某市某研究所 郑某某]' <<<"$TEXT"
find_text minutes 1 请各单位
above=$top
find_text minutes 1 出席：
at '10.3 出席: a blank line below the text' "$top" "$above + 2 * $PITCH"
at '10.3 出席: two characters from the left' "$left" "$(x 2)"
has '10.3 出席: 三号 黑体' "$size $font" '15.793 NotoSansCJK'
first_top=$top
find_text minutes 1 某市某局张某某
has '10.3 names: 三号 仿宋' "$size $font" '15.793 FandolFang'
names_left=$left
find_text minutes 1 "$(next_line minutes 出席：)"
at '10.3 turned lines below the first character after the colon' "$left" "$names_left"
at '10.3 … on the next line' "$top" "$first_top + $PITCH"
find_text minutes 1 请假：
at '10.3 请假 on a new line' "$top" "$first_top + 2 * $PITCH"
at '10.3 请假: two characters from the left' "$left" "$(x 2)"
find_text minutes 1 列席：
at '10.3 列席 on a new line' "$top" "$first_top + 3 * $PITCH"
is '10.3 no signature' "$(pdftotext -raw minutes.pdf - | grep -c '^某市某局$')" 0
done_testing
