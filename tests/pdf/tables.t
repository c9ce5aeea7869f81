# Tables, figures and footnotes, measured on the PDF in millimetres: the grid before and after them
# (GB/T 9704-2012 5.2.3), rules, turned pages (8), notes at the foot.
. "${0%/*}/../lib.sh"

. "$ROOT/tests/pdf/measure.sh"

BASE='标题: 关于检查情况的通报
发文机关: 某市某局
成文日期: 2026-11-20'
PT='25.4 / 72'
HALF=$(calc "12 * $PT / 2") # of a character of 小四

# Whether a text stands on the grid: its em box's top so many rows below the first.
on_grid() { # NAME
    local rows
    rows=$(calc "($top - 37) / $PITCH")
    at "$1" "$top" "37 + $PITCH * $(printf %.0f "$rows")"
}

# ---- a table ----

put table "$BASE" <<'X'
表前的文字。

表1 收支情况 {#income}

| 项目 | 金额 | 说明 |
| --- | ---: | --- |
| 甲 | 1280.5 | 短 |
| 乙 | 7 | 说 |

表后的文字，见[](#income)。
X
find_text table 1 表前的文字
on_grid 'the text before a table'
before=$top
find_text table 1 收支情况
at 'caption: the line after' "$bottom - $(calc "0.12 * 12 * $PT")" "$before + $PITCH + 0.88 * $CELL"
is 'caption: 小四 黑体' "$size ${font%%-*}" '12.000 NotoSansCJKsc'
find_rules table 1
is 'rules: above, below the head, between rows, below' "$(wc -l <<<"$rules")" 4
rule 1
at 'table: from the left edge of the text block' "$left" "28 - 0.35 / 2"
at 'table: as wide as the text block' "$right" "28 + 156 + 0.35 / 2"
at 'outer rule: 0.35 mm' "$bottom - $top" 0.35
first=$top
rule 2
at 'inner rule: 0.25 mm' "$bottom - $top" 0.25
at 'row: a line of 12 pt and 4 pt of white above and below it' \
    "($top + $bottom) / 2 - $first - 0.35 / 2" "20 * $PT"
rule 4
last=$bottom
find_text table 1 1280.5
at 'a column set right ends 4 pt before its rule' "$right" "$(
    mutool draw -q -r 600 -F pgm -o page.pgm table.pdf 1 2>/dev/null
    perl "$ROOT/tests/pdf/down.pl" 600 page.pgm "$(calc "$top + $HALF / 2")" | sed -n 3p
) - 0.25 / 2 - 4 * $PT"
find_text table 1 表后的文字
on_grid 'the text after a table'
at 'white below the table: a line at most more than below text' "$top - $last < $WHITE + $PITCH" 1
has 'a reference sets the number' "$(pdftotext -raw table.pdf - | tr -d ' \n')" '见表1。'

# ---- many rows: whole, the head again on each page ----

put long "$BASE" < <(
    printf '| 序号 | 说明 |\n| --- | --- |\n'
    for i in {1..60}; do echo "| $i | 这一行说的是第${i}项，文字不长。 |"; done
)
is 'the head stands on each page' "$(pdftotext -raw long.pdf - | grep -c 序号)" "$(
    pdfinfo long.pdf | awk '/^Pages/ { print $2 }')"
find_text long 2 序号
at 'the head below a line at the top of the text block' "$top" "37 + $PITCH + 4 * $PT"
find_rules long 2
rule 1
at 'a rule above it' "($top + $bottom) / 2" "37 + $PITCH"
is 'every row once' "$(pdftotext -raw long.pdf - | grep -o '第[0-9]*项' | sort -u | wc -l)" 60

find_text long 2 续表
at 'that line: at the right edge' "$right" '28 + 156'
at 'that line: on the first of the grid' "$bottom - 0.12 * 12 * $PT" "37 + 0.88 * $CELL"
is 'that line: as a caption' "$size ${font%%-*}" '12.000 NotoSansCJKsc'
is 'it stands on all pages but the first' "$(pdftotext -raw long.pdf - | tr -d '\f' | grep -cx 续表)" "$(
    pdfinfo long.pdf | awk '/^Pages/ { print $2 - 1 }')"

