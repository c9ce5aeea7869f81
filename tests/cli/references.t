# What [](#id) leads to, and what it cannot lead to.
. "${0%/*}/../lib.sh"

text() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a text that is refused, from standard input
    bulletin in
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}

text 'a title that is none' link-title 6:9 '链接的引号里不能写这个' \
    'this cannot stand in the quotes of a link' \
    '[](#编号 "页") 排成所指内容的页码；其他链接不写引号' \
    '[](#id "page") sets the number of a page; other links have no quotes' <<<'见[](#a "第几页")。'
text 'the title of a link with text' link-title 6:27 '链接的引号里不能写这个' \
    'this cannot stand in the quotes of a link' <<<'见[网站](https://example.cn "页")。'
text 'the title of a definition' link-title 8:26 '链接的引号里不能写这个' \
    'this cannot stand in the quotes of a link' <<'X'
见[网站][a]。

[a]: https://example.cn "网站"
X
text 'the page of what is not there' unknown-reference 6:2 '没有编号为“incom”的内容' \
    "nothing has the id 'incom'" '是不是“income”？' "did you mean 'income'?" <<'X'
见[](#incom "页")。

表：收入 {#income}

| 项目 |
| --- |
| 收入 |
X

bulletin in <<'X'
见[](#study)、[](#pay)、[](#m2)、[](#t)、[](#f)、[](#ledger)、[](#annex)、[](#deep)和第[](#deep "页")页、
第[](#unnumbered "page")页。

表1-2 收支 {#t}

| 项目 |
| --- |
| 见[](#f) |

![照片](a.svg "图三 见[](#t)"){#f}

表：没有序号 {#unnumbered}

| 项目 |
| --- |
| 收入 |
X
echo '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>' >in/a.svg
mkdir in/1 in/1/1 in/1/1/1 in/annexes
echo '# 方面' >in/1/index.md
echo '# 学习 {#study}' >in/1/1/index.md
printf -- '---\nkind: finding\n---\n# 补助 {#pay}\n' >in/1/1/1/index.md
printf '甲，见[](#top)\n' >in/1/1/1/1.md
printf '# 乙 {#m2}\n' >in/1/1/1/2.md
printf -- '# 说明 {#annex}\n\n## 甲\n\n### 子\n\n### 丑 {#deep}\n\n## 丁 {#top}\n\n同第[](#top)部分[](#deep)。\n' >in/annexes/1.md
printf -- '---\nid: ledger\nkind: ledger\n---\n# 台账\n' >in/annexes/2.md
mkb build in --lang=en -o out.pdf
is 'everything can be referred to' "$status $err" '0 '
has 'by its number or label' "$(pdftotext -raw out.pdf - | tr -d '\n')" \
    '见（一）、1、二、表1-2、图三、附件2、附件1、附件1第一部分第（二）项和第2页、第1页。' '见图三' '图三 见表1-2' 一是甲，见附件1第二部分 1.甲，见附件1第二部分 同第二部分（二）。
rm in/annexes/2.md && sed -i 's/、\[\](#ledger)//' in/bulletin.md
mkb build in --lang=en -o out.pdf
has 'of the only annex' "$status $(pdftotext -raw out.pdf - | tr -d '\n')" '0 ' 附件、附件第一部分第（二）项
done_testing
