# HTML without a browser: strict markup, structure, escaping, links, the official elements.
. "$(dirname "$0")/../lib.sh"

html() { # COMMAND FILE
    perl "$ROOT/tests/web/html.pl" "$@"
}

# ---- every bulletin that there is ----

for source in "$CONTENT" "$ROOT"/docs/examples/*/ "$ROOT"/tests/cases/*/; do
    name=${source#"$ROOT/"}
    case $name in tests/cases/errors/) continue ;; esac
    if [ -d "$source/content" ]; then source=$source/content
    elif [ "${name#tests/}" != "$name" ]; then source=$source/$(basename "$source").md; fi
    mkb build "$source" -q -o x.html
    is "$name: strict" "$status$(html check x.html 2>&1)" 0
done

# ---- structure ----

mkb build "$CONTENT" -o content.html
has 'language and policy' "$(head -n 8 content.html)" '<html lang="zh-Hans">' \
    '<meta charset="utf-8">' "default-src 'none'" '<title>中共金水区文化路街道工委关于巡察整改情况的通报</title>' \
    '<meta name="description" content="文化路街道就区委第四巡察组'
is 'headings in their order' "$(html headings content.html | head -n 4)" \
    '1 中共金水区文化路街道工委关于巡察整改情况的通报
2 一、关于落实党的理论和路线方针政策、党中央决策部署方面
3 （一）学习习近平新时代中国特色社会主义思想和党的二十大精神存在差距，政治建设仍需加强
3 （二）落实上级重大决策部署不够有力，履职尽责存在差距'
is 'links of the contact' "$(grep -o '<a href="[^"]*">' content.html)" '<a href="tel:63936965">
<a href="mailto:whljddzb@163.com">'
mkb build "$CONTENT" -o again.html
same_files 'the same bytes again' content.html again.html
# The style sheet is the one that the policy lets in.
hash=$(perl -MDigest::SHA=sha256_base64 -0777 -ne 'print sha256_base64($1), "=" if /<style>(.*?)<\/style>/s' content.html)
has 'the policy has the hash of the style sheet' "$(grep Content-Security content.html)" "'sha256-$hash'"

# ---- hostile text ----

bulletin in '摘要: "\"><script>alert(1)</script>"
关键词: ["<b>", "\"x"]' <<'E2'
\<script>alert(1)\</script> & "引号" '单引号' \<img src=x onerror=alert(1)> &amp;lt; &#60;b&#62; 见[链接](https://example.cn/?a=1&b=%22%3E)。

| \<i>甲\</i> | & |
| --- | --- |
| "\<td>" | \</table> |

![a"b\<c>&](图.svg "图1 \<u>题\</u>")
E2
cat >in/图.svg <<'E2'
<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm"><path d="M0 0h9v9z"/></svg>
E2
mkdir in/1-a
printf -- '---\n编号: a.b-c\n---\n# 题 <x onclick="y">\n' | sed 's/<x/\\<x/' >in/1-a/index.md
mkb build in -q -o x.html
is 'hostile text is text' "$status$err$(html check x.html)" 0
has 'hostile text is shown' "$(html text x.html)" \
    '<script>alert(1)</script> & "引号"' '&lt; <b>' '<i>甲</i>' '</table>' '<u>题</u>' \
    '一、题 <x onclick="y">'
is 'nothing hostile is markup' "$(grep -ciE '<(script|img src=x|b>|i>|x )' x.html)" 0
has 'alternative text' "$(cat x.html)" 'alt="a&quot;b&lt;c&gt;&amp;"' 'content="&quot;&gt;&lt;script&gt;'

# ---- notes, references, tables ----

mkb build "$ROOT/tests/cases/notes/content" -o notes.html
has 'a mark leads to its note, and back' "$(cat notes.html)" \
    '<sup><a role="doc-noteref" id="mark:1" href="#note:1">①</a></sup>' \
    '<section class="footnotes" role="doc-endnotes">' \
    '<li id="note:1"><p><a role="doc-backlink" href="#mark:1">①</a>'
is 'a note has one mark to go back to' "$(grep -c 'id="mark:1"' notes.html)" 1
mkb build "$ROOT/tests/cases/tables/content" -q -o tables.html
has 'a table' "$(cat tables.html)" '<caption id="income">' '<th scope="col" class="short center">项目</th>' \
    '<td class="short right">12</td>' '<a href="#income">表1</a>'
rm -rf in
bulletin in <<'E2'
见第[](#a "页")页。
E2
mkdir in/1-a; printf '# 甲 {#a}\n' >in/1-a/index.md
mkb build in -q -o x.html
has 'a reference to a page says what the PDF says' "$(cat x.html)" '见第<a href="#a">1</a>页。'

# ---- official elements ----

examples=$ROOT/docs/examples
for name in announcement document document-joint document-classified letter minutes order upward-joint; do
    mkb build "$examples/$name" -q -o $name.html
done
has 'announcement' "$(cat announcement.html)" '<p class="document-number">2026年第3号</p>' \
    '<p class="annex-mark">附件</p>' '<img class="seal" alt="某市应急管理局印章" src="data:image/svg+xml;base64,' \
    '<p class="date"><time datetime="2026-11-16">2026年11月16日</time></p>' '<p class="note">（此件公开发布）</p>'
has 'document' "$(cat document.html)" '<p class="masthead">' '<hr>' \
    '<p class="recipients">各区（县）应急管理局，市局机关各科室、局属各单位：</p>' '<footer class="imprint">' \
    '<dt>抄送：</dt>' '<dd>市人民政府办公室，市安全生产委员会各成员单位。</dd>'
is 'findings as headings' "$(html headings document.html | sed -n '3,5p')" '2 二、存在的主要问题
3 （一）主体责任落实不到位
3 （二）设施设备管理不规范'
has 'document-classified' "$(cat document-classified.html)" '<p class="copy-number">000012</p>' \
    '<p class="classification">机密★1年</p>' '<p class="urgency">特急</p>'
is 'issuers of a joint document' "$(grep -c '<div class="sealed">' document-joint.html)" 3
has 'letter' "$(cat letter.html)" '<p class="document-number">某应急函〔2026〕15号</p>' \
    '.document-number { text-align: end; }'
has 'minutes' "$(cat minutes.html)" '<dl class="attendance">' '<dt>出席：</dt>' '<p class="issued">（2026年11月18日）</p>'
is 'an order is about its mark' "$(html headings order.html)" '1 某市人民政府令'
has 'order' "$(cat order.html)" '<div class="stamped">' '<p class="post">市长</p>'
has 'upward' "$(cat upward-joint.html)" '<span class="signatory-label">签发人：</span>' '<span>欧阳某某</span></p>'
rm -rf in
bulletin in <<<'没有写语言，也没有写摘要。'
mkb build in -q -o x.html
has 'what nobody wrote' "$(cat x.html)" '<html lang="zh-CN">' '<meta name="description" content="没有写语言，也没有写摘要。">'
bulletin in '语言: zh-Hant' <<<'正文。'
mkb build in -q -o x.html
has 'the language of the front matter' "$(head -n 2 x.html)" '<html lang="zh-Hant">'

bulletin in <<<'依照 Convention on the Rights of the Child 和 ISO 9001。'
mkb build in -q -o x.html
has 'words of another language' "$(cat x.html)" '依照 <span lang="en">Convention on the Rights of the Child</span> 和 ISO 9001。'

# ---- plain text ----

mkb build "$ROOT/tests/cases/ledger/content" -q -o x.txt
has 'a table in plain text' "$out$(cat x.txt)" $'序号\t问题\t整改措施\t责任单位\t整改时限\t整改状态\t完成日期\n1\t值班补助发放不规范\t1.退回多发的款项，见一。 2.修订'
mkb build "$ROOT/tests/cases/notes/content" -o x.txt
is 'notes in plain text' "$(tail -n 3 x.txt)" '⑤　标题下的脚注。
⑥　写在措施之间的脚注
⑦　最后一条'
mkb build "$ROOT/tests/cases/figures/content" -q -o x.txt
has 'a figure in plain text' "$(cat x.txt)" $'\n\n［图片：检查人员查看消防通道］\n图1 现场情况（见图1-2）\n\n'
mkb build "$examples/minutes" -o x.txt
is 'plain text of minutes' "$(cat x.txt)" '某市应急管理局会议纪要
〔2026〕9号

关于研究冬季安全生产工作的会议纪要

（2026年11月18日）

2026年11月18日上午，某市应急管理局局长张某某主持召开会议，研究冬季安全生产工作。现将议定事项纪要如下。

一、关于检查安排
会议同意《某市冬季安全生产检查安排》。自2026年12月1日起，分四个组检查商场、学校、医院和在建工地，12月20日前完成。

二、关于值班值守
会议要求，节假日期间实行领导带班和24小时值班，突发情况30分钟内口头报告，1小时内书面报告。

出席：某市应急管理局 张某某、李某某、王某某，某市消防救援支队 赵某某，某市住房和城乡建设局 孙某某、周某。
请假：某市教育局 吴某某。
列席：某市应急管理局办公室 郑某某，某市应急管理局法规科 冯某某。

抄送：市人民政府办公室，市安全生产委员会各成员单位。
某市应急管理局办公室
2026年11月20日印发'

# ---- without pages ----

for ext in html txt; do
    for option in --show-grid --stats; do
        mkb build "$CONTENT" --lang=en -o no.$ext $option
        is "$option with .$ext" "$status$(ls no.$ext 2>&1 >/dev/null | wc -l)$err" "21error: option '$option' cannot go with 'no.$ext', which has no pages [usage]
  = hint: leave the option out, or write a PDF
1 error"
    done
done
mkb build "$CONTENT" --lang=zh -o no.html --stats
has 'the same in Chinese' "$err" '错误：选项“--stats”不能用于没有页面的“no.html” [usage]'
bulletin in '附注: 某某' <<<'正文。'
mkb build in --lang=en -o x.html
has 'what the template has no place for is told' "$err" '[not-set]'
mkb build in --strict -o strict.html
is 'a warning stops it under --strict' "$status$(ls strict.html 2>&1 >/dev/null | wc -l)" 11
done_testing
