# Inputs that are meant to hurt: the result is a PDF or a clean error, in bounded time and memory.
. "${0%/*}/survives.sh"

while IFS=$'\t' read -r name count piece; do
    survives "$count times $name" < <(times "$count" "$piece")
done <<'X'
x*	100000	x*
x_	100000	x_
[	100000	[
]	100000	]
![	50000	![
[](	50000	[](
[a](<b	20000	[a](<b
>	100000	>
> with blanks	50000	> 
**a	50000	**a 
*a_	50000	*a_ 
a**b and c*	20000	a**b c* 
backquotes of all lengths	50000	`a``
&amp;	50000	&amp;
<	100000	<
<!--	50000	<!--
<a	50000	<a 
backslash	100000	\
“	100000	“
blanks after a letter	100000	&nbsp;
two fonts by turns	25000	玥a甲
“ ”	50000	“”
（ ）	50000	（）
。	100000	。
——	50000	——
blank	100000	 
one Han	100000	国
one letter	100000	a
one digit	100000	7
combining accents	50000	́
a word and a blank	50000	ab 
Han and letters	50000	国a
1. on one line	20000	1. 
- on one line	20000	- 
|	100000	|
a|	100000	a|
|-	100000	|-
\\|	100000	\\|
{#a}	100000	{#a}
{#	100000	{#
[^a]	100000	[^a]
[^	100000	[^
[^a]: b in a line	100000	[^a]: b
![a](b)	900	![a](b)
X

survives 'lists nested 200 deep' < <(perl -e 'print "- " x $_, "a\n" for 1 .. 200')
survives 'an ordered list nested 2000 deep' < <(perl -e 'print "  " x $_, "1. a\n" for 0 .. 2000')
survives '2000 lines of quotes 50 deep' < <(perl -e 'print ">" x 50, " a\n" for 1 .. 2000')
survives '300000 blanks in a row' < <(perl -e 'print "a", "&#32;" x 300000, "a\n"')
survives '100000 lines in one paragraph' < <(perl -e 'print "a\n" x 100000')
survives 'a list of 3000' < <(perl -e 'print "1. a\n\n" x 3000')
survives '20000 link definitions' < \
    <(perl -e 'print "[a$_]: #x\n" for 1 .. 20000; print "[a$_]" for 1 .. 20000')
survives '5000 links in each other' < <(perl -e 'print "[" x 5000, "a", "](#b)" x 5000')
survives '20000 nested quotes and strong' < <(perl -e 'print "**“国" x 20000, "”**" x 20000')
survives '100000 line ends of CR' < <(perl -e 'print "\r" x 100000')
survives '20000 different Han' < \
    <(perl -CS -e 'print map { chr(0x4e00 + $_ % 20000), $_ % 97 ? "" : "\n\n" } 0 .. 19999')

findings() { # COUNT: a folder `many` with so many
    bulletin many <<<'正文。'
    mkdir many/1 && echo '# 方面' >many/1/index.md
    perl -e 'for (1 .. $ARGV[0]) { open my $f, ">", "many/1/$_.md";
        print $f "# 第$_项\n\n1. 措施一\n2. 措施二\n" }' "$1"
}
findings 2000
(ulimit -t $SECONDS_LIMIT; exec "$MKBULLETIN" build many -o many.pdf >.out 2>.err)
is '2000 findings' "$? $(cat .err)" '0 '
is '2000 findings are all there' \
    "$(pdftotext -raw many.pdf - | tr -d '\n' | grep -o '针对第[0-9]*项问题' | wc -l)" 2000

# Front matter: libyaml takes time in the square of the depth.
while IFS=$'\t' read -r name text; do
    rm -rf in && mkdir in
    printf -- "---\n%s\nsummary: %s\n---\n" "$FRONT" "$(perl -e "print $text")" >in/bulletin.md
    (ulimit -t 2; exec "$MKBULLETIN" build in --lang=en -o yaml.pdf >.out 2>.err)
    has "front matter: $name" "$? $(cat .err)" '1 ' 'error: ' ' [yaml]'
done <<'X'
60000 brackets	"[" x 60000
60000 braces	"{" x 60000
3000 lists in lists	"\n" . join "", map { " " x ($_ % 100) . "- " x 5 . "\n" } 1 .. 600
5000 anchors	"[" . join(", ", map { "&a$_ x" } 1 .. 5000) . "]"
X

bulletin pages < <(perl -e 'print "a\n\n" x 50000')
(ulimit -t $SECONDS_LIMIT; exec "$MKBULLETIN" build pages --lang=en -o pages.pdf >.out 2>.err)
has 'more than 2000 pages' "$? $(cat .err)" '1 ' 'error: more than 2000 pages [too-many-pages]'

# Four lines a page: so many paragraphs fill 2,000 pages, title, signature and date among them.
paged() { # COUNT: paragraphs
    bulletin paged < <(perl -e 'print "a\n\n" x $ARGV[0]' "$1")
    mkdir paged/templates
    cat >paged/templates/few.yaml <<'X'
name: few
extends: notice
description: {zh: 每面四行, en: Four lines a page}
grid: {lines: 4}
widow: 1
orphan: 1
X
    (ulimit -t $SECONDS_LIMIT
     exec "$MKBULLETIN" build paged --template few --template-path paged/templates --lang=en -o paged.pdf >.out 2>.err)
}
paged 7994
is 'as many as 2000 pages' "$? $(pdfinfo paged.pdf | grep '^Pages:' | tr -s ' ')" '0 Pages: 2000'
before=$(sha256sum paged.pdf)
paged 7995
has 'one more' "$? $(cat .err)" '1 ' 'error: more than 2000 pages [too-many-pages]'
is 'one more: the old file is kept' "$(sha256sum paged.pdf)" "$before"
done_testing
