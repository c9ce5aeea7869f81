# Faults in the front matter.
. "${0%/*}/../lib.sh"

# Front matter of a bulletin.md from standard input.
front() {
    mkdir in
    { echo ---; cat; printf -- '---\n正文。\n'; } >in/bulletin.md
}

front <<'X'
id: only-an-id
X
mkb build in --lang=en -o out.pdf
has 'all three missing keys are told in one run' "$err" \
    "error: 'title' is missing [missing-key]" "error: 'issuer' is missing [missing-key]" \
    "error: 'date' is missing [missing-key]" '3 errors'
refused 'no title' 1 missing-key in/bulletin.md:2:1 '缺少“标题”（title）' "'title' is missing" \
    '在文件开头两行 --- 之间加上“标题: …”' "add 'title: …' between the two --- lines at the top"

front <<'X'
X
refused 'empty front matter' 1 missing-key in/bulletin.md:2:1 '缺少“发文机关”（issuer）' \
    "'issuer' is missing"

mkdir in && echo 只有正文。 >in/bulletin.md
refused 'no front matter' 1 missing-key in/bulletin.md:1:1 '缺少“成文日期”（date）' "'date' is missing"

front <<'X'
title: 通报
issuer: 某某办
date: 2023-02-29
X
refused 'impossible date' 1 bad-date in/bulletin.md:4:7 '“2023-02-29”不是有效的日期' \
    "'2023-02-29' is no date" \
    '日期写作 2023-09-15 这样的形式' 'write dates as 2023-09-15'

front <<'X'
title: 通报
issuer: 某某办
date: 2023年9月15日
X
refused 'date in words' 1 bad-date in/bulletin.md:4:7 '“2023年9月15日”不是有效的日期' \
    "'2023年9月15日' is no date"

front <<X
$FRONT
tilte: 又一个
X
refused 'unknown English key' 1 unknown-key in/bulletin.md:5:1 '不认识的项目“tilte”' \
    "unknown key 'tilte'" \
    '是不是“title”？' "did you mean 'title'?"

front <<X
$FRONT
主送机构: [甲]
X
refused 'unknown Chinese key' 1 unknown-key in/bulletin.md:5:1 '不认识的项目“主送机构”' "unknown key '主送机构'" \
    '是不是“主送机关”？' "did you mean '主送机关'?"

front <<X
$FRONT
contact:
  phone: 1
  e-mail: a@example.cn
X
refused 'unknown key in a group' 1 unknown-key in/bulletin.md:7:3 '不认识的项目“e-mail”' \
    "unknown key 'e-mail'" \
    '是不是“email”？' "did you mean 'email'?"

# What was written begins with a key: that, not what has as many characters.
front <<X
$FRONT
抄送机关: [甲]
X
refused 'more than a Chinese key' 1 unknown-key in/bulletin.md:5:1 '不认识的项目“抄送机关”' \
    "unknown key '抄送机关'" '是不是“抄送”？' "did you mean '抄送'?"

front <<X
$FRONT
contact:
  xyzzy: 1
X
refused 'unknown key near none' 1 unknown-key in/bulletin.md:6:3 '不认识的项目“xyzzy”' \
    "unknown key 'xyzzy'" '这里可以写：电话、电子邮箱、地址、邮编、受理时间、联系人' \
    'what can be given here: phone, email, address, postcode, hours, person'

front <<X
$FRONT
note: [甲, 乙]
X
refused 'list for a text' 1 wrong-kind in/bulletin.md:5:1 '“note”应当是文字' "'note' should be text"

front <<X
$FRONT
联系方式: 63936965
X
refused 'text for a group' 1 wrong-kind in/bulletin.md:5:7 '“联系方式”应当是下设项目的一组' \
    "'联系方式' should be a group of keys"

front <<X
$FRONT
keywords: 甲单位
X
refused 'text for a list' 1 wrong-kind in/bulletin.md:5:11 '“keywords”应当是列表' \
    "'keywords' should be a list"

