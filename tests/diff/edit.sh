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
