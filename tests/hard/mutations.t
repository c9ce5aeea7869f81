# Samples with one or two bytes changed, cut off anywhere, with stretches gone or twice: 5,000 of
# them, MUTATIONS= other counts and SEED= others. Each goes through a stage with the assertions of
# its fuzz target, in 5 seconds at most.
. "${0%/*}/../lib.sh"
count=${MUTATIONS:-5000} seed=${SEED:-1}
REPLAYED=$(realpath -m "${MKBULLETIN%/*}/tests/fuzz")

# One text that a target takes for the files of a folder, as tests/fuzz/bulletin.h has them.
joined() { # FOLDER
    cat "$1/bulletin.md"
    find "$1" -mindepth 2 -name '*.md' | sort | while read -r file; do
        printf '\f'
        cat "$file"
    done
}

mkdir bulletins yaml csv images sessions
for source in docs/examples/{document-joint,letter,minutes} tests/diff/base; do
    mkb build "$ROOT/$source" -o "bulletins/${source##*/}.md"
done
joined "$ROOT/templates/starters/document" >bulletins/folder
joined "$ROOT/tests/cases/findings/content" >bulletins/findings
cp "$ROOT/tests/cases/csv/content/数据/收支.csv" csv/1
printf '"a","b ""c"\r\n1,"2\n3"\r\n' >csv/2
sed -n '2,/^---$/p' "$ROOT/docs/examples/minutes/bulletin.md" | sed '$d' >yaml/1
sed -n '2,/^---$/p' "$ROOT/docs/examples/document-joint/bulletin.md" | sed '$d' >yaml/2
cp "$ROOT/docs/examples/announcement/seal.svg" images/svg
perl -MCompress::Zlib -e '
    sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
    binmode STDOUT;
    print "\x89PNG\r\n\x1a\n", chunk("IHDR", pack("NNCCCCC", 8, 4, 8, 3, 0, 0, 0)),
        chunk("PLTE", pack("C*", 0 .. 29)), chunk("tRNS", pack("C*", 0 .. 9)),
        chunk("pHYs", pack("NNC", 11811, 11811, 1)),
        chunk("IDAT", compress(join "", map { "\0" . pack("C*", 0 .. 7) } 1 .. 4)),
        chunk("IEND");' >images/png
perl -e 'print pack("H*", join "", split " ", "
    ffd8ffe000104a46494600010101000c00180000ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616
    183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ff
    c0000b080008001001011100ffc4001f0000010501010101010100000000000000000102030405060708090a0b
    ffda0008010100003f00d2cf14ffd9")' >images/jpeg

text='---\ntitle: 通报\nissuer: 某局\ndate: 2023-09-15\n---\n\n会议指出,要求5 万元。见[](#a)。\n'
at='"textDocument":{"uri":"~/one.md"}'
{
    echo '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
    echo "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"~/one.md\",\"version\":1,\"text\":\"$text\"}}}"
    for method in completion hover definition documentSymbol codeAction; do
        echo "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/$method\",\"params\":{$at,\"position\":{\"line\":6,\"character\":18},\"range\":{\"start\":{\"line\":6,\"character\":4},\"end\":{\"line\":6,\"character\":5}},\"context\":{\"diagnostics\":[]}}}"
    done
    echo "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{$at,\"contentChanges\":[{\"text\":\"$text\"}]}}"
} >sessions/lines
printf '!Content-Length: 2\r\n\r\n{}Content-Type: a\r\n\r\n\r\nContent-Length: 20\r\n\r\n{"method":"exit"}   ' >sessions/frames

# A target takes so many hundredths of all.
survives() { # TARGET HUNDREDTHS SAMPLE…
    local target=$1 inputs=$((count * $2 / 100))
    shift 2
    if (cd "$ROOT" && exec "$REPLAYED/$target" none "$inputs" "$seed" "${@/#/$T/}") >.out 2>.err; then
        pass "$target: $inputs inputs"
    else
        fail "$target: $inputs inputs" "ended with status $?: $(tail -n 30 .err)"
    fi
}

survives markdown 34 bulletins/*
survives check 16 bulletins/*
survives front_matter 20 yaml/*
survives image 10 images/*
survives csv 6 csv/*
survives diff 4 bulletins/*
survives pdf 4 bulletins/*
survives lsp 6 sessions/*
done_testing
