#!/usr/bin/perl
# Where the red ink of a page stands: red.pl DPI FILE.pam [FROM [TO]], from mutool draw -c cmyk, where red
# is magenta and yellow, and black is none of them; what is not between FROM and TO (mm) is passed
# over.
# Prints a line for each band of rows with red in it, from the top: left, top, right and bottom in
# millimetres.
use strict;
use warnings;

my ($dpi, $path, $from, $to) = @ARGV;
open my $file, '<:raw', $path or die "$path: $!\n";
local $/;
my $image = <$file>;
$image =~ s/^P7\n(.*?)ENDHDR\n//s or die "not a PAM file\n";
my ($width, $height) = $1 =~ /WIDTH (\d+)\nHEIGHT (\d+)\nDEPTH 4\n/ or die "not of four inks\n";
my $mm = 25.4 / $dpi;
my $RED = qr/.[\x20-\xff]../s;    # of a pixel an eighth at least: points of strokes are thin
my $skipped = int(($from // 0) / $mm);
my $end = defined $to && $to / $mm < $width ? int($to / $mm) : $width;
my @band;

sub print_band
{
    my ($bottom) = @_;
    printf "%.3f %.3f %.3f %.3f\n", map { $_ * $mm } $band[0], $band[1], $band[2] + 1, $bottom
        if @band;
    @band = ();
}

for my $y (0 .. $height - 1) {
    my $row = substr $image, ($y * $width + $skipped) * 4, ($end - $skipped) * 4;
    if ($row !~ /^(?:....)*?(?=$RED)/s) {
        print_band($y);
        next;
    }
    my $left = $skipped + $+[0] / 4;
    $row =~ /^(?:....)*(?=$RED)/s;
    my $right = $skipped + $+[0] / 4;
    @band = ($left, $y, $right) if !@band;
    $band[0] = $left if $left < $band[0];
    $band[2] = $right if $right > $band[2];
}
print_band($height);
