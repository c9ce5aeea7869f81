#!/usr/bin/perl
# Breaks a PDF that conforms, one condition at a time, and looks whether conform.pl's modules see it:
# broken.pl GOOD.pdf. Prints TAP.
#
# GOOD.pdf has text in TrueType, in CID fonts of both kinds, an image of inks, one with a mask, a
# blended one, a link outwards and one inwards.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Compress::Zlib;
use Encode;
use File::Temp qw(tempdir);
use JSON::PP;
use Conform;

binmode STDOUT, ':encoding(UTF-8)';
my ($good) = @ARGV;
my $folder = tempdir(CLEANUP => 1);
my $AS = 'a-2a+ua-1';
my @PLAIN = qw(--object-streams=disable --newline-before-endstream);

sub run { system(@_) == 0 or $? >> 8 == 3 or die "@_ failed\n"; return }

sub bytes_of
{
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return scalar <$file>;
}

sub put
{
    my ($path, $bytes) = @_;
    open my $file, '>:raw', $path or die "$path: $!\n";
    print $file $bytes;
    close $file or die "$path: $!\n";
    return;
}

run('qpdf', '--json-output', '--decode-level=generalized', '--json-stream-data=file',
    "--json-stream-prefix=$folder/good", $good, "$folder/good.json");
run('qpdf', @PLAIN, $good, "$folder/plain.pdf");
my $json = bytes_of("$folder/good.json");
my $plain = bytes_of("$folder/plain.pdf");

# What is wrong with the good file already, in one that claims more than it holds.
my %known = map { $_ => 1 } Conform::faults("$folder/plain.pdf", $AS);
my $number = 0;

# The new faults of a file are all of this clause, or of these with "|" between, and there is one.
# What the structure tree then lacks as well is passed over: it has tests of its own.
sub look
{
    my ($name, $clause, $path) = @_;
    my $wanted = join '|', map { quotemeta } split /\|/, $clause;
    my @new = grep { !$known{$_} && !/^ISO 14289-1 7: / } Conform::faults($path, $AS);
    my @right = grep { /^(?:$wanted): / } @new;
    $number++;
    if (@right && @right == @new) {
        print "ok $number - $name: $clause\n";
    } else {
        print "not ok $number - $name: $clause\n";
        print "# $_\n" for @new ? @new : 'no fault was found';
    }
    return;
}

# ---- alterations of objects ----

my ($objects, $root);

sub value { my ($ref) = @_; my $o = $objects->{"obj:$ref"}; return $o->{stream} ? $o->{stream}{dict} : $o->{value} }
sub deref { my ($v) = @_; return defined $v && !ref $v && $v =~ /^\d+ \d+ R$/ ? value($v) : $v }

# The dictionary of the first object for which the function holds, with its stream.
sub first
{
    my ($test) = @_;
    for my $key (sort { ($a =~ /(\d+)/)[0] <=> ($b =~ /(\d+)/)[0] } grep { /^obj/ } keys %$objects) {
        my $object = $objects->{$key};
        my $dictionary = $object->{stream} ? $object->{stream}{dict} : $object->{value};
        local $_ = $dictionary;
        return wantarray ? ($dictionary, $object->{stream}) : $dictionary
            if ref $dictionary eq 'HASH' && $test->();
    }
    die "there is nothing of the kind in the file\n";
}

