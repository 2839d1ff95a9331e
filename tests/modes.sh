#!/bin/sh
# modes.sh - paper, electronic, archive, and appendices in files of their own: every sample is rendered
# in each, and its pages differ in what the decree says and in nothing else: on paper the line (Kèm
# theo ...) is filled in; a file of its own of an electronic document has the line of its signature.
cd "$(dirname "$0")/.." || exit 1
vanban=${OUT:-build}/vanban
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0 filled=0 apart=0
say() { echo "modes: $*"; fail=1; }

pages() { # NAME OPTIONS...: the sample's pages
    name=$1; shift
    # shellcheck disable=SC2086
    "$vanban" dump "$data" $template "$@" >"$work/$name" 2>"$work/said" || say "$data $*: $(cat "$work/said")"
    sed '/\[FONT_SUBSTITUTE\]/,+1d' "$work/said" | grep . && say "$data $*: not without a message"
}
same() { # A B WHAT...: but for lines that say one of these
    a=$1 b=$2; shift 2
    pattern=$(printf '|%s' "$@")
    for f in "$a" "$b"; do grep -vE "${pattern#|}" "$work/$f" >"$work/$f.less"; done
    cmp -s "$work/$a.less" "$work/$b.less" || { say "$data: $a and $b differ in more than they should"; diff "$work/$a.less" "$work/$b.less" | head; }
}
line() { grep -E ' (appendix-reference) ' "$work/$1" | sed 's/.*appendix-reference //'; }

for data in samples/types/*.xml samples/*-*/data.xml tests/layouts/files.xml; do
    template=
    case $data in */data.xml) [ -e "${data%data.xml}template.xml" ] && template="-t ${data%data.xml}template.xml" ;; esac
    for mode in paper electronic archive; do
        pages $mode --for $mode
        pages split-$mode --for $mode --split-appendices
    done
    pages default
    cmp -s "$work/default" "$work/electronic" || say "$data: electronic is not the default"
    cmp -s "$work/archive" "$work/electronic" || say "$data: archive is not set as electronic"
    cmp -s "$work/split-archive" "$work/split-electronic" || say "$data: archive is not set as electronic in files of their own"
    same paper electronic ' appendix-reference ' ' field blank$'
    same split-paper split-electronic ' appendix-reference ' ' field blank$' ' file-signature ' ' field attachment-signature ' ' field blank (ngay|gio)-ky$' ' [0-9.]+ 10\.[0-9] .* field number$'
    line electronic | grep -E '[0-9]' && say "$data: an electronic reference line is filled in"
    cmp -s "$work/paper" "$work/electronic" || filled=$((filled + 1))
    grep -q ' file-signature ' "$work/paper" "$work/electronic" "$work/split-paper" && say "$data: the line of a file's own signature without such a file"
    # one such line on the first page of each, size 10, from the right margin, above the text
    awk '
        /^file/ { own = 1; files++ }
        /^section/ { right = substr($5, 1) + substr($7, 2); top = $6 }
        /^page/ { page = $2 + 0 }
        / field attachment-signature / { lines++; if (!own || page != 1 || ($1 + substr($3, 2) - right) ^ 2 > 0.02 || $2 + substr($4, 2) > top) bad = 1 }
        / file-signature / { if (!own || page != 1 || $4 != 10 || $5 != "file-signature") bad = 1 }
        END { exit bad || lines != files }' "$work/split-electronic" || say "$data: the line at the top right of a file of its own"
    grep -q '^file ' "$work/split-electronic" && apart=$((apart + 1))
done
[ $filled -ge 4 ] || say "in $filled samples a line is filled in"
[ $apart -ge 4 ] || say "$apart samples have a file of their own"

# ---- what the document system fills, and what of it the PDF shows
data=samples/types/quyet-dinh.xml
time='05/01/2026; 14:30:25 +07:00'
"$vanban" render $data --split-appendices --set "thoi-gian-ky=$time" -q -o "$work/qd.pdf" || say "no files"
for part in kem-theo-1 kem-theo-1-phu-luc-1; do
    pdftotext -f 1 -l 1 "$work/qd-$part.pdf" - | head -1 | grep -qxF "Số: 1205/QĐ-UBND; $time" || say "$part: another line at the top"
done
pdftotext "$work/qd.pdf" - | grep -q 'Nơi nhận' || say "the recipients are not in the main file"
pdftotext "$work/qd-kem-theo-1.pdf" - | grep -qE 'Nơi nhận|Lê Thị Hải Vân' && say "recipients or signer in another file than the main"
pdfinfo "$work/qd-kem-theo-1.pdf" | grep -q '^Title: *Quy chế Quản lý' || say "the title of a file of its own"
"$vanban" render $data --for paper --split-appendices -q -o "$work/paper.pdf"
plain() { qpdf --object-streams=disable --stream-data=preserve "$1" "$1.plain" || say "qpdf: $1"; }
for pdf in "$work"/paper*.pdf; do
    plain "$pdf"
    grep -qa -e AcroForm -e '/Widget' "$pdf.plain" && say "fields in a PDF for paper"
done

# ---- links lead to a page of the file that they stand in
"$vanban" render tests/layouts/files.xml -t tests/layouts/files.template.xml --split-appendices -q -o "$work/files.pdf"
for pdf in "$work"/files*.pdf; do plain "$pdf"; done
/usr/bin/python3 -B - "$work"/files*.pdf.plain <<'PYTHON' || say "links of files of their own"
import re
import sys

links = 0
for name in sys.argv[1:]:
    objects = dict(re.findall(rb"\n(\d+) 0 obj\s(.*?)endobj", open(name, "rb").read(), re.S))
    for text in objects.values():
        to = re.search(rb"/Dest \[\s*(\d+) 0 R", text)
        assert not to or re.search(rb"/Type /Page\b", objects[to[1]]), (name, text)
        assert to or b"/Subtype /Link" not in text, (name, text)
        links += b"/Subtype /Link" in text
assert len(sys.argv) == 6 and links > 10, (sys.argv, links)
PYTHON
exit $fail
