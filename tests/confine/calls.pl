# What a run, traced by strace -ff -y into FILE.PID, did that it may not; one line each, sorted.
#     calls.pl FILE [--read PATH]… [--write FOLDER]… [--look PATH]… [--fork] [--listen]
# --read: may be opened for reading, and all below it. --write: files may be made, renamed, removed
# in it. --look: may be asked for (stat, access, a link's target), not opened. Whatever lies on the
# way to one of these may be asked for too. --fork: processes, but no other program. --listen: on
# 127.0.0.1.
use strict;
use warnings;
use Cwd 'realpath';

my $file = shift;
my (@read, @write, @look, %may);
while (@ARGV) {
    my $option = shift;
    if ($option =~ /^--(fork|listen)$/) { $may{$1} = 1; next }
    my ($list) = {'--read' => \@read, '--write' => \@write, '--look' => \@look}->{$option}
        or die "calls.pl: $option?\n";
    my $path = shift;
    push @$list, $path, grep { defined && $_ ne $path } realpath($path);
}

sub below { # PATH LIST…
    my $path = shift;
    for my $one (@_) {
        return 1 if $path eq $one || $one eq '/' || index($path, "$one/") == 0;
    }
    return 0;
}

sub on_the_way {
    my $path = shift;
    $path =~ s{/$}{};
    return scalar grep { index("$_/", "$path/") == 0 } @read, @write, @look;
}

my %wrong;
sub wrong { $wrong{$_[0]}++ }

# A shared library, or what the dynamic linker looks for on its way to one.
sub is_library {
    return $_[0] =~ m{^(/usr(/local)?)?/lib(64|32|x32)?(/[^/]+)*/[^/]+\.so(\.[\d.]+)?$}
        || $_[0] =~ m{^(/usr(/local)?)?/lib(64|32|x32)?(/[^/]+)*/(glibc-hwcaps|tls)/};
}

# Nothing of the disk: memory, a pipe, what a descriptor leads to.
sub is_nothing { $_[0] =~ m{^(/memfd:|pipe:|anon_inode|/dev/null$|/proc/self/fd/)} }

sub check_read {
    my ($path, $line) = @_;
    wrong("reads $path") unless is_nothing($path) || is_library($path) || below($path, @read, @write);
}

sub check_look {
    my ($path) = @_;
    wrong("looks for $path")
        unless is_nothing($path) || is_library($path) || below($path, @read, @write, @look)
        || on_the_way($path);
}

sub check_write {
    my ($path) = @_;
    wrong("writes $path") unless is_nothing($path) || below($path, @write);
}

sub plain { # . and .. and // are no names
    my @parts;
    for (split m{/+}, $_[0]) {
        next if $_ eq '' || $_ eq '.';
        if ($_ eq '..') { pop @parts } else { push @parts, $_ }
    }
    return '/' . join '/', @parts;
}

# The paths among the arguments: "name" after a folder's descriptor, which -y shows as 3</path>.
sub paths {
    my ($arguments) = @_;
    my @found;
    while ($arguments =~ m{(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"}g) {
        my ($folder, $name) = ($1, $2);
        $name =~ s/\\(\d{1,3})/chr oct $1/ge;
        push @found, $name =~ m{^/} ? plain($name)
            : $name eq '' ? ($folder // '') : plain(($folder // $may{cwd}) . "/$name");
    }
    return @found;
}

my $changes = qr/^(f?(chmod|chown|truncate|utime)|lchown|rename|link|unlink|symlink|mkdir|rmdir|mknod
    |l?setxattr|mount|umount|chroot|pivot_root)/x;
my $programs = 0;
$may{cwd} = $ENV{PWD};
for my $log (glob "\Q$file\E.*") {
    open my $lines, '<', $log or die "$log: $!\n";
    while (<$lines>) {
        my ($call, $arguments, $result) = /^(\w+)\((.*)\)\s+= (.*)$/ or next;
        my $good = $result !~ /^-1 /;
        my @paths = paths($arguments);
        if ($call =~ /^(open|openat|openat2|creat)$/) {
            my ($opened) = $result =~ /^\d+<(.*?)(?: \(deleted\))?>/;
            if (!$good) { check_look($_) for @paths }
            elsif ($call eq 'creat' || $arguments =~ /O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)/) {
                check_write($opened);
            } else { check_read($opened) }
        } elsif ($call =~ /^execve(at)?$/) {
            wrong("runs @paths") if $programs++;
        } elsif ($call =~ /^(v?fork|clone3?)$/) {
            wrong($call) unless $may{fork} || $arguments =~ /CLONE_THREAD/;
        } elsif ($call =~ /^(socket|connect|bind|send|recv|listen|accept)/) {
            my $local = $call eq 'bind' ? /inet_addr\("127\.0\.0\.1"\)/
                : $call eq 'socket' ? /AF_INET,/ : $call !~ /connect|socketpair/;
            wrong("$call $arguments") unless $may{listen} && $local;
        } elsif ($call eq 'linkat') { # the first path is our own file's descriptor
            check_write($paths[-1]);
        } elsif ($call =~ $changes) {
            check_write($_) for @paths;
        } else {
            check_look($_) for @paths;
        }
    }
}
print "$_\n" for sort keys %wrong;