# Of a key that may be absent.
sub is { my ($key, $wanted) = @_; return ($_->{$key} // '') eq $wanted }

sub page { return scalar first(sub { is('/Type', '/Page') }) }
sub resources { return deref(page()->{'/Resources'}) }
sub image { return first(sub { is('/Subtype', '/Image') }) }
sub font { my ($kind) = @_; return scalar first(sub { is('/Type', '/Font') && is('/Subtype', $kind) }) }
sub descriptor { my ($key) = @_; return scalar first(sub { is('/Type', '/FontDescriptor') && $_->{$key} }) }
sub link_ { return scalar first(sub { is('/Subtype', '/Link') }) }
sub stream_of { my ($ref) = @_; return $objects->{"obj:$ref"}{stream} }
sub data { my ($stream) = @_; return bytes_of($stream->{datafile}) }

my $files = 0;
sub set_data
{
    my ($stream, $bytes) = @_;
    $stream->{datafile} = "$folder/own" . $files++;
    put($stream->{datafile}, $bytes);
    return;
}

# The stream that a key of the first dictionary leads to.
sub change
{
    my ($stream, $function) = @_;
    local $_ = data($stream);
    $function->();
    set_data($stream, $_);
    return;
}

# Content at the end of the first page.
sub content
{
    my ($text) = @_;
    my $contents = page()->{'/Contents'};
    change(stream_of(ref $contents ? $contents->[0] : $contents), sub { $_ .= "\n$text\n" });
    return;
}

sub xmp { my ($function) = @_; return change(stream_of($root->{'/Metadata'}), $function) }

# A new object; returns its reference.
sub add
{
    my ($dictionary, $bytes) = @_;
    my $reference = 90000 + scalar(keys %$objects) . ' 0 R';
    my $object = $objects->{"obj:$reference"} = {};
    if (defined $bytes) {
        $object->{stream} = {dict => $dictionary};
        set_data($object->{stream}, $bytes);
    } else {
        $object->{value} = $dictionary;
    }
    return $reference;
}

sub profile { return stream_of($root->{'/OutputIntents'}[0]{'/DestOutputProfile'}) }

# NAME, CLAUSE, and what is done to the objects.
sub altered
{
    my ($name, $clause, $function) = @_;
    my $document = decode_json($json);
    $objects = $document->{qpdf}[1];
    $root = value($objects->{trailer}{value}{'/Root'});
    $function->();
    put("$folder/broken.json", JSON::PP->new->utf8->canonical->encode($document));
    run('qpdf', '--json-input', '--no-warn', '--stream-data=preserve', @PLAIN, "$folder/broken.json",
        "$folder/broken.pdf");
    look($name, $clause, "$folder/broken.pdf");
    return;
}

# NAME, CLAUSE, and what is done to the bytes in $_.
sub rewritten
{
    my ($name, $clause, $function) = @_;
    local $_ = $plain;
    $function->();
    die "$name: nothing was changed\n" if $_ eq $plain;
    put("$folder/broken.pdf", $_);
    look($name, $clause, "$folder/broken.pdf");
    return;
}

my ($A, $UA) = ('ISO 19005-2', 'ISO 14289-1');

# ---- the file ----

rewritten('no binary comment', "$A 6.1.2", sub { s/\A(.*?\n)%..../$1%abcd/s });
rewritten('another header', "$A 6.1.2", sub { s/\A%PDF-1.7/%PDF-2.0/ });
rewritten('no ID', "$A 6.1.3", sub { s{/ID \[<\w+><\w+>\]}{' ' x length $&}e });
rewritten('something after the end', "$A 6.1.3", sub { $_ .= "more\n" });
rewritten('an object that begins elsewhere', "$A 6.1.9", sub { s/\n1 0 obj\n/\n1 0 obj / });
run('qpdf', '--encrypt', '', '', '128', '--use-aes=y', '--', $good, "$folder/broken.pdf");
look('encrypted', "$A 6.1.3", "$folder/broken.pdf");
run('qpdf', '--object-streams=disable', $good, "$folder/broken.pdf");
look('endstream in the line of the data', "$A 6.1.7.1", "$folder/broken.pdf");
altered('LZW', "$A 6.1.7.2", sub {
    $root->{'/Own'} = add({'/Filter' => '/LZWDecode'}, pack 'H*', '800b6050220c0c8501');
});
altered('data in another file', "$A 6.1.7.1", sub { $root->{'/Own'} = add({'/F' => 'u:a.bin'}, 'a') });
altered('a long name', "$A 6.1.13", sub { $root->{'/Own'} = '/' . 'a' x 128 });
altered('a long string', "$A 6.1.13", sub { $root->{'/Own'} = 'b:' . '61' x 32768 });
altered('a great number', "$A 6.1.13", sub { $root->{'/Own'} = 2147483648 });
altered('states within states', "$A 6.1.13", sub { content('q ' x 29 . 'Q ' x 29) });
altered('q without Q', "$A 6.2.2", sub { content('q') });
altered('Q without q', "$A 6.2.2", sub { content('Q Q Q Q Q q q q q') });
altered('an operator of its own', "$A 6.2.2", sub { content('BX 1 own EX') });
altered('a resource that is not there', "$A 6.2.2", sub { content('/own gs') });
altered('content that is none', "$A 6.2.2", sub { content('[ 1 2') });
altered('half a byte', "$A 6.1.6", sub { content('/a <</B <123>>> DP') });
altered('a file within', "$A 6.8", sub { deref($root->{'/Names'})->{'/EmbeddedFiles'} = {'/Names' => []} });
altered('a form of XFA', "$A 6.4.2", sub { $root->{'/AcroForm'} = {'/XFA' => [], '/Fields' => []} });
altered('layers', "$A 6.9", sub { $root->{'/OCProperties'} = {'/OCGs' => [], '/D' => {}} });
altered('requirements', "$A 6.11", sub { $root->{'/Requirements'} = [] });

# ---- colours ----

altered('no output intent', "$A 6.2.4.3", sub { delete $root->{'/OutputIntents'} });
altered('an intent without a profile', "$A 6.2.3", sub {
    delete $root->{'/OutputIntents'}[0]{'/DestOutputProfile'} });
altered('an intent without a name', "$A 6.2.3", sub {
    delete $root->{'/OutputIntents'}[0]{'/OutputConditionIdentifier'} });
altered('two intents', "$A 6.2.3", sub {
    my $other = add({'/N' => 3}, data(profile()));
    push @{$root->{'/OutputIntents'}}, {%{$root->{'/OutputIntents'}[0]}, '/DestOutputProfile' => $other};
});
altered('a profile that is cut off', "$A 6.2.3", sub { change(profile(), sub { chop }) });
altered('a profile that links devices', "$A 6.2.3", sub {
    change(profile(), sub { substr $_, 12, 4, 'link' }) });
altered('a profile of version 5', "$A 6.2.3", sub { change(profile(), sub { substr $_, 8, 1, "\5" }) });
altered('a profile with four components', "$A 6.2.3", sub { profile()->{dict}{'/N'} = 4 });
altered('a profile of grey', "$A 6.2.4.3", sub {
    change(profile(), sub { substr $_, 16, 4, 'GRAY' }); profile()->{dict}{'/N'} = 1 });
altered('DeviceCMYK', "$A 6.2.4.3", sub { content('0 0 0 1 k') });
altered('DeviceCMYK by its name', "$A 6.2.4.3", sub { content('/DeviceCMYK cs') });
altered('an image in DeviceCMYK', "$A 6.2.4.3", sub {
    first(sub { is('/Subtype', '/Image') && ref deref($_->{'/ColorSpace'}) })->{'/ColorSpace'} = '/DeviceCMYK' });
altered('a group in DeviceCMYK', "$A 6.2.4.3", sub { page()->{'/Group'}{'/CS'} = '/DeviceCMYK' });
altered('an ink that nothing describes', "$A 6.2.4.4", sub {
    my $image = first(sub { is('/Subtype', '/Image') && ref deref($_->{'/ColorSpace'}) });
    deref($image->{'/ColorSpace'})->[1][0] = '/Gold' });
altered('inks shown as DeviceCMYK', "$A 6.2.4.3", sub {
    my $image = first(sub { is('/Subtype', '/Image') && ref deref($_->{'/ColorSpace'}) });
    deref($image->{'/ColorSpace'})->[2] = '/DeviceCMYK' });
altered('a colour space that is not there', "$A 6.2.2", sub { content('/own cs') });
altered('a profile for colours that is none', "$A 6.2.4.2", sub {
    (image())[0]{'/ColorSpace'} = ['/ICCBased', add({'/N' => 3}, 'none')] });
for my $row (['/TR', '/Identity'], ['/TR2', '/Identity'], ['/HTP', [1, 1]]) {
    altered("a state with $row->[0]", "$A 6.2.5", sub {
        deref(resources()->{'/ExtGState'})->{'/own'} = {$row->[0] => $row->[1]} });
}
altered('a rendering intent', "$A 6.2.6", sub { content('/Own ri') });
altered('an image that is to be smoothed', "$A 6.2.8", sub {
    (image())[0]{'/Interpolate'} = JSON::PP::true });
altered('alternate images', "$A 6.2.8", sub { (image())[0]{'/Alternates'} = [] });
altered('images at other places', "$A 6.2.8", sub { (image())[0]{'/OPI'} = {} });
altered('three bits', "$A 6.2.8", sub { (image())[0]{'/BitsPerComponent'} = 3 });
for my $key (qw(/OPI /Ref)) {
    altered("a form with $key", "$A 6.2.9", sub {
        deref(resources()->{'/XObject'} //= {})->{'/own'} = add(
            {'/Type' => '/XObject', '/Subtype' => '/Form', '/BBox' => [0, 0, 1, 1], $key => {},
             '/Resources' => {}}, '') });
}
altered('PostScript', "$A 6.2.9", sub {
    deref(resources()->{'/XObject'} //= {})->{'/own'} = add({'/Type' => '/XObject', '/Subtype' => '/PS'}, '') });
altered('a way of blending', "$A 6.2.10", sub {
    deref(resources()->{'/ExtGState'})->{'/own'} = {'/BM' => '/Own'} });
altered('a mask without a space', "$A 6.2.10", sub {
    my $group = add({'/Type' => '/XObject', '/Subtype' => '/Form', '/BBox' => [0, 0, 1, 1],
        '/Resources' => {}, '/Group' => {'/S' => '/Transparency'}}, '');
    deref(resources()->{'/ExtGState'})->{'/own'} = {'/SMask' => {'/S' => '/Luminosity', '/G' => $group}} });

# ---- fonts ----

altered('a font that is not embedded', "$A 6.2.11.4.1", sub { delete descriptor('/FontFile3')->{'/FontFile3'} });
altered('a program that is cut off', "$A 6.2.11.4.1", sub {
    change(stream_of(descriptor('/FontFile3')->{'/FontFile3'}), sub { substr $_, 900, length, '' }) });
altered('a program of another kind', "$A 6.2.11.4.1", sub {
    stream_of(descriptor('/FontFile3')->{'/FontFile3'})->{dict}{'/Subtype'} = '/Type1C' });
altered('TrueType without CIDToGIDMap', "$A 6.2.11.3.2", sub { delete font('/CIDFontType2')->{'/CIDToGIDMap'} });
altered('CIDs that are other glyphs', "$A 6.2.11.4.1", sub {
    font('/CIDFontType2')->{'/CIDToGIDMap'} = add({}, pack 'n*', (999) x 100) });
altered('a CMap of Chinese', "$A 6.2.11.3.3", sub { font('/Type0')->{'/Encoding'} = '/UniGB-UCS2-H' });
altered('CIDSet that is not complete', "$A 6.2.11.4.2", sub {
    descriptor('/FontFile3')->{'/CIDSet'} = add({}, "\x80") });
altered('widths that are not the glyphs\'', "$A 6.2.11.5", sub { font('/CIDFontType0')->{'/W'}[1][1] += 2 });
altered('no widths', "$A 6.2.11.5", sub { my $f = font('/CIDFontType0'); delete $f->{'/W'}; $f->{'/DW'} = 700 });
altered('widths of TrueType', "$A 6.2.11.5", sub { $_ += 2 for @{font('/TrueType')->{'/Widths'}} });
altered('a font without a name', "$A 6.2.11.2", sub { delete font('/Type0')->{'/BaseFont'} });
altered('a width too many', "$A 6.2.11.2", sub { push @{font('/TrueType')->{'/Widths'}}, 500 });
altered('a width too few', "$A 6.2.11.2|$A 6.2.11.5", sub { pop @{font('/TrueType')->{'/Widths'}} });
altered('letters that are symbols', "$A 6.2.11.6", sub {
    deref(font('/TrueType')->{'/FontDescriptor'})->{'/Flags'} = 4 });
altered('letters without an encoding', "$A 6.2.11.6", sub { delete font('/TrueType')->{'/Encoding'} });
altered('no ToUnicode', "$A 6.2.11.7.2", sub { delete font('/TrueType')->{'/ToUnicode'} });
for my $bad ('', '0000', 'feff', 'fffe') {
    altered('a code that is ' . ($bad ? "U+$bad" : 'no character'), "$A 6.2.11.7.2", sub {
        change(stream_of(font('/Type0')->{'/ToUnicode'}), sub { s/(<0001> <)\w+>/$1$bad>/ }) });
}
altered('a code for private use', "$A 6.2.11.7.3", sub {
    change(stream_of(font('/Type0')->{'/ToUnicode'}), sub { s/(<0001> <)\w+>/$1e000>/ }) });
altered('.notdef', "$A 6.2.11.8", sub {
    my ($name) = grep { deref(deref(resources()->{'/Font'})->{$_})->{'/Subtype'} eq '/Type0' }
        sort keys %{deref(resources()->{'/Font'})};
    change(stream_of(deref(deref(resources()->{'/Font'})->{$name})->{'/ToUnicode'}),
        sub { s/(\d+) beginbfchar\n/"$1 beginbfchar\n<0000> <0041>\n"/e });
    content("BT $name 9 Tf <0000> Tj ET") });

# ---- annotations and actions ----

altered('a film', "$A 6.3.1", sub { push @{page()->{'/Annots'} //= []}, {'/Type' => '/Annot',
    '/Subtype' => '/Movie', '/Rect' => [0, 0, 1, 1], '/F' => 4, '/Contents' => 'u:a', '/AP' => {'/N' => add({}, '')}} });
altered('a link that is not printed', "$A 6.3.2", sub { link_()->{'/F'} = 0 });
altered('a link that is hidden', "$A 6.3.2", sub { link_()->{'/F'} = 6 });
altered('no appearance', "$A 6.3.3", sub { push @{page()->{'/Annots'} //= []}, {'/Type' => '/Annot',
    '/Subtype' => '/Square', '/Rect' => [0, 0, 1, 1], '/F' => 4, '/Contents' => 'u:a'} });
for my $kind (qw(/Launch /JavaScript /Hide /Named)) {
    altered("an action of $kind", "$A 6.5.1", sub { $root->{'/OpenAction'} = {'/S' => $kind} });
}
altered('scripts', "$A 6.5.1", sub { deref($root->{'/Names'})->{'/JavaScript'} = {'/Names' => []} });
altered('what happens by itself', "$A 6.5.2", sub { $root->{'/AA'} = {} });
altered('a link that leads nowhere', 'ISO 32000-1 12.3.2', sub {
    my $link = link_(); delete $link->{'/A'}; $link->{'/Dest'} = 'u:nowhere' });
altered('a link that says nothing', "$UA 7.18.5", sub { delete link_()->{'/Contents'} });
altered('the order of tabs', "$UA 7.18.3", sub { delete first(sub { $_->{'/Annots'} })->{'/Tabs'} });

# ---- metadata ----

altered('no metadata', "$A 6.6.2.1", sub { delete $root->{'/Metadata'} });
altered('metadata that are not XML', "$A 6.6.2.1", sub { xmp(sub { s/<rdf:RDF/<rdf/ }) });
altered('a stream of no type', "$A 6.6.2.1", sub { delete stream_of($root->{'/Metadata'})->{dict}{'/Subtype'} });
altered('an encoding in the packet', "$A 6.6.2.1", sub { xmp(sub { s/ id="W5/ encoding="UTF-8"$&/ }) });
altered('no packet', "$A 6.6.2.1", sub { xmp(sub { s/<\?xpacket.*?\?>//g }) });
altered('a property that nothing describes', "$A 6.6.2.3.1", sub {
    xmp(sub { s{<dc:format>}{<dc:own>a</dc:own>$&} }) });
altered('a language that is no list', "$A 6.6.2.3.1", sub {
    xmp(sub { s{<dc:language>.*?</dc:language>}{<dc:language>zh</dc:language>}s }) });
altered('another title', "$A 6.6.2", sub { xmp(sub { s{(<dc:title>.*?x-default">)}{$1a}s }) });
altered('another date', "$A 6.6.2", sub { xmp(sub { s{(<xmp:ModifyDate>)\d}{${1}3} }) });
altered('an author in the dictionary alone', "$A 6.6.2", sub { xmp(sub { s{<dc:creator>.*?</dc:creator>}{}s }) });
altered('keywords in the metadata alone', "$A 6.6.2", sub {
    delete value($objects->{trailer}{value}{'/Info'})->{'/Keywords'} });
altered('another part', "$A 6.6.4", sub { xmp(sub { s{(<pdfaid:part>)2}{${1}3} }) });
altered('another level', "$A 6.6.4", sub { xmp(sub { s{(<pdfaid:conformance>)\w}{${1}B} }) });
altered('a title that is not shown', "$UA 7.1", sub { delete $root->{'/ViewerPreferences'} });
altered('no title', "$UA 7.1", sub {
    xmp(sub { s{<dc:title>.*?</dc:title>}{}s });
    delete value($objects->{trailer}{value}{'/Info'})->{'/Title'} });
altered('tags that are suspect', "$UA 7.1", sub {
    $root->{'/MarkInfo'} = {%{$root->{'/MarkInfo'} // {}}, '/Suspects' => JSON::PP::true} });
altered('a language that is none', "$A 6.7.4|$UA 7.2", sub { $root->{'/Lang'} = 'u:Chinese (simplified)' });

print "1..$number\n";
