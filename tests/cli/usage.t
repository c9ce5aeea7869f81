# The command line: what is wrong with it, what its options do.
. "${0%/*}/../lib.sh"
bulletin in <<<'正文。'

# Wrong usage: status 2, a message and a hint in both languages, and nothing is written.
wrong() { # ZH EN HINT-PART ARGUMENT…
    local zh=$1 en=$2 hint=$3
    shift 3
    mkb "$@" --lang=zh
    has "$* (zh)" "$status $err" "2 错误：$zh [" '办法：' "$hint"
    mkb "$@" --lang=en
    has "$* (en)" "$status $err" "2 error: $en [" 'hint: ' "$hint"
    is "$* writes nothing" "$out$(ls -A | grep -vxE 'in|\..*')" ''
}
wrong '不认识的选项“--ouptut”' "unknown option '--ouptut'" --output build in --ouptut=a.pdf
wrong '不认识的选项“--xyzzy”' "unknown option '--xyzzy'" --help build in --xyzzy -o a.pdf
wrong '不认识的选项“-z”' "unknown option '-z'" --help build in -z -o a.pdf
wrong '选项“--st”没有写完整' "option '--st' is the beginning of several" '--stop-after, --stats, --strict' build \
    in --st
wrong '选项“--ppi”不能是“0”' "option '--ppi' cannot be '0'" 18–1200 build in -o a.png --ppi=0
wrong '选项“--ppi”不能是“15x”' "option '--ppi' cannot be '15x'" 18–1200 build in -o a.png --ppi=15x
wrong '选项“--ppi”不能是“100000”' "option '--ppi' cannot be '100000'" 18–1200 build in -o a.png --ppi \
    100000
wrong '选项“--stop-after”不能是“ink”' "option '--stop-after' cannot be 'ink'" 'model, lines, pages' \
    build in --stop-after=ink
wrong '选项“--color”不能是“red”' "option '--color' cannot be 'red'" 'auto, always, never' build in -o \
    a.pdf --color=red
wrong '选项“--pdf-standard”不能是“a-2”' "option '--pdf-standard' cannot be 'a-2'" \
    'a-2a+ua-1, a-2a, a-2u, ua-1, none' build in -o a.pdf --pdf-standard=a-2
wrong '选项“--pdf-standard”不能与 --stop-after 同用' \
    "option '--pdf-standard' cannot go with --stop-after" '-o' build in --pdf-standard=none \
    --stop-after=pages
wrong '选项“--show-grid”不能与 --stop-after 同用' "option '--show-grid' cannot go with --stop-after" \
    '-o' build in --show-grid --stop-after=pages
wrong '选项“--stats”不能与 --stop-after 同用' "option '--stats' cannot go with --stop-after" '-o' build in \
    --stats --stop-after=lines
wrong '没有指明源文件夹' 'no source folder is given' 'mkbulletin content -o out.pdf' build -o a.pdf
wrong '没有指明输出文件' 'no output file is given' 'mkbulletin content -o out.pdf' build in
wrong '多余的参数“other”' "'other' is one argument too many" --help build in other -o a.pdf
wrong '不知道怎样写“a.doc”' "cannot tell what to write to 'a.doc'" .pdf build in -o a.doc
wrong '不知道怎样写“pdf”' "cannot tell what to write to 'pdf'" .pdf build in -o pdf
wrong '每页一个文件，“%d-%d.png”里应当有且只有一个 %d' "one file a page: '%d-%d.png' needs exactly one %d" \
    page-%02d.png build in -o %d-%d.png
wrong '每页一个文件，“%s.png”里应当有且只有一个 %d' "one file a page: '%s.png' needs exactly one %d" \
    page-%02d.png build in -o %s.png
wrong '每页一个文件，“%n.png”里应当有且只有一个 %d' "one file a page: '%n.png' needs exactly one %d" \
    page-%02d.png build in -o %n.png
wrong '每页一个文件，“a.png”里应当有且只有一个 %d' "one file a page: 'a.png' needs exactly one %d" \
    page-%02d.png build "$CONTENT" -o a.png

