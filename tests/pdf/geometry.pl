#!/usr/bin/perl
# Where the characters of a notice stand: geometry.pl STEXT, from mutool draw -F stext.
# Prints one line a breach, "rule: what is wrong", and how many pages were measured.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

# GB/T 9704-2012 5.2 in points: 28 cells of 156/28 mm, 22 lines of (225 - 156/28)/21 mm, from 37 mm.
my ($LEFT, $TOP, $WIDTH, $CELL, $PITCH) =
    map { $_ * 72 / 25.4 } 28, 37, 156, 156 / 28, (225 - 156 / 28) / 21;
my $BOTTOM = $TOP + 21 * $PITCH + $CELL;
my $ASCENT = 0.88;
my $NEAR = 0.02;

sub breach
{
    my ($rule, $text) = @_;
    print "$rule: $text\n";
}

# Characters by page and baseline.
my (@pages, $size);
while (<>) {
    if (/<page .*width="([\d.]+)" height="([\d.]+)"/) {
        push @pages, {};
        breach('size', "$1 x $2 pt") if abs($1 - 595.276) > $NEAR || abs($2 - 841.890) > $NEAR;
    } elsif (/<font name="[^"]*" size="([\d.]+)"/) {
        $size = $1;
    } elsif (/<char .* x="([\d.-]+)" y="([\d.-]+)" .*c="(.*)"/) {
        my ($x, $y, $c) = ($1, $2, $3);
        $c =~ s/&#x([0-9a-f]+);/chr hex $1/ie;
        push @{$pages[-1]{sprintf '%.2f', $y}}, {x => $x, c => $c, size => $size};
    }
}

my @steps;    # from one Han to the next
for my $number (1 .. @pages) {
    my $page = $pages[$number - 1];
    my @baselines = sort { $a <=> $b } keys %$page;
    pop @baselines;    # the page number
    breach('rows', "page $number has " . @baselines . ' lines') if @baselines > 22;
    for my $y (@baselines) {
        my @line = @{$page->{$y}};
        my $text = join '', map { $_->{c} } @line;
        my $row = ($y - $ASCENT * $line[0]{size} - $TOP) / $PITCH;
        my $title = $number == 1 && $line[0]{size} > 20;
        breach('pitch', "page $number, off the grid: $text")
            if !$title && abs($row - sprintf '%.0f', $row) > 0.002;
        breach('rows', "page $number, below the text block: $text") if $y > $BOTTOM;
        for my $i (1 .. $#line) {
            my ($before, $here) = @line[$i - 1, $i];
            breach('order', "page $number: $text") if $here->{x} < $before->{x};
            push @steps, $here->{x} - $before->{x}
                if !$title && "$before->{c}$here->{c}" =~ /^\p{sc=Han}\p{sc=Han}$/;
        }
        breach('cell', "page $number, size $line[0]{size}: $text")
            if !$title && abs($line[0]{size} - $CELL) > $NEAR;
        breach('cell', "page $number, outside the text block: $text")
            if $line[0]{x} < $LEFT - $CELL / 2 - $NEAR
            || $line[-1]{x} + $CELL / 2 > $LEFT + $WIDTH + $NEAR;
    }
}

# Han are never nearer than a cell, and most lines of a notice need no stretching to speak of.
my @sorted = sort { $a <=> $b } @steps;
breach('cell', "the least step is $sorted[0] pt") if abs($sorted[0] - $CELL) > $NEAR;
my $middle = $sorted[@sorted / 2];
breach('cell', "the middle step is $middle pt") if abs($middle - $CELL) > 0.3;

my ($first) = sort { $a <=> $b } keys %{$pages[0]};
breach('title', "stands at $first") if abs($first - $TOP - $ASCENT * 22) > $NEAR;
breach('title', "size $pages[0]{$first}[0]{size}") if $pages[0]{$first}[0]{size} != 22;
print 'measured ', scalar @pages, " pages\n";
