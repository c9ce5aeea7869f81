#!/usr/bin/perl
# Where the horizontal rules of a page stand: rules.pl DPI FILE.pgm, a grey image of the whole page.
# Prints a line for each, from the top: left, top, right and bottom in millimetres.
use strict;
use warnings;

my ($dpi, $path) = @ARGV;
open my $file, '<:raw', $path or die "$path: $!\n";
local $/;
my $image = <$file>;
$image =~ s/^P5\s+(\d+)\s+(\d+)\s+255\s// or die "not a PGM file\n";
my ($width, $height) = ($1, $2);
my $mm = 25.4 / $dpi;
my $least = int $width / 5;    # no character is so wide
my @rule;

sub print_rule
{
    my ($bottom) = @_;
    printf "%.3f %.3f %.3f %.3f\n", map { $_ * $mm } $rule[0], $rule[1], $rule[2], $bottom if @rule;
    @rule = ();
}

for my $y (0 .. $height - 1) {
    my $row = substr $image, $y * $width, $width;
    if ($row =~ /[\x00-\x7f]{$least,}/) {
        @rule = ($-[0], $y, $+[0]) if !@rule;
    } else {
        print_rule($y);
    }
}
print_rule($height);
