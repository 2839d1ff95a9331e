#!/bin/sh
# memory.sh - valgrind: no error, nothing definitely or indirectly lost, on every sample, every command, and on
# inputs that are rejected half way. As many at once as there are cores.
cd "$(dirname "$0")/.." || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
fail=0
program=build/vanban
cores=$(nproc)
running=0 all=0
one() {
    name=$1 status=$2; shift 2
    valgrind -q --leak-check=${leaks:-full} --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \
        --error-exitcode=99 --log-file="$out/log.$name.%p" $program "$@" >"$out/page.$name" 2>"$out/said.$name"
    got=$?
    [ $got -ne 99 ] && [ -z "$(cat "$out/log.$name".*)" ] && [ "$status" = any -o "$got" = "$status" ] && return
    { echo "memory: $name, exit $got"; cat "$out/log.$name".*; head -3 "$out/said.$name"; } >"$out/bad.$name"
}
# check NAME ARGUMENTS...: waits when all cores are at work. ends: the same, and its exit status is known.
ends() {
    one "$@" &
    running=$((running + 1)) all=$((all + 1))
    [ $running -lt "$cores" ] || { wait; running=0; }
}
check() { name=$1; shift; ends "$name" any "$@"; }
sample=samples/bac-giang-bao-cao-2020-02
check render render $sample/data.xml -t $sample/template.xml -o "$out/render.pdf"
check explain render $sample/data.xml -t $sample/template.xml -o "$out/explain.pdf" --explain --boxes
check measures render $sample/data.xml -t $sample/template.xml -o "$out/measures.pdf" --boxes=mm
check files render tests/layouts/files.xml -t tests/layouts/files.template.xml --split-appendices -o "$out/files.pdf"
check dump dump $sample/data.xml -t $sample/template.xml
sed 's,tinh gọn,sắp đặt,; 0,/<p>/s//<p>Thêm một đoạn.<\/p><p>/' $sample/data.xml >"$out/other.xml"
check diff diff $sample/data.xml "$out/other.xml" -t $sample/template.xml -o "$out/x.html" -q
check html render $sample/data.xml -t $sample/template.xml -o "$out/x.html" -q
sed 's,<p>,<figure src="anh/the.png" alt="x"/><figure src="anh/anh.jpg" alt="x"/><figure src="anh/trong.png" alt="x"/><p>,' \
    tests/bad/ok.xml >"$out/data.xml" && cp -r tests/bad/anh "$out"
check images render "$out/data.xml" -o "$out/images.pdf"
for name in entity template-path glyph overfull too-tall many image-content image-place image-size; do
    template=
    [ -e tests/bad/$name.template.xml ] && template="-t tests/bad/$name.template.xml"
    # shellcheck disable=SC2086
    check $name render tests/bad/$name.xml $template -o "$out/$name.pdf"
done
# Every sample; every command; many documents, by workers, which end each with a log of its own.
for data in samples/*-*/data.xml samples/copies/*.xml samples/party/*.xml samples/types/*.xml; do
    template=${data%data.xml}template.xml
    case $data in *template.xml) continue ;; esac
    [ "$template" != "$data" ] && [ -e "$template" ] && template="-t $template" || template=
    # shellcheck disable=SC2086
    ends "sample-$(echo "$data" | tr / -)" 0 render "$data" $template -o "$out/sample-$(echo "$data" | tr / -).pdf"
done
# Workers end without dropping anything, and fontconfig's own pointers are offsets that valgrind cannot follow.
leaks=no ends batch 0 batch samples/batch/data.xml -t samples/batch/template.xml -j 2 -o "$out/batch" --list "$out/list.pdf" --time-limit 600 -q
ends check 1 check $sample/data.xml -t $sample/template.xml
ends svg 0 render $sample/data.xml -t $sample/template.xml -o "$out/x.svg"
ends sample 0 sample bao-cao --length extreme -o "$out/sample.xml"
ends schema 0 schema data bao-cao -o "$out/data.rng"
ends csv any render tests/bad/csv-number.xml -o "$out/csv.pdf"
ends time-over 2 render tests/bad/time-over.xml -t tests/bad/time-over.template.xml --limit seconds=1 -o "$out/time-over.pdf"
ends limit-xpath 2 render tests/bad/limit-xpath.xml -t tests/bad/limit-xpath.template.xml --limit xpath=5000 -o "$out/limit-xpath.pdf"
wait
program=build/merge
check merge "$out/x.pdf" samples/types/quyet-dinh.xml samples/types/thong-bao.xml samples/types/bao-cao.xml
check merge-fails "$out/y.pdf" samples/types/quyet-dinh.xml tests/bad/many.xml
wait
for bad in "$out"/bad.*; do
    [ -e "$bad" ] && cat "$bad" && fail=1
done
[ $fail -ne 0 ] || echo "memory: valgrind is silent, $all runs"
exit $fail
