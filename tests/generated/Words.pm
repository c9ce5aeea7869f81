package Words;

# Random text: Chinese of official words, characters of the whole range that the fonts have, Latin,
# numbers and every mark. Text comes as a pair, [SOURCE, SAID]: the Markdown of it, and what a reader
# is to see, where "\0" stands for what the program numbers.
use v5.36;
use utf8;
use Exporter 'import';

our @EXPORT = qw(chance any number words name sentence paragraph inline plain escape joined);

my @WORDS = qw(
    按照 根据 关于 为了 通过 以及 进一步 认真 切实 全面 深入 扎实 有序 严格 及时 逐项 持续 加强 完善 健全 规范
    落实 推进 开展 组织 实施 检查 整改 监督 管理 服务 保障 建设 制度 机制 责任 措施 任务 目标 工作 情况 问题
    单位 部门 机关 街道 社区 群众 企业 干部 人员 会议 文件 资金 项目 工程 安全 生产 消防 应急 防汛 演练 培训
    宣传 教育 学习 调查 研究 统计 公开 审批 备案 台账 清单 方案 办法 规定 条例 决定 意见 年度 季度 日常 专项
    领导小组 办公室 综合科 财务科 人民政府 应急管理局 住房和城乡建设局 市场监督管理局 党工委 委员会 某某 某市 某区
    的 和 与 在 对 将 由 是 有 不 等 了 着 把 被 为 以 从 到 各 并 且 其 应当 必须 不得 可以 已经 尚未 共计);
my @NAMES = qw(某市某局 某市应急管理局 某某街道办事处 某市人民政府 某市某区财政局 某市住房和城乡建设委员会 中共某市某区某某街道工作委员会
    某市某研究所 某某集团有限公司 某市某区某某社区居民委员会);
my @LATIN = ('GDP', 'Wi-Fi', '5G', 'PM2.5', 'km/h', 'ISO 9001', 'A4', 'App', 'C++', 'No.5', 'Excel', 'café', 'naïve', 'α',
    'Ω', 'Жук', 'MW·h', 'CO₂', 'x²', '½', 'GB/T 9704-2012', 'a_b@example.cn', "don't", 'R&D', 'data (raw)', 'i.e.', 'Qs. 1, 2',
    'https://example.cn/a?b=1', 'v1.0.3-rc2', 'internationalization', 'North–South',
    'Supercalifragilisticexpialidocious', 'H₂SO₄', 'm³/s', 'x⁻¹', 'Å', 'ﬁ', "e\x{301}", 'α-β', '1st', 'X-ray');
# Longer than a line.
my @LONG = ('https://example.cn/' . 'path/' x 14 . 'index.html', '0123456789' x 7, 'A' x 60, 'a-b-' x 25, 'x@' . 'mail.' x 16 . 'cn');
my @NUMBERS = ('2026年11月24日', '2026-11-24', '10:30', '1280.5万元', '1 280.5', '20%', '3‰', '-5℃', '±0.5mm', '100㎡', '1/3', '第12号',
    '3.5km', '12345678', '1,280.50', '5–8月', '3～5天', '①', '⑳', 'Ⅳ', '15°', '2×3', '≤10', '§5', '￥300', '$5', '第0371-63936965号',
    '二〇二六年', '30kg', '4K', '№7', '㈠', '⒈', '㎎', '％', 'Ａ', 'カタカナ', 'ひらがな', '⼀', '々', '〇', '㊣', '→', '★', '△', '１２', '−3');
my @PAUSES = (('，') x 12, ('、') x 6, ('；') x 2, '：', '——', '·', '～', '-', '/');
my @STOPS = (('。') x 10, '？', '！', '……', '？！', '。”');
my @PAIRS = (['“', '”'], ['“', '”'], ['《', '》'], ['（', '）'], ['（', '）'], ['〔', '〕'], ['【', '】'], ['「', '」'], ['『', '』'], ['[', ']'],
    ['(', ')'], ['〈', '〉'], ['‘', '’'], ['〖', '〗'], ['{', '}']);
my %INNER = ('“' => ['‘', '’'], '《' => ['〈', '〉'], '（' => ['〔', '〕']);
my @MARKS = qw(不断 专名 书名 着重 原样 nobreak proper book dot verbatim);

sub chance ($share) { return rand() < $share }
sub any (@list) { return $list[int rand @list] }
sub number ($least, $most) { return $least + int rand($most - $least + 1) }
sub name { return any(@NAMES) }

# ---- characters ----

my (@common, @rare);

