# Whether a PDF is tagged as it should be: conditions of ISO 14289-1 (PDF/UA-1) 7 and ISO 32000-1
# 14.7 and 14.8 that a program can check, each under a name of its own.
#
#   my $pdf = Structure::read_file('a.pdf');
#   print "$_\n" for Structure::problems($pdf);     # "heading: H2 is followed by H4"
package Structure;
use strict;
use warnings;
use File::Temp qw(tempdir);
use JSON::PP;

# ---- the file ----

sub read_file
{
    my ($path) = @_;
    my $folder = tempdir(CLEANUP => 1);
    my $json = "$folder/objects";
    open my $out, '>', $json or die "$json: $!\n";
    open my $from, '-|', 'qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=file',
        "--json-stream-prefix=$folder/s", '--decode-level=generalized', $path
        or die "qpdf: $!\n";
    local $/;
    print {$out} <$from>;
    close $out;
    close $from or die "qpdf cannot read $path\n";
    my $pdf = { objects => decode_json(slurp($json))->{qpdf}[1] };
    $pdf->{root} = value($pdf, $pdf->{objects}{trailer}{value}{'/Root'});
    $pdf->{pages} = [page_list($pdf, $pdf->{root}{'/Pages'})];
    $pdf->{content}{$_} = content($pdf, $_) for @{ $pdf->{pages} };
    return $pdf;
}

sub slurp
{
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return <$file>;
}

sub is_reference { return defined $_[0] && !ref $_[0] && $_[0] =~ /^\d+ \d+ R$/ }

# What a reference leads to; of a stream its dictionary.
sub value
{
    my ($pdf, $object) = @_;
    return $object unless is_reference($object);
    my $found = $pdf->{objects}{"obj:$object"};
    return undef unless $found;
    return exists $found->{value} ? $found->{value} : $found->{stream}{dict};
}

sub list
{
    my ($pdf, $object) = @_;
    my $found = value($pdf, $object);
    return () unless defined $found;
    return ref $found eq 'ARRAY' ? @$found : ($object);
}

sub text
{
    my ($pdf, $object) = @_;
    my $found = value($pdf, $object);
    return defined $found && !ref $found && $found =~ /^[ub]:(.*)/s ? $1 : '';
}

sub page_list
{
    my ($pdf, $reference) = @_;
    my $node = value($pdf, $reference);
    return $reference if $node->{'/Type'} eq '/Page';
    return map { page_list($pdf, $_) } list($pdf, $node->{'/Kids'});
}

sub content
{
    my ($pdf, $page) = @_;
    return join "\n", map { slurp($pdf->{objects}{"obj:$_"}{stream}{datafile}) }
        list($pdf, value($pdf, $page)->{'/Contents'});
}

# ---- content ----

