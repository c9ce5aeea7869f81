#!/usr/bin/perl
# Edits a bulletin at random, as editors and their programs do, while two watchers look: one told by
# the system, with its output inside the folder, one polling. After every edit both outputs are what
# a fresh build gives. Prints TAP.
#
#   edits.pl PROGRAM FOLDER EDITS [SEED]     FOLDER is made, and must not be there
use v5.36;
use utf8;
use File::Path 'make_path';
use open ':std', ':encoding(UTF-8)';
use Time::HiRes qw(sleep time);

my ($program, $folder, $edits, $seed) = @ARGV;
$seed //= time ^ $$;
srand($seed);
my $in = "$folder/in";
my $limit = 30; # seconds that a watcher may take, on a busy machine

my ($tests, $failed) = (0, 0);

sub report {
    my ($good, $name, @said) = @_;
    $tests++;
    $failed++ unless $good;
    print $good ? '' : 'not ', "ok $tests - $name\n";
    print map { "# $_\n" } map { split /\n/ } @said unless $good;
    return $good;
}

# ---- ways to save ----

sub put {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!\n";
    print {$file} $text;
    close $file or die "$path: $!\n";
}

sub pause { sleep rand(0.12) }

my %save = (
    'in place' => \&put,
    'by rename' => sub {
        my ($path, $text) = @_;
        my $beside = $path =~ s{([^/]+)\z}{.$1.new}r;
        put($beside, $text);
        pause() if rand() < 0.5;
        rename $beside, $path or die "$path: $!\n";
    },
    'with a backup' => sub { # as Vim does
        my ($path, $text) = @_;
        rename $path, "$path~" or die "$path: $!\n";
        put($path, $text);
        unlink "$path~";
    },
    'in two halves' => sub {
        my ($path, $text) = @_;
        open my $file, '>', $path or die "$path: $!\n";
        $file->autoflush;
        print {$file} substr $text, 0, length($text) / 2;
        pause();
        print {$file} substr $text, length($text) / 2;
    },
    'after deleting it' => sub {
        my ($path, $text) = @_;
        unlink $path;
        pause() if rand() < 0.7;
        put($path, $text);
    },
    'five times in a row' => sub {
        my ($path, $text) = @_;
        put($path, $text . "\n$_\n") for 1 .. 4;
        put($path, $text);
    },
);

sub any { $_[rand @_] }

# ---- the bulletin ----

my $count = 0; # of edits: no text comes twice
my $part = '1-part';

sub heading { "---\n标题: 关于某市某局检查情况的通报\n发文机关: 某市某局\n成文日期: 2026-11-24\n模板: own\n---\n" }
sub opening { heading() . "\n按照工作安排，某市某局开展了检查（第${count}次修改）。\n\n![示意图$count](a.svg)\n\n![数据](t.csv)\n" }
sub index_text { "# 基本情况\n" }
sub finding { "---\n编号: $_[0]\n状态: ongoing\n责任单位: 某某科\n---\n# 制度执行不严格\n\n检查中发现有关制度执行不够严格，共${count}处。\n" }
sub picture { my $size = 20 + $count % 60; "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"$size\"><rect width=\"$size\" height=\"10\" fill=\"#333\"/></svg>\n" }
sub table { "项目,数量\n某某,$count\n" }
sub template { "name: $_[0]\nextends: $_[1]\ndescription:\n  en: one\n  zh: 一种\nstyles:\n  $_[2]:\n    size: " . (12 + $count % 300 / 100) . "pt\n" }
sub base { template('base', 'notice', 'title') }
sub own { template('own', 'base', 'caption') }

make_path("$in/templates", "$in/$part");
put("$in/bulletin.md", opening());
put("$in/a.svg", picture());
put("$in/t.csv", table());
put("$in/templates/base.yaml", base());
put("$in/templates/own.yaml", own());
put("$in/$part/index.md", index_text());
put("$in/$part/1-one.md", finding('one'));

my %files = ('bulletin.md' => \&opening, 'a.svg' => \&picture, 't.csv' => \&table,
             'templates/base.yaml' => \&base, 'templates/own.yaml' => \&own);

# ---- the edits; each says what it did ----

sub save_file {
    my ($name, $text, @ways) = @_;
    my $way = any(@ways ? @ways : sort keys %save);
    $save{$way}->("$in/$name", $text);
    return "$name saved $way";
}

sub move_part {
    my $new = any(grep { $_ ne $part } '1-part', '2-part', '7-moved');
    rename "$in/$part", "$in/$new" or die "$in/$part: $!\n";
    $part = $new;
    save_file("$part/index.md", index_text()) if rand() < 0.5;
    return "the folder is now $part";
}

sub come_and_go {
    my $path = "$in/$part/2-two.md";
    if (-e $path) {
        unlink $path;
        return 'a file is gone';
    }
    put($path, finding('two'));
    return 'a file is new';
}

sub folder_away_and_back {
    rename "$in/$part", "$folder/away" or die "$in/$part: $!\n";
    pause();
    rename "$folder/away", "$in/$part" or die "$in/$part: $!\n";
    save_file("$part/1-one.md", finding('one'));
    return 'the folder was away';
}

