# The manual pages in both languages: they name every command and option, and are well-formed.
. "${0%/*}/../lib.sh"

mkb --help --lang=en
options=$(grep -oE -- '^  (-.,|   ) --[a-z-]+' <<<"$out" | grep -oE -- '--[a-z-]+')
commands=$(awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on { print $1 }' <<<"$out")
letters=$(grep -oE -- '^  -.,' <<<"$out" | tr -d ' ,-')
ok 'the help lists options and commands' [ "$(wc -w <<<"$options $commands")" -gt 25 ]
for page in mkbulletin.1 mkbulletin.zh.1; do
    manual=$ROOT/docs/$page missing=
    for option in $options; do
        grep -qE -- "^\.It .*Fl -${option#--}( |$)" "$manual" || missing+=" $option"
    done
    for letter in $letters; do
        grep -qE -- "^\.It .*Fl $letter( |$)" "$manual" || missing+=" -$letter"
    done
    for command in $commands; do
        grep -qE -- "^\.It Cm $command\$" "$manual" || missing+=" $command"
    done
    is "$page tells of all" "$missing" ''
    # What it tells of there is: none that is gone is left behind.
    extra=
    for option in $(grep -oE -- '^\.It Fl .*' "$manual" | grep -oE -- 'Fl -[a-z-]+' | sed 's/Fl -/--/'); do
        grep -qxF -- "$option" <<<"$options" || extra+=" $option"
    done
    is "$page tells of nothing else" "$extra" ''
    if command -v mandoc >/dev/null; then
        is "$page: mandoc" "$(mandoc -T lint -W error "$manual" 2>&1)" ''
    fi
    if command -v man >/dev/null; then
        said=$(man -l --warnings "$manual" 2>&1 >text)
        is "$page: man" "$said" ''
        has "$page is text" "$(cat text)" mkbulletin completions
    fi
done
done_testing
