# Sessions with `mkbulletin lsp`: lsp.pl PROGRAM ROOT, in a folder of its own.
use strict;
use warnings;
use utf8;
use Cwd qw(getcwd);
use File::Path qw(make_path);
use Lsp;
use Test::More;
use Time::HiRes qw(time);

my ($program, $root) = @ARGV;
binmode $_, ':utf8' for Test::More->builder->output, Test::More->builder->failure_output;
my $here = getcwd();
my $sanitized = qx(nm '$program' 2>/dev/null | grep -c __asan_init) > 0;
my ($true, $false) = (JSON::PP::true, JSON::PP::false);
my %tree = (capabilities => {textDocument => {
            documentSymbol => {hierarchicalDocumentSymbolSupport => $true},
            hover => {contentFormat => ['markdown', 'plaintext']}}});
my $front = "---\n标题: 关于检查情况的通报\n发文机关: 某市某局\n成文日期: 2026-09-15\n---\n";

sub slurp
{
    my ($path) = @_;
    utf8::encode(my $name = $path);
    open my $file, '<:utf8', $name or die "$path: $!";
    local $/;
    return <$file>;
}

sub spew
{
    my ($path, $text) = @_;
    utf8::encode(my $name = $path);
    make_path($name =~ s{/[^/]*$}{}r) if $name =~ m{/};
    open my $file, '>:utf8', $name or die "$path: $!";
    print $file $text;
}

sub uri
{
    my ($path) = @_;
    my $full = "$here/$path";
    utf8::encode($full);
    return 'file://' . $full =~ s{([^\w/.-])}{sprintf '%%%02X', ord $1}gear;
}

sub begin
{
    my (%more) = @_;
    my $client = Lsp->start($program, 'lsp');
    $client->initialize(locale => 'zh-cn', %tree, %more);
    return $client;
}

