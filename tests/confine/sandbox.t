# --sandbox: the same output with it as without, nothing of the sources read before it stands, and an
# error where it cannot be had.
. "${0%/*}/../lib.sh"
leaks_unwatched

if grep -qa __gcov_ "$MKBULLETIN"; then
    skip '--sandbox' 'this build writes counts of its own at its end (gcov)'
    done_testing
fi
strace=
[ -n "${ASAN_OPTIONS-}" ] || ! strace -f -o .trace true 2>/dev/null || strace=1

cp -r "$ROOT/tests/cases/figures/content" figures
cp -r "$CONTENT" content
cp -r content old
sed -i 's/91000/92000/' old/2-conduct/3-eight-rules/2-overtime-pay.md
mkdir out plain

# --- a kernel without it, as strace makes it seem ---

cannot() { # NAME CALL ERROR ZH EN
    local name=$1 call=$2 error=$3 lang
    local -A text=([zh]="错误：这里不能用 --sandbox，什么都没有读：$4 [sandbox]"
        [en]="error: --sandbox cannot be had here, and nothing was read: $5 [sandbox]")
    echo old >out/a.pdf
    for lang in zh en; do
        strace -f -e trace=%file,"$call" -e inject="$call:error=$error" -o .trace \
            "$MKBULLETIN" build content --sandbox -o out/a.pdf --lang=$lang >.out 2>.err
        has "$name ($lang)" "$? $(cat .err)" '3 ' "${text[$lang]}" '--sandbox=try'
        is "$name ($lang): the old output, and nothing is read" \
            "$(cat out/a.pdf) $(ls -A out) $(grep -c '"bulletin.md"' .trace)" 'old a.pdf 0'
    done
    strace -f -e inject="$call:error=$error" -o .trace \
        "$MKBULLETIN" build content --sandbox=try --strict -o out/a.pdf --lang=en >.out 2>.err
    has "$name: =try" "$? $(cat .err)" '0 ' "note: goes on without a whole sandbox: $5 [sandbox]"
    rm -f out/a.pdf
}
if [ -n "$strace" ]; then
    cannot 'an old kernel' landlock_create_ruleset ENOSYS \
        '内核的 Landlock 用不了（Function not implemented）' \
        'Landlock of the kernel is not to be had (Function not implemented)'
    ok 'and =try still filters calls' grep -q '^[0-9]* *seccomp(SECCOMP_SET_MODE_FILTER.* = 0' \
        <(strace -f -e inject=landlock_create_ruleset:error=ENOSYS "$MKBULLETIN" check content \
            --sandbox=try 2>&1)
    cannot 'a kernel that was started without it' landlock_create_ruleset EOPNOTSUPP \
        '内核的 Landlock 用不了（Operation not supported）' \
        'Landlock of the kernel is not to be had (Operation not supported)'
    cannot 'no seccomp' seccomp EINVAL '不能限制系统调用（seccomp：Operation not supported）' \
        'system calls cannot be filtered (seccomp: Operation not supported)'
else
    skip 'a kernel without it' 'strace is missing, or not allowed here (ptrace)'
fi

mkb watch content --sandbox -o out/a.pdf --lang=en
has 'watch has none' "$status $err" "2 error: option '--sandbox' cannot go with watch"
mkb check content --sandbox=yes --lang=en
has 'an unknown word' "$status $err" "2 error: option '--sandbox' cannot be 'yes'" 'require, try'
mkb doctor --lang=en
has 'doctor says which it is' "$out" '--sandbox'

if ! "$MKBULLETIN" check content --sandbox >/dev/null 2>&1; then
    skip '--sandbox itself' 'this kernel has no Landlock'
    done_testing
fi

# --- the same bytes, and the sandbox before the text ---

both() { # NAME OUTPUT WANTED ARGUMENT…: OUTPUT is written into out/ and plain/
    local name=$1 output=$2 wanted=$3 said
    local -a trace=()
    shift 3
    mkb "$@" -o "plain/$output"
    said=$out$err
    [ -z "$strace" ] ||
        trace=(strace -f -o .trace -e trace=open,openat,landlock_restrict_self,seccomp)
    "${trace[@]}" "$MKBULLETIN" "$@" --sandbox -o "out/$output" >.out 2>.err
    is "$name: says the same" "$?$(cat .out .err)" "$wanted$said"
    same_files "$name: the same bytes" plain/${output/'%d'/1} out/${output/'%d'/1}
    [ -z "$strace" ] || is "$name: shut in before the first source is opened" "$(sed -n \
        -e 's/^[0-9]* *landlock_restrict_self.* = 0$/files/p' \
        -e 's/^[0-9]* *seccomp(SECCOMP_SET_MODE_FILTER.* = 0$/calls/p' \
        -e '/open.*[a-z]\.md"/{s/.*/text/p;q}' .trace | tr '\n' ' ')" 'files calls text '
}
for kind in pdf html txt md; do both "build to .$kind" a.$kind 0 build content; done
both 'build to .png' %d.png 0 build content --pages 1
both 'build to .svg' %d.svg 0 build content --pages 1
both 'images' b.pdf 0 build figures
both 'images on the web' b.html 0 build figures
both 'a single file' c.pdf 0 build plain/a.md
both 'export' a.csv 0 export content
both 'diff' d.pdf 1 diff old content
both 'diff as HTML' d.html 1 diff old content
both 'the pages as text' p.txt 0 build content --stop-after=pages
both 'fonts and templates of one’s own' e.pdf 0 build content --font-path "$ROOT/fonts" \
    --template-path "$ROOT/templates"
