# How the program is built, against what a fault in memory would give away.
. "${0%/*}/../lib.sh"

if [ -n "${ASAN_OPTIONS-}" ] || grep -qa __gcov_ "$MKBULLETIN" || ! command -v readelf >/dev/null; then
    skip 'how it is built' 'sanitizers and coverage do without, or there is no readelf'
    done_testing
fi
headers=$(readelf -hldW "$MKBULLETIN")
has 'at any address' "$headers" 'Type:                              DYN' 'PIE'
has 'tables are read-only once it runs' "$headers" GNU_RELRO NOW
is 'no stack that runs' "$(grep GNU_STACK <<<"$headers" | grep -c RWE)" 0
has 'calls that are checked' "$(readelf -sW --dyn-syms "$MKBULLETIN")" __stack_chk_fail _chk@
done_testing
