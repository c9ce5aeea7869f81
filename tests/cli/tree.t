# Faults of the folder: what is missing, what leads out of it, what would hang, limits.
. "${0%/*}/../lib.sh"

refused 'no such folder' 3 no-such-source '' '找不到“in”' "cannot find 'in'" \
    '请检查文件夹名称是否写对' 'check the spelling of the folder or file'

mkdir in
refused 'empty folder' 1 empty-folder '' '文件夹“in”里没有 .md 文件' "folder 'in' holds no .md file" \
    '至少要有一个 bulletin.md' 'it needs at least a bulletin.md'

mkdir in && echo '# 问题' >in/1.md
refused 'no bulletin.md' 1 no-bulletin-file '' '文件夹“in”里没有 bulletin.md' \
    "folder 'in' has no bulletin.md" \
    '请新建 bulletin.md' 'add a bulletin.md'

bulletin in <<<'正文。'
mkdir in/1-part && echo '# 问题' >in/1-part/1.md
refused 'no index.md' 1 no-index-file '' '文件夹“in/1-part”里没有 index.md' \
    "folder 'in/1-part' has no index.md" 'index.md 的一级标题' 'the # heading of index.md'

bulletin in <<<'正文。'
printf '# 机密\n\n1. 措施\n' >outside.md
ln -s ../outside.md in/1.md
refused 'link out of the folder' 1 link-outside '' '“in/1.md”指向文件夹以外，不予读取' \
    "'in/1.md' leads out of the folder and is not read" '请把文件放进文件夹里' \
    'put the file itself into the folder'

bulletin in <<<'正文。'
mkdir outside && ln -s "$T/outside" in/1-part
refused 'absolute link to a folder outside' 1 link-outside '' '“in/1-part”指向文件夹以外，不予读取' \
    "'in/1-part' leads out of the folder and is not read"

bulletin in <<<'正文。'
ln -s 1.md in/1.md
mkb build in -o out.pdf
has 'a link to itself is refused' "$status $err" '1 ' ']'
rm in/1.md
ln -s . in/1-loop
echo '# 又一层' >in/index.md
mkb build in -o out.pdf
has 'a loop of links ends' "$status $err" '1 '
rm in/1-loop in/index.md
printf '# 问题\n\n1. 措施\n' >in/_real.md
ln -s _real.md in/1.md
mkb build in -o out.pdf
is 'a link inside the folder is followed' "$status $err" '0 '
rm -r in

bulletin in <<<'正文。'
mkfifo in/1.md
timeout 5 "$MKBULLETIN" build in -o out.pdf >.out 2>.err
is 'a FIFO does not hang' $? 1
refused 'FIFO' 1 not-regular-file '' '“in/1.md”不是普通文件' "'in/1.md' is not a regular file"

mkfifo in.md
timeout 5 "$MKBULLETIN" build in.md -o out.pdf >.out 2>.err
is 'a FIFO as the source does not hang' $? 1

mkdir -p "in/$(printf 'd/%.0s' {1..101})"
bulletin in <<<'正文。'
echo '# 深' >"in/$(printf 'd/%.0s' {1..101})index.md"
mkb build in --lang=en -o out.pdf
has 'too deep a tree' "$status $err" '1 ' 'past a limit: ' \
    'is nested in more than 100 folders [limit]'
rm -r in

bulletin in <<<'正文。'
{ printf '# 问题\n\n'; head -c 4194304 /dev/zero | tr '\0' a; } >in/1.md
refused 'file over 4 MiB' 1 limit '' '超出限度：“in/1.md”大于 4 MiB' \
    "past a limit: 'in/1.md' is larger than 4 MiB"

bulletin in <<<'正文。'
mkdir in/1 in/1/1 in/1/1/1 in/1/1/1/1 in/1/1/1/1/1
for folder in in/1 in/1/1 in/1/1/1 in/1/1/1/1 in/1/1/1/1/1; do echo '# 标题' >$folder/index.md; done
refused 'five levels of headings' 1 too-deep in/1/1/1/1/1/index.md:1:1 '层次太深：公文的标题最多四级' \
    'too deep: an official document has four levels of heading'

if [ "$(id -u)" = 0 ]; then
    skip 'a file that may not be read' 'root may read it'
else
    bulletin in <<<'正文。'
    echo '# 问题' >in/1.md && chmod 000 in/1.md
    refused 'a file that may not be read' 3 unreadable '' '无法读取“in/1.md”：Permission denied' \
        "cannot read 'in/1.md': Permission denied"
fi
done_testing