is 'nothing else is left' "$(ls -A out | grep '^\.')" ''

says_the_same() { # NAME WANTED ARGUMENT…
    local name=$1 wanted=$2 said
    shift 2
    mkb "$@"
    said=$out$err
    mkb "$@" --sandbox
    is "$name" "$status$out$err" "$wanted$said"
}
says_the_same 'check' 0 check content
says_the_same 'check: errors' 1 check old --format=json
says_the_same 'fonts' 0 fonts content
"$MKBULLETIN" build content --sandbox -o - >out/stdout.pdf
same_files 'standard output' plain/a.pdf out/stdout.pdf
"$MKBULLETIN" build content --sandbox -o /dev/fd/3 3>out/three.pdf
same_files 'a descriptor' plain/a.pdf out/three.pdf
mkfifo fifo.pdf
timeout 30 cat fifo.pdf >out/fifo.pdf &
mkb build content --sandbox -o fifo.pdf
wait
same_files 'a FIFO' plain/a.pdf out/fifo.pdf
mkb build content old --sandbox -o out/many/ -j 2 -M 'out/many/{}.d'
is 'several at once' "$status$err $(ls out/many | tr '\n' ' ')" '0 content.d content.pdf old.d old.pdf '
same_files 'each as alone' plain/a.pdf out/many/content.pdf

# Older versions know fewer rights.
for version in 1 2 3 4 5 6; do
    [ -n "$strace" ] || break
    rm -f out/a.html
    strace -f -e inject=landlock_create_ruleset:retval=$version:when=1 -o .trace \
        "$MKBULLETIN" build content --sandbox -o out/a.html >.out 2>.err
    same_files "Landlock, version $version" plain/a.html out/a.html
done

# --- settings above, and --fix ---

mkdir -p above/words && cp -r content above/in
printf 'vocabulary: words/a.yaml\nrules:\n  half-width-mark: off\n' >above/.mkbulletin.yaml
printf 'preferred:\n  工作: [作工]\nnames: [某某街道]\n' >above/words/a.yaml
echo '作工。' >>above/in/bulletin.md
says_the_same 'settings and vocabulary above the bulletin' 0 check above/in
mkb check above/in --sandbox
has 'are read' "$out" '作工'
both 'and by build' f.pdf 0 build above/in
mkb check above/in --fix --diff --sandbox
has '--fix --diff' "$status$out" '+工作。'
mkb check above/in --fix --sandbox
is '--fix mends' "$status $(tail -n 1 above/in/bulletin.md)" '0 工作。'

# --- a revision of git ---

mkdir repository tmp
cp -r old repository/content
(cd repository && git init -q && git add . &&
    git -c user.name=a -c user.email=a@example.cn commit -qm a) >/dev/null 2>&1
rm -r repository/content && cp -r content repository
export TMPDIR=$T/tmp
says_the_same 'diff --git' 1 diff repository/content --git HEAD
is 'and its folder is gone' "$(ls -A tmp)" ''

# --- what it keeps from happening ---

bulletin links <<<'正文。'
mkdir elsewhere && ln -s ../elsewhere/a.pdf out/link.pdf && echo old >elsewhere/a.pdf
mkb build links -o out/link.pdf
is 'without it an output that is a link is written where it leads' \
    "$status $(head -c 4 elsewhere/a.pdf)" '0 %PDF'
echo old >elsewhere/a.pdf
mkb build links -o out/link.pdf --sandbox --lang=en
has 'with it nothing leaves the folder' "$status $(cat elsewhere/a.pdf) $err" '3 old ' \
    "cannot write 'out/link.pdf': Permission denied"
mkfifo elsewhere/fifo && ln -s ../elsewhere/fifo out/away.pdf && exec 9<>elsewhere/fifo
mkb build links -o out/away.pdf --sandbox --lang=en
has 'nor by a link to a FIFO' "$status $err" '3 ' 'Permission denied'
exec 9>&-
done_testing