front <<X
$FRONT
title: 又一个
X
refused 'key twice' 1 duplicate-key in/bulletin.md:5:1 '项目“title”写了两次' "key 'title' stands twice"

front <<X
$FRONT
标题: 又一个
X
refused 'key twice, in both languages' 1 duplicate-key in/bulletin.md:5:1 '项目“标题”写了两次' \
    "key '标题' stands twice"

bulletin in <<<'正文。'
printf -- '---\nstatus: finished\n---\n# 问题\n\n1. 措施\n' >in/1.md
refused 'unknown status' 1 bad-value in/1.md:2:9 '“status”不能是“finished”' \
    "'status' cannot be 'finished'" \
    '可以写：' 'it may be: '

bulletin in <<<'正文。'
printf -- '---\nid: same\n---\n# 甲\n\n1. 措施\n' | tee in/1.md >in/2.md
refused 'duplicate id' 1 duplicate-id in/2.md:2:5 '编号“same”已用于in/1.md:2' \
    "id 'same' is already used at in/1.md:2"

front <<X
$FRONT
template: notise
X
refused 'unknown template' 1 no-template in/bulletin.md:5:11 '没有名为“notise”的模板' \
    "there is no template 'notise'" \
    '是不是“notice”？现有模板：' "did you mean 'notice'? templates: "

# --- YAML itself ---

front <<X
$FRONT
contact:
$(printf '\t')phone: 1
X
refused 'tab' 1 yaml in/bulletin.md:6:1 'YAML 格式有误：缩进不能用制表符，请用空格' \
    'YAML: indent with spaces, not with tabs'

front <<X
$FRONT
id: "never closed
X
refused 'unclosed quote' 1 yaml in/bulletin.md:5:5 'YAML 格式有误：引号没有结束' \
    'YAML: the quotation mark is never closed'

front <<X
$FRONT
id: &anchor text
X
refused 'anchor' 1 yaml in/bulletin.md:5:5 'YAML 格式有误：不支持锚点和引用（& 与 *）；是文字时请加引号' \
    'YAML: anchors and aliases (& and *) are not supported; put quotes around text'

front <<X
$FRONT
id: !!str text
X
refused 'tag' 1 yaml in/bulletin.md:5:5 'YAML 格式有误：不支持类型标记（!）；是文字时请加引号' \
    'YAML: tags (!) are not supported; put quotes around text'

front <<'X'
title：通报
issuer: 某某办
X
refused 'full-width colon' 1 yaml in/bulletin.md:2:6 \
    'YAML 格式有误：项目名后面是全角冒号“：”，应当用半角“:”，后面空一格' \
    "YAML: a full-width colon after the key; write ':' and a space"

front <<X
$FRONT
id: $(printf '[%.0s' {1..20})
X
refused 'too deep' 1 yaml in/bulletin.md:5:20 'YAML 格式有误：嵌套超过 16 层' \
    'YAML: nested deeper than 16 levels'

mkdir in && printf -- '---\n%s\n\n正文。\n' "$FRONT" >in/bulletin.md
refused 'front matter without end' 1 front-matter-open in/bulletin.md:1:1 '文件头没有结束的“---”行' \
    "the front matter has no closing '---' line" '在文件头后面加一行 ---' \
    'end the front matter with a line ---'

front <<X
$FRONT
summary: $(head -c 65536 /dev/zero | tr '\0' a)
X
refused 'front matter over 64 KiB' 1 limit in/bulletin.md:2:1 '超出限度：文件头大于 64 KiB' \
    'past a limit: front matter of more than 64 KiB'

front <<X
$FRONT
summary: $(head -c 65000 /dev/zero | tr '\0' a)
X
mkb build in -o out.pdf
is 'front matter just under 64 KiB builds' "$status $err" '0 '

done_testing
