#!/usr/bin/perl
# Memory is refused at every place that asks for it: a message in one line, status 3, the old file, and
# nothing else left. Prints TAP.
#
#   memory.pl PROGRAM FOLDER [NTH [PATTERN]]
#
# FOLDER is for its files; only every NTH place is refused; only what has a name like PATTERN is run.
use v5.36;
use utf8;
use FindBin '$RealBin';
use lib $RealBin;
use open ':std', ':encoding(UTF-8)';
use Faults;
use Cwd 'abs_path';
use File::Copy 'copy';
use File::Path qw(make_path remove_tree);

my ($program, $folder, $nth, $pattern) = arguments(1, '');
my $shim = compile('memory', $folder);
my $examples = abs_path("$here/../../docs/examples");
my $cases = abs_path("$here/../cases");

# ---- what is run, with a file of this name ----

my $in = "$folder/in";
bulletin($in, '安全');
bulletin("$folder/other", '消防');
my %scenario = (
    'PDF' => ['a.pdf', 'build', $in],
    'PDF with figures' => ['a.pdf', 'build', "$cases/figures/content"],
    'PDF with tables' => ['a.pdf', 'build', "$cases/tables/content"],
    'PDF with a masthead' => ['a.pdf', 'build', "$cases/masthead-joint/masthead-joint.md"],
    'HTML' => ['a.html', 'build', $in],
    'SVG' => ['1.svg', 'build', $in, '--pages', '1', '-o', '%d.svg'],
    'PNG' => ['1.png', 'build', $in, '--pages', '1', '--ppi', '20', '-o', '%d.png'],
    'Markdown' => ['a.md', 'build', $in],
    'export' => ['a.json', 'export', $in],
    'diff' => ['a.pdf', 'diff', $in, "$folder/other"],
);

sub environment {
    my ($at, $output, %more) = @_;
    return {LC_ALL => 'C.UTF-8', LD_PRELOAD => $shim, MEMORY_FOLDER => "$at/out",
        MEMORY_OUTPUT => "$at/out/$output", MEMORY_OLD => "$at/old", MEMORY_GOOD => "$at/good",
        MEMORY_LOG => "$at.log", MEMORY_NTH => $nth, LIMIT => 3000, %more};
}

# Puts the old file there; the command with its output.
sub prepare {
    my ($at, $output, @command) = @_;
    remove_tree("$at/out");
    put("$at/old", "an old file\n");
    put("$at/out/$output", "an old file\n");
    unlink "$at.log";
    my ($given) = grep { $command[$_] eq '-o' } 0 .. $#command;
    return defined $given ? map { $_ eq '%d.svg' || $_ eq '%d.png' ? "out/$_" : $_ } @command
        : (@command, '-o', "out/$output");
}

# The last line of the log says how many there were; those before, what went wrong.
sub outcome {
    my ($at) = @_;
    my @lines = split /\n/, slurp("$at.log") // '';
    my ($tried) = ($lines[-1] // '') =~ /^(?:tried|late) (\d+) of/;
    return ($tried // 0, $lines[-1] // 'no log', grep { !/^tried/ } @lines);
}

my ($total, $name) = (0);

# All places up to the output's first name, one fork each.
sub refuse_places {
    my ($at, $wanted, $output, $title, @more) = @_;
    my @command = prepare($at, $output, @{$scenario{$name}}[1 .. $#{$scenario{$name}}]);
    my ($status, $out, $err) = run($at, environment($at, $output, MEMORY_STATUS => $wanted >> 8, @more),
        $program, @command);
    my ($tried, $last, @said) = outcome($at);
    my $whole = slurp("$at/out/$output") eq slurp("$at/good");
    report(!@said && $tried > 0 && $status == $wanted && $whole, "$name, $title: $last",
        "status $status", $whole ? () : 'its own output is not the good one', $err, @said);
    $total += $tried;
}

# After it, in turn, in runs of their own: the file is the old or the new, whole, and alone.
sub refuse_late {
    my ($at, $wanted, $output) = @_;
    my ($runs, @said) = (0);
    for (my $late = 1 + $total % $nth; ; $late += $nth) {
        my @command = prepare($at, $output, @{$scenario{$name}}[1 .. $#{$scenario{$name}}]);
        my ($status, $out, $err) = run($at, environment($at, $output, MEMORY_LATE => $late),
            $program, @command);
        my @wrong = differs("$at/out", {"/$output" => slurp("$at/old")}, {"/$output" => slurp("$at/good")});
        last if $status == $wanted && (slurp("$at.log") // '') =~ /^late 0/;
        $runs++;
        push @wrong, "status $status" unless $status == 3 << 8;
        push @wrong, 'not the message' unless $err =~ /^error: out of memory \[out-of-memory\]\n\z/m;
        push @said, "call $late: @wrong", split /\n/, $err if @wrong;
        last if $runs > 5000;
    }
    report(!@said, "$name, after the output got its name: $runs runs", @said);
    $total += $runs;
}

# With less room than it needs, in steps of MEGABYTES. Before main() it is the loader that complains.
sub limit_room {
    my ($at, $wanted, $output, $megabytes) = @_;
    my ($runs, $well, @said) = (0, 0);
    for (my $room = 20; !$well && $room < 4000; $room += $megabytes) {
        my @command = prepare($at, $output, @{$scenario{$name}}[1 .. $#{$scenario{$name}}]);
        my ($status, $out, $err) = run($at, {LC_ALL => 'C.UTF-8'}, '/bin/sh', '-c',
            "ulimit -v @{[$room * 1024]}; exec \"\$@\"", '-', $program, @command);
        $well = $status == $wanted;
        my $said = $err =~ /^error: .*\[[a-z-]+\]$|GLib-ERROR|error while loading shared libraries/m;
        my @wrong = differs("$at/out", {"/$output" => slurp($well ? "$at/good" : "$at/old")});
        push @wrong, "status $status" unless $well || $status == 3 << 8 || $status == 127 << 8;
        push @wrong, 'no message' unless $well || $said;
        push @said, "$room MB: @wrong", split /\n/, $err if @wrong;
        $runs++;
    }
    report($well && !@said, "$name, in little room: $runs steps", @said);
    $total += $runs;
}

for (grep { /$pattern/ } sort keys %scenario) {
    $name = $_;
    my ($output, @command) = @{$scenario{$name}};
    my $at = "$folder/" . $name =~ s/\W+/-/gr;
    make_path($at);
    my @all = prepare($at, $output, @command);
    my ($wanted, $out, $err) = run($at, {LC_ALL => 'C.UTF-8'}, $program, @all);
    copy("$at/out/$output", "$at/good") or die "$name: no output: $err\n";
    refuse_places($at, $wanted, $output, 'places');
    refuse_places($at, $wanted, $output, 'maps and threads', MEMORY_MAPS => 1);
    refuse_late($at, $wanted, $output);
    limit_room($at, $wanted, $output, $nth > 1 ? 40 : 2);
}
report($total > 0, "$total refusals");
done_testing();
