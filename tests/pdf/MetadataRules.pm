package MetadataRules;

# The metadata: ISO 19005-2 6.6, what the catalogue says of the document (6.7.2, 6.7.3, 6.7.4), and
# ISO 14289-1 5 and 7.1.
use strict;
use warnings;
use Encode;
use XML::LibXML;
use XML::LibXML::XPathContext;

my %SPACES = (
    rdf => 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    dc => 'http://purl.org/dc/elements/1.1/',
    pdf => 'http://ns.adobe.com/pdf/1.3/',
    xmp => 'http://ns.adobe.com/xap/1.0/',
    pdfaid => 'http://www.aiim.org/pdfa/ns/id/',
    pdfuaid => 'http://www.aiim.org/pdfua/ns/id/',
    pdfaExtension => 'http://www.aiim.org/pdfa/ns/extension/',
    pdfaSchema => 'http://www.aiim.org/pdfa/ns/schema#',
    pdfaProperty => 'http://www.aiim.org/pdfa/ns/property#',
);

# The properties that ISO 19005-2 6.6.2.3.1 knows, of the schemas that may occur here, and what each
# is: of XMP Specification (2005), and of 6.6.4.
my %KNOWN = (
    $SPACES{dc} => {
        (map { $_ => 'Bag' } qw(contributor language publisher relation subject type)),
        (map { $_ => 'Seq' } qw(creator date)),
        (map { $_ => 'Alt' } qw(description rights title)),
        (map { $_ => '' } qw(coverage format identifier source)),
    },
    $SPACES{pdf} => {map { $_ => '' } qw(Keywords PDFVersion Producer)},
    $SPACES{xmp} =>
        {map { $_ => '' } qw(BaseURL CreateDate CreatorTool Label MetadataDate ModifyDate Nickname
            Rating)},
    $SPACES{pdfaid} => {map { $_ => '' } qw(part conformance amd corr)},
    $SPACES{pdfaExtension} => {schemas => 'Bag'},
);

# The packet, read; undef where there is none or it cannot be read.
sub _xmp
{
    my ($pdf) = @_;
    return $pdf->{xmp} if exists $pdf->{xmp};
    $pdf->{xmp} = undef;
    my $packet = $pdf->data($pdf->{root}{'/Metadata'}) // return undef;
    my $document = eval { XML::LibXML->load_xml(string => $packet, no_network => 1) }
        or return undef;
    my $xmp = XML::LibXML::XPathContext->new($document);
    $xmp->registerNs($_ => $SPACES{$_}) for keys %SPACES;
    return $pdf->{xmp} = $xmp;
}

# The text of a property: of itself, or of its item where it is an array of one.
sub _property
{
    my ($xmp, $name, $kind) = @_;
    my $path = "/*/rdf:RDF/rdf:Description/$name";
    my @nodes = $xmp->findnodes($kind ? "$path/rdf:$kind/rdf:li" : $path);
    return @nodes == 1 ? $nodes[0]->textContent : undef;
}