# A place in lines and units of UTF-16.
sub place
{
    my ($text, $offset) = @_;
    my @lines = split /\n/, substr($text, 0, $offset), -1;
    my $last = $lines[-1] // '';
    return {line => $#lines < 0 ? 0 : $#lines, character => length($last) + ($last =~ tr/\x{10000}-\x{10FFFF}//)};
}

sub offset
{
    my ($text, $place) = @_;
    my ($at, $line) = (0, $place->{line});
    $at = index($text, "\n", $at) + 1 while $line--;
    my $units = $place->{character};
    while ($units > 0) {
        $units -= ord(substr $text, $at, 1) > 0xFFFF ? 2 : 1;
        $at++;
    }
    return $at;
}

sub range
{
    my ($text, $what, $from) = @_;
    my $at = index $text, $what, $from // 0;
    die "no $what" if $at < 0;
    return {start => place($text, $at), end => place($text, $at + length $what)};
}

sub with_edits
{
    my ($text, @edits) = @_;
    for (sort { offset($text, $b->{range}{start}) <=> offset($text, $a->{range}{start}) } @edits) {
        my ($start, $end) = map { offset($text, $_) } @{$_->{range}}{qw(start end)};
        substr($text, $start, $end - $start) = $_->{newText};
    }
    return $text;
}

sub actions
{
    my ($client, $uri, $range, @only) = @_;
    return $client->result('textDocument/codeAction', {textDocument => {uri => $uri}, range => $range,
        context => {diagnostics => [], @only ? (only => \@only) : ()}});
}

# The ids of those that these sessions are about; other rules may find fault with the texts as well.
sub codes
{
    my ($diagnostics) = @_;
    return join ' ', grep { /^(?:half-width-mark|unused-ignore|unknown-reference|bad-character|limit|no-such-source)$|rule/ }
        map { $_->{code} } @{$diagnostics // []};
}

sub names
{
    my ($symbols, $depth) = @_;
    return join '', map { '  ' x ($depth // 0) . "$_->{name}\n" . names($_->{children} // [], ($depth // 0) + 1) } @$symbols;
}

sub labels
{
    my ($client, $uri, $line, $character) = @_;
    my $list = $client->at('completion', $uri, $line, $character)->{items};
    return join ' ', map { $_->{label} } sort { $a->{sortText} cmp $b->{sortText} } @$list;
}

spew('in/bulletin.md', "${front}按照安排，现通报如下。\n");
spew('in/1-a/index.md', "---\nid: study\n---\n# 学习方面\n");
spew('in/1-a/1.md', "---\nid: pay\n状态: 已完成\n---\n# 补助多发\n\n说明见[](#study)。\n\n1. 退回款项\n2. 修订办法\n");
spew('in/annexes/1.md', "---\nid: rules\n---\n# 办法\n\n## 总则\n\n### 范围\n\n正文。\n\n## 附则\n\n正文。\n");
my ($bulletin, $index, $finding, $annex) = map { uri("in/$_") } qw(bulletin.md 1-a/index.md 1-a/1.md annexes/1.md);

subtest 'the life of a session' => sub {
    my $client = Lsp->start($program, 'lsp');
    is $client->request('textDocument/hover', {})->{error}{code}, -32002, 'nothing before initialize';
    $client->notify('textDocument/didOpen', {textDocument => {uri => $bulletin, text => ''}});
    my $result = $client->result('initialize', {processId => undef, rootUri => undef, capabilities => {}});
    is $result->{capabilities}{positionEncoding}, 'utf-16', 'positions in UTF-16';
    is $result->{capabilities}{textDocumentSync}{change}, 2, 'incremental';
    is $client->request('initialize', {})->{error}{code}, -32600, 'not twice';
    is $client->request('no/such', {})->{error}{code}, -32601, 'an unknown method';
    is $client->request('$/x', {})->{error}{code}, -32601, 'an unknown method of the protocol';
    is $client->request('textDocument/hover', $_)->{error}{code}, -32602, 'parameters that are none'
        for undef, [], 'x', {textDocument => 1}, {textDocument => {uri => 'file:///none'}, position => {line => 0, character => 0}};
    $client->notify('no/such');
    $client->notify('textDocument/didClose', {textDocument => {uri => 'file:///none'}});
    $client->notify('textDocument/didChange', {textDocument => {uri => 'file:///none'}, contentChanges => [{text => 'x'}]});
    is $client->request('shutdown', undef)->{result}, undef, 'shutdown';
    is $client->request('textDocument/hover', {})->{error}{code}, -32600, 'nothing after it';
    $client->notify('exit');
    is $client->finish, 0, 'status 0';

    $client = begin();
    $client->notify('exit');
    is $client->finish, 1, 'exit without shutdown';
    is(begin()->finish, 1, 'the end of the input');
    is(Lsp->start($program, 'lsp')->finish, 1, 'no input at all');
    is system("$program lsp in >/dev/null 2>&1") >> 8, 2, 'an operand is wrong use';
    is system("$program lsp --strict >/dev/null 2>&1") >> 8, 2, 'an option of other commands';
};

subtest 'what is found as one types' => sub {
    my $client = begin();
    my $text = slurp('in/1-a/1.md');
    $client->open($finding, $text);
    is codes($client->diagnostics($finding, 1)), '', 'nothing at first';
    $client->change($finding, 2, {range => range($text, '项'), text => '项,另𠮷,再'});
    my $now = $text =~ s/项/项,另𠮷,再/r;
    my $found = $client->diagnostics($finding, 2);
    is codes($found), 'half-width-mark half-width-mark', 'two';
    is_deeply $found->[0]{range}, range($now, ','), 'the first in its place';
    is_deeply $found->[1]{range}, range($now, ',', index($now, '𠮷')), 'the second behind a character of two units';
    is $found->[0]{severity}, 1, 'an error';
    like $found->[0]{message}, qr/^汉字旁边用了半角的“,”\n应当用全角的“，”$/, 'message and hint in the language of the client';
    $client->change($finding, 3, {text => $text});
    is codes($client->diagnostics($finding, 3)), '', 'gone with the whole text';
    $client->change($finding, 4,
        {range => {start => {line => 99, character => 0}, end => {line => 99, character => 9}}, text => "\n尾,末\n"},
        {range => {start => {line => 4, character => 2}, end => {line => 4, character => 999}}, text => '改名'});
    is codes($client->diagnostics($finding, 4)), 'half-width-mark', 'places beyond the ends are the ends';
    my $outline = $client->result('textDocument/documentSymbol', {textDocument => {uri => $finding}});
    is $outline->[0]{name}, '改名', 'several changes, one after the other';
    $client->change($finding, 5, {range => {start => {line => -1, character => 0}, end => 7}, text => 'x'}, {}, 7);
    is codes($client->diagnostics($finding, 5)), 'half-width-mark', 'changes that are none are left out';
    is $client->quit, 0, 'ends well';
};

subtest 'positions in UTF-8' => sub {
    my $client = begin(capabilities => {general => {positionEncodings => ['utf-16', 'utf-8']}});
    my $said = (grep { $_->{result} && $_->{result}{capabilities} } @{$client->{said}})[0];
    is $said->{result}{capabilities}{positionEncoding}, 'utf-8', 'where the client offers it';
    $client->open($bulletin, "${front}甲𠮷,乙\n");
    is_deeply $client->diagnostics($bulletin, 1)->[0]{range},
        {start => {line => 5, character => 7}, end => {line => 5, character => 8}}, 'bytes';
    $client->change($bulletin, 2, {range => {start => {line => 5, character => 5}, end => {line => 5, character => 8}}, text => '，'});
    is codes($client->diagnostics($bulletin, 2)), '', 'a place within a character is that before it';
    $client->quit;
};

subtest 'other files of the bulletin' => sub {
    my $client = begin();
    $client->open($index, slurp('in/1-a/index.md'));
    is codes($client->diagnostics($index, 1)), '', 'nothing at first';
    $client->change($index, 2, {range => range(slurp('in/1-a/index.md'), 'study'), text => 'other'});
    my $found = $client->diagnostics($finding);
    is codes($found), 'unknown-reference', 'an id that is gone is told of where it is referred to';
    spew('in/1-a/2.md', "# 另一个,问题\n");
    $client->notify('textDocument/didSave', {textDocument => {uri => $index}});
    is codes($client->diagnostics(uri('in/1-a/2.md'))), 'half-width-mark', 'a new file on the disk';
    unlink 'in/1-a/2.md';
    $client->notify('workspace/didChangeWatchedFiles', {changes => []});
    is codes($client->diagnostics(uri('in/1-a/2.md'))), '', 'cleared when it is gone';
    $client->notify('textDocument/didClose', {textDocument => {uri => $index}});
    is codes($client->diagnostics($finding)), '', 'the disk counts again when the buffer is closed';
    $client->quit;
};

subtest 'which bulletin' => sub {
    spew('single/one.md', '');
    spew('single/readme.md', '');
    my $client = begin();
    my ($one, $readme) = (uri('single/one.md'), uri('single/readme.md'));
    $client->open($readme, "# 读我,\n\n* 一\n");
    $client->open($one, "${front}甲,乙\n\n# 标题\n\n## 小标题\n\n### 问题\n\n1. 措施,\n");
    is codes($client->diagnostics($one, 1)), 'half-width-mark half-width-mark', 'a single file with front matter';
    is names($client->result('textDocument/documentSymbol', {textDocument => {uri => $one}})),
        "关于检查情况的通报\n标题\n  小标题\n    问题\n      措施,\n", 'its outline';
    is_deeply $client->result('textDocument/documentSymbol', {textDocument => {uri => $readme}}), [], 'one without is none';
    ok !(grep { ($_->{params}{uri} // '') eq $readme } @{$client->{said}}), 'and nothing is said of it';
    spew('single/bulletin.md', "${front}丙,丁\n");
    $client->notify('textDocument/didSave', {textDocument => {uri => $readme}});
    is codes($client->diagnostics(uri('single/bulletin.md'))), 'half-width-mark', 'a new bulletin.md takes them in';
    is $client->quit, 0, 'ends well';

    $client = begin();
    $client->open('untitled:Untitled-1', "${front}甲,乙\n");
    $client->open('nonsense', "${front}甲,乙\n");
    $client->open(uri('gone/nowhere.md'), "${front}甲,乙\n");
    is codes($client->diagnostics(uri('gone/nowhere.md'), 1)), 'no-such-source', 'a folder that is not there';
    is $client->at('hover', 'untitled:Untitled-1', 1, 0), undef, 'what is no file belongs to nothing';
    is labels($client, 'untitled:Untitled-1', 1, 0), '', 'and has no completion';
    is $client->quit, 0, 'ends well';
};

subtest '.mkbulletin.yaml' => sub {
    my $client = begin();
    spew('in/.mkbulletin.yaml', "rules:\n  half-width-mark: warning\n");
    $client->open($bulletin, "${front}甲,乙\n");
    is $client->diagnostics($bulletin, 1)->[0]{severity}, 2, 'a weight';
    spew('in/.mkbulletin.yaml', "rules:\n  half-width-mark: off\n  no-such: off\n");
    $client->notify('workspace/didChangeWatchedFiles', {changes => []});
    like codes($client->diagnostics(uri('in/.mkbulletin.yaml'))), qr/rule/, 'its own faults';
    is codes($client->diagnostics($bulletin)), '', 'off';
    unlink 'in/.mkbulletin.yaml';
    $client->quit;
};

subtest 'quick fixes' => sub {
    my $client = begin();
    my %texts = (
        paragraph => "${front}甲，乙\n\n丙,丁\n戊。\n",
        opening => "${front}甲,乙。\n",
        'an item' => "${front}甲。\n\n1. 一\n2. 二,二\n   三\n3. 四\n",
        'a second paragraph of an item' => "${front}甲。\n\n1. 一\n\n   二,二\n2. 三\n",
        'a cell' => "${front}甲。\n\n表1 甲\n\n| 乙 | 丙 |\n| --- | --- |\n| 丁,丁 | 戊 |\n",
        'CRLF' => "${front}甲。\n\n丙,丁\n" =~ s/\n/\r\n/gr,
    );
    my $version = 0;
    $client->open($bulletin, '', ++$version);
    for my $name (sort keys %texts) {
        my $text = $texts{$name};
        $client->change($bulletin, ++$version, {text => $text});
        my $before = codes($client->diagnostics($bulletin, $version));
        like $before, qr/half-width-mark/, "$name: reported";
        my $range = range($text =~ s/\r//gr, ',');
        my ($fix, $ignore) = @{actions($client, $bulletin, $range)};
        is $fix->{title}, '改为“，”', "$name: the fix";
        ok $fix->{isPreferred} && $fix->{kind} eq 'quickfix' && $fix->{diagnostics}[0]{code} eq 'half-width-mark', "$name: of it";
        my $plain = $text =~ s/\r//gr;
        is with_edits($plain, @{$fix->{edit}{changes}{$bulletin}}), $plain =~ s/,/，/r, "$name: mends it";
        my $ignored = with_edits($plain, @{$ignore->{edit}{changes}{$bulletin}});
        like $ignored, qr/<!-- mkbulletin-ignore half-width-mark: 理由 -->/, "$name: a comment";
        $client->change($bulletin, ++$version, {text => $ignored});
        is codes($client->diagnostics($bulletin, $version)), $before =~ s/ ?half-width-mark//r, "$name: which silences it";
    }
    for (['a title', $finding, "---\nid: x\n---\n# 甲,乙\n\n说明。\n"], ['a heading of an annex', $annex, "# 甲\n\n乙。\n\n## 丙,丁\n\n戊。\n"],
        ['a caption', $annex, "# 甲\n\n表： 收,支\n\n| 乙 |\n| --- |\n| 丙 |\n"]) {
        my ($name, $uri, $text) = @$_;
        $client->open($uri, $text, ++$version);
        my @before = grep { $_->{code} eq 'half-width-mark' } @{$client->diagnostics($uri, $version)};
        my $ignore = actions($client, $uri, $before[0]{range})->[-1];
        like $ignore->{title}, qr/略去/, "$name: can be ignored";
        $client->change($uri, ++$version, {text => with_edits($text, @{$ignore->{edit}{changes}{$uri}})});
        unlike codes($client->diagnostics($uri, $version)), qr/half-width-mark|unused-ignore/, "$name: by a comment";
        $client->notify('textDocument/didClose', {textDocument => {uri => $uri}});
    }
    my $text = "${front}甲，乙\n\n丙,丁,戊,\n";
    $client->change($bulletin, ++$version, {text => $text});
    is @{actions($client, $bulletin, range($text, '甲'))}, 0, 'none where nothing is wrong';
    is @{actions($client, $bulletin, range($text, '丙'), 'refactor')}, 0, 'none of a kind that is not';
    my @all = @{actions($client, $bulletin, range($text, '丙'), 'source.fixAll')};
    is @all, 1, 'all at once';
    is with_edits($text, @{$all[0]{edit}{changes}{$bulletin}}), "${front}甲，乙\n\n丙，丁，戊，\n", 'mends all';
    $client->change($bulletin, ++$version, {text => $front =~ s/检查情况/检查,情况/r});
    my @front = @{actions($client, $bulletin, {start => {line => 0, character => 0}, end => {line => 9, character => 0}})};
    is join(' ', map { $_->{title} } @front), '改为“，”', 'front matter has no place for a comment';
    is $client->quit, 0, 'ends well';
};

subtest 'outline' => sub {
    my $client = begin();
    $client->open($_->[0], slurp($_->[1])) for [$bulletin, 'in/bulletin.md'], [$index, 'in/1-a/index.md'], [$finding, 'in/1-a/1.md'], [$annex, 'in/annexes/1.md'];
    my $outline = sub { $client->result('textDocument/documentSymbol', {textDocument => {uri => $_[0]}}) };
    is names($outline->($bulletin)), "关于检查情况的通报\n", 'bulletin.md';
    is names($outline->($index)), "学习方面\n", 'a heading';
    is names($outline->($finding)), "补助多发\n  退回款项\n  修订办法\n", 'a finding and its measures';
    is $outline->($finding)->[0]{detail}, '已完成', 'its status';
    is names($outline->($annex)), "办法\n  总则\n    范围\n  附则\n", 'an annex';
    my $text = slurp('in/annexes/1.md');
    my $first = $outline->($annex)->[0]{children}[0];
    is_deeply $first->{range}, {start => {line => 5, character => 0}, end => {line => 11, character => 0}}, 'as far as it reaches';
    is_deeply $first->{selectionRange}, range($text, '## 总则'), 'its heading';
    $client->change($finding, 2, {text => slurp('in/1-a/1.md') . "\0"});
    is codes($client->diagnostics($finding, 2)), 'bad-character', 'a file that cannot be read';
    is names($outline->($finding)), "补助多发\n  退回款项\n  修订办法\n", 'keeps its last outline';
    $client->quit;

    $client = begin(capabilities => {});
    $client->open($finding, slurp('in/1-a/1.md'));
    my $flat = $outline->($finding);
    is join(' ', map { $_->{name} } @$flat), '补助多发 退回款项 修订办法', 'flat for clients that know no tree';
    is $flat->[1]{location}{uri}, $finding, 'with places';
    $client->quit;
};

subtest 'hover' => sub {
    my $client = begin();
    my $text = "${front}甲,乙见[](#pay)。\n";
    $client->open($bulletin, $text);
    my $hover = $client->at('hover', $bulletin, 5, 1);
    is $hover->{contents}{kind}, 'markdown', 'Markdown where it is shown';
    like $hover->{contents}{value}, qr/\*\*P13 half-width-mark\*\*.*汉字旁边.*理由：.*依据：GB\/T 15834-2011 5.1/s, 'a rule with its clause';
    is_deeply $hover->{range}, range($text, ','), 'its place';
    like $client->at('hover', $bulletin, 1, 1)->{contents}{value}, qr/\*\*标题 · title\*\*.*必须写/s, 'a key';
    like $client->at('hover', $finding, 2, 0) // 'none', qr/none/, 'nothing of what is not open';
    like $client->at('hover', $bulletin, 5, 9)->{contents}{value}, qr/问题.*补助多发/s, 'a reference';
    is $client->at('hover', $bulletin, 5, 0), undef, 'nothing where nothing is';
    is $client->at('hover', $bulletin, 4, 0), undef, 'nor at the end of front matter';
    my $definition = $client->at('definition', $bulletin, 5, 9);
    is $definition->{uri}, $finding, 'the file of an id';
    is_deeply $definition->{range}, range(slurp('in/1-a/1.md'), 'pay'), 'and its place';
    is $client->at('definition', $bulletin, 5, 0), undef, 'nothing elsewhere';
    $client->quit;
};

subtest 'completion' => sub {
    my $client = begin();
    my $version = 1;
    my $ask = sub {
        my ($uri, $text) = @_;
        my $at = index $text, '|';
        $text =~ s/\|//;
        $client->change($uri, ++$version, {text => $text});
        my $place = place($text, $at);
        my $list = $client->at('completion', $uri, @$place{qw(line character)})->{items};
        return {map { $_->{label} => with_edits($text, $_->{textEdit}) } @$list};
    };
    $client->open($_, '') for $bulletin, $finding, $annex, $index;
    my $got = $ask->($bulletin, "---\n标题: 甲\n主|\n---\n");
    ok !exists $got->{'标题'} && !exists $got->{title}, 'no key that is there';
    is $got->{'主送机关'}, "---\n标题: 甲\n主送机关: \n---\n", 'a key with its colon';
    is $got->{'联系方式'}, "---\n标题: 甲\n联系方式:\n  \n---\n", 'a group';
    $got = $ask->($bulletin, "---\ncontact:\n  phone: 1\n  |\n---\n");
    is join(' ', sort grep { /^[a-z]/ } keys %$got), 'address email hours person postcode', 'the keys of a group';
    $got = $ask->($bulletin, "---\n联系方式:\r\n  |电话: 1\r\n---\r\n");
    is $got->{'邮编'}, "---\n联系方式:\r\n  邮编: 1\r\n---\r\n", 'a key that has its colon';
    $got = $ask->($bulletin, "---\n模板: |\n---\n");
    ok exists $got->{notice} && exists $got->{document}, 'templates';
    $got = $ask->($bulletin, "---\n标题: 甲\n印章: |\n");
    is $got->{'是'}, "---\n标题: 甲\n印章: 是\n", 'yes and no, in front matter without an end';
    $got = $ask->($finding, "---\n状态: 已|\n---\n# 甲\n");
    is join(' ', sort keys %$got), join(' ', sort qw(未启动 推进中 已完成 长期坚持 planned ongoing done standing)), 'words';
    is $got->{'推进中'}, "---\n状态: 推进中\n---\n# 甲\n", 'in place of what is begun';
    $got = $ask->($finding, "---\nstatus: |\n---\n# 甲\n");
    is labels($client, $finding, 1, 8) =~ s/ 未启动.*//r, 'planned ongoing done standing', 'English first where keys are English';
    $got = $ask->($annex, "---\n类型: 台账\n栏目: [序号, |问题]\n---\n# 甲\n");
    is $got->{'时限'}, "---\n类型: 台账\n栏目: [序号, 时限]\n---\n# 甲\n", 'an item of a list in brackets';
    $got = $ask->($annex, "---\nkind: ledger\ncolumns:\n- number\n- |\n---\n# 甲\n");
    is $got->{due}, "---\nkind: ledger\ncolumns:\n- number\n- due\n---\n# 甲\n", 'an item of a list';
    $got = $ask->($annex, "---\n|\n---\n# 甲\n");
    ok !exists $got->{columns} && exists $got->{kind}, 'keys of a ledger only in one';
    $got = $ask->($index, "---\n|\n---\n# 甲\n");
    ok !exists $got->{status} && exists $got->{kind}, 'keys of a heading';
    $got = $ask->($index, "---\nkind: finding\n|\n---\n# 甲\n");
    ok exists $got->{status}, 'and of a finding in a folder';
    $client->change($index, ++$version, {text => slurp('in/1-a/index.md')});
    $client->change($annex, ++$version, {text => slurp('in/annexes/1.md')});
    $client->change($finding, ++$version, {text => slurp('in/1-a/1.md')});
    $got = $ask->($bulletin, "${front}甲见[](#st|)。\n");
    is join(' ', sort keys %$got), 'pay rules study', 'ids';
    is $got->{study}, "${front}甲见[](#study)。\n", 'in place of what is begun';
    $got = $ask->($bulletin, "${front}<!-- mkbulletin-ignore half|\n");
    is $got->{'half-width-mark'}, "${front}<!-- mkbulletin-ignore half-width-mark\n", 'rules to ignore';
    is_deeply $ask->($bulletin, "${front}甲|\n"), {}, 'nothing in text';
    $got = $ask->($bulletin, "${front}# 甲\n\n## 乙\n\n### 丙 {#x} {状态: 已完成, 时|}\n");
    is $got->{'时限'}, "${front}# 甲\n\n## 乙\n\n### 丙 {#x} {状态: 已完成, 时限: }\n", 'a key in the braces of a heading';
    ok !exists $got->{'状态'} && !exists $got->{status} && exists $got->{due}, 'none that is there';
    $got = $ask->($bulletin, "${front}### 丙 {状态: |}\n");
    is $got->{'推进中'}, "${front}### 丙 {状态: 推进中}\n", 'and its values';
    $got = $ask->($bulletin, "${front}# 台账 {类型: 台账, 栏目: [序号, |]}\n");
    is $got->{'时限'}, "${front}# 台账 {类型: 台账, 栏目: [序号, 时限]}\n", 'of a list in it, too';
    is_deeply $ask->($bulletin, "${front}# 甲 {#x|}\n"), {}, 'not in those of an id';
    is_deeply $ask->($bulletin, "${front}甲 {状|}\n"), {}, 'nor in text';
    is $client->quit, 0, 'ends well';
};

subtest 'edits by chance come to the same as the whole text' => sub {
    my @parts = ('甲', '，', ',', "\n", "\r\n", "\n\n", '𠮷', '# ', '1. ', '[](#pay)', "---\n", '标题: ', '| a |', ' ', "\t", '<!-- mkbulletin-ignore ', '{', '}', 'e\x{301}');
    srand 20261124;
    for my $encoding ('utf-16', 'utf-8') {
        my $client = begin(capabilities => {general => {positionEncodings => [$encoding]}});
        my ($text, $version, $same) = (slurp('in/bulletin.md'), 1, 0);
        my $at = sub {
            my @lines = split /(?<=\r\n)|(?<=\n)|(?<=\r)(?!\n)/, substr($text, 0, $_[0]);
            my $last = @lines && $lines[-1] !~ /[\r\n]\z/ ? pop @lines : '';
            utf8::encode(my $bytes = $last);
            return {line => scalar @lines, character => $encoding eq 'utf-8' ? length $bytes : length($last) + ($last =~ tr/\x{10000}-\x{10FFFF}//)};
        };
        $client->open($bulletin, $text);
        for (1 .. 100) {
            my @changes;
            for (0 .. rand 3) {
                my $start = int rand(1 + length $text);
                my $end = $start + int rand(rand() < 0.8 ? 4 : 30);
                $end = length $text if $end > length $text;
                my $new = join '', map { $parts[rand @parts] } 1 .. rand 4;
                # A place between CR and LF is none that a client names.
                next if grep { substr($text, 0, $_) =~ /\r\z/ && substr($text, $_) =~ /\A\n/ } $start, $end;
                push @changes, {range => {start => $at->($start), end => $at->($end)}, text => $new};
                substr($text, $start, $end - $start) = $new;
            }
            $client->change($bulletin, ++$version, @changes);
            my $ask = [{textDocument => {uri => $bulletin}, position => $at->(int rand(1 + length $text))}];
            $client->result("textDocument/$_", @$ask) for qw(hover completion definition documentSymbol);
        }
        $client->change($bulletin, ++$version, {range => {start => {line => 0, character => 0}, end => {line => 0, character => 0}}, text => ''});
        my $edited = $client->diagnostics($bulletin, $version);
        $client->change($bulletin, ++$version, {text => $text});
        is_deeply $edited, $client->diagnostics($bulletin, $version), "$encoding: the same is found";
        is $client->quit, 0, "$encoding: ends well";
    }
};

subtest 'cancelling, and many at once' => sub {
    my $client = begin();
    $client->open($bulletin, slurp('in/bulletin.md'));
    my $ask = {textDocument => {uri => $bulletin}, position => {line => 1, character => 0}};
    $client->raw(join '',
        Lsp::frame({jsonrpc => '2.0', id => 'a', method => 'textDocument/hover', params => $ask}),
        Lsp::frame({jsonrpc => '2.0', id => 'b', method => 'textDocument/hover', params => $ask}),
        Lsp::frame({jsonrpc => '2.0', method => '$/cancelRequest', params => {id => 'b'}}),
        Lsp::frame({jsonrpc => '2.0', method => '$/cancelRequest', params => {id => 'none'}}),
        Lsp::frame({jsonrpc => '2.0', method => '$/cancelRequest'}));
    ok $client->answer('a')->{result}, 'the one that was not cancelled';
    is $client->answer('b')->{error}{code}, -32800, 'the one that was';
    $client->raw(join '', map { Lsp::frame({jsonrpc => '2.0', method => 'textDocument/didChange', params => {
        textDocument => {uri => $bulletin, version => $_}, contentChanges => [{text => "${front}甲,乙$_\n"}]}}) } 2 .. 200);
    is codes($client->diagnostics($bulletin, 200)), 'half-width-mark', 'the last state of many';
    my $told = grep { ($_->{method} // '') eq 'textDocument/publishDiagnostics' } @{$client->{said}};
    cmp_ok $told, '<', 100, "is not told of each state ($told)";
    is $client->quit, 0, 'ends well';
};

subtest 'bad messages' => sub {
    my %bad = (
        'no JSON' => Lsp::frame('{"jsonrpc":'),
        'nothing' => Lsp::frame(''),
        'not UTF-8' => Lsp::frame("{\"a\":\"\xFF\"}"),
        'no length' => "Content-Type: x\r\n\r\n",
        'a length that is none' => "Content-Length: -5\r\n\r\n",
        'a length that is too long' => "Content-Length: 99999999999999999999999\r\n\r\n",
        'deep' => Lsp::frame('[' x 100000),
    );
    for my $name (sort keys %bad) {
        my $client = begin();
        $client->raw($bad{$name});
        my $said = $client->next_message;
        ok $said && exists $said->{id} && !defined $said->{id} && $said->{error}{code} == -32700, "$name: an error without an id";
        is $client->request('shutdown', undef)->{error}, undef, "$name: and the session goes on";
        $client->notify('exit');
        is $client->finish, 0, "$name: to its end";
    }
    my $client = begin();
    my $kept = begin();
    my $chunk = ' ' x (1 << 20);
    $client->raw("Content-Length: " . (40 << 20) . "\r\n\r\n");
    $client->raw($chunk) for 1 .. 40;
    is $client->next_message->{error}{code}, -32600, 'a message of 40 MiB is refused';
    is $client->quit, 0, 'and thrown away';
    $kept->raw('x' x 100_000 . "\r\ncontent-length: 5\nX: y\n\n{   }");
    is $kept->next_message->{error}{code}, -32600, 'a line without end, and headers as others write them';
    for my $odd ('[]', '{"id":1}', '{"id":{},"method":"shutdown"}', '{"id":1.5,"method":"shutdown"}', '{"method":7}') {
        $kept->send($odd);
        is $kept->next_message->{error}{code}, -32600, "no request: $odd";
    }
    $kept->send('{"id":9,"result":null}');
    $kept->send('{"method":"initialized","params":7}');
    $kept->send("{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"$bulletin\",\"version\":1,\"text\":\"---\\n标题: 甲\\u0000\\ud83d\\n\"}}}"
        =~ s/([^\x00-\x7F])/sprintf '\\u%04x', ord $1/ger);
    like codes($kept->diagnostics($bulletin, 1)), qr/bad-character/, 'U+0000 and half a character arrive';
    is $kept->quit, 0, 'ends well';
    $client = begin();
    $client->open($bulletin, $front . "甲。\n\n" x 600_000);
    is codes($client->diagnostics($bulletin, 1)), 'limit', 'a document is as long as a file may be';
    $client->change($bulletin, 2, {text => $front . "甲，乙。\n"});
    is codes($client->diagnostics($bulletin, 2)), '', 'and is known as it is afterwards';
    $client->open(uri("many/$_.md"), "${front}甲,乙\n") for 1 .. 200;
    $client->notify('textDocument/didClose', {textDocument => {uri => uri("many/$_.md")}}) for 1 .. 200;
    is $client->quit, 0, 'many come and go';
    $client = begin();
    $client->raw("Content-Length: 500\r\n\r\n{");
    is $client->finish, 1, 'an end in the middle';
};

subtest 'an edit in a whole bulletin' => sub {
    my $client = begin();
    my $path = "$root/content/bulletin.md";
    my $uri = "file://$path";
    $client->open($uri, slurp($path));
    is codes($client->diagnostics($uri, 1)), '', 'content/ is clean';
    my @times;
    for my $version (2 .. 12) {
        my $start = time;
        $client->change($uri, $version, {range => {start => {line => 20, character => 0}, end => {line => 20, character => 0}}, text => ' '});
        $client->diagnostics($uri, $version);
        push @times, time - $start;
    }
    my $best = (sort { $a <=> $b } @times)[0];
    cmp_ok $best, '<', $sanitized ? 1 : 0.1, sprintf 'is answered in %.0f ms', 1000 * $best;
    is $client->quit, 0, 'ends well';
};

subtest 'no byte is lost' => sub {
    plan skip_all => 'valgrind is not there' if system('command -v valgrind >/dev/null') != 0;
    plan skip_all => 'not with sanitizers' if $sanitized;
    local $ENV{G_SLICE} = 'always-malloc';
    my $client = Lsp->start(qw(valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite
        --errors-for-leak-kinds=definite), "--suppressions=$root/scripts/valgrind.supp", $program, 'lsp');
    $client->initialize(%tree, capabilities => {%{$tree{capabilities}}, workspace => {didChangeWatchedFiles => {dynamicRegistration => $true}}});
    my $text = slurp('in/1-a/1.md') =~ s/款项/款,项/r;
    $client->open($finding, $text);
    $client->diagnostics($finding, 1);
    ok +(grep { ($_->{method} // '') eq 'client/registerCapability' } @{$client->{said}}), 'it asks to be told of files';
    $client->result('textDocument/documentSymbol', {textDocument => {uri => $finding}}) for 1 .. 2;
    $client->at($_->[0], $finding, @$_[1, 2]) for ['hover', 8, 5], ['hover', 1, 1], ['completion', 2, 4], ['completion', 1, 0], ['definition', 6, 9], ['completion', 6, 8];
    actions($client, $finding, range($text, ','), @$_) for [], ['source.fixAll'];
    $client->request('no/such', {});
    $client->raw(Lsp::frame('{'));
    $client->open('untitled:1', 'x');
    $client->change($finding, 2, {text => "\0"});
    $client->result('textDocument/documentSymbol', {textDocument => {uri => $finding}});
    $client->notify('textDocument/didClose', {textDocument => {uri => $finding}});
    is $client->quit, 0, 'nor read that is none';
};

done_testing();
