#!/usr/bin/perl
# What holds for any bulletin: invariants.pl LINES PAGES TEXT FONTS MANIFEST [OPTION]…
#
# Options say what the template has: mirror (text-block.mirror: the binding edge of even pages is at the
# right), strict (composition.grid: a line may leave cells empty).
#
# LINES and PAGES are the dumps of --stop-after, TEXT is from pdftotext -raw, FONTS from pdffonts.
# Prints one line a breach, "rule: what is wrong". The rules: text breaks widths grid marks
# images fonts.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

# GB/T 9704-2012 5.1, 5.2 in points: A4; text block from 28, 37 mm, 156 mm by 225 mm; its grid.
my %PAGE = (width => 595.276, height => 841.890);
my ($LEFT, $TOP, $WIDTH, $PITCH) = map { $_ * 72 / 25.4 } 28, 37, 156, (225 - 156 / 28) / 21;
my $ROWS = 22;
my ($CLOSER, $WIDER) = (0.97, 1.04);    # the limits of a pitch that fits an ending (7.3.5.5)
my $ASCENT = 0.88;    # of the em box above the baseline
my $CELL = 156 / 28 * 72 / 25.4;    # lines on the grid share its baselines, whatever their size
my $NEAR = 0.004;     # dumps round to 0.001, and lengths to 1/1024

# GB/T 15834-2011 5.1, CLREQ 3.1.3: may not begin, may not end a line.
my $NO_START = qr{^[、，。．；：？！‼⁇⁈⁉）〕］｝】〗》〉」』”’·～–／/]|^—(?!—)};
my $NO_END = qr{[（〔［｛【〖《〈「『“‘／]$};

# What stands in a masthead, off the grid but for its first lines, each on a line of its own.
my %HEAD = map { $_ => 1 } qw(copy-number classification urgency masthead document-number
                              signatory-label signatory);

# A line of nothing but an address or another word without end, with the mark after it, has no place
# that could be wider.
my $ADDRESS = qr{^[^\s\p{Han}\x{3000}-\x{30FF}\x{FF00}-\x{FFEF}]+[，。；：、！？]?$};

# Blocks that are set justified; the others are centred or stand at a side.
my %RAGGED = map { $_ => 1 } keys %HEAD,
    qw(title issued post signature date printed-by printed-on caption continued table table-head annex-mark
       annex-title);

# Read in another order than the lines have: cells of tables, and footnotes, page by page. 续表 is on
# the pages alone.
my %TABLE = map { $_ => 1 } qw(continued table table-head footnote);

# What has a pitch of its own.
my %OFF_GRID = (%TABLE, %HEAD, map { $_ => 1 } qw(title annex-title post imprint printed-by printed-on));

# What may share a row with the one before it: issuers and their seals side by side.
my %BESIDE = (signature => 1);

sub slurp
{
    my ($path) = @_;
    open my $file, '<', $path or die "$path: $!\n";
    local $/;
    return <$file> // '';
}

sub breach
{
    my ($rule, $text) = @_;
    print "$rule: $text\n";
}

sub bare    # text without white space
{
    my ($text) = @_;
    $text =~ s/\s+//g;
    return $text;
}

my $QUOTED = qr/"((?:[^"\\]|\\.)*)"/;

sub unquote
{
    my ($text) = @_;
    $text =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ge;
    return $text;
}

