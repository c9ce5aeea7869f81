# front_json.pl FOLDER…: writes the front matter of each Markdown file there as JSON, a file each, and
# prints "KIND FILE" for it. Enough of YAML for what there is: CPAN::Meta::YAML, and lists in brackets.
use strict;
use warnings;
use utf8;
use CPAN::Meta::YAML;
use Encode qw(decode_utf8);
use File::Find;
use JSON::PP;

my $count = 0;

# Plain words that YAML takes for something else than text; what was quoted cannot be told any more.
sub typed
{
    my ($value) = @_;
    return [map { typed($_) } @$value] if ref $value eq 'ARRAY';
    return {map { $_ => typed($value->{$_}) } keys %$value} if ref $value;
    return $value if !defined $value || $value !~ /\A(?:true|false)\z/;
    return $value eq 'true' ? JSON::PP::true : JSON::PP::false;
}

sub read_front
{
    my ($text) = @_;
    $text =~ /\A---\r?\n(.*?)^---/ms or return undef;
    my $yaml = $1 =~ s{^(\S+): \[(.*)\]$}{"$1:\n" . join '', map { "  - $_\n" } split /, */, $2}gmer;
    return {} if $yaml !~ /\S/;
    return typed(CPAN::Meta::YAML->read_string($yaml)->[0] || die CPAN::Meta::YAML->errstr);
}

sub kind_of
{
    my ($path, $front) = @_;
    my $kind = $front->{kind} // $front->{'类型'} // '';
    return 'bulletin' if $path =~ m{/bulletin\.md$};
    return $kind =~ /^(?:ledger|台账)$/ ? 'ledger' : 'annex' if $path =~ m{/annexes/};
    return 'closing' if $path =~ m{/closing\.md$};
    return $path =~ m{/index\.md$} && $kind !~ /^(?:finding|问题)$/ ? 'heading' : 'finding';
}

sub take
{
    return if !/\.md$/;
    open my $file, '<:raw', $_ or die "$_: $!";
    my $front = read_front(decode_utf8(do { local $/; <$file> })) // return;
    my $out = sprintf 'front%d.json', ++$count;
    open my $to, '>:raw', $out or die "$out: $!";
    print $to JSON::PP->new->utf8->canonical->encode($front);
    print kind_of($File::Find::name, $front), " $out\n";
}

find({wanted => \&take, no_chdir => 1}, @ARGV);
