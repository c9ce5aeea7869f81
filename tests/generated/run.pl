#!/usr/bin/perl
# Generates bulletins, builds each, and checks what comes of it:
#
#   run.pl [--seed SEED] [--keep] PROGRAM FOLDER NUMBERS        NUMBERS are like 1-2000 or 3,17,20-24
#
# The same seed and number always give the same bulletin. FOLDER is made; what has a fault stays in
# it, SEED-NUMBER/, the source beside all that was made of it; --keep keeps all. Prints TAP.
use v5.36;
use utf8;
use Cwd 'abs_path';
use File::Path qw(make_path remove_tree);
use FindBin;
use Digest::MD5 'md5';
use Getopt::Long;
use lib $FindBin::Bin, "$FindBin::Bin/../pdf";
use open ':std', ':encoding(UTF-8)';
use Bulletin;
use Checks;
use Words;
use Writer;

my ($seed, $keep) = (1, 0);
GetOptions('seed=i' => \$seed, 'keep' => \$keep) && @ARGV == 3 or die "usage: run.pl [--seed SEED] [--keep] PROGRAM FOLDER NUMBERS\n";
my ($program, $folder, $numbers) = @ARGV;
my @numbers = map { /^(\d+)-(\d+)$/ ? ($1 .. $2) : $_ } split /,/, $numbers;
make_path($folder);
($program, $folder) = (abs_path($program), abs_path($folder));
delete @ENV{qw(SOURCE_DATE_EPOCH LANGUAGE LC_MESSAGES)};
@ENV{qw(LC_ALL TZ)} = ('C.UTF-8', 'UTC');
Words::read_fonts("$FindBin::Bin/../../fonts");
$| = 1;

my ($tests, $failed, $pages, $longest) = (0, 0, 0, 0);
for my $n (@numbers) {
    srand(unpack "N", md5("$seed-$n"));    # seeds in a row give rows that are alike
    my $work = "$folder/$seed-$n";
    remove_tree($work);
    make_path($work);
    my $made = Bulletin::make();
    my @build = Writer::write_bulletin($made, "$work/in");
    my $it = {work => $work, program => $program, build => \@build, made => $made};
    my @faults = eval { Checks::faults($it) };
    push @faults, "died: $@" if $@;
    my $template = $made->{own} ? "own of $made->{template}" : $made->{template};
    printf "%s %d - seed %d, number %d (%s)\n", @faults ? 'not ok' : 'ok', ++$tests, $seed, $n, $template;
    if (@faults) {
        my $more = @faults > 12 ? '# … and ' . (@faults - 12) . " more\n" : '';
        print map({ '# ' . s/\n/ /gr . "\n" } @faults[0 .. (@faults > 12 ? 11 : $#faults)]), $more, "# it is kept: $work\n";
    }
    $pages += @{$it->{characters} // []};
    $failed++ if @faults;
    $longest = $it->{seconds} if ($it->{seconds} // 0) > $longest;
    remove_tree($work) if !@faults && !$keep;
}
my @times = times;
printf "1..%d\n# %d bulletins, %d pages, %d with faults; the longest build took %.2f s, all %.0f s of a processor\n",
    $tests, $tests, $pages, $failed, $longest, $times[0] + $times[1] + $times[2] + $times[3];
exit !!$failed;
