# schema_cases.pl PROGRAM SCHEMA VALIDATOR: gives every key of the schema many values, and compares
# what the program says of each with what the schema says. The program is asked through its language
# server, which reads hundreds of front matters in a second.
use strict;
use warnings;
use utf8;
use Cwd qw(getcwd);
use JSON::PP;
use Lsp;

my ($program, $schema_path, $validator) = @ARGV;
binmode STDOUT, ':utf8';
my $here = getcwd();

sub slurp
{
    open my $file, '<:raw', $_[0] or die "$_[0]: $!";
    local $/;
    return <$file>;
}

sub spew
{
    open my $file, '>:utf8', $_[0] or die "$_[0]: $!";
    print $file $_[1];
}

# YAML, and the same as JSON where that differs.
my ($true, $false) = (JSON::PP::true, JSON::PP::false);
my @values = (
    map({ [$_, $_] } qw(文字 是 否 YES yes no 2026-09-15 2026-13-01 2026-9-15 特急 急 机密 机密★1年 机密1年
        已完成 done 做完 台账 ledger text 问题 finding 时限 due 原序 verbatim zh-Hans zh_CN 甲-1_a.b), '甲 乙', '甲/乙'),
    ['12', 12], ['1234567', 1234567], ['-3', -3], ['true', $true], ['false', $false], ['~', undef], ['""', ''], ['" "', ' '],
    ['[甲, 乙]', ['甲', '乙']], ['[12]', [12]], ['[[甲]]', [['甲']]], ['[""]', ['']], ['[done, 推进中]', ['done', '推进中']],
    ['[序号, due]', ['序号', 'due']], ['[]', []], ['{甲: 乙}', {'甲' => '乙'}], ['{电话: 1}', {'电话' => 1}], ['{}', {}],
);

# Told of a key and its value, and not of what the rest of the bulletin makes of it.
my %format = map { $_ => 1 } qw(wrong-kind bad-value bad-date bad-id bad-copy-number bad-classification
    unknown-key key-place duplicate-key missing-key empty-text);

# Where the schema is the more lenient: what only the place in the tree decides.
my %lenient = map { $_ => 1 } qw(kind 类型);

my $begin = "标题: 甲\n发文机关: 乙\n成文日期: 2026-09-15\n";
my %place = (
    bulletin => ['bulletin.md', $begin, {'标题' => '甲', '发文机关' => '乙', '成文日期' => '2026-09-15'}],
    contact => ['bulletin.md', "${begin}联系方式:\n", {'标题' => '甲', '发文机关' => '乙', '成文日期' => '2026-09-15'}],
    heading => ['1-a/index.md', '', {}],
    finding => ['1-a/1.md', '', {}],
    closing => ['closing.md', '', {}],
    annex => ['annexes/1.md', '', {}],
    ledger => ['annexes/1.md', "类型: 台账\n", {'类型' => '台账'}],
);

mkdir $_ for 'b', 'b/1-a', 'b/annexes';
my %body = ('1-a/index.md' => "# 甲\n", '1-a/1.md' => "# 乙\n", 'closing.md' => "丙。\n", 'annexes/1.md' => "# 丁\n", 'bulletin.md' => "戊。\n");
spew("b/$_", $_ eq 'bulletin.md' ? "---\n$begin---\n$body{$_}" : $body{$_}) for keys %body;

my $schema = JSON::PP->new->utf8->decode(slurp($schema_path));
my $client = Lsp->start($program, 'lsp', '--lang=en');
$client->initialize;
my ($version, @cases) = (0);

# What the program refuses in the front matter of a file.
sub refused
{
    my ($file, $yaml) = @_;
    my $uri = "file://$here/b/$file";
    $version++ ? $client->change($uri, $version, {text => "---\n$yaml---\n$body{$file}"})
               : die 'open it first';
    return grep { $format{$_->{code}} && $_->{range}{start}{line} <= ($yaml =~ tr/\n//) } @{$client->diagnostics($uri, $version)};
}

for my $kind (sort keys %place) {
    my ($file, $yaml, $json) = @{$place{$kind}};
    my $uri = "file://$here/b/$file";
    my $contact = $kind eq 'contact';
    my $keys = $contact ? $schema->{'$defs'}{contact}{properties} : $schema->{'$defs'}{$kind}{properties};
    $client->open($uri, '', ++$version);
    for my $key (sort keys %$keys, 'no-such') {
        for my $i (0 .. $#values) {
            # Both names lead to the same rule: each gets half of the values.
            next if ($i + ($key =~ /^[a-z]/)) % 2;
            my $value = $values[$i];
            next if $kind eq 'ledger' && $lenient{$key};
            my ($written, %front) = ($yaml, %$json);
            my %names = (title => '标题', issuer => '发文机关', date => '成文日期');
            my $old = $names{$key} // $key;
            $written =~ s/^\Q$old\E: .*\n//m;
            delete $front{$old};
            $contact ? ($front{'联系方式'}{$key} = $value->[1]) : ($front{$key} = $value->[1]);
            $written .= ($contact ? '  ' : '') . "$key: $value->[0]\n";
            push @cases, {kind => $contact ? 'bulletin' : $kind, name => "$kind: $key: $value->[0]", key => $key, front => \%front,
                refused => join ' ', map { $_->{code} } refused($file, $written)};
        }
    }
    $client->notify('textDocument/didClose', {textDocument => {uri => $uri}});
}
$client->quit;

my (%said, %whole);
for my $kind (sort keys %place) {
    my @files;
    for my $i (grep { $cases[$_]{kind} eq $kind } 0 .. $#cases) {
        open my $out, '>:raw', "case$i.json" or die;
        print $out JSON::PP->new->utf8->canonical->encode($cases[$i]{front});
        push @files, "case$i.json";
    }
    next if !@files;
    open my $in, '-|', 'perl', $validator, "$schema_path#$kind", @files or die;
    /^case(\d+)\.json/ and $said{$1} = 1 while <$in>;
    open $in, '-|', 'perl', $validator, $schema_path, @files or die;
    /^case(\d+)\.json/ and $whole{$1} = 1 while <$in>;
}

my %wrong;
for my $i (0 .. $#cases) {
    my $case = $cases[$i];
    next if !$case->{refused} == !$said{$i} || ($case->{refused} && $lenient{$case->{key}});
    $wrong{$case->{refused} ? 'the program refuses what the schema takes' : 'the schema refuses what the program takes'}
        .= " [$case->{name} $case->{refused}]";
}
# Without a place the schema takes a file for what its keys make of it: never less than one of these.
my @stricter = map { $cases[$_]{name} } grep { $whole{$_} && !$cases[$_]{refused} } 0 .. $#cases;
print @stricter ? "not ok the whole schema refuses what the program takes: @stricter\n" : "ok the whole schema refuses nothing that the program takes\n";
my $refused = grep { $_->{refused} } @cases;
my $taken = @cases - $refused;
for ('the program refuses what the schema takes', 'the schema refuses what the program takes') {
    print $wrong{$_} ? "not ok $_:$wrong{$_}\n" : "ok never: $_ ($refused refused, $taken taken)\n";
}
