#!/usr/bin/perl
# words.pl TEXT FILE.pdf: how many pages FILE.pdf has, and what share of the characters of TEXT stands
# in it in the same order, in percent; page numbers are no part of it. TEXT has one paragraph a line,
# its role before a tab.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Unicode::Normalize;

my ($text, $pdf) = @ARGV;

# Some write a radical (⼀) for the character that is drawn alike (一).
sub plain {
    my ($string) = @_;
    $string = NFKC($string);
    $string =~ s/[\s\x{00AD}\x{200B}\x{FEFF}]//g;
    return $string;
}

sub slurp {
    my ($mode, @what) = @_;
    open my $file, $mode, @what or die "words.pl: $what[-1]: $!\n";
    local $/;
    return scalar <$file>;
}

# The paragraphs are looked for one after the other, piece by piece, so that what differs costs its
# own characters and not all that follow.
sub found {
    my ($paragraphs, $page) = @_;
    my ($found, $from) = (0, 0);
    for my $paragraph (@$paragraphs) {
        my $at = 0;
        while ($at < length $paragraph) {
            my $piece = substr $paragraph, $at, 8;
            my $place = index $page, $piece, $from;
            my $near = $place >= 0 && $place - $from < 2000;
            ($found, $from) = ($found + length $piece, $place + length $piece) if $near;
            $at += length $piece;
        }
    }
    return $found;
}

my $page = slurp('-|', 'pdftotext', '-q', $pdf, '-');
my $pages = ($page =~ tr/\f//);
$page = plain(join "\n", grep { !/^\s*\f?\s*(?:—\s*)?\d+(?:\s*—)?\s*$/ } split /\n/, $page);
my @paragraphs = map { plain(s/^[^\t]*\t//r) } split /\n/, slurp('<', $text);
my $length = 0;
$length += length for @paragraphs;
printf "%d %.2f\n", $pages, 100 * found(\@paragraphs, $page) / $length;
