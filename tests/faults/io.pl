#!/usr/bin/perl
# Of all calls that write, one after the other goes wrong, in each way that it can. A run that says it
# is well has written everything; any other has left all files as they were, with a message and the
# status for it. Nothing else is left, neither beside the output nor in TMPDIR. Prints TAP.
#
#   io.pl PROGRAM FOLDER [NTH [PATTERN]]
#
# FOLDER is for its files; with NTH beyond 1 only every NTH call fails, in some of the ways;
# only what has a name like PATTERN is run.
use v5.36;
use utf8;
use FindBin '$RealBin';
use lib $RealBin;
use open ':std', ':encoding(UTF-8)';
use Faults;
use File::Path qw(make_path remove_tree);

my ($program, $folder, $nth, $pattern) = arguments(1, '');
my $shim = compile('io', $folder);
my $state = "$folder/state";

# ---- what is run ----

my $old = "an old file\n";

sub put_old { put("$_[0]/$_", $old) for @_[1 .. $#_] }

# Each: what its folder holds before, the command, and whether files may be each for itself.
my %scenario = (
    'PDF' => {files => sub { bulletin("$_[0]/in", '安全'); put_old($_[0], 'out/a.pdf') },
        command => [qw(build in -o out/a.pdf)]},
    'PDF, a new file' => {files => sub { bulletin("$_[0]/in", '安全'); make_path("$_[0]/out") },
        command => [qw(build in -o out/a.pdf)]},
    'PDF with numbers' => {files => sub { bulletin("$_[0]/in", '安全'); put_old($_[0], 'out/a.pdf') },
        command => [qw(build in -o out/a.pdf --stats)]},
    'PDF with dependencies' => {files => sub { bulletin("$_[0]/in", '安全');
            put_old($_[0], 'out/a.pdf', 'out/a.d') },
        command => [qw(build in -o out/a.pdf --deps out/a.d)]},
    'PDF to standard output' => {files => sub { bulletin("$_[0]/in", '安全') },
        command => [qw(build in -o - --stats)]},
    'HTML' => {files => sub { bulletin("$_[0]/in", '安全'); put_old($_[0], 'out/a.html') },
        command => [qw(build in -o out/a.html)]},
    'pages as PNG' => {files => sub { bulletin("$_[0]/in", '安全'); put_old($_[0], 'out/1.png') },
        command => [qw(build in -o out/%d.png --ppi 20)]},
    'check --fix' => {files => sub { bulletin("$_[0]/in", '安全,'); },
        command => [qw(check in --fix)], report => 1},
    'export' => {files => sub { bulletin("$_[0]/in", '安全'); put_old($_[0], 'out/a.csv') },
        command => [qw(export in -o out/a.csv)]},
    'init' => {files => sub { make_path($_[0]) }, command => [qw(init neu/in)], report => 1},
    'diff' => {files => sub { bulletin("$_[0]/in", '安全'); bulletin("$_[0]/other", '消防');
            put_old($_[0], 'out/a.pdf') },
        command => [qw(diff in other -o out/a.pdf)]},
    'diff with git' => {files => sub { revisions("$_[0]/in"); put_old($_[0], 'out/a.html') },
        command => [qw(diff in --git HEAD~1 -o out/a.html)]},
    'three bulletins' => {files => sub { bulletin("$_[0]/$_", "安全$_") for qw(甲 乙 丙);
            put_old($_[0], 'out/乙.pdf') },
        command => [qw(build 甲 乙 丙 -j 1 --stats -o out/)], apart => 1},
    'a dump' => {files => sub { bulletin("$_[0]/in", '安全') },
        command => [qw(build in --stop-after=pages)]},
);

sub revisions {
    my ($at) = @_;
    my $git = "git -C '$at' -c user.name=n -c user.email=e\@example.org -c init.defaultBranch=main";
    for my $words ('安全', '消防') {
        bulletin($at, $words);
        my $did = ($words eq '安全' ? "$git init -q && " : '') . "$git add -A && $git commit -qm $words";
        utf8::encode($did);
        system('sh', '-c', $did) == 0 or die "git failed\n";
    }
}

# ---- one run ----

sub environment {
    my ($temporary, %more) = @_;
    return {LC_ALL => 'C.UTF-8', TMPDIR => $temporary, LIMIT => 60, %more};
}

sub shimmed {
    my ($scenario, $at, $kind, @more) = @_;
    put($state, "\0" x 64);
    my @result = run($scenario->{at}, environment("$scenario->{at}.tmp", LD_PRELOAD => $shim,
        FAULT_STATE => $state, FAULT_AT => $at, FAULT_KIND => $kind, @more),
        $program, @{$scenario->{command}});
    my ($count, $hits, $name) = unpack 'llZ24', slurp($state);
    return ($count, $hits, $name, @result);
}

# Prepares the folder, and runs once without a fault to know what is right.
sub prepare {
    my ($name, $scenario) = @_;
    my $at = $scenario->{at} = "$folder/" . $name =~ s/\W+/-/gr;
    remove_tree($at, "$at.tmp");
    make_path($at, "$at.tmp");
    $scenario->{files}->($at);
    @{$scenario->{command}} = map { my $word = $_; utf8::encode($word); $word } @{$scenario->{command}};
    $scenario->{old} = snapshot($at);
    ($scenario->{calls}, undef, undef, @$scenario{qw(status out err)}) = shimmed($scenario, 0, 'EIO');
    $scenario->{new} = snapshot($at);
}

my $message = qr/(^|: )error: .*\[[a-z-]+\]$/m;

# What is wrong about a run that had a fault. Files are all old or all new, unless the scenario writes
# them one after the other, or a message names the file that is new.
sub judge {
    my ($scenario, $kind, $status, $out, $err) = @_;
    my ($at, @wrong) = $scenario->{at};
    my $well = $status == $scenario->{status};
    my $told = $err . ($scenario->{report} ? $out : '');
    my @allowed = $well ? $scenario->{new} : $scenario->{old};
    @allowed = $scenario->{new} if $told =~ /is the new file, but the disk did not confirm/;
    # It may have been the report alone that could not be written.
    @allowed = $scenario->{new} if $scenario->{report} && $err =~ /cannot write 'stdout'/
        && !grep { !/\.mkbulletin-/ } differs($at, $scenario->{new});
    @allowed = @$scenario{qw(old new)} if !$well && $scenario->{apart};
    @allowed = @$scenario{qw(old new)} if $told =~ /the old one cannot be put back/;
    push @wrong, "status $status" unless $well || $status == 3 << 8;
    push @wrong, 'not survived' if !$well && $kind =~ /EINTR|SHORT/;
    push @wrong, 'no message' unless $well || $told =~ $message;
    push @wrong, 'standard output is not the whole' if $well && $out ne $scenario->{out};
    push @wrong, differs($at, @allowed);
    push @wrong, map { "TMPDIR: $_" } differs("$at.tmp", {});
    push @wrong, 'a library complains' if $err =~ /CRITICAL|WARNING \*\*/;
    return @wrong;
}

# What the disk does not let go is left, and is gone with the next run.
sub judge_next {
    my ($scenario) = @_;
    my $old = $scenario->{old};
    put("$scenario->{at}$_", $old->{$_}) for grep { $old->{$_} ne 'folder' } keys %$old;
    my ($status, $out, $err) = run($scenario->{at}, environment("$scenario->{at}.tmp"), $program,
        @{$scenario->{command}});
    return map { "after the next run: $_" } grep { /\.mkbulletin-/ } differs($scenario->{at}, {}),
        differs("$scenario->{at}.tmp", {});
}

sub removes { $_[0] =~ /^(unlink|unlinkat|rmdir|remove)$/ }

# One kind of fault at every call. Those that are left out are others each time.
my $turn = 0;

sub fail_each {
    my ($name, $scenario, $kind, @more) = @_;
    my $lasts = grep { $_ eq 'FAULT_LASTS' } @more;
    my ($runs, @said) = (0);
    for (my $at = 1 + $turn++ % $nth; ; $at += $nth) {
        restore($scenario->{at}, $scenario->{old});
        my ($count, $hits, $call, $status, $out, $err) = shimmed($scenario, $at, $kind, @more);
        last unless $hits;
        $runs++;
        my @wrong = judge($scenario, $kind, $status, $out, $err);
        @wrong = (grep({ !/\.mkbulletin-/ } @wrong), judge_next($scenario))
            if removes($call) && $kind ne 'EINTR';
        push @said, "call $at, $call: @wrong", (split /\n/, $err)[0 .. 2] if @wrong;
        remove_tree("$scenario->{at}.tmp");
        make_path("$scenario->{at}.tmp");
    }
    @said = map { $_ // () } @said;
    report(!@said, "$name: $kind@{[$lasts ? ' from then on' : '']}"
        . (grep({ $_ eq 'FAULT_NAMED' } @more) ? ', no O_TMPFILE' : '') . ", $runs calls", @said);
    return $runs;
}

# In a sample, some of them; others for the next scenario.
my $way = 0;

sub ways {
    my @all = map { my $kind = $_; map { [$kind, @$_] } [], [FAULT_NAMED => 1],
        $kind =~ /EINTR|SHORT/ ? () : [FAULT_LASTS => 1] } qw(ENOSPC EIO EDQUOT EINTR SHORT);
    return @all if $nth == 1;
    return map { $all[$way++ * 4 % @all] } 1 .. 4;
}

my $runs = 0;
for my $name (grep { /$pattern/ } sort keys %scenario) {
    my $scenario = $scenario{$name};
    prepare($name, $scenario);
    my @wrong = judge($scenario, 'EIO', @$scenario{qw(status out err)});
    report(!@wrong && $scenario->{status} <= 1 << 8 && $scenario->{calls} > 0, "$name: $scenario->{calls} calls, all well",
        "status $scenario->{status}", @wrong, $scenario->{err});
    $runs += fail_each($name, $scenario, @$_) for ways();
}
report($runs > 0, "$runs faults");
done_testing();
