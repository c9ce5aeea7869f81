# What the program says of the machine and of itself: doctor, fonts, --version --verbose.
. "${0%/*}/../lib.sh"
. "$ROOT/tests/cli/home.sh"

home

# --- doctor ---

mkb doctor --lang=en
is 'doctor: a sound machine' "$status $err $(cut -c 1-9 .out | sort -u | tr '\n' '|')" \
    '0  all is we|ok       |'
for library in glib cmark libyaml libpng libjpeg pango harfbuzz fontconfig icu cairo freetype qpdf \
    librsvg pixman zlib libdeflate jansson libgit2 libsoup; do
    ok "doctor names $library" grep -qE "^ok +$library[a-z-]* [0-9]+\.[0-9]+" .out
done
has 'fonts, templates, folder, locale' "$out" 'ok       10 fonts, all as in the manifest: ' \
    ' templates can be used: ' "ok       folder $T can be written in" 'ok       locale C.UTF-8 (UTF-8)'
mkb doctor --lang=zh
has 'doctor (zh)' "$status $out" '0 正常 ' '正常     字体 10 个，都与清单一致：' '没有问题'
mkb doctor --quiet
is 'doctor --quiet says nothing of what is well' "$status $out$err" '0 '
is 'nothing is left in the folder' "$(ls -A | grep -v '^\.')" home
mkb doctor more --lang=en
has 'doctor takes no operand' "$status $err" "2 error: 'more' is one argument too many"

ill() { # NAME LEVEL EN ZH ARGUMENT…: exit status 1 for a fault, 0 for a warning, which --strict fails
    local name=$1 level=$2 en=$3 zh=$4 wanted=1
    shift 4
    [ "$level" = fault ] || wanted=0
    "${wrapper[@]}" "$MKBULLETIN" doctor --lang=en "$@" >.out 2>.err
    has "doctor: $name" "$? $(cat .out .err)" "$wanted " "$en" "= hint: "
    "${wrapper[@]}" "$MKBULLETIN" doctor --lang=zh --quiet --strict "$@" >.out 2>.err
    has "doctor: $name (zh, --strict)" "$? $(cat .out .err)" "1 " "$zh" '= 办法：'
}
wrapper=(env)
rm home/fonts/FandolFang-Regular.otf
ill 'a font is missing' fault "fault    font file $T/home/fonts/FandolFang-Regular.otf is missing" \
    "故障     缺少字体文件 $T/home/fonts/FandolFang-Regular.otf"
echo font >home/fonts/FandolFang-Regular.otf
ill 'a font is another' fault "FandolFang-Regular.otf is not the manifest's (SHA-256 is $(
    echo font | sha256sum | cut -d ' ' -f 1))" 'FandolFang-Regular.otf 与清单不同'
home && rm home/fonts/manifest && mkdir home/fonts/manifest # one that is there, but no file
ill 'no manifest' fault 'fault    there is no font manifest ' '故障     找不到字体清单 '
home && : >home/fonts/manifest
ill 'an empty manifest' fault 'fault    the font manifest ' '故障     字体清单 '
home && sed -i 's/cells: 28/cels: 28/' home/templates/notice.yaml
ill 'a template with faults' fault "template $T/home/templates/notice.yaml has faults" '有错误'
home
ill 'a folder that is not there' fault "folder $T/nowhere cannot be written in: " \
    "不能写入文件夹 $T/nowhere" -o nowhere/a.pdf
wrapper=(env LC_ALL=C)
ill 'no UTF-8' warning 'warning  locale C is encoded in ANSI_X3.4-1968, not in UTF-8' '不是 UTF-8'
wrapper=(env LC_ALL=xx_XX.UTF-8)
ill 'a locale that is not installed' warning 'warning  locale xx_XX.UTF-8 is not installed' \
    '没有安装区域设置 xx_XX.UTF-8'
wrapper=(env PATH=/nowhere)
ill 'no git' warning 'warning  there is no git' '没有 git'
echo 'const char *jansson_version_str(void) { return "9.9"; }' >other.c
if cc -shared -fPIC -o other.so other.c 2>/dev/null && [ -z "${ASAN_OPTIONS-}" ]; then
    wrapper=(env LD_PRELOAD="$T/other.so")
    ill 'another library' warning 'warning  jansson 9.9, but the program was compiled with ' \
        '警告     jansson 9.9，程序却是用 '
else
    skip 'doctor: another library' 'no compiler, or sanitizers'
fi
# What is opened only when it is needed.
mkdir late && for library in librsvg-2.so.2 $(grep -ao 'libqpdf\.so[.0-9]*' "$MKBULLETIN") $(grep -ao 'libgit2\.so[.0-9]*' "$MKBULLETIN") libsoup-3.0.so.0; do
    echo none >late/$library
done
wrapper=(env LD_LIBRARY_PATH="$T/late")
for library in librsvg libgit2 libsoup qpdf; do
    ill "no $library" fault "fault    library $library " "故障     打不开程序库 $library "
