#!/bin/sh
# guide.sh - README's guide as printed: its files, then its commands, in an empty folder.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# The files in the order in which the README shows them.
awk -v dir="$work" 'BEGIN { split("bao-cao cua-toi ho-so mau-ho-so phieu phieu-danh-gia", names, " ") }
    /^```xml/ { file = dir "/" names[++n] ".xml"; next } /^```/ { file = "" } file { print >file }' README.md
mkdir "$work/build" && ln -s "$PWD/build/vanban" "$work/build/vanban"
run() { # PDF COMMAND...
    pdf=$1; shift
    grep -qF "$*" README.md || { echo "guide: README does not say: $*"; exit 1; }
    (cd "$work" && "$@" 2>"$work/said" && [ -s "$pdf" ]) || { echo "guide: $* failed"; cat "$work/said"; exit 1; }
    grep -E ': (lỗi|cảnh báo): ' "$work/said" && exit 1
    pdftotext -layout "$work/$pdf" "$work/text"
    rm "$work/$pdf"
}
run bao-cao.pdf build/vanban render bao-cao.xml
run bao-cao.pdf build/vanban render bao-cao.xml -t cua-toi.xml
(cd "$work" && build/vanban check phieu.xml -t phieu-danh-gia.xml -q && build/vanban sample -t phieu-danh-gia.xml -o so.xml) || { echo "guide: the new kind of document"; exit 1; }
grep -q 'notation="PĐG-SNV"' "$work/so.xml" || { echo "guide: the sample has another notation than the template says"; exit 1; }
sed -i 's/"R54"/"R541"/' "$work/phieu-danh-gia.xml"
(cd "$work" && build/vanban check phieu.xml -t phieu-danh-gia.xml -q --lang en | grep -q "no rule.*R541") || { echo "guide: a rule that is none"; exit 1; }
run ho-so.pdf build/vanban render ho-so.xml -t mau-ho-so.xml
grep -qE 'Tổng số +2\.233 +2\.136 +95,7' "$work/text" || { echo "guide: no total"; cat "$work/text"; exit 1; }
exit 0
