# A client of the language server, for tests: it sends, and waits for what it asks for.
package Lsp;
use strict;
use warnings;
use utf8;
use IPC::Open2;
use JSON::PP;
use Time::HiRes qw(time);

my $json = JSON::PP->new->utf8->canonical->allow_nonref;

sub start
{
    my ($class, @command) = @_;
    my $pid = open2(my $out, my $in, @command);
    binmode $_, ':raw' for $in, $out;
    $in->autoflush(1);
    return bless {in => $in, out => $out, pid => $pid, id => 0, said => [], unread => ''}, $class;
}

sub raw
{
    my ($self, $bytes) = @_;
    local $SIG{PIPE} = 'IGNORE';
    return print {$self->{in}} $bytes;
}

sub frame
{
    my ($message) = @_;
    my $body = ref $message ? $json->encode($message) : $message;
    return 'Content-Length: ' . length($body) . "\r\n\r\n$body";
}

sub send
{
    my ($self, $message) = @_;
    return $self->raw(frame($message));
}

sub notify
{
    my ($self, $method, $params) = @_;
    $self->send({jsonrpc => '2.0', method => $method, params => $params // {}});
}

# The next message; undef at the end, or after half a minute.
sub next_message
{
    my ($self) = @_;
    my $end = time + 30;
    while ($self->{unread} !~ /\A(.*?)\r\n\r\n/s || length $self->{unread} < $+[0] + ($1 =~ /Content-Length: (\d+)/i)[0]) {
        my $ready = '';
        vec($ready, fileno $self->{out}, 1) = 1;
        return undef if $end < time || select($ready, undef, undef, $end - time) <= 0;
        return undef if !sysread $self->{out}, $self->{unread}, 1 << 16, length $self->{unread};
    }
    $self->{unread} =~ /\AContent-Length: (\d+)\r\n\r\n/ or die "a header that is none: $self->{unread}";
    my $body = substr $self->{unread}, $+[0], $1;
    substr($self->{unread}, 0, $+[0] + $1) = '';
    my $message = $json->decode($body);
    push @{$self->{said}}, $message;
    return $message;
}

# The answer to a request that was sent, with what else came kept.
sub answer
{
    my ($self, $id) = @_;
    while (my $message = $self->next_message) {
        return $message if !exists $message->{method} && defined $message->{id} && $message->{id} eq $id;
    }
    return undef;
}

sub request
{
    my ($self, $method, $params) = @_;
    my $id = ++$self->{id};
    $self->send({jsonrpc => '2.0', id => $id, method => $method, params => $params});
    return $self->answer($id);
}

sub result
{
    my ($self, @request) = @_;
    my $answer = $self->request(@request);
    return $answer ? $answer->{result} : undef;
}

# The diagnostics of a URI that come next, of a version where one is given.
sub diagnostics
{
    my ($self, $uri, $version) = @_;
    while (my $message = $self->next_message) {
        next if ($message->{method} // '') ne 'textDocument/publishDiagnostics';
        my $params = $message->{params};
        next if $params->{uri} ne $uri;
        return $params->{diagnostics} if !defined $version || ($params->{version} // -1) == $version;
    }
    return undef;
}

sub initialize
{
    my ($self, %more) = @_;
    my $result = $self->result('initialize', {processId => undef, rootUri => undef, %more});
    $self->notify('initialized');
    return $result;
}

sub open
{
    my ($self, $uri, $text, $version) = @_;
    $self->notify('textDocument/didOpen',
        {textDocument => {uri => $uri, languageId => 'markdown', version => $version // 1, text => $text}});
}

sub change
{
    my ($self, $uri, $version, @changes) = @_;
    $self->notify('textDocument/didChange',
        {textDocument => {uri => $uri, version => $version}, contentChanges => \@changes});
}

sub at
{
    my ($self, $method, $uri, $line, $character) = @_;
    return $self->result("textDocument/$method",
        {textDocument => {uri => $uri}, position => {line => $line, character => $character}});
}

# The exit status, once it has ended.
sub finish
{
    my ($self) = @_;
    close $self->{in};
    1 while $self->next_message;
    waitpid $self->{pid}, 0;
    return $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
}

sub quit
{
    my ($self) = @_;
    $self->request('shutdown', undef);
    $self->notify('exit');
    return $self->finish;
}

1;
