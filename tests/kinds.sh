#!/bin/sh
# kinds.sh [--update] - samples beside the 29 types: copies, on paper and electronic; the Party's; a house
# style. Their pages are what a person has read; nothing is said of them; the schema takes them.
cd "$(dirname "$0")/.." || exit 1
vanban=${OUT:-build}/vanban
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
update=
[ "$1" = --update ] && update=yes && mkdir -p tests/golden/kinds
say() { echo "kinds: $*"; fail=1; }

kind() { # NAME DATA OPTIONS...
    one=$1 from=$2; shift 2
    "$vanban" dump "$from" "$@" --strict >"$work/$one" 2>"$work/said" || say "$one is refused"
    sed '/\[FONT_SUBSTITUTE\]/,+1d' "$work/said" | grep . && say "$one is not without a message"
    xmllint --noout --relaxng templates/data.rng "$from" 2>"$work/said" || { say "the schema refuses $from"; cat "$work/said"; }
    [ "$update" ] && cp "$work/$one" "tests/golden/kinds/$one.page.txt"
    cmp -s "$work/$one" "tests/golden/kinds/$one.page.txt" ||
        { say "$one.page differs"; diff "tests/golden/kinds/$one.page.txt" "$work/$one" | head -20; }
}

for data in samples/copies/*.xml; do
    name=$(basename "$data" .xml)
    kind "$name" "$data" --for paper
    kind "$name-dien-tu" "$data"
    # the original's own places were signed long ago: in the electronic copy the copier's line alone is to be signed
    grep -qE ' field (signature|seal) ' "$work/$name-dien-tu" && say "$name: a copy asks for the original's signature again"
    grep -c ' field attachment-signature ' "$work/$name-dien-tu" | grep -qx "$(grep -c '<copy ' "$data")" || say "$name: lines of copies"
done
# in files of their own each file is a copy
"$vanban" dump samples/copies/sao-y.xml --split-appendices -q | grep -c ' o14 "Sao y; ' | grep -qx 2 || say "a file of its own without the copy's line"

for data in samples/party/*.xml; do
    kind "$(basename "$data" .xml)" "$data"
done
for type in $(sed -n 's/.*<set name="loai\.\(dang-[a-z-]*\)".*/\1/p' templates/dang.xml); do
    "$vanban" schema data "$type" -q -o "$work/own.rng" || say "no template serves $type"
done

# ---- a house style is ten lines: its notes, its first lines, its order of recipients
style=samples/local/mau-bao-cao.xml
[ "$(wc -l <$style)" -le 10 ] || say "$style has more than ten lines"
kind local samples/local/bao-cao.xml -t $style
grep -qE '^  30\.0 .* 11 italic "Ghi chú' "$work/local" || say "local: notes below a table are not of 11 pt"
grep -qE '^  42\.7 .* o6 ' "$work/local" || say "local: no first line at 1.27 cm"
sed -n 's/.* o9b "- \(.*\)[;.]"$/\1/p' "$work/local" | tr '\n' '|' |
    grep -qxF 'UBND tỉnh (b/c)|Cục Hành chính tư pháp (b/c)|UBND các xã, phường|Văn phòng Sở|Lưu: VT, HCTP|' || say "local: another order of recipients"
exit $fail
