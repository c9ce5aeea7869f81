# Measuring a PDF in millimetres; sourced after lib.sh.

NEAR=0.15                                 # mm; what is off by 0.2 is seen, at 300 dpi
PITCH='((225 - 156 / 28) / 21)'           # 行
CELL='(156 / 28)'                         # 字
WHITE="($PITCH - $CELL)"                  # between two lines, 7/8 of a character
BLANK2="($WHITE + 2 * $PITCH)"            # two blank lines, from edge to edge

calc() { perl -e "printf '%.3f', $*"; }

at() { # NAME GOT WANTED: two expressions in mm
    local got wanted
    got=$(calc "$2") wanted=$(calc "$3")
    if perl -e "exit(abs($got - $wanted) > $NEAR ? 1 : 0)"; then
        pass "$1"
    else
        fail "$1" "stands at $got mm, wanted $wanted"
    fi
}

# Sets a bulletin: its keys, and its text on standard input. What is said about it, notes among it,
# is $err.
set_pdf() { # NAME KEYS
    mkdir -p "$1"
    { printf -- '---\n%s\n---\n' "$2"; cat; } >"$1/bulletin.md"
    mkb build "$1" --strict --lang=en -o "$1.pdf"
    mutool draw -q -F stext -o "$1.stext" "$1.pdf" 2>/dev/null
}

put() { # NAME KEYS: the same, without a word
    set_pdf "$@"
    is "$1 builds without a word" "$status $err" '0 '
}

# Where a text stands: $left $top $right $bottom of its em boxes, $size, $color, $font.
find_text() { # NAME PAGE TEXT
    read -r left top right bottom size color font \
        < <(perl "$ROOT/tests/pdf/box.pl" "$1.stext" "$2" "$3") ||
        fail "$1 has “$3” on page $2"
}

# The red of a page, or of what stands there between two places in mm from the left: $red has a line
# for each band, from the top.
find_red() { # NAME PAGE [FROM TO]
    mutool draw -q -r 300 -c cmyk -F pam -o red.pam "$1.pdf" "$2" 2>/dev/null
    red=$(perl "$ROOT/tests/pdf/red.pl" 300 red.pam "${@:3}")
}

band() { # NUMBER: its $left $top $right $bottom
    read -r left top right bottom < <(sed -n "$1p" <<<"$red")
}

# The rules of a page: $rules has a line for each, from the top.
find_rules() { # NAME PAGE
    pdftoppm -r 600 -gray -f "$2" -l "$2" -singlefile "$1.pdf" rules
    rules=$(perl "$ROOT/tests/pdf/rules.pl" 600 rules.pgm)
}

rule() { # NUMBER: its $left $top $right $bottom
    read -r left top right bottom < <(sed -n "$1p" <<<"$rules")
}
