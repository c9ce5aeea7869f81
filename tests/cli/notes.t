# Faults of footnotes.
. "${0%/*}/../lib.sh"

text() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a text that is refused, from standard input
    bulletin in
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}

text 'a mark without a text' note-without-text 6:3 '脚注“1”没有文字' "footnote '1' has no text" \
    '在同一个文件里顶格写一行：[^1]: 脚注的文字' 'in the same file write a line [^1]: text' <<<'文字[^1]。'
text 'a mark whose text is in a cell' note-without-text 8:4 '脚注“注”没有文字' "footnote '注' has no text" <<'X'
| 甲 |
| --- |
| 乙[^注] |
X
text 'two texts' duplicate-note 9:1 '脚注“1”已有文字，在in/bulletin.md:8' \
    "footnote '1' has a text already, at in/bulletin.md:8" '一条脚注可以引用几次，文字只写一次' \
    'it may be referred to more than once, its text stands once' <<'X'
文字[^1]。

[^1]: 甲
[^1]: 乙
X
text 'an empty text' empty-text 8:1 '这里没有文字' 'there is no text here' <<'X'
文字[^1]。

[^1]:
X
text 'a note in a note' note-place 8:8 '这里不能有脚注' 'no footnote can stand here' \
    '标题和脚注的文字里不能有脚注；写在正文、表格或题注里' \
    'none stands in headings or in footnotes; put it into text, a table or a caption' <<'X'
文字[^1]。

[^1]: 甲[^1]
X
text 'an indented text' note-indent 8:4 '脚注的文字应当顶格写' \
    'the text of a footnote begins at the start of a line' '写在列表之外，前面不缩进' \
    'write it outside lists, not indented' <<'X'
1. 文字[^1]。

   [^1]: 甲
X
text 'a full-width colon' note-colon 8:5 '脚注的冒号应当用半角' \
    'the colon of a footnote is an ASCII colon' '写作 [^1]: 脚注的文字' 'write [^1]: text' <<'X'
文字[^1]。

[^1]：甲
X
text 'full-width brackets' note-brackets 6:3 '脚注的方括号应当用半角' \
    'the brackets of a footnote are ASCII brackets' '写作 [^1]' 'write [^1]' <<<'文字［^1］。'
text 'in a cell' note-brackets 8:4 '脚注的方括号应当用半角' \
    'the brackets of a footnote are ASCII brackets' <<'X'
| 甲 |
| --- |
| 乙【^1】 |
X
text 'a list in a note' note-content 10:5 '脚注里只能有段落' 'a footnote holds paragraphs only' <<'X'
文字[^1]。

[^1]: 甲

    1. 乙
X
text 'a reference in a note that leads nowhere' unknown-reference 8:8 '没有编号为“a”的内容' \
    "nothing has the id 'a'" <<'X'
文字[^1]。

[^1]: 见[](#a)
X

bulletin in <<<'正文。'
printf '# 甲[^1]\n\n1. 措施\n\n[^1]: 注\n' >in/1.md
refused 'a note in a heading' 1 note-place in/1.md:1:4 '这里不能有脚注' 'no footnote can stand here'

bulletin in <<<'文字[^1]。'
printf '# 甲\n\n1. 措施[^1]\n\n[^1]: 注\n' >in/1.md
refused 'a text in another file' 1 note-without-text in/bulletin.md:6:3 '脚注“1”没有文字' \
    "footnote '1' has no text"

bulletin in <<'X'
文字\[^1]。

[^1]: 甲
X
mkb build in --lang=en -o out.pdf
has 'a text that nothing refers to is warned of' "$status $err" \
    "0 in/bulletin.md:8:1: warning: nothing refers to footnote '1', so it is not set [unused-note]" \
    'hint: write [^1] in the text, or delete the note'
mkb build in --lang=zh --strict -o out2.pdf
has 'and fails under --strict' "$status $err" \
    '1 in/bulletin.md:8:1: 警告：没有引用脚注“1”，这条脚注不排 [unused-note]' \
    '办法：在文字里写 [^1]，或删去这条脚注'
ok 'an escaped mark is set as written' bash -c "pdftotext -raw out.pdf - | grep -qF '文字[^1]。'"

# Numbers follow the pages, not the files: a template may set its elements in another order.
bulletin in 'template: own' <<<$'开头[^a]。\n\n[^a]: 开头的注。'
printf '# 甲\n\n说明[^a]，又[^a]。\n\n[^a]: 正文的注。\n' >in/1.md
printf '结尾[^a]。\n\n[^a]: 结尾的注。\n' >in/closing.md
mkdir in/annexes in/templates
printf '# 附\n\n附件[^a]。\n\n[^a]: 附件的注。\n' >in/annexes/1.md
own() { printf 'name: own\nextends: notice\ndescription: own\norder: [%s]\n' "$1" >in/templates/own.yaml; }
own 'title, closing, opening, body, annexes'
mkb build in --lang=en -o out.pdf
is 'it builds' "$status $err" '0 '
is 'footnotes are numbered as they stand' "$(pdftotext -raw out.pdf - | tr -d ' \n\f' | sed 's/　//g; s/关于检查情况的通报//')" \
    '结尾①。开头②。针对甲问题。说明③，又③。①结尾的注。②开头的注。③正文的注。—1—附件附附件④。④附件的注。—2—'
own 'title, closing, opening, body'
mkb build in --lang=en -o out.pdf
is 'those of an element that is not set are not counted' \
    "$status $(pdftotext -raw out.pdf - | grep -c 附件的注)$(pdftotext -raw out.pdf - | grep -c ①)" '0 02'

# A line whose notes have no room goes to the next page with them, and the page says so.
bulletin in < <(
    for i in {1..18}; do printf '第%s段。\n\n' "$i"; done
    printf '注[^a]。\n\n后文。\n\n[^a]: '
    for i in {1..12}; do printf '注文很长，排成好几行，正文同它排在一面，这一面因此留下空行。'; done
)
mkb in -q --stop-after=pages
has 'rows that notes leave empty' "$(grep '^page' .out | tr '\n' ';')" ' notes);page 2'
done_testing
