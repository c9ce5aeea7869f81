# Faults in the text: bytes, characters, Markdown.
. "${0%/*}/../lib.sh"

# --- bytes ---

mkdir in && printf -- '---\n%s\n---\n现将检查情况通报如下。\n' "$FRONT" | iconv -t GBK >in/bulletin.md
refused 'GBK' 1 looks-like-gbk in/bulletin.md:2:8 '文件不是 UTF-8，看起来是 GBK 编码' \
    'the file is not UTF-8; it looks like GBK' '请用编辑器把文件另存为 UTF-8 编码' 'save the file as UTF-8'

for encoding in UTF-16 UTF-16LE UTF-16BE; do
    mkdir in && printf -- '---\n%s\n---\n通报。\n' "$FRONT" | iconv -t $encoding >in/bulletin.md
    column=1
    [ $encoding = UTF-16LE ] && column=2
    refused $encoding 1 looks-like-utf-16 in/bulletin.md:1:$column '文件不是 UTF-8，看起来是 UTF-16 编码' \
        'the file is not UTF-8; it looks like UTF-16' '请用编辑器把文件另存为 UTF-8 编码' \
        'save the file as UTF-8'
done

mkdir in && printf '# 金水区文化路\n\n1. 措施\n' | iconv -t GBK >in/bulletin.md
refused 'a short GBK file' 1 looks-like-gbk in/bulletin.md:1:3 '文件不是 UTF-8，看起来是 GBK 编码' \
    'the file is not UTF-8; it looks like GBK' '请用编辑器把文件另存为 UTF-8 编码' 'save the file as UTF-8'

bulletin in < <(printf '通报如下\377。\n')
refused 'a stray byte' 1 not-utf-8 in/bulletin.md:6:5 '这里的字节不是 UTF-8' 'these bytes are not UTF-8' \
    '请用编辑器把文件另存为 UTF-8 编码' 'save the file as UTF-8'

while read -r code escape; do
    bulletin in < <(printf "通报$escape如下。\n")
    refused "U+$code" 1 bad-character in/bulletin.md:6:3 "不允许的字符 U+$code" \
        "character U+$code is not allowed" '请删去这个字符' 'delete the character'
done <<'X'
0000 \0
001B \e
0085 \u0085
202E \u202e
2066 \u2066
200E \u200e
E000 \ue000
FFFD \ufffd
FFFE \ufffe
E0041 \U000e0041
F0000 \U000f0000
0378 \u0378
FE0F \ufe0f
X

# --- characters that no font can show ---

bulletin in <<<'人名𐒀字。'
refused 'a character in no font' 3 no-glyph in/bulletin.md:6:3 '“𐒀”（U+10480）在仿宋的字体中都没有字形' \
    "no font of 仿宋 has a glyph for '𐒀' (U+10480)" '请改用其他字' 'use another character'

bulletin in <<<'空白ㅤ字。'
refused 'a blank glyph' 3 blank-glyph in/bulletin.md:6:3 '“ㅤ”（U+3164）在字体“仿宋”中是空白' \
    "'ㅤ' (U+3164) is blank in font '仿宋'" '请改用其他字' 'use another character'

bulletin in < <(perl -CS -e 'print "a", "\x{301}" x 33, "\n"')
mkb build in --lang=en -o out.pdf
has 'marks without end on one letter' "$status $err" '1 in/bulletin.md:6:34: error: past a limit: at most 32'

# --- blanks of every kind, alone in their font ---

bulletin in < <(printf '甲&nbsp;乙\u2002丙\t丁\u3000戊\n')
mkb build in --lang=en -o out.pdf
is 'blanks are set' "$status $err" '0 '
ok 'and read again' bash -c "pdftotext -raw out.pdf - | grep -q '甲.乙.丙.丁.戊'"
rm -f out.pdf

# --- Markdown ---

bulletin in <<<'正文。'
echo '没有标题的一项。' >in/1.md
refused 'no heading' 1 no-heading in/1.md:1:1 '缺少一级标题（# …）' 'there is no # heading' \
    '以“# 标题”一行开头' "begin with a line '# title'"

bulletin in <<<'正文。'
printf '# 甲\n\n1. 措施\n\n# 乙\n\n1. 措施\n' >in/1.md
refused 'two headings' 1 second-heading in/1.md:5:1 '一个文件只能有一个标题' 'a file has exactly one heading' \
    '请把第二项另存为一个文件' 'move the second one into a file of its own'

bulletin in <<<'正文。'
printf '# 甲\n\n1. 措施\n\n文字。\n\n1. 又一组\n' >in/1.md
refused 'two lists' 1 second-list in/1.md:7:1 '一个问题只能有一组措施' 'a finding has one list of measures' \
    '请把两组措施合并' 'join the two lists'

text() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a text that is refused, from standard input
    bulletin in
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}

text 'raw HTML block' raw-html 6:1 '正文中不能用 HTML' 'HTML is not allowed in the text' \
    '只能用 <!-- … --> 写编者注' 'only <!-- … --> may stand' <<'X'
