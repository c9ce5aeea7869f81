#!/usr/bin/perl
# Whether a PDF says what the model says: says.pl MODEL TEXT, the dump of --stop-after=model and the
# text of pdftotext -raw. Prints what is missing, and what stands between the model's texts that is
# no number, lead-in or mark of the template.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $NUMERAL = qr/[一二三四五六七八九十]+/;
my $BETWEEN = qr/^(?:；|。|问题。|${NUMERAL}、|（${NUMERAL}）|针对|${NUMERAL}是)*$/;
my $CONTACT = qr/^(?:；|联系方式：)?(?:电话|电子邮箱)$/;

sub slurp
{
    open my $file, '<', $_[0] or die "$_[0]: $!\n";
    local $/;
    return <$file>;
}

sub bare { return $_[0] =~ s/\s+//gr }

my $QUOTED = qr/"((?:[^"\\]|\\.)*)"/;

# Title; text and titles of nodes; contact; closing; signature and date.
my (@head, @body, @contact, @tail);
my $section = '';
for (split /\n/, slurp($ARGV[0])) {
    if (/^title $QUOTED/) {
        push @head, $1;
    } elsif (/^issuer $QUOTED/) {
        push @tail, $1;
    } elsif (/^date (\d+)-0?(\d+)-0?(\d+)/) {
        push @tail, "$1年$2月$3日";
    } elsif (/^  (?:phone|email) $QUOTED/) {
        push @contact, $1;
    } elsif (/^ *text $QUOTED/) {
        push @body, $1;
    } elsif (/^ *(?:heading \d number|finding|measure) \d+(?: \w+=(?:$QUOTED|\S+))* $QUOTED \S+$/) {
        push @body, $2;
    }
}
die "no text in the model\n" if !@head || !@body;

my @pages = split /\f/, slurp($ARGV[1]);
s/— \d+ —\s*$// for @pages;
my $said = bare(join '', @pages);
my $at = 0;
for my $wanted (map { bare(s/\\(.)/$1 eq 'n' ? "\n" : $1/ger) } @head, @body, @contact, @tail) {
    my $found = index $said, $wanted, $at;
    if ($found < 0) {
        print "missing: $wanted\n";
        next;
    }
    my $between = substr $said, $at, $found - $at;
    print "added: $between\n" if $between !~ $BETWEEN && $between !~ $CONTACT;
    $at = $found + length $wanted;
}
print 'added at the end: ', substr($said, $at), "\n" if $at < length $said;
