# How faults are told: order, place and caret, colour, strictness; nothing of the text reaches the
# terminal as a command to it.
. "${0%/*}/../lib.sh"

# Display columns of the first caret below each quoted line, against where the span begins: each
# Han, mark and full-width form takes two.
bulletin in <<'X'
全角“字”之后 ab，光标：<b>
e<i>a
	<u>缩进
X
mkb build in --lang=en -o out.pdf
is 'the caret stands below its text' "$(grep -oE '^  \| *\^+' .err)" '  |                        ^^^
  |  ^^^
  |  ^^^'
has 'columns count characters' "$err" bulletin.md:6:15: bulletin.md:7:2: bulletin.md:8:2:

bulletin in <<<"$(printf '一%.0s' {1..300})<b>$(printf '二%.0s' {1..300})"
mkb build in --lang=en -o out.pdf
ok 'a long line is cut' [ "$(wc -L <.err)" -le 130 ]
has 'and the caret in sight' "$err" '…一' '<b>'

bulletin in <<'X'
<b>一

<b>二
X
printf '# 甲\n\n- 乙\n' >in/2.md
printf '# 甲\n\n- 乙\n' >in/10.md
mkb build in --lang=en -o out.pdf
is 'all faults of all files in one run, in order' "$(grep -oE '^in/[^ ]*' .err)" 'in/2.md:3:1:
in/10.md:3:1:
in/bulletin.md:6:1:
in/bulletin.md:8:1:'
has 'and their number' "$err" '4 errors'
rm in/2.md in/10.md

# --- control characters and commands to build servers ---

bulletin in < <(printf '一\e[31m红\007<b>\n::error file=x::y <i>\n')
mkb build in --lang=en -o out.pdf
is 'escapes are shown, not sent' "$(LC_ALL=C tr -d '[:print:][:space:]\200-\377' <.err | wc -c)" 0
has 'as what they are' "$err" '\x1B[31m'
ok 'no line begins with a command' bash -c '! grep -E "^::" .err'
mkdir '::error::x' && cp in/bulletin.md '::error::x/'
mkb build ::error::x --lang=en -o out.pdf
ok 'nor does a path' bash -c '! grep -E "^::" .err'
name=$(printf 'a\e[2Jb\nc')
mkdir "$name" && cp in/bulletin.md "$name"
mkb build "$name" --lang=en -o out.pdf
ok 'a path’s escapes are shown too' bash -c '! grep -q "$(printf "\e")" .err'
mkb build "$(printf 'no\e[2Jwhere')" --lang=en -o out.pdf
has 'and an argument’s' "$err" "error: cannot find 'no\\x1B[2Jwhere' [no-such-source]"

# What some build servers obey anywhere in a line.
bulletin in <<<'一<b>##[set-output name=x;]y ###vso[task.setvariable variable=x]y ##teamcity[x] ## 二[三]'
mkb build in --lang=en -o out.pdf
ok 'no command within a line' bash -c '! grep -E "##(\[|vso\[|teamcity\[)" .err'
has 'its first sign is escaped' "$err" '\x23#[set-output' '#\x23#vso[' '\x23#teamcity[' ' ## 二[三]'

# --- colour ---

bulletin in <<<'<b>'
escapes() { grep -c "$(printf '\e')" "$T/.err"; }
mkb build in -o out.pdf --color=always
ok '--color=always' [ "$(escapes)" -gt 0 ]
mkb build in -o out.pdf --color=never
is '--color=never' "$(escapes)" 0
mkb build in -o out.pdf
is 'none into a file' "$(escapes)" 0
if script -qec true /dev/null >/dev/null 2>&1; then
    on_terminal() { # ENVIRONMENT
        script -qec "env $1 TERM=xterm '$MKBULLETIN' build in -o out.pdf" /dev/null \
            </dev/null >"$T/.err"
    }
    on_terminal A=b
    ok 'some on a terminal' [ "$(escapes)" -gt 0 ]
    on_terminal NO_COLOR=1
    is 'none where NO_COLOR is set' "$(escapes)" 0
else
    skip 'colour on a terminal' 'there is no script command'
fi

# --- strict, quiet ---

bulletin in <<<'　　手工缩进。'
mkb build in --lang=en -o warned.pdf
has 'a warning is told' "$status $err" '0 in/bulletin.md:6:1: warning: ' '1 warning'
mkb build in --lang=en -o quiet.pdf --quiet
is '--quiet is silent about it' "$status $err" '0 '
same_files 'and builds the same' warned.pdf quiet.pdf
mkb build in --lang=en -o strict.pdf --strict
has '--strict makes it fail' "$status $err" '1 in/bulletin.md:6:1: warning: '
ok 'and writes nothing' [ ! -e strict.pdf ]
mkb build in --lang=en -o strict.pdf --strict --quiet
has 'nor does it fail in silence' "$status $err" '1 in/bulletin.md:6:1: warning: '
bulletin in <<<'　　手工缩进<b>。'
mkb build in --lang=en -o quiet.pdf -q
is '-q tells errors alone' "$status $(grep -cE ' (warning|error): ' .err)" '1 1'
done_testing
