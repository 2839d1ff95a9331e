#!/bin/sh
# bad.sh [--update] - every broken input of tests/bad against the golden messages in both
# languages, with the exit status in the first line; a rejected input leaves no PDF behind,
# and every code of src/base/messages.h, and of a <check> of a template, occurs in some golden file.
#   NAME.xml data; NAME.template.xml its template, if it has one; NAME.args more options
# What differs between machines is left out: lines of nd30.xml, which grows, and the note that
# Times New Roman is not there.
cd "$(dirname "$0")/bad" || exit 1
vanban=../../${OUT:-build}/vanban
golden=../golden/bad
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
say() { echo "bad: $*"; fail=1; }

here=$(pwd -P)
tidy() {
    sed -e "s,$here,HERE," -e "s, [^ ]*/fonts\$, fonts," -e "s,[^ ]*/templates/nd30.xml:[0-9]*:[0-9]*:,templates/nd30.xml:," -e "s,[^ ]*/templates/,templates/,g" \
        -e '/Times New Roman.*\[FONT_SUBSTITUTE\]/,+1d' \
        -e 's/\(phông\|trong\|font\|in\) Times New Roman/\1 Liberation Serif/'
}
check() { # NAME LANG FILE
    if [ "$update" ]; then cp "$3" "$golden/$1.$2"; return; fi
    [ -e "$golden/$1.$2" ] || { say "$1.$2 is not among the goldens; read what is said, then sh tests/bad.sh --update"; return; }
    cmp -s "$3" "$golden/$1.$2" || { say "$1.$2 differs"; diff "$golden/$1.$2" "$3" | head -20; }
}
[ "$1" = --update ] && update=yes
each() { # LANG: every data file of the folder
    lang=$1 own=$work/$1
    mkdir "$own"
    for data in *.xml; do
        name=${data%.xml}
        case $name in *.template) continue ;; esac
        template=
        [ -e "$name.template.xml" ] && template="-t $name.template.xml"
        rm -f "$own/out.pdf"
        # shellcheck disable=SC2046,SC2086
        "$vanban" render "$data" $template --lang $lang -o "$own/out.pdf" $(cat "$name.args" 2>/dev/null) 2>"$own/said"
        status=$?
        { echo "exit $status"; tidy <"$own/said"; } >"$own/text"
        check "$name" $lang "$own/text"
        [ $status -eq 0 ] && { [ -s "$own/out.pdf" ] || say "$name: no PDF"; }
        [ $status -ne 0 ] && [ -e "$own/out.pdf" ] && say "$name: a PDF was left behind"
    done
    ls "$own" | grep -vqE '^(said|text|out.pdf)$' && say "half files left: $(ls "$own")"
    rm -r "$own"
    return $fail
}
each vi &
each en || fail=1
wait $! || fail=1