sub claim
{
    my ($pdf) = @_;
    my $xmp = _xmp($pdf) or return {};
    my $level = _property($xmp, 'pdfaid:conformance');
    return {
        a => (_property($xmp, 'pdfaid:part') // '') eq '2' ? $level : undef,
        ua => (_property($xmp, 'pdfuaid:part') // '') eq '1',
    };
}

sub check
{
    my ($pdf, $claim) = @_;
    my $xmp = _xmp($pdf);
    my $clause = $claim->{a} ? 'ISO 19005-2 6.6.2.1' : 'ISO 14289-1 7.1';
    if (!$xmp) {
        $pdf->fault($clause, 'there is no metadata in XMP that can be read');
    } else {
        _packet($pdf, $clause);
        _archival($pdf, $xmp, $claim) if $claim->{a};
        _accessible($pdf, $xmp) if $claim->{ua};
    }
    _tagged($pdf, 'ISO 19005-2 6.7.2.2', 'ISO 19005-2 6.7.3.3', 'ISO 19005-2 6.7.4')
        if ($claim->{a} // '') eq 'A';
    _tagged($pdf, 'ISO 14289-1 6.2', 'ISO 14289-1 7.1', 'ISO 14289-1 7.2') if $claim->{ua};
    return;
}

# ISO 19005-2 6.6.2.1, of the stream and of its first line.
sub _packet
{
    my ($pdf, $clause) = @_;
    my $stream = $pdf->{root}{'/Metadata'};
    $pdf->name($stream, '/Type') eq '/Metadata' && $pdf->name($stream, '/Subtype') eq '/XML'
        or $pdf->fault($clause, 'the stream of the metadata does not say that it is one');
    my $packet = $pdf->data($stream);
    eval { decode('UTF-8', $packet, Encode::FB_CROAK | Encode::LEAVE_SRC); 1 }
        or $pdf->fault($clause, 'the metadata are not UTF-8');
    if ($packet !~ /\A<\?xpacket ([^?]*)\?>/) {
        $pdf->fault($clause, 'the metadata are in no packet');
    } elsif ($1 =~ /\b(bytes|encoding)=/) {
        $pdf->fault($clause, "the head of the packet has $1");
    }
    $packet =~ /<\?xpacket end=["'][rw]["']\?>\s*\z/
        or $pdf->fault($clause, 'the packet has no end');
    return;
}

sub _archival
{
    my ($pdf, $xmp, $claim) = @_;
    my $part = _property($xmp, 'pdfaid:part') // 'none';
    my $level = _property($xmp, 'pdfaid:conformance') // 'none';
    $pdf->fault('ISO 19005-2 6.6.4', "the part is $part") if $part ne '2';
    $pdf->fault('ISO 19005-2 6.6.4', "the conformance is $level")
        if $level !~ /^[AU]$/ || $level ne $claim->{a};
    _known_properties($pdf, $xmp);
    _info($pdf, $xmp);
    return;
}

# 6.6.2.3: every property is one of a schema that the standard knows, or that is described.
sub _known_properties
{
    my ($pdf, $xmp) = @_;
    my %described;
    for my $schema ($xmp->findnodes('//pdfaExtension:schemas/rdf:Bag/rdf:li')) {
        my $space = $xmp->findvalue('pdfaSchema:namespaceURI', $schema);
        for my $property ($xmp->findnodes('pdfaSchema:property/rdf:Seq/rdf:li', $schema)) {
            my %said = map { $_ => $xmp->findvalue("pdfaProperty:$_", $property) }
                qw(name valueType category description);
            $described{$space}{$said{name}} = 1;
            for my $key (grep { $said{$_} eq '' } sort keys %said) {
                $pdf->fault('ISO 19005-2 6.6.2.3.3', "a property of $space has no $key");
            }
        }
        for my $key (qw(schema prefix namespaceURI)) {
            $pdf->fault('ISO 19005-2 6.6.2.3.3', "an extension schema has no $key")
                if $xmp->findvalue("pdfaSchema:$key", $schema) eq '';
        }
    }
    for my $node ($xmp->findnodes('/*/rdf:RDF/rdf:Description/*')) {
        my ($space, $name) = ($node->namespaceURI // '', $node->localname);
        next if $described{$space}{$name};
        my $kind = ($KNOWN{$space} // {})->{$name};
        if (!defined $kind) {
            $pdf->fault('ISO 19005-2 6.6.2.3.1', "nothing describes the property $name of $space");
        } elsif ($kind && !$xmp->findnodes("rdf:$kind", $node)) {
            $pdf->fault('ISO 19005-2 6.6.2.3.1', "the property $name is no $kind");
        }
    }
    return;
}

# D:20230915000000Z as 2023-09-15T00:00:00Z
sub _date
{
    my ($text) = @_;
    $text =~ /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?$/ or return $text;
    return "$1-$2-$3T$4:$5:$6" . (defined $7 ? "$7:$8" : 'Z');
}

# 6.6.2: the document information dictionary says the same.
sub _info
{
    my ($pdf, $xmp) = @_;
    my %info = $pdf->entries($pdf->{trailer}, '/Info');
    my @pairs = (
        ['/Title', 'dc:title', 'Alt'], ['/Author', 'dc:creator', 'Seq'],
        ['/Subject', 'dc:description', 'Alt'], ['/Keywords', 'pdf:Keywords'],
        ['/Creator', 'xmp:CreatorTool'], ['/Producer', 'pdf:Producer'],
        ['/CreationDate', 'xmp:CreateDate'], ['/ModDate', 'xmp:ModifyDate'],
    );
    for my $pair (@pairs) {
        my ($key, $name, $kind) = @$pair;
        my $said = $pdf->text($info{$key});
        my $wanted = defined $said ? $key =~ /Date/ ? _date($said) : $said : 'nothing';
        my $found = _property($xmp, $name, $kind) // 'nothing';
        $pdf->fault('ISO 19005-2 6.6.2', "$key is $wanted, but $name is $found")
            if $wanted ne $found;
    }
    return;
}

# ISO 14289-1 5 and 7.1
sub _accessible
{
    my ($pdf, $xmp) = @_;
    my $part = _property($xmp, 'pdfuaid:part') // 'none';
    $pdf->fault('ISO 14289-1 5', "the part is $part") if $part ne '1';
    my $title = _property($xmp, 'dc:title', 'Alt') // '';
    $pdf->fault('ISO 14289-1 7.1', 'the document has no title') if $title !~ /\S/;
    my $shown = $pdf->get($pdf->{root}, '/ViewerPreferences', '/DisplayDocTitle');
    $pdf->fault('ISO 14289-1 7.1', 'the title is not to be shown in the window') if !$shown;
    return;
}

# Clauses of: marked, the tree, the language.
sub _tagged
{
    my ($pdf, $marked, $tree, $language) = @_;
    my $root = $pdf->{root};
    $pdf->fault($marked, 'the document does not say that it is tagged')
        if !$pdf->get($root, '/MarkInfo', '/Marked');
    $pdf->fault('ISO 14289-1 7.1', 'the tags are suspect')
        if $pdf->get($root, '/MarkInfo', '/Suspects');
    $pdf->fault($tree, 'the document has no structure tree')
        if ref $pdf->get($root, '/StructTreeRoot') ne 'HASH';
    my $said = $pdf->text($root->{'/Lang'}) // '';
    $pdf->fault($language, "the document's language is '$said'")
        if $said !~ /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
    return;
}

1;
