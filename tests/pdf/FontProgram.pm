package FontProgram;

# Embedded font programs: how many glyphs they have, how wide these are, which of them a code or a
# CID stands for. Widths are in thousandths of an em.
use strict;
use warnings;

# ---- TrueType (ISO/IEC 14496-22) ----

# {glyphs, widths, cmaps}: of each cmap subtable "platform encoding" a table from codes to glyphs.
sub truetype
{
    my ($data) = @_;
    my ($count) = unpack 'x4 n', $data;
    my %table;
    for my $i (0 .. $count - 1) {
        my ($tag, undef, $offset, $length) = unpack 'a4 N N N', substr $data, 12 + 16 * $i, 16;
        die "the table $tag is cut off\n" if $offset + $length > length $data;
        $table{$tag} = substr $data, $offset, $length;
    }
    for my $tag (qw(head hhea hmtx maxp loca glyf)) {
        die "there is no table $tag\n" if !defined $table{$tag};
    }
    my $em = unpack 'x18 n', $table{head};
    my $glyphs = unpack 'x4 n', $table{maxp};
    my $measured = unpack 'x34 n', $table{hhea};
    my @widths = map { unpack('n', substr $table{hmtx}, 4 * $_, 2) * 1000 / $em } 0 .. $measured - 1;
    push @widths, ($widths[-1]) x ($glyphs - $measured);
    return {
        glyphs => $glyphs,
        widths => \@widths,
        cmaps => defined $table{cmap} ? _cmaps($table{cmap}) : {},
    };
}

sub _cmaps
{
    my ($data) = @_;
    my %cmaps;
    for my $i (0 .. unpack('x2 n', $data) - 1) {
        my ($platform, $encoding, $offset) = unpack 'n n N', substr $data, 4 + 8 * $i, 8;
        $cmaps{"$platform $encoding"} = _cmap(substr $data, $offset);
    }
    return \%cmaps;
}

# Formats 0, 4 and 6, which are all that simple fonts are written with.
sub _cmap
{
    my ($data) = @_;
    my $format = unpack 'n', $data;
    if ($format == 0) {
        my @glyphs = unpack 'x6 C256', $data;
        return {map { $_ => $glyphs[$_] } 0 .. 255};
    }
    if ($format == 6) {
        my ($first, $count) = unpack 'x6 n n', $data;
        my @glyphs = unpack "x10 n$count", $data;
        return {map { $first + $_ => $glyphs[$_] } 0 .. $count - 1};
    }
    die "a cmap of format $format\n" if $format != 4;
    my $count = unpack('x6 n', $data) / 2;
    my @ends = unpack "x14 n$count", $data;
    my $at = 16 + 2 * $count;
    my @starts = unpack "n$count", substr $data, $at;
    my @deltas = unpack "n$count", substr $data, $at + 2 * $count;
    my @offsets = unpack "n$count", substr $data, $at + 4 * $count;
    my %map;
    for my $i (0 .. $count - 1) {
        for my $code ($starts[$i] .. $ends[$i]) {
            next if $code == 0xFFFF;
            my $glyph = $code;
            if ($offsets[$i]) {
                my $place = $at + 4 * $count + 2 * $i + $offsets[$i] + 2 * ($code - $starts[$i]);
                $glyph = $place + 2 <= length $data ? unpack 'n', substr $data, $place, 2 : 0;
                next if $glyph == 0;
            }
            $map{$code} = ($glyph + $deltas[$i]) & 0xFFFF;
        }
    }
    return \%map;
}

# ---- CFF (Adobe Technical Notes 5176 and 5177) ----

# The items of an INDEX, and where it ends.
sub _index
{
    my ($data, $at) = @_;
    my $count = unpack 'n', substr $data, $at, 2;
    return ([], $at + 2) if $count == 0;
    my $size = unpack 'C', substr $data, $at + 2, 1;
    my @offsets = map {
        unpack 'N', ("\0" x (4 - $size)) . substr $data, $at + 3 + $size * $_, $size
    } 0 .. $count;
    my $base = $at + 2 + $size * ($count + 1);
    die "an index is cut off\n" if $base + $offsets[-1] > length $data;
    my @items = map { substr $data, $base + $offsets[$_], $offsets[$_ + 1] - $offsets[$_] }
        0 .. $count - 1;
    return (\@items, $base + $offsets[-1]);
}

# Operators with their operands.
sub _dictionary
{
    my ($data) = @_;
    my (%out, @operands);
    while ($data =~ /\G(.)/gcs) {
        my $byte = ord $1;
        if ($byte <= 21) {
            $byte = '12 ' . ord($1) if $byte == 12 && $data =~ /\G(.)/gcs;
            $out{$byte} = [@operands];
            @operands = ();
        } elsif ($byte == 28 && $data =~ /\G(..)/gcs) {
            push @operands, unpack 's>', $1;
        } elsif ($byte == 29 && $data =~ /\G(....)/gcs) {
            push @operands, unpack 'l>', $1;
        } elsif ($byte == 30) {
            $data =~ /\G((?:.)*?(?:[\x0f\x1f\x2f\x3f\x4f\x5f\x6f\x7f\x8f\x9f\xaf]|[\xf0-\xff]))/gcs;
            my $digits = unpack 'H*', $1 // '';
            $digits =~ s/f.*//;
            my %nibble = (a => '.', b => 'E', c => 'E-', e => '-');
            $digits =~ s/([a-e])/$nibble{$1} \/\/ ''/ge;
            push @operands, $digits + 0;
        } elsif ($byte >= 32 && $byte <= 246) {
            push @operands, $byte - 139;
        } elsif ($byte >= 247 && $byte <= 254 && $data =~ /\G(.)/gcs) {
            my $next = ord $1;
            push @operands, $byte <= 250 ? ($byte - 247) * 256 + $next + 108
                : -($byte - 251) * 256 - $next - 108;
        } else {
            die "a dictionary is damaged\n";
        }
    }
    return \%out;
}

