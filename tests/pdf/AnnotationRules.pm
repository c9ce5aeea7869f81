package AnnotationRules;

# Annotations and actions: ISO 19005-2 6.3 and 6.5, ISO 14289-1 7.18.
use strict;
use warnings;

sub check
{
    my ($pdf, $claim) = @_;
    my $number;
    for my $page ($pdf->pages) {
        $number++;
        my @annotations = $pdf->list($page, '/Annots');
        for my $annotation (@annotations) {
            my %annotation = $pdf->entries($annotation);
            my $place = "page $number: an annotation";
            _archival($pdf, \%annotation, $place) if $claim->{a};
            _accessible($pdf, \%annotation, $place) if $claim->{ua};
            _target($pdf, \%annotation, $place);
        }
        # 7.18.3
        $pdf->fault('ISO 14289-1 7.18.3', "page $number: the order of tabs is not the structure's")
            if $claim->{ua} && @annotations && $pdf->name($page, '/Tabs') ne '/S';
    }
    _actions($pdf) if $claim->{a};
    return;
}

# 6.3.1 and 6.3.2; a link needs no appearance (6.3.3).
sub _archival
{
    my ($pdf, $annotation, $place) = @_;
    my $kind = $pdf->name($annotation, '/Subtype');
    $kind =~ m{^/(?:Text|Link|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|
        Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|FileAttachment|Widget|PrinterMark|TrapNet|
        Watermark|Redact)$}x
        or $pdf->fault('ISO 19005-2 6.3.1', "$place is of the kind $kind");
    my $flags = $pdf->get($annotation, '/F') // 0;
    # Invisible 1, Hidden 2, Print 4, NoView 32, ToggleNoView 256
    $pdf->fault('ISO 19005-2 6.3.2', "$place is not printed, or not seen: /F $flags")
        if $kind ne '/Popup' && (!($flags & 4) || $flags & (1 | 2 | 32 | 256));
    $pdf->fault('ISO 19005-2 6.3.3', "$place has no appearance")
        if $kind !~ m{^/(?:Link|Popup)$} && !defined $pdf->get($annotation, '/AP', '/N');
    return;
}

# 7.18.1 and 7.18.5
sub _accessible
{
    my ($pdf, $annotation, $place) = @_;
    my $said = $pdf->text($annotation->{'/Contents'}) // '';
    $pdf->fault('ISO 14289-1 7.18.5', "$place says nothing of itself") if $said !~ /\S/;
    return;
}

# ISO 32000-1 12.3.2: a link leads somewhere.
sub _target
{
    my ($pdf, $annotation, $place) = @_;
    return if $pdf->name($annotation, '/Subtype') ne '/Link';
    my $action = $pdf->get($annotation, '/A');
    my $target = $pdf->value($annotation->{'/Dest'} // (ref $action ? $action->{'/D'} : undef));
    return if !defined $target && ref $action && $pdf->name($action, '/S') eq '/URI'
        && length($pdf->text($action->{'/URI'}) // '');
    $target = _destination($pdf, $target) if defined $target && !ref $target;
    $target = $target->{'/D'} if ref $target eq 'HASH';
    my ($page) = $pdf->list($target);
    $pdf->fault('ISO 32000-1 12.3.2', "$place leads nowhere")
        if $pdf->name($page, '/Type') ne '/Page';
    return;
}

# A destination by its name.
sub _destination
{
    my ($pdf, $name) = @_;
    my $old = $pdf->get($pdf->{root}, '/Dests', $name);
    return $old if defined $old;
    my $wanted = $pdf->text($name) // return undef;
    my @nodes = $pdf->get($pdf->{root}, '/Names', '/Dests');
    while (my $node = shift @nodes) {
        my @names = $pdf->list($node, '/Names');
        while (my ($key, $value) = splice @names, 0, 2) {
            return $pdf->value($value) if ($pdf->text($key) // '') eq $wanted;
        }
        push @nodes, map { $pdf->value($_) } $pdf->list($node, '/Kids');
    }
    return undef;
}

# 6.5: no action but those that lead somewhere, none that happens by itself.
sub _actions
{
    my ($pdf) = @_;
    $pdf->each_dictionary(sub {
        my ($dictionary, $where) = @_;
        $pdf->fault('ISO 19005-2 6.5.2', "$where acts by itself") if exists $dictionary->{'/AA'};
        for my $key (qw(/A /OpenAction /Next)) {
            my $action = $pdf->get($dictionary, $key);
            next if ref $action ne 'HASH' || !defined $action->{'/S'} || $action->{'/O'};
            my $kind = $pdf->name($action, '/S');
            next if $kind =~ m{^/(?:GoTo|GoToR|GoToE|Thread|URI|SubmitForm)$};
            next if $kind eq '/Named'
                && $pdf->name($action, '/N') =~ m{^/(?:Next|Prev|First|Last)Page$};
            $pdf->fault('ISO 19005-2 6.5.1', "$where has an action of the kind $kind");
        }
    });
    $pdf->fault('ISO 19005-2 6.5.1', 'the document has a script')
        if defined $pdf->get($pdf->{root}, '/Names', '/JavaScript');
    return;
}

1;
