# Every file of a bulletin in turn in another encoding, or cut off within a character: told at that
# file, with the old output as it was.
. "${0%/*}/../lib.sh"

cp -r "$ROOT/tests/diff/base" in
echo old >out.pdf
find in -name '*.md' -o -name '*.csv' | LC_ALL=C sort >files

told() { # NAME FILE
    mkb build in --lang=en -o out.pdf
    has "$2: $1" "$status $(cat out.pdf) $(grep -F "$2" .err | head -3)" '1 old ' 'UTF-8'
}

while read -r file; do
    LC_ALL=C grep -q '[^ -~]' "$file" || continue
    cp "$file" kept
    for encoding in GBK GB18030 UTF-16LE UTF-16BE UTF-32 SHIFT-JIS; do
        iconv -c -t "$encoding" <kept >"$file"
        cmp -s kept "$file" || told "$encoding" "$file"
    done
    # Its last character lacks its last byte.
    perl -0777 -ne 's/[\s\x01-\x7f]+\z//; print substr $_, 0, -1' <kept >"$file"
    told 'cut off' "$file"
    cp kept "$file"
done <files
mkb build in --lang=en -o out.pdf
is 'all as it was builds' "$status" 0
done_testing
