# json_schema.pl SCHEMA[#NAME] FILE…: holds JSON to a schema, or to one of its $defs, and prints what
# does not fit, a line each. A keyword of JSON Schema that it does not know is a fault of its own, so
# that nothing passes unseen.
use strict;
use warnings;
use utf8;
use JSON::PP;
use open qw(:std :encoding(UTF-8));

our ($faults, $quiet) = (0, 0);
my $root;

sub read_json
{
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return JSON::PP->new->utf8->decode(<$file>);
}

sub complain
{
    my ($where, $text) = @_;
    print "$where: $text\n" if !$quiet;
    $faults++;
}

sub type_of
{
    my ($value) = @_;
    return 'null' if !defined $value;
    return ref $value eq 'ARRAY' ? 'array' : ref $value eq 'HASH' ? 'object' : 'boolean' if ref $value;
    return 'string' if JSON::PP->new->allow_nonref->encode($value) =~ /^"/;
    return $value =~ /^-?\d+$/ ? 'integer' : 'number';
}

sub canonical
{
    return JSON::PP->new->allow_nonref->canonical->encode($_[0]);
}

sub is_one_of
{
    my ($value, @allowed) = @_;
    return grep { canonical($_) eq canonical($value) } @allowed;
}

# Each is given the keyword's value, the value that it is about, where that stands, and the schema.
my %keywords = (
    map({ $_ => sub { } } qw($schema $id $defs title description examples)),
    allOf => sub {
        my ($all, $value, $where) = @_;
        check($_, $value, $where) for @$all;
    },
    anyOf => sub {
        my ($any, $value, $where) = @_;
        complain($where, canonical($value) . ' is none of what it may be') if !fitting($any, $value);
    },
    oneOf => sub {
        my ($one, $value, $where) = @_;
        my $fitting = fitting($one, $value);
        complain($where, "fits $fitting of what it may be, not one") if $fitting != 1;
    },
    map({ $_ => sub { } } qw(then else)),
    if => sub {
        my ($if, $value, $where, $schema) = @_;
        my $next = $schema->{fitting([$if], $value) ? 'then' : 'else'};
        check($next, $value, $where) if $next;
    },
    not => sub {
        my ($not, $value, $where) = @_;
        complain($where, canonical($value) . ' fits what it may not be') if fitting([$not], $value);
    },
    '$ref' => sub {
        my ($name, $value, $where) = @_;
        my ($key) = $name =~ m{^#/\$defs/(.+)$} or die "\$ref $name is not known\n";
        check($root->{'$defs'}{$key} || die("no $name\n"), $value, $where);
    },
    type => sub {
        my ($types, $value, $where) = @_;
        my @types = ref $types ? @$types : $types;
        my $is = type_of($value);
        complain($where, "$is is not @types")
            if !grep { $_ eq $is || ($_ eq 'number' && $is eq 'integer') } @types;
    },
    const => sub {
        my ($const, $value, $where) = @_;
        complain($where, canonical($value) . ' is not ' . canonical($const))
            if !is_one_of($value, $const);
    },
    enum => sub {
        my ($enum, $value, $where) = @_;
        complain($where, canonical($value) . ' is none of ' . canonical($enum))
            if !is_one_of($value, @$enum);
    },
    pattern => sub {
        my ($pattern, $value, $where) = @_;
        complain($where, "'$value' does not match $pattern")
            if type_of($value) eq 'string' && $value !~ /$pattern/;
    },
    minLength => sub {
        my ($least, $value, $where) = @_;
        complain($where, 'too short') if type_of($value) eq 'string' && length $value < $least;
    },
    minimum => sub {
        my ($least, $value, $where) = @_;
        complain($where, "$value is less than $least") if type_of($value) eq 'integer' && $value < $least;
    },
    maximum => sub {
        my ($most, $value, $where) = @_;
        complain($where, "$value is more than $most") if type_of($value) eq 'integer' && $value > $most;
    },
    minItems => sub {
        my ($least, $value, $where) = @_;
        complain($where, 'too few items') if ref $value eq 'ARRAY' && @$value < $least;
    },
    items => sub {
        my ($items, $value, $where) = @_;
        return if ref $value ne 'ARRAY';
        check($items, $value->[$_], "$where\[$_]") for 0 .. $#$value;
    },
    required => sub {
        my ($keys, $value, $where) = @_;
        return if ref $value ne 'HASH';
        for (@$keys) {
            complain($where, "no $_") if !exists $value->{$_};
        }
    },
    properties => sub {
        my ($properties, $value, $where) = @_;
        return if ref $value ne 'HASH';
        for (sort keys %$value) {
            check($properties->{$_}, $value->{$_}, "$where.$_") if $properties->{$_};
        }
    },
    additionalProperties => sub {
        my ($more, $value, $where, $schema) = @_;
        die "additionalProperties is known as false alone\n" if $more;
        return if ref $value ne 'HASH';
        for (sort keys %$value) {
            complain($where, "$_ is not in the schema") if !$schema->{properties}{$_};
        }
    },
);

# How many schemas of a list a value fits.
sub fitting
{
    my ($schemas, $value) = @_;
    my $count = 0;
    for my $schema (@$schemas) {
        local ($faults, $quiet) = (0, 1);
        check($schema, $value, '');
        $count++ if !$faults;
    }
    return $count;
}

sub check
{
    my ($schema, $value, $where) = @_;
    for my $keyword (sort keys %$schema) {
        my $rule = $keywords{$keyword} or die "keyword $keyword is not known\n";
        $rule->($schema->{$keyword}, $value, $where, $schema);
    }
}

my ($path, $part) = split /#/, shift, 2;
$root = read_json($path);
my $schema = defined $part ? $root->{'$defs'}{$part} || die("no $part\n") : $root;
check($schema, read_json($_), $_) for @ARGV;
exit($faults > 0);
