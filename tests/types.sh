#!/bin/sh
# types.sh [--update] - the 29 types of Điều 7: each has a sample, whose pages are what a person has
# read and of which nothing is said; what two types share stands once, in nd30.xml, which asks for none.
cd "$(dirname "$0")/.." || exit 1
vanban=${OUT:-build}/vanban
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
update=
[ "$1" = --update ] && update=yes && mkdir -p tests/golden/types
say() { echo "types: $*"; fail=1; }

sed -n 's/.*<set name="loai\.\([a-z-]*\)" *value=.*/\1/p' templates/nd30.xml | sort >"$work/names"
[ "$(wc -l <"$work/names")" -eq 29 ] || say "nd30.xml names $(wc -l <"$work/names") types"
ls samples/types/*.xml | sed "s:.*/::; s/\.xml\$//" | LC_ALL=C sort | comm -3 "$work/names" - | grep . && say "the types above have no sample, or no name"
for data in samples/types/*.xml; do
    name=$(basename "$data" .xml)
    grep -q "^<document type=\"$name\"" "$data" || say "$data is of another type"
    "$vanban" render "$data" --strict -o "$work/out.pdf" 2>"$work/said" || say "$name is refused"
    sed '/\[FONT_SUBSTITUTE\]/,+1d' "$work/said" | grep . && say "$name is not without a message"
    "$vanban" schema data "$name" --strict -o "$work/own.rng" -q && xmllint --noout --relaxng "$work/own.rng" "$data" 2>"$work/said" ||
        { say "the schema of $name refuses its sample"; cat "$work/said"; }
    "$vanban" dump "$data" -q >"$work/$name.page.txt"
    [ "$update" ] && cp "$work/$name.page.txt" tests/golden/types/
    cmp -s "$work/$name.page.txt" "tests/golden/types/$name.page.txt" ||
        { say "$name.page differs"; diff "tests/golden/types/$name.page.txt" "$work/$name.page.txt" | head -20; }
done

# ---- the templates: nothing twice, and no question for the type in the base
/usr/bin/python3 -B - templates/*.xml <<'PYTHON' || fail=1
import re, sys
import xml.etree.ElementTree as tree

seen, bad = {}, []
def once(what, file):
    if what in seen:
        bad.append("%s has what %s has: %s" % (file, seen[what], what[:90]))
    seen[what] = file

for file in sys.argv[1:]:
    root, base = tree.parse(file).getroot(), file.endswith("/nd30.xml")
    for slot in root.iter("slot"):
        if len(slot) or (slot.text or "").strip():  # a definition, in whichever template: its content is there once
            once(re.sub(r"\s+", " ", "".join(tree.tostring(e, "unicode") for e in slot) + (slot.text or "")).strip(), file)
            if base:
                once("slot " + slot.get("name"), file)
    if not base:
        names = [slot.get("name") for slot in root.findall("slot")]
        bad += ["%s has slot %s twice" % (file, n) for n in set(names) if names.count(n) > 1]
        for s in root.findall("set"):  # a value of its own: words that two templates give stand in the base
            if not re.search(r'<set name="%s"' % re.escape(s.get("name")), open("templates/nd30.xml", encoding="utf-8").read()):
                once("set %s %s" % (s.get("name"), s.get("lang", "vi")), file)
    for e in root.iter() if base else ():
        for attribute in ("test", "if", "select", "for"):
            words = re.sub(r"concat\('[a-z-]*\.', ((\$document|\.\.)/)?@type\)", "", e.get(attribute, ""))  # a setting of the type's name
            if re.search(r"@type(?!-name)", words) or attribute == "for" and e.get("for"):
                bad.append("nd30.xml asks for the type: %s=%r" % (attribute, e.get(attribute)))
for line in bad:
    print("types: " + line)
sys.exit(bool(bad))
PYTHON
exit $fail
