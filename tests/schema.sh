#!/bin/sh
# schema.sh [jing] - the schemas against the program, over the samples, our templates and all broken
# inputs: what the program takes the schema takes; what the program refuses as a fault of the grammar
# the schema refuses. (Ranges of lengths and empty words beside markup are the program's alone.) The
# judge is libxml2, or jing.
cd "$(dirname "$0")/.." || exit 1
judge=${1:-xmllint} vanban=${OUT:-build}/vanban
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
grammar='ROOT_WRONG|ELEMENT_UNKNOWN|ELEMENT_MISPLACED|ELEMENT_MISSING|ELEMENT_REPEATED|TEXT_MISPLACED'
grammar="$grammar|ATTRIBUTE_UNKNOWN|ATTRIBUTE_MISSING|VALUE_NUMBER|VALUE_CHOICE|VALUE_NAME|VALUE_COLOUR|VALUE_WIDTH"
grammar="$grammar|VALUE_LENGTH|DATE_FORM|NOTE_MISPLACED"

for file in samples/*/data.xml samples/types/*.xml samples/copies/*.xml samples/party/*.xml samples/local/*.xml samples/*/template.xml templates/*.xml tests/layouts/*.xml tests/bad/*.xml; do
    xmllint --noout "$file" 2>/dev/null || continue
    grep -q '<!DOCTYPE' "$file" && continue # refused before any schema; jing would fetch what it names, and end
    language=data
    grep -q '<template' "$file" && language=template
    echo "$file" >>"$work/$language"
done
for language in data template; do # the files that the schema refuses
    if [ "$judge" = jing ]; then
        xargs jing templates/$language.rng <"$work/$language" 2>/dev/null | sed -n 's,^\([^:]*\):[0-9]*:[0-9]*: error:.*,\1,p'
    else
        xargs xmllint --noout --relaxng templates/$language.rng <"$work/$language" 2>&1 | sed -n 's, fails to validate$,,p'
    fi
done | sed "s,^$PWD/,," | sort -u >"$work/refused"
n=0
for file in $(cat "$work/data" "$work/template"); do
    n=$((n + 1))
    said=$("$vanban" check --data-only --limit seconds=2 "$file" 2>/dev/null)
    if grep -qxF "$file" "$work/refused"; then
        echo "$said" | grep -qE "^$file:.*: lỗi: " && continue
        echo "schema: $judge refuses $file, which the program takes"
        fail=1
    elif echo "$said" | grep -qE "^$file:[0-9]+:[0-9]+: .*\[($grammar)\]$"; then
        echo "schema: $judge takes $file, which the program refuses: $said"
        fail=1
    fi
done
# The same with the schema of one template, over the data that goes with it: what it needs is wanted.
# (That a certain <field> must be there is the program's alone: the elements are of one name.)
refuses() { # SCHEMA FILE
    if [ "$judge" = jing ]; then ! jing "$1" "$2" >/dev/null 2>&1; else ! xmllint --noout --relaxng "$1" "$2" 2>/dev/null; fi
}
needs='NEED_MISSING|DATE_FORM|FIELD_UNKNOWN|SET_UNKNOWN'
of_template=0 of_refused=0
for data in samples/*/data.xml tests/layouts/communes.xml tests/bad/*.xml; do
    case $data in */data.xml) template=${data%data.xml}template.xml ;; *) template=${data%.xml}.template.xml ;; esac
    [ -e "$template" ] && xmllint --noout "$data" 2>/dev/null || continue
    "$vanban" schema data -t "$template" -o "$work/open.rng" -q 2>/dev/null || continue
    "$vanban" schema data -t "$template" -o "$work/closed.rng" -q --strict 2>/dev/null
    of_template=$((of_template + 1))
    said=$("$vanban" check --data-only --limit seconds=2 "$data" -t "$template" 2>/dev/null)
    if refuses "$work/open.rng" "$data"; then
        of_refused=$((of_refused + 1))
        echo "$said" | grep -qE "^$data:.*: lỗi: " || { echo "schema: that of $template refuses $data, which the program takes"; fail=1; }
    elif echo "$said" | grep -v fields/field | grep -qE "^$data:[0-9]+:[0-9]+: lỗi: .*\[($needs)\]$"; then
        echo "schema: that of $template takes $data, which the program refuses: $said"
        fail=1
    fi
    refuses "$work/closed.rng" "$data" && [ -z "$said" ] && { echo "schema: the strict one of $template refuses $data, which has no finding"; fail=1; }
    echo "$said" | grep -q "^$data.*NEED_UNKNOWN" && ! refuses "$work/closed.rng" "$data" && { echo "schema: the strict one of $template takes $data"; fail=1; }
done
# What a template says of its needs is text, whatever letters it has.
cat >"$work/signs.xml" <<'END'
<template name="signs" extends="bao-cao"><needs><need path="data/x" label="A &amp; B &lt; &quot;C&quot;"/></needs></template>
END
if ! "$vanban" schema data -t "$work/signs.xml" -o "$work/signs.rng" -q 2>/dev/null || ! xmllint --noout "$work/signs.rng" || ! grep -q '>A &amp; B &lt; &quot;C&quot;<' "$work/signs.rng"; then
    echo "schema: a label with signs of XML"
    fail=1
fi
[ $of_template -gt 20 ] && [ $of_refused -ge 3 ] || { echo "schema: too few templates seen: $of_template, refused $of_refused"; fail=1; }
[ $n -gt 80 ] && [ "$(wc -l <"$work/refused")" -gt 10 ] || { echo "schema: $judge saw too little: $n files, $(wc -l <"$work/refused") refused"; fail=1; }
exit $fail
