package Blocks;

# Paragraphs, lists, tables, figures and footnotes of a random bulletin. A block is a pair as in
# Words.pm; "\x{1}" in its source stands for the way to the folder of pictures, "\x{2}" for an id that
# something of the bulletin has.
use v5.36;
use utf8;
use Encode;
use Words;
use Pictures;

# What is written goes into a bulletin ($made), in the file of one of its parts ($part).
sub new ($class, $made) {
    return bless {made => $made, part => undef, tables => 0, figures => 0, pictures => 0, notes => 0}, $class;
}

# The blocks from now on stand in this file.
sub begin ($self, $part) {
    $self->{part} = $part;
    $part->{notes} = [];
    return;
}

# ---- put into text ----

# The mark of a footnote, new or said before.
sub _note ($self) {
    my $notes = $self->{part}{notes};
    return [any(@$notes)->{mark}, "\0"] if @$notes && chance(0.3);
    my $mark = '[^' . any('注', 'n', '') . ++$self->{notes} . ']';
    my @text = paragraph(chance(0.1) ? number(5, 12) : 1);
    push @text, paragraph(1) if chance(0.15);
    push @$notes, {mark => $mark, text => \@text};
    push @{$self->{made}{notes}}, map { $_->[1] } @text;
    return [$mark, "\0"];
}

sub _reference ($self) {
    return ["第[](#\x{2} \"" . any('页', 'page') . '")页', "第\0页"] if chance(0.3);
    return chance(0.8) ? ["[](#\x{2})", "\0"] : do { my $text = plain(words(3)); ["[$text->[0]](#\x{2})", $text->[1]] };
}

# The functions that put things into a paragraph.
sub _put_in ($self) {
    my $shares = $self->{made}{shares};
    return (
        sub { chance($shares->{note}) ? $self->_note : undef },
        sub { chance($shares->{reference}) ? $self->_reference : undef },
    );
}

sub text ($self, $sentences = number(1, 4)) { return paragraph($sentences, $self->_put_in) }

sub _remark { return chance(0.05) ? ['<!-- ' . words(6) . "\n" . words(3) . " -->\n\n", ''] : ['', ''] }

# ---- blocks ----

sub paragraph_block ($self) {
    return joined(_remark(), $self->text(chance(0.05) ? number(8, 20) : number(1, 5)));
}

sub _indented ($text, $by) { return $text =~ s/\n(?=.)/"\n" . ' ' x $by/ger }

# A numbered list; its items may have paragraphs and a list of their own.
sub list_block ($self, $depth = 1) {
    my @items;
    for my $i (1 .. number(2, 4)) {
        my $item = $self->text(number(1, 2));
        $item = joined($item, ["\n\n", ''], $self->text(1)) if chance(0.1);
        $item = joined($item, ["\n\n", ''], $self->list_block($depth + 1)) if $depth < 3 && chance(0.2);
        push @items, ["$i. " . _indented($item->[0], 3), "\0$item->[1]"];
    }
    return joined(map { ($_, ["\n", '']) } @items);
}

sub _id ($self, $prefix) {
    my $ids = $self->{made}{ids};
    push @$ids, my $id = $prefix . (1 + @$ids);
    return $id;
}

# Source and text of a caption with its number and id.
sub _caption ($self, $word, $count) {
    my $text = plain(words(number(3, 14)));
    $text = joined($text, inline(1, '*')) if chance(0.15);
    $text = joined($text, $self->_note) if chance($self->{made}{shares}{note});
    return ["${word}：$text->[0]", "${word}：$text->[1]"] if chance(0.15);
    my $id = chance(0.6) ? ' {#' . $self->_id($word eq '表' ? 't' : 'f') . '}' : '';
    return ["$word$count $text->[0]", "$word$count $text->[1]", $id];
}

