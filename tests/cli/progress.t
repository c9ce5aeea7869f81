# A line of progress, of a long bulletin on a terminal, that leaves nothing behind.
. "${0%/*}/../lib.sh"

if ! script -qec true typed </dev/null >/dev/null 2>&1; then
    skip 'progress' 'this machine has no terminals'
    done_testing
fi
unset CI
export TERM=xterm

# Some 950 pages.
bulletin long < <(for i in $(seq 7000); do
    printf '某市某局按照工作安排开展了第%d次检查，检查中发现有关制度执行不够严格，个别单位底数不清、责任不明，已责成其限期整改；整改情况将适时通报。某市某局将继续跟踪问效。\n\n' $i
done)
bulletin short <<<'正文。'
typed() { # COMMAND…: on a terminal; what it shows there is in `typed`
    script -qec "$*" typed.log </dev/null >/dev/null
    status=$?
    sed '/^Script \(started\|done\) on /d' typed.log >typed
}
left() { perl -0777 -pe 's/[^\n]*\r\e\[K//g; s/\r//g' typed; } # what then stands there
drawn() { grep -c $'\r\e\\[K' typed; }

typed "'$MKBULLETIN' build long -o typed.pdf --lang=en"
# Which stages last long enough to be seen is the machine's matter.
stages_told() { grep -Eaq "$1" typed && echo told; }
is 'a stage is told' "$status $(stages_told 'setting paragraphs|drawing pages|finishing the PDF')" '0 told'
has 'it is drawn anew in its place' "$(cat typed)" $'\r\e[K'
is 'it is gone at the end' "$(left)" ''
mkb build long -o fresh.pdf
is 'none in a log' "$status$out$err" 0
same_files 'the bytes are the same' fresh.pdf typed.pdf
typed "'$MKBULLETIN' build long -o - --lang=zh >typed.pdf"
is 'in Chinese' "$(stages_told '排各段|画各页|整理 PDF')" told
same_files 'a PDF on standard output is the same' fresh.pdf typed.pdf
typed "'$MKBULLETIN' build long --stats -o typed.pdf --lang=en"
is 'the line is gone before --stats' "$(left | cut -c1-6 | head -1)" 'pages '
typed "'$MKBULLETIN' build long -o typed.pdf -q"
is 'none with --quiet' "$(drawn)" 0
typed "TERM=dumb '$MKBULLETIN' build long -o typed.pdf"
is 'none with TERM=dumb' "$(drawn)" 0
typed "CI=1 '$MKBULLETIN' build long -o typed.pdf"
is 'none where CI is set' "$(drawn)" 0
begun=$(date +%s%N)
typed "'$MKBULLETIN' build short -o typed.pdf"
if [ $(($(date +%s%N) - begun)) -lt 500000000 ]; then
    is 'none of what is done soon' "$(cat typed)" ''
else
    skip 'none of what is done soon' 'the machine is busy'
fi
typed "'$MKBULLETIN' diff short long -o redline.pdf --lang=en"
is 'a comparison has it, too' "$(stages_told 'setting paragraphs|drawing pages|finishing the PDF')" told
done_testing
