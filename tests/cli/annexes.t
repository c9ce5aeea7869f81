# Annexes: faults of annexes/ and of its files, in both languages; which template sets them.
. "${0%/*}/../lib.sh"

# The one annex of `in`, from standard input.
annex() {
    bulletin in <<<'正文。'
    mkdir in/annexes
    cat >in/annexes/1.md
}

annex <<<'# 附件'
mkb build in -o out.pdf
is 'an annex is set' "$status $out$err$(pdfinfo out.pdf | awk '/^Pages/ { print $2 }')" '0 2'

annex <<<'没有标题。'
refused 'no title' 1 no-heading in/annexes/1.md:1:1 '缺少一级标题（# …）' 'there is no # heading' \
    '以“# 标题”一行开头' "begin with a line '# title'"
annex <<<$'# 甲\n\n# 乙'
refused 'two titles' 1 second-heading in/annexes/1.md:3:1 '一个文件只能有一个标题' \
    'a file has exactly one heading' '请把第二项另存为一个文件' 'move the second one into a file of its own'
annex <<<$'# 甲\n\n### 乙'
refused 'a level left out' 1 heading-order in/annexes/1.md:3:1 '标题级别应当逐级递增' \
    'heading levels must go down one at a time'
annex <<<$'# 甲\n\n## 一\n\n### 二\n\n#### 三\n\n##### 四\n\n###### 五'
refused 'five levels' 1 too-deep in/annexes/1.md:11:1 '层次太深：公文的标题最多四级' \
    'too deep: an official document has four levels of heading'

annex <<<'# 甲'
echo '# 附件' >in/annexes/index.md
refused 'annexes/index.md' 1 annexes-index in/annexes/index.md:1:1 'annexes 文件夹不要 index.md' \
    'the folder annexes has no index.md' '一个附件写成一个文件' 'each annex is a file'
annex <<<'# 甲'
mkdir in/annexes/2-b && echo '# 乙' >in/annexes/2-b/1.md
refused 'a folder in annexes/' 1 folder-in-annexes in/annexes/2-b/1.md:1:1 \
    'annexes 文件夹里不能再有文件夹“2-b”' "the folder annexes cannot hold folder '2-b'" \
    '这里一个附件写成一个文件' 'here each annex is a file'
mkdir -p in/annexes && echo '# 甲' >in/annexes/1.md
refused 'annexes alone' 1 no-bulletin-file '' '文件夹“in”里没有 bulletin.md' \
    "folder 'in' has no bulletin.md"

# --- front matter ---

annex <<<$'---\nkind: leger\n---\n# 甲'
refused 'an unknown kind' 1 bad-value in/annexes/1.md:2:7 '“kind”不能是“leger”' \
    "'kind' cannot be 'leger'" '可以写：text 文字, ledger 台账' 'it may be: text 文字, ledger 台账'
annex <<<$'---\n栏目: [问题]\n---\n# 甲'
refused 'a key of ledgers elsewhere' 1 key-place in/annexes/1.md:2:1 '“栏目”不能写在这里' \
    "'栏目' cannot be given here" '这里可以写：编号、草稿、类型' 'what can be given here: id, draft, kind'
annex <<<$'---\n类型: 台账\n栏木: [问题]\n---\n# 甲'
refused 'an unknown key' 1 unknown-key in/annexes/1.md:3:1 '不认识的项目“栏木”' "unknown key '栏木'" \
    '是不是“栏目”？' "did you mean '栏目'?"
annex <<<$'---\n类型: 台账\n栏目: [问题, 何时]\n---\n# 甲'
refused 'an unknown column' 1 bad-value in/annexes/1.md:3:10 '“栏目”不能是“何时”' \
    "'栏目' cannot be '何时'" \
    '可以写：number 序号, finding 问题, measures 措施, responsible 责任单位, due 时限' \
    'it may be: number 序号, finding 问题, measures 措施, responsible 责任单位, due 时限'
annex <<<$'---\nkind: ledger\ncolumns: [due, 时限]\n---\n# 甲'
refused 'a column twice' 1 duplicate-value in/annexes/1.md:3:16 '“columns”里“时限”写了两次' \
    "'时限' stands twice in 'columns'"
annex <<<$'---\nkind: ledger\norder: size\n---\n# 甲'
refused 'an unknown order' 1 bad-value in/annexes/1.md:3:8 '“order”不能是“size”' \
    "'order' cannot be 'size'" '可以写：document 原序, due 时限' 'it may be: document 原序, due 时限'