# {glyphs, widths by glyph, glyph_of: from CIDs to glyphs, undef where the font has no CIDs}
sub cff
{
    my ($data) = @_;
    my $at = unpack 'x2 C', $data;
    my ($tops, $strings, $subroutines);
    (undef, $at) = _index($data, $at);
    ($tops, $at) = _index($data, $at);
    ($strings, $at) = _index($data, $at);
    my $top = _dictionary($tops->[0]);
    my ($charstrings) = _index($data, $top->{17}[0]);
    my $count = @$charstrings;
    my $cid = exists $top->{'12 30'};
    my @privates = $cid ? map { _private($data, _dictionary($_)) } @{(_index($data,
        $top->{'12 36'}[0]))[0]} : _private($data, $top);
    my $select = $cid ? _select($data, $top->{'12 37'}[0], $count) : [(0) x $count];
    my $scale = ($top->{'12 7'} // [0.001])->[0] * 1000;
    my @widths = map { $scale * _width($charstrings->[$_], $privates[$select->[$_]]) } 0 .. $count - 1;
    my $order = _charset($data, ($top->{15} // [0])->[0], $count);
    return {
        glyphs => $count,
        widths => \@widths,
        glyph_of => $cid ? {map { $order->[$_] => $_ } 0 .. $count - 1} : undef,
    };
}

# The width where a glyph tells none, and that to which what it tells is added.
sub _private
{
    my ($data, $dictionary) = @_;
    my ($size, $offset) = @{$dictionary->{18} // [0, 0]};
    my $private = _dictionary(substr $data, $offset, $size);
    return [($private->{20} // [0])->[0], ($private->{21} // [0])->[0]];
}

# FDSelect
sub _select
{
    my ($data, $at, $count) = @_;
    my $format = unpack 'C', substr $data, $at, 1;
    return [unpack "C$count", substr $data, $at + 1, $count] if $format == 0;
    die "an FDSelect of format $format\n" if $format != 3;
    my @out;
    my $ranges = unpack 'n', substr $data, $at + 1, 2;
    for my $i (0 .. $ranges - 1) {
        my ($first, $font, $next) = unpack 'n C n', substr $data, $at + 3 + 3 * $i, 5;
        @out[$first .. $next - 1] = ($font) x ($next - $first);
    }
    return \@out;
}

# The CID or SID of each glyph.
sub _charset
{
    my ($data, $at, $count) = @_;
    return [0 .. $count - 1] if $at <= 2;    # one of the predefined, which no CIDs have
    my $format = unpack 'C', substr $data, $at++, 1;
    return [0, unpack 'n' . ($count - 1), substr $data, $at] if $format == 0;
    my @out = (0);
    my ($layout, $size) = $format == 1 ? ('n C', 3) : ('n n', 4);
    while (@out < $count) {
        my ($first, $left) = unpack $layout, substr $data, $at, $size;
        push @out, $first .. $first + $left;
        $at += $size;
    }
    $#out = $count - 1;
    return \@out;
}

# What of the operands before the first operator is too much for it is the width (TN 5177 3.1).
sub _width
{
    my ($charstring, $private) = @_;
    my @operands;
    while ($charstring =~ /\G(.)/gcs) {
        my $byte = ord $1;
        if ($byte == 28) { $charstring =~ /\G(..)/gcs; push @operands, unpack 's>', $1 }
        elsif ($byte == 255) { $charstring =~ /\G(....)/gcs; push @operands, unpack('l>', $1) / 65536 }
        elsif ($byte >= 251) { $charstring =~ /\G(.)/gcs; push @operands, -($byte - 251) * 256 - ord($1) - 108 }
        elsif ($byte >= 247) { $charstring =~ /\G(.)/gcs; push @operands, ($byte - 247) * 256 + ord($1) + 108 }
        elsif ($byte >= 32) { push @operands, $byte - 139 }
        else {
            my %wanted = (21 => 2, 22 => 1, 4 => 1, 14 => 0);
            my $even = $byte == 1 || $byte == 3 || $byte == 18 || $byte == 23 || $byte == 19
                || $byte == 20;
            my $more = $even ? @operands % 2 : @operands > ($wanted{$byte} // 99);
            die "a glyph begins with the operator $byte\n" if !$even && !defined $wanted{$byte};
            return $more ? $private->[1] + $operands[0] : $private->[0];
        }
    }
    die "a glyph has no end\n";
}

1;
