#!/bin/sh
# reference.sh [--update] - templates/README.md and the schemas against the grammar tables they
# are made from; templates/RULES.md against the table of the rules.
cd "$(dirname "$0")/.." || exit 1
page=templates/README.md out=${OUT:-build}
new=$(mktemp) && rules=$(mktemp) || exit 1
trap 'rm -f "$new" "$rules"' EXIT
sed '/make reference/q' $page >"$new"
"$out/reference" >>"$new" || exit 1
[ "$1" != --update ] || cp "$new" $page
for language in data template; do
    [ "$1" != --update ] || "$out/vanban" schema $language -o templates/$language.rng
    "$out/vanban" schema $language | cmp -s - templates/$language.rng ||
        { echo "reference: templates/$language.rng is not what the grammar says; run make reference"; exit 1; }
done
for lang in vi en; do
    [ $lang = vi ] && printf '# Các quy tắc của `vanban check` / the rules of `vanban check`\n\n'
    [ $lang = vi ] && printf 'Viết ra từ bảng của chương trình (`make reference`). / Made from the table of the program (`make reference`).\n\n'
    [ $lang = vi ] && printf 'R: thể thức, đo trên trang; T: chữ nghĩa, số liệu; D: dẫn chiếu. Mức: bắt buộc: phụ lục của Nghị định viết rõ, hoặc (cột Điều khoản ghi «an toàn») văn bản tự mâu thuẫn; theo mẫu: chỉ mẫu trình bày cho thấy; tập quán: thông lệ, chỉ là ghi chú. '
    [ $lang = vi ] && printf 'Kết quả: đạt, phát hiện, không áp dụng, không xét được (kèm lý do).\n\n'
    [ $lang = en ] && printf '\n## In English\n\nR: layout, measured on the pages; T: wording and figures; D: references. Levels: must: the annexes state it, or (where the clause reads "safety") the document contradicts itself; template: only the sample forms show it; practice: custom, reported as a note. '
    [ $lang = en ] && printf 'Verdicts: passed, finding, not applicable, not judged (with the reason). Clauses are cited in Vietnamese.\n\n'
    "$out/vanban" check --rules --lang $lang
done >"$rules"
[ "$1" != --update ] || cp "$rules" templates/RULES.md
cmp -s "$rules" templates/RULES.md || { echo "reference: templates/RULES.md is not what the rules say; run make reference"; exit 1; }
cmp -s "$new" $page || { echo "reference: $page is not what the grammar says; run make reference"; exit 1; }
