# Fonts that are meant to hurt, named by --font-path: whatever is in them, a PDF or an error comes of
# it, in bounded time and memory. FONTS= other counts than 24, SEED= others.
. "${0%/*}/survives.sh"
count=${FONTS:-24} seed=${SEED:-1}

# A font with faults that chance has made: in its directory of tables, at the beginning of a table
# or anywhere in one; or it is cut off.
broken() { # FILE SEED
    perl -0777 -e '
        my ($file, $seed) = @ARGV;
        srand $seed;
        open my $in, "<:raw", $file or die "$file: $!";
        my $font = <$in>;
        my @tables = map { [unpack "A4NNN", substr $font, 12 + 16 * $_, 16] }
            0 .. unpack("n", substr $font, 4, 2) - 1;
        # Those that are read: outlines, characters, widths.
        my @read = grep { $_->[0] =~ /^(head|hhea|hmtx|maxp|cmap|loca|glyf|CFF|OS.2|name|GSUB|GPOS|GDEF|post|fpgm|prep)/ } @tables;
        sub change { substr $font, $_[0], 1, chr(rand(2) < 1 ? (0, 255, 127, 128)[rand 4] : rand 256) }
        my $kind = $seed % 6;
        if ($kind == 0) { change(4 + rand 8 + 16 * @tables) for 1 .. 1 + rand 3 }
        elsif ($kind == 5) { $font = substr $font, 0, rand length $font }
        else {
            for (1 .. 1 + rand 6) {
                my ($tag, undef, $at, $length) = @{$read[rand @read]};
                my $reach = $kind < 3 ? 64 : $length;
                change($at + rand($reach < $length ? $reach : $length));
            }
        }
        binmode STDOUT;
        print $font;' "$1" "$2"
}

bulletin in < <(printf '现将2023年的ABC情况通报如下：fi、ffl、AV、é。\n')
mkdir fonts
for ((i = seed; i < seed + count; i++)); do
    rm -f fonts/* out.pdf
    source=LiberationSerif-Regular.ttf
    ((i % 4)) || source=FandolFang-Regular.otf
    broken "$ROOT/fonts/$source" $i >"fonts/$source"
    bounded "$MKBULLETIN" build in --lang=en -o out.pdf --font-path=fonts
    case $status in
    0) verdict+=$(qpdf --check out.pdf 2>&1 >/dev/null) ;;
    1 | 3) verdict+=$(grep -qE '^([^ ].*: )?error: .* \[[a-z0-9-]+\]$' .err || echo 'no message') ;;
    esac
    if [ -z "$verdict" ]; then pass "$source, $i"; else fail "$source, $i" "$verdict"$'\n'"$(head -c 2000 .err)"; fi
done
done_testing
