package Pdf;

# A PDF as qpdf reads it, for the checks of conform.pl. Values are those of qpdf's JSON: names begin
# with "/", strings with "u:" or "b:", references are "3 0 R", and the rest is what it is.
use strict;
use warnings;
use File::Temp qw(tempdir);
use JSON::PP;

# What qpdf says of the file; and whether it is right in its eyes.
sub _json
{
    my ($path, @options) = @_;
    open my $pipe, '-|', 'sh', '-c', 'exec qpdf "$@" 2>/dev/null', 'qpdf', '--json=2',
        '--json-key=qpdf', @options, $path
        or die "qpdf: $!\n";
    local $/;
    my $text = <$pipe>;
    close $pipe;
    my $status = $? >> 8;
    die "qpdf cannot read $path\n" if $status != 0 && $status != 3;
    return (decode_json($text)->{qpdf}[1], $status == 0);
}

# Dictionaries are those of the file; the data are decoded, but for those of pictures.
sub new
{
    my ($class, $path) = @_;
    my $folder = tempdir(CLEANUP => 1);
    open my $file, '<:raw', $path or die "$path: $!\n";
    my ($objects) = _json($path);
    my ($decoded, $sound) = _json(
        $path, '--decode-level=generalized', '--json-stream-data=file',
        "--json-stream-prefix=$folder/s"
    );
    my $self = bless {
        path => $path,
        bytes => do { local $/; <$file> },
        objects => $objects,
        decoded => $decoded,
        folder => $folder,
        faults => [],
    }, $class;
    $self->fault('ISO 32000-1', 'qpdf has warnings') if !$sound;
    $self->{trailer} = $self->{objects}{trailer}{value};
    $self->{root} = $self->get($self->{trailer}, '/Root');
    return $self;
}

sub is_reference { return defined $_[0] && !ref $_[0] && $_[0] =~ /^\d+ \d+ R$/ }

# What a reference stands for, any value else; a stream is its dictionary.
sub value
{
    my ($self, $value) = @_;
    for (1 .. 20) {
        return $value if !is_reference($value);
        my $object = $self->{objects}{"obj:$value"} or return undef;
        return $object->{stream}{dict} if $object->{stream};
        $value = $object->{value};
    }
    die "a reference leads in a circle\n";
}

# The value at the end of a path of keys, undef where the path ends before.
sub get
{
    my ($self, $value, @keys) = @_;
    $value = $self->value($value);
    for my $key (@keys) {
        return undef if ref $value ne 'HASH';
        $value = $self->value($value->{$key});
    }
    return $value;
}

sub list { my $value = get(@_); return ref $value eq 'ARRAY' ? @$value : () }

sub entries { my $value = get(@_); return ref $value eq 'HASH' ? %$value : () }

sub is_stream { return is_reference($_[1]) && exists $_[0]{objects}{"obj:$_[1]"}{stream} }

# The decoded bytes of the stream that a reference stands for.
sub data
{
    my ($self, $reference) = @_;
    return undef if !$self->is_stream($reference);
    my $name = $self->{decoded}{"obj:$reference"}{stream}{datafile};
    open my $file, '<:raw', $name or die "$name: $!\n";
    local $/;
    return scalar <$file>;
}

# The references of all streams.
sub streams
{
    my ($self) = @_;
    return map { s/^obj://r } grep { $self->{objects}{$_}{stream} } sort keys %{$self->{objects}};
}

# The text of a string; undef where it is none.
sub text
{
    my ($self, $string) = @_;
    $string = $self->value($string);
    return undef if !defined $string || ref $string;
    return $1 if $string =~ /^u:(.*)/s;
    return pack 'H*', $1 if $string =~ /^b:([0-9a-f]*)$/;
    return undef;
}

sub name { my $value = get(@_); return !ref $value && ($value // '') =~ m{^/} ? $value : '' }

# The references of the pages, in order.
sub pages
{
    my ($self) = @_;
    my (@pages, %seen);
    my @nodes = $self->{root}{'/Pages'};
    while (@nodes) {
        my $node = shift @nodes;
        next if $seen{$node}++;
        if ($self->name($node, '/Type') eq '/Page') {
            push @pages, $node;
        } else {
            unshift @nodes, $self->list($node, '/Kids');
        }
    }
    return @pages;
}

# What a page has, or the nodes of the tree above it.
sub inherited
{
    my ($self, $page, $key) = @_;
    for (1 .. 50) {
        my $value = $self->get($page, $key);
        return $value if defined $value;
        $page = $self->get($page, '/Parent') // return undef;
    }
    return undef;
}

# Calls the function for each dictionary of the file, with the name of the object that it is in.
sub each_dictionary
{
    my ($self, $function) = @_;
    for my $key (sort keys %{$self->{objects}}) {
        my $object = $self->{objects}{$key};
        my @values = $object->{stream} ? $object->{stream}{dict} : $object->{value};
        my $where = $key =~ s/^obj:(\d+) \d+ R/object $1/r;
        while (@values) {
            my $value = shift @values;
            if (ref $value eq 'HASH') {
                $function->($value, $where);
                push @values, map { $value->{$_} } sort keys %$value;
            } elsif (ref $value eq 'ARRAY') {
                push @values, @$value;
            }
        }
    }
    return;
}

# Notes that a condition does not hold: the standard and its clause, and what is wrong.
sub fault
{
    my ($self, $clause, $text) = @_;
    push @{$self->{faults}}, "$clause: $text";
    return;
}

sub faults
{
    my ($self) = @_;
    my %seen;
    return grep { !$seen{$_}++ } @{$self->{faults}};
}

1;
