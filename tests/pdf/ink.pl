#!/usr/bin/perl
# Where the ink of a printed page stands: ink.pl FILE.pgm, a grey image at 600 dpi.
# Prints left, top, right and bottom in millimetres.
use strict;
use warnings;

open my $file, '<:raw', $ARGV[0] or die "$ARGV[0]: $!\n";
local $/;
my $image = <$file>;
$image =~ s/^P5\s+(\d+)\s+(\d+)\s+255\s// or die "not a PGM file\n";
my ($width, $height) = ($1, $2);
my ($left, $top, $right, $bottom) = ($width, $height, -1, -1);
for my $y (0 .. $height - 1) {
    my $row = substr $image, $y * $width, $width;
    next if $row !~ /[\x00-\x7f]/;
    $top = $y if $top > $y;
    $bottom = $y;
    $left = $-[0] if $-[0] < $left;
    $row =~ /.*[\x00-\x7f]/s;
    $right = $+[0] - 1 if $+[0] - 1 > $right;
}
my $mm = 25.4 / 600;
printf "%.3f %.3f %.3f %.3f\n", $left * $mm, $top * $mm, ($right + 1) * $mm, ($bottom + 1) * $mm;