# The Chinese characters that each role has a font for: those of the last fonts of every chain.
sub read_fonts ($folder) {
    my $of = sub ($file) {
        open my $from, '-|', 'fc-query', '--format=%{charset}', '--index=0', "$folder/$file" or die "fc-query: $!\n";
        my @found = map { /^(.+)-(.+)$/ ? (hex $1 .. hex $2) : hex } split ' ', <$from> // '';
        return grep { ($_ >= 0x3400 && $_ <= 0x9FFF) || $_ == 0x3007 || ($_ >= 0x20000 && $_ <= 0x2EBE0) } @found;
    };
    @common = $of->('FandolKai-Regular.otf');
    @rare = map { $of->($_) } qw(HanaMinA.ttf HanaMinB.ttf);
    die "no characters in the fonts of $folder\n" if !@common || @rare < 50_000;
    return;
}

sub _character { return chr any(@common) }
sub _rare { return chr any(@rare) }

# ---- words ----

# Chinese of about so many characters.
sub words ($count) {
    my $text = '';
    while (length $text < $count) {
        $text .= chance(0.04) ? _rare() : chance(0.1) ? _character() : any(@WORDS);
    }
    return $text;
}


# What Markdown could take for its own is escaped; other marks too, now and then.
sub escape ($text) {
    return $text =~ s/([\\`*_\[\]<>{}|&])/\\$1/gr =~ s/(?<!\\)([!#~"'(),.:;?@\/%=+\$-])/chance(0.03) ? "\\$1" : $1/ger;
}

sub plain ($text) { return [escape($text), $text] }

sub joined (@parts) { return [join('', map { $_->[0] } @parts), join('', map { $_->[1] } @parts)] }

sub _bracketed ($depth, $pair = any(@PAIRS)) {
    my $inner = plain(words(number(1, 9)));
    $inner = joined($inner, _bracketed($depth + 1, $INNER{$pair->[0]} // any(@PAIRS)), plain(words(number(1, 4))))
        if $depth < 3 && chance(0.3);
    return joined(plain($pair->[0]), $inner, plain($pair->[1]));
}

sub _clause {
    my @parts = plain(words(number(2, 14)));
    for (1 .. number(0, 2)) {
        push @parts, chance(0.3) ? plain(any(@LATIN)) : chance(0.01) ? plain(any(@LONG)) : chance(0.5) ? plain(any(@NUMBERS)) : _bracketed(1);
        push @parts, plain(words(number(1, 8))) if chance(0.8);
    }
    return joined(@parts);
}

# A sentence without anything but text.
sub sentence ($clauses = number(1, 4)) {
    my @parts = _clause();
    push @parts, plain(any(@PAUSES)), _clause() for 2 .. $clauses;
    return joined(@parts, plain(any(@STOPS)));
}

# ---- inline elements ----

sub _emphasised ($depth) {
    my $stars = chance(0.5) ? '*' : '**';
    my $inner = $depth < 2 && chance(0.25) ? joined(plain(words(2)), inline($depth + 1, $stars), plain(words(2))) : _clause_words();
    return ["$stars$inner->[0]$stars", $inner->[1]];
}

sub _clause_words { return plain(words(number(1, 9)) . (chance(0.2) ? any('，', '。', '、') . words(3) . any('。', '！', '') : '')) }

sub _link {
    return ['<https://example.cn/index>', 'https://example.cn/index'] if chance(0.2);
    my $text = _clause_words();
    return ["[$text->[0]](" . any('https://example.cn/a', 'mailto:name@example.cn', 'tel:12345678', 'http://example.cn/x(1)') . ')', $text->[1]];
}

sub _marked ($depth) {
    my $names = any(@MARKS);
    $names .= ' ' . any(@MARKS) if chance(0.2);
    my $inner = $depth < 2 && chance(0.25) ? joined(plain(words(2)), inline($depth + 1, ''), plain(words(2)))
        : plain(words(number(1, 8)) . (chance(0.1) ? any(@LATIN) : ''));
    return ["[$inner->[0]]{$names}", $inner->[1]];
}

# An element within text; within one of so many stars no other of these, which Markdown could not
# tell apart.
sub inline ($depth = 1, $stars = '') {
    return _marked($depth) if $stars ne '' || chance(0.4);
    return chance(0.6) ? _emphasised($depth) : $depth == 1 ? _link() : _marked($depth);
}

# Sentences with elements; what is put in, a list of functions, now and then returns a pair more. Lines
# of the source end where Markdown wants nothing for it.
sub paragraph ($sentences, @put_in) {
    my @parts = plain(words(3));
    for (1 .. $sentences) {
        push @parts, sentence(number(1, 3));
        push @parts, plain(words(2)), inline(), plain(words(2)) if chance(0.35);
        for my $more (@put_in) {
            my $pair = $more->() or next;
            push @parts, plain(words(2)), $pair;
        }
        push @parts, ["\n", ''], plain(words(2)) if chance(0.2);
        push @parts, ["\\\n", ''], plain(words(2)) if chance(0.02);
    }
    return joined(@parts, plain(words(2) . any('。', '。', '！', '”。', '……')));
}

1;
