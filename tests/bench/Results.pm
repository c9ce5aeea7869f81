# The lines of results.tsv, as tests/bench/run writes them.
package Results;
use strict;
use warnings;
use utf8;

my %TITLES = (bare => 'bare program', check => 'mkbulletin check', typst => 'Typst', 'typst-start' => "Typst's node",
    xelatex => 'XeLaTeX', chromium => 'Chromium', weasyprint => 'WeasyPrint');

sub read {
    my ($class, $path) = @_;
    my $self = bless {rows => {}, words => {}, lines => {}, facts => {}, sizes => []}, $class;
    open my $file, '<:encoding(UTF-8)', $path or die "$path: $!\n";
    $self->take($_) while <$file>;
    return $self;
}

sub take {
    my ($self, $line) = @_;
    chomp $line;
    my ($group, @rest) = split /\t/, $line;
    if ($group =~ s/^#//) {
        $self->{facts}{$group} = $rest[0];
    } elsif ($group eq 'words') {
        my ($pages, $share) = split / /, $rest[2];
        $self->{words}{$rest[0]}{$rest[1]} = {pages => $pages, share => $share};
    } elsif ($group eq 'lines') {
        $self->{lines}{$rest[0]} = $rest[1];
    } else {
        my %row;
        @row{qw(name runs wall cpu memory wall_ratio cpu_ratio)} = @rest;
        push @{$self->{sizes}}, $group if $group =~ /^\d+$/ && !$self->{rows}{$group};
        $self->{rows}{$group}{$row{name}} = \%row;
    }
}

sub sizes { return @{$_[0]{sizes}} }
sub row { my ($self, $group, $name) = @_; return $self->{rows}{$group}{$name} }
sub words { my ($self, $size, $name) = @_; return $self->{words}{$size}{$name} }
sub lines_of { my ($self, $times) = @_; return $self->{lines}{$times} }
sub fact { my ($self, $name) = @_; return $self->{facts}{$name} }

sub title { my ($name) = @_; return $TITLES{$name} // $name }

sub seconds {
    my ($s) = @_;
    return $s < 0.9995 ? sprintf('%.0f ms', $s * 1000) : $s < 9.995 ? sprintf('%.2f s', $s) : sprintf('%.1f s', $s);
}

sub mebibytes { my ($m) = @_; return sprintf $m < 99.95 ? '%.1f MiB' : '%.0f MiB', $m }

1;