# Blocks with their lines, as --stop-after=lines has them.
sub read_lines
{
    my @blocks;
    for (split /\n/, shift) {
        if (/^block \d+ (\S+)/ || /^cell \d+ \d+ (\S+)/) {
            push @blocks, {role => $1, lines => []};
        } elsif (/^figure (\S+) width \S+ height \S+ $QUOTED$/) {
            push @blocks, {role => $1, lines => []};
        } elsif (/^figure width \S+ height \S+ $QUOTED$/) {
            next;
        } elsif (/^  line \d+ indent (\S+) measure (\S+) natural (\S+) width (\S+)(?: $QUOTED)?$/) {
            push @{$blocks[-1]{lines}},
                {measure => $2, natural => $3, width => $4, text => unquote($5 // '')};
        } elsif (/^    forced-break /) {
            $blocks[-1]{lines}[-1]{forced} = 1;
        } elsif (/^    ragged /) {
            $blocks[-1]{lines}[-1]{ragged} = 1;
        } elsif (!/^    \S/) {
            die "not a line of --stop-after=lines: $_\n";
        }
    }
    return @blocks;
}

# Pages with their rows and runs, as --stop-after=pages has them. @images has their images; `after` of a
# row is whether something off the grid stands between it and the row before it. Pages with a pitch of
# their own have it, and their reasons, in %own, by the number of the page from 0.
my %own;
my @images;

sub read_pages
{
    my (@pages, %document, $outline, $off_grid);
    for (split /\n/, shift) {
        if (/^document width (\S+) height (\S+)/) {
            %document = (width => $1, height => $2);
        } elsif (/^page \d+ "\d+"(?: pitch (\S+))?(?: \((.+)\))?$/) {
            $own{@pages} = {pitch => $1, reasons => $2 // ''} if $1;
            push @pages, [];
        } elsif (/^outline/) {
            $outline = 1;
        } elsif (/^  row (\d+) (\S+) x (\S+) baseline (\S+) width (\S+)/) {
            push @{$pages[-1]},
                {row => $1, role => $2, x => $3, baseline => $4, width => $5,
                 after => $off_grid, text => '', faces => []};
            $off_grid = !$1;
        } elsif (/^[ ]{4}run\ (.+)\ (\d+)(?:\ red)?\ size\ (\S+)(?:\ condensed\ \d+)?
                   \ x\ (\S+)\ width\ (\S+)(?:\ rise\ \S+)?\ $QUOTED(\ turned)?$/x) {
            my $row = $pages[-1][-1];
            push @{$row->{faces}}, "$1 $2";
            $row->{size} //= $3;
            $row->{text} .= unquote($6);
            $row->{turned} = 1 if $7;
        } elsif (/^    mark (\S+) x (\S+) y (\S+) width (\S+) height (\S+)(?: turned)?$/) {
            push @{$pages[-1][-1]{marks}},
                {shape => $1, x => $2, y => $3, width => $4, height => $5};
        } elsif (/^    image x (\S+) y (\S+) width (\S+) height (\S+) $QUOTED$/) {
            $off_grid = 1;
            push @images, {page => $#pages, x => $1, y => $2, width => $3, height => $4, name => $5};
        } elsif (!/^    (link|anchor|rule|image multiply) / && !/^  (title|author|subject|keywords|language|date) "/
                 && !($outline && /^  level /)) {
            die "not a line of --stop-after=pages: $_\n";
        }
    }
    return (\%document, @pages);
}

# ---- the rules ----

my ($lines_file, $pages_file, $text_file, $fonts_file, $manifest_file, @options) = @ARGV;
my %option = map { $_ => 1 } @options;
my @blocks = read_lines(slurp($lines_file));
my ($document, @pages) = read_pages(slurp($pages_file));
my $text = bare(join '', map { $_->{text} } map { @{$_->{lines}} } @blocks);

# The left edge of the text block of a page, counted from 0.
sub left_of
{
    my ($number) = @_;
    return $option{mirror} && $number % 2 ? $PAGE{width} - $LEFT - $WIDTH : $LEFT;
}

sub is_numbered
{
    my ($page) = @_;
    return grep { $_->{role} eq 'page-number' } @$page;
}

# A table is read row by row, and a row that is divided between pages part by part; its head may stand
# on each page. The other text has the order of the lines.
sub check_table_text
{
    my @placed = @_;
    my $other = sub { bare(join '', map { $_->{text} } grep { !$TABLE{$_->{role}} } @_) };
    my @lines = map { my $role = $_->{role}; map { {role => $role, text => $_->{text}} } @{$_->{lines}} } @blocks;
    breach('text', 'the pages say other than the lines') if $other->(@placed) ne $other->(@lines);
    my %count;
    $count{$_->{role} =~ /^(table-head|continued)$/ ? 'head' : 'cell'}{bare($_->{text})}++ for grep { $TABLE{$_->{role}} } @placed;
    for (grep { $TABLE{$_->{role}} && $_->{text} =~ /\S/ } @lines) {
        my $kind = $_->{role} eq 'table-head' ? 'head' : 'cell';
        breach('text', "not on the pages: $_->{text}") if !$count{$kind}{bare($_->{text})}--;
    }
    # A footnote of a head is on each page that has the head.
    my %notes = map { bare($_->{text}) => 1 } grep { $_->{role} eq 'footnote' } @lines;
    delete @{$count{cell}}{keys %notes};
    my $left = join '', map { $_ x $count{cell}{$_} } keys %{$count{cell}};
    breach('text', "on the pages alone: $left") if $left ne '';
}

sub check_text
{
    my @placed = grep { $_->{role} ne 'page-number' } map { @$_ } @pages;
    return check_table_text(@placed) if grep { $TABLE{$_->{role}} } @blocks;
    my $placed = bare(join '', map { $_->{text} } @placed);
    breach('text', 'the pages say other than the lines') if $placed ne $text;

    # The page number is the last line of each page of the PDF that has one.
    my @printed = split /\f/, slurp($text_file);
    for my $number (grep { is_numbered($pages[$_]) } 0 .. $#printed) {
        $printed[$number] =~ s/— ?\d+ ?—\s*$//
            or breach('text', 'a page of the PDF without number');
    }
    my $printed = bare(join '', @printed);
    return if $printed eq $text;
    my $same = 0;
    $same++ while substr($printed, $same, 1) eq substr($text, $same, 1);
    breach('text', sprintf 'the PDF says “%s” where the lines say “%s”',
           substr($printed, $same, 20), substr($text, $same, 20));
}

sub check_breaks
{
    for my $block (@blocks) {
        my @lines = grep { $_->{text} =~ /\S/ } @{$block->{lines}};
        for my $i (1 .. $#lines) {
            my ($end, $start) = ($lines[$i - 1], $lines[$i]);
            next if $end->{forced} || $end->{text} =~ /\n$/;
            breach('breaks', "a line begins: $start->{text}") if $start->{text} =~ $NO_START;
            breach('breaks', "a line ends: $end->{text}") if $end->{text} =~ $NO_END;
        }
    }
}

sub check_widths
{
    for my $block (@blocks) {
        my @lines = @{$block->{lines}};
        for my $i (0 .. $#lines) {
            my $line = $lines[$i];
            my $last = $i == $#lines || $line->{text} =~ /\n$/;
            breach('widths', "wider than its measure: $line->{text}")
                if $line->{width} > $line->{measure};
            breach('widths', "not as wide as its measure: $line->{text}")
                if !$last && !$line->{forced} && !$line->{ragged} && $line->{text} !~ $ADDRESS && !$option{strict} && !$RAGGED{$block->{role}} && $line->{width} != $line->{measure};
        }
    }
}

# Of the square that a line on the grid stands in, whatever its size.
sub cell_top
{
    my ($row) = @_;
    return $row->{baseline} - $ASCENT * $CELL;
}

sub em_top
{
    my ($row) = @_;
    return $row->{baseline} - $ASCENT * $row->{size};
}

# Pages before the first annex, or before the one that has the imprint alone.
sub text_end
{
    for my $number (0 .. $#pages) {
        my @roles = map { $_->{role} } @{$pages[$number]};
        return $number if grep { $_ eq 'annex-mark' } @roles;
        return $number
            if grep(/^imprint$/, @roles) && !grep { !/^(imprint|printed-(by|on)|page-number)$/ } @roles;
    }
    return scalar @pages;
}

# A pitch that says why, within the limits, on one of the last two pages; the lines evenly spaced by
# it from the first, or from the first below a title, but for what tables and figures put between, to
# no further than the foot. Where the grid's own pitch does, lines are only off the grid.
sub check_own_pitch
{
    my ($number, @rows) = @_;
    my ($pitch, $reasons) = @{$own{$number}}{qw(pitch reasons)};
    my ($change) = $reasons =~ m{^pitch ([+-]\d+\.\d+|0\.000) GB/T 9704-2012 7\.3\.5\.5};
    breach('grid', "page $number has a pitch without a reason")
        if !defined $change || abs($pitch - $PITCH - $change) > $NEAR;
    breach('grid', "pitch $pitch of page $number")
        if $pitch < $CLOSER * $PITCH - $NEAR || $pitch > $WIDER * $PITCH + $NEAR;
    my $end = text_end();
    breach('grid', "a pitch on page $number of $end") if $number < $end - 2 || $number >= $end;
    my $titled = @rows && $rows[0]{role} eq 'title';
    my $headed = grep { $HEAD{$_->{role}} } @{$pages[$number]};
    @rows = grep { $_->{role} ne 'title' && !$HEAD{$_->{role}} } @rows;
    breach('grid', "off the head: $rows[0]{text}")
        if !$titled && !$headed && abs(cell_top($rows[0]) - $TOP) > $NEAR;
    for my $i (1 .. $#rows) {
        my $apart = $rows[$i]{baseline} - $rows[$i - 1]{baseline};
        breach('grid', "not evenly spaced: $rows[$i]{text}")
            if !$rows[$i]{after} && abs($apart - ($rows[$i]{row} - $rows[$i - 1]{row}) * $pitch) > $NEAR;
    }
    breach('grid', "below the text block: $rows[-1]{text}")
        if cell_top($rows[-1]) > $TOP + ($ROWS - 1) * $PITCH + $NEAR;
}

sub check_rows
{
    my ($number, @rows) = @_;
    my $above = 0;
    for my $row (@rows) {
        my $size = $OFF_GRID{$row->{role}} ? $row->{size} : $CELL;
        my $baseline = $TOP + ($row->{row} - 1) * $PITCH + $ASCENT * $size;
        breach('grid', "off the grid: $row->{text}")
            if !$own{$number} && abs($row->{baseline} - $baseline) > $NEAR;
        breach('grid', "row $row->{row} after $above: $row->{text}")
            if $row->{row} < $above + !$BESIDE{$row->{role}} || $row->{row} > $ROWS + ($own{$number} ? 1 : 0);
        $above = $row->{row};
    }
}

sub check_grid
{
    abs($document->{$_} - $PAGE{$_}) < $NEAR or breach('grid', "$_ of the page") for keys %PAGE;
    for my $number (0 .. $#pages) {
        my $page = $pages[$number];
        my @rows = grep { $_->{row} } @$page;
        check_rows($number, @rows);
        check_own_pitch($number, @rows) if $own{$number};
        for my $row (grep { $_->{role} ne 'page-number' } @$page) {
            breach('grid', "outside the text block: $row->{text}")
                if !$row->{turned} && ($row->{x} < left_of($number) - $NEAR
                                       || $row->{x} + $row->{width} > left_of($number) + $WIDTH + $NEAR);
            breach('grid', "between the lines: $row->{text}")
                if !$row->{row} && !$OFF_GRID{$row->{role}} && !$row->{turned}
                && $row->{role} ne 'caption';
        }
    }
}

# Marks stand below the em box of their line, clear of the line after it, within its ends.
sub check_marks
{
    for my $row (map { @$_ } @pages) {
        my $bottom = $row->{baseline} + (1 - $ASCENT) * ($row->{size} // 0);
        for my $mark (@{$row->{marks} // []}) {
            my $below = $mark->{y} - $bottom;
            breach('marks', "$mark->{shape} not below its line: $row->{text}")
                if $below < 0 || $below + $mark->{height} > $PITCH - $row->{size} - $NEAR;
            breach('marks', "$mark->{shape} past the ends of its line: $row->{text}")
                if $mark->{width} <= 0 || $mark->{x} < $row->{x} - $NEAR
                || $mark->{x} + $mark->{width} > $row->{x} + $row->{width} + $NEAR;
        }
    }
}

# Figures stand in the text block, and no text on them; a seal does on both accounts what it will.
sub check_images
{
    my $bottom = $TOP + ($ROWS - 1) * $PITCH + $CELL;
    for my $image (@images) {
        my $end = $image->{y} + $image->{height};
        my $left = left_of($image->{page});
        breach('images', "outside the text block: $image->{name}")
            if $image->{x} < $left - $NEAR || $image->{x} + $image->{width} > $left + $WIDTH + $NEAR
            || $image->{y} < $TOP - $NEAR || $end > $bottom + $NEAR;
        for my $row (grep { !$_->{turned} } @{$pages[$image->{page}]}) {
            breach('images', "$image->{name} over text: $row->{text}")
                if em_top($row) < $end - $NEAR && em_top($row) + $row->{size} > $image->{y} + $NEAR;
        }
    }
}

sub check_fonts
{
    my (%faces, %families);
    for (grep { /^[0-9a-f]{64} / } split /\n/, slurp($manifest_file)) {
        my (undef, undef, undef, $weight, undef, undef, undef, $family) = split ' ', $_, 8;
        $faces{"$family $weight"} = 1;
        $families{lc $family =~ s/ //gr} = 1;
    }
    for my $face (map { @{$_->{faces}} } map { @$_ } @pages) {
        breach('fonts', "not of the manifest: $face") if !$faces{$face};
    }
    my @fonts = split /\n/, slurp($fonts_file);
    breach('fonts', 'no font in the PDF') if @fonts < 3;
    for (@fonts[2 .. $#fonts]) {    # below name, type, encoding, emb, sub, uni
        my ($name) = /^(?:[A-Z]{6}\+)?(\S+)/;
        breach('fonts', "not embedded as a subset with Unicode: $_")
            if !/ yes +yes +yes +\d+ +\d+$/;
        breach('fonts', "not of the manifest: $name")
            if !grep { index(lc $name, $_) == 0 } keys %families;
    }
}

check_text();
check_breaks();
check_widths();
check_grid();
check_marks();
check_images();
check_fonts();
