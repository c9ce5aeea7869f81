# Faults in what stands at the head of a document: values of the front matter, and the template's
# keys.
. "${0%/*}/../lib.sh"

# A bulletin of a template with one key more: the seventh line.
head_with() { # TEMPLATE KEY [KEY…]
    mkdir -p in
    { printf -- '---\n%s\ntemplate: %s\ndocument-number: 某局发〔2026〕2号\n' "$FRONT" "$1"
      shift
      printf '%s\n' "$@"; printf -- '---\n现通报如下。\n'; } >in/bulletin.md
}

# What is told of and set all the same, in both languages.
warned() { # NAME RULE PLACE ZH EN
    local lang
    local -A text=([zh]="警告：$4" [en]="warning: $5")
    for lang in zh en; do
        mkb build in --lang=$lang -o out.pdf
        has "$1 ($lang)" "$status"$'\n'"$err" 0$'\n' "$3: ${text[$lang]} [$2]"
    done
    rm -rf in
}

# ---- copy number, classification, urgency ----

zh_hint='写数字即可，不足 6 位的在前面补 0：12 排成 000012（GB/T 9704-2012 7.2.1）'
en_hint='write the number alone: 12 is set as 000012 (GB/T 9704-2012 7.2.1)'
for number in 1234567 12a '１２' 第1号 -1; do
    head_with document "copy-number: $number"
    refused "copy number $number" 1 bad-copy-number in/bulletin.md:7:14 \
        "份号“$number”不是 1 到 6 位阿拉伯数字" "copy number '$number' is not 1 to 6 digits" \
        "$zh_hint" "$en_hint"
done
for level in 内部 机要★1年 ★1年; do
    head_with document "classification: $level"
    refused "classification $level" 1 bad-classification in/bulletin.md:7:17 \
        "“$level”不是密级" "'$level' is no classification" \
        '写作绝密、机密或秘密，后面可以加★和保密期限，例如 机密★1年（GB/T 9704-2012 7.2.2）' \
        'write 绝密, 机密 or 秘密, and its term after ★, as in 机密★1年 (GB/T 9704-2012 7.2.2)'
done
while read -r level meant; do
    head_with document "classification: $level"
    refused "classification $level" 1 bad-classification in/bulletin.md:7:17 \
        "“$level”不是密级" "'$level' is no classification" \
        "应当写作“$meant”（GB/T 9704-2012 7.2.2）" "write '$meant' (GB/T 9704-2012 7.2.2)"
done <<'END'
机密☆1年 机密★1年
机密*1年 机密★1年
秘密1年 秘密★1年
绝密级 绝密
机密★ 机密
END
head_with document 'classification: 机密★十年'
refused 'a term in Chinese numerals' 1 bad-classification in/bulletin.md:7:17 \
    '“机密★十年”的保密期限没有用阿拉伯数字' "the term of '机密★十年' is not in Arabic digits" \
    '例如 机密★1年（GB/T 9704-2012 7.2.2）' 'as in 机密★1年 (GB/T 9704-2012 7.2.2)'
head_with document 'urgency: 急'
refused 'an unknown urgency' 1 bad-value in/bulletin.md:7:10 \
    '“urgency”不能是“急”' "'urgency' cannot be '急'" \
    '可以写：特急, 加急, 特提, 平急' 'it may be: 特急, 加急, 特提, 平急'
head_with document 'copy-number: [1, 2]'
refused 'two copy numbers' 1 wrong-kind in/bulletin.md:7:1 \
    '“copy-number”应当是文字' "'copy-number' should be text"
head_with upward 'signatory: {name: 张某}'
refused 'signatories that are no list' 1 wrong-kind in/bulletin.md:7:1 \
    '“signatory”应当是文字或列表' "'signatory' should be text or a list"

# ---- document number ----

number_is() { # TEMPLATE NUMBER MEANT ZH EN
    head_with "$1" '# the seventh line'
    sed -i "6s/.*/document-number: $2/" in/bulletin.md
    refused "document number $2" 1 bad-document-number in/bulletin.md:6:18 \
        "发文字号“$2”：$4" "document number '$2': $5" \
        "应当写作“$3”（GB/T 9704-2012 7.2.5）" "write '$3' (GB/T 9704-2012 7.2.5)"
}
for number in '某政发[2023]12号' '某政发（2023）12号' '某政发【2023】12号' '某政发2023年12号'; do
    number_is document "$number" 某政发〔2023〕12号 \
        年份应当用六角括号〔〕括起 'the year stands in brackets 〔〕'
done
number_is letter 某政函〔23〕12号 某政函〔2023〕12号 \
    年份应当标全称，只写四位数字 'the year is written in full, four digits alone'
number_is document 某政发〔2023〕第12号 某政发〔2023〕12号 \
    发文顺序号不加“第”，令号要加 '第 stands before the number of an order alone'
number_is upward 某政发〔2023〕012号 某政发〔2023〕12号 \
    发文顺序号不编虚位 'the serial number begins with no zero'
