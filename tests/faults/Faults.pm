# What tests of faults share: TAP, shims, bulletins in folders, and what a run made of a folder.
package Faults;
use v5.36;
use utf8;
use Cwd 'abs_path';
use Exporter 'import';
use File::Basename 'dirname';
use File::Find ();
use File::Path qw(make_path remove_tree);

our @EXPORT = qw(report skip_all done_testing slurp put arguments compile snapshot restore differs start run
    bulletin $here);
our $here = dirname(abs_path(__FILE__));

my ($tests, $failed) = (0, 0);
$| = 1;

sub report {
    my ($good, $name, @said) = @_;
    $tests++;
    $failed++ unless $good;
    print $good ? '' : 'not ', "ok $tests - $name\n";
    print map { "# $_\n" } map { split /\n/ } @said[0 .. ($#said < 20 ? $#said : 20)] unless $good;
    return $good;
}

sub skip_all {
    my ($name, $why) = @_;
    print "ok 1 - $name # SKIP $why\n1..1\n";
    exit 0;
}

sub done_testing {
    print "1..$tests\n";
    exit($failed > 0);
}

# ---- files ----

sub slurp {
    my ($path) = @_;
    open my $file, '<:raw', $path or return undef;
    local $/;
    return scalar <$file>;
}

sub put {
    my ($path, $bytes) = @_;
    make_path(dirname($path));
    open my $file, '>:raw', $path or die "$path: $!\n";
    utf8::encode($bytes) if utf8::is_utf8($bytes);
    print {$file} $bytes;
    close $file or die "$path: $!\n";
}

# Path => bytes of all files below a folder; of folders, "folder"; of links, where they lead.
sub snapshot {
    my ($folder) = @_;
    my %at;
    return \%at unless -d $folder;
    File::Find::find({no_chdir => 1, wanted => sub {
        my $name = substr $_, length $folder;
        return if $name eq '';
        $at{$name} = -l $_ ? 'link to ' . readlink $_ : -d $_ ? 'folder' : slurp($_) // 'unreadable';
    }}, $folder);
    return \%at;
}

# Makes the folder what the snapshot says.
sub restore {
    my ($folder, $wanted) = @_;
    my $now = snapshot($folder);
    make_path($folder);
    for my $name (sort { $b cmp $a } keys %$now) {
        my $same = exists $wanted->{$name} && $wanted->{$name} eq $now->{$name};
        remove_tree("$folder$name") unless $same;
    }
    for my $name (sort keys %$wanted) {
        next if exists $now->{$name} && -e "$folder$name";
        $wanted->{$name} eq 'folder' ? make_path("$folder$name") : put("$folder$name", $wanted->{$name});
    }
}

# What of the folder is not as in one of the snapshots, file by file.
sub differs {
    my ($folder, @allowed) = @_;
    my $now = snapshot($folder);
    my %names = map { $_ => 1 } keys %$now, map { keys %$_ } @allowed;
    my @wrong;
    for my $name (sort keys %names) {
        my $is = $now->{$name};
        next if grep { defined $is ? defined $_->{$name} && $_->{$name} eq $is : !exists $_->{$name} } @allowed;
        push @wrong, defined $is ? "$name is " . length($is) . ' bytes, and should not be so' : "$name is gone";
    }
    return @wrong;
}

# ---- programs ----

# PROGRAM and FOLDER of the command line, whole paths, the folder made; then what else there is, or
# these values.
sub arguments {
    my @defaults = @_;
    my ($program, $folder, @others) = @ARGV;
    make_path($folder);
    return (abs_path($program), abs_path($folder), map { $others[$_] // $defaults[$_] } keys @defaults);
}

# Where the shim is; ends the test where there can be none.
sub compile {
    my ($name, $folder) = @_;
    skip_all($name, 'sanitizers have to come first') if defined $ENV{ASAN_OPTIONS};
    make_path($folder);
    my $said = `\${CC:-cc} -std=gnu11 -O2 -shared -fPIC -o '$folder/$name.so' '$here/$name.c' -ldl 2>&1`;
    skip_all($name, 'no compiler') if $? == -1 || $? >> 8 == 127;
    die "$name.c: $said" if $?;
    return abs_path("$folder/$name.so");
}

# Starts a command in a folder; standard error goes to FOLDER.stderr. {STDIN} and {STDOUT} are where
# those lead, else to nothing and FOLDER.stdout; {LIMIT} seconds end it by SIGALRM; the rest is its
# environment.
sub start {
    my ($folder, $environment, @command) = @_;
    my %set = %$environment;
    my ($stdin, $stdout, $limit) = delete @set{qw(STDIN STDOUT LIMIT)};
    my $pid = fork // die "fork: $!\n";
    return $pid if $pid;
    chdir $folder or die "$folder: $!\n";
    open STDIN, '<', $stdin // '/dev/null' or die "$stdin: $!\n";
    open STDOUT, '>', $stdout // "$folder.stdout" or die "$folder.stdout: $!\n";
    open STDERR, '>', "$folder.stderr" or die "$folder.stderr: $!\n";
    $ENV{$_} = $set{$_} for keys %set;
    $SIG{$_} = 'DEFAULT' for qw(INT HUP TERM); # nohup ignores some
    alarm($limit // 60);
    exec { $command[0] } @command or die "$command[0]: $!\n";
}

# The same to its end: (wait status, standard output, standard error).
sub run {
    my ($folder, $environment, @command) = @_;
    waitpid start($folder, $environment, @command), 0;
    my $status = $?;
    my $out = exists $environment->{STDOUT} ? '' : slurp("$folder.stdout");
    return ($status, $out, slurp("$folder.stderr"));
}

# ---- bulletins ----

# A bulletin of two pages with a finding; the words make one another than the next.
sub bulletin {
    my ($folder, $words) = @_;
    my $text = join "\n\n", map { "${words}第${_}次检查共发现问题若干，均已列入清单，逐项整改。" x 4 } 1 .. 8;
    put("$folder/bulletin.md", "---\n标题: 关于${words}情况的通报\n发文机关: 某某街道办事处\n"
        . "成文日期: 2023-09-15\n---\n$text\n");
    put("$folder/1-problems/index.md", "# 存在的问题\n");
    put("$folder/1-problems/1-first.md", "---\n编号: first\n状态: ongoing\n责任单位: 某某办公室\n---\n"
        . "# 台账不全\n\n2022年10月以来，${words}台账不全。\n\n逐项补齐。\n");
}

1;
