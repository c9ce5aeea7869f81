package Bulletin;

# A whole random bulletin, as a tree: front matter, opening, sections with findings and measures,
# closing, annexes. Writer.pm writes it as a folder or a file.
#
# A node is {kind, title, id, keys, blocks, below}: kind is heading, finding, measure or annex, title
# a pair, blocks are pairs, keys are pairs of a name and YAML.
use v5.36;
use utf8;
use Words;
use Blocks;

my @TEMPLATES = qw(notice notice notice document letter minutes order upward announcement);
my %RUN_IN = (notice => 1);

sub _either ($chinese, $english) { return chance(0.5) ? $chinese : $english }
sub _quoted ($text) { return '"' . $text =~ s/(["\\])/\\$1/gr . '"' }
sub _list (@items) { return chance(0.5) ? '[' . join(', ', map { _quoted($_) } @items) . ']' : join '', map { "\n  - " . _quoted($_) } @items }
sub _date { return sprintf '20%02d-%02d-%02d', number(20, 26), number(1, 12), number(1, 28) }

# How much of everything; a long one now and then.
sub _shares {
    return {
        note => any(0, 0.03, 0.15), reference => any(0, 0.1), table => any(0, 0.08, 0.25), figure => any(0, 0.08, 0.2),
        list => any(0.05, 0.15), size => chance(0.02) ? 6 : chance(0.15) ? 2 : 1,
    };
}

sub make {
    my $made = {
        template => any(@TEMPLATES), shares => _shares(), ids => [], files => {}, notes => [], said => [], values => [],
        one_file => chance(0.4), keys => [], ledgers => [],
    };
    $made->{run_in} = $RUN_IN{$made->{template}};
    my $blocks = Blocks->new($made);
    _own_template($made) if chance(0.4);
    _opening($made, $blocks);
    my $size = $made->{shares}{size};
    $made->{below} = [map { _node($made, $blocks, 1) } 1 .. (chance(0.1) ? 0 : number(1, $size))];
    if (chance(0.4) && @{$made->{below}}) {
        $made->{closing} = {};
        $blocks->begin($made->{closing});
        $made->{closing}{blocks} = [$blocks->blocks(number(1, 2))];
    }
    $made->{annexes} = [map { _annex($made, $blocks) } 1 .. any(0, 0, 0, 1, number(2, 3))];
    _front_matter($made);
    _resolve($made);
    return $made;
}

sub _opening ($made, $blocks) {
    $made->{opening} = {};
    $blocks->begin($made->{opening});
    $made->{opening}{blocks} = [$blocks->paragraph_block, $blocks->blocks(number(0, 2))];
    return;
}

# ---- nodes ----

sub _title ($most) {
    my $title = plain(words(number(4, $most)));
    $title = joined($title, inline(1, any('', '*')), plain(words(2))) if chance(0.1);
    $title = joined($title, plain(any('（试行）', 'GDP', '“四个”', '2026年', '—'))) if chance(0.15);
    return $title;
}

sub _new_node ($made, $blocks, $kind, %more) {
    my $node = {kind => $kind, keys => [], blocks => [], below => [], %more};
    $node->{id} = $blocks->_id({heading => 'h', finding => '问', measure => 'm', annex => 'a'}->{$kind}) if chance(0.4);
    return $node;
}

# A heading or a finding of this level.
sub _node ($made, $blocks, $level) {
    my $deepest = $made->{run_in} ? 5 : 4;
    return _finding($made, $blocks) if $level == $deepest || chance($level == 1 ? 0.25 : 0.6);
    my $node = _new_node($made, $blocks, 'heading', title => _title(24));
    $blocks->begin($node);
    $node->{blocks} = [$blocks->blocks(number(0, 2))];
    $node->{below} = [map { _node($made, $blocks, $level + 1) } 1 .. (chance(0.6) ? 1 : number(0, 2))] if $level < 5;
    # A folder without any text file but its own is a heading all the same.
    return $node;
}

sub _action_keys ($node) {
    push @{$node->{keys}}, [_either('状态', 'status'), any(qw(planned ongoing done standing 未启动 推进中 已完成 长期坚持))] if chance(0.4);
    push @{$node->{keys}}, [_either('责任单位', 'responsible'), _quoted(name() . (chance(0.3) ? '、' . name() : ''))] if chance(0.4);
    push @{$node->{keys}}, [_either('时限', 'due'), _date()] if chance(0.3);
    push @{$node->{keys}}, [_either('完成日期', 'completed'), _date()] if chance(0.2);
    return;
}

sub _finding ($made, $blocks) {
    my $node = _new_node($made, $blocks, 'finding', title => _title(20));
    $node->{title} = joined(plain('针对'), $node->{title}) if chance(0.1);
    _action_keys($node);
    if (chance(0.15)) {
        my $own = chance(0.5);
        push @{$node->{keys}}, [_either('引语', 'lead'), $own ? _quoted('关于{title}的情况。') : any('原文', 'verbatim')];
    }
    $blocks->begin($node);
    $node->{folder} = chance(0.3);
    $node->{blocks} = [$blocks->blocks(number(0, 2), 0)];
    $node->{below} = [map { _measure($made, $blocks, $node) } 1 .. number(1, 4)] if $node->{folder} || chance(0.8);
    $blocks->begin($node->{after} = {}), $node->{after}{blocks} = [$blocks->text(1)] if @{$node->{below}} && !$node->{folder} && chance(0.15);
    return $node;
}

# With a file of its own, or an item of the list of its finding.
sub _measure ($made, $blocks, $finding) {
    my $node = _new_node($made, $blocks, 'measure');
    my $heading = chance(0.2) && ($finding->{folder} || $made->{one_file});
    $node->{title} = plain(words(number(4, 10))) if $heading;
    _action_keys($node) if $heading || $finding->{folder};
    delete $node->{id}, pop @{$made->{ids}} if $node->{id} && !$heading && !$finding->{folder};
    if ($finding->{folder}) { $blocks->begin($node) }
    my $text = $blocks->text(number(1, 3));
    if (chance(0.2)) {    # without a mark at its end, which the template then sets
        my $end = plain(words(4));
        $text = joined($text, $end);
    }
    $node->{blocks} = [$text];
    push @{$node->{blocks}}, $blocks->list_block(2) if chance(0.15);
    push @{$node->{blocks}}, $blocks->text(1) if chance(0.1);
    return $node;
}

my @COLUMNS = qw(序号 问题 措施 责任单位 时限 状态 完成日期);

sub _annex ($made, $blocks) {
    my $node = _new_node($made, $blocks, 'annex', title => plain(words(number(4, chance(0.1) ? 70 : 30))));
    $blocks->begin($node);
    $node->{blocks} = [$blocks->blocks(number(1, 3))];
    if (chance(0.25)) {
        push @{$node->{keys}}, ['类型', '台账'];
        push @{$node->{keys}}, ['栏目', '[' . join(', ', grep { $_ eq '问题' || chance(0.6) } @COLUMNS) . ']'] if chance(0.5);
        push @{$node->{keys}}, [_either('合计', 'totals'), any('是', 'true')] if chance(0.5);
        push @{$node->{keys}}, [_either('排序', 'order'), any(qw(时限 status responsible))] if chance(0.3);
        $node->{ledger} = 1;
    } else {
        my $level = 0;
        for (1 .. number(0, 3)) {
            $level = number(1, $level < 4 ? $level + 1 : 4);
            my $title = _title(16);
            push @{$node->{blocks}}, ['#' x ($level + 1) . " $title->[0]", $title->[1]], $blocks->blocks(number(0, 2));
        }
    }
    return $node;
}

# ---- front matter ----

sub _key ($made, $chinese, $english, $yaml, @values) {
    push @{$made->{keys}}, [_either($chinese, $english), $yaml];
    push @{$made->{values}}, @values;
    return;
}

sub _headline ($made) {
    my @lines = map { '关于' . words(number(4, 14)) . any('情况的通报', '工作的通知', '办法', '') } 1;
    push @lines, words(number(4, chance(0.1) ? 60 : 16)) if chance(0.3);
    my $title = join '', @lines;
    $title .= any('（试行）', '《GB/T 9704》', '“十五五”') if chance(0.2);
    $made->{title} = $made->{template} eq 'order' ? '' : $title;
    my $cut = length($title) > 14 && chance(0.2) ? number(5, 9) : 0;
    my $yaml = $cut ? "|\n  " . substr($title, 0, $cut) . "\n  " . substr $title, $cut : _quoted($title);
    push @{$made->{keys}}, [_either('标题', 'title'), $yaml];
    return;
}

sub _issuers ($made) {
    my %seen;
    my @names = grep { !$seen{$_}++ } map { name() } 1 .. any(1, 1, 1, 2, 3, number(2, 5));
    _key($made, '发文机关', 'issuer', @names > 1 ? _list(@names) : _quoted($names[0]));
    $made->{issuers} = \@names;
    push @{$made->{allowed}}, @names;
    _key($made, '成文日期', 'date', _date());
    return scalar @names;
}

sub _front_matter ($made) {
    my $template = $made->{template};
    _headline($made);
    my $issuers = _issuers($made);
    push @{$made->{keys}}, [_either('模板', 'template'), $made->{own} ? 'own' : $template] if $made->{own} || $template ne 'notice' || chance(0.3);
    _contact($made) if $template !~ /^(?:order|minutes)$/ && chance(0.5);
    _masthead($made) if $template !~ /^(?:notice|announcement)$/;
    _official($made, $issuers) if $template ne 'notice';
    _key($made, '关键词', 'keywords', _list(words(4), words(4))) if chance(0.3);
    _key($made, '摘要', 'summary', _quoted(sentence()->[1])) if chance(0.3);
    _key($made, '编号', 'id', 'b' . number(1, 999)) if chance(0.3);
    return;
}

sub _contact ($made) {
    my @rows = grep { chance(0.6) } ['电话', 'phone', '63936965'], ['电子邮箱', 'email', 'a_b@example.cn'],
        ['地址', 'address', words(12) . '12号'], ['邮编', 'postcode', '450000'], ['受理时间', 'hours', '8:30—17:30（工作日）'],
        ['联系人', 'person', '李某某'] or return;
    _key($made, '联系方式', 'contact', join('', map { "\n  " . _either($_->[0], $_->[1]) . ': ' . _quoted($_->[2]) } @rows), map { $_->[2] } @rows);
    return;
}

sub _masthead ($made) {
    my $template = $made->{template};
    my $number = $template eq 'order' ? '第' . number(1, 99) . '号' : '某政发〔2026〕' . number(1, 200) . '号';
    _key($made, '发文字号', 'document-number', $number, $number) if chance(0.9);
    if (chance(0.2)) {
        _key($made, '份号', 'copy-number', number(1, 9999));
        _key($made, '密级', 'classification', any('绝密', '机密★1年', '秘密★6个月'));
    }
    _key($made, '紧急程度', 'urgency', any(qw(特急 加急))) if chance(0.2);
    my @names = map { any('张某某', '李某', '欧阳某某') } @{$made->{issuers}};
    _key($made, '签发人', 'signatory', _list(@names), @names) if $template eq 'upward';
    return;
}

sub _official ($made, $issuers) {
    my $template = $made->{template};
    my $organs = sub { my %seen; grep { !$seen{$_}++ } map { name() } 1 .. number(1, any(2, 2, 6)) };
    my @to = $organs->();
    $made->{recipients} = \@to;
    _key($made, '主送机关', 'recipients', _list(@to), @to) if $template =~ /^(?:document|upward|letter)$/ && chance(0.8);
    my @copies = $organs->();
    _key($made, '抄送', 'copy-to', _list(@copies), @copies) if chance(0.5);
    _key($made, '附注', 'note', '此件公开发布', '此件公开发布') if chance(0.4);
    if ($template ne 'letter' && chance(0.6)) {
        my $printer = any('某市某局办公室', '某市住房和城乡建设局综合科');
        _key($made, '印发机关', 'printed-by', $printer, $printer);
        _key($made, '印发日期', 'printed-on', _date());
    }
    if ($template eq 'minutes') {
        for (['出席', 'attendance'], ['请假', 'absent'], ['列席', 'observers']) {
            my @who = map { name() . ' ' . any('张某某、李某某', '王某') } 1 .. number(1, 4);
            _key($made, @$_, _list(@who), @who) if chance(0.7);
        }
    } else {
        _seal($made, $issuers);
    }
    return;
}

sub _seal ($made, $issuers) {
    my $kind = any(qw(none yes image stamp));
    return if $kind eq 'none';
    my $of = sub ($value) { $issuers > 1 ? '[' . join(', ', ($value) x $issuers) . ']' : $value };
    return _key($made, '印章', 'seal', any('是', 'true')) if $kind eq 'yes';
    my $name = $kind eq 'stamp' ? 'stamp.svg' : 'seal.svg';
    $made->{files}{$name} = $kind eq 'stamp' ? Pictures::stamp() : Pictures::seal(any(40, 42, 45));
    return _key($made, '印章', 'seal', $of->("\x{1}$name")) if $kind eq 'image';
    my @posts = map { any('局长', '主任', '某市人民政府市长') } 1 .. $issuers;
    _key($made, '签名章', 'stamp', $of->("\x{1}$name"));
    _key($made, '职务', 'post', $issuers > 1 ? _list(@posts) : $posts[0], @posts);
    return;
}

# ---- a template of its own ----

my @CHOICES = (
    ['composition', 'grid: strict'], ['composition', 'grid: strict'], ['composition', 'punctuation: kaiming'], ['composition', 'punctuation: banjiao'],
    ['composition', 'punctuation: plain'], ['composition', 'kinsoku: basic'], ['composition', 'kinsoku: strict'],
    ['composition', 'line-end-mark: full'], ['composition', 'line-end-mark: fit'], ['composition', 'paragraph-start-bracket: trim'],
    ['text-block', 'mirror: true'], ['finding', 'measures: paragraphs'], ['imprint', 'on-even: true'], ['page-number', 'outside: false'],
    ['contact', 'end: 。'], ['styles', 'emphasis: {mark: dot}'],
);

sub _own_template ($made) {
    my %sections;
    for (1 .. number(1, 3)) {
        my ($section, $line) = @{any(@CHOICES)};
        my ($key) = split /:/, $line;
        $sections{$section}{$key} = $line;
    }
    my $yaml = "name: own\nextends: $made->{template}\ndescription:\n  zh: 生成的\n  en: Generated\n";
    $yaml .= "red: cmyk\n" if chance(0.2);
    $yaml .= 'widow: ' . number(1, 3) . "\n" if chance(0.2);
    $yaml .= 'spare-rows: ' . number(1, 2) . "\n" if chance(0.2);
    for my $section (sort keys %sections) {
        $yaml .= "$section:\n" . join '', map { "  $sections{$section}{$_}\n" } sort keys %{$sections{$section}};
    }
    $made->{own} = $yaml;
    return;
}

# ---- the end of making ----

# Every "\x{2}" becomes an id.
sub _resolve ($made) {
    my $ids = $made->{ids};
    my $put = sub ($pair) {
        return if !$pair;
        $pair->[0] =~ s/\x{2}/any(@$ids)/ge if @$ids;
        # Without any id a reference is text.
        $pair->[0] =~ s/\[([^\[\]]*)\]\(#\x{2}[^)]*\)/$1 eq '' ? '一' : $1/ge if !@$ids;
    };
    my $visit;
    $visit = sub ($node) {
        $put->($node->{title});
        $put->($_) for @{$node->{blocks} // []};
        $put->($_) for map { @{$_->{text}} } @{$node->{notes} // []};
        $visit->($_) for grep { defined } $node->{after}, @{$node->{below} // []};
    };
    $visit->($_) for grep { defined } $made->{opening}, @{$made->{below}}, $made->{closing}, @{$made->{annexes}};
    return;
}

1;