# ---- the words above it, and the footnotes of its head, again on each page ----

goes_on() { # NAME [TEMPLATE-KEYS]
    mkdir -p "$1/templates"
    printf 'name: own\nextends: notice\ndescription: own\n%b' "${2-}" >"$1/templates/own.yaml"
    put "$1" "$BASE"$'\ntemplate: own' < <(
        printf '正文[^a]。\n\n表1-2　收支[^c]\n\n| 项目[^h] | 说明[^a] |\n| --- | --- |\n'
        for i in {1..60}; do echo "| $i | 第${i}项$([ "$i" != 40 ] || echo '[^x]') |"; done
        printf '\n后文[^h]。\n\n[^a]: 甲注。\n[^c]: 题注。\n[^h]: 头注。\n[^x]: 格注。\n'
    )
}
page_text() { pdftotext -raw -f "$2" -l "$2" "$1.pdf" - | tr -d ' \n\f'; }

goes_on label
has 'the number of its caption' "$(page_text label 2)" 续表1-2项目③说明①22第22项
is 'the notes of page 1' "$(page_text label 1 | grep -o '①甲注.*')" ①甲注。②题注。③头注。—1—
is 'a note of the head again where the head is' "$(page_text label 2 | grep -o '48第48项.*')" \
    48第48项③头注。④格注。—2—
is 'and on the last page once' "$(page_text label 3 | grep -o '头注' | wc -l)" 1
find_text label 2 格注
at 'the last of them stands on the foot' "$bottom" '37 + 225'
find_rules label 2
foot=$(tail -n 2 <<<"$rules" | head -n 1 | cut -d' ' -f4)
find_text label 2 头注
at 'they take room from the rows' "$top - $foot > 8 * $PT" 1
goes_on words 'table: {continued: "{label}（续）"}\nstyles: {continued: {align: center}}\n'
has 'words of a template' "$(page_text words 2)" 表1-2（续）项目③
find_text words 2 '表1-2（续）'
at 'in the middle, without the white of its bracket' "($left + $right - 6 * $PT) / 2" '28 + 156 / 2'
goes_on none 'table: {continued: ~}\n'
is 'none, where the template has none' "$(page_text none 2 | head -c 6)" 项目
find_rules none 2
rule 1
at 'then the head stands at the top' "($top + $bottom) / 2" 37

# ---- the blank after the number of a caption is as wide as a character, however it is written ----

put blank "$BASE" <<'X'
表1 收入

| 项目 |
| --- |
| 甲 |

表 2 支出

| 项目 |
| --- |
| 甲 |
X
for caption in 表1:收入 '表 2:支出'; do
    find_text blank 1 "${caption%:*}"
    number=$right
    find_text blank 1 "${caption#*:}"
    at "after ${caption%:*}" "$left - $number" "12 * $PT"
done

# ---- a row that goes on has white above its first line ----

set_pdf tall "$BASE" < <(
    printf '| 项目 | 说明 |\n| --- | --- |\n| 甲 | '
    for i in {1..150}; do printf '第%s次检查，按照统一安排进行。' "$i"; done
    printf ' |\n'
)
find_rules tall 2
rule 2
head=$bottom
text=$(pdftotext -raw -f 2 -l 2 tall.pdf - | tr -d '\f' | sed -n 3p)
find_text tall 2 "${text:0:6}"
at 'as above any row' "$top - $head" "4 * $PT - 0.25 / 2"

# ---- 8: a wide table is turned, its head at the left on odd and even pages ----

