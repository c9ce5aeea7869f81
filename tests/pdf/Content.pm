package Content;

# Reads content streams (ISO 32000-1 7.8.2), with the forms that they draw.
use strict;
use warnings;

# The operators of ISO 32000-1 annex A.
my %KNOWN = map { $_ => 1 } split ' ', q(
    b B b* B* BDC BI BMC BT BX c cm cs CS d d0 d1 Do DP EI EMC ET EX f F f* g G gs h i ID j J k K l m M
    MP n q Q re rg RG ri s S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' ");

my %ESCAPED = (n => "\n", r => "\r", t => "\t", b => "\b", f => "\f");

# The string in parentheses at the place of the match.
sub _string
{
    my ($text) = @_;
    my ($out, $depth) = ('', 1);
    while ($$text =~ /\G(?:([^\\()]+)|\\([0-7]{1,3})|\\(\r\n?|\n)|\\(.)|([()]))/gcs) {
        if (defined $1) { $out .= $1 }
        elsif (defined $2) { $out .= chr(oct($2) & 255) }
        elsif (defined $4) { $out .= $ESCAPED{$4} // $4 }
        elsif (defined $5) {
            $depth += $5 eq '(' ? 1 : -1;
            return $out if $depth == 0;
            $out .= $5;
        }
    }
    die "a string has no end\n";
}

sub _dictionary
{
    my ($items) = @_;
    die "a dictionary of an odd number\n" if @$items % 2;
    my %pairs = @$items;
    return \%pairs;
}

# Calls the function with each operator and its operands: numbers, names with "/", references to
# bytes of strings, array and hash references. Dies where it is no content.
sub operators
{
    my ($text, $function) = @_;
    my (@operands, @outer, @kind);
    pos($text) = 0;
    while ($text !~ /\G[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*\z/gc) {
        $text =~ /\G(?:[\0\t\n\f\r ]+|%[^\r\n]*)/gc and next;
        if ($text =~ /\G([+-]?(?:\d+\.?\d*|\.\d+))(?![^\0\t\n\f\r \[\]<>(){}\/%])/gc) {
            push @operands, $1;
        } elsif ($text =~ m{\G/([^\0\t\n\f\r ()<>\[\]{}/%]*)}gc) {
            push @operands, '/' . $1 =~ s/#([0-9A-Fa-f]{2})/chr hex $1/ger;
        } elsif ($text =~ /\G\(/gc) {
            push @operands, \_string(\$text);
        } elsif ($text =~ /\G(?:<<|\[)/gc) {
            push @outer, [@operands];
            push @kind, substr $text, pos($text) - 1, 1;
            @operands = ();
        } elsif ($text =~ /\G<([0-9A-Fa-f\0\t\n\f\r ]*)>/gc) {
            my $digits = $1 =~ s/[^0-9A-Fa-f]//gr;
            $function->('odd-hexadecimal', []) if length($digits) % 2;
            push @operands, \pack('H*', $digits);
        } elsif ($text =~ /\G(?:>>|\])/gc) {
            die "what ends here has not begun\n" if !@outer;
            my $inner = pop(@kind) eq '[' ? [@operands] : _dictionary(\@operands);
            @operands = (@{pop @outer}, $inner);
        } elsif ($text =~ /\G([^\0\t\n\f\r ()<>\[\]{}\/%]+)/gc) {
            my $word = $1;
            if ($word =~ /^(?:true|false|null)$/) {
                push @operands, $word;
                next;
            }
            if ($word eq 'ID') {
                $text =~ /\G[\0\t\n\f\r ].*?[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\z)/gcs
                    or die "a picture has no end\n";
            }
            $function->($word, [@operands]);
            @operands = ();
        } else {
            die 'what is this: ' . substr($text, pos($text) // 0, 20) . "\n";
        }
    }
    die "operands without an operator\n" if @operands || @outer;
    return;
}

sub is_known { return $KNOWN{$_[0]} }

# The bytes of all content of a page.
sub of_page
{
    my ($pdf, $page) = @_;
    my $content = $pdf->{objects}{"obj:$page"}{value}{'/Contents'};
    my @streams = $pdf->is_stream($content) ? $content : $pdf->list($content);
    return join "\n", map { $pdf->data($_) // '' } @streams;
}

# Calls the function with each operator of all pages and of the forms, soft masks and patterns that
# they paint with: the operator, its operands, the resources, and a name for the place. A form is
# read once for all places that it is drawn at. All is read at the first call, and kept.
sub walk
{
    my ($pdf, $function) = @_;
    my (%seen, $number);
    if (!$pdf->{content}) {
        $pdf->{content} = [];
        for my $page ($pdf->pages) {
            $number++;
            my $resources = $pdf->inherited($page, '/Resources');
            _walk($pdf, of_page($pdf, $page), $resources, "page $number", \%seen);
        }
    }
    $function->(@$_) for @{$pdf->{content}};
    return;
}

sub _walk
{
    my ($pdf, $text, $resources, $place, $seen) = @_;
    my @forms;
    eval {
        operators(
            $text,
            sub {
                my ($operator, $operands) = @_;
                push @{$pdf->{content}}, [$operator, $operands, $resources, $place];
                my $inner = _inner($pdf, $operator, $operands, $resources) or return;
                push @forms, $inner if !$seen->{$inner}++;
            }
        );
        1;
    } or $pdf->fault('ISO 19005-2 6.2.2', "$place: " . $@ =~ s/\n//r);
    for my $form (@forms) {
        _walk($pdf, $pdf->data($form), $pdf->get($form, '/Resources'), "object $form", $seen);
    }
    return;
}

# The form, mask or pattern that an operator leads to.
sub _inner
{
    my ($pdf, $operator, $operands, $resources) = @_;
    my $name = $operands->[-1] // '';
    my $entry;
    if ($operator eq 'Do') {
        $entry = ($pdf->get($resources, '/XObject') // {})->{$name};
        return undef if $pdf->name($entry, '/Subtype') ne '/Form';
    } elsif ($operator eq 'gs') {
        my $mask = $pdf->get($resources, '/ExtGState', $name, '/SMask');
        $entry = ref $mask eq 'HASH' ? $mask->{'/G'} : undef;
    } elsif ($operator eq 'scn' || $operator eq 'SCN') {
        $entry = ($pdf->get($resources, '/Pattern') // {})->{$name};
    }
    return $pdf->is_stream($entry) ? $entry : undef;
}

1;
