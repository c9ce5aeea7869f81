package Pictures;

# Small pictures of every kind that the program takes, made without a library.
use v5.36;
use Compress::Zlib ();
use Words;

sub _chunk ($type, $data) {
    return pack('N', length $data) . $type . $data . pack('N', Compress::Zlib::crc32($type . $data));
}

# Rows of grey, RGB, or RGBA, with the pixels an inch that it says, or without.
sub png ($width, $height, $ppi) {
    my $channels = any(1, 3, 4);
    my $rows = '';
    for my $y (0 .. $height - 1) {
        my $shade = 40 + $y * 150 / $height;
        my $pixel = pack 'C*', ($shade, 90, 200 - $shade, 255)[$channels == 1 ? 0 : (0 .. $channels - 1)];
        $rows .= "\0" . $pixel x $width;
    }
    my $kind = {1 => 0, 3 => 2, 4 => 6}->{$channels};
    my $size = $ppi ? _chunk('pHYs', pack 'NNC', $ppi / 0.0254, $ppi / 0.0254, 1) : '';
    return "\x89PNG\r\n\x1a\n" . _chunk('IHDR', pack 'NNCCCCC', $width, $height, 8, $kind, 0, 0, 0) . $size
        . _chunk('IDAT', Compress::Zlib::compress($rows)) . _chunk('IEND', '');
}

# Grey, of one shade a block: each has a difference of DC and no AC (ITU-T T.81).
sub jpeg ($width, $height, $ppi) {
    my $segment = sub ($marker, $data) { pack('CCn', 0xFF, $marker, 2 + length $data) . $data };
    my $bits = '';
    my $last = 0;
    for my $block (0 .. int(($width + 7) / 8) * int(($height + 7) / 8) - 1) {
        my $shade = ($block * 7) % 60;
        my $step = $shade - $last;
        my $size = $step ? length sprintf '%b', abs $step : 0;
        # The code of a size is the size itself in four bits; a negative step is written less one.
        $bits .= sprintf('%04b', $size);
        $bits .= substr sprintf('%032b', $step < 0 ? ($step - 1) & 0xFFFFFFFF : $step), -$size if $size;
        $bits .= '0';    # no more of this block
        $last = $shade;
    }
    $bits .= '1' x (-length($bits) % 8);
    my $scan = pack('B*', $bits) =~ s/\xFF/\xFF\0/gr;
    my $density = $ppi ? pack 'a5nCnnCC', "JFIF\0", 0x0102, 1, $ppi, $ppi, 0, 0 : pack 'a5nCnnCC', "JFIF\0", 0x0102, 0, 1, 1, 0, 0;
    return "\xFF\xD8" . $segment->(0xE0, $density) . $segment->(0xDB, "\0" . "\x08" x 64)
        . $segment->(0xC0, pack 'CnnCCCC', 8, $height, $width, 1, 1, 0x11, 0)
        . $segment->(0xC4, "\0" . pack('C16', 0, 0, 0, 12, (0) x 12) . pack 'C12', 0 .. 11)
        . $segment->(0xC4, "\x10" . pack('C16', 1, (0) x 15) . "\0")
        . $segment->(0xDA, pack 'CCCCCC', 1, 1, 0, 0, 63, 0) . $scan . "\xFF\xD9";
}

sub svg ($width, $height) {
    my ($x, $y) = ($width / 2, $height / 2);
    return qq{<svg xmlns="http://www.w3.org/2000/svg" width="$width" height="$height">}
        . qq{<rect x="1" y="1" width="@{[$width - 2]}" height="@{[$height - 2]}" fill="#cde" stroke="#036"/>}
        . qq{<path d="M5 5L$x ${y}L@{[$width - 5]} 5" fill="none" stroke="#333"/><circle cx="$x" cy="$y" r="9" fill="#a33"/></svg>\n};
}

# A seal, or a signature stamp, that is plainly none.
sub seal ($size) {
    return qq{<svg xmlns="http://www.w3.org/2000/svg" width="${size}mm" height="${size}mm" viewBox="0 0 42 42">}
        . qq{<circle cx="21" cy="21" r="20.4" fill="none" stroke="#f00" stroke-width="1.2"/><path d="M21 14L28 26L14 26Z" fill="#f00"/></svg>\n};
}

sub stamp {
    return qq{<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="16mm" viewBox="0 0 40 16">}
        . qq{<path d="M2 2L38 2L38 14L2 14ZM8 4L12 12M20 4L20 12M30 4L26 12" fill="none" stroke="#f00"/></svg>\n};
}

# Bytes and the ending of a name that fits.
sub any_picture {
    my ($width, $height) = (number(30, 360), number(30, 260));
    return (svg(number(300, 2000), number(300, 2000)), 'svg') if chance(0.1);
    ($width, $height) = (number(1, 20), number(1, 20)) if chance(0.1);
    my $ppi = any(0, 150, 200, 300);
    my $kind = any(qw(png jpg svg));
    return ($kind eq 'png' ? png($width, $height, $ppi) : $kind eq 'jpg' ? jpeg($width, $height, $ppi) : svg($width, $height), $kind);
}

1;