put wide "$BASE" < <(
    row() { printf '|'; printf ' %s |' "$@"; echo; }
    echo $'正文。\n'
    echo $'表1 台账\n'
    row 序号 问题 整改措施 责任单位 整改时限 整改状态 完成日期
    row --- --- --- --- --- --- ---
    for i in {1..40}; do
        row "$i" 值班补助发放不符合有关规定 逐笔核对发放情况并限期退回多发的款项 街道党政办公室 \
            2026年8月31日 已完成 2026年6月8日
    done
    echo $'\n表后的文字。'
)
for page in 2 3; do
    find_text wide "$page" 完成日期
    at "page $page: the head reads upwards, at the left edge" "$left < 28 + 156 / 4" 1
    found=$(pdftotext -bbox -f "$page" -l "$page" wide.pdf - |
        sed -n 's/.*xMin="\([0-9.]*\)" yMin="\([0-9.]*\)".*>完成日期<.*/\1 \2/p' | head -n 1)
    at "page $page: the last column stands at the top" "$(cut -d' ' -f2 <<<"$found") * $PT < 90" 1
    find_text wide "$page" "— $page —"
    at "page $page: the page number stays at the foot (7.5)" "$top > 262" 1
done
is 'text is not on turned pages' "$(pdftotext -f 2 -l 3 wide.pdf - | grep -c 表后的文字)" 0

# The headings right above go with the table, and do not end the page before it; text does not.
mkdir -p wide-headed/1-a/1-b/1-c
printf '# 方面\n\n引言。\n' >wide-headed/1-a/index.md
printf '# 项目\n' >wide-headed/1-a/1-b/index.md
{
    row() { printf '|'; printf ' %s |' "$@"; echo; }
    printf '# 细目\n\n表1 台账\n\n'
    row 序号 问题 整改措施 责任单位 整改时限 整改状态 完成日期
    row --- --- --- --- --- --- ---
    row 1 值班补助发放不符合有关规定 逐笔核对发放情况并限期退回多发的款项 街道党政办公室 \
        2026年8月31日 已完成 2026年6月8日
    printf '\n表后的文字。\n'
} >wide-headed/1-a/1-b/1-c/index.md
put wide-headed "$BASE" <<<'正文。'
is 'headings above a turned table' "$(for page in 1 2 3; do
    pdftotext -f $page -l $page -raw wide-headed.pdf - | grep -o '方面\|引言\|项目\|细目\|表1\|表后' | paste -sd ' '
done)" '方面 引言
项目 细目 表1
表后'

# ---- a figure ----

mkdir -p figure
echo '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm"
 viewBox="0 0 100 50"><path d="M0 0H100V50H0Z" fill="#f00"/></svg>' >figure/red.svg
put figure "$BASE" <<'X'
图前的文字。

![红色的方块](red.svg "图1 示意"){#box}

图后的文字。
X
find_red figure 1
band 1
at 'figure: as wide as it is' "$right - $left" 100
at 'figure: as high as it is' "$bottom - $top" 50
at 'figure: centred on the text block' "($left + $right) / 2" '28 + 156 / 2'
foot=$bottom
find_text figure 1 示意
at 'its caption below it' "$top > $foot && $top < $foot + $PITCH" 1
find_text figure 1 图后的文字
on_grid 'the text after a figure'

# ---- footnotes ----

put notes "$BASE" <<'X'
正文[^1]，再说一遍[^2]。

[^1]: 第一个注。
[^2]: 第二个注。
X
find_text notes 1 第二个注
at 'the last note stands on the foot of the text block' "$bottom" '37 + 225'
second=$top
find_text notes 1 第一个注
at 'notes: 13 pt from line to line' "$second - $top" "13 * $PT"
is 'notes: 小五' "$size" 9.000
first=$top
find_rules notes 1
rule 1
at 'rule above the notes: from the left' "$left" 28
at 'rule above the notes: 52 mm' "$right - $left" 52
at 'rule above the notes: 4 pt from them' "$first - $bottom" "4 * $PT"
find_text notes 1 ①
at 'a mark is smaller than its text' "$size < 15.793 * 0.7" 1
done_testing
