#!/usr/bin/perl
# Whether the rules of Checks.pm find what they are for: a bulletin is built once, what was made of it
# is altered in one way after the other, and the rule must say so. red.pl PROGRAM FOLDER; prints TAP.
use v5.36;
use utf8;
use FindBin;
use lib $FindBin::Bin, "$FindBin::Bin/../pdf";
use open ':std', ':encoding(UTF-8)';
use Encode;
use Checks;

my ($program, $folder) = @ARGV;
@ENV{qw(LC_ALL TZ)} = ('C.UTF-8', 'UTC');
my $said = '为了做好检查工作，现将《办法》印发给你们，请认真贯彻执行。';
mkdir $folder;
write_file("$folder/in.md", encode('UTF-8', "---\n标题: 关于检查情况的通报\n发文机关: 某市某局\n成文日期: 2026-11-24\n---\n$said\n\n$said\n"));
my $it = {
    work => $folder, program => $program, build => ["$folder/in.md"],
    made => {template => 'notice', title => '关于检查情况的通报', notes => [], values => ['某市某局'], annexes => [], below => [],
             opening => {blocks => [['', $said], ['', $said]]}},
};

sub read_file ($path) {
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return <$file>;
}

sub write_file ($path, $bytes) {
    open my $file, '>:raw', $path or die "$path: $!\n";
    print {$file} $bytes;
    close $file or die "$path: $!\n";
    return;
}

my @faults = Checks::faults($it);
print @faults ? 'not ok' : 'ok', " 1 - a bulletin without faults\n", map { "# $_\n" } @faults;
my %good = map { $_ => read_file("$folder/$_") } qw(a.pdf a.txt a.html a.md lines pages);
system 'qpdf', '--qdf', '--object-streams=disable', "$folder/a.pdf", "$folder/plain.pdf";
my $plain = read_file("$folder/plain.pdf");

# The PDF with other text in it.
sub pdf ($change) {
    local $_ = $plain;
    $change->();
    die "nothing was altered\n" if $_ eq $plain;
    write_file("$folder/changed.pdf", $_);
    system "fix-qdf '$folder/changed.pdf' >'$folder/a.pdf'";
    return;
}

sub text ($name, $change) {
    local $_ = decode('UTF-8', $good{$name});
    my $before = $_;
    $change->();
    die "nothing was altered\n" if $_ eq $before;
    write_file("$folder/$name", encode('UTF-8', $_));
    return;
}

my @ways = (
    ['readers', 'a file that is cut off', sub { write_file("$folder/a.pdf", substr $good{'a.pdf'}, 0, 3000) }],
    ['standards', 'no title', sub { pdf(sub { s{/DisplayDocTitle true}{/DisplayDocTitle false} }) }],
    ['twice', 'other bytes', sub { text('a.md', sub { s/认真/切实/ }) }],
    ['ink', 'text that is not painted', sub { pdf(sub { s/\bBT\b/BT 3 Tr/ }) }],
    ['place', 'text further right', sub { pdf(sub { s/^(1 0 0 -1) 0 (841\.\d+) cm/$1 40 $2 cm/m }) }],
    ['overlap', 'lines that are too close', sub { pdf(sub { s/ 110.956055 266.875 Tm/ 110.956055 212.875 Tm/ }) }],
    ['lines', 'a line that is too wide', sub { text('lines', sub { s/measure 410\.617/measure 410.000/ }) }],
    ['lines', 'a line off the grid', sub { text('pages', sub { s/(row 5 body .*baseline )(\d+)/$1 . ($2 + 3)/e }) }],
    ['text', 'a character less in the plain text', sub { text('a.txt', sub { s/认真/认/ }) }],
    ['text', 'a character more in the plain text', sub { text('a.txt', sub { s/认真/认认真/ }) }],
    ['text', 'another character in the HTML', sub { text('a.html', sub { s/(<p>.*)认真/$1认直/ }) }],
    ['text', 'another character in the PDF', sub { pdf(sub { s/<8ba4>/<8ba5>/ }) }],
    ['html', 'an element without an end', sub { text('a.html', sub { s{</p>}{} }) }],
    ['time', 'a build that takes long', sub { $it->{seconds} = 100 }],
);
my $test = 1;
for (@ways) {
    my ($rule, $name, $way) = @$_;
    write_file("$folder/$_", $good{$_}) for sort keys %good;
    $way->();
    my @found = eval { Checks::judge($it) };
    push @found, "readers: $@" if $@;
    $test++;
    print grep({ /^$rule: / } @found) ? 'ok' : 'not ok', " $test - $rule: $name\n";
    print map { "# $_\n" } @found if !grep { /^$rule: / } @found;
    $it->{seconds} = 0.1;
}
print "1..$test\n";
