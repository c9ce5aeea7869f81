#!/usr/bin/perl
# plot.pl RESULTS: the times and memories as an SVG, dots on two logarithmic scales, readable on a
# light and on a dark page.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use FindBin;
use lib $FindBin::Bin;
use Results;

my $results = Results->read($ARGV[0]);
my @NAMES = qw(mkbulletin bare typst xelatex chromium weasyprint);
my ($WIDTH, $LEFT, $ROW, $PANEL) = (960, 112, 21, 34);
# Where a scale begins, how wide it is, its ends, its marks.
my %TIME = (key => 'wall', x => $LEFT, width => 420, from => 0.02, to => 200, text => \&Results::seconds,
    marks => [[0.1, '0.1 s'], [1, '1 s'], [10, '10 s'], [100, '100 s']]);
my %MEMORY = (key => 'memory', x => 632, width => 220, from => 20, to => 8000, text => \&Results::mebibytes,
    marks => [[100, '100 MiB'], [1000, '1,000 MiB']]);
my $svg = '';

sub place {
    my ($scale, $value) = @_;
    my $part = log($value / $scale->{from}) / log($scale->{to} / $scale->{from});
    $part = $part < 0 ? 0 : $part > 1 ? 1 : $part;
    return $scale->{x} + $scale->{width} * $part;
}

sub text {
    my ($x, $y, $class, $text) = @_;
    $text =~ s/&/&amp;/g;
    $text =~ s/</&lt;/g;
    $svg .= sprintf qq{<text x="%.1f" y="%.1f" class="%s">%s</text>\n}, $x, $y, $class, $text;
}

sub draw_marks {
    my ($scale, $top, $bottom) = @_;
    for my $mark (@{$scale->{marks}}) {
        my $x = place($scale, $mark->[0]);
        $svg .= sprintf qq{<path d="M%.1f %.1fV%.1f" class="grid"/>\n}, $x, $top, $bottom;
    }
}

sub draw_dot {
    my ($scale, $x, $y, $class) = @_;
    $svg .= sprintf qq{<path d="M%.1f %.1fH%.1f" class="guide"/><circle cx="%.1f" cy="%.1f" r="5" class="%s"/>\n},
        $scale->{x}, $y, $x - 8, $x, $y, $class;
}

sub draw_value {
    my ($scale, $row, $own, $y) = @_;
    my $value = $row->{$scale->{key}};
    my $class = $row->{name} eq 'mkbulletin' ? 'own' : $row->{name} eq 'bare' ? 'floor' : 'peer';
    my $x = place($scale, $value);
    draw_dot($scale, $x, $y, $class);
    my $ratio = $scale->{key} eq 'wall' ? $row->{wall_ratio} : $value / $own->{memory};
    my $text = $scale->{text}->($value);
    $text .= sprintf $ratio < 9.95 ? ', %.1f×' : ', %.0f×', $ratio if $row->{name} ne 'mkbulletin';
    text($x + 10, $y + 4, 'value', $text);
}

sub draw_row {
    my ($size, $name, $y) = @_;
    my $row = $results->row($size, $name) or return;
    my $own = $results->row($size, 'mkbulletin');
    text($LEFT - 10, $y + 4, $name eq 'mkbulletin' ? 'name bold' : 'name', Results::title($name));
    if (!$row->{runs}) {
        my $x = place(\%TIME, $row->{wall});
        draw_dot(\%TIME, $x, $y, 'late');
        text($x + 10, $y + 4, 'value', sprintf 'more than %g s', $row->{wall});
        return;
    }
    draw_value(\%TIME, $row, $own, $y);
    draw_value(\%MEMORY, $row, $own, $y);
}

sub draw_panel {
    my ($size, $top) = @_;
    my @names = grep { $results->row($size, $_) } @NAMES;
    my $pages = $results->words($size, 'mkbulletin')->{pages};
    my $y = $top + $PANEL;
    my $bottom = $y + $ROW * @names - 8;
    1 while $pages =~ s/^(\d+)(\d{3})/$1,$2/;
    text(12, $top + 14, 'bold', $size == 1 ? "The bulletin in content/, $pages pages" : "$size times its text, $pages pages");
    draw_marks($_, $top + 22, $bottom) for \%TIME, \%MEMORY;
    draw_row($size, $names[$_], $y + $ROW * $_) for 0 .. $#names;
    return $bottom + 14;
}

sub draw_axis {
    my ($scale, $y) = @_;
    text(place($scale, $_->[0]), $y, 'mark', $_->[1]) for @{$scale->{marks}};
}

my $y = 66;
text(12, 26, 'head', 'From text to PDF: time and memory of the whole process');
text($LEFT, 50, 'bold', 'time');
text($MEMORY{x}, 50, 'bold', 'peak memory');
$y = draw_panel($_, $y) for $results->sizes;
draw_axis($_, $y + 4) for \%TIME, \%MEMORY;
my ($first) = $results->sizes;
my $foot = sprintf '%s, %s. Medians of %d, run in turn. ×: in what mkbulletin takes. Scales are logarithmic.',
    $results->fact('date'), $results->fact('machine'), $results->row($first, 'mkbulletin')->{runs};
text(12, $y + 30, 'foot', $foot);
my @versions = grep { defined } map { $results->fact($_) } @NAMES;
text(12, $y + 47, 'foot', join('; ', @versions)) if @versions;
my $height = $y + 60;

print <<"END";
<svg xmlns="http://www.w3.org/2000/svg" width="$WIDTH" height="$height" viewBox="0 0 $WIDTH $height" role="img">
<title>Time and memory of mkbulletin, of the bare program and of other typesetters</title>
<style>
text { font: 13px system-ui, "Liberation Sans", Arial, sans-serif; fill: #1f2328 }
.page { fill: #ffffff } .bold, .head { font-weight: 600 } .head { font-size: 16px }
.name { text-anchor: end } .mark { text-anchor: middle } .mark, .foot { font-size: 12px; fill: #59636e }
.value { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
.grid, .guide { stroke: #d1d9e0 } .guide { stroke-dasharray: 1 4; stroke: #59636e }
.own { fill: #c0272d } .floor { fill: #59636e } .peer { fill: #2f6db5 } .late { fill: none; stroke: #2f6db5; stroke-width: 1.5px }
\@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .page { fill: #0d1117 } .mark, .foot { fill: #9198a1 } .value { stroke: #0d1117 }
.grid { stroke: #30363d } .guide { stroke: #9198a1 }
.own { fill: #ff7b72 } .floor { fill: #9198a1 } .peer { fill: #79b8ff } .late { stroke: #79b8ff }
}
</style>
<rect width="$WIDTH" height="$height" class="page"/>
$svg</svg>
END
