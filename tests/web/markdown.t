# One file of Markdown that builds to the same PDF, and that is written again as it is.
. "$(dirname "$0")/../lib.sh"

comes_back() { # NAME SOURCE
    mkb build "$2" -q -o a.pdf
    mkb build "$2" -q --lang=en -o one.md
    [ "$status" = 0 ] || { fail "$1" "$err"; return; }
    mkb build one.md -q --lang=en -o b.pdf
    [ "$status" = 0 ] || { fail "$1" "$err"; return; }
    same_files "$1: the same PDF" a.pdf b.pdf
    mkb build one.md -q -o two.md
    same_files "$1: the same again" one.md two.md
    rm -f a.pdf b.pdf one.md two.md
}

for source in "$CONTENT" "$ROOT"/docs/examples/*/ "$ROOT"/tests/cases/*/; do
    name=${source#"$ROOT/"}
    case $name in tests/cases/errors/) continue ;; esac
    if [ -d "$source/content" ]; then source=$source/content
    elif [ "${name#tests/}" != "$name" ]; then source=$source/$(basename "$source").md; fi
    comes_back "$name" "$source"
done

# ---- what looks like syntax ----

bulletin in <<'E2'
\# 不是标题，\*不是着重\*，\[不是链接](甲)，\[甲\]{专名}，\{#a}，\&amp; &lt; \<b>，`` ` ``不能写。\|

1\. 不是列表  
\- 也不是\
\+ 也不是，2026. 也不是

&#32;两头的空格&#32;

*着重***加重***着重**又加重*只着重*又加重**，*甲[乙*丙]{专名}丁，[*戊*]{着重}己，[庚[辛]{专名}]{不断}[壬]{不断}，[癸]{专名 书名}[子[丑]{专名}]{书名}，[寅 a.md[卯]{着重}]{原样}

