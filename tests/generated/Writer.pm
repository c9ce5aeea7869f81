package Writer;

# Writes what Bulletin.pm made: a folder of Markdown, or one file beside its pictures; and says what
# a reader is to see, in order.
use v5.36;
use utf8;
use Encode;
use File::Basename 'dirname';
use File::Path 'make_path';
use Words;
use Blocks;

sub _put ($path, $bytes) {
    make_path(dirname($path));
    open my $file, '>:raw', $path or die "$path: $!\n";
    print {$file} $bytes;
    close $file or die "$path: $!\n";
    return;
}

# Text of a file that lies so many folders deep.
sub _put_text ($path, $depth, $text) {
    $text =~ s/(?<!\n)\z/\n/;
    $text =~ s{\x{1}}{'../' x $depth . 'files/'}ge;
    $text =~ s/\n/\r\n/g if chance(0.05);
    $text = "\x{FEFF}$text" if chance(0.05);
    return _put($path, encode('UTF-8', $text));
}

sub _front (@keys) { return @keys ? join("\n", '---', map({ "$_->[0]: $_->[1]" } @keys), "---\n") : '' }

# A block each, blank lines between; footnotes last.
sub _text ($part) {
    return join "\n\n", map({ $_->[0] =~ s/\n+\z//r } @{$part->{blocks} // []}), Blocks::notes_of($part);
}

sub _braces ($node, @more) {
    my @keys = (@more, @{$node->{keys}});
    return ($node->{id} ? " {#$node->{id}}" : '') . (@keys ? ' {' . join(', ', map { "$_->[0]: " . $_->[1] } @keys) . '}' : '');
}

# The list of measures that have no files; whether one begins with a heading depends on what it has.
sub _measures ($finding) {
    my $number = 0;
    return map {
        my $text = join "\n\n", map { $_->[0] =~ s/\n+\z//r } @{$_->{blocks}};
        my $head = $_->{title} || $_->{id} || @{$_->{keys}};
        $text = '# ' . ($_->{title} ? $_->{title}[0] : '') . _braces($_) . "\n\n$text" if $head;
        ++$number . '. ' . $text =~ s/\n(?=.)/"\n" . ' ' x length("$number. ")/ger
    } @{$finding->{below}};
}

# A finding but for its heading.
sub _finding_text ($node) {
    my $folder = $node->{folder};
    return join "\n\n", grep { $_ ne '' } join("\n\n", map { $_->[0] } @{$node->{blocks}}), join("\n", _measures($node)),
        ($node->{after} ? _text($node->{after}) : ()), Blocks::notes_of($node), map { Blocks::notes_of($_) } @{$node->{below}};
}

# ---- a folder ----

sub _write_node ($folder, $name, $depth, $node) {
    my @keys = @{$node->{keys}};
    my $id = '';
    if ($node->{id}) {
        if ($node->{title} && chance(0.5)) { $id = " {#$node->{id}}" } else { unshift @keys, ['编号', $node->{id}] }
    }
    my $title = $node->{title} ? "# $node->{title}[0]$id\n\n" : '';
    if ($node->{kind} eq 'heading' || $node->{folder}) {
        unshift @keys, ['类型', '问题'] if $node->{folder};
        _put_text("$folder/$name/index.md", $depth + 1, _front(@keys) . $title . _text($node));
        my $count = 0;
        _write_node("$folder/$name", ++$count . '-' . any('part', '部分'), $depth + 1, $_) for @{$node->{below}};
    } else {
        my $text = $node->{kind} eq 'finding' ? _finding_text($node) : _text($node);
        _put_text("$folder/$name.md", $depth, _front(@keys) . $title . $text);
    }
    return;
}

sub _write_folder ($made, $folder) {
    _put_text("$folder/bulletin.md", 0, _front(@{$made->{keys}}) . _text($made->{opening}));
    _put_text("$folder/0-draft.md", 0, "---\n草稿: 是\n---\n# 草稿\n\n不排的文字。\n") if chance(0.1);
    my $count = 0;
    _write_node($folder, ++$count . '-x', 0, $_) for @{$made->{below}};
    _put_text("$folder/closing.md", 0, _text($made->{closing})) if $made->{closing};
    $count = 0;
    _write_node("$folder/annexes", ++$count . '-附', 1, $_) for @{$made->{annexes}};
    return $folder;
}

# ---- one file ----

sub _in_file ($node, $level) {
    my @kind = $node->{kind} eq 'finding' && $level < 3 ? ['类型', '问题'] : $node->{kind} eq 'heading' && $level > 2 ? ['类型', '标题'] : ();
    my $heading = '#' x $level . " $node->{title}[0]" . _braces($node, @kind);
    return ($heading, _finding_text($node)) if $node->{kind} eq 'finding';
    return ($heading, _text($node), map { _in_file($_, $level + 1) } @{$node->{below}});
}

sub _annex_in_file ($node) {
    my @keys = grep { $_->[0] eq '类型' } @{$node->{keys}};
    return ("# $node->{title}[0]" . _braces($node, @keys ? () : ['类型', '附件']), _text($node));
}

sub _write_file ($made, $folder) {
    my @parts = (_text($made->{opening}), map({ _in_file($_, 1) } @{$made->{below}}));
    push @parts, any('***', '---'), _text($made->{closing}) if $made->{closing};
    push @parts, map { _annex_in_file($_) } @{$made->{annexes}};
    my $text = join "\n\n", grep { $_ ne '' } @parts;
    _put_text("$folder/bulletin.md", 0, _front(@{$made->{keys}}) . $text);
    return "$folder/bulletin.md";
}

# Writes it into a new folder. Returns the options and the source to build it with.
sub write_bulletin ($made, $folder) {
    my $source = $made->{one_file} ? _write_file($made, $folder) : _write_folder($made, $folder);
    _put("$folder/files/$_", $made->{files}{$_}) for sort keys %{$made->{files}};
    return $source if !$made->{own};
    _put("$folder/templates/own.yaml", encode('UTF-8', $made->{own}));
    return ($source, "--template-path=$folder/templates");
}

# ---- what a reader sees ----

sub _said_of ($node) {
    return ($node->{title} ? $node->{title}[1] : (), map({ $_->[1] } @{$node->{blocks} // []}), map({ _said_of($_) } @{$node->{below} // []}),
            $node->{after} ? _said_of($node->{after}) : ());
}

# The texts in their order, "\0" where the program numbers something. Of a ledger, what it says stands
# behind its own text.
sub said ($made) {
    return grep { $_ ne '' } $made->{title}, map { _said_of($_) } grep { defined } $made->{opening}, @{$made->{below}}, $made->{closing}, @{$made->{annexes}};
}

1;
