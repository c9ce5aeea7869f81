# Texts that are meant to hurt the editorial rules: whatever they find, in bounded time and memory.
. "${0%/*}/survives.sh"
readonly LEVELS=' (error|warning|note): .* \[[a-z0-9-]+\]$'

# What is said is one line each, and the last says how much.
outlives() { # NAME COMMAND…
    local name=$1
    shift
    bounded "$@"
    [ "$status" = 0 ] || grep -qE "$LEVELS" .out .err || verdict+=' no message'
    if [ -z "$verdict" ]; then pass "$name"; else fail "$name" "$verdict $(head -c 500 .err)"; fi
}

checked() { # NAME: standard input is the opening of a bulletin
    bulletin in
    outlives "$1" "$MKBULLETIN" check in --lang=en --format=short
    rm -rf in
}

while IFS=$'\t' read -r name count piece; do
    checked "$count times $name" < <(times "$count" "$piece")
done <<'X'
（	100000	（
）	100000	）
(	100000	(
（）	50000	（）
“	100000	“
“”	50000	“”
"	50000	国"
《	100000	《
《》	100000	《》
《甲》	30000	《甲》
《甲》、	30000	《甲》、
、	100000	、
。	100000	。
，	100000	，
；	100000	；
：	100000	：
—	100000	—
…	100000	…
×	100000	×
7	100000	7
7.	50000	7.
7,	50000	7,
1-2	40000	1-2
５	100000	５
one letter	100000	a
@	100000	@
an e-mail	20000	a@b.cn 
an address	20000	http://a.cn 
one Han	100000	国
一	100000	一
〇	100000	〇
十	100000	十
年	100000	年
的的	100000	的的
监督	60000	监督
Han and blanks	50000	国 
Han and half-width commas	50000	国,
一是	20000	一是甲；
二是	20000	二是甲；
第一	40000	第一，
以下3个问题	20000	以下3个问题：
3个方面12个问题	10000	反馈的3个方面12个问题，
labels	15000	党群建设：甲；
dates	20000	2023年9月5日至
months	20000	9月5日，
percentages	20000	占5%、
rates	15000	从5%提高到
amounts	30000	5万元
counts	40000	5个
about so many	25000	近3余个
documents	15000	某发〔2023〕5号
short names	10000	《甲》（以下简称甲）
telephones	12000	电话：12345678，
群众王	40000	群众王
dashes for 一	30000	—是甲
X

checked '100000 different Han' < \
    <(perl -CS -e 'print map({ chr(0x4e00 + $_ * 7919 % 20000) } 0 .. 99999), "\n"')
checked '100000 lines in one paragraph' < <(times 100000 $'国\n')
checked '20000 paragraphs' < <(times 20000 $'区财政局于9月5日拨付5万元，一是甲。\n\n')
checked '20000 paragraphs with 3个问题' < <(times 20000 $'以下3个问题：\n\n')
checked '20000 items' < <(times 20000 $'1. 甲；\n\n')
checked '5000 rows' < \
    <(printf '| 甲 | 乙 |\n| --- | --- |\n'; times 5000 $'| 5万元 | 3个,4个 |\n')
checked '20000 comments that ignore' < \
    <(times 20000 $'<!-- mkbulletin-ignore half-width-mark: 引文 -->\n\n会议指出,要求。\n\n')
checked 'numbers beyond all bounds' <<<'其中甲占99999999%，乙占99999999999999999999%，其他占1%。检查10家，已整改9家，整改率99999999%。'
checked '10000 things to find' < <(times 10000 $'会议指出,要求。\n\n')

bulletin many <<<'正文。'
mkdir many/1 && echo '# 方面' >many/1/index.md
perl -e 'for (1 .. 2000) { open my $f, ">", "many/1/$_.md";
    print $f "# 第$_项工作不到位\n\n1. 责任单位：某局。措施一\n2. 措施二\n" }'
outlives '2000 findings with measures' "$MKBULLETIN" check many --lang=en --format=short

# --fix checks until there is nothing left to mend.
bulletin mended < <(times 5000 '会议指出,要求。')
outlives '5000 replacements' "$MKBULLETIN" check mended --fix --lang=en --format=short
is 'all are made' "$(grep -c ',要' mended/bulletin.md)" 0
done_testing
