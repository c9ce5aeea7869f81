# Faults of images in the text.
. "${0%/*}/../lib.sh"

text() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]: a text that is refused, from standard input
    bulletin in
    echo '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>' >in/a.svg
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}

text 'an image in running text' image-place 6:3 '图片应当单独成段' 'an image is a paragraph of its own' \
    '图片前后各空一行，一段里只有一张图片' 'leave a blank line before and after it, one image a paragraph' \
    <<<'文字![图](a.svg)。'
text 'two images in a paragraph' image-place 7:1 '图片应当单独成段' \
    'an image is a paragraph of its own' <<'X'
![一](a.svg)
![二](a.svg)
X
text 'an image in a cell' image-place 8:3 '图片应当单独成段' 'an image is a paragraph of its own' <<'X'
| 照片 |
| --- |
| ![图](a.svg) |
X
text 'an image in a list' table-place 6:4 '这里不能有图片' 'no image can stand here' \
    '表格、图片单独成段，顶格写，不放在列表和措施里' \
    'tables and images stand between paragraphs, not indented, outside lists and measures' \
    <<<'1. ![图](a.svg)'
text 'no alternative text' no-alt 6:1 '图片没有替代文字' 'the image has no alternative text' \
    '在方括号里写图片的内容：![图片内容](照片.png)，供看不到图片的人用' \
    'say between the brackets what it shows: ![what it shows](photo.png)' <<<'![](a.svg "图1 现场")'
text 'a reference in alternative text' alt-text 6:5 '替代文字里不能有引用和脚注' \
    'alternative text has no references or footnotes' '替代文字不印出来；引用、脚注写在图题里' \
    'alternative text is not printed; put them into the caption' <<<'![照片[](#a)](a.svg){#a}'
text 'an image by way of a definition' image-path 6:1 '图片没有文件名' 'the image names no file' \
    '写作 ![图片内容](照片.png)' 'write ![what it shows](photo.png)' <<'X'
![照片][a]

[a]: https://example.cn
X
text 'a path with a blank' broken-image 6:1 '图片的写法不对' 'this is not the form of an image' \
    '写作 ![图片内容](照片.png "图1 现场")；文件名里有空格的，写在 < > 里' \
    'write ![what it shows](photo.png "图1 …"); a name with blanks stands in < >' <<<'![照片](a b.svg)'
text 'a caption below an image' caption-without-figure 8:1 '图题应写在图片里' \
    'the caption of an image is written in it' '写作 ![图片内容](照片.png "图1 现场情况")' \
    'write ![what it shows](photo.png "图1 …")' <<'X'
![照片](a.svg)

图1 现场情况
X
text 'two ids' second-id 6:19 '已经有编号“b”' "there is an id already: 'b'" '只留一个编号' \
    'keep one of the two' <<<'![照片](a.svg "图1 {#a}"){#b}'
text 'a reference to an image without a number' no-label 6:2 \
    '编号“a”所指的表或图没有序号，不能引用' "the table or figure 'a' has no number to refer to" <<'X'
见[](#a)。

![照片](a.svg "现场"){#a}
X
text 'a file that is not there' no-such-file 6:7 '找不到文件“b.svg”' "there is no file 'b.svg'" \
    <<<'![照片](b.svg)'
text 'an address' link-outside 6:7 '“https://example.cn/a.png”指向文件夹以外，不予读取' \
    "'https://example.cn/a.png' leads out of the folder and is not read" \
    '请把文件放进文件夹里' 'put the file itself into the folder' <<<'![照片](https://example.cn/a.png)'

bulletin in <<<'正文。'
mkdir in/1 && printf -- '---\nkind: finding\n---\n# 甲\n' >in/1/index.md
printf '措施\n\n![照片](a.svg)\n' >in/1/1.md
refused 'an image in a measure' 1 table-place in/1/1.md:3:1 '这里不能有图片' 'no image can stand here'
done_testing
