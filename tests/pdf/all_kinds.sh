# Makes the source `in` of a PDF with all that a PDF can have of us: text in TrueType and in CID fonts
# of both kinds, an image of inks, one with a mask, a blended seal, links outwards and inwards,
# metadata that XML has to escape. Sourced after tests/lib.sh.
# shellcheck shell=bash disable=SC2154
bulletin in '摘要: 检查情况 <&> "整改" 𬭎
关键词: [检查, 整改]
模板: announcement
印章: seal.svg
' <<'X'
各社区开展自查，见[](#site)和[某市某局](https://example.com/a?b=c&d)，电话 0371-12345678。

某某街道𬭎、鿍、ﬀ字，Latin ǆ 和 Ⅻ。

![照片](inks.jpg "图1 现场 {#site}")

![灰](alpha.png)
X
cp "$ROOT/tests/cases/seal-single/seal.svg" in/
gs -q -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -r72 -g160x80 -o in/inks.jpg \
    -c '0 .8 .8 0 setcmykcolor 0 0 80 80 rectfill 0 0 0 1 setcmykcolor 80 0 40 80 rectfill showpage'
perl -MCompress::Zlib -e '
    sub chunk { my $body = join "", @_; pack("N", length($body) - 4) . $body . pack("N", crc32($body)) }
    my $rows = join "", map { "\0" . join "", map { chr(128) . chr($_ * 2) } 0 .. 99 } 0 .. 49;
    print "\x89PNG\r\n\x1a\n", chunk("IHDR", pack("NNCCCCC", 100, 50, 8, 4, 0, 0, 0)),
        chunk("IDAT", compress($rows)), chunk("IEND");' >in/alpha.png
