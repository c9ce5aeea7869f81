#!/usr/bin/perl
# What tests of comparisons ask: diff.pl COMMAND FILE [old|new]
#
#   changes FILE   the JSON of a comparison, a line for each change
#   swapped FILE   the same as if it had been made the other way round
#   html FILE old|new|all   the words of an HTML without what is of the other side
#   pdf FILE old|new|all    the same of a PDF, whose inks tell, its characters in their order of codes
use strict;
use warnings;
use utf8;
use JSON::PP;
use open qw(:std :encoding(UTF-8));

my ($command, $file, $side) = @ARGV;

sub slurp {
    open my $in, '<:raw', $_[0] or die "$_[0]: $!\n";
    local $/;
    return scalar <$in>;
}

# ---- JSON ----

my %other = (added => 'removed', removed => 'added', inserted => 'deleted', deleted => 'inserted');

sub swapped { return $other{$_[0]} // $_[0] }

sub value { return $_[0] // '(none)' }

# Words that are the same need not be told. Gone words come first on both sides.
sub pieces {
    my ($pieces, $swap) = @_;
    my ($text, %held) = ('');
    my $flush = sub {
        $text .= "[-$held{deleted}-]" if defined $held{deleted};
        $text .= "{+$held{inserted}+}" if defined $held{inserted};
        %held = ();
    };
    for my $piece (@$pieces) {
        my $change = $swap ? swapped($piece->{change}) : $piece->{change};
        (my $words = $piece->{text}) =~ s/\s/ /g;
        next if $words !~ /\S/; # between cells
        if ($change eq 'same') { $flush->(); $text .= '…' }
        else { $held{$change} = ($held{$change} // '') . $words }
    }
    $flush->();
    return $text;
}

sub line {
    my ($change, $swap) = @_;
    my ($old, $new) = map { value($_) } @$change{qw(old new)};
    my ($where, $old_where) = @$change{qw(where old_where)};
    ($old, $new) = ($new, $old) if $swap;
    ($where, $old_where) = ($old_where // $where, $where) if $swap;
    my $kind = $swap ? swapped($change->{kind}) : $change->{kind};
    my $line = "$kind $change->{of} $where";
    $line .= " (was $old_where)"
        if defined $old_where && $old_where ne $where && $kind !~ /added|removed/;
    $line .= " $change->{field}: $old → $new" if defined $change->{field};
    $line .= ' ' . pieces($change->{pieces}, $swap) if $change->{pieces};
    return $line;
}

sub changes {
    my ($swap) = @_;
    my $json = decode_json(slurp($file));
    my @lines = map { line($_, $swap) } @{$json->{changes}};
    print map {"$_\n"} sort @lines;
}

# ---- words ----

# Numbers are those of the new text: what is left are the words.
sub words {
    my ($text) = @_;
    $text =~ s/\s+//g;
    $text =~ s/[；。0-9〇一二三四五六七八九十\x{2460}-\x{2473}]//g if $side ne 'all' && $side eq 'old' || $side eq 'words';
    return $text;
}

sub html {
    my $text = slurp($file);
    utf8::decode($text);
    $text =~ s/.*?<body>//s;
    $text =~ s{<nav class="changes".*?</nav>}{}s;
    $text =~ s{<del\b.*?</del>}{}gs if $side eq 'new';
    $text =~ s{<ins\b.*?</ins>}{}gs if $side eq 'old';
    $text =~ s{<figure.*?(<figcaption|</figure)}{$1}gs;
    $text =~ s/<[^>]*>//g;
    $text = words($text);
    $text = join '', sort split //, $text if $side eq 'old' || $side eq 'words';
    print "$text\n";
}

my %ink = (new => 'bf0000', old => '0000cc');

sub pdf {
    my $first = 1;
    for my $label (split /\n/, `pdftotext '$file' - | grep -c '对照表[0-9]* —'`) { $first += $label }
    my $xml = qx(mutool draw -q -F stext -o - '$file' $first-N 2>/dev/null);
    utf8::decode($xml);
    my $text = '';
    while ($xml =~ m{<line\b[^>]*>(.*?)</line>}gs) {
        my ($line, $all) = ($1, '');
        while ($line =~ m{<char\b[^>]*?color="#([0-9a-f]+)"[^>]*?c="([^"]*)"}g) {
            my ($color, $c) = ($1, $2);
            $c = chr hex $1 if $c =~ /^&#x([0-9a-f]+);$/;
            $all .= $c unless $color eq ($ink{$side} // '');
        }
        $text .= $all unless $all =~ /^\s*—\s*\d+\s*—\s*$/;
    }
    my %count;
    $count{$_}++ for split //, words($text);
    print map {"$_ $count{$_}\n"} sort keys %count;
}

my %commands = (
    changes => sub { changes(0) }, swapped => sub { changes(1) }, html => \&html, pdf => \&pdf);
($commands{$command} // die "diff.pl: what is '$command'?\n")->();
