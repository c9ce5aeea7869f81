# Faults of tables, captions and ids.
. "${0%/*}/../lib.sh"

text() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a text that is refused, from standard input
    bulletin in
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}

text 'a row with too few cells' ragged-row 8:1 '这一行有 1 格，表头有 2 格' \
    'cells in this row: 1; in the head: 2' \
    '每行的格数应与表头相同；没有内容的格也写竖线；格里的竖线写作 \|' \
    'every row has as many cells as the head; an empty cell has its bar; a bar in a cell is written \|' <<'X'
| 项目 | 金额 |
| --- | --- |
| 收入 |
X
text 'a row with too many cells' ragged-row 8:1 '这一行有 3 格，表头有 2 格' \
    'cells in this row: 3; in the head: 2' <<'X'
| 项目 | 金额 |
| --- | --- |
| 收入 | 1 | 2 |
X
text 'text right below a table' ragged-row 9:1 '表格里的这一行没有竖线' \
    'this row of the table has no bar' '表格之后的文字，前面空一行' \
    'leave a blank line between the table and the text below' <<'X'
| 项目 | 金额 |
| --- | --- |
| 收入 | 1 |
以上为街道收支情况。
X
text 'a delimiter row that does not fit' delimiter-row 7:1 '分隔行有 1 格，表头有 2 格' \
    'cells in the delimiter row: 1; in the head: 2' \
    '表头下面的分隔行，每一列写一格 ---；格里的竖线写作 \|' \
    'below the head stands one --- a column; a bar in a cell is written \|' <<'X'
| 项目 | 金额 |
| --- |
| 收入 | 1 |
X
text 'a delimiter row with something else' delimiter-row 7:9 '分隔行的这一格不对' \
    'this cell is none of a delimiter row' '写作 ---、:---（靠左）、:---:（居中）或 ---:（靠右）' \
    'it is ---, :--- (left), :---: (centred) or ---: (right)' <<'X'
| 项目 | 金额 |
| --- | - - |
| 收入 | 1 |
X
text 'a table without rows' no-rows 7:1 '表格只有表头，没有内容' \
    'the table has a head but no rows' '在分隔行下面写表格的内容' \
    'write its rows below the delimiter row' <<'X'
| 项目 | 金额 |
| --- | --- |
X
text 'a table without a head' no-head-row 6:1 '分隔行上面没有表头' \
    'there is no head above this delimiter row' '表头紧接在分隔行上面，中间不空行' \
    'the head is the line right above it' <<'X'
| --- | --- |
| 收入 | 1 |
X
text 'a table without a delimiter row' no-delimiter-row 6:1 '表格没有分隔行' \
    'this table has no delimiter row' \
    '在表头下面加一行 | --- | --- |，每一列一格；表格中间不能有空行' \
    'below the head add | --- | --- |, a cell a column; a table has no blank lines in it' <<'X'
| 项目 | 金额 |
| 收入 | 1 |
X
text 'full-width bars' full-width-bar 7:1 '表格的竖线应当用半角' 'the bars of a table are ASCII bars' \
    '把全角的“｜”改为“|”' 'write | instead of ｜' <<'X'
｜ 项目 ｜ 金额 ｜
｜ --- ｜ --- ｜
｜ 收入 ｜ 1 ｜
X
text 'in the head' full-width-bar 6:6 '表格的竖线应当用半角' 'the bars of a table are ASCII bars' <<'X'
| 项目 ｜ 金额 |
| --- | --- |
| 收入 | 1 |
X
text 'in a row' full-width-bar 8:6 '表格的竖线应当用半角' 'the bars of a table are ASCII bars' <<'X'
| 项目 | 金额 |
| --- | --- |
| 收入 ｜ 1 |
X
text 'without a delimiter row' full-width-bar 6:1 '表格的竖线应当用半角' \
    'the bars of a table are ASCII bars' <<'X'
｜ 项目 ｜ 金额 ｜
｜ 收入 ｜ 1 ｜
X
text 'full-width dashes' delimiter-row 7:1 '分隔行的这一格不对' 'this cell is none of a delimiter row' \
    '写作 ---、:---（靠左）、:---:（居中）或 ---:（靠右）' \
    'it is ---, :--- (left), :---: (centred) or ---: (right)' <<'X'
| 项目 | 金额 |
| －－－ | ——— |
| 收入 | 1 |
X
text 'a table in a list' table-place 8:4 '这里不能有表格' 'no table can stand here' \
    '表格、图片单独成段，顶格写，不放在列表和措施里' \
    'tables and images stand between paragraphs, not indented, outside lists and measures' <<'X'
1. 措施

   | 项目 | 金额 |
   | --- | --- |
   | 收入 | 1 |
X
text 'a caption without a table' caption-without-table 6:1 '这条表题下面没有表格' \
    'this caption has no table below it' \
    '表题写在表格的正上方，中间没有别的文字；单位写在表题里：表1 收支情况（单位：万元）' \
    'a caption stands right above its table, nothing between them' <<'X'
表1 街道收支情况

以上情况属实。
X
text 'a caption in the paragraph above it' caption-in-text 7:1 '这条表题同上面的文字是一段' \
    'this caption is a part of the paragraph above it' '在表题前面空一行' 'leave a blank line before it' <<'X'
