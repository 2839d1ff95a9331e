#!/bin/sh
# golden.sh [--update] - the samples' pages (of one the bound document, the structure and the reasons too) as text, against what a
# person has read; two runs, another locale and perturbed memory give the same bytes; and what
# a template alone can change.
cd "$(dirname "$0")/.." || exit 1
vanban=${OUT:-build}/vanban
sample=samples/bac-giang-bao-cao-2020-02
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
update=
[ "$1" = --update ] && update=yes
say() { echo "golden: $*"; fail=1; }
vb() { command=$1; shift; "$vanban" "$command" $sample/data.xml -q "$@"; }

golden() { # FILE: what was dumped against what a person has read
    [ "$update" ] && cp "$work/$1" tests/golden/$1.txt
    cmp -s "$work/$1" tests/golden/$1.txt || { say "$1 differs"; diff tests/golden/$1.txt "$work/$1" | head -20; }
}
vb dump -t $sample/template.xml --stage doc >"$work/bac-giang-bao-cao-2020-02.doc"
golden bac-giang-bao-cao-2020-02.doc
for own in samples/*-*/data.xml; do
    own=${own%data.xml}
    name=$(basename "$own") template=
    [ -e "$own/template.xml" ] && template="-t $own/template.xml"
    # shellcheck disable=SC2086
    "$vanban" dump "$own/data.xml" $template --strict >"$work/$name.page" 2>"$work/said" || say "$name is not without a warning: $(cat "$work/said")"
    golden "$name.page"
done

"$vanban" dump samples/batch/data.xml -t samples/batch/template.xml --record 3 --strict -q >"$work/batch.page" || say "batch is not without a warning"
golden batch.page
/usr/bin/python3 -B samples/batch/make.py | cmp -s - samples/batch/data.xml || say "make.py writes other data than samples/batch/data.xml"
/usr/bin/python3 -B samples/batch/make.py --csv | cmp -s - samples/batch/xa.csv || say "make.py writes another CSV than samples/batch/xa.csv"
/usr/bin/python3 -B samples/batch/make.py --map | cmp -s - samples/batch/csv.xml || say "make.py writes another map than samples/batch/csv.xml"

# ---- what is read aloud: the structure tree, but for numbers of objects
for data in $sample/data.xml samples/types/quyet-dinh.xml; do
    case $data in $sample/*) name=bac-giang-bao-cao-2020-02 template="-t $sample/template.xml" ;; *) name=quyet-dinh template= ;; esac
    # shellcheck disable=SC2086
    "$vanban" render $data $template -q -o "$work/struct.pdf"
    pdfinfo -struct-text "$work/struct.pdf" | sed 's/Object [0-9]* 0$/Object/' >"$work/$name.struct"
    golden $name.struct
done

# ---- why pages end and lines are loose, in two languages and for programs
for lang in vi en; do
    vb render -t $sample/template.xml -o "$work/why.pdf" --explain --lang $lang | sed 's,[^ ]*/templates/nd30.xml:[0-9]*:[0-9]*:,templates/nd30.xml:,' >"$work/explain.$lang"
    golden explain.$lang
done
vb render -t $sample/template.xml -o - --explain --lang en --format=json 2>"$work/json" >"$work/why-2.pdf"
/usr/bin/python3 -c 'import json, sys; [json.loads(line)["text"] for line in sys.stdin]' <"$work/json" || say "explain: no JSON"
[ "$(wc -l <"$work/json")" -eq "$(grep -cE ': page |^page ' "$work/explain.en")" ] || say "explain: as JSON there are more or fewer"
vb render -t $sample/template.xml -o "$work/plain.pdf"
cmp "$work/plain.pdf" "$work/why.pdf" && cmp "$work/plain.pdf" "$work/why-2.pdf" || say "explained pages are others"

# ---- every component, on pages of all kinds
# NAME.xml data; NAME.template.xml its template, if it has one; NAME.args more options
layout() { # NAME OPTIONS...: a document of tests/layouts
    name=$1; shift
    "$vanban" dump tests/layouts/"$@" -q >"$work/$name.page"
    golden "$name.page"
}
for data in tests/layouts/*.xml; do
    case $data in *.template.xml) continue ;; esac
    name=$(basename "$data" .xml) template=
    [ -e "tests/layouts/$name.template.xml" ] && template="-t tests/layouts/$name.template.xml"
    # shellcheck disable=SC2046,SC2086
    layout "$name" "$name.xml" $template $(cat "tests/layouts/$name.args" 2>/dev/null)
done
layout contents-split contents.xml -t tests/layouts/contents.template.xml --split-appendices
cp tests/layouts/communes.xml "$work/"
"$vanban" render "$work/communes.xml" -t tests/layouts/communes.template.xml --record 2 -q
[ -s "$work/30002-phu-luc.pdf" ] || say "the record's file has another name: $(ls "$work")"

# ---- a page as SVG, with what overlays ask for; of each line of letters the first place and the last; lines of nd30.xml, which grows, are left out
mkdir "$work/svg" && "${OUT:-build}/svgs" samples/types/giay-nghi-phep.xml "" "$work/svg" >/dev/null || say "no SVG"
sed -e 's/ x="\([0-9.]*\) [^"]* \([0-9.]*\)"/ x="\1 .. \2"/g' -e 's,/nd30.xml:[0-9]*",/nd30.xml",g' "$work/svg/page-001.svg" >"$work/giay-nghi-phep.svg"
golden giay-nghi-phep.svg

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

# ---- pages in files of their own: the same bytes, alone in memory or on the disk; told what was written
split() { "$vanban" render $sample/data.xml -t $sample/template.xml --split-appendices -o "$1" >"$work/names" 2>"$work/said"; }
mkdir "$work/a" "$work/b" && split "$work/a/x.pdf" && (LC_ALL=C.UTF-8 MALLOC_PERTURB_=85 split "$work/b/x.pdf")
diff -r "$work/a" "$work/b" || say "two runs of several files differ"
sed "s,.*/,," "$work/names" | tr '\n' ' ' | grep -qx 'x.pdf x-phu-luc-1.pdf ' || say "the names of several files: $(cat "$work/names")"
ls "$work/b" | tr '\n' ' ' | grep -qx 'x-phu-luc-1.pdf x.pdf ' || say "other files: $(ls "$work/b")"
vb render -t $sample/template.xml --split-appendices --format=json -o "$work/a/x.pdf" >"$work/names"
/usr/bin/python3 - "$work/names" "$work/a/" <<'PYTHON' || say "what was written is not told"
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert [(r["kind"], r["file"], r.get("part")) for r in rows] == [("written", sys.argv[2] + "x.pdf", None), ("written", sys.argv[2] + "x-phu-luc-1.pdf", "phu-luc-1")], rows
assert all(r["pages"] > 0 and r["title"] for r in rows), rows
PYTHON
vb dump -t $sample/template.xml --for paper | grep -vE '^(title|author|outline|page|section)' >"$work/whole"
vb dump -t $sample/template.xml --split-appendices --for paper | grep -vE '^(title|author|outline|page|section|file)' >"$work/apart"
diff "$work/whole" "$work/apart" | grep '^[<>]' | grep -v -e '-> #' | grep . && say "pages change when they stand in files of their own"

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