# What needs more than a data file.
one() { # NAME EXPECTED-STATUS ARGUMENTS...
    name=$1 status=$2; shift 2
    for lang in vi en; do
        "$vanban" render "$@" --lang $lang 2>"$work/said"
        got=$?
        [ $got -eq "$status" ] || say "$name: exit $got, not $status"
        { echo "exit $got"; sed "s,$work,DIR,g" "$work/said" | tidy; } >"$work/text"
        check "$name" $lang "$work/text"
    done
}
one output-full 74 ok.xml -o /dev/full
one data-shared 0 record-beyond.xml --record 2 --for archive -o "$work/out.pdf"
qpdf --list-attachments "$work/out.pdf" | grep -q xml && say "others' data is attached"
rm -f "$work/out.pdf"
one output-folder 74 ok.xml -o "$work/no-such-folder/out.pdf"
cp ok.xml "$work/own.xml"
one output-own 74 "$work/own.xml" -o "$work/own.xml"
cmp -s ok.xml "$work/own.xml" || say "the data was written over"
rm -f "$work/own.xml"
mkdir "$work/csv" && cp csv-column-unused.xml "$work/own.xml" && cp csv/column-unused.csv "$work/csv/"
one output-csv 74 "$work/own.xml" -o "$work/csv/column-unused.csv"
cmp -s csv/column-unused.csv "$work/csv/column-unused.csv" || say "the CSV was written over"
rm -r "$work/own.xml" "$work/csv"
# What has been signed is not lost by chance: neither one file nor one of several.
signed() { # FILE RANGE: what a signing tool leaves, or before it has signed
    printf '%%PDF-1.7\n1 0 obj\n<</Type/Sig /ByteRange %s /Contents<00>>>\n' "$2" >"$1"
}
signed "$work/out.pdf" '[0 40 50 60 ]'
one output-signed 74 ok.xml -o "$work/out.pdf"
one output-signed-map 74 ok.xml -o "$work/new.pdf" --signature-map "$work/out.pdf"
grep -q ByteRange "$work/out.pdf" || say "a signed file was written over"
"$vanban" dump ok.xml -q -o "$work/out.pdf" 2>/dev/null && say "a signed file was written over by dump"
one output-signed-forced 0 ok.xml -o "$work/out.pdf" --force
grep -qa 'ByteRange' "$work/out.pdf" && say "--force did not write"
for range in '[0 /********** /********** /**********]' '[0 0 0 0]' ''; do
    signed "$work/out.pdf" "$range"
    "$vanban" render ok.xml -q -o "$work/out.pdf" || say "/ByteRange $range is taken for a signature"
done
echo '/ByteRange [0 40 50 60]' >"$work/out.pdf"
"$vanban" render ok.xml -q -o "$work/out.pdf" || say "what is no PDF is taken for a signed one"
rm "$work/out.pdf"
# A signature map has a place to itself, and is there when the PDF is.
cp ok.xml "$work/own.xml" && ln -s out.pdf "$work/link.json"
one output-map-own 74 "$work/own.xml" -o "$work/out.pdf" --signature-map "$work/own.xml"
one output-map-twice 74 ok.xml -o "$work/out.pdf" --signature-map "$work/./out.pdf"
one output-map-full 74 ok.xml -o "$work/out.pdf" --signature-map /dev/full
one output-map-folder 74 ok.xml -o "$work/out.pdf" --signature-map "$work/no-such-folder/map.json"
one output-map-pdf 74 ok.xml -o "$work/no-such-folder/out.pdf" --signature-map "$work/map.json"
"$vanban" render field-name-twice.xml -t field-name-twice.template.xml -q -o "$work/out.pdf" --signature-map "$work/map.json" 2>/dev/null && say "field-name-twice is taken"
[ "$(cd "$work" && ls)" = "$(printf 'link.json\nown.xml\nsaid\ntext')" ] || say "PDF or map without the other: $(ls "$work")"
"$vanban" render ok.xml -q -o "$work/out.pdf" && one output-map-link 74 ok.xml -o "$work/out.pdf" --signature-map "$work/link.json"
rm -f "$work/own.xml" "$work/link.json" "$work/out.pdf"
# Several files: not to one place, and none of them beside a fault.
files="../layouts/files.xml -t ../layouts/files.template.xml --split-appendices"
# shellcheck disable=SC2086
several() { name=$1; shift; one "$name" 74 $files "$@"; }
mkdir "$work/several"
several output-one -o - | grep '^%PDF' && say "several files on standard output"
several output-device -o /dev/null
echo before >"$work/several/out.pdf" && ln -s out.pdf "$work/several/out-phu-luc-1.pdf"
several output-twice -o "$work/several/out.pdf"
rm "$work/several/out-phu-luc-1.pdf" && mkdir "$work/several/out-phu-luc-1.pdf"
several output-one-folder -o "$work/several/out.pdf"
[ "$(cat "$work/several/out.pdf")" = before ] || say "one of several files was written"
signed "$work/several/out-kem-theo-1.pdf" '[0 40 50 60]'
rmdir "$work/several/out-phu-luc-1.pdf"
several output-signed-one -o "$work/several/out.pdf"
rm "$work/several/out-kem-theo-1.pdf" && mkdir "$work/several/out-phu-luc-1.pdf"
rm -r "$work/several/out.pdf" "$work/several/out-phu-luc-1.pdf"
rmdir "$work/several" || say "half files left: $(ls "$work/several")"
for lang in vi en; do
    "$vanban" sample -t sample-type.template.xml --lang $lang -o "$work/out.pdf" 2>"$work/said"
    { echo "exit $?"; tidy <"$work/said"; } >"$work/text"
    check sample-type $lang "$work/text"
    [ -e "$work/out.pdf" ] && say "sample-type: a file was left behind"
    cp ok.xml "$work/own.xml"
    "$vanban" sample bao-cao --lang $lang -o "$work/own.xml" 2>"$work/said"
    { echo "exit $?"; sed "s,$work,DIR,g" "$work/said" | tidy; } >"$work/text"
    check sample-over $lang "$work/text"
    cmp -s ok.xml "$work/own.xml" || say "sample: the data was written over"
    "$vanban" sample bao-cao -q -o "$work/own.xml" --force && cmp -s ok.xml "$work/own.xml" && say "sample: --force did not write"
    rm "$work/own.xml"
