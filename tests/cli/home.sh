# The program in a folder of its own, from which something can be taken away. Sourced, not run.
home() { # a fresh copy: home/build/mkbulletin with home/templates and home/fonts
    rm -rf home
    mkdir -p home/build home/fonts
    cp "$real" home/build/mkbulletin
    cp -r "$ROOT/templates" home/
    cp "$ROOT/fonts/manifest" home/fonts/
    ln -s "$ROOT"/fonts/*.[ot]t[fc] home/fonts/
}
real=$MKBULLETIN
MKBULLETIN=$T/home/build/mkbulletin
