# Images that are meant to hurt: a clean error or a PDF, in bounded time and memory.
. "${0%/*}/../lib.sh"
readonly SECONDS_LIMIT=20
MEMORY_LIMIT=500000 # kilobytes: 50 Mpixel with alpha are 200,000, which Cairo takes apart once more
ADDRESSES=2000000  # kilobytes that may be asked for, used or not
grep -q __asan_init "$MKBULLETIN" && MEMORY_LIMIT=4000000 ADDRESSES=unlimited

# Builds a bulletin with an image that is standard input; the exit status, and part of the message.
endures() { # NAME STATUS [MESSAGE-PART]
    local name=$1 wanted=$2 part=${3-} used=0 wrong=
    bulletin in <<<'![图](a.png)'
    cat >in/a.png
    (
        ulimit -t $SECONDS_LIMIT -v $ADDRESSES
        if [ -x /usr/bin/time ]; then
            exec /usr/bin/time -q -f %M -o used \
                "$MKBULLETIN" build in --lang=en -o out.pdf >.out 2>.err
        fi
        exec "$MKBULLETIN" build in --lang=en -o out.pdf >.out 2>.err
    )
    status=$?
    [ ! -s used ] || used=$(tail -n 1 used)
    [ "$status" = "$wanted" ] || wrong="status $status instead of $wanted"
    [[ $(<.err) == *"$part"* ]] || wrong+=" no message: $part"
    [ "$used" -le $MEMORY_LIMIT ] || wrong+=" took $used kB"
    [ "$status" != 0 ] || qpdf --check out.pdf >.check 2>&1 || wrong+=$(<.check)
    if [ -z "$wrong" ]; then
        pass "$name"
    else
        fail "$name" "$wrong"$'\n'"$(head -c 2000 .err)"
    fi
    rm -rf in out.pdf used
}

# A transparent black PNG, packed a thousandfold.
png() { # WIDTH HEIGHT INTERLACED
    perl -MCompress::Zlib -e '
        my ($width, $height, $interlaced) = @ARGV;
        sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
        my $deflate = deflateInit(-Level => 9);
        my $data = "";
        # The passes of an interlaced image have some rows and filters more.
        for (1 .. $height * ($interlaced ? 2 : 1)) {
            my ($part) = $deflate->deflate("\0" x (1 + 4 * $width));
            $data .= $part;
        }
        my ($end) = $deflate->flush;
        binmode STDOUT;
        print "\x89PNG\r\n\x1a\n",
            chunk("IHDR", pack("NNCCCCC", $width, $height, 8, 6, 0, 0, $interlaced)),
            chunk("IDAT", $data . $end), chunk("IEND");' "$@"
}

svg() { # CONTENT
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">%s</svg>' "$1"
}

endures 'a PNG of 50 Mpixel' 0 < <(png 7071 7071 0)
endures 'a PNG of more' 1 'has 7072 × 7071 pixels, more than 50 million [limit]' < <(png 7072 7071 0)
endures 'a PNG of 50 Mpixel, interlaced' 0 < <(png 7071 7071 1)
endures 'a PNG of 1 × 32768' 1 'has 1 × 32768 pixels, more than 32767 along a side [limit]' \
    < <(png 1 32768 0)
endures 'a PNG of 1 × 32767' 0 < <(png 1 32767 0)
endures 'text in a PNG that grows a thousandfold' 0 < <(perl -MCompress::Zlib -e '
    sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
    print "\x89PNG\r\n\x1a\n", chunk("IHDR", pack("NNCCCCC", 1, 1, 8, 0, 0, 0, 0)),
        chunk("zTXt", "a\0\0", compress("a" x 50_000_000)),
        chunk("iCCP", "a\0\0", compress("a" x 50_000_000)),
        chunk("IDAT", compress("\0\0")), chunk("IEND");')
endures 'text in a PNG that is longer than the file' 1 'ends too early' < <(perl -MCompress::Zlib -e '
    sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
    print "\x89PNG\r\n\x1a\n", chunk("IHDR", pack("NNCCCCC", 1, 1, 8, 0, 0, 0, 0)),
        pack("N", 0x73524742), "tEXtSoftware\0", "a" x 100;')
endures 'a drawing that is used 2^30 times' 1 'it cannot be drawn (' < <(svg "$(
    echo '<g id="a0"><rect width="1" height="1"/></g>'
    for i in {1..30}; do echo "<g id=\"a$i\"><use href=\"#a$((i - 1))\"/><use href=\"#a$((i - 1))\"/></g>"; done)")
endures 'a drawing that is used in itself' 0 '' \
    < <(svg '<g id="a"><use href="#a"/></g>')
endures 'elements 100,000 deep' 1 '[image-damaged]' \
    < <(svg "$(perl -e 'print "<g>" x 100000, "</g>" x 100000')")
endures 'noise of a million octaves' 1 'takes more than 5 seconds to draw [limit]' < <(svg '
    <filter id="f"><feTurbulence baseFrequency="1" numOctaves="10000000"/></filter>
    <rect filter="url(#f)" width="90" height="90"/>')
endures 'a blur as wide as the moon is far' 0 < <(svg '
    <filter id="f"><feGaussianBlur stdDeviation="384400000"/></filter>
    <rect filter="url(#f)" width="90" height="90"/>')
endures 'a million dashes' 0 \
    < <(svg '<path d="M0 0h1000000" stroke="black" stroke-dasharray="0.0001"/>')
endures 'more shapes than 4 MiB' 1 'is larger than 4 MiB [limit]' \
    < <(svg "$(perl -e 'print "<path d=\"M0 0\"/>" x 300000')")
done_testing
