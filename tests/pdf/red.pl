#!/usr/bin/perl
# Where the red ink of a page stands: red.pl DPI FILE.ppm, a colour image of the whole page.
# Prints a line for each band of rows with red in it, from the top: left, top, right and bottom in
# millimetres.
use strict;
use warnings;

my ($dpi, $path) = @ARGV;
open my $file, '<:raw', $path or die "$path: $!\n";
local $/;
my $image = <$file>;
$image =~ s/^P6\s+(\d+)\s+(\d+)\s+255\s// or die "not a PPM file\n";
my ($width, $height) = ($1, $2);
my $mm = 25.4 / $dpi;
my $RED = qr{[\xc0-\xff][\x00-\x7f][\x00-\x7f]}s;    # half covered at least
my @band;

sub print_band
{
    my ($bottom) = @_;
    printf "%.3f %.3f %.3f %.3f\n", map { $_ * $mm } $band[0], $band[1], $band[2] + 1, $bottom
        if @band;
    @band = ();
}

for my $y (0 .. $height - 1) {
    my $row = substr $image, $y * $width * 3, $width * 3;
    if ($row !~ /^(?:...)*?(?=$RED)/s) {
        print_band($y);
        next;
    }
    my $left = $+[0] / 3;
    $row =~ /^(?:...)*(?=$RED)/s;
    my $right = $+[0] / 3;
    @band = ($left, $y, $right) if !@band;
    $band[0] = $left if $left < $band[0];
    $band[2] = $right if $right > $band[2];
}
print_band($height);
