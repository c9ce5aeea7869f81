# What the program asks of the system, traced: the files that it reads and writes, and that it
# neither opens a socket nor runs anything.
. "${0%/*}/../lib.sh"

if [ -n "${ASAN_OPTIONS-}" ] || grep -qa __gcov_ "$MKBULLETIN"; then
    skip 'what the program asks of the system' 'this build asks for more (ASan, gcov)'
    done_testing
elif ! strace -f -o .trace true 2>/dev/null; then
    skip 'what the program asks of the system' 'strace is missing, or not allowed here (ptrace)'
    done_testing
fi

# The files of the system that it reads, and what it only looks for: as docs/SECURITY.md says.
mapfile -t SYSTEM < <(sed -n '/^```system-files/,/^```$/s/^\(read\|look\) *\([^ ]*\).*/--\1\n\2/p' \
    "$ROOT/docs/SECURITY.md")
ok 'docs/SECURITY.md lists them' [ "${#SYSTEM[@]}" -gt 10 ]

export HOME=$T/home XDG_CACHE_HOME=$T/home/cache XDG_CONFIG_HOME=$T/home/config
mkdir home out
cp -r "$CONTENT" content
cp -r content old
sed -i 's/91000/92000/' old/2-conduct/3-eight-rules/2-overtime-pay.md
cp -r "$ROOT/tests/cases/figures/content" figures

# Whatever else stands in the home and above the sources is not read.
for file in home/.gitconfig home/.fonts.conf .gitconfig secret.md; do echo secret >$file; done

traced() { # NAME [--ALLOWED…] -- ARGUMENT…: what it does besides is shown
    local name=$1 said
    local -a allowed=()
    shift
    while [ "$1" != -- ]; do allowed+=("$1") && shift; done
    shift
    rm -rf .trace.*
    "${LIMIT[@]}" strace -ff -y -e trace=%file,%network,%process,inotify_add_watch -o .trace \
        "$MKBULLETIN" "$@" >.out 2>.err
    status=$?
    said=$(perl "$ROOT/tests/confine/calls.pl" "$T/.trace" "${SYSTEM[@]}" "${ABOVE[@]}" \
        --read "$T/content" --read "$ROOT/templates" --read "$ROOT/fonts" --look "$ROOT" \
        --look "$MKBULLETIN" "${allowed[@]}")
    is "$name" "$status${said:+: $said}" "$WANTED"
}
LIMIT=() WANTED=0

# The settings of check may stand in any folder above.
ABOVE=()
for above in "$T" "${T%/*}" ''; do
    ABOVE+=(--look "$above/.mkbulletin.yaml" --look "$above/.git")
done

for kind in pdf html txt md; do
    traced "build to .$kind" --write "$T/out" -- build content -o out/a.$kind
done
traced 'build to .png' --write "$T/out" -- build content --pages 1 -o out/%d.png
traced 'build to .svg' --write "$T/out" -- build content --pages 1 -o out/%d.svg
traced 'images: SVG, PNG, JPEG' --read "$T/figures" --write "$T/out" -- build figures -o out/b.pdf
traced 'images on the web' --read "$T/figures" --write "$T/out" -- build figures -o out/b.html
traced 'check' -- check content
traced 'export' --write "$T/out" -- export content -o out/a.csv
traced 'dependencies' --write "$T/out" -- build content -o out/a.pdf -M out/a.d
WANTED=1
traced 'diff of two folders' --read "$T/old" --write "$T/out" -- diff old content -o out/d.pdf
WANTED=0
traced 'several at once: processes, but no program' --read "$T/old" --write "$T/out" --fork -- \
    build content old -o out/ --jobs 2

# A revision of git: the repository is read, and what stands in it put into a folder for a while.
mkdir repository tmp
cp -r old repository/content
(cd repository && git init -q && git add . &&
    git -c user.name=a -c user.email=a@example.cn commit -qm a) >/dev/null 2>&1
cp -r content repository
WANTED=1
TMPDIR=$T/tmp traced 'diff with a revision: neither of the home nor of /etc what git has set' \
    --read "$T/repository" --write "$T/tmp" --write "$T/out" -- diff repository/content --git HEAD \
    -o out/e.html
WANTED=0
is 'and the folder is gone' "$(ls -A tmp)" ''

LIMIT=(timeout --preserve-status -s INT 4)
# Where settings may yet come to stand is watched, and who watches a folder is told of all in it.
traced 'watch: no socket' --look "${T%/*}" --write "$T/out" -- watch content -o out/w.html
traced 'watch --serve: 127.0.0.1' --listen --look "${T%/*}" --write "$T/out" -- \
    watch content -o out/w.pdf --serve
LIMIT=()

is 'nothing is written into the home' \
    "$(find home -type f -newer content/bulletin.md | sort | tr '\n' ' ')" \
    'home/.fonts.conf home/.gitconfig '
is 'no temporary file is left' "$(ls -A out | grep -v '^[0-9a-z]' | tr '\n' ' ')" ''
done_testing