收支情况如下。
表1 街道收支情况 {#income}

| 项目 | 金额 |
| --- | --- |
| 收入 | 1 |
X
text 'and with its table' caption-in-text 7:3 '这条表题同上面的文字是一段' \
    'this caption is a part of the paragraph above it' <<'X'
收支情况如下。
  表1 街道收支情况
| 项目 | 金额 |
| --- | --- |
| 收入 | 1 |
X
text 'a caption below its table' caption-without-table 10:1 '这条表题下面没有表格' \
    'this caption has no table below it' <<'X'
| 项目 | 金额 |
| --- | --- |
| 收入 | 1 |

表1　街道收支情况
X
text 'an id in a paragraph' id-place 6:8 '这里不能写编号“income”' \
    "id 'income' cannot be given here" '编号写在标题、表题的末尾，或图片之后' \
    "an id stands at the end of a heading or of a table's caption, or after an image" <<<'收支情况。{#income}'
text 'an id with a blank' bad-id 6:7 '编号“the income”中有不能用的字符' \
    "id 'the income' has characters that an id cannot have" <<'X'
表1 收支 {#the income}

| 项目 |
| --- |
| 收入 |
X
text 'a table that has an id used before' duplicate-id 12:8 '编号“income”已用于in/bulletin.md:6' \
    "id 'income' is already used at in/bulletin.md:6" <<'X'
表1 收入 {#income}

| 项目 |
| --- |
| 收入 |

表2 支出{#income}

| 项目 |
| --- |
| 支出 |
X
text 'a reference to a table without a number' no-label 6:2 \
    '编号“income”所指的表或图没有序号，不能引用' \
    "the table or figure 'income' has no number to refer to" \
    '在题注开头写序号，例如“表1 收支情况”' 'begin its caption with a number, such as 表1' <<'X'
见[](#income)。

表：收入 {#income}

| 项目 |
| --- |
| 收入 |
X
text 'too many columns' limit 6:1 '超出限度：表格多于 100 列' \
    'past a limit: a table of more than 100 columns' < <(perl -e 'print "|" x 102, "\n|-|\n"')
text 'too many cells' limit 10007:1 '超出限度：一个文件的表格多于 20000 格' \
    'past a limit: more than 20000 cells of tables in a file' \
    < <(perl -e 'print "|a|b|\n|-|-|\n", "|1|2|\n" x 50000')

bulletin in <<<'正文。'
printf -- '---\nid: pay\n---\n# 值班补助 {#fee}\n\n1. 措施\n' >in/1.md
refused 'an id in front matter and heading' 1 second-id in/1.md:4:10 '已经有编号“pay”' \
    "there is an id already: 'pay'" '只留一个编号' 'keep one of the two'

bulletin in <<<'正文。'
mkdir in/1 && printf -- '---\nkind: finding\n---\n# 甲\n' >in/1/index.md
printf '措施\n\n| 项目 |\n| --- |\n| 收入 |\n' >in/1/1.md
refused 'a table in a measure' 1 table-place in/1/1.md:3:1 '这里不能有表格' 'no table can stand here'

bulletin in <<'X'
表1 收支

| 项目 | 金额 |
| 收入 | 1 |
X
mkb build in --lang=en -o out.pdf
is 'a table that is broken still has its caption' "$(grep -c error: .err) $(grep -c no-delimiter-row .err)" '1 1'

# --- what is no fault ---

bulletin in < <(perl -e 'print "|", "项目名称|" x 40, "\n|", "-|" x 40, "\n|", "1|" x 40, "\n\n后文。\n"')
mkb build in --lang=en -o out.pdf
is 'what is too wide is told once' "$status $(grep -c warning: .err) $(grep -c table-too-wide .err)" '0 1 1'
bulletin in <<'X'
甲｜乙，竖线可以是文字。

| 项目 | 金额 |
| --- | --- |
| 甲｜乙 | 1 |
X
mkb build in --lang=en -o out.pdf
has 'full-width bars in text and cells' "$status $err$(pdftotext -raw out.pdf - | tr -d ' \n')" '0 ' 竖线可以是文字 甲｜乙1

printf -- '---\n%s\n---\n见[](#a)、[](#b)。\n\n# 甲 {#a}\n\n## 乙 {#b}\n\n### 丙\n' "$FRONT" >one.md
mkb build one.md -o one.pdf
is 'headings of one file have ids' "$status $err" '0 '
ok 'and are referred to' bash -c "pdftotext -raw one.pdf - | tr -d '\n' | grep -q '见一、（一）。'"
done_testing

# --- numbers ---

twice='表1 收入

| 甲 |
| --- |
| 1 |

表1 支出 {#out}

| 甲 |
| --- |
| 1 |

见[](#out)。
'
bulletin in <<<"$twice"
mkb in -o out.pdf --lang=zh
has 'a number that two tables have' "$status $err" '0 in/bulletin.md:12:1: 警告：序号“表1”已用于in/bulletin.md:6 [duplicate-label]'
mkb in -o out.pdf --lang=en
has 'in English' "$err" "warning: number '表1' is already used at in/bulletin.md:6 [duplicate-label]"
bulletin in <<<"${twice/表1 支出/表2 支出}"
mkdir in/annexes
for i in 1 2; do printf '# 某某情况\n\n表1 收入\n\n| 甲 |\n| --- |\n| 1 |\n' >in/annexes/$i.md; done
mkb in -o out.pdf
is 'those of annexes begin anew' "$status $err" '0 '
printf '\n表1 支出\n\n| 甲 |\n| --- |\n| 1 |\n' >>in/annexes/2.md
mkb in -o out.pdf
has 'none twice in one annex' "$status $err" '0 in/annexes/2.md:9:1: ' '[duplicate-label]'
