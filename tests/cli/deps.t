# -M, --deps: make and ninja build again exactly when something was changed that the build has read.
. "${0%/*}/../lib.sh"

mkdir -p 'my $content' && cp -r "$CONTENT" c && rm -rf c && mkdir -p c/1-a c/templates
cat >c/bulletin.md <<'END'
---
title: 关于检查情况的通报
issuer: 某某街道办事处
date: 2023-09-15
template: mine
---
正文。

![数据](数据 表.csv "表1 数据")
END
printf '甲,乙\n1,2\n' >'c/数据 表.csv'
printf 'name: mine\nextends: notice\n' >c/templates/mine.yaml
printf '# 一\n' >c/1-a/index.md
printf '# 问题\n\n文字。\n' >'c/1-a/1-x #1.md'
printf '# 问题\n\n文字。\n' >'c/1-a/2-$y%:z.md'
sed -i 's/ "表1 数据"//; s/!\[数据\]/![表1 数据]/; s/(数据 表.csv)/(<数据 表.csv>)/' c/bulletin.md
echo '不是源文件' >other.txt
mkb build c -o out.pdf -M out.d
is 'it builds' "$status$err$out" 0

cat >Makefile <<'END'
out.pdf:
	@$(MKBULLETIN) build c -o $@ --deps out.d && echo built
-include out.d
END
cat >build.ninja <<END
rule set
  command = $MKBULLETIN build c -o \$out --deps \$out.d && echo built
  depfile = \$out.d
build n.pdf: set
END
export MKBULLETIN
# The clock goes on between what is written and what is compared: times are set, not waited for.
old() { find c "$ROOT/templates/notice.yaml" -newer out.pdf; find c -exec touch -h -d '-1 hour' {} +; }
run_make() { make 2>&1 | grep -c '^built$'; }
run_ninja() { ninja 2>&1 | grep -c '^built$'; }
tools=make
command -v ninja >/dev/null && tools='make ninja'
for tool in $tools; do
    old >/dev/null
    run_$tool >/dev/null
    is "$tool: nothing to do" "$(run_$tool)" 0
    touch other.txt
    is "$tool: another file" "$(run_$tool)" 0
    find c -type f >files
    while IFS= read -r file; do
        sleep 0.02
        touch "$file"
        is "$tool: $file is touched" "$(run_$tool)$(run_$tool)" 10
    done <files
    sleep 0.02
    printf '# 新\n\n文字。\n' >c/1-a/3-new.md
    is "$tool: a file is added" "$(run_$tool)$(run_$tool)" 10
    sleep 0.02
    rm c/1-a/3-new.md
    is "$tool: and gone" "$(run_$tool)$(run_$tool)" 10
done
ok 'the fonts are in it' grep -q 'FandolFang' out.d
ok 'the template that it extends is in it' grep -q 'templates/notice.yaml' out.d

# --- JSON, other outputs ---

mkb build c -o out.pdf -M deps.json
is '--deps FILE.json' "$status$err" 0
is 'it is as its schema says' "$(perl "$ROOT/tests/cli/json_schema.pl" "$ROOT/docs/deps.schema.json" deps.json)" ''
has 'files, folders, what is missing' "$(cat deps.json)" "$T/c/1-a/index.md" "$T/c/1-a\"" vocabulary.yaml
mkb build c -o 'p-%d.png' --ppi=20 -M p.d
has 'a rule for each picture' "$(cat p.d)" 'p-1.png'
mkb build c -o w.html -M w.d
has 'of HTML' "$status $(head -1 w.d)" '0 w.html:'
mkb build c -o c/in.pdf -M in.d
ok 'the folder that it is written to is left out' [ "$(grep -cx 'c:' in.d)$(grep -cx 'c:' out.d)" = 01 ]
rm c/in.pdf
cp -r c d
mkb build c d -o many/ -M 'many/{}.d'
is 'several bulletins' "$status$err $(ls many | paste -sd' ')" '0 c.d c.pdf d.d d.pdf'

# --- faults ---

echo old >old.d
echo '坏[](#nowhere)' >>c/bulletin.md
mkb build c -o out.pdf -M old.d
is 'nothing is told of a build that failed' "$status $(cat old.d)" '1 old'
fails() { # NAME FILE STATUS COMMAND…: and the file is as it was, alone
    local name=$1 file=$2 wanted=$3
    shift 3
    echo old >"$file"
    mkb "$@"
    is "$name" "$status $(cat "$file")$(find . -name '.mkbulletin*')" "$wanted old"
}
fails 'without its folder the PDF stays, too' all.pdf 3 build d -o all.pdf -M nowhere/all.d --lang=en
has 'and it is told' "$err" "error: the output folder 'nowhere' does not exist"
fails 'so does a picture' all-1.png 3 build d -o all-%d.png --ppi=20 -M nowhere/all.d
fails 'and a text' all.txt 3 build d -o all.txt -M nowhere/all.d
fails 'and the Markdown' all.md 3 build d -o all.md -M nowhere/all.d
fails 'a folder in its place' all.pdf 3 build d -o all.pdf -M many
fails 'no deps without the PDF' all.d 3 build d -o nowhere/all.pdf -M all.d
mkb build c d -o many/ -M 'deps/{}.d'
is 'of several bulletins the folder is made' "$(cd deps && ls)" d.d
fails 'one file for both' all.pdf 2 build d -o all.pdf -M ./all.pdf --lang=zh
has 'it is told (zh)' "$err" '错误：--deps 和 -o 不能是同一个文件“./all.pdf” [usage]' '办法：'
ln -s all.pdf link.d
fails 'nor through a link' all.pdf 2 build d -o all.pdf -M link.d --lang=en
has 'it is told (en)' "$err" "error: --deps and -o cannot be the same file 'link.d' [usage]"

mkb build d -o - -M old.d --lang=zh
has 'standard output (zh)' "$status $err" '2 错误：--deps 不能用于标准输出 [usage]' '办法：'
mkb build d --stop-after=model -M old.d --lang=en
has '--stop-after' "$status $err" "2 error: option '--deps' cannot go with --stop-after"
mkb build c d -o many/ -M one.d --lang=en
has 'one file for two' "$status $err" "2 error: --deps of several bulletins needs {}" "hint: as in"
mkb build d -o out.pdf -M d/bulletin.md --lang=en
has 'not over a source' "$status $err" "2 error: output 'd/bulletin.md' would replace a source"
done_testing
