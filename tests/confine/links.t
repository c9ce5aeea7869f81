# The settings of check and the vocabulary come with the text: neither leads out of its folder.
. "${0%/*}/../lib.sh"

bulletin plain <<<'正文。'
printf 'names:\n  secret: [\n' >secret.yaml # a fault, whose line a message would quote

leads_out() { # NAME COMMAND PLACE PATH
    local name=$1 command=$2 place=$3 path=$4 lang
    local -A text=([zh]="错误：“$path”指向文件夹以外，不予读取 [link-outside]"
        [en]="error: '$path' leads out of the folder and is not read [link-outside]")
    for lang in zh en; do
        if [ "$command" = check ]; then mkb check in --lang=$lang; else mkb build in --lang=$lang -o a.pdf; fi
        has "$name: $command ($lang)" "$status $out$err" '1 ' "$place${text[$lang]}"
        ok "$name: $command ($lang): nothing is quoted" [ "${out//secret: /}$err" = "$out${err//secret: /}" ]
    done
}

for command in check build; do
    for target in ../secret.yaml "$T/secret.yaml"; do
        rm -rf in && cp -r plain in && ln -s "$target" in/vocabulary.yaml
        leads_out "a vocabulary that is a link to ${target/$T/\$T}" $command '' in/vocabulary.yaml
        rm -rf in && cp -r plain in && echo "vocabulary: $target" >in/.mkbulletin.yaml
        place=in/$target
        leads_out "a vocabulary that is named ${target/$T/\$T}" $command in/.mkbulletin.yaml:1:13:\  \
            "${place/in\/\//\/}"
    done
    rm -rf in && cp -r plain in && ln -s ../secret.yaml in/.mkbulletin.yaml
    leads_out 'settings that are a link' $command '' in/.mkbulletin.yaml
done

rm -rf in && cp -r plain in && mkdir in/_words && printf 'names: [某某街道]\n' >in/_words/a.yaml
ln -s _words/a.yaml in/vocabulary.yaml
mkb check in
is 'a link within the folder is followed' "$status$err" 0
rm in/vocabulary.yaml && echo 'vocabulary: _words/../_words/a.yaml' >in/.mkbulletin.yaml
mkb check in
is '.. within the folder too' "$status$err" 0
mkdir above && mv in above && mv above/in/.mkbulletin.yaml above && cp -r above/in/_words above
mkb check above/in
is 'settings above the bulletin, and a vocabulary beside them' "$status$err" 0
done_testing
