# mkbulletin completions: loaded in the shells, which then offer what the tables hold.
. "${0%/*}/../lib.sh"

mkdir bin folder && ln -s "$MKBULLETIN" bin/mkbulletin && : >folder.md
PATH=$T/bin:$PATH
mkb completions bash && cp .out bash.sh
is 'bash' "$status$err" 0
mkb completions zsh --lang=en && cp .out _mkbulletin
is 'zsh' "$status$err" 0
mkb completions fish --lang=en && cp .out fish.fish
is 'fish' "$status$err" 0

# What each shell offers for the last of the words: sorted, in one line.
bash_offers() {
    bash --norc -c '. ./bash.sh; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _mkbulletin; printf "%s\n" "${COMPREPLY[@]}"' bash "$@" | LC_ALL=C sort | paste -sd' '
}
fish_offers() {
    HOME=$T fish --no-config -c 'source fish.fish; complete -C "$argv"' "$*" 2>/dev/null |
        cut -f1 | LC_ALL=C sort | paste -sd' '
}
# A terminal in which the line is typed, then a tab and a key that shows what stands there.
zsh_line() {
    ZDOTDIR=$T timeout 20 zsh -f -c '
        zmodload zsh/zpty
        zpty z "TERM=dumb zsh -f -i"
        zpty -w z "unsetopt beep; PS1=; autoload -Uz compinit; compinit -u -d $PWD/dump; . ./_mkbulletin"
        zpty -w z "show() { print -r -- \"<\$BUFFER>\" }; zle -N show; bindkey ^X show; print re\"\"ady"
        zpty -r z said "*ready*"
        zpty -n -w z "$1"$'\''\t\x18'\''
        zpty -r z said "*<*>*" && print -r -- "${${said##*<}%%>*}"
        zpty -d z' zsh "$1"
}

has_fish='' has_zsh=''
command -v fish >/dev/null && has_fish=1
command -v zsh >/dev/null && has_zsh=1

# offers NAME WANTED WORD…: all that is offered, in bash and fish
offers() {
    local name=$1 wanted=$2
    shift 2
    is "bash: $name" "$(bash_offers mkbulletin "$@")" "$wanted"
    if [ -n "$has_fish" ]; then
        is "fish: $name" "$(fish_offers mkbulletin "$@")" "$wanted"
    else
        skip "fish: $name" 'there is no fish'
    fi
}
offers 'a command' 'rules' rul
offers 'choices' 'auto' check folder --color au
offers 'options of the command only' '--markdown' rules --m
offers 'an option of no other command' '' rules --ppi
offers 'a folder needs no command' '--ppi' folder --pp
offers 'a value is no operand' '--fix --format' --lang zh check --f
offers 'templates' 'document' templates doc
offers 'templates as a value' 'letter' init folder --template let
offers 'commands of help' 'doctor' help do
offers 'shells' 'zsh' completions z
offers 'rules' 'half-width-mark' rules half-width-m
is 'bash: after =' "$(bash_offers mkbulletin check folder --format = j)" json
is 'bash: right after =' "$(bash_offers mkbulletin check folder --color =)" 'always auto never'
is 'bash: a value that may be left out' "$(bash_offers mkbulletin folder --stats = j)" json
is 'bash: and is, before the command' "$(bash_offers mkbulletin --stats = json folder --pp)" --ppi
is 'bash: a rule' "$(bash_offers mkbulletin check folder --rule half-width-m)" half-width-mark=
is 'bash: its level' "$(bash_offers mkbulletin check --rule half-width-mark = wa)" warning
is 'bash: folders and files' "$(bash_offers mkbulletin build fold)" 'folder folder.md'
is 'bash: folders' "$(bash_offers mkbulletin build x --font-path fold)" folder
if [ -n "$has_fish" ]; then
    is 'fish: after =' "$(fish_offers mkbulletin check folder --format=js)" --format=json
    has 'fish: files' "$(fish_offers mkbulletin build fold)" 'folder.md folder/'
fi
if [ -n "$has_zsh" ]; then
    is 'zsh: a command' "$(zsh_line 'mkbulletin doc')" 'mkbulletin doctor '
    is 'zsh: an option' "$(zsh_line 'mkbulletin check folder --form')" 'mkbulletin check folder --format='
    is 'zsh: a choice' "$(zsh_line 'mkbulletin check folder --format=sa')" 'mkbulletin check folder --format=sarif '
    is 'zsh: a template' "$(zsh_line 'mkbulletin templates not')" 'mkbulletin templates notice '
    is 'zsh: a folder needs no command' "$(zsh_line 'mkbulletin folder --pp')" 'mkbulletin folder --ppi='
    is 'zsh: none of another command' "$(zsh_line 'mkbulletin rules --pp')" 'mkbulletin rules --pp'
    is 'zsh: a rule and its level' "$(zsh_line 'mkbulletin check folder --rule half-width-mark=w')" \
        'mkbulletin check folder --rule half-width-mark=warning '
else
    skip zsh 'there is no zsh'
fi

# Every option of --help is in each of them.
mkb --help --lang=en
options=$(grep -oE -- '^  (-.,|   ) --[a-z-]+' <<<"$out" | grep -oE -- '--[a-z-]+')
for script in bash.sh _mkbulletin fish.fish; do
    missing=
    for option in $options; do
        grep -qE -- "$option|-l ${option#--} " "$script" || missing+=" $option"
    done
    is "every option is in $script" "$missing" ''
done
if command -v shellcheck >/dev/null; then
    ok 'shellcheck' shellcheck -s bash bash.sh
fi

mkb completions --lang=zh
has 'no shell (zh)' "$status $err" '2 错误：没有指明 shell [usage]' 'bash、zsh、fish'
mkb completions tcsh --lang=en
has 'an unknown shell (en)' "$status $err" "2 error: there are no completions for 'tcsh' [usage]" 'bash, zsh, fish'
done_testing
