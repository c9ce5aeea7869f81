# CSV files as tables, and their faults.
. "${0%/*}/../lib.sh"

csv() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a file that is refused, from standard input
    bulletin in <<<'![表1 收支](数据.csv)'
    cat >in/数据.csv
    refused "$1" 1 "$2" "in/数据.csv:$3" "${@:4}"
}

csv 'a record with too few values' ragged-row 3:1 '这一行有 1 格，表头有 2 格' \
    'cells in this row: 1; in the head: 2' \
    '每行的逗号应当一样多；内容里有逗号的，加上引号："甲,乙"' \
    'every row has as many commas; a value with commas stands in quotes: "a,b"' <<'X'
项目,金额
收入,1
支出
X
csv 'a record with too many values' ragged-row 2:1 '这一行有 3 格，表头有 2 格' \
    'cells in this row: 3; in the head: 2' <<'X'
项目,金额
收入,1,280
X
csv 'a quote that does not end' csv-quote 2:4 '引号没有结束' 'this quote does not end' \
    '在内容末尾加上引号；内容里的引号写两个："甲""乙"""' \
    'end the value with a quote; a quote within it is written twice: "a""b"""' <<'X'
项目,金额
收入,"1
支出,2
X
csv 'text after a quote' csv-quote 2:5 '引号之后应当是逗号或行末' \
    'after a quote comes a comma or the end of the line' '内容里的引号写两个："甲""乙"""' \
    'a quote within a value is written twice: "a""b"""' <<'X'
项目,金额
"收入"合计,1
X
csv 'a quote in a value without quotes' csv-quote 2:3 '没有用引号括起来的内容里不能有引号' \
    'a value without quotes around it holds no quotes' \
    '整个内容用引号括起来，里面的引号写两个："甲""乙"""' \
    'put it in quotes, a quote within it twice: "a""b"""' <<'X'
项目,金额
收入"合计",1
X
csv 'values divided by semicolons' csv-separator 1:3 '内容之间应当用逗号隔开' \
    'values are divided by commas' '另存为逗号分隔的 CSV；确实只有一列的，给表头加上引号' \
    'save it with commas; if there is one column, put its head in quotes' <<'X'
项目;金额
收入;1
X
csv 'by tabs' csv-separator 1:3 '内容之间应当用逗号隔开' 'values are divided by commas' \
    < <(printf '项目\t金额\n收入\t1\n')
csv 'an empty file' csv-empty 1:1 'CSV 文件是空的' 'the CSV file is empty' \
    '第一行是表头，以下每行是表格的一行' 'its first line is the head, each line below a row' </dev/null
csv 'a head alone' no-rows 1:1 '表格只有表头，没有内容' 'the table has a head but no rows' \
    '第一行是表头，以下每行是表格的一行' 'the first line is the head, each line below a row' <<<'项目,金额'
csv 'GBK' looks-like-gbk 1:1 '文件不是 UTF-8，看起来是 GBK 编码' \
    'the file is not UTF-8; it looks like GBK' '请用编辑器把文件另存为 UTF-8 编码' \
    'save the file as UTF-8' < <(printf '项目,金额\n收入,1\n街道支出,2\n' | iconv -t GBK)
csv 'a control character' bad-character 2:3 '不允许的字符 U+001B' 'character U+001B is not allowed' \
    < <(printf '项目,金额\n收入\e,1\n')
csv 'too many values' limit 10001:1 '超出限度：一个文件的表格多于 20000 格' \
    'past a limit: more than 20000 cells of tables in a file' \
    < <(perl -e 'print "a,b\n" x 100000')
csv 'too many columns' limit 1:102 '超出限度：表格多于 100 列' \
    'past a limit: a table of more than 100 columns' < <(perl -e 'print "a", "," x 100000, "\n"')

bulletin in <<<'![表1 收支](数据.csv)'
truncate -s 5M in/数据.csv
refused 'a large file' 1 limit in/bulletin.md:6:10 '超出限度：“数据.csv”大于 4 MiB' \
    "past a limit: '数据.csv' is larger than 4 MiB"
bulletin in <<<'![表1 收支](数据.csv)'
refused 'a file that is not there' 1 no-such-file in/bulletin.md:6:10 '找不到文件“数据.csv”' \
    "there is no file '数据.csv'"
bulletin in <<<'![表1 收支](../out/old.csv)'
ln -s /etc/passwd in/a.csv
refused 'a file outside' 1 link-outside in/bulletin.md:6:10 '“../out/old.csv”指向文件夹以外，不予读取' \
    "'../out/old.csv' leads out of the folder and is not read"
bulletin in <<<'![表1 收支](数据.csv "表题")'
printf '甲\n乙\n' >in/数据.csv
refused 'a caption in quotes' 1 csv-caption in/bulletin.md:6:18 'CSV 表格的表题应写在方括号里' \
    'the caption of a CSV table stands between the brackets' '写作 ![表1 收支情况](数据.csv)' \
    'write ![表1 …](data.csv)'

bulletin in <<<'![表1 收支](数据.xlsx)'
printf 'PK\003\004rest' >in/数据.xlsx
refused 'a spreadsheet' 1 image-format in/bulletin.md:6:10 '“数据.xlsx”是电子表格，不能直接排' \
    "'数据.xlsx' is a spreadsheet and cannot be set as it is" \
    '另存为 CSV（UTF-8），写作 ![表1 收支情况](数据.csv)' \
    'save it as CSV (UTF-8) and write ![表1 …](data.csv)'

# --- what is no fault ---

bulletin in <<<'![表1 收支](数据.csv)'
printf '"项目;金额"\n收入;1\n' >in/数据.csv
mkb build in --lang=en -o out.pdf
has 'one column, its head in quotes' "$status $err$(pdftotext -raw out.pdf -)" '0 ' '收入;1'
rm -rf in

bulletin in <<'X'
见[](#a)和[](#b)。

![表1 收支 {#a}](数据.csv)

表2 又一次 {#b}

![](数据.csv)
X
printf '\xef\xbb\xbf项目,金额\r\n　收入,"1,280.5"\r\n支出,12\r\n' >in/数据.csv
printf '见[](#a)和[](#b)。\n\n表1 收支 {#a}\n\n| 项目 | 金额 |\n| --- | --: |\n|　收入 | 1,280.5 |
| 支出 | 12 |\n\n表2 又一次 {#b}\n\n| 项目 | 金额 |\n| --- | --: |\n|　收入 | 1,280.5 |
| 支出 | 12 |\n' | bulletin pipes
mkb in --lang=en --stop-after=pages
is 'a CSV file is a table' "$status $err" '0 '
pages=$out
mkb pipes --lang=en --stop-after=pages
is 'as if it were written in Markdown' "$pages" "$out"

cp in/数据.csv data.csv
mkb in --lang=en --stop-after=model -o in/数据.csv
has 'no output replaces it' "$status $err" "2 error: output 'in/数据.csv' would replace a source"
same_files 'it is as it was' in/数据.csv data.csv
bulletin in <<<'![](a.csv)'
printf '甲\n𐒀\n' >in/a.csv
mkb in --lang=en -o out.pdf
has 'a character without a glyph is told where it stands' "$status $err" '3 in/a.csv:2:1: error: no font'
done_testing