**A**b **c**d*e*_f_g，[链接*里的*](https://example.cn/a_b?c=1&d=(2))，[见](#t)[](#t)[](#t "页")

1. 甲

   又一段

   1. 内
   2. 内

<!-- 两个列表 -->

1. 另一个列表

表1 题\* {#t}

| \| | a`b |
| :--- | --- |
| \\ | 1\. |
E2
sed -i 's/，`` ` ``不能写//; s/a`b/a\\`b/' in/bulletin.md
comes_back 'what looks like syntax' in

# ---- what only properties can say ----

rm -rf in
mkdir -p in/1-a/1-b/1-c/1-d in/1-a/2-e in/annexes
bulletin in '引语: ' <<<'开头。' 2>/dev/null
sed -i '/^引语/d' in/bulletin.md
for folder in 1-a 1-a/1-b 1-a/1-b/1-c 1-a/1-b/1-c/1-d; do printf '# 标题%s\n' "$folder" >in/$folder/index.md; done
printf -- '---\n状态: 推进中\n责任单位: "甲*乙_、[丙]{丁}: \\"戊\\" # & <己>"\n时限: 2026-12-31\n引语: 原文\n---\n# 最深的问题\n\n1. 甲\n\n尾。\n' >in/1-a/1-b/1-c/1-d/1.md
printf -- '---\n类型: 问题\n编号: e\n引语: "关于{title}。"\n---\n# 措施各有文件\n\n说明。\n' >in/1-a/2-e/index.md
printf -- '---\n编号: m1\n状态: 已完成\n完成日期: 2026-01-02\n---\n# 首句\n\n第一段。\n\n第二段。\n' >in/1-a/2-e/1.md
printf -- '---\n责任单位: 某局\n---\n没有首句。\n\n1. 内\n2. 内\n' >in/1-a/2-e/2.md
printf '结尾。\n' >in/1-a/2-e/closing.md
printf '# 直接在下面的问题\n\n1. 甲\n' >in/2-f.md
printf '最后的文字，见[](#m1)和[](#r)。\n' >in/closing.md
printf -- '---\n编号: r\n---\n# 办法\n\n## 一节\n\n### 二节\n\n正文。\n' >in/annexes/1.md
printf -- '---\n类型: 台账\n栏目: [问题, 状态]\n状态: [推进中, 已完成]\n责任单位: 某局\n排序: 时限\n合计: 是\n---\n# 台账\n\n以下。\n' >in/annexes/2.md
comes_back 'levels, properties, annexes' in
mkb build in -q -o one.md
has 'how it is written' "$(cat one.md)" '# 直接在下面的问题 {类型: 问题}' '#### 标题1-a/1-b/1-c/1-d {类型: 标题}' \
    '##### 最深的问题 {状态: 推进中, 责任单位: "甲\x2A' '## 措施各有文件 {#e} {类型: 问题, 引语: "关于\x7Btitle\x7D。"}' \
    '1. # 首句 {#m1} {状态: 已完成, 完成日期: 2026-01-02}' $'2. # {责任单位: "某局"}\n\n   没有首句。' $'\n***\n\n最后的文字' \
    '# 办法 {#r} {类型: 附件}' $'\n## 一节\n' '# 台账 {类型: 台账, 栏目: [问题, 状态], 状态: [推进中, 已完成], 责任单位: "某局", 排序: 时限, 合计: 是}'
mkb build one.md --stop-after=model >model.one
mkb build one.md --stop-after=model
has 'what is read back' "$out" 'status=ongoing responsible="甲*乙_、[丙]{丁}: \"戊\" # & <己>" due=2026-12-31' \
    'measure 1 id=m1 status=done completed=2026-01-02 "首句"'

# ---- images, CSV ----

cp -r "$ROOT/tests/cases/figures/content" pictures
mkb build pictures -q -o one.md
has 'images are in the file' "$(cat one.md)" '![检查人员查看消防通道](data:image/svg+xml;base64,' '"图1 现场情况（见[](#second)）"){#site}'
bulletin csv <<<'![表1 人员](a.csv)'
printf '姓名,"职务\n电话"\n张某,"1\n2"\n' >csv/a.csv
comes_back 'line breaks in cells' csv

# ---- what is refused ----

refused_md() { # NAME PLACE ZH EN
    local lang
    local -A text=([zh]="错误：一个 Markdown 文件里写不出：$3" [en]="error: one Markdown file has no words for this: $4")
    for lang in zh en; do
        echo old >old.md
        mkb build in --lang=$lang -q -o old.md
        is "$1 ($lang)" "$status$(cat old.md)$(head -n 1 .err)" "1old$2: ${text[$lang]} [not-in-one-file]"
    done
}

rm -rf in; bulletin in <<<'甲。'
mkdir -p in/1-a/1-b/1-c
printf '# 甲\n' >in/1-a/index.md; printf '# 乙\n' >in/1-a/1-b/index.md; printf '甲\\\n乙\n===\n' >in/1-a/1-b/1-c/index.md
refused_md 'a line break in a heading of the third level' 'in/1-a/1-b/1-c/index.md:1:2' '这里的换行' 'a line break here'
rm -rf in; bulletin in <<<'甲。'
mkdir -p in/1-a; printf -- '---\n类型: 问题\n---\n# 甲\n' >in/1-a/index.md; printf '尾。\n' >in/1-a/closing.md
refused_md 'closing text without measures' 'in/1-a/closing.md:1:1' '没有措施的问题的结尾' 'closing text of a finding without measures'
mkb build "$CONTENT" --lang=en --template notice -o x.md
is 'a template of the command line' "$status$err" "2error: option '--template' cannot go with 'x.md' [usage]
  = hint: the Markdown is a source: its front matter names the template
1 error"

# ---- faults in one file ----

one() { # NAME PLACE MESSAGE: the body is standard input
    { printf -- '---\n%s\n---\n' "$FRONT"; cat; } >in.md
    mkb build in.md --lang=en -q -o x.pdf
    is "$1" "$status$(head -n 1 .err)" "1in.md:$2: error: $3"
}

rm -rf in
one 'an unknown property' 6:6 "unknown key '状太' [unknown-key]" <<<'# 甲 {状太: 已完成}'
one 'a property that has no place' 6:6 "'状态' cannot be given here [key-place]" <<<'# 甲 {状态: 已完成}'
one 'a bad value' 10:12 "'状态' cannot be '完' [bad-value]" <<<$'# 甲\n\n## 乙\n\n### 丙 {状态: 完}'
one 'a draft' 6:6 "'草稿' cannot be given here [key-place]" <<<'# 甲 {草稿: 是}'
one 'a heading in a finding' 8:1 'too deep: an official document has four levels of heading [too-deep]' <<<$'# 甲 {类型: 问题}\n\n## 乙'
one 'a heading after an annex' 8:1 'no heading can stand here [heading-place]' <<<$'# 甲 {类型: 附件}\n\n# 乙'
one 'a heading in a list outside findings' 6:4 'no heading can stand here [heading-place]' <<<'1. # 甲'
one 'an address that is none' 6:6 'a data: address that cannot be read [data-address]' <<<'![甲](data:image/png;base64,!)'
done_testing
