# Templates of an office's own, and `mkbulletin templates`.
. "${0%/*}/../lib.sh"
SHIPPED=$ROOT/templates
bulletin in <<<'正文。'
printf '# 学习不够\n\n1. 改进\n' >in/1.md
text_of() { pdftotext -raw "$1" - | tr -d '\n'; }
own() { # FOLDER/NAME BASE: a template from standard input's keys
    mkdir -p "${1%/*}"
    { printf 'name: %s\nextends: %s\n' "${1##*/}" "$2"; cat; } >"$1.yaml"
}

# --- where they are looked for ---

own office/plain notice <<<'finding: {lead-in: "就{title}问题："}'
mkb build in -o a.pdf --template-path office --template plain
has '--template-path' "$status $err$(text_of a.pdf)" '0 ' '就学习不够问题：'
own in/templates/plain notice <<<'finding: {lead-in: "关于{title}："}'
mkb build in -o a.pdf --template plain
has 'templates/ in the folder of the bulletin' "$status $err$(text_of a.pdf)" '0 ' '关于学习不够：'
mkb build in -o a.pdf --template plain --template-path office
has '--template-path goes before it' "$(text_of a.pdf)" '就学习不够问题：'
own other/plain notice <<<'finding: {lead-in: "其他{title}"}'
mkb build in -o a.pdf --template plain --template-path office --template-path other
has 'the first that has it' "$(text_of a.pdf)" '就学习不够问题：'
sed -i 's/^date:/template: plain\ndate:/' in/bulletin.md
mkb build in -o a.pdf
has 'named in bulletin.md' "$(text_of a.pdf)" '关于学习不够：'
mkb build in/bulletin.md -o a.pdf --lang=en
has 'a single file has no folder of templates' "$status $err" '1 ' "there is no template 'plain'"
own in/templates/step ../office/plain <<<''
sed -i 's/^template: .*/template: step/' in/bulletin.md
mkb build in -o none.pdf --lang=en
has 'extends names no path' "$status $err" '1 in/templates/step.yaml:2:10: error: there is no template'
own in/templates/step plain <<<'widow: 0'
mkb build in -o none.pdf --lang=zh
has 'faults in the bulletin’s own template' "$status $err" '1 in/templates/step.yaml:3:8: 错误：模板有误' \
    '“widow”应当是 1 到 22 的整数'
ok 'and nothing is written' [ ! -e none.pdf ]

mkb build in -o none.pdf --template-path nowhere --template-path office --lang=zh
has 'a folder of templates that is not there' "$status $err" '3 错误：无法读取模板文件夹“nowhere”' '--template-path'
mkb build in -o none.pdf --template office/plain.yaml --lang=en
has 'a template is named, not its file' "$status $err" "2 error: there is no template 'office/plain.yaml'" \
    'hint: name it without .yaml; its folder is given with --template-path'
mkb build in -o none.pdf --template notise --lang=zh
has 'an unknown one of the command line' "$status $err" '2 错误：没有名为“notise”的模板' '是不是“notice”？'

# Nothing outside the bulletin's folder is read by way of it.
rm -r in/templates && mkdir in/templates
sed -i '/^template:/d' in/bulletin.md
printf 'name: secret\nwidow: top secret\n' >secret.yaml
ln -s ../../secret.yaml in/templates/secret.yaml
mkb build in -o none.pdf --template secret --lang=en
has 'a link out of the bulletin' "$status $err" "'in/templates/secret.yaml' leads out of the folder"
ok 'is not followed' bash -c '! grep -q "top secret" .err'
rm in/templates/secret.yaml && mkfifo in/templates/secret.yaml
ok 'nor a FIFO opened' timeout 20 "$MKBULLETIN" build in -o a.pdf
rm -r in/templates && mkdir elsewhere && cp secret.yaml elsewhere/ && ln -s ../elsewhere in/templates
mkb build in -o none.pdf --template secret --lang=en
has 'a linked folder' "$err" "'in/templates' leads out of the folder"
ok 'is not looked into' bash -c '! grep -q "top secret" .err'
rm in/templates
ln -s ../other/plain.yaml office/linked.yaml
sed -i 's/name: plain/name: linked/' other/plain.yaml
mkb build in -o a.pdf --template linked --template-path office
has 'links in a folder of the command line are followed' "$status $(text_of a.pdf)" '0 ' '其他学习不够'
rm office/linked.yaml
head -c 2000000 /dev/zero | tr '\0' '#' >office/long.yaml
mkb build in -o none.pdf --template long --template-path office --lang=en
has 'a file without end' "$status $err" "1 error: past a limit: 'office/long.yaml' is larger than 1 MiB"
rm office/long.yaml

# The example of the documentation.
mkdir -p in/templates
sed -n '/^```yaml/,/^```/{/^```/!p}' "$ROOT/docs/templates.md" >in/templates/street.yaml
printf '# 再学*习*\n\n1. 改进*措施*\n' >in/2.md
mkb build in --template street --stop-after=pages
has 'the example of docs/templates.md' "$status $err" '0 '
is 'sets dots in the font of the text' "$(grep -c 'mark dot' .out) $(grep -c FandolKai .out)" '3 0'
rm -r in/templates in/2.md

# --- the list ---

mkb templates --lang=en
is 'the list' "$status $err" '0 '
has 'names each with its description' "$out" "$SHIPPED"$'\n' '  notice ' 'Notice without masthead and seal'
mkb templates --lang=zh
has 'the list (zh)' "$status $out" '0 ' '通报（不带红头，不盖印）'
own office/letterhead notice <<'Y'
description: {zh: 某局信函, en: Letters of a bureau}
Y
cp office/plain.yaml other/plain.yaml
mkb templates --lang=en --template-path office --template-path other
is 'folder by folder, in their order' "$(grep -v '^  ' .out)" "office

