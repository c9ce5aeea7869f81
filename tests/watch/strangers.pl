#!/usr/bin/perl
# What `watch --serve` does with requests that no browser sends: strangers.pl PORT. Prints TAP.
use v5.36;
use IO::Socket::INET;
use Time::HiRes qw(sleep time);

my ($port) = @ARGV;
my $host = "Host: 127.0.0.1:$port\r\n";
my ($tests, $failed) = (0, 0);
$SIG{PIPE} = 'IGNORE';

sub is {
    my ($name, $got, $wanted) = @_;
    $tests++;
    $failed++ if $got ne $wanted;
    say $got eq $wanted ? "ok $tests - $name"
        : "not ok $tests - $name\n# wanted: $wanted\n# got:    $got";
}

sub connection { IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port") // die "connect: $!\n" }

# The first line that comes, or what became of the connection within SECONDS.
sub heard {
    my ($socket, $seconds) = @_;
    my $out = '';
    local $SIG{ALRM} = sub { die "alarm\n" };
    eval {
        alarm $seconds;
        1 while $out !~ /\r\n/ && sysread $socket, $out, 4096, length $out;
        alarm 0;
        1;
    } or return 'open';
    return $out =~ /^(.*?)\r\n/ ? $1 : 'closed';
}

# What is sent after the head until nobody takes it; then what comes back.
sub ask {
    my ($head, $most) = (@_, 0);
    my ($socket, $sent, $some) = (connection(), 0, 'x' x 65536);
    syswrite $socket, $head;
    while ($sent < $most) {
        $sent += syswrite($socket, $some) // last;
    }
    return heard($socket, 20) . ($most ? $sent < $most ? ', not taken' : ', taken' : '');
}

# What an answer says of its connection.
sub promise {
    my $socket = connection();
    syswrite $socket, "GET /state HTTP/1.1\r\n$host\r\n";
    local $/ = "\r\n\r\n";
    return readline($socket) =~ /^(Connection: .*?)\r$/mi ? $1 : 'nothing';
}

my ($silent, $began) = (connection(), time);
my $half = connection();
syswrite $half, "GET / HTTP/1.1\r\n";

is('what a browser asks', ask("GET /state HTTP/1.1\r\n$host\r\n"), 'HTTP/1.1 200 OK');
is('which says that the connection ends with it', promise(), 'Connection: close');
is('another method', ask("POST / HTTP/1.1\r\n$host\r\n"), 'HTTP/1.1 405 Method Not Allowed');
is('with a short text', ask("POST / HTTP/1.1\r\n${host}Content-Length: 3\r\n\r\nabc"),
    'HTTP/1.1 405 Method Not Allowed');
is('who asks before sending a long one',
    ask("POST / HTTP/1.1\r\n${host}Expect: 100-continue\r\nContent-Length: 200000000\r\n\r\n"),
    'HTTP/1.1 405 Method Not Allowed');
is('who sends it at once', ask("POST / HTTP/1.1\r\n${host}Content-Length: 200000000\r\n\r\n", 2e8),
    'closed, not taken');
is('or in pieces', ask("PUT / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nbebc200\r\n", 2e8),
    'closed, not taken');
is('a GET with a long text', ask("GET / HTTP/1.1\r\n${host}Content-Length: 200000000\r\n\r\n", 2e8),
    'closed, not taken');
is('a head without end', ask("GET / HTTP/1.1\r\n${host}X: ", 2e8), 'closed, not taken');
is('another host', ask("GET /state HTTP/1.1\r\nHost: example.org\r\n\r\n"), 'HTTP/1.1 403 Forbidden');

my @many = map { connection() } 1 .. 64;
is('more connections than there is room for', ask("GET /state HTTP/1.1\r\n$host\r\n"), 'closed');
close $_ for @many;
my $answer = '';
for (1 .. 100) {
    $answer = ask("GET /state HTTP/1.1\r\n$host\r\n");
    last if $answer ne 'closed';
    sleep 0.05;
}
is('once there is', $answer, 'HTTP/1.1 200 OK');

is('who says nothing is not waited for', heard($silent, 60), 'closed');
is('nor who stops in the middle', heard($half, 60), 'closed');
is('some seconds', time - $began > 8 ? 'long enough' : 'at once', 'long enough');
say "1..$tests";
exit($failed > 0);
