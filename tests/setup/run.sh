#!/usr/bin/env bash
# shellcheck disable=SC2317 # the cases are called by name
# Tests scripts/setup and fonts/fetch against a machine of fakes: its PATH holds only what is put
# there, its apt-get notes how it was called and serves packages from a folder. Prints TAP.
set -u
cd "$(dirname "$0")/../.." || exit
unset XDG_CACHE_HOME MAKEFLAGS MFLAGS MAKELEVEL

top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT

tools='awk bash cat chmod cp cut df dirname dpkg-deb echo env find grep head ln mkdir mktemp mount
mv rm sed sh sha256sum sleep tar touch tr unshare'

# fake NAME: a command of the machine, its text from stdin.
fake() {
    rm -f "$machine/bin/$1" # which may be a link to the true one
    { echo '#!/bin/sh'; cat; } >"$machine/bin/$1"
    chmod +x "$machine/bin/$1"
}

# A new machine with a clone of the scripts, whose manifest names one font of one package.
new_machine() {
    machine=$top/$1
    clone=$machine/clone
    cache=$machine/home/.cache/mkbulletin/fonts
    log=$machine/log
    mkdir -p "$machine"/{bin,debs,home} "$clone"/{fonts,scripts}
    : >"$log"
    for tool in $tools; do
        ln -s "$(type -P "$tool")" "$machine/bin/$tool" || exit
    done
    cp scripts/setup "$clone/scripts/"
    cp fonts/fetch "$clone/fonts/"
    cp "$top/font.deb" "$machine/debs/"
    printf '# comment\n\n%s a.ttf 0 400 fonts-a OFL-1.1 usr/share/a.ttf A Face\n' "$sum" \
        >"$clone/fonts/manifest"
    echo 0 >"$machine/uid"
    : >"$machine/missing"

    fake id <<EOF
cat '$machine/uid'
EOF
    fake dpkg-query <<EOF
for package; do :; done
! grep -qx "\$package" '$machine/missing' && printf installed
EOF
    fake apt-get <<EOF
echo "apt-get \$*" >>'$log'
echo "frontend \${DEBIAN_FRONTEND-}" >>'$log'
case \$* in
*download*) cp '$machine'/debs/*.deb . ;;
*update*) [ ! -e '$machine/after-update' ] || cp '$machine'/after-update/*.deb '$machine/debs/' ;;
esac
EOF
}

on_machine() {
    env -i HOME="$machine/home" PATH="$machine/bin" "$@" >"$machine/out" 2>&1
}

said() {
    grep -q -e "$1" "$machine/out"
}

asked() {
    grep -q -e "$1" "$log"
}

font_is_right() {
    [ "$(sha256sum <"${1:-$clone/fonts/a.ttf}" 2>/dev/null)" = "$sum  -" ]
}

# Nothing beside what belongs there, hidden files included.
left_over() {
    find "$machine/home" "$clone" \( -name '.fetch*' -o -name '*.deb' \) | grep .
}

number=0
# check NAME COMMAND…: one line of TAP; the machine's last words follow a failure.
check() {
    number=$((number + 1))
    local name=$1
    shift
    if "$@"; then
        echo "ok $number - $name"
    else
        echo "not ok $number - $name"
        sed 's/^/# /' "$machine/out" "$log"
        failed=1
    fi
}
failed=0

# A package of one font, and one in which the font has changed. The font is much larger than its
# package, so that a disk may have room for only one of them.
pack() {
    mkdir -p "$top/pack/DEBIAN" "$top/pack/usr/share"
    printf 'Package: fonts-a\nVersion: 1\nArchitecture: all\nMaintainer: a\nDescription: a\n' \
        >"$top/pack/DEBIAN/control"
    { head -c 200000 /dev/urandom && head -c 800000 /dev/zero && echo "$1"; } \
        >"$top/pack/usr/share/a.ttf"
    dpkg-deb --root-owner-group -b "$top/pack" "$2" >/dev/null || exit
}
pack changed "$top/changed.deb"
pack right "$top/font.deb"
sum=$(sha256sum <"$top/pack/usr/share/a.ttf" | cut -d ' ' -f 1)

# --- scripts/setup ---

nothing_missing() {
    new_machine nothing-missing
    on_machine "$clone/fonts/fetch" && : >"$log" &&
        on_machine "$clone/scripts/setup" && [ ! -s "$machine/out" ] && [ ! -s "$log" ]
}
check 'setup: nothing missing, nothing asked for' nothing_missing

missing_as_root() {
    new_machine root
    printf 'qpdf\nvalgrind\n' >"$machine/missing"
    on_machine "$clone/scripts/setup" && asked '^apt-get .*update' &&
        asked '^apt-get .*install --no-install-recommends qpdf valgrind$' &&
        asked '^frontend noninteractive$' && font_is_right
}
check 'setup: root installs what is missing and no more' missing_as_root

missing_with_sudo() {
    new_machine sudo
    echo qpdf >"$machine/missing"
    echo 1000 >"$machine/uid"
    fake sudo <<EOF
echo "sudo \$*" >>'$log'
"\$@"
EOF
    on_machine "$clone/scripts/setup" && asked '^sudo .*apt-get .*install .* qpdf$' &&
        asked '^frontend noninteractive$'
}
check 'setup: others install through sudo' missing_with_sudo

missing_without_sudo() {
    new_machine no-sudo
    echo qpdf >"$machine/missing"
    echo 1000 >"$machine/uid"
    ! on_machine "$clone/scripts/setup" && [ ! -s "$log" ] &&
        said 'apt-get install --no-install-recommends qpdf$'
}
check 'setup: without root or sudo it says what to run' missing_without_sudo

apt_fails() {
    new_machine apt-fails
    echo qpdf >"$machine/missing"
    echo 'exit 100' | fake apt-get
    ! on_machine "$clone/scripts/setup" && said 'could not install qpdf'
}
check 'setup: a failed installation names the packages' apt_fails

not_debian() {
    new_machine not-debian
    rm "$machine/bin/apt-get" "$machine/bin/dpkg-query"
    ! on_machine "$clone/scripts/setup" && said 'not Debian' && said libcmark-dev
}
check 'setup: elsewhere than on Debian it names what is needed' not_debian

# The compiler comes with the installation, after make has begun.
make_setup_all() {
    new_machine make
    ln -s "$(type -P make)" "$machine/bin/make"
    echo gcc >"$machine/missing"
    cp Makefile "$clone/" && cp scripts/sonames "$clone/scripts/"
    mkdir -p "$clone/src/app" "$clone/src/base"
    echo 'int main(void) { return 0; }' >"$clone/src/app/main.c"
    echo 'extern int nothing;' | tee "$clone/src/app/memory.c" >"$clone/src/base/len.c"
    fake apt-get <<EOF
case \$* in
*download*) cp '$machine'/debs/*.deb . ;;
*install*) sleep 0.2 && ln -s /usr/bin/cc /usr/bin/as /usr/bin/ld /usr/bin/ar \
    /usr/bin/pkg-config /usr/bin/readelf '$machine/bin/' ;;
esac
EOF
    on_machine make -j4 -C "$clone" setup all && [ -x "$clone/build/mkbulletin" ]
}
check 'make setup all: nothing is built before setup is done' make_setup_all

# --- fonts/fetch ---

fetch_into_empty_cache() {
    new_machine fetch
    on_machine "$clone/fonts/fetch" && font_is_right && font_is_right "$cache/a.ttf" && ! left_over
}
check 'fetch: from the package into cache and clone' fetch_into_empty_cache

fetch_again() {
    : >"$log"
    on_machine "$clone/fonts/fetch" && [ ! -s "$log" ] && [ ! -s "$machine/out" ] &&
        on_machine "$clone/fonts/fetch" --check
}
check 'fetch: a second time does nothing' fetch_again

fetch_from_cache() {
    rm "$clone/fonts/a.ttf" "$machine/bin/apt-get"
    on_machine "$clone/fonts/fetch" && font_is_right && ! left_over
}
check 'fetch: another clone needs no apt-get' fetch_from_cache

other_disk() {
    new_machine other-disk
    echo 'exit 1' | fake ln
    on_machine "$clone/fonts/fetch" && font_is_right && font_is_right "$cache/a.ttf" && ! left_over
}
check 'fetch: where the cache cannot be linked to it is copied' other_disk

# cached TEXT: what the cache gave must have been fetched anew.
cached() {
    mkdir -p "$cache"
    printf '%s' "$1" >"$cache/a.ttf"
    on_machine "$clone/fonts/fetch" && asked download && font_is_right &&
        font_is_right "$cache/a.ttf" && ! left_over
}
new_machine wrong-cache
check 'fetch: a wrong file in the cache is replaced' cached 'not a font'
new_machine empty-cache
check 'fetch: an empty file in the cache is replaced' cached ''

wrong_in_clone() {
    new_machine wrong-clone
    echo old >"$clone/fonts/a.ttf"
    ! on_machine "$clone/fonts/fetch" --check && said "expected was $sum" &&
        on_machine "$clone/fonts/fetch" && font_is_right
}
check 'fetch: a wrong file in the clone is told of, then replaced' wrong_in_clone

no_network() {
    new_machine no-network
    echo 'exit 100' | fake apt-get
    ! on_machine "$clone/fonts/fetch" && said 'cannot download the package fonts-a' &&
        said 'check the network' && [ ! -e "$clone/fonts/a.ttf" ] && ! left_over
}
check 'fetch: an unreachable mirror is told of, nothing is left' no_network

no_lists() {
    new_machine no-lists
    mv "$machine/debs" "$machine/after-update"
    mkdir "$machine/debs"
    on_machine "$clone/fonts/fetch" && asked update && font_is_right
}
check 'fetch: missing package lists are fetched first' no_lists

changed_package() {
    new_machine changed
    cp "$top/changed.deb" "$machine/debs/font.deb"
    echo old >"$clone/fonts/a.ttf"
    ! on_machine "$clone/fonts/fetch" && said 'a.ttf in the package fonts-a' &&
        said "expected was $sum" && [ "$(cat "$clone/fonts/a.ttf")" = old ] &&
        [ ! -e "$cache/a.ttf" ] && ! left_over
}
check 'fetch: a changed package is refused, the old file kept' changed_package

no_home() {
    new_machine no-home
    on_machine env -u HOME "$clone/fonts/fetch" && font_is_right && [ ! -e "$cache" ] && ! left_over
}
check 'fetch: no HOME, no cache' no_home

interrupted() {
    new_machine interrupted
    echo 'touch started; sleep 1' | fake apt-get
    env -i HOME="$machine/home" PATH="$machine/bin" "$clone/fonts/fetch" >"$machine/out" 2>&1 &
    for _ in {1..100}; do
        [ ! -e "$(echo "$cache"/.fetch.*/started)" ] || break
        sleep 0.05
    done
    kill -TERM $!
    ! wait $! && ! left_over
}
check 'fetch: interrupted, it leaves nothing' interrupted

killed() {
    new_machine killed
    mkdir -p "$cache/.fetch.killed"
    touch -d '3 days ago' "$cache/.fetch.killed"
    on_machine "$clone/fonts/fetch" && font_is_right && ! left_over
}
check 'fetch: what a killed run left is removed' killed

# full SIZE: of the disk that holds the cache.
full() {
    new_machine "full-$1"
    # shellcheck disable=SC2016 # for the inner shell
    ! on_machine unshare -rm sh -c 'mount -t tmpfs -o "size=$1" none "$2" && "$3"; code=$?
        find "$2" -type f | grep . ; exit $code' sh "$1" "$machine/home" "$clone/fonts/fetch" &&
        said 'MB are free' && said 'run fonts/fetch again' && ! said "^$machine/home/" &&
        [ ! -e "$clone/fonts/a.ttf" ]
}
if unshare -rm mount -t tmpfs none "$top" 2>/dev/null; then
    check 'fetch: no room for the package' full 100k
    check 'fetch: no room for the font' full 600k
else
    for what in package font; do
        echo "ok $((number += 1)) - fetch: no room for the $what # SKIP no tmpfs to be had"
    done
fi

echo "1..$number"
exit "$failed"
