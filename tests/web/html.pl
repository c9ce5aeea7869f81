#!/usr/bin/perl
# Reads HTML as strictly as if it were XML: html.pl check|text|headings FILE
#
# check prints what is wrong, a fault a line: an element, attribute or reference that the program
# never writes, elements not nested, what could run or be loaded, headings out of order, ids twice,
# links to nowhere. text prints what a reader sees, a line for each block; headings prints "1 text".
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($what, $path) = @ARGV;
open my $file, '<', $path or die "$path: $!\n";
my $html = do { local $/; <$file> };

my %VOID = map { $_ => 1 } qw(meta br hr img wbr);
my %BLOCK = map { $_ => 1 } qw(html head title style meta body nav main article section header footer h1
    h2 h3 h4 h5 h6 p ol li dl dt dd table caption thead tbody tr th td figure figcaption div address
    hr br);
my %INLINE = map { $_ => 1 } qw(ins del a em strong u sup span time img wbr);
my %ATTRIBUTE = map { $_ => 1 } qw(lang charset http-equiv content name class id href role tabindex
    aria-label scope alt src width height datetime);
my %CHARACTER = (amp => '&', lt => '<', gt => '>', quot => '"');

my (@open, @faults, @headings, @text, %ids, @links);
my ($heading, $in_head) = (undef, 0);

sub fault { push @faults, "@_" }

sub decode
{
    my ($text) = @_;
    fault("a bare & in: $text") if $text =~ /&(?!(?:amp|lt|gt|quot);)/;
    $text =~ s/&(amp|lt|gt|quot);/$CHARACTER{$1}/g;
    return $text;
}

sub add_text
{
    my ($text) = @_;
    return if $in_head;
    if (!@text || $text[-1] eq "\n") { push @text, $text } else { $text[-1] .= $text }
    $heading->[1] .= $text if $heading;
}

sub break_line { push @text, "\n" if @text && $text[-1] ne "\n" }

sub start_tag
{
    my ($name, $rest) = @_;
    my %given;
    while ($rest =~ s/^ ([a-z-]+)="([^"<>]*)"//) {
        my ($key, $value) = ($1, decode($2));
        fault("<$name $key>") if !$ATTRIBUTE{$key} || exists $given{$key};
        $given{$key} = $value;
    }
    fault("<$name: $rest>") if $rest ne '';
    fault("<$name> is no element of ours") if !$BLOCK{$name} && !$INLINE{$name};
    if (exists $given{id}) {
        fault("id $given{id} twice") if $ids{ $given{id} }++;
    }
    if (defined(my $to = $given{href})) {
        push @links, $1 if $to =~ /^#(.*)/;
        fault("a link to $to") if $to !~ /^(?:#|https?:|mailto:|tel:)/;
    }
    fault("an image from outside") if $name eq 'img' && $given{src} !~ m{^data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$};
    fault("an image without words") if $name eq 'img' && ($given{alt} // '') eq '';
    break_line() if $BLOCK{$name};
    push @open, $name if !$VOID{$name};
    $in_head = 1 if $name eq 'head';
    if ($name =~ /^h([1-6])$/) {
        my $last = @headings ? $headings[-1][0] : 0;
        fault("<$name> after <h$last>") if $1 > $last + 1;
        push @headings, $heading = [$1, ''];
    }
}

sub end_tag
{
    my ($name) = @_;
    my $last = pop @open // '';
    fault("</$name> ends <$last>") if $last ne $name;
    break_line() if $BLOCK{$name};
    $in_head = 0 if $name eq 'head';
    undef $heading if $name =~ /^h[1-6]$/;
}

fault('no doctype') if $html !~ s/^<!DOCTYPE html>\n//;
while ($html =~ /\G(?:<style>([^<]*)<\/style>|<(\/?)([a-z0-9]+)([^<>]*)>|([^<>]+)|(.))/gs) {
    my ($style, $slash, $name, $rest, $text, $wrong) = ($1, $2, $3, $4, $5, $6);
    if (defined $style) {
        fault('the style sheet loads something') if $style =~ /url\(|\@import|expression/i;
    } elsif (defined $name) {
        if ($slash) { end_tag($name) } else { start_tag($name, $rest) }
    } elsif (defined $text) {
        add_text(decode($text)) if $text ne "\n";
    } else {
        fault("a stray $wrong");
    }
}
fault("<@open> never ends") if @open;
fault('not one h1') if 1 != grep { $_->[0] == 1 } @headings;
fault("no #$_") for grep { !$ids{$_} } @links;
fault('no policy') if $html !~ /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'"/;

if ($what eq 'check') {
    print "$_\n" for @faults;
} elsif ($what eq 'headings') {
    print "$_->[0] $_->[1]\n" for @headings;
} else {
    print grep { $_ ne '' } @text;
}
