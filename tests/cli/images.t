# Images from the file to the PDF: where they stand in millimetres, what of them is embedded, and
# what is said of those that cannot be used. All pixels are made here.
. "${0%/*}/../lib.sh"

# A PNG of WIDTH × HEIGHT on standard output, grey, each pixel the product of its place; PPM pixels
# an inch, or 0 for no word of it. CHANNELS: 1 grey, 2 grey and alpha, which grows to the right.
png() { # WIDTH HEIGHT PPI [CHANNELS [ALPHA]]: of channels 2 alpha is a slope, or as Perl says
    perl -MCompress::Zlib -e '
        my ($width, $height, $ppi, $channels, $alpha) = (@ARGV, @ARGV < 4 ? 1 : ());
        my $of = eval "sub { my (\$x, \$y) = \@_; " . ($alpha // "255 * \$x / ($width - 1)") . " }";
        sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
        my $rows = "";
        for my $y (0 .. $height - 1) {
            $rows .= "\0";
            for my $x (0 .. $width - 1) {
                $rows .= chr(($x * $y + $x) % 256);
                $rows .= chr(int($of->($x, $y))) if $channels == 2;
            }
        }
        binmode STDOUT;
        print "\x89PNG\r\n\x1a\n", chunk("IHDR", pack("NNCCCCC", $width, $height, 8, $channels == 2 ? 4 : 0, 0, 0, 0));
        my $density = int($ppi / 0.0254 + 0.5);
        print chunk("pHYs", pack("NNC", $density, $density, 1)) if $ppi;
        print chunk("IDAT", compress($rows)), chunk("IEND");' "$@"
}

# A JPEG of 16 × 8, grey, 12 pixels an inch across and 24 down: 33.87 mm × 8.47 mm.
jpeg() {
    base64 -d <<'X'
/9j/4AAQSkZJRgABAQEADAAYAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsI
CQoKCgoKBggLDAsKDAkKCgr/wAALCAAIABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgED
AwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RF
RkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJ
ytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AP2O/wCGOP8Aqo3/AJSP/t1e3V//2Q==
X
}

svg() { # CONTENT
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="30mm" viewBox="0 0 60 30">%s</svg>' "$1"
}

# "28.00 51.20 156.00 20.00", left, top, width and height in millimetres, of each image of a PDF.
boxes() { # PDF
    mutool trace "$1" | perl -ne '
        next unless /<fill_image .*transform="([^"]*)"/;
        my ($a, $b, $c, $d, $e, $f) = split " ", $1;
        ($d, $f) = (-$d, $f + $d) if $d < 0;
        printf "%.2f %.2f %.2f %.2f\n", map { $_ * 25.4 / 72 } $e, $f, $a, $d'
}

body='各社区按照统一部署开展自查，及时整改发现的问题。'

# --- places ---

bulletin in <<X
$body

![照片](a.png "图1 现场 {#site}")