done
bulletin drawn <<<'![图](a.svg "图")'
echo '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>' >drawn/a.svg
without() { # NAME STATUS LIBRARY PLACE ARGUMENT…: what needs it says so
    local name=$1 status=$2 library=$3 place=$4
    shift 4
    LD_LIBRARY_PATH=$T/late mkb "$@" --lang=en
    has "$name" "$status $err" "$status ${place}error: cannot open the library $library" ' [no-library]' \
        'hint: install it; '
    LD_LIBRARY_PATH=$T/late mkb "$@" --lang=zh
    has "$name (zh)" "$status $err" "$status ${place}错误：打不开所需的程序库 $library" '办法：请安装这个程序库'
}
without 'a drawing without librsvg' 3 librsvg-2.so.2 'drawn/bulletin.md:6:6: ' build drawn -o drawn.pdf
bulletin plain <<<'正文。'
without 'a PDF without libqpdf' 3 libqpdf.so '' build plain -o drawn.pdf
without 'a revision without libgit2' 3 libgit2.so '' diff drawn --git HEAD
without 'a server without libsoup' 3 libsoup-3.0.so.0 '' watch drawn --serve
ok 'nothing is written' [ ! -e drawn.pdf ]
LD_LIBRARY_PATH=$T/late mkb check drawn
is 'what needs none of them goes on' "$status $err" '0 '
if unshare -m true 2>/dev/null; then
    mkdir -p disk
    unshare -m bash -c 'mount -t tmpfs -o size=64k tmpfs disk && "$1" doctor --lang=en -o disk/a.pdf' \
        - "$MKBULLETIN" >.out
    has 'doctor: little room' "$? $(cat .out)" "0 " "warning  $T/disk has only 0 MiB left"
else
    skip 'doctor: little room' 'cannot mount here'
fi

# --- --version --verbose ---

mkb --version --verbose
is 'the hashes of fonts are those of the manifest' "$status $(sed -n 's/^font //p' .out)" \
    "0 $(awk '!/^#/ && NF { print $2, $1 }' "$ROOT/fonts/manifest")"
is 'and of libraries the versions' "$(sed -n '1p; s/^library \([a-z0-9-]*\) [0-9.]*$/\1/p' .out | tr '\n' ' ')" \
    "$("$real" --version) glib cmark libyaml libpng libjpeg-turbo pango harfbuzz fontconfig icu cairo freetype qpdf librsvg pixman zlib libdeflate jansson libgit2 libsoup "
rm home/fonts/HanaMinB.ttf
mkb --version --verbose
has 'a missing font is named' "$status $out" '0 ' 'font HanaMinB.ttf missing'
mkb --verbose --lang=en
has '--verbose alone' "$status $err" '2 error: --verbose goes with --version only'
home

# --- fonts ---

bulletin in <<<'正文有玥、祎二字。'
printf '# 学习䶮不够\n\n1. 改进A\n' >in/1.md
mkb fonts in --lang=en
has 'fonts of a bulletin' "$status $err$out" '0 template notice' '仿宋 fangsong' \
    ' recipients heading-3' 'FangSong_GB2312   400  missing, optional' \
    'NotoSerifCJK-ExtraLight.ttc  3 characters: 䶮玥祎' "from     $T/home/fonts (the program's)" \
    'version  Version 1.300;' 'licence  http://www.gnu.org/licenses/licenses.html' \
    'sha256   d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9 (the manifest'
is 'every file is told once' "$(grep -c '^FandolFang-Regular.otf$' .out)" 1
is 'what is counted is what is set' \
    "$(sed -n 's/.*FandolFang-Regular.otf  \([0-9]*\) .*/\1/p' .out)" "$(
        mkb build in --stop-after=pages
        sed -n 's/^ *run FandolFang .*"\(.*\)"$/\1/p' .out | perl -CSD -ne 'chomp; $c{$_}++ for split //;
            END { print scalar keys %c }')"
mkb fonts in --lang=zh
has 'fonts (zh)' "$status $out" '0 模板 notice' '没有（可以没有）' 'ExtraLight.ttc  3 字：䶮玥祎' \
    '（程序自带）' '（与清单一致）'
mkb fonts --template=minutes --lang=en
has 'fonts of a template' "$status $err$out" '0 template minutes' 'FandolKai-Regular.otf'
ok 'nothing is counted there' bash -c '! grep -q characters .out'
mkb fonts --lang=en
has 'fonts of the template that is meant without a name' "$status $out" '0 template notice'
mkdir mine && cp "$ROOT/fonts/FandolFang-Regular.otf" mine/own.otf
mkb fonts in --font-path=mine --lang=en
has '--font-path' "$status $out" '0 ' 'FandolFang        400  own.otf' 'from     mine (--font-path)'
rm home/fonts/FandolFang-Regular.otf home/fonts/HanaMinA.ttf
mkb fonts in --lang=en
has 'missing fonts' "$status $err$out" '3 ' \
    "error: font 'FandolFang 400' (for 仿宋) is missing" 'FandolFang        400  missing'
home && echo >>home/fonts/manifest && ln -sf "$ROOT/fonts/FandolKai-Regular.otf" \
    home/fonts/FandolFang-Regular.otf
mkb fonts in --lang=en
has 'a file that is another' "$status $out" '0 ' "(NOT the manifest's)"
bulletin broken <<<'<b>正文</b>'
mkb fonts broken --lang=en
has 'faults of a bulletin are told, and its template’s fonts' "$status $out$err" '1 ' \
    'template notice' 'broken/bulletin.md:6:1: error'
mkb fonts in more --lang=en
has 'one bulletin at a time' "$status $err" "2 error: 'more' is one argument too many"

# --- misspelt commands ---

mkb docter --lang=en
has 'a misspelt command' "$status $err" "2 error: 'docter' is no command" "did you mean 'doctor'?"
mkb paint in -o a.pdf --lang=en
has 'a word that is near none' "$status $err" \
    "2 error: 'paint' is no command" 'hint: commands: build '
mkb paint in -o a.pdf --lang=zh
has 'a word that is near none (zh)' "$err" '“paint”不是命令' '命令：build '
done_testing
