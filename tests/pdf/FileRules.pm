package FileRules;

# The file itself: ISO 19005-2 6.1, and what a catalogue may not have.
use strict;
use warnings;
use Encode;
use Content;

sub check
{
    my ($pdf, $claim) = @_;
    return if !$claim->{a};
    _header($pdf);
    _trailer($pdf);
    _objects($pdf) if !$pdf->{trailer}{'/Encrypt'};
    _streams($pdf);
    _limits($pdf);
    _nesting($pdf);
    _catalogue($pdf);
    return;
}

# 6.1.2: the first line, and four bytes beyond ASCII at least in a comment.
sub _header
{
    my ($pdf) = @_;
    $pdf->{bytes} =~ /\A%PDF-1\.[0-7](?:\r\n|\r|\n)%[\x80-\xff]{4}/
        or $pdf->fault('ISO 19005-2 6.1.2', 'the file does not begin as one of binary data');
    return;
}

# 6.1.3
sub _trailer
{
    my ($pdf) = @_;
    my @parts = grep { length } map { $pdf->text($_) // '' } $pdf->list($pdf->{trailer}, '/ID');
    $pdf->fault('ISO 19005-2 6.1.3', 'the trailer has no ID of two strings') if @parts != 2;
    $pdf->fault('ISO 19005-2 6.1.3', 'the file is encrypted') if $pdf->{trailer}{'/Encrypt'};
    $pdf->{bytes} =~ /%%EOF(?:\r\n|\r|\n)?\z/
        or $pdf->fault('ISO 19005-2 6.1.3', 'something follows the end of the file');
    return;
}

# Where the objects that are in no object stream begin, by number.
sub _places
{
    my ($pdf) = @_;
    open my $pipe, '-|', 'qpdf', '--show-xref', $pdf->{path} or die "qpdf: $!\n";
    my %places = map { m{^(\d+)/\d+: uncompressed; offset = (\d+)} ? ($1 => $2) : () } <$pipe>;
    close $pipe;
    return \%places;
}

# 6.1.9 and 6.1.7.1
sub _objects
{
    my ($pdf) = @_;
    my $places = _places($pdf);
    for my $number (sort { $a <=> $b } keys %$places) {
        pos($pdf->{bytes}) = $places->{$number};
        $pdf->{bytes} =~ /\G$number \d+ obj(?:\r\n|\r|\n)/g
            or $pdf->fault('ISO 19005-2 6.1.9', "object $number does not begin as one");
        my $stream = $pdf->{objects}{"obj:$number 0 R"}{stream} or next;
        _stream_place($pdf, $number, $stream->{dict});
    }
    return;
}

sub _stream_place
{
    my ($pdf, $number, $dictionary) = @_;
    my $length = $pdf->value($dictionary->{'/Length'}) // 0;
    $pdf->{bytes} =~ /\G.*?>>\s*stream(\r\n|\n)?/gs or return;
    $pdf->fault('ISO 19005-2 6.1.7.1', "no line ends after the word stream in object $number")
        if !defined $1;
    my $after = substr $pdf->{bytes}, pos($pdf->{bytes}) + $length, 11;
    $after =~ /^(?:\r\n|\r|\n)endstream/
        or $pdf->fault(
        'ISO 19005-2 6.1.7.1',
        "object $number does not end in a line of its own after /Length bytes"
        );
    return;
}

# 6.1.7.1 and 6.1.7.2
sub _streams
{
    my ($pdf) = @_;
    my %allowed = map { ("/$_" => 1) } qw(ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode
        CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode);
    for my $stream ($pdf->streams) {
        my %dictionary = $pdf->entries($stream);
        for my $key (grep { exists $dictionary{$_} } qw(/F /FFilter /FDecodeParms)) {
            $pdf->fault('ISO 19005-2 6.1.7.1', "object $stream has its data elsewhere ($key)");
        }
        my $filter = $pdf->value($dictionary{'/Filter'});
        for my $name (ref $filter ? $pdf->list($filter) : grep { defined } $filter) {
            $pdf->fault('ISO 19005-2 6.1.7.2', "object $stream has the filter $name")
                if !$allowed{$name};
        }
    }
    return;
}

sub _limit
{
    my ($pdf, $where, $value) = @_;
    if ($value =~ m{^/(.*)}s) {
        my $name = encode('UTF-8', $1);
        $pdf->fault('ISO 19005-2 6.1.13', "$where: a name is longer than 127 bytes")
            if length $name > 127;
        $pdf->fault('ISO 19005-2 6.1.8', "$where: the name $value is not UTF-8")
            if $value =~ /\x{fffd}|\A\/n:/;
    } elsif ($value =~ /^u:/) {
        $pdf->fault('ISO 19005-2 6.1.13', "$where: a string is longer than 32767 bytes")
            if length encode('UTF-16', substr $value, 2) > 32767;
    } elsif ($value =~ /^b:/) {
        $pdf->fault('ISO 19005-2 6.1.13', "$where: a string is longer than 32767 bytes")
            if length $value > 2 + 2 * 32767;
    } elsif ($value =~ /^-?\d+$/) {
        $pdf->fault('ISO 19005-2 6.1.13', "$where: $value is beyond 32 bits")
            if $value > 2147483647 || $value < -2147483648;
    }
    return;
}

# 6.1.13: as much as any reader can take.
sub _limits
{
    my ($pdf) = @_;
    my $check = sub {
        my ($value, $where) = @_;
        _limit($pdf, $where, $_) for grep { defined && !ref } @$value;
    };
    $pdf->each_dictionary(sub {
        my ($dictionary, $where) = @_;
        $check->([%$dictionary], $where);
        $check->($_, $where) for grep { ref eq 'ARRAY' } values %$dictionary;
    });
    return;
}

# 6.1.13, and 6.2.2: operators of ISO 32000-1 alone, states that are saved and restored in pairs.
sub _nesting
{
    my ($pdf) = @_;
    my %depth;
    Content::walk($pdf, sub {
        my ($operator, undef, $resources, $place) = @_;
        $depth{$place} //= 0;
        if ($operator eq 'q') {
            $pdf->fault('ISO 19005-2 6.1.13', "$place: more than 28 states are saved")
                if ++$depth{$place} > 28;
        } elsif ($operator eq 'Q') {
            $pdf->fault('ISO 19005-2 6.2.2', "$place: Q without q") if --$depth{$place} < 0;
        } elsif ($operator eq 'odd-hexadecimal') {
            $pdf->fault('ISO 19005-2 6.1.6', "$place: a hexadecimal string of an odd length");
        } elsif (!Content::is_known($operator)) {
            $pdf->fault('ISO 19005-2 6.2.2', "$place: there is no operator $operator");
        }
        $pdf->fault('ISO 19005-2 6.2.2', "$place has no resources of its own")
            if ref $resources ne 'HASH';
    });
    for my $place (sort grep { $depth{$_} > 0 } keys %depth) {
        $pdf->fault('ISO 19005-2 6.2.2', "$place: q without Q");
    }
    return;
}

# What a document may not have, or mkbulletin never makes: files, forms, layers.
sub _catalogue
{
    my ($pdf) = @_;
    my $root = $pdf->{root};
    my @clauses = (
        ['6.8', 'holds files', $pdf->get($root, '/Names', '/EmbeddedFiles')],
        ['6.4.2', 'has a form of XFA', $pdf->get($root, '/AcroForm', '/XFA')],
        ['6.4.2', 'needs rendering', ($pdf->get($root, '/NeedsRendering') // 0) ? 1 : undef],
        ['6.9', 'has optional content', $root->{'/OCProperties'}],
        ['6.10', 'has alternate presentations',
            $pdf->get($root, '/Names', '/AlternatePresentations')],
        ['6.11', 'has requirements', $root->{'/Requirements'}],
        ['6.1.12', 'has permissions', $root->{'/Perms'}],
    );
    for my $row (@clauses) {
        my ($clause, $text, $value) = @$row;
        $pdf->fault("ISO 19005-2 $clause", "the document $text") if defined $value;
    }
    return;
}

1;