$body见[](#site)。

![照片](b.jpg)

$body
X
png 1200 300 300 >in/a.png # 101.6 mm × 25.4 mm
jpeg >in/b.jpg
mkb in -o out.pdf
is 'a bulletin with images' "$status" 0
# Text block from 28 mm, 156 mm wide: centred.
is 'two images, centred' "$(boxes out.pdf | cut -d' ' -f1,3,4)" \
    "$(printf '55.20 101.60 25.40\n89.07 33.87 8.47')"
ok 'the PDF is sound' qpdf --check out.pdf
has 'the caption is text' "$(pdftotext -raw out.pdf -)" '图1 现场' '见图1。'
mkb in --stop-after=pages
# Title 1 … 3, text 4; a row is 10.45 mm, 4.87 mm of it white. 25.4 mm, 2.1 mm to the caption, 4.2 mm
# of caption and the white take four, 8.47 mm and the white two.
is 'the text is on the grid again' "$(grep -oE '^  row [0-9]+ (body|caption)' .out)" \
    "$(printf '  row 4 body\n  row 0 caption\n  row 9 body\n  row 12 body')"
has 'its place is an anchor' "$out" '"site"' 'image x 156.'

# --- sizes ---

bulletin in <<<'![宽](a.png)'
png 400 100 20 >in/a.png # 508 mm × 127 mm
mkb in -q -o out.pdf
is 'no wider than the text block' "$(boxes out.pdf | cut -d' ' -f1,3,4)" '28.00 156.00 39.00'
bulletin in <<<'![高](a.png "图1 高图")'
png 100 400 20 >in/a.png # 127 mm × 508 mm
mkb in -q -o out.pdf
# 225 mm less 6 pt and a caption of 12 pt.
is 'no higher than the text block' "$(boxes out.pdf | cut -d' ' -f4)" 218.65
is 'alone on its page' "$(pdfinfo out.pdf | sed -n 's/^Pages: *//p')" 3
bulletin in <<<'![小](a.png)'
png 100 100 300 >in/a.png
mkb in -q -o out.pdf
is 'no larger than it is' "$(boxes out.pdf | cut -d' ' -f3,4)" '8.47 8.47'

# --- what it leaves empty ---

# A figure that fills a page: the rows before it stay empty on one page, not on some of each.
{ for i in {1..31}; do printf '%s\n\n' "$i"; done; printf '![高](a.png)\n\n%s\n' "$body"; } |
    bulletin in
png 100 400 20 >in/a.png
mkb in -q --stop-after=pages
has 'a full page, a short one, the figure' "$(grep '^page' .out | tr '\n' ';')" \
    'page 1 "1";page 2 "2" (short ' ' high-block);page 3 "3"'

# --- resolution ---

bulletin in <<<'![低](低.png)'
png 200 100 100 >in/低.png # 50.8 mm
mkb in --lang=en -o out.pdf
has 'low resolution' "$status $err" \
    "0 in/bulletin.md:6:6: warning: image '低.png' is set 51 mm wide with only 100 pixels an inch [low-resolution]" \
    'hint: in print it looks blurred: use one that is at least 300 pixels wide'
mkb in --lang=zh --strict -o out.pdf
has 'low resolution (zh)' "$status $err" \
    '1 in/bulletin.md:6:6: 警告：图片“低.png”排成 51 毫米宽，每英寸只有 100 像素 [low-resolution]' \
    '办法：印刷出来会模糊；请换用宽 300 像素以上的图片'
bulletin in <<<'![足](a.png)'
png 300 100 150 >in/a.png
mkb in --strict -o out.pdf
is 'enough pixels' "$status $err" '0 '

# --- what is embedded ---

bulletin in <<X
![照片](b.jpg)

![照片](b.jpg)

![灰](a.png)

![透明](c.png)

![图](d.svg)

![图](./d.svg)
X
jpeg >in/b.jpg
png 300 20 300 >in/a.png
png 300 20 300 2 >in/c.png
svg '<path fill="#808080" d="M0 0h60v30h-60z"/>' >in/d.svg
mkb in -q -o out.pdf
is 'JPEG, PNG and SVG, twice' "$status" 0
ok 'the PDF of them is sound' qpdf --check out.pdf
pdfimages -list out.pdf >list
# One object for the two places of the JPEG; none for the SVG.
is 'each image once, the SVG not as pixels' \
    "$(awk 'NR > 2 { print $3, $4, $5, $6, $9, $11 }' list | sort -u | cut -d' ' -f1-5)" \
    "$(printf 'image 16 8 gray jpeg\nimage 300 20 gray image\nimage 300 20 gray image\nsmask 300 20 gray image')"
pdfimages -all out.pdf image
same_files 'the JPEG is the file' in/b.jpg image-000.jpg
pdfimages out.pdf pixels
{ printf 'P5\n300 20\n255\n'; perl -e 'for my $y (0 .. 19) { print chr(($_ * $y + $_) % 256) for 0 .. 299 }'; } >wanted.pgm
for pixels in pixels-002.p?m; do
    perl -e 'binmode STDIN; local $/; my $ppm = <STDIN>;
        $ppm =~ s/^P6\n(\d+ \d+)\n255\n//s and $ppm = "P5\n$1\n255\n" . join "", map { substr $ppm, 3 * $_, 1 } 0 .. length($ppm) / 3 - 1;
        print $ppm' <"$pixels" >got.pgm
done
same_files 'every pixel of the PNG' wanted.pgm got.pgm
"$MKBULLETIN" in -q -o again.pdf
same_files 'the same bytes twice' out.pdf again.pdf
mkb in -q -o 'page-%d.png'
is 'pages as PNG' "$status $(ls page-*.png)" '0 page-1.png'

# --- names ---

bulletin in <<'X'
![照片](<images/现场 照片.png>)

![照片](images/%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.png)
X
mkdir in/images
png 300 20 300 >'in/images/现场 照片.png'
mkb in -o out.pdf
is 'names with blanks, in Chinese' "$status $err $(boxes out.pdf | wc -l)" '0  2'
mkdir -p more/1-部分
cp in/bulletin.md more/ && cp -r in/images more/
printf '# 标题\n\n![照片](../images/现场%%20照片.png)\n' >more/1-部分/index.md
mkb more -o out.pdf
is 'from a folder below' "$status $err $(boxes out.pdf | wc -l)" '0  3'
mkb more/bulletin.md -o out.pdf
is 'of a bulletin in one file' "$status $err $(boxes out.pdf | wc -l)" '0  2'

# --- what cannot be used ---

bad() { # NAME RULE ZH EN [HINT-ZH HINT-EN]: of in/a.png, written before
    printf -- '---\n%s\n---\n![图](a.png)\n' "$FRONT" >in/bulletin.md
    refused "$1" 1 "$2" in/bulletin.md:6:6 "${@:3}"
}

fresh() {
    rm -rf in && mkdir in
}

fresh; png 30 20 300 | head -c 100 >in/a.png
bad 'a file that is cut off' image-damaged '图片“a.png”已损坏：文件不完整' \
    "image 'a.png' is damaged: the file ends too early" \
    '请重新导出或重新复制这个文件' 'export or copy the file again'
fresh; jpeg | head -c 300 >in/a.png
bad 'a photo that is cut off' image-damaged '图片“a.png”已损坏：文件不完整' \
    "image 'a.png' is damaged: the file ends too early"
fresh; printf 'GIF89a' >in/a.png
bad 'a GIF, whatever its name' image-format '“a.png”是 GIF 文件，不能用' \
    "'a.png' is a GIF file and cannot be used" '请另存为 PNG、JPEG 或 SVG' 'save it as PNG, JPEG or SVG'
fresh; : >in/a.png
bad 'an empty file' image-format '“a.png”不是图片，或者已经损坏' "'a.png' is no image, or is damaged" \
    '图片可以用 PNG、JPEG、SVG' 'images are PNG, JPEG or SVG'
fresh; svg '<text>字</text>' >in/a.png
bad 'an SVG with text' image-unusable \
    '图片“a.png”不能用：图中有文字，所用字体因机器而异；请先把文字转为路径（曲线）' \
    "image 'a.png' cannot be used: it has text, in whatever fonts a machine has; convert the text to paths first"
fresh; svg '<use href="/etc/passwd#a"/>' >in/a.png
bad 'an SVG that leads out' image-unusable \
    '图片“a.png”不能用：引用了文件以外的内容；请把内容放进文件里' \
    "image 'a.png' cannot be used: it refers to what is not in the file; put it into the file"
fresh; svg '<path d="M0 0" d="M1 1"/>' >in/a.png
printf -- '---\n%s\n---\n![图](a.png)\n' "$FRONT" >in/bulletin.md
mkb in --lang=en -o out.pdf
has 'an SVG that cannot be drawn' "$status $err" \
    "1 in/bulletin.md:6:6: error: image 'a.png' is damaged: it cannot be drawn ("
fresh; perl -e 'print "\x89PNG\r\n\x1a\n", pack("NA4NNCCCCCN", 13, "IHDR", 100000, 100000, 8, 2, 0, 0, 0, 0xE0F4A1D2)' >in/a.png
printf -- '---\n%s\n---\n![图](a.png)\n' "$FRONT" >in/bulletin.md
mkb in --lang=en -o out.pdf
has 'a header without its sum' "$status $err" "1 in/bulletin.md:6:6: error: image 'a.png' is damaged: "
fresh; mkfifo in/a.png
bad 'a FIFO' not-regular-file '“a.png”不是普通文件' "'a.png' is not a regular file"
fresh; ln -s /etc/hostname in/a.png
bad 'a link that leads out' link-outside '“a.png”指向文件夹以外，不予读取' \
    "'a.png' leads out of the folder and is not read"

# --- seals ---

seal() { # NAME RULE PLACE ZH EN [HINT-ZH HINT-EN]
    printf -- '---\n%s\nseal: a.png\n---\n正文。\n' "$FRONT" >in/bulletin.md
    refused "$1" 1 "$2" "in/bulletin.md:$3" "${@:4}"
}
fresh; png 30 20 300 >in/a.png
seal 'a seal without transparency' seal-not-transparent 5:7 '“a.png”不透明，会盖住文字' \
    "'a.png' is not transparent and would hide the text" \
    '请去掉底色，存为背景透明的 PNG 或 SVG' \
    'take its ground away and save it as a PNG or SVG with a transparent one'
# It is not enough that some pixel is clear: those outside of the seal hide nothing.
for alpha in '$x + $y > 0 && 255' '($x - 29.5) ** 2 + ($y - 29.5) ** 2 < 31 ** 2 && 255' \
    '$y == 30 ? 0 : 255'; do
    mkdir in
    png 60 60 300 2 "$alpha" >in/a.png
    seal "a seal with alpha $alpha" seal-not-transparent 5:7 '“a.png”不透明，会盖住文字' \
        "'a.png' is not transparent and would hide the text" \
        '请去掉底色，存为背景透明的 PNG 或 SVG' 'take its ground away and save it as a PNG or SVG with a transparent one'
done
for alpha in 128 'abs(sqrt(($x - 29.5) ** 2 + ($y - 29.5) ** 2) - 27) < 3 && 255' \
    '$x % 8 ? 255 : 0'; do
    bulletin in 'seal: a.png' <<<'正文。'
    png 60 60 300 2 "$alpha" >in/a.png
    mkb in -o out.pdf --template document
    is "a seal with alpha $alpha lets the text through" "$status $(grep -c transparent <<<"$err")" '0 0'
done
# Of an SVG what hides the text is known by drawing it.
clear='“a.png”不透明，会盖住文字'
clear_en="'a.png' is not transparent and would hide the text"
for shapes in '<rect width="60" height="30" fill="#fff"/><circle cx="30" cy="15" r="14" fill="none" stroke="red"/>' \
    '<rect width="30.2" height="30"/><rect x="30.2" width="29.8" height="30"/>' \
    '<ellipse cx="30" cy="15" rx="30" ry="15" fill="#fff"/>'; do
    mkdir in
    svg "$shapes" >in/a.png
    seal "an opaque SVG: ${shapes:0:30}" seal-not-transparent 5:7 "$clear" "$clear_en" \
        '请去掉底色，存为背景透明的 PNG 或 SVG' 'take its ground away and save it as a PNG or SVG with a transparent one'
done
bulletin in 'seal: a.svg' <<<'正文。'
svg '<rect width="60" height="30"/>' >in/a.svg
mkb check in
has 'check tells of an opaque SVG as well' "$status $err$out" '1 ' 'in/bulletin.md:5:7' '[seal-not-transparent]'
for shapes in '<circle cx="30" cy="15" r="14" fill="none" stroke="red"/>' \
    '<path fill-rule="evenodd" d="M0 0H60V30H0Z M15 8H24V22H15Z M36 8H45V22H36Z"/>' \
    '<rect width="60" height="30" fill-opacity="0.5"/>'; do
    bulletin in 'seal: a.svg' <<<'正文。'
    svg "$shapes" >in/a.svg
    mkb in -o out.pdf --template document
    is "a seal that lets the text through: ${shapes:0:40}" "$status $(grep -c transparent <<<"$err")" '0 0'
done
fresh
seal 'a seal that is missing' no-such-file 5:7 '找不到文件“a.png”' "there is no file 'a.png'" \
    '路径从写有它的文件所在的文件夹算起，文件夹之间用 /' \
    'a path begins in the folder of the file that has it, with / between folders'

done_testing
