# The same source gives the same bytes: no clock, locale, time zone, home or order of files counts.
. "${0%/*}/../lib.sh"

# --- five environments ---

# Outputs of a bulletin; those of several files have a number in their name.
readonly OUTPUTS='pdf png svg html txt'
output_file() { # OUTPUT
    case $1 in
    png | svg) echo "out-%02d.$1" ;;
    *) echo "out.$1" ;;
    esac
}

# The same tree, its files made in the other order, with other times.
copy_backwards() { # FROM TO
    (cd "$1" && find . -type d) | while read -r folder; do mkdir -p "$2/$folder"; done
    (cd "$1" && find . -type f) | sort -r | while read -r file; do
        cp "$1/$file" "$2/$file" && touch -d '2001-02-03 04:05:06' "$2/$file"
    done
}

# Folders that give their files in the other order.
cat >backwards.c <<'C'
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
static DIR *last;
static struct dirent entries[4096];
static int left;
static struct dirent *read_backwards(DIR *dir)
{
    struct dirent *(*next)(DIR *) = (struct dirent * (*) (DIR *) ) dlsym(RTLD_NEXT, "readdir64");
    struct dirent *entry;
    if (dir != last) {
        for (last = dir, left = 0; left < 4096 && (entry = next(dir)); left++)
            entries[left] = *entry;
    }
    if (left > 0)
        return &entries[--left];
    last = 0;
    return 0;
}
struct dirent *readdir(DIR *dir) { return read_backwards(dir); }
struct dirent64 *readdir64(DIR *dir) { return (struct dirent64 *) read_backwards(dir); }
C
backwards=
if [ -z "${ASAN_OPTIONS-}" ] && cc -shared -fPIC -o backwards.so backwards.c -ldl 2>cc.err; then
    backwards=$T/backwards.so
    mkdir order && touch order/a order/b order/c
    is 'folders can be read backwards' "$(env LD_PRELOAD="$backwards" ls -U order | tr '\n' ' ')" \
        "$(ls -U order | tac | tr '\n' ' ')"
else
    skip 'folders can be read backwards' 'no compiler, or sanitizers'
fi

# A home with fonts that have the names of ours: their em is half as large again, so that one glyph
# of theirs would be seen.
other_fonts() { # HOME
    mkdir -p "$1/.fonts" "$1/.local/share/fonts"
    for font in FandolFang-Regular.otf FandolKai-Regular.otf LiberationSerif-Regular.ttf; do
        perl -0777 -pe '
            my ($count) = unpack "x4 n", $_;
            for my $i (0 .. $count - 1) {
                my ($tag, undef, $offset) = unpack "a4 N N", substr($_, 12 + 16 * $i, 16);
                next unless $tag eq "head";
                my $em = unpack "n", substr($_, $offset + 18, 2);
                substr($_, $offset + 18, 2) = pack "n", $em * 3 / 2;
            }' "$ROOT/fonts/$font" | tee "$1/.fonts/$font" >"$1/.local/share/fonts/$font"
    done
}
mkdir empty full
other_fonts "$T/full"
if command -v fc-match >/dev/null; then # which also fills its cache
    has 'the user’s own font goes before all others' \
        "$(env HOME="$T/full" fc-match -f '%{file}' FandolFang)" "$T/full/"
else
    skip 'the user’s own font goes before all others' 'no fc-match'
fi

keep=(PATH="$PATH" ASAN_OPTIONS="${ASAN_OPTIONS-}" LSAN_OPTIONS="${LSAN_OPTIONS-}")
environment() { # NAME COMMAND…
    local name=$1
    shift
    case $name in
    plain) "$@" ;;
    shanghai) # a new user there
        (umask 077
         env -u LC_ALL TZ=Asia/Shanghai LANG=zh_CN.UTF-8 HOME="$T/empty" XDG_CACHE_HOME="$T/empty" "$@") ;;
    bare) env -i "${keep[@]}" FONTCONFIG_FILE=/dev/null TZ=:nowhere "$@" ;;
    backwards) env LC_ALL=en_US.UTF-8 TZ=America/New_York ${backwards:+LD_PRELOAD="$backwards"} "$@" ;;
    fonts) # and what libraries listen to
        env HOME="$T/full" FREETYPE_PROPERTIES='cff:no-stem-darkening=0' HB_SHAPER_LIST=fallback \
            PANGO_LANGUAGE=ja ICU_DATA=/nowhere LC_ALL=C "$@" ;;
    esac
}

