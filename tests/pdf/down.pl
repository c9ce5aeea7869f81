#!/usr/bin/perl
# Where vertical rules cross a height of a page: down.pl DPI FILE.pgm Y, in millimetres. Prints the
# middle of each dark stretch that is also dark 1 mm above and below, from the left.
use strict;
use warnings;

my ($dpi, $path, $y) = @ARGV;
open my $file, '<:raw', $path or die "$path: $!\n";
local $/;
my $image = <$file>;
$image =~ s/^P5\s+(\d+)\s+(\d+)\s+255\s// or die "not a PGM file\n";
my ($width, $height) = ($1, $2);
my $mm = 25.4 / $dpi;
my @rows = map { substr $image, int(($y + $_) / $mm) * $width, $width } -1, -0.5, 0, 0.5, 1;
my $from;

for my $x (0 .. $width) {
    my $dark = $x < $width && !grep { ord(substr $_, $x, 1) >= 128 } @rows;
    $from //= $x if $dark;
    next if $dark || !defined $from;
    printf "%.3f\n", ($from + $x) / 2 * $mm;
    undef $from;
}
