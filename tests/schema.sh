#!/bin/sh
# schema.sh [jing] - the schemas against the program, over the samples, our templates and all broken
# inputs: what the program takes the schema takes; what the program refuses as a fault of the grammar
# the schema refuses. (Ranges of lengths and empty words beside markup are the program's alone.) The
# judge is libxml2, or jing.
cd "$(dirname "$0")/.." || exit 1
judge=${1:-xmllint}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
grammar='ROOT_WRONG|ELEMENT_UNKNOWN|ELEMENT_MISPLACED|ELEMENT_MISSING|ELEMENT_REPEATED|TEXT_MISPLACED'
grammar="$grammar|ATTRIBUTE_UNKNOWN|ATTRIBUTE_MISSING|VALUE_NUMBER|VALUE_CHOICE|VALUE_NAME|VALUE_COLOUR|VALUE_WIDTH"
grammar="$grammar|VALUE_LENGTH|DATE_FORM|NOTE_MISPLACED"

for file in samples/*/data.xml samples/*/template.xml templates/*.xml tests/bad/*.xml; do
    xmllint --noout "$file" 2>/dev/null || continue
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
    said=$(build/vanban check "$file" 2>/dev/null)
    if grep -qxF "$file" "$work/refused"; then
        echo "$said" | grep -qE "^$file:.*: lỗi: " && continue
        echo "schema: $judge refuses $file, which the program takes"
        fail=1
    elif echo "$said" | grep -qE "^$file:[0-9]+:[0-9]+: .*\[($grammar)\]$"; then
        echo "schema: $judge takes $file, which the program refuses: $said"
        fail=1
    fi
done
[ $n -gt 80 ] && [ "$(wc -l <"$work/refused")" -gt 10 ] || { echo "schema: $judge saw too little: $n files, $(wc -l <"$work/refused") refused"; fail=1; }
exit $fail
