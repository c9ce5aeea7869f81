# The ledger on the PDF: what its table says, and where it stands.
. "${0%/*}/../lib.sh"

bulletin in <<<'正文。'
mkdir in/annexes
finding() { # FILE KEYS TITLE MEASURE…
    { printf -- '---\n%b---\n# %s\n\n' "$2" "$3"; printf '1. %s\n' "${@:4}"; } >"in/$1"
}
finding 1.md 'id: pay\nstatus: done\n责任单位: 办公室\ndue: 2023-08-31\ncompleted: 2023-06-08\n' \
    '值班补助*发放*不规范' '退回多发的款项，见[](#pay)' '修订值班补助发放办法'
finding 2.md 'status: ongoing\n责任单位: 财务科\ndue: 2023-12-31\n' '台账不全' '补齐台账'
finding 3.md 'status: done\n责任单位: 综合科\n' '学习不够经常' '定期学习'
cat >in/annexes/1.md <<'X'
---
类型: 台账
栏目: [序号, 问题, 责任单位, 状态]
合计: 是
---
# 整改台账

进展如下。
X
mkb build in --lang=en -o out.pdf
is 'it builds' "$status $err" '0 '
is 'what the table says' "$(pdftotext -layout -f 2 -l 2 out.pdf - | tr -s ' ' | tr -d '\f' | sed 's/^ //' | grep .)" \
    '附件
整改台账
进展如下。
序号 问题 责任单位 整改状态
1 值班补助发放不规范 办公室 已完成
2 台账不全 财务科 推进中
3 学习不够经常 综合科 已完成
推进中1项
合计 3项
已完成2项
— 2 —'
mkb build in --stop-after=pages
is 'emphasis is set as in the text' "$(grep -c 'FandolKai.*"发放"' .out)" 2
is 'it ends at the edges of the text block' \
    "$(awk '/^page 2/ { on = 1 } on && /^    rule/ && $7 > 400 { print $3, $7 }' .out | sort -u)" \
    '78.874 443.195'

# All columns do not fit: the table is turned, and what begins the annex with it.
printf -- '---\nkind: ledger\n---\n# 整改台账\n' >in/annexes/1.md
mkb build in --lang=en -o out.pdf
is 'with all columns' "$status $err" '0 '
pdftotext -raw -f 2 -l 2 out.pdf - | tr -d ' \n\f' >said
has 'dates, several measures, references' "$(cat said)" 2023年8月31日 2023年6月8日 \
    '1.退回多发的款项，见1' '2.修订值班补助发放办法' 补齐台账
is 'a measure alone has no number' "$(grep -c '1.补齐' said)" 0
is 'no totals where none are asked for' "$(grep -c 合计 said)" 0
mkb build in --stop-after=pages
is 'the title is turned with the table' \
    "$(sed -n '/^page 2/,/page-number/p' .out | grep -cE '"(整改台账|附件|完成日期|台账不全)" turned$')" 4

# Text before it is turned as well, in lines as long as that page is high; but not a page of it.
on() { pdftotext -raw -f "$1" -l "$1" out.pdf - | tr -d ' \n\f'; }
sentence=按照统一安排，现将整改进展情况列表如下，各项任务均已明确责任单位和完成时限，按季度通报进展情况，
printf '\n%s%s截至本月。\n' "$sentence" "$sentence" >>in/annexes/1.md
mkb build in --stop-after=pages
sed -n '/^page 2/,/page-number/p' .out >turned
is 'text above it is turned' "$(grep -c '现将整改.* turned$' turned) $(grep -c '"附件" turned$' turned)" '2 1'
is 'it is as long as the table is wide' "$(awk '
    / body x / && $9 > width { width = $9 }
    $1 == "rule" && $7 > 400 { rule = $7 }
    END { print (width > rule - 2 && width < rule) }' turned)" 1
mkb build in --lang=en -o out.pdf
has 'on one page' "$(pdfinfo out.pdf | awk '/^Pages/ { print $2 }') $(on 2)" '2 附件整改台账按照统一安排' 序号问题
printf '\n%s\n' "$sentence" "$sentence" "$sentence" >>in/annexes/1.md
mkb build in --lang=en -o out.pdf
has 'more text than four lines' "$(pdfinfo out.pdf | awk '/^Pages/ { print $2 }') $(on 2) $(on 3)" \
    '3 附件整改台账按照' '—2— 序号问题'
printf -- '---\nkind: ledger\n---\n# 整改台账\n' >in/annexes/1.md

# A footnote stays where the measure stands.
finding 3.md 'status: done\n' '学习不够经常' '定期学习[^1]'
printf '\n[^1]: 每月一次。\n' >>in/3.md
mkb build in --lang=en -o out.pdf
pdftotext -raw -f 2 -l 2 out.pdf - | tr -d ' \n\f' >said
has 'no footnote' "$status $err $(grep -c 每月 said) $(cat said)" '0  0 ' 定期学习

# A character without a glyph is told where it is written, once.
sed -i 's/台账不全/台账क不全/' in/2.md
mkb build in --lang=en -o out.pdf
is 'a missing glyph' "$status $(grep -c 'no-glyph' .err) $(head -n 1 .err)" \
    "3 1 in/2.md:6:5: error: no font of 仿宋 has a glyph for 'क' (U+0915) [no-glyph]"
# The row of totals has another with it, however the rows fall: turned pages, rows of one to five lines.
rm -rf in && bulletin in <<<'正文。'
mkdir in/annexes
printf -- '---\nkind: ledger\ntotals: true\n---\n# 台账\n' >in/annexes/1.md
lone='' divided=0
for lines in {1..5}; do
    measure=$(printf '逐笔核对发放情况并限期退回多发%.0s' $(seq "$lines"))
    rm -f in/[0-9]*.md
    for n in {1..18}; do
        finding "$n.md" 'status: done\n责任单位: 街道党政办公室\ndue: 2023-12-31\ncompleted: 2023-10-20\n' \
            "问题$n" "$measure"
        mkb build in --lang=en -o out.pdf
        pages=$(pdfinfo out.pdf | awk '/^Pages/ { print $2 }')
        rows=$(pdftotext -raw -f "$pages" -l "$pages" out.pdf - | tr -d ' ' | grep -cE '问题[0-9]+|合计')
        [ "$pages" = 2 ] || divided=$((divided + 1))
        [ "$rows" != 1 ] || lone+="$lines×$n "
    done
done
is 'it is divided in many of them' "$((divided > 30))" 1
is 'totals are never alone on a page' "$lone" ''
done_testing
