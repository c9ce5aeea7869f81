# Fonts and templates, in a copy of the program's folder from which something is taken away.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/cli/home.sh"

fonts=$T/home/fonts

home
bulletin in <<<'正文。'
mkb build in -o here.pdf
is 'templates and fonts are found beside the program' "$status $err" '0 '
"$real" build in -o there.pdf
same_files 'and give the same pages' here.pdf there.pdf

rm home/fonts/FandolFang-Regular.otf
bulletin in <<<'正文。'
refused 'a font file is missing' 3 font-missing '' '缺少字体“FandolFang 400”（用于仿宋）' \
    "font 'FandolFang 400' (for 仿宋) is missing" '请运行 make setup，或用 --font-path 指出字体所在文件夹' \
    'run make setup, or name the folder of the font with --font-path'
mkdir mine && ln -s "$ROOT/fonts/FandolFang-Regular.otf" mine/
bulletin in <<<'正文。'
mkb build in -o path.pdf --font-path=mine
is '--font-path helps' "$status $err" '0 '
same_files 'and gives the same pages' here.pdf path.pdf
mkb build in --lang=en -o path.pdf --font-path=nowhere
has '--font-path to nowhere' "$status $err" '3 ' nowhere

home
sed -i '/FandolFang/d' home/fonts/manifest
refused 'a family is not in the manifest' 3 font-missing '' '缺少字体“FandolFang 400”（用于仿宋）' \
    "font 'FandolFang 400' (for 仿宋) is missing"

for damage in 'head -c 1000' 'tr a-m n-z' 'head -c 0'; do
    home
    rm home/fonts/FandolFang-Regular.otf
    $damage <"$ROOT/fonts/FandolFang-Regular.otf" >home/fonts/FandolFang-Regular.otf
    bulletin in <<<'正文。'
    mkb build in --lang=en -o broken.pdf
    has "a font through $damage is refused" "$status $err" "3 error: " 'FandolFang'
done
ok 'and nothing is written' [ ! -e broken.pdf ]

# --- templates ---

home
sed 's/^name: notice/name: mine/; s/{title}问题。/{title}一事，/' \
    home/templates/notice.yaml >home/templates/mine.yaml
bulletin in 'template: mine' <<<'正文。'
printf '# 学习不够\n\n1. 改进\n' >in/1.md
mkb build in -o own.pdf
is 'a template of one’s own' "$status $err" '0 '
has 'is followed' "$(pdftotext -raw own.pdf - | tr -d '\n')" '针对学习不够一事，'
mkb build in -o other.pdf --template=notice
has '--template goes before the file' "$(pdftotext -raw other.pdf - | tr -d '\n')" '针对学习不够问题。'
mkb build in --lang=en -o none.pdf --template=poster
has 'an unknown template of the command line' "$status $err" \
    "error: there is no template 'poster' [no-template]" \
    'hint: templates: ' ' mine '

sed 's/^name: notice/name: dotted/; /^  emphasis:/,/font:/ s/font: kaiti/mark: dot/' \
    "$ROOT/templates/notice.yaml" >home/templates/dotted.yaml
bulletin dotted 'template: dotted' <<<'这是*重点，*那是**又*重*点**。'
mkb build dotted --stop-after=pages
is 'emphasis by dots leaves the font as it is' \
    "$status $(grep -c 'mark dot' .out) $(sed -nE 's/ +run (Fandol|Noto Sans).*"(.*[点重].*)"/\1\2/p' .out)" \
    '0 3 Fandol这是重点，那是
Noto Sans又重点'
mkb build in --lang=en -o none.pdf --template=../templates/notice
has 'a template is a name, not a path' "$err" \
    "error: there is no template '../templates/notice' [no-template]"

template() { # SED-SCRIPT: changes home/templates/notice.yaml
    home
    sed -i "$1" home/templates/notice.yaml
    bulletin in <<<'正文。'
}
line() { grep -n "$1" home/templates/notice.yaml | head -n 1 | cut -d: -f1; }
template 's/^  width: 210mm/  width: wide/'
refused 'a length that is none' 1 bad-length \
    "$T/home/templates/notice.yaml:$(line 'width: wide'):10" \
    '“wide”不是长度' "'wide' is no length" '长度写作 156mm、16pt、三号、2cell 等' 'write lengths as'
template 's/^  cells: 28/  cels: 28/'
refused 'an unknown key' 1 unknown-key "$T/home/templates/notice.yaml:$(line cels:):3" \
    '不认识的项目“cels”' \
    "unknown key 'cels'" '是不是“cells”？' "did you mean 'cells'?"
template 's/family: FandolFang, except: ￥}/family: No Such Font}/'
refused 'a font that nobody has' 3 font-missing '' '缺少字体“No Such Font 400”（用于仿宋）' \
    "font 'No Such Font 400' (for 仿宋) is missing"
done_testing
