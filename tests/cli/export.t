# mkbulletin export: the ledger as CSV and JSON.
. "${0%/*}/../lib.sh"
SCHEMA=$ROOT/docs/ledger.schema.json
CHECK=$ROOT/tests/cli/json_schema.pl

valid() { # NAME FILE
    local said
    if said=$(perl "$CHECK" "$SCHEMA" "$2" 2>&1); then pass "$1"; else fail "$1" "$said"; fi
}
at() { # FILE PATH: one value of a JSON file, as perl writes it
    perl -MJSON::PP -e 'my ($file, $path) = @ARGV; open my $in, "<:raw", $file; local $/;
        my $value = JSON::PP->new->utf8->decode(<$in>);
        $value = ref $value eq "ARRAY" ? $value->[$_] : $value->{$_} for split /\./, $path;
        print JSON::PP->new->utf8->allow_nonref->canonical->encode($value)' "$1" "$2"
}

bulletin in <<<'正文。'
mkdir in/1-a in/1-a/3-x in/annexes
printf -- '---\nid: study\n---\n# 学习**方面**\n' >in/1-a/index.md
cat >in/1-a/1.md <<'X'
---
id: pay
status: done
责任单位: 办公室、综合科
due: 2023-08-31
completed: 2023-06-08
---
# 补助*不当*，“多发”

