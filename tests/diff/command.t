# The command: forms of output, revisions of git, what is refused, exit statuses.
. "$(dirname "$0")/../lib.sh"
BASE=$ROOT/tests/diff/base

cp -r "$BASE" old
cp -r old new
sed -i 's/状态: 推进中/状态: 已完成/' new/2-work/1-archive.md
rm new/1-study/2-notes.md

# ---- forms ----

mkb diff old old
is 'no difference' "$status$out" '0old → old: no difference'
mkb diff old old --lang=zh
is 'no difference, in Chinese' "$status$out" '0old → old：没有差别'
mkb diff old new --lang=zh
is 'differences' "$status" 1
has 'as text' "$out" 'old → new：删除1处，修改2处' '删除 问题 一、问题2：学习笔记流于形式' \
    '修改 问题 二、问题3（原二、问题4）：档案管理不规范' '状态：[-推进中-] → {+已完成+}'
mkb diff old new --lang=zh --color=always
has 'in colour' "$out" $'\033[31m[-推进中-]\033[0m'
mkb diff old new -o text.txt
is 'text in a file' "$status$(head -n 1 text.txt)" '1old → new: 1 removed, 2 changed'
mkb diff old new --format=json
printf '%s\n' "$out" >out.json
ok 'the JSON is as its schema says' perl "$ROOT/tests/cli/json_schema.pl" \
    "$ROOT/docs/diff.schema.json" out.json
mkb diff old new -o file.json
same_files 'the same in a file' out.json file.json
mkb diff old new -q -o a.html
is 'strict HTML' "$(perl "$ROOT/tests/web/html.pl" check a.html 2>&1)" ''
hash=$(perl -MDigest::SHA=sha256_base64 -0777 -ne 'print sha256_base64($1), "=" if /<style>(.*?)<\/style>/s' a.html)
has 'its policy has the hash of its style' "$(grep Content-Security a.html)" "'sha256-$hash'"
mkb diff old new -q -o a.pdf
mkb diff old new -q -o b.pdf
same_files 'the same input, the same bytes' a.pdf b.pdf
has 'the table comes first' "$(pdftotext -l 1 a.pdf -)" 修改对照表 '原稿：old；新稿：new。' 推进中
is 'the pages of the text keep their numbers' "$(pdftotext -f 2 -l 2 a.pdf - | grep -c '— 1 —')" 1
has 'inks are light, whatever the template says' \
    "$(mutool draw -q -F stext -o - a.pdf 2>/dev/null)" 'color="#bf0000"' 'color="#0000cc"'

# ---- what is refused ----

mkb diff old
has 'one operand' "$status$err" 2 'two bulletins to compare are missing'
mkb diff old new more
has 'three operands' "$status$err" 2 "'more'"
mkb diff old nowhere
has 'no such folder' "$status$err" 3 "cannot find 'nowhere'"
mkb diff old new -o redline.png
has 'a name that says nothing' "$status$err" 2 "cannot tell what 'redline.png' is to be"
mkb diff old new --format=sarif
has 'a form of check' "$status$err" 2 '--format=text or json'
mkb diff old new -o a.json --pdf-standard=none
has 'an option of PDF' "$status$err" 2 --pdf-standard
cp old/closing.md closing.txt
ln old/closing.md linked.txt
mkb diff old new -o linked.txt
has 'an output that is an input' "$status$err" 2 linked.txt
same_files 'which stays' closing.txt old/closing.md

cp -r new bad
sed -i 's/状态: 已完成/状态: 完成了/' bad/2-work/1-archive.md
cp a.pdf kept.pdf
mkb diff old bad -o a.pdf
has 'faults are told' "$status$err" 2 "bad/2-work/1-archive.md:3:5: error"
same_files 'the old output stays' a.pdf kept.pdf

# Names of folders are bytes, and characters that are not seen are shown: they may be all that changed.
strange=$(printf 'a\377\e[2J')
bulletin "$strange" < <(printf '专业讲师。\n')
bulletin plain < <(printf '专业\xef\xbb\xbf讲师。\n')
mkb diff "$strange" plain
has 'a name that is not UTF-8' "$status$out" '1a\xFF\x1B[2J → plain: 1 changed' '\u{FEFF}+}'
for format in json html pdf txt; do
    mkb diff "$strange" plain -o "strange.$format"
    is "the same as $format" "$status $(grep -c 'error:' <<<"$err")" '1 0'
