# mkbulletin init: an example for each template, that builds and is checked without a word.
. "${0%/*}/../lib.sh"

for template in "$ROOT"/templates/*.yaml; do
    name=$(basename "$template" .yaml)
    mkb init "$name" --template "$name" --lang=en
    has "init --template $name" "$status $out$err" '0 ' "mkbulletin build $name -o bulletin.pdf"
    mkb build "$name" --strict --lang=en -o "$name.pdf"
    is "$name builds without a word" "$status$out$err" 0
    mkb check "$name" --strict --lang=en
    is "$name: nothing to mend" "$status$out$err" 0
    ok "$name is of its template" grep -q "^模板: $name\$" "$name/bulletin.md"
    ok "$name: qpdf --check" qpdf --check "$name.pdf"
    for file in vocabulary.yaml .mkbulletin.yaml .gitignore .gitlab-ci.yml \
        .github/workflows/bulletin.yml; do
        ok "$name/$file" [ -s "$name/$file" ]
    done
    ok "$name explains itself" grep -rq '^<!-- .*编者注' "$name/bulletin.md"
done

mkb init plain --lang=zh
has 'notice where no template is named' "$status $out" '0 写好了' '接下来'
ok 'notice where no template is named: the files' diff -r plain notice
mkb init quiet -q
is '-q' "$status$out$err" 0

# --- what is there already ---

mkdir mine && echo '# 说明' >mine/README && mkb init mine
is 'beside a file of another name' "$status $err$(cat mine/README)" '0 # 说明'
mkdir text && echo '旧稿。' >text/旧稿.md && mkb init text --lang=zh
has 'a text beside them' "$status $err" '0 警告：文件夹里原有的“旧稿.md”也会编入 [init-beside]' '办法：'
mkb init plain --lang=zh
has 'not a second time (zh)' "$status $err" '2 ' '错误：“plain/.gitignore”已经有了，什么都没有写 [init-exists]' \
    '“plain/1-work/1-plan.md”'
mkdir half && echo mine >half/vocabulary.yaml && ln -s nowhere half/.gitignore
mkb init half --lang=en
has 'not over one file' "$status $err" "2 error: 'half/.gitignore' is there already; nothing is written [init-exists]" \
    "'half/vocabulary.yaml'" '2 errors'
is 'and nothing is written' "$(ls -A half) $(cat half/vocabulary.yaml)" $'.gitignore\nvocabulary.yaml mine'

# --- faults ---

mkb init new --template notise --lang=zh
has 'an unknown template (zh)' "$status $err" '2 错误：没有模板“notise”的示例 [no-starter]' '是不是“notice”？'
mkb init new --template common --lang=en
has 'an unknown template (en)' "$status $err" "2 error: there is no example of a template 'common' [no-starter]" \
    'hint: there are examples of announcement document letter minutes notice order upward'
ok 'no folder is made' [ ! -e new ]
echo file >file
mkb init file/new --lang=en
has 'a folder below a file (en)' "$status $err" \
    "3 error: cannot make the folder 'file/new': 'file' is a file, no folder [make-folder]" 'hint: choose another name'
mkb init file --lang=zh
has 'a file of that name (zh)' "$status $err" '3 错误：无法建立文件夹“file”：“file”是文件，不是文件夹 [make-folder]' \
    '办法：换一个名字，或把那个文件移走'
mkb init --lang=zh
has 'no folder' "$status $err" '2 错误：没有指明文件夹 [usage]' 'mkbulletin init content'
mkb init a b --lang=en
has 'one too many' "$status $err" "2 error: 'b' is one argument too many"
mkb init a --strict --lang=en
has 'options of others' "$status $err" "2 error: option '--strict' cannot go with init"
done_testing
