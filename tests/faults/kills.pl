#!/usr/bin/perl
# The program is ended at random moments, by kill -9 and by signals it can hear: every file is the old
# or the new one, whole; nothing is left by what it hears, and what kill -9 leaves is gone with the
# next run. Then at every call that writes, and by several at once. Prints TAP.
#
#   kills.pl PROGRAM FOLDER [KILLS [ROUNDS [SEED]]]
#
# KILLS of each of four commands, as many of each signal in a quarter; ROUNDS of eight at once.
use v5.36;
use utf8;
use FindBin '$RealBin';
use lib $RealBin;
use open ':std', ':encoding(UTF-8)';
use Faults;
use File::Path qw(make_path remove_tree);
use Time::HiRes qw(sleep time);

my ($program, $folder, $kills, $rounds, $seed) = arguments(5, 2, int(time * 1000) ^ $$);
srand $seed;
my $old = "an old file\n";

# ---- what is run ----

sub revisions {
    my ($at) = @_;
    for my $words ('安全', '消防') {
        bulletin($at, $words);
        system('sh', '-c', "cd '$at' && { [ -d .git ] || git init -q; } && git add -A && "
            . 'git -c user.name=n -c user.email=e@example.org commit -qm next') == 0 or die "git failed\n";
    }
}

my %scenario = (
    'a PDF' => {files => sub { bulletin("$_[0]/in", '安全'); put("$_[0]/out/a.pdf", $old) },
        command => [qw(build in -o out/a.pdf)]},
    'pages' => {files => sub { bulletin("$_[0]/in", '安全'); put("$_[0]/out/1.png", $old) },
        command => [qw(build in -o out/%d.png --ppi 20)]},
    'sources' => {files => sub { bulletin("$_[0]/in", '安全,') }, command => [qw(check in --fix)]},
    'revisions' => {files => sub { revisions("$_[0]/in"); put("$_[0]/out/a.html", $old) },
        command => [qw(diff in --git HEAD~1 -o out/a.html)]},
);

sub environment {
    my ($scenario, %more) = @_;
    return {LC_ALL => 'C.UTF-8', TMPDIR => "$scenario->{at}.tmp", %more};
}

sub prepare {
    my ($name, $scenario) = @_;
    my $at = $scenario->{at} = "$folder/" . $name =~ s/\W+/-/gr;
    remove_tree($at, "$at.tmp");
    make_path($at, "$at.tmp");
    $scenario->{files}->($at);
    $scenario->{old} = snapshot($at);
    my $start = time;
    ($scenario->{status}) = run($at, environment($scenario), $program, @{$scenario->{command}});
    $scenario->{time} = time - $start;
    $scenario->{new} = snapshot($at);
}

# ---- one end ----

my ($ended, $new, $in_between) = (0, 0, 0);

# Starts it, and sends it the signal in the middle. A whole run's time is measured anew, for the
# machine may be busy: a run that was too quick counts as well.
sub end_at_random {
    my ($scenario, $signal) = @_;
    my $at = $scenario->{at};
    my $pid = start($at, environment($scenario), $program, @{$scenario->{command}});
    my $start = time;
    sleep rand(1.05 * $scenario->{time});
    kill $signal, $pid;
    waitpid $pid, 0;
    my $status = $?;
    $scenario->{time} = 0.9 * $scenario->{time} + 0.1 * (time - $start) if $status == $scenario->{status};
    return $status;
}

my %number = (KILL => 9, TERM => 15, INT => 2, HUP => 1);

# What it left: which may be a hidden file or folder after kill -9, and nothing else.
sub judge {
    my ($scenario, $signal, $status) = @_;
    my $at = $scenario->{at};
    my @wrong = (differs($at, @$scenario{qw(old new)}), map { "TMPDIR: $_" } differs("$at.tmp", {}));
    $in_between += grep { /\.mkbulletin-/ } @wrong;
    @wrong = grep { !/\.mkbulletin-/ } @wrong if $signal eq 'KILL';
    push @wrong, "status $status" unless $status == $scenario->{status} || $status == $number{$signal};
    $ended += $status == $number{$signal};
    $new += !differs($at, $scenario->{new});
    return @wrong;
}