number_is document 某政发〔2023〕１２号 某政发〔2023〕12号 数字应当用半角 'digits are plain ones'
number_is document 某政发〔2023〕12 某政发〔2023〕12号 末尾应当有“号” 'it ends in 号'
number_is document '某政发 〔2023〕12号' 某政发〔2023〕12号 中间不空格 'it has no space inside'
number_is order 12号 第12号 \
    发文顺序号不加“第”，令号要加 '第 stands before the number of an order alone'

head_with order '# an office’s number'
warned 'an order with the number of an office' unusual-document-number in/bulletin.md:6:18 \
    '“某局发〔2026〕2号”不像发文字号' "'某局发〔2026〕2号' does not look like a document number"
head_with document '# none'
sed -i 6d in/bulletin.md
warned 'no document number' element-missing in/bulletin.md:2:8 \
    '模板“document”要有“发文字号”（document-number），没有写' \
    "template 'document' has a place for 'document-number', which is not given"

# ---- what goes together ----

head_with upward '# no signatory'
warned 'no signatory' element-missing in/bulletin.md:2:8 \
    '模板“upward”要有“签发人”（signatory），没有写' \
    "template 'upward' has a place for 'signatory', which is not given"
head_with document 'signatory: 张某某'
warned 'a signatory where there is no place' not-set in/bulletin.md:7:12 \
    '模板“document”不排“签发人”（signatory）' "template 'document' does not set 'signatory'"
head_with document 'classification: 机密'
warned 'no copy number' no-copy-number in/bulletin.md:7:17 \
    涉密公文没有份号 'a classified document without copy number'
head_with upward 'signatory: [欧阳某某某某, 诸葛某某某某]'
sed -i '6s/某局发/某某省某某市某某区应急管理发/' in/bulletin.md
warned 'too long to stand on one line' signatory-room in/bulletin.md:6:18 \
    发文字号和签发人在一行里排不下 'document number and signatories have no room on a line'
head_with upward 'signatory: [欧阳某某某某, 诸葛某某某某]'
sed -i '6s/某局发/某某省某某市某某新区应急管理发/' in/bulletin.md
refused 'a signatory on the document number' 1 masthead-overlap in/bulletin.md:7:21 \
    '版头里“诸葛某某某某”同“某某省某某市某某新区应急管理发〔2026〕2号”叠在一起' \
    "in the masthead '诸葛某某某某' overprints '某某省某某市某某新区应急管理发〔2026〕2号'" \
    '请缩短其中一项；用单位自有模板的，改 masthead 的 top、number' \
    'shorten one of them; in a template of your own change top or number of masthead'
head_with letter 'copy-number: 1'
sed -i '6s/某局发/某某省某某市某某新区住房和城乡建设委员会函/' in/bulletin.md
refused 'a number on the copy number of a letter' 1 masthead-overlap in/bulletin.md:7:14 \
    '版头里“000001”同“某某省某某市某某新区住房和城乡建设委员会函〔2026〕2号”叠在一起' \
    "in the masthead '000001' overprints '某某省某某市某某新区住房和城乡建设委员会函〔2026〕2号'"
head_with document '# a long number'
sed -i '6s/某局发/某某省某某市某某新区住房和城乡建设委员会办公室发/' in/bulletin.md
refused 'a number that is wider than the text block' 1 masthead-wide in/bulletin.md:6:18 \
    '“某某省某某市某某新区住房和城乡建设委员会办公室发〔2026〕2号”太长，超出版心' \
    "'某某省某某市某某新区住房和城乡建设委员会办公室发〔2026〕2号' is too long for the text block" \
    请缩短 'shorten it'

# ---- the size of the mark ----

mark_hint=('用“发文机关标志”写规范化简称，联合行文可以只写主办机关（GB/T 9704-2012 7.2.4）'
    "give 'masthead' the standard short name, of a joint document the lead organ's alone (GB/T 9704-2012 7.2.4)")
issuers() { # COUNT
    head_with document "masthead: [$(for ((i = 1; i <= $1; i++)); do printf '某市第%d局, ' "$i"; done)]"
}
issuers 6
mkb in -o out.pdf
is 'six names are as large as a title' "$status $err" '0 '
issuers 8
warned 'eight names are smaller than the title' mark-small in/bulletin.md:7:12 \
    '发文机关标志只排得下 6.1 毫米大的字，比标题的字（7.7 毫米）还小' \
    "the mark of the issuers has room for characters of 6.1 mm only, smaller than the title's (7.7 mm)"
issuers 20
refused 'twenty names cannot be read' 1 mark-small in/bulletin.md:7:12 \
    '发文机关标志只排得下 2.4 毫米大的字，看不清' \
    'the mark of the issuers has room for characters of 2.4 mm only, too small to be read' \
    "${mark_hint[@]}"
