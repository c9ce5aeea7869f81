package Checks;

# What must hold for a bulletin that was generated and built. Every fault is a line "rule: what is
# wrong"; the rules are the functions below.
use v5.36;
use utf8;
use Encode;
use File::Basename 'dirname';
use Unicode::Normalize 'NFKC';
use Conform;
use Pdf;
use PdfText;
use Ink;
use Writer;

my $TESTS = dirname(dirname(__FILE__));

# The seconds of a processor that a build may take: the first page, and each. Ten times what it takes
# here; a sanitizer's share is SLOWER in the environment.
my ($FIRST, $EACH) = map { $_ * ($ENV{SLOWER} // 1) } 1.5, 0.25;

sub _slurp ($path) {
    open my $file, '<:raw', $path or return '';
    local $/;
    return <$file> // '';
}

# Runs a command: status, standard output, standard error, seconds of a processor.
sub _run ($work, @command) {
    my @before = times;
    my $pid = fork // die "fork: $!\n";
    if (!$pid) {
        open STDOUT, '>', "$work/stdout" or die;
        open STDERR, '>', "$work/stderr" or die;
        exec @command or exit 127;
    }
    waitpid $pid, 0;
    my $status = $? & 127 ? "signal $?" : $? >> 8;
    my @after = times;
    return ($status, _slurp("$work/stdout"), _slurp("$work/stderr"), $after[2] + $after[3] - $before[2] - $before[3]);
}

# ---- builds ----

# Builds everything that the rules look at. Returns the faults.
sub build ($it) {
    my ($work, $program, @source) = (@$it{qw(work program)}, @{$it->{build}});
    my ($status, undef, $said, $seconds) = _run($work, $program, 'build', @source, '--lang=en', '-o', "$work/a.pdf");
    $it->{said} = $said;
    return "build: status $status: " . decode_utf8($said) =~ s/\n/ | /gr if $status ne 0;
    $it->{seconds} = $seconds;
    local @ENV{qw(LC_ALL TZ HOME)} = ('zh_CN.UTF-8', 'Asia/Shanghai', '/nonexistent');
    my @faults;
    for (['-o', "$work/b.pdf"], ['-o', "$work/a.txt"], ['-o', "$work/a.html"], ['-o', "$work/a.md"]) {
        my ($status, undef, $said) = _run($work, $program, 'build', @source, @$_);
        # A file cannot say all that a folder can; then it says so.
        next if $_->[1] =~ /md$/ && $status eq 1 && $said =~ /not-in-one-file/;
        push @faults, "build: status $status of $_->[1]: " . decode_utf8($said) =~ s/\n/ | /gr if $status ne 0;
    }
    for my $stage (qw(lines pages)) {
        my ($status, $dump) = _run($work, $program, 'build', @source, "--stop-after=$stage");
        push @faults, "build: status $status of the $stage" if $status ne 0;
        open my $file, '>:raw', "$work/$stage" or die "$stage: $!\n";
        print {$file} $dump;
    }
    return @faults;
}

# ---- the rules ----

sub check_time ($it) {
    my $pages = @{$it->{characters}};
    my $limit = $FIRST + $EACH * $pages;
    return $it->{seconds} > $limit ? sprintf 'time: %.2f s for %d pages', $it->{seconds}, $pages : ();
}

sub check_twice ($it) {
    my $first = _slurp("$it->{work}/a.pdf");
    my @faults;
    push @faults, 'twice: the second build has other bytes' if $first ne _slurp("$it->{work}/b.pdf");
    return @faults if !-e "$it->{work}/a.md";
    my @options = grep { /^--/ } @{$it->{build}};
    my ($status, undef, $said) = _run($it->{work}, $it->{program}, 'build', "$it->{work}/a.md", @options, '-o', "$it->{work}/c.pdf");
    push @faults, "twice: status $status of the Markdown: " . decode_utf8($said) =~ s/\n/ | /gr if $status ne 0;
    push @faults, 'twice: the Markdown that was written gives other bytes' if $status eq 0 && $first ne _slurp("$it->{work}/c.pdf");
    return @faults;
}

# The readers have nothing to say.
sub check_readers ($it) {
    my $pdf = "$it->{work}/a.pdf";
    my ($status, $out, $said) = _run($it->{work}, 'qpdf', '--check', $pdf);
    my @faults = $status eq 0 && $said eq '' ? () : "readers: qpdf: $said";
    ($status, $out, $said) = _run($it->{work}, 'mutool', 'draw', '-q', '-F', 'stext', $pdf);
    $said =~ s/^warning: ICC support is not available\n//;
    push @faults, "readers: mutool: $status $said" if $status ne 0 || $said ne '';
    $it->{characters} = [Ink::read_characters(decode_utf8($out))];
    ($status, $it->{pixels}, $said) = _run($it->{work}, 'pdftoppm', '-r', Ink::PPI(), '-gray', $pdf);
    push @faults, "readers: pdftoppm: $status $said" if $status ne 0 || $said ne '';
    ($status, $it->{raw}, $said) = _run($it->{work}, 'pdftotext', '-raw', '-enc', 'UTF-8', $pdf, '-');
    push @faults, "readers: pdftotext: $status $said" if $status ne 0 || $said ne '';
    return @faults;
}

sub check_standards ($it) {
    $it->{pdf} = Pdf->new("$it->{work}/a.pdf");
    return map { "standards: $_" } Conform::faults_of($it->{pdf}, 'a-2a+ua-1');
}

sub check_ink ($it) {
    my $own = $it->{made}{own} // '';
    return Ink::faults(\$it->{pixels}, $it->{characters}, mirror => scalar($own =~ /mirror: true/), letter => $it->{made}{template} eq 'letter');
}

sub check_lines ($it) {
    my $work = $it->{work};
    my (undef, $fonts) = _run($work, 'pdffonts', "$work/a.pdf");
    for (['raw', $it->{raw}], ['fonts', $fonts]) {
        open my $file, '>:raw', "$work/$_->[0]" or die "$_->[0]: $!\n";
        print {$file} $_->[1];
    }
    my ($status, $said, $err) = _run($work, 'perl', "$TESTS/cases/invariants.pl", (map { "$work/$_" } qw(lines pages raw fonts)), "$TESTS/../fonts/manifest",
        grep { ($it->{made}{own} // '') =~ /\b$_\b/ } qw(mirror strict));
    return map { "lines: $_" } split /\n/, decode_utf8($said . $err);
}

# ---- text ----

sub _bare ($text) { return $text =~ s/[\s\x{3000}]+//gr }

sub _differ ($name, $got, $wanted) {
    return if $got eq $wanted;
    my $at = 0;
    $at++ while $at < length $got && $at < length $wanted && substr($got, $at, 1) eq substr($wanted, $at, 1);
    my $from = $at > 10 ? $at - 10 : 0;
    return sprintf 'text: %s at %d: “%s” where the text is “%s”', $name, $at, substr($got, $from, 40), substr($wanted, $from, 40);
}

# Without an order, what is too much or too little of each character.
sub _counted ($name, $got, $wanted) {
    my %count;
    $count{$_}++ for split //, $got;
    $count{$_}-- for split //, $wanted;
    my @off = grep { $count{$_} } sort keys %count;
    return @off ? "text: $name: " . join ' ', map { sprintf '%s%+d', $_, $count{$_} } @off : ();
}

my $NUMERAL = '[0-9一二三四五六七八九十]';
# What a number or a reference may come to, with the mark that ends the item before it.
my $NUMBER = qr/(?:[；。]?(?:附件|[表图第（）部分项点小.、0-9一二三四五六七八九十\-]|\p{No})*)/;
my $ADDED = qr/★[0-9]+(?:年|个月)|[；。，、：.（）★ー]|针对|问题。|关于|的情况。|联系方式：|电话|电子邮箱|地址|邮编|受理时间|联系人|附件|出席：|请假：|列席：|抄送：|主送：|签发人：
    |印发|文件|会议纪要|令|[0-9]{4}年[0-9]+月[0-9]+日|[一二三四五六七八九十]+是|$NUMERAL|绝密|[机秘]密|特急|加急|号|\p{No}/x;

# The generator's own texts, in its order, are all that the plain text has beside the template's words
# and numbers; of a ledger, which is made of them, only what is there is looked at.
sub _check_said ($it, $text) {
    my $made = $it->{made};
    my @values = map { quotemeta _bare($_) } sort { length $b <=> length $a } @{$made->{values}}, @{$made->{allowed}}, map { $_->{title}[1] } @{$made->{annexes}};
    my $values = join '|', grep { $_ ne '' } @values;
    my $ledger = grep { $_->{ledger} } @{$made->{annexes}};
    my (@faults, $at);
    $at = 0;
    # Numbers at an end are looked for between the texts, where they cannot take what is of the next.
    for my $said (grep { $_ ne '' } map { s/^\0+|\0+$//gr } map { _bare($_) } Writer::said($made)) {
        my $pattern = join $NUMBER, map { quotemeta } split /\0/, $said;
        pos($text) = $at;
        if ($text !~ /\G(.*?)$pattern/gcs) {
            push @faults, 'text: not in the plain text, or not here: ' . substr $said, 0, 60;
            next;
        }
        $at = pos $text;
        my $added = $1 =~ s/^(?:$values|$ADDED|$NUMBER)*//r;
        push @faults, "text: the plain text has more: $added" if $added ne '' && !$ledger;
    }
    my $rest = substr($text, $at) =~ s/^(?:$values|$ADDED|$NUMBER)*//r;
    push @faults, "text: the plain text has more: $rest" if $rest ne '' && !$ledger;
    return @faults;
}

# Recipients for whom the first page has no room stand in the imprint of the pages, and in the plain
# text at its head: there they are put.
sub _recipients_back ($it, $text) {
    return $text if $it->{said} !~ /\[recipients-moved\]/;
    my $recipients = join '、', @{$it->{made}{recipients}};
    my $title = _bare($it->{made}{title});
    $text =~ s/主送：\Q$recipients\E。// or return $text;
    return $text =~ s/\Q$title\E\K/$recipients：/r;
}

# Plain text, PDF by its tree, PDF as its pages have it, and HTML say the same. White space does not
# count; notes stand at the end of plain text and HTML, and of the tree's text.
sub check_text ($it) {
    my $made = $it->{made};
    my $plain = decode_utf8(_slurp("$it->{work}/a.txt"));
    my $tree = PdfText::read_text($it->{pdf});
    my ($body, $notes) = ($plain, '');
    ($body, $notes) = ($1, $2) if @{$made->{notes}} && $plain =~ /^(.*?\n)\n(①　.*)$/s;
    my @faults = _check_said($it, _bare($body));
    for my $note (map { _bare($_) } @{$made->{notes}}) {
        my $pattern = join $NUMBER, map { quotemeta } split /\0/, $note, -1;
        push @faults, "text: no note: $note" if _bare($notes) !~ /$pattern/;
    }
    # A seal is told of after the name that it is put on; in plain text it is not.
    my $heard = $tree->{body} =~ s/［图片：[^］]*(?:印章|签名章)］//gr;
    push @faults, _differ('the tree of the PDF', _recipients_back($it, _bare($heard)), _bare($body));
    push @faults, _counted('the notes in the PDF', _bare($tree->{notes}), _bare($notes));
    push @faults, "text: in no element of the tree: $tree->{lost}" if $tree->{lost} ne '';
    push @faults, _check_artifacts($made, $tree->{artifacts});
    # Alternative texts are heard and not seen.
    my $seen = _bare($tree->{body}) =~ s/［图片：.*?］//gr . _bare($tree->{notes} . $tree->{artifacts});
    push @faults, _counted('what poppler reads', _bare(decode_utf8($it->{raw}) =~ s/\f//gr), $seen);
    # MuPDF takes ligatures and accents apart or together, and reads no ActualText, which tells ⼀ from 一.
    push @faults, _counted('what MuPDF reads', _bare(NFKC(join '', map { $_->{c} } map { @$_ } @{$it->{characters}})), _bare(NFKC($seen)));
    my ($status, $html) = _run($it->{work}, 'perl', "$TESTS/web/html.pl", 'text', "$it->{work}/a.html");
    push @faults, _differ('the HTML', _bare(decode_utf8($html)), _bare($plain =~ s/^［图片：.*］$//gmr));
    return @faults;
}

# What is no part of the text is page numbers, and what a table repeats on its next page,
# a footnote of its head among it.
sub _check_artifacts ($made, $text) {
    my $heads = join '|', map { join $NUMBER, map { quotemeta } split /\0/, _bare($_), -1 } sort { length $b <=> length $a } @{$made->{heads} // []}, @{$made->{notes}}, qw(序号 问题 整改措施 责任单位 整改时限 整改状态 完成日期);
    my $left = _bare($text) =~ s/^(?:—[0-9]+—|续表[0-9]*|\p{No}|$heads)*//r;
    return $left eq '' ? () : "text: an artifact: $left";
}

sub check_html ($it) {
    my ($status, $said, $err) = _run($it->{work}, 'perl', "$TESTS/web/html.pl", 'check', "$it->{work}/a.html");
    return map { "html: $_" } split /\n/, decode_utf8($said . $err);
}

# All rules, of {work, program, build: source and options, made}: `judge` those of what is built.
sub judge ($it) {
    return (check_readers($it), check_standards($it), check_time($it), check_twice($it), check_ink($it), check_lines($it), check_text($it),
            check_html($it));
}

sub faults ($it) {
    my @faults = build($it);
    return @faults ? @faults : judge($it);
}

1;
