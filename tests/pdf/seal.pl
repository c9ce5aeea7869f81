#!/usr/bin/perl
# A seal or a signature stamp that is plainly none: seal.pl seal [MILLIMETRES], seal.pl stamp.
# Prints an SVG: red, transparent, with 样章 (sample) drawn in strokes.
use strict;
use warnings;

my ($kind, $size) = ($ARGV[0] // 'seal', $ARGV[1] // 42);

# Strokes of the two characters, each in a square of 100.
my @SAMPLE = (
    '5 30 45 30|25 8 25 95|25 32 5 65|25 32 42 55|60 8 66 22|88 8 80 22|52 28 96 28|56 48 92 48|'
        . '50 70 98 70|74 28 74 96',
    '50 2 50 12|20 16 80 16|35 20 40 32|65 20 60 32|10 36 90 36|28 44 72 44 72 70 28 70 28 44|'
        . '28 57 72 57|8 82 92 82|50 70 50 100');

# Each character `$em` high, the first at `$x`, `$y`.
sub sample
{
    my ($x, $y, $em) = @_;
    my $path = '';
    for my $strokes (@SAMPLE) {
        for my $stroke (split /\|/, $strokes) {
            my @at = split ' ', $stroke;
            my @points;
            push @points, sprintf '%.2f %.2f', $x + shift(@at) * $em / 100, $y + shift(@at) * $em / 100
                while @at;
            $path .= 'M' . join('L', @points);
        }
        $x += 1.1 * $em;
    }
    return sprintf '<path d="%s" fill="none" stroke="#f00" stroke-width="%.2f"/>', $path, $em / 12;
}

sub star
{
    my ($x, $y, $r) = @_;
    my @points;
    for my $i (0 .. 4) {
        my $angle = $i * 4 * atan2(1, 1) * 4 / 5;
        push @points, sprintf '%.3f %.3f', $x + $r * sin $angle, $y - $r * cos $angle;
    }
    return '<path d="M' . join('L', @points) . 'Z" fill="#f00"/>';
}

my $svg = '<svg xmlns="http://www.w3.org/2000/svg"';
if ($kind eq 'seal') {
    print "$svg width=\"${size}mm\" height=\"${size}mm\" viewBox=\"0 0 42 42\">\n",
        '<circle cx="21" cy="21" r="20.4" fill="none" stroke="#f00" stroke-width="1.2"/>', "\n",
        star(21, 21, 7), "\n", sample(15.8, 4.5, 5), "\n</svg>\n";
} else {
    print "$svg width=\"40mm\" height=\"16mm\" viewBox=\"0 0 40 16\">\n",
        '<rect x="0.4" y="0.4" width="39.2" height="15.2" fill="none" stroke="#f00" '
        . 'stroke-width="0.8"/>', "\n", sample(9.5, 3, 10), "\n</svg>\n";
}
