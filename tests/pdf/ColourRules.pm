package ColourRules;

# Colours, images and transparency: ISO 19005-2 6.2.3 to 6.2.10.
use strict;
use warnings;
use Content;

sub check
{
    my ($pdf, $claim) = @_;
    return if !$claim->{a};
    $pdf->{intent_space} = _intent($pdf);
    _spaces_of_content($pdf);
    _objects($pdf);
    _states($pdf);
    _transparency($pdf);
    _names($pdf);
    return;
}

# The colour space of an ICC profile: "RGB ", "CMYK", "GRAY"; undef after a fault.
sub _profile
{
    my ($pdf, $stream, $clause, $classes) = @_;
    my $data = $pdf->data($stream) // '';
    my ($size, $version, $class, $space, $signature) =
        length $data >= 128 ? unpack 'N x4 C x3 a4 a4 x16 a4', $data : (0, 0, '', '', '');
    my %components = ('GRAY' => 1, 'RGB ' => 3, 'CMYK' => 4, 'Lab ' => 3);
    if ($signature ne 'acsp' || $size != length $data) {
        $pdf->fault($clause, 'the profile is none of ICC');
    } elsif ($version > 4 || $version < 2) {
        $pdf->fault($clause, "the profile is of version $version");
    } elsif ($class !~ /^(?:$classes)$/) {
        $pdf->fault($clause, "the profile is of class $class");
    } elsif (($components{$space} // 0) != ($pdf->get($stream, '/N') // 0)) {
        $pdf->fault($clause, "the profile of $space has not /N components");
    } else {
        return $space;
    }
    return undef;
}

# 6.2.3: one profile for all intents of PDF/A; the space that it is of, "" where that cannot be told.
sub _intent
{
    my ($pdf) = @_;
    my @intents = grep { $pdf->name($_, '/S') eq '/GTS_PDFA1' } $pdf->list($pdf->{root},
        '/OutputIntents');
    my %profiles;
    for my $intent (@intents) {
        my $profile = $pdf->get($intent) && $pdf->value($intent)->{'/DestOutputProfile'};
        if ($pdf->is_stream($profile)) {
            $profiles{$profile} = 1;
        } else {
            $pdf->fault('ISO 19005-2 6.2.3', 'an output intent has no profile');
        }
        $pdf->fault('ISO 19005-2 6.2.3', 'an output intent does not name its condition')
            if !defined $pdf->text($pdf->value($intent)->{'/OutputConditionIdentifier'});
    }
    $pdf->fault('ISO 19005-2 6.2.3', 'output intents of several profiles') if keys %profiles > 1;
    my ($profile) = keys %profiles or return @intents ? '' : undef;
    my $space = _profile($pdf, $profile, 'ISO 19005-2 6.2.3', 'prtr|mntr');
    $pdf->fault('ISO 19005-2 6.2.3', "the profile of the output intent is of $space")
        if defined $space && $space !~ /^(?:RGB |CMYK|GRAY)$/;
    return $space // '';
}

# 6.2.4.3: a space of a device needs the intent of such a device.
sub _device
{
    my ($pdf, $space, $place, $resources) = @_;
    my %needs = ('/DeviceRGB' => 'RGB ', '/DeviceCMYK' => 'CMYK', '/DeviceGray' => undef);
    my $default = $space =~ s{^/Device}{/Default}r;
    return if defined $pdf->get($resources, '/ColorSpace', $default);
    my $intent = $pdf->{intent_space};
    my $need = $needs{$space};
    $pdf->fault('ISO 19005-2 6.2.4.3', "$place: $space without an output intent for it")
        if !defined $intent || $intent ne '' && defined $need && $intent ne $need;
    return;
}

# A colour space, by its name or as an array.
sub _space
{
    my ($pdf, $space, $place, $resources, $depth) = @_;
    $space = $pdf->value($space);
    return if !defined $space || ($depth // 0) > 8;
    if (!ref $space) {
        $space = {G => '/DeviceGray', RGB => '/DeviceRGB', CMYK => '/DeviceCMYK'}
            ->{substr $space, 1} // $space;
        return _device($pdf, $space, $place, $resources) if $space =~ m{^/Device};
        my $named = $pdf->get($resources, '/ColorSpace', $space);
        if (defined $named) {
            _space($pdf, $named, $place, $resources, ($depth // 0) + 1);
        } elsif ($space ne '/Pattern') {
            $pdf->fault('ISO 19005-2 6.2.2', "$place: there is no colour space $space");
        }
        return;
    }
    my ($kind, @rest) = @$space;
    my $inner = sub { _space($pdf, $_[0], $place, $resources, ($depth // 0) + 1) };
    if ($kind eq '/ICCBased') {
        _profile($pdf, $rest[0], 'ISO 19005-2 6.2.4.2', 'prtr|mntr|scnr|spac');
    } elsif ($kind eq '/Indexed' || $kind eq '/Pattern') {
        $inner->($rest[0]);
    } elsif ($kind eq '/Separation') {
        _one_meaning($pdf, $rest[0], [@rest[1, 2]]);
        $inner->($rest[1]);
    } elsif ($kind eq '/DeviceN') {
        _device_n($pdf, $place, @rest);
        $inner->($rest[1]);
    } else {
        $inner->($kind) if $kind =~ m{^/Device};
        return;
    }
    return;
}

# 6.2.4.4 and 6.1.13: inks beyond those of a process are described; no more than 32.
sub _device_n
{
    my ($pdf, $place, $names, $alternate, $transform, $attributes) = @_;
    my @names = $pdf->list($names);
    my %described = $pdf->entries($attributes, '/Colorants');
    $pdf->fault('ISO 19005-2 6.1.13', "$place: more than 32 inks") if @names > 32;
    for my $name (@names) {
        next if $name =~ m{^/(?:Cyan|Magenta|Yellow|Black|None)$};
        $pdf->fault('ISO 19005-2 6.2.4.4', "$place: the ink $name is not described")
            if !$described{$name};
    }
    $pdf->fault('ISO 19005-2 6.2.4.4', "$place: inks without a way to show them")
        if !defined $pdf->value($transform);
    return;
}

# 6.2.4.4: Separations of one name are one colour.
sub _one_meaning
{
    my ($pdf, $name, $meaning) = @_;
    my $text = JSON::PP->new->canonical->encode($meaning);
    my $other = $pdf->{separations}{$name} //= $text;
    $pdf->fault('ISO 19005-2 6.2.4.4', "the ink $name has two meanings") if $other ne $text;
    return;
}

my %OPERATOR_SPACE = (
    g => '/DeviceGray', G => '/DeviceGray', rg => '/DeviceRGB', RG => '/DeviceRGB',
    k => '/DeviceCMYK', K => '/DeviceCMYK',
);

sub _spaces_of_content
{
    my ($pdf) = @_;
    Content::walk($pdf, sub {
        my ($operator, $operands, $resources, $place) = @_;
        if (my $space = $OPERATOR_SPACE{$operator}) {
            _device($pdf, $space, $place, $resources);
        } elsif ($operator =~ /^(?:cs|CS)$/) {
            _space($pdf, $operands->[0], $place, $resources);
        } elsif ($operator eq 'sh') {
            my $shading = $pdf->get($resources, '/Shading', $operands->[0] // '');
            _space($pdf, $shading->{'/ColorSpace'}, $place, $resources) if ref $shading eq 'HASH';
        } elsif ($operator eq 'Do') {
            my $object = ($pdf->get($resources, '/XObject') // {})->{$operands->[0] // ''};
            $pdf->{object_resources}{$object} = $resources if defined $object;
        } elsif ($operator eq 'ri') {
            _rendering_intent($pdf, $operands->[0], $place);
        }
    });
    return;
}

# 6.2.6
sub _rendering_intent
{
    my ($pdf, $intent, $place) = @_;
    return if !defined $intent;
    $intent =~ m{^/(?:RelativeColorimetric|AbsoluteColorimetric|Perceptual|Saturation)$}
        or $pdf->fault('ISO 19005-2 6.2.6', "$place: the rendering intent $intent");
    return;
}

# 6.2.8 and 6.2.9: images and forms.
sub _objects
{
    my ($pdf) = @_;
    for my $stream ($pdf->streams) {
        my %dictionary = $pdf->entries($stream);
        my $kind = $pdf->name($stream, '/Subtype');
        my @forbidden = $kind eq '/Image' ? qw(/Alternates /OPI) : $kind eq '/Form'
            ? qw(/OPI /PS /Ref) : ();
        for my $key (grep { exists $dictionary{$_} } @forbidden) {
            $pdf->fault('ISO 19005-2 ' . ($kind eq '/Image' ? '6.2.8' : '6.2.9'),
                "object $stream has $key");
        }
        $pdf->fault('ISO 19005-2 6.2.9', "object $stream is PostScript") if $kind eq '/PS';
        _image($pdf, $stream, \%dictionary) if $kind eq '/Image';
        _space($pdf, $dictionary{'/ColorSpace'}, "object $stream", {})
            if $dictionary{'/ShadingType'};
    }
    return;
}

sub _image
{
    my ($pdf, $stream, $dictionary) = @_;
    my $place = "object $stream";
    $pdf->fault('ISO 19005-2 6.2.8', "$place is to be smoothed")
        if $pdf->value($dictionary->{'/Interpolate'});
    _rendering_intent($pdf, $pdf->value($dictionary->{'/Intent'}), $place);
    my $bits = $pdf->value($dictionary->{'/BitsPerComponent'});
    $pdf->fault('ISO 19005-2 6.2.8', "$place has $bits bits a component")
        if defined $bits && $bits !~ /^(?:1|2|4|8|16)$/;
    _space($pdf, $dictionary->{'/ColorSpace'}, $place, $pdf->{object_resources}{$stream} // {});
    return;
}

# 6.2.5: what a graphics state may hold.
sub _states
{
    my ($pdf) = @_;
    $pdf->each_dictionary(sub {
        my ($dictionary, $where) = @_;
        while (my ($name, $reference) = each %{$pdf->get($dictionary, '/ExtGState') // {}}) {
            my %state = $pdf->entries($reference);
            my $place = "$where, state $name";
            for my $key (grep { exists $state{$_} } qw(/TR /HTP)) {
                $pdf->fault('ISO 19005-2 6.2.5', "$place has $key");
            }
            $pdf->fault('ISO 19005-2 6.2.5', "$place has a transfer function")
                if ($pdf->value($state{'/TR2'}) // '/Default') ne '/Default';
            _rendering_intent($pdf, $pdf->value($state{'/RI'}), $place);
            _blending($pdf, $state{'/BM'}, $place);
            my $mask = $pdf->value($state{'/SMask'});
            _mask($pdf, $mask, $place) if ref $mask eq 'HASH';
        }
    });
    return;
}

# 6.2.10: the modes of ISO 32000-1 11.3.5.
sub _blending
{
    my ($pdf, $mode, $place) = @_;
    $mode = $pdf->value($mode) // return;
    for my $name (ref $mode ? @$mode : $mode) {
        $name =~ m{^/(?:Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|
            ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity)$}x
            or $pdf->fault('ISO 19005-2 6.2.10', "$place: there is no blend mode $name");
    }
    return;
}

# ISO 32000-1 11.6.5.3: the luminosity of a group is that in its own space.
sub _mask
{
    my ($pdf, $mask, $place) = @_;
    my $group = $pdf->get($mask->{'/G'}, '/Group');
    $pdf->fault('ISO 19005-2 6.2.10', "$place: a mask of luminosity without a space")
        if $pdf->name($mask->{'/S'}) eq '/Luminosity'
        && (ref $group ne 'HASH' || !defined $group->{'/CS'});
    return;
}

# Whether anything of a page lets show what is below it.
sub _is_transparent
{
    my ($pdf, $resources, $seen) = @_;
    for my $state (values %{$pdf->get($resources, '/ExtGState') // {}}) {
        my %state = $pdf->entries($state);
        return 1 if ($pdf->name($state{'/BM'}) || '/Normal') !~ m{^/(?:Normal|Compatible)$};
        return 1 if ref $pdf->value($state{'/SMask'});
        return 1 if grep { ($pdf->value($state{$_}) // 1) < 1 } qw(/ca /CA);
    }
    for my $object (values %{$pdf->get($resources, '/XObject') // {}}) {
        next if $seen->{$object}++;
        my %object = $pdf->entries($object);
        return 1 if ref $pdf->value($object{'/SMask'}) || $object{'/SMaskInData'};
        return 1 if ref $pdf->value($object{'/Group'});
        return 1 if _is_transparent($pdf, $object{'/Resources'}, $seen);
    }
    return 0;
}

# 6.2.10: without an output intent, a page that is blended says in which space; and the spaces of
# groups are those that colours may have (6.2.4.3).
sub _transparency
{
    my ($pdf) = @_;
    my $number;
    for my $page ($pdf->pages) {
        $number++;
        my $resources = $pdf->inherited($page, '/Resources');
        my $space = $pdf->get($page, '/Group', '/CS');
        $pdf->fault('ISO 19005-2 6.2.10', "page $number is blended in no space")
            if !defined $space && !defined $pdf->{intent_space}
            && _is_transparent($pdf, $resources, {});
    }
    $pdf->each_dictionary(sub {
        my ($dictionary, $where) = @_;
        return if ($pdf->name($dictionary, '/S')) ne '/Transparency';
        _space($pdf, $dictionary->{'/CS'}, "the group in $where", {});
    });
    return;
}

# 6.2.2: what content names is in its resources.
sub _names
{
    my ($pdf) = @_;
    my %kind = (gs => '/ExtGState', Do => '/XObject', Tf => '/Font', sh => '/Shading');
    Content::walk($pdf, sub {
        my ($operator, $operands, $resources, $place) = @_;
        my $kind = $kind{$operator} or return;
        my $name = $operands->[0] // '';
        $pdf->fault('ISO 19005-2 6.2.2', "$place: there is no $name in $kind")
            if !defined $pdf->get($resources, $kind, $name);
    });
    return;
}

1;
