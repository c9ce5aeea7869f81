# Every command of the documents runs: README, docs/*.md, the handbook, both manual pages, docs/ci.
# Sourced, not run: commands_of FILE… by three tests, so that none takes long.
#
# A document's commands run in their order in a folder of its own, with what instead(), before() and
# wanted() below say of single ones. `make` only looks whether there is such a target, `watch` ends when
# it has done its work. What is neither run nor named in skipped() makes this fail.
export HOME=$T GIT_CONFIG_NOSYSTEM=1 LESS=FRX GIT_PAGER=cat

# --- what stands for commands that would do too much or too little here ---

mkdir bin
export MKBULLETIN ROOT T
env -u MAKEFLAGS -u MAKELEVEL make -C "$ROOT" -npq help >targets 2>/dev/null
cat >bin/mkbulletin <<'EOF'
#!/bin/bash
# `watch` is ended when what it should make is there; `lsp` has an editor that leaves at once.
# LeakSanitizer looks by tracing the process, which a sandbox does not let it.
[[ -z ${ASAN_OPTIONS-} || " $* " != *" --sandbox"* ]] || ASAN_OPTIONS+=:detect_leaks=0
message() { printf 'Content-Length: %d\r\n\r\n%s' ${#1} "$1"; }
case ${1-} in
lsp)
    { message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
      message '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
      message '{"jsonrpc":"2.0","method":"exit"}'; } | "$MKBULLETIN" "$@" | grep -q '"id":2' ;;
watch)
    output= said=$(mktemp)
    for ((i = 2; i < $#; i++)); do [ "${!i}" != -o ] || { i=$((i + 1)); output=${!i}; }; done
    [ -z "$output" ] || rm -f "$output"
    "$MKBULLETIN" "$@" >"$said" &
    for ((i = 0; i < 300; i++)); do
        [ -n "$output" ] && [ ! -e "$output" ] ||
            [[ " $* " == *" --serve"* ]] && [ ! -s "$said" ] || break
        sleep 0.05
    done
    while kill -INT $! 2>/dev/null; do sleep 0.5; done # before it listens it does not hear
    wait $! || exit
    [ -z "$output" ] || [ -s "$output" ] || exit 99
    [[ " $* " != *" --serve"* ]] || grep -qx 'http://127.0.0.1:[0-9]*/' "$said" ;;
*) exec "$MKBULLETIN" "$@" ;;
esac
EOF
cat >bin/make <<'EOF'
#!/bin/bash
# Only looks whether there are such targets.
for word; do
    [[ $word == *=* ]] || grep -qE "^$word:" "$T/targets" || { echo "no target $word"; exit 2; }
done
EOF
cat >bin/sudo <<'EOF'
#!/bin/sh
exec "$@"
EOF
cat >bin/run <<'EOF'
#!/bin/bash
# tests/run: only looks whether there are such tests.
[ "$1" != -u ] || shift
find "$ROOT/tests" | sed 's/\.[a-z]*$//' | grep -qF -- "/$1"
EOF
chmod +x bin/*
PATH=$T/bin:$PATH

# --- the table of commands ---

# Why a command is not run here: REASON for those that are not.
skipped() { # COMMAND
    case $1 in
    'apt-get '* | *'&& apt-get '* | 'scripts/setup'*) echo 'installs packages' ;;
    'podman '*) echo 'needs podman and images from the network' ;;
    'npm '* | 'npx '* | 'code '*) echo 'fetches what others publish' ;;
    'make build/tests/unit/'*) echo 'a program for the tests, run by them' ;;
    'UPDATE=1 bash tests/'*) echo 'writes what tests expect' ;;
    *) return 1 ;;
    esac
}

# Nothing else is run: a document may tell of commands that are not for this machine.
known() { # COMMAND
    case $1 in
    mkbulletin\ * | build/mkbulletin\ * | make\ * | 'sudo make '* | 'LC_ALL='*' make '* | tests/run\ * | \
        git\ * | qpdf\ * | cp\ -r\ * | grep\ * | iconv\ * | 'echo $?') ;;
    *) return 1 ;;
    esac
}

# What is run instead: with names for the words that stand for them, and what the text leaves out.
instead() { # COMMAND
    local words=$1
    case $words in
    *'init FOLDER' | *'init 文件夹') words='mkbulletin init fresh -q && rm -r fresh' ;;
    *'watch FOLDER' | *'watch 文件夹') words="$words -o watched.pdf" ;;
    'mkbulletin check' | 'mkbulletin diff' | 'mkbulletin export') words="mkbulletin help ${words#* }" ;;
    *' A B C '* | *' 甲 乙 丙 '*) words="$words --lang=en" ;;
    esac
    words=${words//'[build]'/build} words=${words//'[OPTION]…'/-q} words=${words//'[选项]'/-q}
    sed -E 's/\[|\]//g
            s/\b(FOLDER|文件夹)/content/g; s/\b(OLD)\b/old/; s/\b(NEW)\b/new/
            s/ (NAME|名称)$/ document/; s/ (RULE|规则)$/ blank/; s/ (COMMAND|命令)$/ check/
            s/ SHELL$/ bash/; s/ -o (FILE|文件) / -o named.pdf /; s/(run|PACKAGE|run -u) (WORD|词)$/\1 manual/
            s:(tests/run -u cases)/NAME:\1/minimal:; s:cases/document$:cases/minimal:
            s/ 甲 乙 丙 / A B C /' <<<"$words"
}

# The exit status that a command should have; 0 where nothing is said. COUNT: how often it came before.
wanted() { # FILE COMMAND COUNT
    case $1:$2:$3 in
    *'mkbulletin diff '*) echo 1 ;;
    *'/1-start.md:mkbulletin build 通报 -o 通报.pdf --lang=zh:1') echo 1 ;; # the first slip
    *'/4-questions.md:mkbulletin check 通报:0') echo 1 ;;                  # as pasted from Word
    *'/4-questions.md:mkbulletin check 通报 --fix --diff:0') echo 1 ;;
    *) echo 0 ;;
    esac
}

# What the text has done, or asks to have done, before a command.
before() { # FILE COMMAND COUNT
    case $1:$2:$3 in
    *'/1-start.md:mkbulletin build 通报 -o 通报.pdf --lang=zh:1')
        sed -i 's/状态: 已完成/状态: 已经完成/' 通报/1-work/1-plan.md ;;
    *'/1-start.md:mkbulletin check 通报 --lang=zh:0')
        sed -i 's/状态: 已经完成/状态: 已完成/' 通报/1-work/1-plan.md ;;
    *'/2-edit.md:mkbulletin diff 原稿 通报 --lang=zh:0')
        mv 通报/2-style/1-meetings.md 通报/2-style/3-meetings.md
        cp -r "$ROOT"/docs/handbook/_edited/* 通报/ ;;
    *'/4-questions.md:mkbulletin check 通报:0')
        printf '\n按照Word的习惯,写了“。。。”和　　空格。\n' >>通报/closing.md ;;
    *'/4-questions.md:git log '*)
        git add 通报 && git commit -qm three ;;
    *:'git commit '*)
        git add . && echo >>content/closing.md && git add content ;;
    esac
}

# What a command says must stand in the document, too: PART, one a line.
says() { # FILE COMMAND COUNT
    case $1:$2:$3 in
    *'/1-start.md:mkbulletin build 通报 -o 通报.pdf --lang=zh:1')
        printf '%s\n' '通报/1-work/1-plan.md:4:5' '“状态”不能是“已经完成”' '[bad-value]' '状态: 已经完成' \
            '办法：可以写：planned 未启动, ongoing 推进中, done 已完成, standing 长期坚持' '1 个错误' ;;
    *'/1-start.md:mkbulletin doctor --lang=zh:0') echo '没有问题' ;;
    *'/2-edit.md:grep -r 挂牌督办 通报:0') echo '1-work/1-plan.md' ;;
    esac
}

# --- what there is in the folder of a document ---

mkdir full && cd full || exit 2
mkdir -p build tests out docs && cp -r "$CONTENT" content
ln -s "$T/bin/mkbulletin" build/mkbulletin && ln -s "$T/bin/run" tests/run
mkdir content/annexes && printf -- '---\n编号: 编号\n类型: 台账\n---\n# 整改台账\n' >content/annexes/1-ledger.md
for name in old 原稿 A B C; do
    bulletin $name <<<"正文$name。"
done
for name in new 新稿; do
    bulletin $name <<<'另一段正文。'
done
"$MKBULLETIN" init 通报 -q && "$MKBULLETIN" init 纪要 --template minutes -q
mkdir 字体 && printf '# 宣传不够及时\n\n1. 按月公布检查情况\n' | iconv -f UTF-8 -t GBK >old.txt
"$MKBULLETIN" content -q -o bulletin.pdf
git init -q . 2>/dev/null && git config user.name n && git config user.email n@example.cn
git config core.editor 'sh -c "echo four >\"\$1\"" -'
git add content 通报 && git commit -qm one
sed -i '$a\另一句话。' content/closing.md 通报/closing.md && git commit -qam two
cd ..

# --- running them ---

run() { # NAME FILE COMMAND
    local key="$2:$3" words status said part missing=
    local count=${seen[$key]:-0}
    seen[$key]=$((count + 1))
    if ! known "$3"; then
        fail "$1" "is this safe to run? then add it to known(), else to skipped()"
        return
    fi
    before "$2" "$3" "$count"
    words=$(instead "$3")
    if [ -n "${printed[$words]-}" ]; then
        pass "$1"
        return
    fi
    # A shell of its own, so that a command's `exit` is its own.
    timeout 60 bash -c "$words" >"$T/said" 2>&1 </dev/null
    status=$?
    said=$(tr -d '\0' <"$T/said")
    if [ "$status" != "$(wanted "$2" "$3" "$count")" ]; then
        fail "$1" "status $status of: $words"$'\n'"$said"
        return
    fi
    while IFS= read -r part; do
        [[ $said == *"$part"* ]] && sed 's/\\\([][]\)/\1/g' "$ROOT/$2" | grep -qF -- "$part" ||
            missing+="not in both: $part"$'\n'
    done < <(says "$2" "$3" "$count")
    if [ -n "$missing" ]; then fail "$1" "$missing$said"; else pass "$1"; fi
    # What only prints, whatever the folder, is run once.
    [[ $words =~ ^(mkbulletin (doctor|fonts content|rules|templates|help|schema|lsp|--version)|make|tests/run) ]] &&
        printed[$words]=1
}

declare -A seen=() printed=()

commands_of() { # FILE…, from the root of the source
    local place text file next folder= line bare reason others=()
    cd "$ROOT" || exit 2
    while IFS=$'\t' read -r place text; do
        file=${place%:*}
        case $file in
        *handbook/annexes/[123]-*) next=handbook ;; # they start from nothing, one after another
        *) next=${file//\//-} ;;
        esac
        if [ "$next" != "$folder" ]; then
            cd "$T" && folder=$next
            if [ "$folder" = handbook ]; then mkdir "$folder"; else cp -r full "$folder"; fi
            case $file in */4-questions.md) ;; *) rm -rf "$folder/通报" ;; esac
            cd "$folder" || exit 2
        fi
        text=${text//$'\x1f'/$'\n'}
        # The lines of a block are commands of their own, unless it is a little program.
        if [[ $text == *'$status'* || $text == *$'\\\n'* ]]; then
            lines=("$text")
        else
            mapfile -t lines <<<"$text"
        fi
        for line in "${lines[@]}"; do
            bare=$(sed -E 's/ +# .*//' <<<"$line")
            if reason=$(skipped "$bare"); then
                others+=("$bare: $reason")
            else
                run "$place: ${bare%%$'\n'*}" "$file" "$bare"
            fi
        done
    done < <(cd "$ROOT" && perl tests/docs/commands.pl "$@")
    [ ${#others[@]} -eq 0 ] || pass "not run here, and why: $(printf '%s; ' "${others[@]//$'\n'*/ …}")"
    done_testing
}