annex <<<$'---\nkind: ledger\ntotals: all\n---\n# 甲'
refused 'totals' 1 wrong-kind in/annexes/1.md:3:9 '“totals”应当是“是”或“否”' \
    "'totals' should be true or false"
annex <<<$'---\nid: a b\n---\n# 甲'
refused 'an id with a blank' 1 bad-id in/annexes/1.md:2:5 '编号“a b”中有不能用的字符' \
    "id 'a b' has characters that an id cannot have"
annex <<<$'# 甲\n\n见[](#nowhere)。'
refused 'a reference to nothing' 1 unknown-reference in/annexes/1.md:3:2 \
    '没有编号为“nowhere”的内容' "nothing has the id 'nowhere'"

# --- what is told, and goes on ---

annex <<<$'---\nkind: ledger\nresponsible: 某科\n---\n# 台账'
printf -- '---\nresponsible: 另一科\n---\n# 问题\n' >in/1.md
mkb build in --stop-after=model --lang=zh
has 'a ledger without findings (zh)' "$status $err" \
    '0 in/annexes/1.md:5:1: 警告：台账里一个问题也没有 [empty-ledger]' '办法：请检查文件头的“状态”“责任单位”'
mkb build in --stop-after=model --lang=en
has 'a ledger without findings (en)' "$status $err" \
    '0 in/annexes/1.md:5:1: warning: no finding comes into this ledger [empty-ledger]' \
    'hint: check status and responsible of its front matter'
mkb build in --stop-after=model --strict
is 'which fails under --strict' "$status" 1
rm -r in

# A template that has no place for annexes says so.
mkdir -p data/bin data/templates && ln -s "$ROOT/fonts" data/fonts && cp "$MKBULLETIN" data/bin/
sed 's/, annexes\]/]/; s/^name: notice/name: bare/' "$ROOT/templates/notice.yaml" >data/templates/bare.yaml
annex <<<'# 名单'
for lang in zh en; do
    data/bin/mkbulletin build in --template bare --lang=$lang -o out.pdf >.out 2>.err
    { echo $?; cat .err; } >told.$lang
done
has 'not set (zh)' "$(cat told.zh)" "0
in/annexes/1.md:1:1: 警告：模板“bare”不排“附件”（annexes） [not-set]"
has 'not set (en)' "$(cat told.en)" \
    "0
in/annexes/1.md:1:1: warning: template 'bare' does not set 'annexes' [not-set]"

# --- drafts, and names of files ---

printf -- '---\ndraft: true\n---\n# 草稿\n' >in/annexes/0.md
printf '# 乙\n' >in/annexes/10-b.md
printf '# 甲\n' >in/annexes/9-a.md
mkdir in/annexes/photos && echo x >in/annexes/photos/a.png
mkb build in --stop-after=model --lang=en
has 'a draft is left out' "$err" "note: draft, left out: 'in/annexes/0.md' [draft]"
is 'the others are numbered in the order of their names' "$(grep ^annex .out)" \
    'annex 1 "名单" annexes/1.md:1:1
annex 2 "甲" annexes/9-a.md:1:1
annex 3 "乙" annexes/10-b.md:1:1'

# --- at size ---

rm -r in
annex <<<'# 甲'
for i in {1..500}; do printf '# 附件的标题\n\n## 一\n\n正文。\n' >"in/annexes/$i.md"; done
TIMEFORMAT=%U
seconds=$({ time "$MKBULLETIN" build in -q -o out.pdf; } 2>&1)
pages=$(pdfinfo out.pdf | awk '/^Pages/ { print $2 }')
is '500 annexes, a page each' "$(pdftotext -raw -f $((pages - 499)) -l $((pages - 499)) out.pdf - | head -n 1
    pdftotext -raw -f "$pages" -l "$pages" out.pdf - | head -n 1)" $'附件1\n附件500'
ok "in good time ($seconds s)" awk -v "s=$seconds" 'BEGIN { exit !(s < 20) }'

# A paragraph is set closer to keep the signature with text; that of an annex would be for nothing.
mkdir -p near/annexes
case=$ROOT/tests/cases/ending-closer-characters/ending-closer-characters.md
sed 6,9d "$case" >near/bulletin.md # the list of annexes takes these rows
{ printf '# 附\n\n' && sed -n 114p "$case"; } >near/annexes/1.md
mkb build near --lang=en -o near.pdf
is 'annexes are left as they are' "$status $(grep note: .err | cut -d' ' -f1-2)" \
    '0 near/bulletin.md:110:1: note:'
done_testing