<div>
文字
</div>
X
text 'raw HTML inline' raw-html 6:3 '正文中不能用 HTML' 'HTML is not allowed in the text' <<<'文字<b>粗</b>。'
text 'fenced code' not-an-element 6:1 '公文中没有代码块这种成分' 'an official document has no code block' \
    '请改写为普通段落或编号列表' 'write it as a paragraph or a numbered list' <<'X'
```
代码
```
X
text 'indented code' not-an-element 6:5 '公文中没有代码块这种成分' \
    'an official document has no code block' <<'X'
    缩进四格
X
text 'inline code' not-an-element 6:3 '公文中没有行内代码这种成分' \
    'an official document has no code span' '照原样排的命令、文件名，写作 [命令]{原样}' \
    'a command or name that is set as it stands is written [command]{verbatim}' <<<'文字`代码`。'
text 'quote' not-an-element 6:1 '公文中没有引用块这种成分' 'an official document has no block quote' <<<'> 引用'
text 'bullet list' not-an-element 6:1 '公文中没有项目符号列表这种成分' \
    'an official document has no bullet list' <<'X'
- 甲
- 乙
X
text 'unknown reference' unknown-reference 6:2 '没有编号为“nowhere”的内容' \
    "nothing has the id 'nowhere'" <<<'见[](#nowhere)。'
text 'script link' bad-link 6:2 '不允许的链接“javascript:alert(1)”' \
    "link 'javascript:alert(1)' is not allowed" \
    '链接应以 https:、http:、mailto:、tel: 或 # 开头' 'a link begins with' <<<'见[这里](javascript:alert(1))。'
text 'relative link' bad-link 6:2 '不允许的链接“../secret.md”' \
    "link '../secret.md' is not allowed" <<<'见[这里](../secret.md)。'

bulletin in <<<'见[](#studi)。'
printf -- '---\nid: study\n---\n# 甲\n\n1. 措施\n' >in/1.md
refused 'reference with a near id' 1 unknown-reference in/bulletin.md:6:2 '没有编号为“studi”的内容' \
    "nothing has the id 'studi'" '是不是“study”？' "did you mean 'study'?"

# --- marked spans ---

text 'unknown mark' unknown-mark 6:8 '不认识的标记“下划线”' "unknown mark '下划线'" \
    '可以写：不断、专名、书名、着重、原样；要排花括号，写 \{' 'it may be: nobreak, proper, book, dot, verbatim' <<<'由[唐某某]{下划线}任。'
text 'mark with a near name' unknown-mark 6:11 '不认识的标记“propper”' "unknown mark 'propper'" \
    '是不是“proper”？' "did you mean 'proper'?" <<<'由[唐某某]{不断 propper}任。'
# In a command the blanks are those that are typed, and between scripts come no others.
spaced() { bulletin in <<<"$1" && mkb build in --stop-after=lines && grep -o 'natural [0-9.]* width [0-9.]* "文.*' .out; }
is 'a command as it stands' "$(spaced '文[甲A 乙b]{原样}文。')" 'natural 105.292 width 97.396 "文甲A 乙b文。"'
is 'and as text' "$(spaced '文甲A 乙b文。')" 'natural 113.188 width 105.292 "文甲A 乙b文。"'
bulletin in <<<'输入[mkbulletin build 通报, -o 通报.pdf]{原样}，按回车键。'
mkb check in
is 'what is set as it stands is not checked' "$status$out" 0
mkb build in -o in.html
has 'it is a span of HTML' "$(cat in.html)" '<span class="verbatim">mkbulletin build 通报, -o 通报.pdf</span>'
text 'a span without text' empty-text 6:2 '这里没有文字' 'there is no text here' <<<'由[]{不断}任。'

marked='[由]{专名}[唐某某]{书名 着重}任**[郑州市]{专名}区长**，[重点]{dot}是[抓]{着重}好“[学习]{proper}”，其余照旧，不再一一说明。'
bulletin in <<<"$marked"
mkb build in --stop-after=lines
lines=$out
bulletin in < <(sed -E 's/\[|\]\{[^}]*\}//g' <<<"$marked")
mkb build in --stop-after=lines
is 'marks move nothing' "$lines" "$out"
mkb build in --stop-after=pages
ok 'without them there is none' bash -c '! grep -q "mark " .out'

bulletin in <<<"[$(printf '国%.0s' {1..40})]{不断}"
mkb build in --lang=en -o out.pdf
has 'a span longer than a line is warned of' "$status $err" "0 in/bulletin.md:6:2: warning: text marked \
'nobreak' is longer than a line and had to be broken [broken-span]" 'hint: mark the name alone' '1 warning'

# --- what is only warned of ---

for code in 200B FEFF; do
    bulletin in < <(printf "通报\\u$code如下。\n")
    mkb build in --lang=en -o out.pdf
    has "U+$code is warned of" "$status $err" \
        "0 in/bulletin.md:6:3: warning: invisible zero-width character U+$code [zero-width]"
    rm -f out.pdf
    mkb build in --lang=en -o out.pdf --strict
    ok "U+$code fails under --strict" [ "$status" = 1 -a ! -e out.pdf ]
done
bulletin in <<<'　　现将情况通报如下。'
mkb build in --lang=zh -o out.pdf
has 'an indent by hand is warned of' "$status $err" \
    '0 in/bulletin.md:6:1: 警告：用全角空格手工缩进 [indent-by-spaces]'
done_testing