done
ok 'its JSON is as the schema says' perl "$ROOT/tests/cli/json_schema.pl" \
    "$ROOT/docs/diff.schema.json" strange.json

# ---- git ----

if command -v git >/dev/null; then
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null HOME=$T
    mkdir -p repo tmp && cp -r "$BASE" repo/content
    git_() { git -C repo -c user.name=a -c user.email=a@example.cn "$@" >/dev/null 2>&1; }
    export TMPDIR=$T/tmp
    git_ init && git_ add -A && git_ commit -m one && git_ tag v1
    sed -i 's/逐卷清点/逐卷清点登记/' repo/content/2-work/1-archive.md
    git_ commit -am two
    mkb diff repo/content --git HEAD
    is 'the same as the revision' "$status$out" '0HEAD:repo/content → repo/content: no difference'
    mkb diff repo/content --git HEAD~1
    has 'what changed since' "$status$out" 1 'HEAD~1:repo/content → repo/content' '{+登记+}'
    mkb diff repo/content --git v1..HEAD
    has 'two revisions' "$status$out" 1 'v1:repo/content → HEAD:repo/content' '{+登记+}'
    mkb diff repo/content --git HEAD --git v1
    has 'two revisions, the other way round' "$status$out" 1 '[-登记-]'
    (cd repo/content && "$MKBULLETIN" diff . --git v1 -q -o "$T/git.pdf")
    is 'within the folder' "$?" 1
    mkb diff repo/content/closing.md --git v1
    has 'a single file, which is no bulletin' "$status$err" 2 'v1:repo/content/closing.md:'
    mkb diff repo/content --git nowhere
    has 'no such revision' "$status$err" 2 "there is no revision 'nowhere'"
    mkdir repo/later && cp -r "$BASE"/. repo/later
    mkb diff repo/later --git v1
    has 'a folder that the revision does not have' "$status$err" 2 "revision 'v1' has no 'repo/later'"
    mkb diff old --git HEAD
    has 'no repository' "$status$err" 2 'is not in the work tree of a git repository'
    mkb diff repo/content --git v1 --git v1 --git v1
    has 'three revisions' "$status$err" 2 'two revisions at most'
    sed -i 's/状态: 推进中/状态: 旧/' repo/content/2-work/1-archive.md
    git_ commit -am bad
    mkb diff repo/content --git HEAD~1..HEAD
    has 'a fault of a revision has its place there' "$status$err" 2 \
        'HEAD:repo/content/2-work/1-archive.md:3:5: error'
    ln -s /etc/passwd repo/content/9-link.md
    git_ add -A && git_ commit -m link
    mkb diff repo/content --git HEAD
    has 'links out of the folder are not followed' "$status$err" 2 \
        "'HEAD:repo/content/9-link.md' leads out of the folder"
    git_ rm -f content/9-link.md
    mkdir repo/content/9-part repo/content/templates
    printf '# 一\n' >repo/content/9-part/1.md
    printf 'name: own\nextends: notice\nwrong: 1\n' >repo/content/templates/own.yaml
    sed -i 's/状态: 旧/状态: 推进中/' repo/content/2-work/1-archive.md
    sed -i '1a 模板: own' repo/content/bulletin.md
    git_ add -A && git_ commit -m part
    mkb diff repo/content --git v1..HEAD
    has 'a folder of a revision is named as it stands there' "$status$err" 2 \
        "folder 'HEAD:repo/content/9-part' has no index.md"
    has 'a template of a revision too' "$err" 'HEAD:repo/content/templates/own.yaml:3:1: error'
    # An object that says of itself that it is long; the rest of it is not there.
    id=0123456789abcdef0123456789abcdef01234567
    mkdir -p repo/.git/objects/01
    perl -MCompress::Zlib -e 'print compress("blob 2000000000\0")' >"repo/.git/objects/01/${id:2}"
    tree=$(printf '100644 blob %s\t1.md\n' "$id" | git -C repo mktree --missing)
    git -C repo tag long "$tree"
    mkb diff repo --git long
    has 'what is too long is not read' "$status$err" 2 "of revision 'long' is too large"
    is 'nowhere is a path of the machine' "$(grep -c "$TMPDIR" <<<"$err")" 0
    is 'nothing is left of them' "$(ls "$TMPDIR")" ''
else
    skip 'revisions of git' 'there is no git'
fi

done_testing
