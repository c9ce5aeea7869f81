# A FIFO, a socket or a device in place of a file: it is refused, and nothing waits for it.
. "${0%/*}/../lib.sh"

# Two seconds are enough for each of these; a machine with much else to do gets a second chance.
at_once() { # ARGUMENT…
    timeout 2 "$MKBULLETIN" "$@" >.out 2>.err
    status=$?
    [ $status -ne 124 ] || { timeout 20 "$MKBULLETIN" "$@" >.out 2>.err; status=$?; }
    err=$(cat .out .err)
}

bulletin plain <<<'正文。'
fresh() {
    rm -rf in && cp -r plain in
}

waits_not() { # NAME PLACE WANTED -- ARGUMENT…: of the FIFO the message is the wanted one
    local name=$1 place=$2 wanted=$3
    shift 4
    mkfifo "$place"
    at_once "$@" --lang=en
    has "a FIFO as $name" "$status $err" "1 " "$wanted"
    rm "$place"
}

fresh
waits_not 'a source' in/1.md "'in/1.md' is not a regular file" -- build in -o out.pdf
waits_not 'the settings' in/.mkbulletin.yaml "'in/.mkbulletin.yaml' is not a regular file" -- check in
waits_not 'the vocabulary' in/vocabulary.yaml "'in/vocabulary.yaml' is not a regular file" -- \
    build in -o out.pdf
echo 'vocabulary: words' >in/.mkbulletin.yaml
waits_not 'a vocabulary that the settings name' in/words "'in/words' is not a regular file" -- check in
fresh && printf '\n![图](a.png)\n' >>in/bulletin.md
waits_not 'an image' in/a.png "'a.png' is not a regular file" -- build in -o out.pdf
fresh && mkdir in/annexes && printf -- '---\ncsv: a.csv\n---\n# 表\n' >in/annexes/1.md
waits_not 'a table' in/annexes/a.csv 'a.csv' -- build in -o out.pdf
fresh && mkdir in/templates && sed -i '2i template: own' in/bulletin.md
waits_not 'a template' in/templates/own.yaml "there is no template 'own'" -- build in -o out.pdf
waits_not 'the source of --fix' in/1.md "'in/1.md' is not a regular file" -- check in --fix

fresh && mkdir faces && mkfifo faces/a.otf
at_once build in -o out.html
is 'FIFO among fonts: HTML' "$status$err" 0
at_once build in -o out.pdf --font-path faces
is 'a FIFO among fonts is no font' "$status$err" 0
at_once fonts in --font-path faces
is 'nor to the command fonts' "$status" 0

fresh
perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "in/1.md", Listen => 1) or die'
at_once build in -o out.pdf --lang=en
has 'a socket as a source' "$status $err" '1 ' "'in/1.md' is not a regular file"
if mknod in/2.md c 1 5 2>/dev/null; then # /dev/zero has no end
    at_once build in -o out.pdf --lang=en
    has 'a device as a source' "$status $err" '1 ' "'in/2.md' is not a regular file"
else
    skip 'a device as a source' 'only root makes devices'
fi
ln -s /dev/zero in/3.md
at_once build in -o out.pdf --lang=en
has 'a link to a device' "$status $err" '1 ' "'in/3.md' leads out of the folder and is not read"
done_testing
