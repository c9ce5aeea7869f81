#!/usr/bin/perl
# Says which conditions of the standards that a PDF claims to conform to do not hold:
# conform.pl [--as=CLAIM] FILE.pdf
#
# CLAIM, for a file that claims less or nothing: a-2a, a-2u, ua-1, or two of them with "+" between.
# Prints a line for each condition, with its clause. Exits with 1 where there is one, with 2 where
# the file cannot be read.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Conform;

binmode STDOUT, ':encoding(UTF-8)';
my $as = @ARGV && $ARGV[0] =~ /^--as=(.*)/ ? $1 : undef;
shift if defined $as;
die "usage: conform.pl [--as=CLAIM] FILE.pdf\n" if @ARGV != 1;
my @faults;
if (!eval { @faults = Conform::faults($ARGV[0], $as); 1 }) {
    print STDERR $@;
    exit 2;
}
print "$_\n" for @faults;
exit !!@faults;