sub put_old_back {
    my ($scenario) = @_;
    my $old = $scenario->{old};
    for my $name (keys %{$scenario->{new}}) {
        unlink "$scenario->{at}$name" unless exists $old->{$name} || -d "$scenario->{at}$name";
    }
    put("$scenario->{at}$_", $old->{$_})
        for grep { $old->{$_} ne 'folder' && (slurp("$scenario->{at}$_") // '') ne $old->{$_} } keys %$old;
}

# Nothing is left now, and the files are good.
sub judge_next {
    my ($scenario) = @_;
    put_old_back($scenario);
    my ($status, $out, $err) = run($scenario->{at}, environment($scenario), $program,
        @{$scenario->{command}});
    return map { "after the next run: $_" } differs($scenario->{at}, $scenario->{new}),
        differs("$scenario->{at}.tmp", {}), $status == $scenario->{status} ? () : "status $status $err";
}

sub end_many {
    my ($name, $scenario, $signal, $count) = @_;
    my @said;
    ($ended, $new, $in_between) = (0, 0, 0);
    for my $turn (1 .. $count) {
        put_old_back($scenario);
        my @wrong = judge($scenario, $signal, end_at_random($scenario, $signal));
        if ($signal eq 'KILL' && -f "$scenario->{at}/out/a.pdf" && slurp("$scenario->{at}/out/a.pdf") ne $old
            && $turn < 50) {
            push @wrong, 'qpdf --check' if system("qpdf --check '$scenario->{at}/out/a.pdf' >/dev/null 2>&1");
        }
        push @wrong, judge_next($scenario) if $signal eq 'KILL' && ($turn % 8 == 0 || $turn == $count);
        push @said, "$turn: @wrong" if @wrong;
    }
    report(!@said, "$name: $signal, $count times; ended $ended, new $new, something left $in_between",
        "seed $seed", @said);
}

# ---- at every call that writes ----

sub end_at_calls {
    my ($name, $scenario, $signal, $shim, @more) = @_;
    my ($state, $at, @said) = ("$folder/state", 0);
    my $step = $kills > 20 || "@more" =~ /LATE/ ? 1 : 6;
    for ($at = 1; ; $at += $step) {
        put_old_back($scenario);
        put($state, "\0" x 64);
        my ($status) = run($scenario->{at}, environment($scenario, LD_PRELOAD => $shim, @more,
            FAULT_STATE => $state, FAULT_AT => $at, FAULT_KIND => $signal), $program, @{$scenario->{command}});
        last unless (unpack 'll', slurp($state))[1];
        my @wrong = judge($scenario, $signal, $status);
        push @wrong, judge_next($scenario) if $signal eq 'KILL';
        push @said, "call $at: @wrong" if @wrong;
    }
    report(!@said, "$name: $signal at " . ($step > 1 ? "some" : "each") . " of " . ($at - 1)
        . " calls @more", @said);
}

# ---- several at once ----

# Different bulletins, so that a mixture would be seen.
sub build_at_once {
    my @words = qw(安全 消防 值班 防汛 台账 信访 档案 保密);
    my ($at, @said) = ("$folder/at-once");
    remove_tree($at);
    bulletin("$at/$_", $_) for @words;
    make_path("$at/out");
    my @good = map { my $name = $_; utf8::encode($name);
        run($at, {LC_ALL => 'C.UTF-8'}, $program, 'build', $name, '-o', 'good.pdf'); slurp("$at/good.pdf") } @words;
    for my $round (1 .. $rounds) {
        my @pids = map {
            my $name = $_;
            utf8::encode($name);
            my $pid = fork // die "fork: $!\n";
            if ($pid == 0) {
                chdir $at;
                exec { $program } $program, 'build', $name, '-o', 'out/a.pdf' or die;
            }
            $pid;
        } @words;
        for my $pid (@pids) {
            waitpid $pid, 0;
            push @said, "round $round: status $?" if $?;
        }
        my $now = slurp("$at/out/a.pdf") // '';
        push @said, "round $round: not one of them" unless grep { $_ eq $now } @good;
        push @said, map { "round $round: $_" } grep { !m{^/a\.pdf } } differs("$at/out", {});
    }
    report(!@said, "eight at once, $rounds times", @said);
}

my $shim = eval { compile('io', $folder) };
for my $name (sort keys %scenario) {
    my $scenario = $scenario{$name};
    prepare($name, $scenario);
    end_many($name, $scenario, 'KILL', $kills);
    my $few = int($kills / 12) || 1;
    end_many($name, $scenario, $_, $few) for qw(TERM INT HUP);
    end_at_calls($name, $scenario, $_, $shim) for $kills > 20 ? qw(KILL TERM INT HUP) : ('KILL', 'TERM');
    end_at_calls($name, $scenario, 'TERM', $shim, FAULT_LATE => 1);
    end_at_calls($name, $scenario, $_, $shim, FAULT_NAMED => 1) for $kills > 20 ? qw(KILL TERM) : ();
    end_at_calls($name, $scenario, 'TERM', $shim, FAULT_NAMED => 1, FAULT_LATE => 1);
}
build_at_once();
done_testing();
