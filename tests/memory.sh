#!/bin/sh
# memory.sh - valgrind: no error, nothing definitely or indirectly lost, on the sample and on
# inputs that are rejected half way.
cd "$(dirname "$0")/.." || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
fail=0
program=build/vanban
check() {
    name=$1; shift
    valgrind -q --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \
        --error-exitcode=99 --log-file="$out/log" $program "$@" >"$out/page" 2>/dev/null
    [ $? -ne 99 ] || { echo "memory: $name"; cat "$out/log"; fail=1; }
}
sample=samples/bac-giang-bao-cao-2020-02
check render render $sample/data.xml -t $sample/template.xml -o "$out/x.pdf"
check explain render $sample/data.xml -t $sample/template.xml -o "$out/x.pdf" --explain --boxes
check measures render $sample/data.xml -t $sample/template.xml -o "$out/x.pdf" --boxes=mm
check files render tests/layouts/files.xml -t tests/layouts/files.template.xml --split-appendices -o "$out/x.pdf"
check dump dump $sample/data.xml -t $sample/template.xml
sed 's,tinh gọn,sắp đặt,; 0,/<p>/s//<p>Thêm một đoạn.<\/p><p>/' $sample/data.xml >"$out/other.xml"
check diff diff $sample/data.xml "$out/other.xml" -t $sample/template.xml -o "$out/x.html" -q
check html render $sample/data.xml -t $sample/template.xml -o "$out/x.html" -q
sed 's,<p>,<figure src="anh/the.png" alt="x"/><figure src="anh/anh.jpg" alt="x"/><figure src="anh/trong.png" alt="x"/><p>,' \
    tests/bad/ok.xml >"$out/data.xml" && cp -r tests/bad/anh "$out"
check images render "$out/data.xml" -o "$out/x.pdf"
for name in entity template-path glyph overfull too-tall many image-content image-place image-size; do
    template=
    [ -e tests/bad/$name.template.xml ] && template="-t tests/bad/$name.template.xml"
    # shellcheck disable=SC2086
    check $name render tests/bad/$name.xml $template -o "$out/x.pdf"
done
program=build/merge
check merge "$out/x.pdf" samples/types/quyet-dinh.xml samples/types/thong-bao.xml samples/types/bao-cao.xml
check merge-fails "$out/x.pdf" samples/types/quyet-dinh.xml tests/bad/many.xml
[ $fail -ne 0 ] || echo "memory: valgrind is silent"
exit $fail
