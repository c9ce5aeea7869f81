#!/usr/bin/perl
# report.pl RESULTS: the table, and the bars with whether they are met; the exit status is 1 where one
# is not, or where a PDF has other words. With --whole before RESULTS it prints nothing: the status says
# whether all that there is to measure was, nine times at least.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use FindBin;
use lib $FindBin::Bin;
use Results;

my @PEERS = qw(typst xelatex chromium weasyprint);
my $whole = @ARGV && $ARGV[0] eq '--whole' ? shift : '';
my $results = Results->read($ARGV[0]);
my $failed = 0;

if ($whole) {
    for my $size (1, 10, 100) {
        for my $name ('mkbulletin', 'bare', 'check', @PEERS) {
            my $row = $results->row($size, $name) or exit 1;
            exit 1 if $row->{runs} && $row->{runs} < 9;
        }
    }
    exit 0;
}

sub in_ours { my ($ratio) = @_; return $ratio < 10 ? sprintf '%.2f', $ratio : sprintf '%.0f', $ratio }

sub print_row {
    my ($size, $name) = @_;
    my $row = $results->row($size, $name) or return;
    my $words = $results->words($size, $name);
    if (!$row->{runs}) {
        printf "  %-16s more than %g s\n", Results::title($name), $row->{wall};
        return;
    }
    my $memory = $row->{memory} / $results->row($size, 'mkbulletin')->{memory};
    printf "  %-16s %9s %9s %9s   %7s %7s %7s", Results::title($name), Results::seconds($row->{wall}),
        Results::seconds($row->{cpu}), Results::mebibytes($row->{memory}), in_ours($row->{wall_ratio}),
        in_ours($row->{cpu_ratio}), in_ours($memory);
    printf "   %5d %8.2f %%", $words->{pages}, $words->{share} if $words;
    print "\n";
}

sub print_table {
    for my $size ($results->sizes) {
        my $row = $results->row($size, 'mkbulletin');
        printf "%s, median of %d\n", $size == 1 ? 'content/' : "$size times the text", $row->{runs};
        printf "  %-16s %9s %9s %9s   %7s %7s %7s   %5s %10s\n", '', qw(time CPU memory),
            'time ×', 'CPU ×', 'mem ×', 'pages', 'same text';
        print_row($size, $_) for 'mkbulletin', 'bare', 'check', 'typst-start', @PEERS;
    }
}

sub check_words {
    for my $size ($results->sizes) {
        my $own = $results->words($size, 'mkbulletin') or next;
        for my $name ('mkbulletin', 'bare', @PEERS) {
            my $words = $results->words($size, $name) or next;
            my $pages = $words->{pages} / $own->{pages};
            next if $words->{share} >= 99.5 && $pages > 0.85 && $pages < 1.15;
            print "$name sets another text at $size\n";
            $failed = 1;
        }
    }
}

# NAME, what was measured (undef: it was not), the bar, 1 where more is better, format.
sub bar {
    my ($name, $value, $bar, $more, $format) = @_;
    my $met = !defined $value ? 'not measured' : ($more ? $value >= $bar : $value <= $bar) ? 'met' : 'not met';
    $failed = 1 if $met eq 'not met';
    printf "  %-58s %10s  %s %-8s  %s\n", $name, defined $value ? sprintf($format, $value) : '',
        $more ? 'at least' : 'at most ', sprintf($format, $bar), $met;
}

# Of the row's wall time, in that of mkbulletin.
sub ratio {
    my ($size, $name) = @_;
    my $row = $results->row($size, $name);
    return $row && $row->{runs} ? $row->{wall_ratio} : undef;
}

sub against_bare {
    my ($size) = @_;
    my $ratio = ratio($size, 'bare');
    return $ratio ? 1 / $ratio : undef;
}

sub fastest_peer {
    my ($size) = @_;
    my @ratios = sort { $a <=> $b } grep { defined } map { ratio($size, $_) } @PEERS;
    return $ratios[0];
}

sub value {
    my ($size, $name, $what) = @_;
    my $row = $results->row($size, $name);
    return $row ? $row->{$what} : undef;
}

# What each further copy of the text takes from 10 to 100, in what it takes from 1 to 10.
sub slope {
    my ($what) = @_;
    my ($one, $ten, $hundred) = map { value($_, 'mkbulletin', $what) } 1, 10, 100;
    return undef unless $one && $ten && $hundred && $ten > $one;
    return (($hundred - $ten) / 90) / (($ten - $one) / 9);
}

sub print_bars {
    print "bars\n";
    bar('content/: time, in the bare program\'s', against_bare(1), 0.6, 0, '%.2f');
    bar('content/: memory', value(1, 'mkbulletin', 'memory'), 60, 0, '%.1f MiB');
    bar('content/: time of the fastest peer, in ours', fastest_peer(1), 5, 1, '%.1f');
    bar('100 times the text: time, in the bare program\'s', against_bare(100), 0.75, 0, '%.2f');
    bar('100 times the text: memory', value(100, 'mkbulletin', 'memory'), 150, 0, '%.1f MiB');
    bar('100 times the text: time of the fastest peer, in ours', fastest_peer(100), 3, 1, '%.1f');
    bar('linear in the text, 10 to 100 in 1 to 10: time', slope('wall'), 1.15, 0, '%.2f');
    bar('linear in the text, 10 to 100 in 1 to 10: memory', slope('memory'), 1.15, 0, '%.2f');
    bar('`watch`, one line edited: time, in a build\'s', value('watch', 'rebuild', 'wall_ratio'), 0.25, 0, '%.2f');
    bar('`check` of content/: time, in a build\'s', ratio(1, 'check'), 0.25, 0, '%.2f');
    for my $times (1, 10) {
        my $lines = $results->lines_of($times);
        bar("line breaking, $times times the text: instructions, in a build's", $lines, 0.2, 0, '%.3f');
    }
}

print_table();
print_bars();
check_words();
exit $failed;
