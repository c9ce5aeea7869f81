# Where an output cannot be: disks that are full to the byte, limits, folders of others, and what an
# output may be instead of a file. The old file stands as it was, and alone.
. "${0%/*}/../lib.sh"

bulletin in <<<'正文。'
echo old >old.txt
mkb build in -o good.pdf
size=$(stat -c %s good.pdf)

# Runs a script with a disk of its own at ./disk; as a user that may mount in a namespace of his own.
on_disk() { # MOUNT-OPTIONS SCRIPT
    unshare ${as_root:+-r} -m bash -c \
        'mount -t tmpfs -o "$1" tmpfs disk && shift && eval "$1"' - "$@"
}
mkdir disk
can_mount='' as_root=''
for as_root in '' 1; do
    on_disk size=64k true 2>/dev/null && { can_mount=1; break; }
done

# --- a full disk ---

# A disk of tmpfs has whole pages, and keeps one for the old file.
pages() { echo $((($1 + 4095) / 4096)); }

full_disk() { # NAME PAGES-OF-DISK COMMAND…
    local name=$1 blocks=$2
    shift 2
    if [ -z "$can_mount" ]; then
        skip "$name" 'cannot mount here'
        return
    fi
    on_disk "size=$((blocks * 4))k" 'cp old.txt disk/old.pdf
        '"$*"' >.out 2>.err; echo $? >.status; ls -A disk >.left; cat disk/old.pdf >>.left'
    is "$name: status, old file, alone" "$(cat .status .left)" $'3\nold.pdf\nold'
    has "$name: message" "$(cat .err)" 'No space left on device [output-write]'
}

needs=$(pages "$size")
build="'$MKBULLETIN' build in --lang=en -o disk/old.pdf"
full_disk 'a disk of 8 KiB' 2 "$build"
full_disk 'a disk of one page less than needed' "$needs" "$build"
full_disk 'a page of a picture less' 5 "'$MKBULLETIN' build in --lang=en -o disk/%d.png"
full_disk 'no room for the second file' $((needs + 1)) "$build --deps disk/old.d"
if [ -n "$can_mount" ]; then
    on_disk "size=$(((needs + 1) * 4))k" "cp old.txt disk/old.pdf; $build; echo \$? >.status
        cmp disk/old.pdf good.pdf >>.status 2>&1; ls -A disk >>.status"
    is 'on a disk that is just large enough it is written' "$(cat .status)" $'0\nold.pdf'
    on_disk "size=$(((needs + 1) * 4))k,nr_inodes=2" "cp old.txt disk/old.pdf; $build 2>.err
        echo \$? >.status; ls -A disk >>.status; cat disk/old.pdf >>.status"
    is 'no inode is left' "$(cat .status)" $'3\nold.pdf\nold'
    on_disk size=8k "TMPDIR=disk; export TMPDIR; cp -r in disk/in 2>/dev/null
        git init -q repo && cp in/bulletin.md repo && dd if=/dev/zero of=disk/filling bs=4096 2>/dev/null
        git -C repo add -A && git -C repo -c user.name=n -c user.email=e@example.org commit -qm one
        '$MKBULLETIN' diff repo --git HEAD --lang=en 2>.err; echo \$? >.status; ls -A disk >>.status"
    has 'no room for a revision' "$(cat .status .err)" $'3\n' 'cannot write the temporary file'
    is 'no room for a revision: nothing is left' "$(grep -c mkbulletin .status)" 0
    on_disk size=64k "mkdir disk/in && cp in/bulletin.md disk/in && cp old.txt disk/old.pdf
        sed -i 's/正文。/正文,一/' disk/in/bulletin.md && cp disk/in/bulletin.md before.md
        dd if=/dev/zero of=disk/filling bs=4096 2>/dev/null
        '$MKBULLETIN' check disk/in --fix --lang=en >.out 2>.err; echo \$? >.status
        cmp disk/in/bulletin.md before.md >>.status 2>&1; ls -A disk/in >>.status"
    is 'no room for mended sources' "$(cat .status)" $'3\nbulletin.md'
else
    skip 'disks of a size' 'cannot mount here'
fi

# --- /dev/full, limits ---

for command in 'build in -o -' 'build in -o - --stats' 'build in --stop-after=lines' 'check in --format=json' 'diff in in' 'templates' 'templates notice' 'rules' 'schema' \
    'completions bash' 'fonts in' '--version' '--help' 'help build' 'doctor'; do
    # shellcheck disable=SC2086
    "$MKBULLETIN" $command --lang=en >/dev/full 2>.err
    is "full standard output: $command" "$? $(grep -c "write 'stdout'" .err)" '3 1'
done
"$MKBULLETIN" build in in/bulletin.md -o many/ --stats --lang=en >/dev/full 2>.err
has 'full standard output: several' "$? $(cat .err)" "3 " "cannot write 'stdout'"
for size_limit in 0 1 4; do
    mkdir -p limited && cp old.txt limited/old.pdf
    (ulimit -f $size_limit; exec "$MKBULLETIN" build in --lang=en -o limited/old.pdf >/dev/null 2>&1)
    is "files of $size_limit KiB: status, old file" "$? $(ls -A limited) $(cat limited/old.pdf)" \
        '3 old.pdf old'