sub picture_behind_link {
    unlink "$in/a.svg";
    put("$in/pic$count.svg", picture());
    symlink "pic$count.svg", "$in/a.svg" or die "$in/a.svg: $!\n";
    unlink grep { $_ ne "$in/pic$count.svg" } glob "$in/pic*.svg";
    return 'the image is behind another link';
}

my @edits = (
    (sub { my $name = any(sort keys %files); save_file($name, $files{$name}->()) }) x 8,
    (sub { save_file("$part/1-one.md", finding('one')) }) x 3,
    \&move_part, \&come_and_go, \&folder_away_and_back, \&picture_behind_link,
);

# ---- the watchers ----

sub start {
    my ($output, @options) = @_;
    my $log = "$folder/" . ($output =~ s{.*/}{}r) . '.log';
    my $pid = fork // die "fork: $!\n";
    if ($pid == 0) {
        open STDERR, '>', $log or die;
        open STDOUT, '>', '/dev/null' or die;
        exec $program, 'watch', $in, '-o', $output, '--lang=en', @options;
        die "$program: $!\n";
    }
    return { pid => $pid, output => $output, log => $log, name => join ' ', 'watch', @options };
}

sub content {
    my ($path) = @_;
    open my $file, "<:raw", $path or return '';
    local $/;
    return <$file> // '';
}

sub builds { scalar(() = content($_[0]{log}) =~ /^\[/mg) }

# TRUE when a condition has come to hold.
sub comes {
    my ($condition) = @_;
    my $end = time + $limit;
    until ($condition->()) {
        return 0 if time > $end;
        sleep 0.02;
    }
    return 1;
}

sub rss { content("/proc/$_[0]{pid}/status") =~ /^VmRSS:\s+(\d+)/m ? $1 : 0 }

sub fresh {
    my $status = system "$program build $in -o $folder/fresh.pdf -q 2>$folder/fresh.log";
    return $status == 0;
}

# However this ends, no watcher stays.
my @watchers;
my $own = $$;
$SIG{$_} = sub { exit 1 } for qw(INT TERM HUP PIPE);
END {
    my $status = $?;
    if ($$ == ($own // 0)) {
        kill KILL => $_->{pid} for grep { !$_->{ended} } @watchers;
    }
    $? = $status;
}
@watchers = (start("$in/watched.pdf"), start("$folder/polled.pdf", '--poll'));
my %most = (first => 0, second => 0);

sub compare {
    my ($name) = @_;
    return report(0, "$name: a fresh build", content("$folder/fresh.log")) unless fresh();
    my $wanted = content("$folder/fresh.pdf");
    my @late = grep { my $watcher = $_; !comes(sub { content($watcher->{output}) eq $wanted }) } @watchers;
    my $half = $count * 2 <= $edits ? 'first' : 'second';
    my $memory = rss($watchers[0]);
    $most{$half} = $memory if $memory > $most{$half};
    return report(!@late, $name, map { ("$_->{name} wrote something else", substr content($_->{log}), -2000) } @late);
}

# An error is told, nothing is written, and mending it is enough.
sub break_and_mend {
    my @before = map { content($_->{output}) } @watchers;
    my @told = map { builds($_) } @watchers;
    my ($name, $text) = any(['bulletin.md', "没有文件头\n"], ['templates/base.yaml', "name: base\nstyles: 3\n"],
                            ['a.svg', '<svg'], ["$part/1-one.md", "---\n编好: x\n---\n# 甲\n"]) ->@*;
    save_file($name, $text, 'in place', 'by rename', 'five times in a row'); # a part less is no error
    my $all = 1;
    for my $i (0 .. $#watchers) {
        my $watcher = $watchers[$i];
        $all &= comes(sub { builds($watcher) > $told[$i] && content($watcher->{log}) =~ /errors, nothing written[^\n]*\n\z/ });
    }
    my @same = grep { content($watchers[$_]{output}) eq $before[$_] } 0 .. $#watchers;
    report($all && @same == @watchers, "$name broken: told, the old output stays", map { substr content($_->{log}), -1500 } @watchers);
    $name eq "$part/1-one.md" ? save_file($name, finding('one')) : save_file($name, $files{$name}->());
    return "$name mended";
}

print "# seed $seed\n";
compare('the first build');
while ($count < $edits) {
    $count++;
    my $did = $count % 10 == 5 ? break_and_mend() : any(@edits)->();
    compare("$count: $did");
}

# Outputs within the folder are no change of it.
my (@before, @after);
report(comes(sub {
    @before = map { builds($_) } @watchers;
    sleep 2;
    @after = map { builds($_) } @watchers;
    return "@before" eq "@after";
}), 'at rest nothing is built', "@before, then @after");
report($most{second} <= $most{first} * 1.15 + 4096, 'memory stays', "KiB: $most{first}, then $most{second}") if $edits >= 200;
print "# KiB: $most{first}, then $most{second}; builds: @after\n";

kill INT => $watchers[0]{pid};
kill TERM => $watchers[1]{pid};
for my $watcher (@watchers) {
    waitpid $watcher->{pid}, 0;
    $watcher->{ended} = 1;
    report($? == 0, "$watcher->{name} ends with status 0", "status $?", substr content($watcher->{log}), -500);
}
print "1..$tests\n";
exit($failed > 0);