head_with document "masthead: $(printf '某某市某某新区住房建设委%.0s' {1..4})"
warned 'a very long name is smaller than the title' mark-small in/bulletin.md:7:11 \
    '发文机关标志只排得下 4.4 毫米大的字，比标题的字（7.7 毫米）还小' \
    "the mark of the issuers has room for characters of 4.4 mm only, smaller than the title's (7.7 mm)"

# Three lines at the left of an order reach below the top of its mark (10.2).
mkdir in
cat >in/bulletin.md <<'X'
---
title: 公布令
template: order
issuer: 某某省某某市人民政府办公室
date: 2026-11-20
document-number: 第12号
copy-number: 12
classification: 机密★1年
urgency: 特急
---
现予公布。
X
mkb in --stop-after=pages
is 'an order with three lines at the left builds' "$status $err" '0 '
corner=$(sed -n 's/.*x \([0-9.]*\) .*width \([0-9.]*\) "特急".*/\1 \2/p' <<<"$out" | tail -n 1)
mark=$(sed -n 's/.* x \([0-9.]*\) .*"某某省某某市人民政府办公室令".*/\1/p' <<<"$out" | tail -n 1)
is 'its mark begins a character after the third' \
    "$(awk '{ print ($3 - $1 - $2 >= 15.78 && $3 - $1 - $2 < 15.81) ? "yes" : $0 }' <<<"$corner $mark")" yes
rm -r in

head_with document '# a title of many lines'
sed -i '3s/.*/issuer: [某市应急管理局, 某市财政局, 某市教育局, 某市民政局, 某市司法局]/' in/bulletin.md
sed -i "2s/.*/title: $(printf '某某工程建设项目资金使用安全生产%.0s' {1..8})/" in/bulletin.md
echo $'\n请认真贯彻执行。' >>in/bulletin.md
warned 'a first page without text' first-page-text in/bulletin.md:2:8 \
    '首页没有正文（GB/T 9704-2012 7.3.3）' \
    'the first page shows no text (GB/T 9704-2012 7.3.3)'

# ---- findings as headings ----

head_with document '# a finding'
printf -- '---\nlead: 关于{title}。\n---\n# 责任不落实\n\n说明。\n' >in/1-first.md
warned 'a lead that is not set' not-set in/1-first.md:2:7 \
    '模板“document”不排“引语”（lead）' "template 'document' does not set 'lead'"
head_with document '# a finding too deep'
mkdir -p in/1-a/1-b/1-c/1-d
for folder in in/1-a in/1-a/1-b in/1-a/1-b/1-c in/1-a/1-b/1-c/1-d; do
    echo '# 标题' >$folder/index.md
done
echo '# 第五级' >in/1-a/1-b/1-c/1-d/1-e.md
refused 'a finding as a heading of the fifth level' 1 too-deep in/1-a/1-b/1-c/1-d/1-e.md:1:1 \
    '层次太深：公文的标题最多四级' 'too deep: an official document has four levels of heading'

# ---- templates ----

mkdir -p data/bin data/templates
cp "$MKBULLETIN" data/bin/mkbulletin
ln -s "$ROOT/fonts" data/fonts
cp "$ROOT"/templates/*.yaml data/templates/
MKBULLETIN=$T/data/bin/mkbulletin
masthead_is() { # LINE…: of the template's masthead, from its fourth line
    { printf 'name: own\nextends: document\nmasthead:\n'; printf '  %s\n' "$@"; } \
        >data/templates/own.yaml
    head_with own '# nothing else'
}
own=$T/data/templates/own.yaml
masthead_is 'rule: {lines: [1pt, 1pt, 1pt]}'
refused 'a rule of three lines' 1 bad-template $own:4:10 \
    '模板有误：“lines”应当是一条或两条线的粗细' "template: 'lines' should be the weights of one line or two"
masthead_is 'rule: {lines: [0]}'
refused 'a rule without ink' 1 bad-template $own:4:18 \
    '模板有误：“lines”应当是大于零的粗细' "template: 'lines' should be more than nothing"
masthead_is 'rule: {width: 220mm}'
refused 'a rule wider than the page' 1 bad-template $own:3:1 \
    '模板有误：红色分隔线的长 623.622 pt，超过 595.275 pt' \
    'template: length of the rule: 623.622 pt, more than 595.275 pt'
masthead_is 'top: 250mm'
refused 'a mark below the page' 1 bad-template $own:3:1 \
    '模板有误：发文机关标志底边 983.622 pt，超过 742.677 pt' \
    'template: bottom of the mark of the issuers: 983.622 pt, more than 742.677 pt'
masthead_is 'number: {place: left}'
refused 'a place that there is not' 1 bad-value $own:4:19 '“place”不能是“left”' \
    "'place' cannot be 'left'" '可以写：center signatory right' 'it may be: center signatory right'
masthead_is 'sufix: 令'
refused 'an unknown key' 1 unknown-key $own:4:3 '不认识的项目“sufix”' "unknown key 'sufix'" \
    '是不是“suffix”？' "did you mean 'suffix'?"
done_testing