done
(ulimit -n 8; exec "$MKBULLETIN" build in -o limited/old.pdf >.out 2>.err)
code=$?
case $code in
0) same_files 'few descriptors' limited/old.pdf good.pdf ;;
*) is 'few descriptors' "$code $(cat limited/old.pdf)" '3 old' ;;
esac

# --- another's folder ---

if [ "$(id -u)" = 0 ] && setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$MKBULLETIN" &&
    chmod 755 "$T" && setpriv --reuid 65534 --regid 65534 --clear-groups test -r "$T/in/bulletin.md"; then
    mkdir -m 755 others && cp old.txt others/old.pdf && chmod 666 others/old.pdf
    as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$MKBULLETIN" "$@" 2>.err >.out; }
    as_nobody build in --lang=en -o others/old.pdf
    has "a folder of another's" "$? $(ls -A others) $(cat others/old.pdf .err)" \
        '3 old.pdf old' 'Permission denied [output-write]'
    mkdir -m 777 ours && cp old.txt ours/old.pdf && chmod 444 ours/old.pdf
    as_nobody build in --lang=en -o ours/old.pdf
    has 'a file that is read-only' "$? $(ls -A ours) $(cat ours/old.pdf .err)" \
        '3 old.pdf old' 'Permission denied [output-write]'
    as_nobody init others/new --lang=en
    has "init in a folder of another's" "$? $(ls -A others) $(cat .err)" '3 old.pdf ' '[make-folder]'
    chmod 1777 ours && cp old.txt ours/sticky.pdf && chmod 666 ours/sticky.pdf
    as_nobody build in --lang=en -o ours/sticky.pdf
    has "another's file in a folder for all" "$? $(cat ours/sticky.pdf .err)" '3 old' 'not permitted'
    is 'and nothing is left' "$(ls -A ours | tr '\n' ' ')" 'old.pdf sticky.pdf '
else
    skip "a folder of another's" 'needs root and setpriv'
fi

# --- not a file, or an input ---

mkfifo pipe.pdf
cat pipe.pdf >from-pipe.pdf &
mkb build in -o pipe.pdf
wait
same_files 'a FIFO gets the bytes' from-pipe.pdf good.pdf
ok 'and stays a FIFO' [ -p pipe.pdf ]
mkb build in -o /dev/null
is 'a device' "$status" 0
ok 'stays a device' [ -c /dev/null ]
ln -s nowhere/deep.pdf dangling.pdf
mkb build in --lang=en -o dangling.pdf
has 'a link into a folder that is not there' "$status $err" '3 ' "nowhere' does not exist"
ln -s loop.pdf loop.pdf
mkb build in --lang=en -o loop.pdf
has 'a link to itself' "$status $err" '3 ' 'symbolic links'
mkdir -p sub && ln -s ../good-too.pdf sub/link.pdf && cp old.txt good-too.pdf
mkb build in -o sub/link.pdf
is 'a link keeps leading there' "$(readlink sub/link.pdf) $(cmp good-too.pdf good.pdf 2>&1)" \
    '../good-too.pdf '

# What a bulletin is made of, each as its own output: by a link, since its name is another's.
spared() { # NAME FILE COMMAND…
    local name=$1 file before
    file=$(realpath "$2")
    shift 2
    before=$(sha256sum <"$file")
    ln -sf "$file" link-to-input.pdf
    mkb "$@" -o link-to-input.pdf --lang=en
    is "$name is not overwritten" "$status $(sha256sum <"$file")" "2 $before"
    has "$name: message" "$err" '[output-is-source]'
}
first() { find "$1" -name "$2" | sort | head -n 1; }
cp -r "$ROOT/tests/cases/figures/content" pictures
spared 'a source' pictures/bulletin.md build pictures
spared 'an image' pictures/现场.svg build pictures
spared 'an image in a folder' 'pictures/1-first/images/a b.svg' build pictures
cp -r "$ROOT/tests/cases/csv" csv
spared 'a table' "$(first csv '*.csv')" build "$(dirname "$(first csv bulletin.md)")"
mkdir mine && printf 'name: own\nextends: notice\n' >mine/own.yaml
spared 'a template' mine/own.yaml build in --template own --template-path mine
mkdir faces && cp "$ROOT"/fonts/FandolFang-Regular.otf faces/
spared 'a font' faces/FandolFang-Regular.otf build in --font-path faces
cp -r in with-words
printf '禁用: [有关部门]\n' >with-words/vocabulary.yaml
spared 'a vocabulary' with-words/vocabulary.yaml build with-words
printf '严格: 否\n' >with-words/.mkbulletin.yaml
spared 'the settings of check' with-words/.mkbulletin.yaml build with-words
spared 'the older of two' in/bulletin.md diff in with-words
spared 'the template of an export' mine/own.yaml export in --as json --template own --template-path mine
done_testing
