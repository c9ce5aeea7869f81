# docs/handbook: it builds and is checked without a word, and what the program writes of it is what
# stands there; links of documents lead somewhere.
. "${0%/*}/../lib.sh"
handbook=$ROOT/docs/handbook

mkb check "$handbook" --strict -q
is 'nothing to mend' "$status$out$err" 0
mkb build "$handbook" --strict -q -o handbook.pdf
is 'it builds without a word' "$status$out$err" 0
ok 'qpdf --check' qpdf --check handbook.pdf
mkb build "$handbook" --strict -q -o handbook.html
is 'as a page for the web, too' "$status$out$err" 0

export MKBULLETIN
ok 'the chapter on templates is written' eval "$ROOT/scripts/template-chapter >3-templates.md"
same_files 'and is the one that stands there (make docs)' 3-templates.md "$handbook/annexes/3-templates.md"

# The edits that 怎样改一条措施 tells of are those that its pictures show.
said=$(sed 's/\\\([][|]\)/\1/g' "$handbook/annexes/2-edit.md")
while IFS= read -r line; do
    has "told: $line" "$said" "$line"
done < <(cd "$handbook/_edited" && grep -hE '^2\. 每季度|^3\. |计划\]|^状态: 已|^完成日期: 2026-11|^表1|^\| 全局|^\| ---' -r 1-work 2-style/3-meetings.md | sort -u)

# Links to files lead somewhere; those of source-format.md are examples.
dead=
while IFS=: read -r file link; do
    [ -e "$(dirname "$ROOT/$file")/$link" ] || dead+=" $file:$link"
done < <(cd "$ROOT" && grep -oHE '\]\([^)#: ]+[)#]' README.md docs/handbook/README.md docs/[!s]*.md |
    sed 's/:](/:/; s/.$//')
is 'no link leads nowhere' "$dead" ''
done_testing