sub _cell ($self, $most) {
    return ['', ''] if chance(0.08);
    if (chance(0.01) && $most > 12) {    # a row of a table is one line of the source
        my $long = paragraph(number(4, 12));
        return [$long->[0] =~ s/\\?\n//gr, $long->[1]];
    }
    return plain(any(number(0, 99999), '1 280.5', '-3.2', '25%', '—')) if chance(0.35);
    my $cell = plain(words(number(1, $most)));
    $cell = joined($cell, inline(1, '*'), plain(words(1))) if chance(0.08);
    $cell = joined($cell, $self->_note) if chance($self->{made}{shares}{note} / 2);
    return $cell;
}

sub _size_of_table {
    my $columns = chance(0.1) ? number(8, 12) : number(1, 6);
    return ($columns, chance(0.07) ? number(30, 70) : number(1, 8), $columns > 6 ? 6 : chance(0.2) ? 40 : 12);
}

sub table_block ($self) {
    my ($columns, $rows, $most) = _size_of_table();
    my @rows = map { [map { $self->_cell($most) } 1 .. $columns] } 1 .. $rows;
    unshift @rows, [map { chance($self->{made}{shares}{note} / 4) ? joined(plain(words(3)), $self->_note) : plain(words(number(1, 6))) } 1 .. $columns];
    push @{$self->{made}{heads}}, join '', map { $_->[1] } @{$rows[0]};
    my @lines = map { '| ' . join(' | ', map { $_->[0] } @$_) . ' |' } @rows;
    splice @lines, 1, 0, '|' . join('|', map { any(' --- ', ' :--- ', ' :---: ', ' ---: ', '---') } 1 .. $columns) . '|';
    my $said = join '', map { $_->[1] } map { @$_ } @rows;
    my $table = [join("\n", @lines), $said];
    return $table if chance(0.25);
    my ($source, $text, $id) = @{$self->_caption('表', ++$self->{tables})};
    return joined([$source . ($id // '') . "\n\n", $text], $table);
}

sub _csv_value ($value) { return $value =~ /[",\n]/ || chance(0.1) ? '"' . $value =~ s/"/""/gr . '"' : $value }

sub csv_block ($self) {
    my ($columns, $rows, $most) = _size_of_table();
    my @rows = map { [map { words(number(1, $most)) . any('', '', ',', '"', '，', '*a*', '|') } 1 .. $columns] } 0 .. $rows;
    if (chance(0.7)) {
        my $column = int rand $columns;
        $rows[$_][$column] = number(0, 9999) . any('', '.5') for 1 .. $rows;
    }
    push @{$self->{made}{heads}}, join '', @{$rows[0]};
    my $name = 'd' . ++$self->{pictures} . '.csv';
    $self->{made}{files}{$name} = Encode::encode('UTF-8', (chance(0.5) ? "\x{FEFF}" : '')
        . join any("\n", "\r\n"), (map { join ',', map { _csv_value($_) } @$_ } @rows), '');
    my ($source, $text, $id) = @{$self->_caption('表', ++$self->{tables})};
    return ["![$source" . ($id // '') . "](\x{1}$name)", $text . join '', map { @$_ } @rows];
}

sub figure_block ($self) {
    my ($bytes, $kind) = Pictures::any_picture();
    my $name = any('图', 'p', '现场 图', 'a(b)') . ++$self->{pictures} . ".$kind";
    $self->{made}{files}{$name} = $bytes;
    my $alternative = plain(words(number(2, 15)));
    my $path = $name =~ /[ ()]/ ? "<\x{1}$name>" : "\x{1}$name";
    return ["![$alternative->[0]]($path)", "［图片：$alternative->[1]］"] if chance(0.3);
    my ($source, $text, $id) = @{$self->_caption('图', ++$self->{figures})};
    $source =~ s/(?<!\\)"/\\"/g;
    return ["![$alternative->[0]]($path \"$source\")" . ($id // '') =~ s/^ //r, "［图片：$alternative->[1]］$text"];
}

# What may stand where a paragraph may.
sub blocks ($self, $count, $lists = 1) {
    my $shares = $self->{made}{shares};
    return map {
        chance($shares->{table}) ? $self->table_block
            : chance($shares->{table} / 3) ? $self->csv_block
            : chance($shares->{figure}) ? $self->figure_block
            : $lists && chance($shares->{list}) ? $self->list_block
            : $self->paragraph_block
    } 1 .. $count;
}

# The texts of the notes of a file, to be written at its end.
sub notes_of ($part) {
    return map {
        my ($first, @more) = map { $_->[0] } @{$_->{text}};
        join "\n\n", "$_->{mark}: " . _indented($first, 4), map { '    ' . _indented($_, 4) } @more
    } @{$part->{notes}};
}

1;