1. 退回[](#study)所列款项。
2. 修订办法：
   1. 明确标准
   2. 公开结果
X
printf -- '---\nstatus: planned\nresponsible: 财务科\ndue: 2023-05-01\n---\n# 台账不全\n\n说明。\n' >in/1-a/2.md
printf -- '---\nkind: finding\nid: x\n---\n# 整改不力\n' >in/1-a/3-x/index.md
printf -- '---\nid: x1\nstatus: done\nresponsible: 综合科\ndue: 2023-05-01\n---\n# 主题句\n\n甲。\n\n乙。\n' >in/1-a/3-x/1.md
printf -- '---\nstatus: ongoing\nresponsible: 办公室\n---\n丙' >in/1-a/3-x/2.md
printf '# 没有措施，没有状态\n' >in/2.md
printf -- '---\ndraft: true\n---\n# 草稿\n' >in/3.md
cat >in/annexes/1.md <<'X'
---
编号: tz
类型: 台账
栏目: [状态, 问题, 序号]
责任单位: 办公室
排序: 状态
合计: 是
---
# 办公室台账
X

# --- CSV ---

mkb export in -q -o ledger.csv
is 'exit status' "$status$out$err" 0
printf '\xEF\xBB\xBF序号,问题,整改措施,责任单位,整改时限,整改状态,完成日期\r
1,补助不当，“多发”,"1.退回一所列款项。
2.修订办法：（1）明确标准；（2）公开结果",办公室、综合科,2023-08-31,已完成,2023-06-08\r
2,台账不全,,财务科,2023-05-01,未启动,\r
3,整改不力,"1.主题句。甲。
乙。
2.丙",综合科、办公室,,推进中,\r
4,没有措施，没有状态,,,,,\r\n' >wanted.csv
same_files 'CSV: BOM, CRLF, quotes, measures each on a line, dates ISO' wanted.csv ledger.csv
mkb export in -q --ledger tz -o chosen.csv
printf '\xEF\xBB\xBF整改状态,问题,序号\r\n推进中,整改不力,3\r\n已完成,补助不当，“多发”,1\r\n' >wanted.csv
same_files '--ledger: columns, filter and order of the annex' wanted.csv chosen.csv

bulletin odd <<<'正文。'
printf '# =1+1\n' >odd/1.md
printf '# "甲"，乙\n\n1. =2\n' >odd/2.md
printf '# @甲\n' >odd/3.md
printf '# －乙,"丙"\n' >odd/4.md
printf '# ＝丁\n\n1. \\+86\n' >odd/5.md
printf '# \\-戊-己=庚\n' >odd/6.md
mkb export odd -o odd.csv
is 'a cell that begins as a formula does gets an apostrophe' \
    "$(tail -n +2 odd.csv | tr -d '\r' | sed 's/,*$//')" "1,\"'=1+1\"
2,\"\"\"甲\"\"，乙\",\"'=2\"
3,\"'@甲\"
4,\"'－乙,\"\"丙\"\"\"
5,\"'＝丁\",\"'+86\"
6,\"'-戊-己=庚\""
mkb export odd -o odd.json
is 'JSON has it as it is' "$(at odd.json findings.0.finding)" '"=1+1"'

bulletin refs <<<'正文。'
printf -- '---\nid: a\n---\n# 甲\n\n1. 见[](#a)[^1]。\n\n[^1]: 脚注。\n' >refs/1.md
mkb export refs -o refs.csv
is 'references as the numbers that they set; no footnotes' \
    "$status $err$(tail -n 1 refs.csv | tr -d '\r')" '0 1,甲,见1。,,,,'

# --- JSON ---

mkb export in -q -o ledger.json
is 'JSON: exit status' "$status$out$err" 0
valid 'JSON keeps to the schema' ledger.json
is 'bulletin' "$(at ledger.json bulletin)" \
    '{"date":"2023-09-15","id":null,"issuers":["某某街道办事处"],"title":"关于检查情况的通报"}'
is 'a finding' "$(at ledger.json findings.0)" '{"completed":"2023-06-08","due":"2023-08-31",'\
'"finding":"补助不当，“多发”","headings":["学习方面"],"id":"pay","measures":['\
'{"completed":null,"due":null,"id":null,"number":1,"responsible":null,"status":null,'\
'"status_name":null,"text":"退回一所列款项。"},{"completed":null,"due":null,"id":null,"number":2,'\
'"responsible":null,"status":null,"status_name":null,'\
'"text":"修订办法：（1）明确标准；（2）公开结果"}],"number":1,"responsible":"办公室、综合科",'\
'"status":"done","status_name":"已完成"}'
is 'measures in files have their own' "$(at ledger.json findings.2.measures.0)" \
    '{"completed":null,"due":"2023-05-01","id":"x1","number":1,"responsible":"综合科",'\
'"status":"done","status_name":"已完成","text":"主题句。甲。\n乙。"}'
is 'totals' "$(at ledger.json totals)" \
    '{"all":4,"done":1,"none":1,"ongoing":1,"planned":1,"standing":0}'
is 'no ledger chose' "$(at ledger.json ledger)" null
mkb export in -q --ledger=tz -o chosen.json
valid 'with --ledger too' chosen.json
is 'which ledger chose' "$(at chosen.json ledger)" \
    '{"id":"tz","order":"status","responsible":"办公室","status":[],"title":"办公室台账"}'
is 'its findings' "$(at chosen.json findings.0.number)$(at chosen.json findings.1.number)" 31
is 'its totals' "$(at chosen.json totals.all)" 2
mkb export "$CONTENT" -o content.json
valid 'content/ keeps to the schema' content.json
is 'every finding of content/ is there' "$(at content.json totals.all)" \
    "$("$MKBULLETIN" "$CONTENT" --stop-after=model | grep -c '^ *finding ')"

# The check of the schema can fail.
for change in 's/"number": 1,/"number": "1",/' 's/"status": "done"/"status": "finished"/' \
    's/"due": "2023-08-31"/"due": "2023年8月31日"/' '/"headings"/s/headings/heading/' \
    's/"version": 1/"version": 2/' 's/"text": "丙"/"text": null/'; do
    sed "$change" ledger.json >broken.json
    ok "refused: $change" bash -c '! cmp -s ledger.json broken.json && ! perl "$0" "$1" broken.json' \
        "$CHECK" "$SCHEMA"
done

# --- where it goes ---

mkb export in -q -o -
is '-o -: JSON' "$status$(cmp .out ledger.json 2>&1)" 0
mkb export in -q -o /dev/stdout
is '/dev/stdout: JSON' "$status$(cmp .out ledger.json 2>&1)" 0
mkb export in -q --as csv -o -
is '--as csv' "$status$(cmp .out ledger.csv 2>&1)" 0
mkb export in -q --as=json -o ledger.txt
is '--as json, whatever the name' "$status$(cmp ledger.txt ledger.json 2>&1)" 0
mkb export in -q -o LEDGER.CSV
is 'the ending in capitals' "$status$(cmp LEDGER.CSV ledger.csv 2>&1)" 0
TZ=Asia/Shanghai LC_ALL=zh_CN.UTF-8 "$MKBULLETIN" export in -q -o other.json
TZ=America/Lima LC_ALL=C HOME=/nowhere "$MKBULLETIN" export in -q -o other.csv
same_files 'the same bytes in another place' other.json ledger.json
same_files 'of CSV as well' other.csv ledger.csv
cp in/2.md before.md
mkb export in --as csv --lang=en -o in/2.md
has 'a source is not overwritten' "$status $err" "2 error: output 'in/2.md' would replace a source"
same_files 'the source stands' in/2.md before.md
mkb export in -q --lang=en -o nowhere/ledger.csv
has 'no such folder' "$status $err" "3 error: the output folder 'nowhere' does not exist"
mkb export in -q --lang=en --as csv -o /dev/full
has 'a full device' "$status $err" "3 error: cannot write '/dev/full': No space left on device"

# --- what is wrong ---

# Refused as a build is: both languages, the old file stands.
not_exported() { # NAME STATUS ZH EN ARGUMENT…
    local name=$1 wanted=$2 zh=$3 en=$4
    shift 4
    rm -rf out && mkdir out && echo old >out/old.csv
    mkb export "$@" --lang=zh
    has "$name (zh)" "$status $err" "$wanted " "$zh"
    mkb export "$@" --lang=en
    has "$name (en)" "$status $err" "$wanted " "$en"
    is "$name: nothing is written" "$out$(ls -A out)$(cat out/old.csv)" old.csvold
}
bulletin bad <<<'正文。'
printf -- '---\nstatus: finished\n---\n# 问题\n' >bad/1.md
not_exported 'faults in the text' 1 'bad/1.md:2:9: 错误：“status”不能是“finished” [bad-value]' \
    "bad/1.md:2:9: error: 'status' cannot be 'finished' [bad-value]" bad -o out/old.csv
not_exported 'an unknown ledger' 2 '错误：没有编号为“tzz”的台账附件 [usage]
  = 办法：台账附件的编号：tz' "error: no annex of kind ledger has the id 'tzz' [usage]
  = hint: the ids of ledgers: tz" in --ledger tzz -o out/old.csv
not_exported 'a ledger where none has an id' 2 '办法：请在台账附件的文件头写“编号”' \
    'hint: give the annex an id in its front matter' odd --ledger tz -o out/old.csv
not_exported 'another ending' 2 '错误：不知道怎样写“out/old.xls” [output-format]
  = 办法：文件名以 .csv 或 .json 结尾，或用 --as 指明' "error: cannot tell what to write to 'out/old.xls'" \
    in -o out/old.xls
not_exported 'no output' 2 '办法：例如：mkbulletin export content -o ledger.csv' \
    'hint: for example: mkbulletin export content -o ledger.csv' in
not_exported 'no source' 2 '错误：没有指明源文件夹' 'error: no source folder is given' -o out/old.csv
not_exported 'two sources' 2 '错误：多余的参数“odd”' "error: 'odd' is one argument too many" \
    in odd -o out/old.csv
not_exported 'an unknown format' 2 '错误：选项“--as”不能是“xls”' "error: option '--as' cannot be 'xls'" \
    in --as xls -o out/old.csv
not_exported "another command's option" 2 '错误：选项“--ppi”不能与 export 同用' \
    "error: option '--ppi' cannot go with export" in --ppi 100 -o out/old.csv
mkb build in --ledger tz -o out.pdf --lang=en
has 'nor has build what is for export' "$status $err" "2 error: option '--ledger' cannot go with build"
not_exported 'no such template' 1 '错误：没有名为“notise”的模板' "error: there is no template 'notise'" \
    in --template notise -o out/old.csv
not_exported 'no such folder' 3 '错误：找不到“nothing”' "error: cannot find 'nothing'" \
    nothing -o out/old.csv

# --- nothing to write ---

bulletin none <<<'正文。'
mkb export none --lang=zh -o none.csv
is 'no finding (zh)' "$status $err" '0 说明：没有问题，写出的台账是空的 [no-findings]'
mkb export none --lang=en -o none.json
is 'no finding (en)' "$status $err" \
    '0 note: there are no findings: the ledger is written empty [no-findings]'
is 'the head alone' "$(wc -l <none.csv)" 1
valid 'an empty ledger keeps to the schema' none.json

# --- one file, and at size ---

{ printf -- '---\n%s\n---\n# 甲\n\n## 乙\n\n' "$FRONT"
  for i in {1..10000}; do printf '### 问题%d\n\n1. 甲\n2. 乙\n\n' "$i"; done; } >many.md
TIMEFORMAT=%U
seconds=$({ time "$MKBULLETIN" export many.md -o many.csv; } 2>&1)
is 'one file of 10000 findings' "$(wc -l <many.csv) $(tail -n 2 many.csv | tr -d '\r')" '20001 10000,问题10000,"1.甲
2.乙",,,,'
ok "in good time ($seconds s)" awk -v "s=$seconds" 'BEGIN { exit !(s < 8) }'
mkb export many.md -o many.json
is 'JSON too' "$status $(at many.json totals.all)" '0 10000'
done_testing