my $STRING = qr/(\((?:[^()\\]++|\\.|(?-1))*+\))/s;
my $TOKEN = qr{\G(?:%[^\r\n]*+|$STRING|<<|>>|<[^>]*>|[\[\]{}]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+)};
my %PAINTS = map { $_ => 1 } qw(Tj TJ ' " f F f* B B* b b* S s Do sh BI);

# Operators with their operands as text.
sub operators
{
    my ($bytes) = @_;
    my (@found, @operands);
    pos($bytes) = 0;
    while (1) {
        $bytes =~ /\G\s+/gc;
        last unless $bytes =~ /$TOKEN/gc;
        my $token = $&;
        next if $token =~ /^%/;
        if ($token !~ /^[a-zA-Z'"]/) {
            push @operands, $token;
            next;
        }
        $bytes =~ /\G.*?\sEI(?=\s|$)/gcs if $token eq 'ID';
        push @found, [$token, join ' ', @operands];
        @operands = ();
    }
    return @found;
}

my %ARTIFACTS = map { $_ => 1 } qw(Pagination Layout Page Background);

sub open_sequence
{
    my ($check, $operator, $operands) = @_;
    my ($tag) = $operands =~ m{^/(\S+)};
    my ($mcid) = $operands =~ m{/MCID (\d+)};
    my $sequence = { tag => $tag // '', mcid => $mcid, saved => $check->{saved},
                     in_text => $check->{in_text} };
    if ($sequence->{tag} eq 'Artifact') {
        my ($type) = $operands =~ m{/Type ?/(\w+)};
        problem($check, 'artifact', "an artifact of type $type")
            if defined $type && !$ARTIFACTS{$type};
        problem($check, 'nesting', 'an artifact within tagged content')
            if grep { defined $_->{mcid} } @{ $check->{open} };
    }
    if (defined $mcid) {
        problem($check, 'mcid', "MCID $mcid twice on page $check->{page}")
            if $check->{mcids}{ $check->{page} }{$mcid}++;
        problem($check, 'nesting', "MCID $mcid within other marked content")
            if grep { defined $_->{mcid} || $_->{tag} eq 'Artifact' } @{ $check->{open} };
    }
    push @{ $check->{open} }, $sequence;
}

sub close_sequence
{
    my ($check) = @_;
    my $sequence = pop @{ $check->{open} };
    if (!$sequence) {
        problem($check, 'nesting', "EMC without a beginning on page $check->{page}");
    } elsif ($sequence->{saved} != $check->{saved} || $sequence->{in_text} != $check->{in_text}) {
        problem($check, 'nesting', "$sequence->{tag} on page $check->{page} crosses q or BT");
    }
}

sub check_operator
{
    my ($check, $operator, $operands) = @_;
    if ($operator eq 'BDC' || $operator eq 'BMC') {
        open_sequence($check, $operator, $operands);
    } elsif ($operator eq 'EMC') {
        close_sequence($check);
    } elsif ($operator eq 'q') {
        $check->{saved}++;
    } elsif ($operator eq 'Q') {
        $check->{saved}--;
        problem($check, 'nesting', "Q on page $check->{page} ends marked content")
            if grep { $_->{saved} > $check->{saved} } @{ $check->{open} };
    } elsif ($operator eq 'BT' || $operator eq 'ET') {
        $check->{in_text} = $operator eq 'BT' ? 1 : 0;
        problem($check, 'nesting', "ET on page $check->{page} ends marked content")
            if $operator eq 'ET' && grep { $_->{in_text} } @{ $check->{open} };
    } elsif ($PAINTS{$operator}) {
        problem($check, 'content', "$operator on page $check->{page} is neither tagged nor artifact")
            unless grep { defined $_->{mcid} || $_->{tag} eq 'Artifact' } @{ $check->{open} };
    }
}

sub check_content
{
    my ($check) = @_;
    for my $page (@{ $check->{pdf}{pages} }) {
        @$check{qw(page saved in_text open)} = ($page, 0, 0, []);
        check_operator($check, @$_) for operators($check->{pdf}{content}{$page});
        problem($check, 'nesting', "marked content of page $page has no end") if @{ $check->{open} };
    }
}

# ---- the tree ----

my @BLOCKS = qw(P L Table Figure Div Sect Part Note H1 H2 H3 H4 H5 H6);
my @PARTS = qw(Link Reference Span Note);
my %IN = (
    Document => [@BLOCKS], Part => [@BLOCKS], Sect => [@BLOCKS], Div => [@BLOCKS, 'Caption'],
    P => [@PARTS], (map { ("H$_" => [qw(Link Reference Span)]) } 1 .. 6), L => [qw(LI Caption)],
    LI => [qw(Lbl LBody)], Lbl => [qw(Link Span)], LBody => [@PARTS, qw(P L Table Div Figure)],
    Table => [qw(TR Caption THead TBody TFoot)], THead => ['TR'], TBody => ['TR'], TFoot => ['TR'],
    TR => [qw(TH TD)], TH => [@PARTS], TD => [@PARTS], Caption => [@PARTS], Figure => ['Caption'],
    Link => ['Span'], Reference => [qw(Lbl Link)], Note => [qw(Lbl P)], Span => [],
);
my %HOLDS_CONTENT = map { $_ => 1 } qw(P Lbl LBody TH TD Caption Figure Link Reference Note Span),
    map { "H$_" } 1 .. 6;

# Attributes of an element, one hash of all.
sub attributes
{
    my ($check, $element) = @_;
    my %all;
    for my $each (list($check->{pdf}, $element->{'/A'})) {
        my $attributes = value($check->{pdf}, $each);
        %all = (%all, %$attributes) if ref $attributes eq 'HASH';
    }
    return \%all;
}

# One kid: an element, content, or an object.
sub walk_kid
{
    my ($check, $reference, $role, $kid) = @_;
    my $pdf = $check->{pdf};
    my $element = value($pdf, $reference);
    my $target = value($pdf, $kid);
    if (!ref $target) {
        note_content($check, $reference, $role, $element->{'/Pg'}, $target);
    } elsif (($target->{'/Type'} // '') eq '/MCR') {
        note_content($check, $reference, $role, $target->{'/Pg'} // $element->{'/Pg'},
                     $target->{'/MCID'});
    } elsif (($target->{'/Type'} // '') eq '/OBJR') {
        $check->{object_of}{ $target->{'/Obj'} } = $reference;
        push @{ $check->{objects}{$reference} }, $target->{'/Obj'};
    } else {
        my $inner = substr $target->{'/S'} // '', 1;
        problem($check, 'parent', "/P of $inner $kid is not the element that it is in")
            if ($target->{'/P'} // '') ne $reference;
        problem($check, 'containment', "$inner in $role")
            unless grep { $_ eq $inner } @{ $IN{$role} // [] };
        walk($check, $kid);
        return $inner;
    }
    return '';
}

sub note_content
{
    my ($check, $reference, $role, $page, $mcid) = @_;
    $page //= '';
    problem($check, 'mcid-tree', "MCID $mcid of page $page twice in the tree")
        if $check->{element_of}{$page}{$mcid};
    problem($check, 'mcid-tree', "MCID $mcid of page $page is not in its content")
        unless $check->{mcids}{$page}{$mcid};
    $check->{element_of}{$page}{$mcid} = $reference;
    problem($check, 'containment', "content in $role") unless $HOLDS_CONTENT{$role};
}

sub walk
{
    my ($check, $reference) = @_;
    my $element = value($check->{pdf}, $reference);
    my $role = substr $element->{'/S'} // '/', 1;
    if ($check->{seen}{$reference}++) {
        problem($check, 'parent', "$role $reference is in the tree twice");
        return;
    }
    problem($check, 'role', "$role is no standard structure type") unless $IN{$role};
    check_heading($check, $1) if $role =~ /^H(\d)$/;
    check_language($check, $element->{'/Lang'}) if exists $element->{'/Lang'};
    my @inner;
    push @inner, walk_kid($check, $reference, $role, $_) for list($check->{pdf}, $element->{'/K'});
    problem($check, 'empty', "$role $reference has nothing in it")
        if !@inner && $role !~ /^T[HD]$/;
    my $own = __PACKAGE__->can("check_\L$role");
    $own->($check, $reference, $element, @inner) if $own;
}

# ---- elements ----

# ISO 14289-1 7.4.2
sub check_heading
{
    my ($check, $level) = @_;
    my $last = $check->{heading};
    problem($check, 'heading', "the first heading is H$level") if !$last && $level > 1;
    problem($check, 'heading', "H$last is followed by H$level") if $last && $level > $last + 1;
    $check->{heading} = $level;
}

# BCP 47
sub check_language
{
    my ($check, $language) = @_;
    my $tag = text($check->{pdf}, $language);
    problem($check, 'language', "'$tag' is no language")
        unless $tag =~ /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
}

# 7.3
sub check_figure
{
    my ($check, $reference, $element) = @_;
    my $box = attributes($check, $element)->{'/BBox'};
    problem($check, 'figure', "Figure $reference has no alternative text")
        unless text($check->{pdf}, $element->{'/Alt'}) =~ /\S/;
    problem($check, 'figure', "Figure $reference has no box")
        unless ref $box eq 'ARRAY' && @$box == 4 && $box->[0] < $box->[2] && $box->[1] < $box->[3];
}

# 7.18.5
sub check_link
{
    my ($check, $reference) = @_;
    my @annotations = map { value($check->{pdf}, $_) } @{ $check->{objects}{$reference} // [] };
    problem($check, 'link', "Link $reference has no annotation")
        unless grep { ($_->{'/Subtype'} // '') eq '/Link' } @annotations;
}

# 7.9
sub check_note
{
    my ($check, $reference, $element) = @_;
    my $id = text($check->{pdf}, $element->{'/ID'});
    problem($check, 'note', "Note $reference has no ID") if $id eq '';
    problem($check, 'note', "two notes have the ID $id") if $id ne '' && $check->{ids}{$id};
    $check->{ids}{$id} = $reference;
}

# 7.6
sub check_l
{
    my ($check, $reference, $element, @inner) = @_;
    my $first = shift @inner;
    problem($check, 'list', "the caption of L $reference is not its first part")
        if grep { $_ eq 'Caption' } @inner;
    my @labels = grep { is_reference($_) && has_label($check, $_) }
        list($check->{pdf}, $element->{'/K'});
    problem($check, 'list', "L $reference has labels and does not say how they count")
        if @labels && !attributes($check, $element)->{'/ListNumbering'};
}

sub has_label
{
    my ($check, $item) = @_;
    return grep { is_reference($_) && value($check->{pdf}, $_)->{'/S'} eq '/Lbl' }
        list($check->{pdf}, value($check->{pdf}, $item)->{'/K'});
}

sub check_li
{
    my ($check, $reference, $element, @inner) = @_;
    problem($check, 'list', "LI $reference is made of @inner")
        unless "@inner" =~ /^(?:Lbl )?LBody$/;
}

# 7.5
sub check_th
{
    my ($check, $reference, $element) = @_;
    my $scope = attributes($check, $element)->{'/Scope'} // '';
    problem($check, 'table', "TH $reference has no scope")
        unless $scope =~ m{^/(?:Row|Column|Both)$};
}

sub rows
{
    my ($check, $reference) = @_;
    my $element = value($check->{pdf}, $reference);
    return $reference if $element->{'/S'} eq '/TR';
    return map { rows($check, $_) } grep { is_reference($_) && value($check->{pdf}, $_)->{'/S'} =~
            m{^/T(?:R|Head|Body|Foot)$} } list($check->{pdf}, $element->{'/K'});
}

sub check_table
{
    my ($check, $reference, $element, @inner) = @_;
    my (@below, @widths);
    for my $row (rows($check, $reference)) {
        my $width = shift(@below) // 0;
        for my $cell (list($check->{pdf}, value($check->{pdf}, $row)->{'/K'})) {
            my $spans = attributes($check, value($check->{pdf}, $cell));
            my $columns = $spans->{'/ColSpan'} // 1;
            $width += $columns;
            $below[$_] += $columns for 0 .. ($spans->{'/RowSpan'} // 1) - 2;
        }
        push @widths, $width;
    }
    problem($check, 'table', "rows of Table $reference have @widths cells")
        if !@widths || grep { $_ != $widths[0] } @widths;
    problem($check, 'table', "the caption of Table $reference is neither first nor last")
        if grep { $inner[$_] eq 'Caption' } 1 .. $#inner - 1;
}

# ---- what leads from the pages into the tree ----

sub number_tree
{
    my ($check, $reference) = @_;
    my $node = value($check->{pdf}, $reference) // {};
    return (list($check->{pdf}, $node->{'/Nums'}),
            map { number_tree($check, $_) } list($check->{pdf}, $node->{'/Kids'}));
}

sub check_parent_tree
{
    my ($check, $root) = @_;
    my $pdf = $check->{pdf};
    my @pairs = number_tree($check, $root->{'/ParentTree'});
    my ($last, %entries) = (-1);
    while (my ($key, $entry) = splice @pairs, 0, 2) {
        problem($check, 'parent-tree', "key $key stands after $last") if $key <= $last;
        $entries{ $last = $key } = $entry;
    }
    problem($check, 'parent-tree', "the next key is not above $last")
        unless ($root->{'/ParentTreeNextKey'} // -1) > $last;
    for my $page (@{ $pdf->{pages} }) {
        my $key = value($pdf, $page)->{'/StructParents'};
        my @mcids = sort { $a <=> $b } keys %{ $check->{mcids}{$page} };
        next unless @mcids;
        my @elements = defined $key ? list($pdf, delete $entries{$key}) : ();
        for my $mcid (@mcids) {
            my $element = $check->{element_of}{$page}{$mcid} // '';
            problem($check, 'mcid-tree', "MCID $mcid of page $page is not in the tree")
                unless $element;
            problem($check, 'parent-tree', "MCID $mcid of page $page does not lead to its element")
                unless ($elements[$mcid] // '') eq $element;
        }
        problem($check, 'parent-tree', "the entry of page $page has too much")
            if @elements > @mcids;
    }
    for my $page (@{ $pdf->{pages} }) {
        check_annotation($check, $page, $_, \%entries)
            for list($pdf, value($pdf, $page)->{'/Annots'});
    }
    problem($check, 'parent-tree', "nothing has the key $_") for sort keys %entries;
}

# 7.18
sub check_annotation
{
    my ($check, $page, $reference, $entries) = @_;
    my $annotation = value($check->{pdf}, $reference);
    my $key = $annotation->{'/StructParent'};
    my $entry = defined $key ? delete $entries->{$key} : undef;
    problem($check, 'annotation', "page $page has annotations in no order of tabs")
        unless (value($check->{pdf}, $page)->{'/Tabs'} // '') eq '/S';
    problem($check, 'annotation', "annotation $reference has no description")
        unless text($check->{pdf}, $annotation->{'/Contents'}) =~ /\S/;
    problem($check, 'annotation', "annotation $reference is not in the tree")
        unless $check->{object_of}{$reference};
    problem($check, 'parent-tree', "annotation $reference does not lead to its element")
        unless defined $entry && $entry eq ($check->{object_of}{$reference} // '');
}

sub check_ids
{
    my ($check, $root) = @_;
    my @pairs = list($check->{pdf}, (value($check->{pdf}, $root->{'/IDTree'}) // {})->{'/Names'});
    my (%named, $last);
    while (my ($id, $element) = splice @pairs, 0, 2) {
        $named{ text($check->{pdf}, $id) } = $element;
        problem($check, 'note', 'the ids are not in order') if defined $last && $last ge $id;
        $last = $id;
    }
    for my $id (sort keys %{ $check->{ids} }) {
        problem($check, 'note', "the id $id does not lead to its note")
            unless ($named{$id} // '') eq $check->{ids}{$id};
    }
}

# ---- all of it ----

sub problem
{
    my ($check, $rule, $text) = @_;
    push @{ $check->{problems} }, "$rule: $text";
}

sub problems
{
    my ($pdf) = @_;
    my $check = { pdf => $pdf, problems => [] };
    my $root = value($pdf, $pdf->{root}{'/StructTreeRoot'});
    problem($check, 'marked', 'the file does not say that it is tagged')
        unless (value($pdf, $pdf->{root}{'/MarkInfo'}) // {})->{'/Marked'};
    check_language($check, $pdf->{root}{'/Lang'});
    check_content($check);
    if (!$root) {
        problem($check, 'tree', 'there is no structure tree');
        return @{ $check->{problems} };
    }
    my @top = list($pdf, $root->{'/K'});
    problem($check, 'tree', 'the tree is not one document')
        unless @top == 1 && value($pdf, $top[0])->{'/S'} eq '/Document';
    walk($check, $_) for @top;
    check_parent_tree($check, $root);
    check_ids($check, $root);
    return @{ $check->{problems} };
}

1;
