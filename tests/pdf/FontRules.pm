package FontRules;

# Fonts: ISO 19005-2 6.2.11; ISO 14289-1 7.21 has the same conditions.
use strict;
use warnings;
use Encode;
use Content;
use FontProgram;

sub check
{
    my ($pdf, $claim) = @_;
    $pdf->{font_clause} = $claim->{a} ? 'ISO 19005-2 6.2.11.' : 'ISO 14289-1 7.21.';
    my $used = _used($pdf);
    for my $reference (sort keys %$used) {
        my $name = $pdf->name($reference, '/BaseFont') || 'nameless';
        my $font = {
            reference => $reference,
            place => 'the font ' . substr($name, 1),
            codes => $used->{$reference}{codes},
            seen => $used->{$reference}{seen},
            $pdf->entries($reference),
        };
        _font($pdf, $font);
    }
    return;
}

sub _fault
{
    my ($pdf, $clause, $font, $text) = @_;
    # ISO 14289-1 counts its clauses from 3.
    $pdf->fault("$pdf->{font_clause}$clause", "$font->{place}: $text");
    return;
}

# Of each font, by its reference, the codes that are shown with it, and those that are seen too.
sub _used
{
    my ($pdf) = @_;
    my (%used, %state, %saved);
    Content::walk($pdf, sub {
        my ($operator, $operands, $resources, $place) = @_;
        my $state = $state{$place} //= {font => undef, mode => 0};
        if ($operator eq 'q') {
            push @{$saved{$place}}, {%$state};
        } elsif ($operator eq 'Q') {
            $state{$place} = pop @{$saved{$place}} if @{$saved{$place} // []};
        } elsif ($operator eq 'Tf') {
            $state->{font} = ($pdf->get($resources, '/Font') // {})->{$operands->[0] // ''};
        } elsif ($operator eq 'Tr') {
            $state->{mode} = $operands->[0];
        } elsif ($operator =~ /^(?:Tj|TJ|'|")$/) {
            my $last = $operands->[-1];
            my $text = join '', map { ref eq 'SCALAR' ? $$_ : '' } ref $last eq 'ARRAY' ? @$last : $last;
            my $font = $state->{font};
            if (!defined $font) {
                $pdf->fault('ISO 19005-2 6.2.2', "$place: text without a font");
                return;
            }
            my $wide = $pdf->name($font, '/Subtype') eq '/Type0';
            my @codes = unpack $wide ? 'n*' : 'C*', $text;
            $used{$font}{codes}{$_} = 1 for @codes;
            $state->{mode} == 3 or $used{$font}{seen}{$_} = 1 for @codes;
        }
    });
    return \%used;
}

sub _font
{
    my ($pdf, $font) = @_;
    my $kind = $pdf->name($font->{'/Subtype'});
    _fault($pdf, '2', $font, 'the dictionary is not one of a font')
        if $pdf->name($font->{'/Type'}) ne '/Font' || $pdf->name($font->{'/BaseFont'}) eq '';
    _unicode($pdf, $font);
    if ($kind eq '/Type0') {
        _composite($pdf, $font);
    } elsif ($kind eq '/TrueType') {
        _truetype($pdf, $font);
    } else {
        _fault($pdf, '2', $font, "fonts of the kind $kind are not looked into");
    }
    return;
}

# ---- what characters are (6.2.11.7.2) ----

# From codes to texts, of a ToUnicode CMap.
sub _map
{
    my ($text) = @_;
    my %map;
    my $unicode = sub {
        my $text = join '', map { chr } unpack 'n*', pack 'H*', $_[0];
        return $text =~ s/([\x{d800}-\x{dbff}])([\x{dc00}-\x{dfff}])/
            chr 0x10000 + (ord($1) - 0xD800) * 1024 + ord($2) - 0xDC00/gexr;
    };
    while ($text =~ /beginbfchar(.*?)endbfchar/gs) {
        my $rows = $1;
        $map{hex $1} = $unicode->($2) while $rows =~ /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g;
    }
    while ($text =~ /beginbfrange(.*?)endbfrange/gs) {
        my $rows = $1;
        while ($rows =~ /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])/gs) {
            my ($from, $to, $first, $each) = (hex $1, hex $2, $3, $4);
            my @each = defined $each ? $each =~ /<([0-9A-Fa-f]*)>/g : ();
            for my $code ($from .. $to) {
                if (defined $first) {
                    my $one = $unicode->($first);
                    $map{$code} = substr($one, 0, -1) . chr(ord(substr $one, -1) + $code - $from);
                } elsif (@each) {
                    $map{$code} = $unicode->(shift @each);
                }
            }
        }
    }
    return \%map;
}

sub _unicode
{
    my ($pdf, $font) = @_;
    my $map = _map($pdf->data($font->{'/ToUnicode'}) // '');
    for my $code (sort { $a <=> $b } keys %{$font->{codes}}) {
        my $text = $map->{$code} // '';
        if ($text eq '') {
            _fault($pdf, '7.2', $font, sprintf 'the code %d is no character', $code);
        } elsif ($text =~ /[\0\x{feff}\x{fffe}]/) {
            _fault($pdf, '7.2', $font, sprintf 'the code %d is U+%04X', $code, ord $text);
        } elsif ($text =~ /[\x{e000}-\x{f8ff}\x{f0000}-\x{10fffd}]/) {
            # 6.2.11.7.3 has it for level A, where no ActualText says more.
            _fault($pdf, '7.3', $font, sprintf 'the code %d is for private use', $code);
        }
    }
    return;
}

# ---- the program ----

# The program of a descriptor, read, and its kind: /FontFile2, /FontFile3.
sub _program
{
    my ($pdf, $font, $descriptor) = @_;
    my %descriptor = $pdf->entries($descriptor);
    my @keys = grep { defined $descriptor{$_} } qw(/FontFile /FontFile2 /FontFile3);
    if (@keys != 1 || !$pdf->is_stream($descriptor{$keys[0]})) {
        _fault($pdf, '4.1', $font, 'is not embedded');
        return;
    }
    my $data = $pdf->data($descriptor{$keys[0]});
    my $program = eval { $keys[0] eq '/FontFile2' ? FontProgram::truetype($data) : FontProgram::cff($data) };
    if (!$program) {
        _fault($pdf, '4.1', $font, 'the program cannot be read: ' . $@ =~ s/\n//r);
        return;
    }
    my $kind = $keys[0] eq '/FontFile3' ? $pdf->name($descriptor{'/FontFile3'}, '/Subtype') : '';
    return ($program, $keys[0] . $kind, \%descriptor);
}

# ISO 32000-1 9.7.4.3
sub _widths
{
    my ($pdf, $descendant) = @_;
    my %width;
    my @rows = $pdf->list($descendant, '/W');
    while (@rows) {
        my $first = shift @rows;
        my $next = $pdf->value(shift @rows);
        if (ref $next eq 'ARRAY') {
            $width{$first++} = $pdf->value($_) for @$next;
        } else {
            my $width = $pdf->value(shift @rows);
            $width{$_} = $width for $first .. $next;
        }
    }
    return \%width;
}

# 6.2.11.5: within a thousandth.
sub _same_width
{
    my ($pdf, $font, $code, $said, $made) = @_;
    _fault($pdf, '5', $font, "the code $code is $said wide, its glyph $made")
        if abs($said - $made) > 1;
    return;
}

# ---- fonts of CIDs ----

sub _composite
{
    my ($pdf, $font) = @_;
    my ($reference) = $pdf->list($font->{'/DescendantFonts'});
    my %inner = $pdf->entries($reference);
    my $encoding = $pdf->name($font->{'/Encoding'});
    # 6.2.11.3.3; other CMaps would be embedded, and Cairo writes none.
    _fault($pdf, '3.3', $font, "the encoding is $encoding") if $encoding ne '/Identity-H';
    # 6.2.11.3.1 has nothing against any registry with Identity-H.
    my ($program, $kind, $descriptor) = _program($pdf, $font, $inner{'/FontDescriptor'});
    return if !$program;
    my $true = $pdf->name($inner{'/Subtype'}) eq '/CIDFontType2';
    my $wanted = $true ? '/FontFile2' : '/FontFile3/CIDFontType0C';
    _fault($pdf, '4.1', $font, "the program is a $kind") if $kind ne $wanted;
    my $map = $pdf->value($inner{'/CIDToGIDMap'});
    _fault($pdf, '3.2', $font, 'nothing says which glyph a CID is')
        if $true && !(defined $map && ($map eq '/Identity' || ref $map));
    my $glyph_of = _glyphs($pdf, $inner{'/CIDToGIDMap'}, $true, $program);
    my $widths = _widths($pdf, \%inner);
    my $usual = $pdf->value($inner{'/DW'}) // 1000;
    for my $cid (sort { $a <=> $b } keys %{$font->{codes}}) {
        my $glyph = $glyph_of->($cid);
        if (!defined $glyph || $glyph >= $program->{glyphs}) {
            _fault($pdf, '4.1', $font, "there is no glyph $cid");
            next;
        }
        _fault($pdf, '8', $font, 'shows .notdef') if $glyph == 0;
        _same_width($pdf, $font, $cid, $widths->{$cid} // $usual, $program->{widths}[$glyph])
            if $font->{seen}{$cid};
    }
    _cid_set($pdf, $font, $descriptor, $program);
    return;
}

# A function from CIDs to glyphs.
sub _glyphs
{
    my ($pdf, $map, $true, $program) = @_;
    return sub { $program->{glyph_of}{$_[0]} } if !$true && $program->{glyph_of};
    if ($true && $pdf->is_stream($map)) {
        my @glyphs = unpack 'n*', $pdf->data($map);
        return sub { $glyphs[$_[0]] };
    }
    return sub { $_[0] };
}

# 6.2.11.4.2: a list of the CIDs is complete or is not there.
sub _cid_set
{
    my ($pdf, $font, $descriptor, $program) = @_;
    return if !exists $descriptor->{'/CIDSet'};
    my $bits = unpack 'B*', $pdf->data($descriptor->{'/CIDSet'}) // '';
    my @cids = $program->{glyph_of} ? keys %{$program->{glyph_of}} : 0 .. $program->{glyphs} - 1;
    my @left_out = grep { !substr $bits . '0' x 65536, $_, 1 } @cids;
    _fault($pdf, '4.2', $font, 'CIDSet leaves out ' . @left_out . ' CIDs') if @left_out;
    return;
}

# ---- simple TrueType fonts ----

sub _truetype
{
    my ($pdf, $font) = @_;
    my ($program, $kind, $descriptor) = _program($pdf, $font, $font->{'/FontDescriptor'});
    return if !$program;
    my $encoding = $pdf->name($font->{'/Encoding'});
    my $symbolic = ($pdf->value($descriptor->{'/Flags'}) // 0) & 4;
    # 6.2.11.6; without differences, which Cairo does not write.
    _fault($pdf, '6', $font, "the encoding is '$encoding'")
        if $symbolic || $encoding !~ m{^/(?:WinAnsi|MacRoman)Encoding$};
    my $cmap = $program->{cmaps}{'3 1'};
    if (!$cmap) {
        _fault($pdf, '6', $font, 'there is no cmap (3, 1)');
        return;
    }
    my $table = $encoding eq '/MacRomanEncoding' ? 'MacRoman' : 'cp1252';
    my $first = $pdf->value($font->{'/FirstChar'}) // 0;
    my @widths = map { $pdf->value($_) } $pdf->list($font->{'/Widths'});
    # 6.2.11.2: as ISO 32000-1 table 111 has it.
    _fault($pdf, '2', $font, 'the widths are not those of FirstChar to LastChar')
        if @widths != ($pdf->value($font->{'/LastChar'}) // -1) - $first + 1;
    for my $code (sort { $a <=> $b } keys %{$font->{codes}}) {
        my $glyph = $cmap->{ord decode $table, chr $code} // 0;
        _fault($pdf, '8', $font, 'shows .notdef') if $glyph == 0;
        my $said = $code >= $first ? $widths[$code - $first] : undef;
        if (!defined $said) {
            _fault($pdf, '5', $font, "the code $code has no width");
        } elsif ($font->{seen}{$code}) {
            _same_width($pdf, $font, $code, $said, $program->{widths}[$glyph]);
        }
    }
    return;
}

1;
