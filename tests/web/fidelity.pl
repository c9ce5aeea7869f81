#!/usr/bin/perl
# Whether outputs say what the model says: fidelity.pl MODEL PDF-TEXT TEXT HTML-TEXT
#
# MODEL is the dump of the model; the others are texts of the outputs. Prints one line a breach. All
# is compared without white space.
#
# 1. Every text of the model is in the plain text, in its order; what stands between is the
#    template's (numbers, lead-ins, marks) or a value of the front matter.
# 2. HTML says what the plain text says, character by character.
# 3. The PDF does, but for page numbers; its notes stand on their pages.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

sub slurp
{
    my ($path) = @_;
    open my $file, '<', $path or die "$path: $!\n";
    local $/;
    return <$file> // '';
}

sub bare
{
    my ($text) = @_;
    $text =~ s/\s+//g;
    return $text;
}

sub unquote
{
    my ($text) = @_;
    $text =~ s/\\n/\n/g;
    $text =~ s/\\(.)/$1/g;
    return bare($text);
}

sub first_difference
{
    my ($name, $got, $wanted) = @_;
    return if $got eq $wanted;
    my $at = 0;
    $at++ while $at < length $got && $at < length $wanted && substr($got, $at, 1) eq substr($wanted, $at, 1);
    printf "%s differs at %d: '%s' instead of '%s'\n", $name, $at, substr($got, $at, 30), substr($wanted, $at, 30);
}

my ($model, $pdf, $text, $html) = map { slurp($_) } @ARGV;

# ---- 1 ----

my (@pieces, %values);
for (split /\n/, $model) {
    my ($indent, $kind, $rest) = /^( *)([a-z-]+) ?(.*)$/ or next;
    if ($kind eq 'text' && $rest =~ /^"((?:[^"\\]|\\.)*)"/) {
        push @pieces, unquote($1);
    } elsif ($kind =~ /^(?:heading|finding|measure|annex)$/ && $rest =~ /(?:^| )"((?:[^"\\]|\\.)*)" \S+$/) {
        # A title of several runs has each of them below it.
        push @pieces, unquote($1);
        $values{ $pieces[-1] } = 1 if $kind eq 'annex';    # the list of annexes has it too
    } elsif ($kind eq 'title' && $rest eq '') {
        pop @pieces;
    } elsif ($indent eq '' && $rest =~ /"((?:[^"\\]|\\.)*)"/) {
        $values{ unquote($1) } = 1;
        push @pieces, unquote($1) if $kind eq 'title' && index(bare($text), unquote($1)) >= 0;
    } elsif ($kind =~ /^(?:date|printed-on)$/ && $rest =~ /^(\d+)-0?(\d+)-0?(\d+)/) {
        $values{"$1年$2月$3日"} = 1;
    }
    $values{ unquote($1) } = 1 if $kind =~ /^(?:alternative|person|phone|email|hours|postcode|address)$/ && $rest =~ /"((?:[^"\\]|\\.)*)"/;
    $values{ unquote($1) } = 1 while $rest =~ / label="((?:[^"\\]|\\.)*)"/g;
}

my $words = join '|', map { quotemeta } sort { length $b <=> length $a || $a cmp $b } keys %values, qw(
    针对 问题。 联系方式： 电话 电子邮箱 地址 邮编 受理时间 联系人 附件： 附件 出席： 请假： 列席： 抄送： 签发人：
    ［图片： ］ 印发 文件 会议纪要 令 是 号 （ ） 、 。 ； ， ： . ★ 表 图 页), ('一' .. '一'), qw(一 二 三 四 五 六 七 八 九 十),
    (0 .. 9), map { chr } 0x2460 .. 0x2473;
my ($at, $all) = (0, bare($text));
my @added;
for my $piece (grep { $_ ne '' } @pieces) {
    my $found = index $all, $piece, $at;
    if ($found < 0) {
        print "lost, or out of order: $piece\n";
        next;
    }
    push @added, substr $all, $at, $found - $at;
    $at = $found + length $piece;
}
push @added, substr $all, $at;
for my $added (@added) {
    (my $left = $added) =~ s/\G(?:$words)//g;
    print "added: '$left' of '$added'\n" if $left ne '' && $model !~ /^  ledger /m;
}

# ---- 2, 3 ----

(my $shown = $text) =~ s/^［图片：.*］$//mg;    # told in words, shown elsewhere
first_difference('HTML', bare($html), bare($shown));

$pdf =~ s/^\s*— \d+ —\s*$//mg;
$pdf = bare($pdf);
$pdf =~ s/★// if $shown !~ /★/;
if ($model !~ /^note /m) {
    first_difference('PDF', $pdf, bare($shown));
} else {
    my ($a, $b) = map { join '', sort split //, $_ } $pdf, bare($shown);
    first_difference('PDF, characters counted,', $a, $b);
}
