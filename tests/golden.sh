#!/bin/sh
# golden.sh [--update] - the sample's bound document and its pages as text, against what a
# person has read; two runs, another locale and perturbed memory give the same bytes; and what
# a template alone can change.
cd "$(dirname "$0")/.." || exit 1
vanban=${OUT:-build}/vanban
sample=samples/bac-giang-bao-cao-2020-02
golden=tests/golden/bac-giang
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
update=
[ "$1" = --update ] && update=yes
say() { echo "golden: $*"; fail=1; }
vb() { command=$1; shift; "$vanban" "$command" $sample/data.xml -q "$@"; }

for stage in doc page; do
    vb dump -t $sample/template.xml --stage $stage >"$work/$stage"
    [ "$update" ] && cp "$work/$stage" $golden.$stage.txt
    cmp -s "$work/$stage" $golden.$stage.txt || { say "$stage differs"; diff $golden.$stage.txt "$work/$stage" | head -20; }
done

# ---- every component, on pages of all kinds
layout() { # NAME OPTIONS...: a document of tests/layouts
    name=$1; shift
    "$vanban" dump tests/layouts/"$@" -q >"$work/$name"
    [ "$update" ] && cp "$work/$name" tests/golden/$name.page.txt
    cmp -s "$work/$name" tests/golden/$name.page.txt || { say "$name differs"; diff tests/golden/$name.page.txt "$work/$name" | head -20; }
}
layout components components.xml
layout numbers numbers.xml -t tests/layouts/numbers.template.xml
layout record-2 communes.xml -t tests/layouts/communes.template.xml --record 2
cp tests/layouts/communes.xml "$work/"
"$vanban" render "$work/communes.xml" -t tests/layouts/communes.template.xml --record 2 -q
[ -s "$work/30002-phu-luc.pdf" ] || say "the record's file has another name: $(ls "$work")"

# ---- files of every version of the two languages are read, without a word
for data in tests/versions/data-*.xml; do
    "$vanban" render "$data" -t "${data%data-*}template-${data##*data-}" --strict -o "$work/version.pdf" 2>"$work/said" || say "$data is refused"
    grep -E ': (lỗi|cảnh báo): ' "$work/said" && say "$data is warned of"
    pdftotext "$work/version.pdf" - | grep -q '1\.247' || say "$data is not shown"
done

# ---- the same bytes
vb render -t $sample/template.xml -o "$work/1.pdf"
LC_ALL=C.UTF-8 TZ=Asia/Ho_Chi_Minh MALLOC_PERTURB_=85 vb render -t $sample/template.xml -o "$work/2.pdf"
LC_ALL=de_DE.UTF-8 vb render -t $sample/template.xml -o - | cat >"$work/3.pdf"
cmp "$work/1.pdf" "$work/2.pdf" && cmp "$work/1.pdf" "$work/3.pdf" || say "two runs differ"

# ---- what a template alone can change: each with what must be seen in the pages
changed() { # NAME TEMPLATE-CONTENT: the pages with a template that extends the sample's
    mkdir -p "$work/t" && cp $sample/template.xml "$work/t/bac-giang.xml"
    printf '<?xml version="1.0"?>\n<template name="%s" extends="bac-giang">%s</template>\n' "$1" "$2" >"$work/t/$1.xml"
    vb dump -t "$work/t/$1.xml" >"$work/$1" || say "$1 is refused"
}
seen() { grep -qE "$2" "$work/$1" || say "$1: no $2"; }
changed style '<style name="muc" size="13pt" italic="yes"/>'
seen style ' 13 bold italic o6 "I. CÔNG TÁC'
changed margin '<page name="main" left="35mm"/>'
seen margin '^  35\.0 [0-9.]+ w'
changed order '<slot name="tieu-de"><p style="trich-yeu">{subject}</p><slot name="ten-loai-rieng"/></slot>
  <slot name="ten-loai-rieng"><p style="ten-loai">Báo cáo</p></slot>'
grep -E '^  [0-9].*"(BÁO CÁO"|Kết quả công tác)' "$work/order" | sed -n 1p | grep -q 'Kết quả'  || say "order: the title still comes first"
changed columns '<slot name="bang-bao-cao"><table style="bang"><column width="*" select="@ten"/>
  <column width="30mm" align="center" select="@bao-cao" total="count($rows)"/>
  <head><row><cell>Cơ quan</cell><cell>Báo cáo</cell></row></head>
  <rows select="$document/data/cap/co-quan"/><totals select="$document/data/cap/co-quan">Cộng</totals></table></slot>'
seen columns '"Cơ quan"'
seen columns ' bold "30"'
exit $fail