done
one file-none 2 no-such-file.xml -o "$work/out.pdf"
# Another file of the folder may have been meant; accents apart are no other name.
mkdir "$work/ten" && cp ok.xml "$work/ten/Báo cáo quý 1.xml" && printf 'Tên\nBến\n' >"$work/ten/số liệu.csv"
one file-near 2 "$work/ten/bao%20cao%20quý%201.xml" -o "$work/out.pdf"
one template-near 2 ok.xml -t "$work/ten/báo cáo quý 1" -o "$work/out.pdf"
named() { sed "s,</document>,<data><csv file=\"$1\" each=\"xa\"/></data></document>," ok.xml >"$work/ten/ten.xml"; }
named 'D:\\Tài liệu\\So lieu.xlsx'
one csv-near 2 "$work/ten/ten.xml" -o "$work/out.pdf"
named "$(printf 'số liệu.csv' | python3 -c 'import sys, unicodedata; sys.stdout.write(unicodedata.normalize("NFD", sys.stdin.read()))')"
"$vanban" render "$work/ten/ten.xml" -q -o "$work/out.pdf" || say "a name with accents apart is not found"
rm -r "$work/ten" "$work/out.pdf"
# Beside a template its base may stand, but not a link that leads away.
mkdir "$work/mau" && sed 's/extends="bao-caoo"/extends="goc"/' template-base.template.xml >"$work/mau/mau.xml" && ln -s "$here/ok.xml" "$work/mau/goc.xml"
one template-outside 2 ok.xml -t "$work/mau/mau.xml" -o "$work/out.pdf"
rm -r "$work/mau"
status_of() { # EXPECTED ARGUMENTS...: of check
    want=$1; shift
    "$vanban" check --data-only "$@" >/dev/null 2>&1
    got=$?
    [ $got -eq "$want" ] || say "check $*: exit $got, not $want"
}
"$vanban" check --data-only date-form.xml data-missing.xml -t data-missing.template.xml --lang en --format=json | tidy >"$work/text"
check json en "$work/text"
/usr/bin/python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]' <"$work/text" || say "no JSON"
status_of 0 ok.xml ../../templates/nd30.xml
status_of 1 ok.xml name-unused.template.xml
status_of 1 date-form.xml
status_of 2 ok.xml no-such-file.xml
# A home of its own: the program looks for its templates beside itself.
mkdir -p "$work/home/bin" "$work/bare/bin"
cp "$vanban" "$work/home/bin/" && cp "$vanban" "$work/bare/bin/" && cp -r ../../templates ../../fonts "$work/home/"
sed 's/name="bao-cao"/name="bao-cao-2"/' ../../templates/bao-cao.xml >"$work/home/templates/bao-cao-2.xml"
vanban=$work/home/bin/vanban
one templates-two 2 ok.xml -o "$work/out.pdf"
vanban=$work/bare/bin/vanban
[ -e /usr/local/share/vanban ] || one templates-none 2 ok.xml -o "$work/out.pdf"
rm -rf "$work/home" "$work/bare"
vanban=../../${OUT:-build}/vanban
for lang in vi en; do # of a file that is gone through in pieces
    "$vanban" batch limit-attributes.xml --dry-run --limit attributes=1 --lang $lang >"$work/text" 2>&1
    echo "exit $?" >>"$work/text"
    check limit-batch $lang "$work/text"
