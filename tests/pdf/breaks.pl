#!/usr/bin/perl
# Breaks a PDF in one way after the other, and says which rules of Structure.pm find it:
# breaks.pl PDF FOLDER. The broken files stay in FOLDER. A line each: what was done, the rule that is
# to find it, those that did.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use JSON::PP;
use MIME::Base64;
use Structure;

my ($good, $folder) = @ARGV;
my $objects; # of the file that is being broken

sub value
{
    my ($object) = @_;
    return $object unless Structure::is_reference($object);
    my $found = $objects->{"obj:$object"};
    return exists $found->{value} ? $found->{value} : $found->{stream}{dict};
}

sub root { return value($objects->{trailer}{value}{'/Root'}) }
sub tree { return value(root()->{'/StructTreeRoot'}) }

# References to the elements of a type, in the order of the tree.
sub elements
{
    my ($role, $from) = @_;
    $from //= tree()->{'/K'};
    my $element = value($from);
    return () unless ref $element eq 'HASH' && $element->{'/S'};
    my @kids = ref $element->{'/K'} eq 'ARRAY' ? @{ $element->{'/K'} } : ($element->{'/K'} // ());
    return (($element->{'/S'} eq "/$role" ? $from : ()), map { elements($role, $_) } @kids);
}

# The first of them; an array of kids, whatever it was.
sub element
{
    my ($role) = @_;
    my $element = value((elements($role))[0]);
    $element->{'/K'} = [$element->{'/K'}] if exists $element->{'/K'} && ref $element->{'/K'} ne 'ARRAY';
    return $element;
}

sub page { return value((Structure::page_list({ objects => $objects }, root()->{'/Pages'}))[0]) }
sub annotation { return value(page()->{'/Annots'}[0]) }

# Changes the content of the first page.
sub content
{
    my ($change) = @_;
    my $stream = $objects->{ 'obj:' . page()->{'/Contents'} }{stream};
    local $_ = decode_base64($stream->{data});
    $change->() or die "there is nothing to change in the content\n";
    $stream->{data} = encode_base64($_, '');
}

# Of its own, where attributes are shared.
sub attributes
{
    my ($role) = @_;
    my $element = element($role);
    return $element->{'/A'} = { %{ value($element->{'/A'}) } };
}

my @breaks = (
    ['no /MarkInfo', 'marked', sub { delete root()->{'/MarkInfo'} }],
    ['no structure tree', 'tree', sub { delete root()->{'/StructTreeRoot'} }],
    ['two documents', 'tree', sub { tree()->{'/K'} = [(tree()->{'/K'}) x 2] }],
    ['no language', 'language', sub { delete root()->{'/Lang'} }],
    ['a language in words', 'language', sub { element('Span')->{'/Lang'} = 'u:English' }],
    ['text without a mark', 'content', sub { content(sub { s{/H1 <</MCID 0>> BDC(.*?)EMC}{$1}s }) }],
    ['a rule without a mark', 'content', sub { content(sub { s{$}{\n0 0 9 9 re f} }) }],
    ['an image without a mark', 'content', sub { content(sub { s{$}{\n/x9 Do} }) }],
    ['an artifact of no type', 'artifact', sub { content(sub { s{/Type/Pagination}{/Type/Number} }) }],
    ['no end', 'nesting', sub { content(sub { s{EMC}{} }) }],
    ['an end too many', 'nesting', sub { content(sub { s{EMC}{EMC EMC} }) }],
    ['crossing BT', 'nesting', sub { content(sub { s{(/H1 <</MCID 0>> BDC)\s*BT}{BT $1} }) }],
    ['crossing q', 'nesting', sub { content(sub { s{(/H1 <</MCID 0>> BDC)}{q $1}; s{EMC}{Q EMC} }) }],
    ['marks in marks', 'nesting', sub { content(sub { s{(/H1 <</MCID 0>> BDC)}{$1 /P <</MCID 99>> BDC EMC} }) }],
    ['an artifact in text', 'nesting', sub { content(sub { s{(/H1 <</MCID 0>> BDC)}{$1 /Artifact BMC EMC} }) }],
    ['text in an artifact', 'nesting', sub { content(sub { s{(/H1 <</MCID 0>> BDC.*?EMC)}{/Artifact BMC $1 EMC}s }) }],
    ['an MCID twice on a page', 'mcid', sub { content(sub { s{<</MCID 1>>}{<</MCID 0>>} }) }],
    ['an MCID that is not in the tree', 'mcid-tree', sub { content(sub { s{$}{\n/P <</MCID 99>> BDC EMC} }) }],
    ['an MCID that is not on the page', 'mcid-tree', sub { push @{ element('H1')->{'/K'} }, 98 }],
    ['an MCID in two elements', 'mcid-tree', sub { push @{ element('P')->{'/K'} }, 0 }],
    ['content that the tree leaves out', 'mcid-tree', sub { element('H1')->{'/K'} = [] }],
    ['no parent tree', 'parent-tree', sub { delete tree()->{'/ParentTree'} }],
    ['a page without its key', 'parent-tree', sub { delete page()->{'/StructParents'} }],
    ['a wrong parent', 'parent-tree', sub { my $all = value(value(tree()->{'/ParentTree'})->{'/Nums'}[1]); $all->[0] = $all->[1] }],
    ['parents that are not there', 'parent-tree', sub { push @{ value(value(tree()->{'/ParentTree'})->{'/Nums'}[1]) }, tree()->{'/K'} }],
    ['keys in no order', 'parent-tree', sub { my $all = value(tree()->{'/ParentTree'})->{'/Nums'}; push @$all, splice @$all, 0, 2 }],
    ['a key that nothing has', 'parent-tree', sub { push @{ value(tree()->{'/ParentTree'})->{'/Nums'} }, 900, tree()->{'/K'}; tree()->{'/ParentTreeNextKey'} = 901 }],
    ['a next key that is taken', 'parent-tree', sub { tree()->{'/ParentTreeNextKey'} = 1 }],
    ['an annotation without its key', 'parent-tree', sub { delete annotation()->{'/StructParent'} }],
    ['an element of another parent', 'parent', sub { element('P')->{'/P'} = (elements('H1'))[0] }],
    ['an element in two places', 'parent', sub { push @{ element('Sect')->{'/K'} }, (elements('P'))[0] }],
    ['a type of its own', 'role', sub { element('P')->{'/S'} = '/Para' }],
    ['a row in a paragraph', 'containment', sub { push @{ element('P')->{'/K'} }, (elements('TR'))[0] }],
    ['text in a section', 'containment', sub { push @{ element('Sect')->{'/K'} }, 97 }],
    ['an element of nothing', 'empty', sub { delete element('P')->{'/K'} }],
    ['no first heading', 'heading', sub { element('H1')->{'/S'} = '/P' }],
    ['a heading left out', 'heading', sub { element('H2')->{'/S'} = '/H3' }],
    ['a head without scope', 'table', sub { delete attributes('TH')->{'/Scope'} }],
    ['a cell too few', 'table', sub { pop @{ element('TR')->{'/K'} } }],
    ['a cell that is too wide', 'table', sub { element('TD')->{'/A'} = { '/O' => '/Table', '/ColSpan' => 2 } }],
    ['a caption among rows', 'table', sub { my $all = element('Table')->{'/K'}; splice @$all, 1, 0, shift @$all }],
    ['an item that is a paragraph', 'list', sub { element('LI')->{'/K'} = [(elements('LBody', (elements('LI'))[0]))[0]]; value(element('LI')->{'/K'}[0])->{'/S'} = '/Lbl' }],
    ['a list that does not say how it counts', 'list', sub { delete attributes('L')->{'/ListNumbering'} }],
    ['a figure without words', 'figure', sub { delete element('Figure')->{'/Alt'} }],
    ['a figure with blanks', 'figure', sub { element('Figure')->{'/Alt'} = 'u: ' }],
    ['a figure without its box', 'figure', sub { delete attributes('Figure')->{'/BBox'} }],
    ['a link without its annotation', 'link', sub { @{ element('Link')->{'/K'} } = grep { !ref value($_) } @{ element('Link')->{'/K'} } }],
    ['an annotation that is not in the tree', 'annotation', sub { @{ element('Link')->{'/K'} } = grep { !ref value($_) } @{ element('Link')->{'/K'} } }],
    ['an annotation without words', 'annotation', sub { delete annotation()->{'/Contents'} }],
    ['no order of tabs', 'annotation', sub { delete page()->{'/Tabs'} }],
    ['a note without an id', 'note', sub { delete element('Note')->{'/ID'} }],
    ['two notes of one id', 'note', sub { my @notes = elements('Note'); value($notes[1])->{'/ID'} = value($notes[0])->{'/ID'} }],
    ['no tree of ids', 'note', sub { delete tree()->{'/IDTree'} }],
    ['ids in no order', 'note', sub { my $all = value(tree()->{'/IDTree'})->{'/Names'}; push @$all, splice @$all, 0, 2 }],
);

sub run_quietly { return system("@_") >> 8 }

run_quietly("qpdf --object-streams=disable --json-output=2 --json-stream-data=inline " .
            "--decode-level=generalized '$good' '$folder/good.json'") == 0 or die "qpdf failed\n";
my $json = Structure::slurp("$folder/good.json");
my $number = 0;
for (@breaks) {
    my ($name, $rule, $change) = @$_;
    my $file = decode_json($json);
    my $broken = sprintf '%s/%02d.pdf', $folder, $number++;
    $objects = $file->{qpdf}[1];
    $change->();
    open my $out, '>', "$folder/broken.json" or die "$folder: $!\n";
    print {$out} encode_json($file);
    close $out;
    run_quietly("qpdf --json-input --qdf '$folder/broken.json' '$broken'") == 0 or die "qpdf failed: $name\n";
    my %found = map { /^([a-z-]+):/ ? ($1 => 1) : () } Structure::problems(Structure::read_file($broken));
    print "$name\t$rule\t", join(' ', sort keys %found), "\n";
}
