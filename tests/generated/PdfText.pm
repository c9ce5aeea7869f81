package PdfText;

# What a PDF says, read from the codes of its content by its own ToUnicode tables, and ordered by its
# structure tree: as a screen reader has it, without what is marked as an artifact.
use v5.36;
use utf8;
use Encode ();
use Content;
use FontRules;

# The text of each marked-content sequence, {page reference}{MCID}, and of all artifacts.
sub _sequences ($pdf) {
    my (%text, $artifacts, %maps);
    my %page_of;
    my $number = 0;
    $page_of{'page ' . ++$number} = $_ for $pdf->pages;
    my ($font, @saved, @open);
    Content::walk($pdf, sub ($operator, $operands, $resources, $place) {
        if ($operator eq 'q') { push @saved, $font }
        elsif ($operator eq 'Q') { $font = pop @saved }
        elsif ($operator eq 'Tf') { $font = ($pdf->get($resources, '/Font') // {})->{$operands->[0]} }
        elsif ($operator eq 'BMC' || $operator eq 'BDC') { push @open, _open($pdf, $operands, $resources); _add(\%text, \$artifacts, $page_of{$place}, \@open, $open[-1]{actual}) if defined $open[-1]{actual} }
        elsif ($operator eq 'EMC') { pop @open }
        elsif ($operator =~ /^(?:Tj|TJ|'|")$/ && !grep { defined $_->{actual} } @open) {
            my $map = $maps{$font} //= FontRules::_map($pdf->data($pdf->value($font)->{'/ToUnicode'}) // '');
            my $last = $operands->[-1];
            my $bytes = join '', map { ref eq 'SCALAR' ? $$_ : '' } ref $last eq 'ARRAY' ? @$last : $last;
            my $wide = $pdf->name($font, '/Subtype') eq '/Type0';
            _add(\%text, \$artifacts, $page_of{$place}, \@open, join '', map { $map->{$_} // "\x{FFFD}" } unpack $wide ? 'n*' : 'C*', $bytes);
        }
    });
    return (\%text, $artifacts // '');
}

sub _open ($pdf, $operands, $resources) {
    my ($tag, $more) = @$operands;
    $more = $pdf->get($resources, '/Properties', $more) if defined $more && !ref $more;
    $more //= {};
    my $actual = $more->{'/ActualText'};
    $actual = ref $actual ? $$actual =~ /^\xFE\xFF/ ? Encode::decode('UTF-16', $$actual) : Encode::decode('latin1', $$actual) : $pdf->text($actual) if defined $actual;
    return {tag => $tag, mcid => $more->{'/MCID'}, actual => $actual};
}

sub _add ($text, $artifacts, $page, $open, $words) {
    my ($marked) = grep { defined $_->{mcid} } @$open;
    if ($marked) { $text->{$page}{$marked->{mcid}} .= $words }
    else { $$artifacts .= $words }
    return;
}

# The body, the notes, the artifacts; a figure is its alternative text, as plain text has it.
sub read_text ($pdf) {
    my ($text, $artifacts) = _sequences($pdf);
    my %said = (body => '', notes => '', artifacts => $artifacts);
    my $walk;
    $walk = sub ($element, $page, $where) {
        my $node = $pdf->value($element);
        my $role = $node->{'/S'};
        $where = 'notes' if $role eq '/Note';
        $page = $node->{'/Pg'} // $page;
        if ($role eq '/Figure') {
            $said{$where} .= "［图片：" . $pdf->text($node->{'/Alt'}) . '］';
            return;
        }
        if (defined $node->{'/ActualText'}) {
            $said{$where} .= $pdf->text($node->{'/ActualText'});
            return;
        }
        my $kids = $node->{'/K'};
        $kids = $pdf->value($kids) if ref $pdf->value($kids) eq 'ARRAY';
        for my $kid (ref $kids eq 'ARRAY' ? @$kids : $kids // ()) {
            my $value = $pdf->value($kid);
            if (!ref $value) { $said{$where} .= delete $text->{$page}{$value} // '' }
            elsif (($value->{'/Type'} // '') eq '/MCR') { $said{$where} .= delete $text->{$value->{'/Pg'} // $page}{$value->{'/MCID'}} // '' }
            elsif (($value->{'/Type'} // '') ne '/OBJR') { $walk->($kid, $page, $where) }
        }
    };
    $walk->($_, undef, 'body') for map { ref $pdf->value($_) eq 'ARRAY' ? @{$pdf->value($_)} : $_ } $pdf->get($pdf->{root}, '/StructTreeRoot')->{'/K'};
    $said{lost} = join '', map { my $page = $_; map { $text->{$page}{$_} } sort keys %{$text->{$page}} } sort keys %$text;
    return \%said;
}

1;
