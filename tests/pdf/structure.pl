#!/usr/bin/perl
# Prints what is wrong with the structure of a PDF, by the rules of Structure.pm: structure.pl PDF
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Structure;

print "$_\n" for Structure::problems(Structure::read_file($ARGV[0]));