other

$SHIPPED"
has 'what extends what, which is hidden' "$(tr -s ' ' <.out)" ' letterhead Letters of a bureau (extends notice)
 plain (extends notice)

other
 plain (hidden by the one in office)
'
mkb templates --lang=zh --template-path office
has 'in Chinese' "$out" '某局信函' '（扩展 notice）'
printf 'name: broken\nextends: notice\ndescription: 坏的\nwidow: 0\n' >office/broken.yaml
printf 'name: worse\n\t: x\n' >office/worse.yaml
mkb templates --lang=en --template-path office
has 'those with faults are listed, and the faults told' "$status $err" '1 ' 'office/broken.yaml:4:8: error: ' \
    'office/worse.yaml:2:1: error: YAML: ' '2 errors'
has 'and marked' "$out" 'broken ' '坏的' '(extends notice)(with faults)' 'worse ' 'letterhead'
rm office/broken.yaml office/worse.yaml

# --- one of them ---

mkb templates nosuch --lang=en
has 'an unknown name' "$status $out$err" "2 error: there is no template 'nosuch' [no-template]" 'hint: templates: '
mkb templates notise --lang=zh
has 'a misspelt name' "$status $out$err" '2 错误：没有名为“notise”的模板' '办法：是不是“notice”？'
mkb templates notice extra --lang=en
has 'one name at a time' "$status $err" "2 error: 'extra' is one argument too many" 'mkbulletin help templates'
own office/show plain <<'Y'
description: {zh: 试, en: Trial}
grid: {lines: 20}
styles: {title: {after: 2}, lead: {font: heiti}, heading-4: ~}
title: {terms+: [某某], +verbs: [试行]}
Y
mkb templates show --template-path office --lang=en && cp .out shown
is 'a template is shown' "$status $err" '0 '
has 'with its files' "$out" "# office/show.yaml
# extends plain: office/plain.yaml
# extends notice: $SHIPPED/notice.yaml
# beside each key: the template that it is from
name: show # show
description: # show
  zh: 试
  en: Trial
page: # notice
  width: 210mm
"
has 'and where each key comes from' "$out" '
grid: # show, notice
  cells: 28 # notice
  lines: 20 # show
  ascent: 880 # notice
' 'finding: # plain, notice
  lead-in: "就{title}问题：" # plain
' '    after: 2 # show
' '  lead: {font: heiti} # show
' '  terms: # show, notice
' '  leads: # notice
'
ok 'what it leaves out is gone' bash -c '! grep -q heading-4 shown'
ok 'it extends none' bash -c '! grep -q ^extends: shown'
has 'in Chinese' "$("$MKBULLETIN" templates show --template-path office --lang=zh)" '# 扩展 plain：office/plain.yaml'
"$MKBULLETIN" templates notice >notice.shown
ok 'without extends no key has a comment' bash -c '! grep -q " #" notice.shown'
printf 'name: broken\nextends: notice\nwidow: 0\n' >office/broken.yaml
mkb templates broken --template-path office --lang=en
has 'one with faults is not shown' "$status $out$err" '1 office/broken.yaml:3:8: error: '
rm office/broken.yaml

# What is shown is a template that sets the same pages, and is itself shown so.
mkdir shown.d again.d
printf '# 二级\n\n1. 改进*学习*\n\n   1. [甲]{专名}\n' >in/2.md
for file in "$SHIPPED"/*.yaml office/*.yaml; do
    name=$(basename "$file" .yaml)
    "$MKBULLETIN" templates "$name" --template-path office >"shown.d/$name.yaml"
    "$MKBULLETIN" templates "$name" --template-path shown.d >"again.d/$name.yaml"
    "$MKBULLETIN" templates "$name" --template-path again.d | grep -v '^#' >again
    is "$name shown is shown as it is" "$(cat again)" "$(grep -v '^#' "again.d/$name.yaml")"
    "$MKBULLETIN" build in -o one.pdf --template "$name" --template-path office
    "$MKBULLETIN" build in -o other.pdf --template "$name" --template-path shown.d
    same_files "$name shown sets the same pages" one.pdf other.pdf
done

# --- the words of the command line ---

mkb help templates --lang=en
has 'help of a command' "$status $out" '0 Usage: mkbulletin templates [NAME] [OPTION]…' --template-path --lang
ok 'names its own options alone' bash -c '! grep -q -e --ppi -e --output .out'
cp .out help
mkb templates --help --lang=en
same_files 'COMMAND --help' help .out
mkb help tempaltes --lang=en
has 'help of a misspelt command' "$status $err" "2 error: there is no command 'tempaltes'" "did you mean 'templates'?"
mkb help xyzzy --lang=zh
has 'help of an unknown command' "$status $err" '2 错误：没有“xyzzy”这个命令' '命令：build '
mkb help build extra --lang=en
has 'help of one command' "$status $err" "2 error: 'extra' is one argument too many"
mkb tempaltes --lang=zh
has 'a misspelt command' "$status $err" '2 错误：“tempaltes”不是命令，也没有这个文件夹或文件' '是不是“templates”？'
mkb templates -o a.pdf --lang=en
has 'an option of another command' "$status $err" "2 error: option '--output' cannot go with templates" \
    'mkbulletin help templates'
cp -r in tempaltes
mkb tempaltes -o folder.pdf
is 'a folder of nearly that name is set' "$status $err" '0 '
cp -r in templates
mkb build templates -o folder2.pdf
is 'and one of that name' "$status $err" '0 '
mkb ./templates -o folder3.pdf
same_files 'either way' folder.pdf folder2.pdf folder3.pdf
done_testing
