package Conform;

# The machine-checkable conditions of ISO 19005-2 (PDF/A-2, levels U and A) and of ISO 14289-1
# (PDF/UA-1), as far as files of mkbulletin can meet or miss them.
#
# Each module has a function check(PDF, CLAIM); CLAIM->{a} is the level, "A" or "U", or undef,
# CLAIM->{ua} whether it is PDF/UA. What does not hold is noted by $pdf->fault(CLAUSE, TEXT).
use strict;
use warnings;
use File::Basename;
use Pdf;
use FileRules;
use MetadataRules;
use ColourRules;
use FontRules;
use AnnotationRules;

my @checks = map { \&{"${_}::check"} }
    qw(FileRules MetadataRules ColourRules FontRules AnnotationRules);
if (-e dirname(__FILE__) . '/Structure.pm') {
    require Structure;
    push @checks, \&_structure;
}

# The tree has a module of its own, which reads the file by itself and names its conditions.
sub _structure
{
    my ($pdf, $claim) = @_;
    return if !$claim->{ua} && ($claim->{a} // '') ne 'A';
    $pdf->fault('ISO 14289-1 7', $_) for Structure::problems(Structure::read_file($pdf->{path}));
    return;
}

# "a-2a+ua-1" as a claim.
sub claim_of
{
    my ($words) = @_;
    my %claim;
    for my $word (split /\+/, $words) {
        if ($word =~ /^a-2([au])$/) { $claim{a} = uc $1 }
        elsif ($word eq 'ua-1') { $claim{ua} = 1 }
        else { die "there is no claim $word\n" }
    }
    return \%claim;
}

# What does not hold of a file, "CLAUSE: TEXT" each; of what it claims itself, or of a claim in words.
sub faults
{
    my ($path, $words) = @_;
    return faults_of(Pdf->new($path), $words);
}

# The same of one that is read.
sub faults_of
{
    my ($pdf, $words) = @_;
    my $claim = defined $words ? claim_of($words) : MetadataRules::claim($pdf);
    return 'it claims nothing' if !$claim->{a} && !$claim->{ua};
    $_->($pdf, $claim) for @checks;
    return $pdf->faults;
}

1;