wrong '每页一个文件，“%04d.svg”里应当有且只有一个 %d' \
    "one file a page: '%04d.svg' needs exactly one %d" 'page-%02d.png' build in -o %04d.svg
wrong '--pages 只用于 PNG、SVG' '--pages is for PNG and SVG only' 'qpdf' build in -o a.pdf --pages=1-2
wrong '--ppi 只用于 PNG，不能用于“a.pdf”' "--ppi is for PNG only, not for 'a.pdf'" --ppi build in \
    -o a.pdf --ppi=96
wrong '--ppi 只用于 PNG，不能用于“a.svg”' "--ppi is for PNG only, not for 'a.svg'" --ppi build in \
    -o a.svg --ppi=96
wrong '选项“--pages”不能与 --stop-after 同用' "option '--pages' cannot go with --stop-after" \
    '-o' build in --pages=1 --stop-after=pages

mkb build in -o a.pdf --pdf-standard=a-2b --lang=en
has 'the nearest word of an option' "$err" "did you mean 'a-2a'? it may be: a-2a+ua-1, a-2a"
mkb build in -o --lang=en
is 'a missing value' "$status" 2
mkb build in other --ppi=0 --xyzzy --lang=en
has 'several faults are told in one run' "$err" "unknown option '--xyzzy'" \
    "option '--ppi' cannot be '0'" '2 errors'
mkb
has 'no argument at all' "$status $err" '2 Usage: mkbulletin'

# --- what options do ---

for arguments in --help -h help; do
    mkb $arguments --lang=en
    has "$arguments" "$status $out" '0 Usage: mkbulletin' --output --ppi --pages --stop-after --show-grid --stats --font-path \
        --strict --quiet \
        --color --lang 'Exit status: 0'
done
mkb --help --lang=zh
has '--help (zh)' "$status $out" '0 用法' --output
mkb --version
ok '--version' bash -c '[[ $1 =~ ^0\ mkbulletin\ [0-9]+\.[0-9]+\.[0-9]+$ ]]' - "$status $out"
"$MKBULLETIN" --help >/dev/full 2>.err
is '--help to a full device fails' "$?" 3

mkb in -o short.pdf
mkb build in -o long.pdf
same_files 'the command may be left out' short.pdf long.pdf
mkb build in -o long.pdf --template notice
same_files '--template' short.pdf long.pdf
mkb build in --output=upper.PDF
same_files 'the ending may be written large' short.pdf upper.PDF
mkb build -- in -o long.pdf
is 'after -- nothing is an option' "$status" 2

mkb build in -o one.png
is 'one page as PNG' "$status $(head -c 8 one.png | od -An -tx1 | tr -d ' ')" '0 89504e470d0a1a0a'
mkb build "$CONTENT" -o page-%03d.png --ppi=20
is 'a PNG for each page' "$status $(ls page-*.png | sed -n '1p;$p' | tr '\n' ' ')" \
    '0 page-001.png page-014.png '
size() { od -An -j 16 -N 8 -tu1 "$1" | awk '{ print $3 * 256 + $4 "x" $7 * 256 + $8 }'; }
is 'PNG at 20 pixels an inch' "$(size page-001.png)" 166x234
mkb build in --stop-after=pages && cp .out dump
mkb build in --stop-after=pages -o dump.txt
same_files 'a dump into a file' dump dump.txt

# The language of the messages, where --lang does not say.
in_locale() { # VARIABLE=VALUE…: the first line of a message
    env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$MKBULLETIN" build nowhere -o a.pdf 2>&1 | head -n 1
}
is 'LANG=zh_CN.UTF-8' "$(in_locale LANG=zh_CN.UTF-8)" '错误：找不到“nowhere” [no-such-source]'
is 'LC_ALL goes first' "$(in_locale LANG=zh_CN.UTF-8 LC_ALL=C)" \
    "error: cannot find 'nowhere' [no-such-source]"
is 'no locale' "$(in_locale TERM=dumb)" "error: cannot find 'nowhere' [no-such-source]"
done_testing
