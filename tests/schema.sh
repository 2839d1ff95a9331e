#!/bin/sh
# schema.sh - the schemas against the program, over the samples, our templates and all broken inputs:
# what the program takes the schema takes; what the program refuses as a fault of the grammar the
# schema refuses. (Ranges of lengths and empty words beside markup are the program's alone.)
cd "$(dirname "$0")/.." || exit 1
fail=0
grammar='ROOT_WRONG|ELEMENT_UNKNOWN|ELEMENT_MISPLACED|ELEMENT_MISSING|ELEMENT_REPEATED|TEXT_MISPLACED'
grammar="$grammar|ATTRIBUTE_UNKNOWN|ATTRIBUTE_MISSING|VALUE_NUMBER|VALUE_CHOICE|VALUE_NAME|VALUE_COLOUR|VALUE_WIDTH"
grammar="$grammar|VALUE_LENGTH|DATE_FORM|NOTE_MISPLACED"
n=0
for file in samples/*/data.xml samples/*/template.xml templates/*.xml tests/bad/*.xml; do
    xmllint --noout "$file" 2>/dev/null || continue
    language=data
    grep -q '<template' "$file" && language=template
    xmllint --noout --relaxng templates/$language.rng "$file" 2>/dev/null
    schema=$?
    said=$(build/vanban check "$file" 2>/dev/null)
    place="^${file}:[0-9]+:[0-9]+: .*\\[($grammar)\\]$"
    if [ $schema -ne 0 ] && ! echo "$said" | grep -qE "^$file:.*: lỗi: "; then
        echo "schema: refuses $file, which the program takes"; fail=1
    fi
    if [ $schema -eq 0 ] && echo "$said" | grep -qE "$place"; then
        echo "schema: takes $file, which the program refuses:"; echo "$said" | grep -E "$place"; fail=1
    fi
    n=$((n + 1))
done
[ $n -gt 80 ] || { echo "schema: only $n files"; fail=1; }
exit $fail
