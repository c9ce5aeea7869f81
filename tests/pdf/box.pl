#!/usr/bin/perl
# Where a text stands on a page: box.pl STEXT PAGE TEXT, STEXT from mutool draw -F stext.
# Prints left, top, right and bottom of its em boxes in millimetres, its size in points, its colour
# and the font of its first character; nothing where the page does not have it. White space does not
# count.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Encode 'decode_utf8';

my $ASCENT = 0.88;    # of the em box above the baseline
my $MM = 25.4 / 72;
my ($path, $wanted_page) = @ARGV;
my $wanted = decode_utf8($ARGV[2]);
my ($page, $font, $size, @chars) = (0);

open my $stext, '<:encoding(UTF-8)', $path or die "$path: $!\n";
while (<$stext>) {
    $page++ if /<page /;
    next if $page != $wanted_page;
    ($font, $size) = ($1, $2) if /<font name="([^"]*)" size="([\d.]+)"/;
    next if !/<char quad="([^"]*)" x="([\d.-]+)" y="([\d.-]+)" .*?color="([^"]*)".* c="(.*)"/;
    my ($quad, $x, $y, $color, $c) = ($1, $2, $3, $4, $5);
    $c =~ s/&#x([0-9a-f]+);/chr hex $1/ie;
    next if $c =~ /^\s*$/;
    my $right = (split ' ', $quad)[2];
    push @chars,
        {c => $c, x => $x, y => $y, right => $right, size => $size, font => $font, color => $color};
}
$wanted =~ s/\s//g;
my $at = index join('', map { $_->{c} } @chars), $wanted;
exit if $at < 0;
my @found = @chars[$at .. $at + length($wanted) - 1];
my $top = $found[0]{y} - $ASCENT * $found[0]{size};
printf "%.3f %.3f %.3f %.3f %.3f %s %s\n", $found[0]{x} * $MM, $top * $MM, $found[-1]{right} * $MM,
    ($top + $found[0]{size}) * $MM, $found[0]{size}, $found[0]{color}, $found[0]{font};
