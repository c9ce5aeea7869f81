# Cases of comparisons: NAME.txt says of what (`base:`, a folder or file here or in the repository)
# the old and the new bulletin are made, by which `edit:` in shell; below `---` stand the changes
# that are expected, as diff.pl prints them. Sourced, not run.

# Makes old/ and new/ of a case; $old and $new are what is compared.
make_case() { # FILE
    local base edit
    base=$(sed -n 's/^base: //p' "$1")
    edit=$(sed -n 's/^edit: //p' "$1")
    rm -rf old new
    [ -e "$ROOT/tests/diff/$base" ] && base=tests/diff/$base
    if [ -d "$ROOT/$base" ]; then
        cp -r "$ROOT/$base" old
        old=old new=new
    else
        mkdir old
        cp "$ROOT/$base" old/
        old=old/$(basename "$base") new=new/$(basename "$base")
    fi
    cp -r old new
    (cd new && eval "$edit")
}

words() { # COMMAND FILE SIDE
    perl "$ROOT/tests/diff/diff.pl" "$@"
}

# The redline of a case conforms, and without the words of one ink is the other bulletin. In a font
# that is cut for both, the same characters on the pages: of what was moved the ink is one.
redline_is_both() { # NAME
    local name=$1
    make_case "$ROOT/tests/diff/$name.txt"
    mkb diff "$old" "$new" -q -o both.pdf
    is "$name: status" "$status$err" 1
    is "$name: conforms" "$(perl "$ROOT/tests/pdf/conform.pl" both.pdf 2>&1)" ''
    mkb build "$old" -q -o old.pdf
    mkb build "$new" -q -o new.pdf
    is "$name: without what is gone it is the new text" "$(words pdf both.pdf new)" \
        "$(words pdf new.pdf all)"
    is "$name: without what is new it is the old text" "$(words pdf both.pdf old)" \
        "$(words pdf old.pdf words)"
}
