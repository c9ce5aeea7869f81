# Lists the commands in the documents, one a line: FILE:LINE, a tab, the command (the byte 1F
# before each further line). commands.pl FILE…
#
# In Markdown those are blocks of `sh`, the lines of other blocks that begin with `$ `, and code or, in
# the handbook, words in bold that begin like a command; in manual pages what follows `.Dl $`; in
# docs/ci what pipelines and containers run, and commands in comments.
use strict;
use warnings;
use utf8;
use open ':std', ':encoding(UTF-8)';

# Code in running text is a command where it begins with one of these and has something behind it.
my $first = qr{(?:build/)?mkbulletin|make|git|npm|npx|code|podman|apt-get|sudo|tests/run|bash
    |scripts/\w+|(?:LC_ALL|UPDATE)=\S+}x;

sub told {
    my ($file, $line, $command) = @_;
    $command =~ s/\n+\z//;
    $command =~ s/\n/\x1f/g;
    print "$file:$line\t$command\n";
}

sub markdown {
    my ($file, $in) = @_;
    my ($fence, $start, $block);
    while (my $text = <$in>) {
        if ($text =~ /^\s*```(\w*)/) {
            if (defined $fence) {
                told($file, $start, $block) if $fence eq 'sh';
                undef $fence;
            } else {
                ($fence, $start, $block) = ($1, $. + 1, '');
            }
        } elsif (defined $fence) {
            $block .= $text;
            told($file, $., $1) if $fence eq '' && $text =~ /^\$ (.*)/;
        } elsif ($file =~ m{docs/handbook/}) {
            told($file, $., $1 =~ s/\\([[:punct:]])/$1/gr) while $text =~ /\*\*([a-z].*?)\*\*/g;
        } else {
            # A bar stands for itself between ticks, but in a table it is escaped.
            told($file, $., $1 =~ s/\\\|/|/gr) while $text =~ /(?<!`)`($first .*?)`/g;
        }
    }
}

sub manual {
    my ($file, $in) = @_;
    while (<$in>) {
        told($file, $., $1) if /^\.Dl \$ (.*)/;
    }
}

sub pipeline { # also a container file, and a hook, of which only the comments are commands
    my ($file, $in) = @_;
    my $script;
    while (my $text = <$in>) {
        if ($text =~ /^# +($first .*)/ || $text =~ /^\s*(?:- )?run: (.*)/) {
            told($file, $., $1);
        } elsif ($text =~ /^RUN (.*)/) {
            my ($line, $command) = ($., $1);
            $command .= "\n" . (<$in> =~ s/\s+\z//r) while $command =~ /\\$/;
            told($file, $line, $command);
        } elsif ($text =~ /^(\s*)(?:before_|after_)?script:/) {
            $script = length $1;
        } elsif (defined $script && $text =~ /^\s{$script,}\s*- (.*)/) {
            told($file, $., $1);
        } else {
            undef $script;
        }
        told($file, $., $1) while $file =~ /pre-commit/ && $text =~ /`($first .*?)`/g;
    }
}

for my $file (@ARGV) {
    open my $in, '<', $file or die "$file: $!\n";
    $file =~ /\.md$/ ? markdown($file, $in) : $file =~ /\.1$/ ? manual($file, $in) : pipeline($file, $in);
}
