# docs/ci: the hook in a repository, the commands of the pipelines, and what init writes of them.
. "${0%/*}/../lib.sh"
leaks_unwatched

mkdir bin && ln -s "$MKBULLETIN" bin/mkbulletin
PATH=$T/bin:$PATH
export HOME=$T GIT_CONFIG_NOSYSTEM=1
git init -q repo 2>/dev/null && cd repo || exit 2
git config user.name n && git config user.email n@example.cn
cp "$ROOT/docs/ci/pre-commit" .git/hooks/pre-commit
mkbulletin init content -q
git add content
ok 'the hook lets a good bulletin pass' git commit -qm one
echo '坏[](#nowhere)' >>content/closing.md
echo other >other && git add other
ok 'what is not committed is not looked at' git commit -qm two
git add content
said=$(git commit -m three 2>&1)
is 'a bad one does not pass' "$?" 1
has 'and it is said why' "$said" 'content/closing.md:' unknown-reference
is 'nothing is committed' "$(git log --oneline | wc -l)" 2
git config mkbulletin.folder elsewhere
ok 'another folder' git commit -qm four
git revert --no-edit HEAD >/dev/null
git config mkbulletin.folder content
git rm -qr --cached content
ok 'a bulletin may be taken away' git commit -qm five
git revert --no-edit HEAD >/dev/null

for file in github.yml gitlab.yml; do
    sed -n 's/^ *\(run:\|-\( run:\)\?\) \(mkbulletin .*\)/\3/p' "$ROOT/docs/ci/$file" >commands
    is "$file: two commands" "$(wc -l <commands)" 2
    rm -rf out
    ok "$file: they run" bash -e commands
    ok "$file: and make what is kept" qpdf --check out/content.pdf
done
cd content || exit 2
for file in .github/workflows/bulletin.yml .gitlab-ci.yml; do
    sed -n 's/^ *\(run:\|-\( run:\)\?\) \(mkbulletin .*\)/\3/p' "$file" >../commands
    is "init, $file: two commands" "$(wc -l <../commands)" 2
    rm -f bulletin.pdf
    ok "init, $file: they run" bash -e ../commands
    ok "init, $file: and make what is kept" qpdf --check bulletin.pdf
done

# Every file is installed where the program looks for it; fonts are not in this target.
# With -o nothing is compiled, whatever the flags of this build are.
if command -v make >/dev/null; then
    env -u MAKEFLAGS -u MAKELEVEL make -C "$ROOT" -o "${BUILD:-build}/mkbulletin" install-files \
        BUILD="${BUILD:-build}" PREFIX=/usr/local DATADIR=/usr/local/share/mkbulletin \
        DESTDIR="$T/root" >"$T/log" 2>&1
    is 'make install-files' "$?" 0
    installed=$T/root/usr/local
    ok 'init finds its examples there' "$installed/bin/mkbulletin" init -q "$T/fresh" --template minutes
    ok 'and build the templates' "$installed/bin/mkbulletin" "$T/fresh" -o "$T/fresh.txt"
    for file in man/man1/mkbulletin.1 man/zh_CN/man1/mkbulletin.1 zsh/site-functions/_mkbulletin \
        bash-completion/completions/mkbulletin fish/vendor_completions.d/mkbulletin.fish; do
        ok "$file" [ -s "$installed/share/$file" ]
    done
fi
done_testing
