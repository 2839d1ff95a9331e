#!/bin/sh
# fill.sh - no page of a sample is left empty without a reason, also when its notes are twice and five times as
# long: then too every word of them is there, in order, and each begins on the page of its mark. Every short page
# and its reason is left in build/fill.txt.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0
say() { echo "fill: $*"; status=1; }
failed() { say "$1"; grep -v '^ok' "$2"; }
python() { file=$1; shift; /usr/bin/python3 -B "tests/accept/$file" "$@"; }

pages() { # NAME DATA [TEMPLATE]: work/NAME.pdf, .page and .said
    build/vanban render "$2" ${3:+-t "$3"} --lang en -o "$work/$1.pdf" 2>"$work/$1.said" || say "$1 is not rendered"
    build/vanban dump "$2" ${3:+-t "$3"} --stage page -q >"$work/$1.page"
}
filled() { # NAME
    python fill.py "$work/$1.pdf" "$work/$1.page" >"$work/fill" || failed "$1: a page is short without a reason" "$work/fill"
    { echo "== $1, $(grep -c '^page ' "$work/$1.page") pages"; cat "$work/fill"; } >>build/fill.txt
}
own_template() { [ -e "$1/template.xml" ] && echo "$1/template.xml"; }

: >build/fill.txt
for sample in samples/*-*/data.xml; do
    sample=${sample%data.xml}
    sample=${sample%/} name=$(basename "$sample")
    pages "$name" "$sample/data.xml" "$(own_template "$sample")"
    filled "$name"
done

for name in dinh-hoa-bao-cao-2021 bac-giang-bao-cao-2020-02; do
    for times in 2 5; do
        long=$name-notes-$times
        python long_notes.py "samples/$name" $times "$work/$long" || { say "$long is not made"; continue; }
        pages "$long" "$work/$long/data.xml" "$(own_template "samples/$name")"
        filled "$long"
        python text.py "$work/$long.pdf" "$work/$long" >"$work/text" || failed "$long: the text is not the data's" "$work/text"
        grep -E '\[(NOTE_LATE|KEEP_BROKEN)\]' "$work/$long.said" && say "$long: a note has no room"
    done
done
# The control: notes five times as long are not notes twice as long.
python text.py "$work/$name-notes-5.pdf" "$work/$name-notes-2" >"$work/text" && say "too many words of notes pass"

# The control: pages that end 60 mm from the paper's edge are full to the program, and short to this test.
sample=samples/bac-giang-bao-cao-2020-02
cp $sample/template.xml "$work/bac-giang.xml"
echo '<template name="thap" extends="bac-giang"><page name="main" bottom="60mm"/></template>' >"$work/thap.xml"
pages thap $sample/data.xml "$work/thap.xml"
python fill.py "$work/thap.pdf" "$work/thap.page" >"$work/thap.fill" && say "short pages pass"
[ "$(grep -c '^FAIL .*, ends full: none$' "$work/thap.fill")" -ge 3 ] || { say "short pages are not named"; cat "$work/thap.fill"; }
echo "fill: $(grep -c '^==' build/fill.txt) documents, $(grep -c '^ok' build/fill.txt) short pages have a reason"
exit $status