all_outputs() { # ENVIRONMENT SOURCE: one hash for each output
    local output
    mkdir -p "$T/made"
    for output in $OUTPUTS; do
        rm -rf "$T/made"/*
        environment "$1" "$MKBULLETIN" build "$2" -q -o "$T/made/$(output_file "$output")" $(
            [ "$output" != png ] || echo --ppi=36) || echo "status $?"
        (cd "$T/made" && echo "$output $(ls | wc -l) $(cat ./* | sha256sum)")
    done
}

same_everywhere() { # NAME SOURCE
    local wanted environment source=$2
    wanted=$(cd / && all_outputs plain "$source")
    is "$1: outputs" "$(sed 's/ [1-9].*//' <<<"$wanted" | tr '\n' ' ')" "$OUTPUTS "
    for environment in shanghai bare fonts; do
        is "$1: $environment" "$(all_outputs "$environment" "$source" 2>&1)" "$wanted"
    done
    if [ -d "$source" ]; then
        copy_backwards "$source" "$T/copy"
        source=$T/copy
    fi
    is "$1: backwards" "$(all_outputs backwards "$source" 2>&1)" "$wanted"
    rm -rf "$T/copy"
}

same_everywhere content "$CONTENT"
for example in "$ROOT"/docs/examples/*/; do
    same_everywhere "$(basename "$example")" "${example%/}"
done
for case in rare/rare.md figures tables; do
    [ -e "$ROOT/tests/cases/$case" ] || continue
    [ -d "$ROOT/tests/cases/$case/content" ] && case+=/content
    same_everywhere "$case" "$ROOT/tests/cases/$case"
done

is 'no cache or anything else is written into a home' "$(ls -A empty)" ''

# --- the clock ---

dates() { pdfinfo -isodates "$1" | grep -E '^(CreationDate|ModDate)' | tr -s ' ' | tr '\n' ' '; }
mkb build "$CONTENT" -o own.pdf
sleep 1.1
mkb build "$CONTENT" -o later.pdf
same_files 'later' own.pdf later.pdf
SOURCE_DATE_EPOCH=1700000000 "$MKBULLETIN" build "$CONTENT" -o epoch.pdf
SOURCE_DATE_EPOCH=1700000000 TZ=Asia/Shanghai "$MKBULLETIN" build "$CONTENT" -o epoch-shanghai.pdf
is 'the dates are the bulletin’s own' "$(dates own.pdf)" \
    'CreationDate: 2023-09-15T00:00:00Z ModDate: 2023-09-15T00:00:00Z '
is 'or those of SOURCE_DATE_EPOCH' "$(dates epoch.pdf)" \
    'CreationDate: 2023-11-14T22:13:20Z ModDate: 2023-11-14T22:13:20Z '
same_files 'in any time zone' epoch.pdf epoch-shanghai.pdf
for pdf in own epoch; do # the ID is a digest of the rest
    qpdf --qdf --object-streams=disable $pdf.pdf - |
        LC_ALL=C sed -E 's/D:[0-9]{14}Z|(Create|Modify)Date>[^<]*/DATE/g; s/^  \/ID \[.*/ID/' >$pdf.undated
done
has 'the dates can be found' "$(tr -d '\0' <own.undated)" DATE
same_files 'nothing but the dates differs' own.undated epoch.undated
SOURCE_DATE_EPOCH=yesterday "$MKBULLETIN" build "$CONTENT" -o bad.pdf 2>/dev/null
is 'a SOURCE_DATE_EPOCH that is no number is refused' "$?" 2

ok 'no path of this machine stands in the PDF' \
    bash -c '! qpdf --qdf --object-streams=disable own.pdf - | grep -aF -e "$1" -e "$2"' \
    - "$ROOT" "$T"
done_testing
