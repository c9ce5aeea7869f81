# Output is whole or not there: what stands in the way of writing, and what a file is afterwards.
. "${0%/*}/../lib.sh"

bulletin in <<<'正文。'

# Runs a command with a disk of its own at ./disk, which holds old.pdf. The mount ends with it.
on_disk() { # MOUNT-OPTIONS COMMAND
    unshare -m bash -c \
        'mount -t tmpfs -o "$1" tmpfs disk && echo old >disk/old.pdf && eval "$2"' - "$@"
}
mkdir disk
can_mount=
on_disk size=64k true 2>/dev/null && can_mount=1

# After a failed run: exit status, message, old file, nothing beside it.
failed_to_write() { # NAME MESSAGE-PART LEFT
    is "$1: exit status" "$status" 3
    has "$1: message" "$err" "$2"
    is "$1: old file stands, alone" "$left" "$3"
}

mkb build in --lang=en -o nowhere/out.pdf
has 'no such output folder' "$status $err" \
    "3 error: the output folder 'nowhere' does not exist [output-folder]" \
    'hint: make the folder first'
mkb build in --lang=zh -o nowhere/out.pdf
has 'no such output folder (zh)' "$err" '错误：输出文件夹“nowhere”不存在 [output-folder]' '办法：请先建立这个文件夹'
ok 'the folder is not made' [ ! -e nowhere ]

mkdir folder.pdf
mkb build in --lang=en -o folder.pdf
has 'output is a folder' "$status $err" "3 error: 'folder.pdf' is a folder [output-is-folder]"
is 'the folder stays empty' "$(ls -A folder.pdf)" ''

mkb build in --lang=en -o /dev/full
has 'full device' "$status $err" \
    "3 error: cannot write '/dev/full': No space left on device [output-write]"
mkb build in --lang=zh -o /dev/full
has 'full device (zh)' "$err" '错误：无法写入“/dev/full”：磁盘已满 [output-write]'

if [ -n "$can_mount" ]; then
    on_disk size=64k "'$MKBULLETIN' build '$CONTENT' --lang=en -o disk/old.pdf 2>.err
        echo \$? >.status; ls -A disk >.left; cat disk/old.pdf >>.left"
    status=$(cat .status) err=$(cat .err) left=$(cat .left)
    failed_to_write 'full disk' \
        "cannot write 'disk/old.pdf': No space left on device [output-write]" $'old.pdf\nold'
    has 'full disk: hint' "$err" 'hint: the old file is as it was'
    on_disk size=64k "mount -o remount,ro disk
        '$MKBULLETIN' build in --lang=en -o disk/old.pdf 2>.err
        echo \$? >.status; ls -A disk >.left; cat disk/old.pdf >>.left"
    status=$(cat .status) err=$(cat .err) left=$(cat .left)
    failed_to_write 'read-only disk' \
        "cannot write 'disk/old.pdf': Read-only file system [output-write]" $'old.pdf\nold'
else
    skip 'full disk' 'cannot mount here'
    skip 'read-only disk' 'cannot mount here'
fi

if [ "$(id -u)" = 0 ]; then
    skip 'read-only folder' 'root may write there'
else
    mkdir locked && echo old >locked/old.pdf && chmod 555 locked
    mkb build in --lang=en -o locked/old.pdf
    left=$(ls -A locked; cat locked/old.pdf)
    failed_to_write 'read-only folder' "cannot write 'locked/old.pdf': Permission denied" \
        $'old.pdf\nold'
    chmod 755 locked
fi

mkdir limited && echo old >limited/old.pdf
(ulimit -f 8; "$MKBULLETIN" build in --lang=en -o limited/old.pdf >.out 2>.err)
status=$? err=$(cat .err) left=$(ls -A limited; cat limited/old.pdf)
failed_to_write 'limit on file size' \
    "cannot write 'limited/old.pdf': File too large [output-write]" $'old.pdf\nold'

"$MKBULLETIN" build "$CONTENT" --lang=en -o - 2>.err | true
status=${PIPESTATUS[0]}
has 'closed pipe' "$status $(cat .err)" "3 error: cannot write 'stdout': Broken pipe [output-write]"
"$MKBULLETIN" build in --lang=en -o - 2>.err >&-
has 'closed standard output' "$? $(cat .err)" "3 error: cannot write 'stdout': "
"$MKBULLETIN" build in --stop-after=pages --lang=en 2>.err >/dev/full
has 'dump to a full device' "$? $(cat .err)" \
    "3 error: cannot write 'stdout': No space left on device"

mkb build in -o one.pdf
"$MKBULLETIN" build in -o - | cmp - one.pdf >/dev/null
is '-o - writes the same bytes' "${PIPESTATUS[*]}" '0 0'
mkb build in -o /dev/stdout
is '/dev/stdout too' "$(cmp "$T/.out" one.pdf 2>&1)" ''

# --- what the file is afterwards ---

is 'a new file has mode 0666 less the umask' "$(stat -c %a one.pdf)" 644
(umask 077; "$MKBULLETIN" build in -o private.pdf)
is 'under umask 077 too' "$(stat -c %a private.pdf)" 600
chmod 640 one.pdf
mkb build "$CONTENT" -o one.pdf
is 'a replaced file keeps its mode' "$(stat -c %a one.pdf)" 640
mkdir linked && ln -s linked/real.pdf link.pdf
mkb build in -o link.pdf
ok 'a link stays a link' [ -L link.pdf -a -s linked/real.pdf ]
is 'nothing else is left' "$(ls -A linked)" real.pdf

cp in/bulletin.md before.md
mkb build in --lang=en -o in/bulletin.md
is 'a source is not overwritten' "$status $(cmp in/bulletin.md before.md 2>&1)" '2 '
cp in/bulletin.md one.md
ln -s one.md one-link.pdf
mkb build one.md --lang=en -o one-link.pdf
has 'nor through a link' "$status $err" \
    "2 error: output 'one-link.pdf' would replace a source [output-is-source]"
is 'the source stands' "$(cmp one.md before.md 2>&1)" ''

# --- kills and company ---

mkdir killed && mkb build "$CONTENT" -o killed/out.pdf
cp killed/out.pdf whole.pdf
for delay in 0.005 0.02 0.04 0.05 0.06 0.07 0.08 0.1 0.12 0.15; do
    timeout -s KILL $delay "$MKBULLETIN" build "$CONTENT" -o killed/out.pdf
    cmp killed/out.pdf whole.pdf || break
done >.out 2>&1
same_files 'killed at any time, the file is whole' killed/out.pdf whole.pdf
: >killed/.mkbulletin-0123456789abcdef.tmp # as a run leaves it that is killed while it writes
mkb build "$CONTENT" -o killed/out.pdf
is 'the next run leaves nothing behind' "$(ls -A killed)" out.pdf
for delay in 0.02 0.05 0.08 0.1; do
    timeout -s INT $delay "$MKBULLETIN" build "$CONTENT" -o killed/out.pdf
done >.out 2>&1
is 'interrupted, nothing is left behind' "$(ls -A killed)" out.pdf

mkdir shared
for i in 1 2 3 4; do "$MKBULLETIN" build "$CONTENT" -o shared/out.pdf & done
wait
same_files 'of builds side by side one whole file stays' shared/out.pdf whole.pdf
is 'and nothing else' "$(ls -A shared)" out.pdf
done_testing
