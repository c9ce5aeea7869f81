#!/usr/bin/perl
# Faults under what runs on: `watch` goes on after a disk that was full, or ends with a message; the
# language server ends with one. Prints TAP.
#
#   live.pl PROGRAM FOLDER [COUNT [SEED]]     COUNT of each kind
use v5.36;
use utf8;
use FindBin '$RealBin';
use lib $RealBin;
use open ':std', ':encoding(UTF-8)';
use Faults;
use File::Path qw(make_path remove_tree);
use POSIX 'WNOHANG';
use Time::HiRes qw(sleep time);

my ($program, $folder, $count, $seed) = arguments(3, int(time * 1000) ^ $$);
srand $seed;
my $disk = compile('io', $folder);
my $memory = compile('memory', $folder);
my $message = qr/^error: .*\[[a-z-]+\]$/m;
my $out_of_memory = "error: out of memory [out-of-memory]\n";

# ---- watch ----

my ($at, %good) = ("$folder/watch");

sub good {
    my ($words) = @_;
    bulletin("$folder/fresh", $words);
    my ($status) = run($folder, {LC_ALL => 'C.UTF-8'}, $program, 'build', 'fresh', '-o', 'fresh.pdf');
    return slurp("$folder/fresh.pdf");
}

sub wait_until {
    my ($pid, $what) = @_;
    for (1 .. 600) {
        return 1 if $what->();
        return 0 if waitpid($pid, WNOHANG) == $pid;
        sleep 0.05;
    }
    return 0;
}

sub builds { scalar(() = (slurp("$at.stderr") // '') =~ /^\[/mg) }

sub begin {
    my (%more) = @_;
    remove_tree($at);
    unlink "$at.stderr";
    bulletin("$at/in", '安全');
    put("$at/out/a.pdf", "an old file\n");
    return start($at, {LC_ALL => 'C.UTF-8', LIMIT => 300, %more}, $program, 'watch', 'in', '-o', 'out/a.pdf');
}

# A call fails in the first build, which ends it as it ends `build`, or in the second; then what comes
# after is as if it had not.
sub watch_full_disk {
    my @said;
    for my $turn (1 .. $count) {
        my $call = 1 + int rand 50;
        put("$folder/state", "\0" x 64);
        my $pid = begin(LD_PRELOAD => $disk, FAULT_STATE => "$folder/state", FAULT_AT => $call,
            FAULT_KIND => (qw(ENOSPC EIO EDQUOT EINTR SHORT))[rand 5]);
        my $first = wait_until($pid, sub { builds() >= 1 });
        if (!$first && $? == 3 << 8 && slurp("$at.stderr") =~ $message) {
            push @said, map { "call $call: out$_" } differs("$at/out", {'/a.pdf' => "an old file\n"});
            next;
        }
        bulletin("$at/in", '消防');
        my $second = $first && wait_until($pid, sub { builds() >= 2 });
        bulletin("$at/in", '值班');
        my $third = $second && wait_until($pid, sub { (slurp("$at/out/a.pdf") // '') eq $good{值班} });
        kill 'TERM', $pid;
        waitpid $pid, 0;
        my @wrong = map { "out$_" } differs("$at/out", {'/a.pdf' => $good{值班}});
        push @said, "call $call:", @wrong, split /\n/, slurp("$at.stderr") if !$third || @wrong;
    }
    report(!@said, "watch: a call fails, $count times, and it goes on, or has not begun", "seed $seed", @said);
}

# Memory is refused some time after the first file.
sub watch_without_memory {
    my ($ended, @said) = (0);
    put("$folder/old", '');
    for my $turn (1 .. $count) {
        my $call = 1 + int rand 40000;
        my $pid = begin(LD_PRELOAD => $memory, MEMORY_FOLDER => "$at/out", MEMORY_OUTPUT => "$at/out/a.pdf",
            MEMORY_OLD => "$folder/old", MEMORY_GOOD => "$folder/old", MEMORY_LOG => "$folder/log",
            MEMORY_LATE => $call);
        my $alive = wait_until($pid, sub { builds() >= 1 });
        my $status = $?;
        bulletin("$at/in", '消防') if $alive;
        if ($alive && ($alive = wait_until($pid, sub { builds() >= 2 }))) {
            kill 'TERM', $pid;
            waitpid $pid, 0;
            next;
        }
        $status = $?;
        $ended++;
        my @wrong = differs("$at/out", {'/a.pdf' => "an old file\n"}, {'/a.pdf' => $good{安全}},
            {'/a.pdf' => $good{消防}});
        my $err = slurp("$at.stderr");
        push @wrong, "status $status" unless $status == 3 << 8;
        push @wrong, 'no message' unless $err =~ /\Q$out_of_memory\E\z/;
        push @said, "call $call: @wrong", split /\n/, $err if @wrong;
    }
    report(!@said, "watch: memory is refused, $count times, which ended it $ended times", "seed $seed", @said);
}

# ---- the language server ----

sub frame { my ($json) = @_; utf8::encode($json); return 'Content-Length: ' . length($json) . "\r\n\r\n$json" }

sub session {
    my $text = slurp("$folder/fresh/bulletin.md");
    utf8::decode($text);
    $text =~ s/(["\\])/\\$1/g;
    $text =~ s/\n/\\n/g;
    my $uri = "file://$folder/fresh/bulletin.md";
    my $document = qq("textDocument":{"uri":"$uri"});
    return join '', map { frame(qq({"jsonrpc":"2.0",$_})) }
        '"id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}',
        '"method":"initialized","params":{}',
        qq("method":"textDocument/didOpen","params":{"textDocument":{"uri":"$uri","languageId":"markdown","version":1,"text":"$text"}}),
        qq("id":2,"method":"textDocument/documentSymbol","params":{$document}),
        qq("id":3,"method":"textDocument/hover","params":{$document,"position":{"line":1,"character":1}}),
        '"id":4,"method":"shutdown"', '"method":"exit"';
}

sub serve {
    my (%more) = @_;
    return run("$folder/fresh", {LC_ALL => 'C.UTF-8', STDIN => "$folder/session", LIMIT => 60, %more},
        $program, 'lsp');
}

sub lsp {
    put("$folder/session", session());
    my ($status, $out, $err) = serve();
    my $calls;
    report($status == 0 && $out =~ /"id":4/, 'lsp: a session', "status $status", $out, $err);
    my ($ended, @said) = (0);
    for my $turn (1 .. $count * 5) {
        unlink "$folder/log";
        my $call = 1 + int rand($calls // 1e9);
        ($status, $out, $err) = serve(LD_PRELOAD => $memory, MEMORY_FOLDER => $folder, MEMORY_OUTPUT => "$folder/old",
            MEMORY_OLD => "$folder/old", MEMORY_GOOD => "$folder/old", MEMORY_LOG => "$folder/log",
            MEMORY_LATE => $call, MEMORY_EARLY => 1);
        # The first turn only counts.
        ($calls) = (slurp("$folder/log") // '') =~ /(\d+) calls/ unless defined $calls;
        next if $status == 0;
        $ended++;
        push @said, "call $call: status $status", $err unless $status == 3 << 8 && $err eq $out_of_memory;
    }
    report($ended > 0 && !@said, "lsp: memory is refused, ended $ended times", "seed $seed", @said);
    ($status, $out, $err) = serve(STDOUT => '/dev/full');
    report($status != 0 && $status != 14, 'lsp: nobody can be answered', "status $status", $err);
}

put("$folder/old", '');
%good = map { $_ => good($_) } qw(值班 消防 安全);
watch_full_disk();
watch_without_memory();
lsp();
done_testing();