done
for lang in vi en; do # of all records
    "$vanban" check --data-only record-names.xml -t record-names.template.xml --lang $lang >"$work/text"
    check record-names-all $lang "$work/text"
done
# A template beside the data, which preview takes by itself.
sed 's/type="bao-cao"/type="phieu-rieng"/' ok.xml >"$work/beside.xml"
cp name-unused.template.xml "$work/beside.template.xml"
one beside 2 "$work/beside.xml" -o "$work/out.pdf"
# Words of the command line.
usage() { # ARGUMENTS...
    for lang in vi en; do "$vanban" "$@" --lang=$lang 2>&1; echo "exit $?"; done
}
{ usage rendr ok.xml; usage xyz; usage render; usage schema; usage schema dta; usage schema data a b; usage render ok.xml --recrod 2
  usage render ok.xml --record 0; usage dump ok.xml --stage pages
  usage render ok.xml --for papr; usage render ok.xml --pdf 3b; usage render ok.xml --for giay; usage render ok.xml --split-appendicse; usage render ok.xml --limit pagse=3; usage render ok.xml --limit pages=0; usage render ok.xml --limit bytes=1T; usage render --limits; usage render ok.xml -o - --signature-map -; usage render ok.xml --signature-map=; usage render ok.xml -o ok.docx; usage check ok.xml --report ok.doc
  usage ok.xml; usage ok.pdf; usage .; usage -t nd30 ok.xml; usage render ok.xml --mau nd30; usage render ok.xml --tempalte=nd30; usage render ok.xml --each data/xa
  usage check ok.xml -o x; usage render ok.xml ok.template.xml; usage render ok.xml –t nd30; usage render ok.xml -t --quiet; usage render ok.xml --limit x=1; } >"$work/text"
check usage all "$work/text"
truncate -s 70M "$work/big.xml"
/usr/bin/python3 -B ../pictures.py "$work/large" large
for kind in bytes sum; do # too large for a file that is kept
    { sed '/<p>/,$d' ok.xml
      [ $kind = bytes ] && echo '<figure src="large/long.png" alt="Hình"/>'
      [ $kind = sum ] && printf '<figure src="large/%d.jpg" alt="Hình" width="20mm"/>\n' 0 1 2 3 4 5
      sed -n '/<p>/,$p' ok.xml; } >"$work/data.xml"
    one image-$kind 2 "$work/data.xml" -o "$work/out.pdf"
done
rm -r "$work/large" "$work/data.xml"
one file-big 2 "$work/big.xml" -o "$work/out.pdf"

for code in $(sed -n 's/^M(\([A-Z0-9_]*\),.*/\1/p' ../../src/base/messages.h) $(sed -n 's/.*<check name="\([A-Z_]*\)".*/\1/p' ../../templates/*.xml); do
    case $code in
    NO_MEMORY) continue ;;   # needs a machine without any
    FONT_BROKEN) continue ;; # fontconfig passes over nearly every broken file by itself
    BATCH_WORKERS) continue ;; # needs a machine that has no room for a process
    PAGES_UNSETTLED) continue ;; # needs fonts made for it: tests/test_late.c
    SANDBOX_*) continue ;; # needs a kernel that cannot: tests/sandbox.sh
    esac
    grep -q "\[$code\]" $golden/* ../golden/collect/* ../golden/foreign/* || say "no golden message has $code: a tests/bad/NAME.xml with this fault, then sh tests/bad.sh --update"
done
exit $fail
