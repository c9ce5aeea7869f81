package Ink;

# Where text stands, and where there is ink: the characters that MuPDF finds, and the pixels that
# poppler paints. Faults are lists of "rule: what is wrong".
use v5.36;
use utf8;

my $PPI = 100;
my $MM = $PPI / 25.4;
my ($ASCENT, $DESCENT) = (0.88, 0.12);    # of the em box about the baseline
my %NAMED = (amp => '&', lt => '<', gt => '>', quot => '"', apos => "'");
my $SLACK = 0.6;    # millimetres that ink may reach out, with what antialiasing adds

# ---- what there is ----

# The characters of each page, {c, x, y, size, advance, up}: origin in points, and whether the line
# goes up the page.
sub read_characters ($text) {
    my ($size, $up, @pages) = (0, 0);
    for (split /\n/, $text) {
        if (/<char quad="(\S+) (\S+) (\S+) (\S+) \S+ \S+ \S+ \S+" x="(\S+)" y="(\S+)".* c="(.*)"/) {
            my ($advance, $x, $y, $c) = ($up ? abs($4 - $2) : abs($3 - $1), $5, $6, $7);
            $c =~ s/^&(\w+);$/$NAMED{$1}/ or $c = chr hex $1 if $c =~ /^&(?:#x([0-9a-f]+)|\w+);$/i;
            next if $c =~ /^[\s\x{a0}\x{3000}]*$/;
            push @{$pages[-1]}, {c => $c, x => $x, y => $y, size => $size, advance => $advance, up => $up};
        } elsif (/<font name="[^"]*" size="([\d.]+)"/) { $size = $1 }
        elsif (/<line .*dir="(\S+)/) { $up = abs $1 < 0.5 }
        elsif (/<page /) { push @pages, [] }
    }
    return @pages;
}

# The rows of grey of each page, of what pdftoppm -gray wrote.
sub _read_pixels ($all) {
    my (@pages, $at);
    $at = 0;
    while ($at < length $$all) {
        substr($$all, $at, 40) =~ /^P5\n(\d+) (\d+)\n255\n/ or die "pdftoppm made no picture\n";
        $at += $+[0];
        push @pages, {width => $1, height => $2, at => $at, all => $all};
        $at += $1 * $2;
    }
    return @pages;
}

# The first row of a box, in pixels, that has ink.
sub _inked ($page, $left, $top, $right, $bottom) {
    for ($left, $top) { $_ = $_ < 0 ? 0 : int $_ }
    $right = $page->{width} if $right > $page->{width};
    $bottom = $page->{height} if $bottom > $page->{height};
    my $width = int($right + 0.999) - $left;
    return undef if $width <= 0;
    for my $y ($top .. int($bottom + 0.999) - 1) {
        return $y if substr(${$page->{all}}, $page->{at} + $y * $page->{width} + $left, $width) =~ /[^\xF8-\xFF]/;
    }
    return undef;
}

# ---- the rules ----

# The em box of a character, in points.
sub _box ($c) {
    return ($c->{x} - $ASCENT * $c->{size}, $c->{y} - $c->{advance}, $c->{x} + $DESCENT * $c->{size}, $c->{y}) if $c->{up};
    return ($c->{x}, $c->{y} - $ASCENT * $c->{size}, $c->{x} + $c->{advance}, $c->{y} + $DESCENT * $c->{size});
}

# Every character leaves ink, in its box or right below; but for what MuPDF makes of one glyph.
sub _blank_characters ($number, $page, $characters) {
    my @faults;
    for my $c (grep { $_->{c} !~ /\p{M}/ && $_->{advance} > 0.05 * $_->{size} } @$characters) {
        my ($left, $top, $right, $bottom) = map { $_ * $PPI / 72 } _box($c);
        push @faults, sprintf 'ink: none of %s (U+%04X) on page %d at %.1f, %.1f', $c->{c}, ord $c->{c}, $number, $c->{x}, $c->{y}
            if !defined _inked($page, $left, $top, $right, $bottom + 2);
    }
    return @faults;
}

# What is free at this height, from left to right.
sub _free ($middle, @boxes) {
    my ($at, @free) = 0;
    for my $box (sort { $a->[0] <=> $b->[0] } grep { $_->[1] - $SLACK <= $middle && $_->[3] + $SLACK >= $middle } @boxes) {
        push @free, [$at, $box->[0] - $SLACK] if $box->[0] - $SLACK > $at;
        $at = $box->[2] + $SLACK if $box->[2] + $SLACK > $at;
    }
    return (@free, [$at, 210]);
}

# Beside these boxes, in millimetres, a page is white.
sub _ink_outside ($number, $page, @boxes) {
    my @faults;
    my @cuts = sort { $a <=> $b } 0, 297, map { ($_->[1] - $SLACK, $_->[3] + $SLACK) } @boxes;
    for my $i (1 .. $#cuts) {
        my ($top, $bottom) = @cuts[$i - 1, $i];
        next if $bottom - $top < 1;
        for (_free(($top + $bottom) / 2, @boxes)) {
            my $row = _inked($page, $_->[0] * $MM, $top * $MM + 1, $_->[1] * $MM, $bottom * $MM - 1) // next;
            push @faults, sprintf 'place: ink on page %d, %.0f mm from the top, between %.0f and %.0f mm', $number, $row / $MM, @$_;
        }
    }
    return @faults;
}

# Where a character's ink is, roughly: within its box, of brackets in one half of it, of other marks,
# which may be pressed together, in the middle.
sub _core ($c) {
    my ($left, $top, $right, $bottom) = _box($c);
    my ($from, $to) = $c->{c} =~ /[\p{Ps}\p{Pi}]/ ? (0.6, 0.9) : $c->{c} =~ /[\p{Pe}\p{Pf}，。、；：]/ ? (0.1, 0.4)
        : $c->{c} =~ /[\p{P}\p{S}]/ ? (0.45, 0.55) : (0.3, 0.7);
    my ($wide, $high) = ($right - $left, $bottom - $top);
    return $c->{up} ? [$left + 0.16 * $wide, $bottom - $to * $high, $right - 0.16 * $wide, $bottom - $from * $high, $c]
        : [$left + $from * $wide, $top + 0.16 * $high, $left + $to * $wide, $bottom - 0.16 * $high, $c];
}

sub _meet ($a, $b) { return $a->[0] < $b->[2] && $a->[2] > $b->[0] && $a->[1] < $b->[3] && $a->[3] > $b->[1] }

# No character stands on another.
sub _overlaps ($number, $characters) {
    my (@faults, %cells);
    my $size = 8;
    for my $core (map { _core($_) } @$characters) {
        my $hit;
        for my $x (int($core->[0] / $size) .. int($core->[2] / $size)) {
            for my $y (int($core->[1] / $size) .. int($core->[3] / $size)) {
                $hit //= $_ for grep { _meet($_, $core) } @{$cells{"$x $y"}};
                push @{$cells{"$x $y"}}, $core;
            }
        }
        next if !$hit;
        my ($c, $other) = ($core->[4], $hit->[4]);
        push @faults, sprintf 'overlap: %s on %s, page %d at %.1f, %.1f', $c->{c}, $other->{c}, $number, $c->{x}, $c->{y};
    }
    return @faults;
}

# All of them, of the pages of a file as poppler paints them. `mirror`: the binding edge of even pages
# is at the right; `letter`: the first page has rules wider than the text block.
sub faults ($pixels, $characters, %how) {
    my @pages = _read_pixels($pixels);
    return 'place: pdftoppm and mutool do not count the same pages' if @pages != @$characters;
    my @faults;
    for my $number (1 .. @pages) {
        my $left = $how{mirror} && $number % 2 == 0 ? 26 : 28;
        # The text block, whose first line may have the ring of an Å above its em box; below it the
        # page number.
        my @boxes = ([$left, 36.5, $left + 156, 262], [$left, 262, $left + 156, 275]);
        push @boxes, [21, 29, 191, 50], [21, 275, 191, 277] if $how{letter} && $number == 1;
        my ($page, $in) = ($pages[$number - 1], $characters->[$number - 1]);
        # Marks below the last line, which of a page that is turned is at the right.
        push @boxes, [$left + 156, 37, $left + 157.4, 262] if grep { $_->{up} } @$in;
        push @faults, _blank_characters($number, $page, $in), _ink_outside($number, $page, @boxes), _overlaps($number, $in);
    }
    return @faults;
}

sub PPI { return $PPI }

1;
