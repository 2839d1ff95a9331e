#!/bin/sh
# reference.sh [--update] - templates/README.md and the schemas against the grammar tables they
# are made from.
cd "$(dirname "$0")/.." || exit 1
page=templates/README.md
new=$(mktemp) || exit 1
trap 'rm -f "$new"' EXIT
sed '/make reference/q' $page >"$new"
build/reference >>"$new" || exit 1
[ "$1" != --update ] || cp "$new" $page
for language in data template; do
    [ "$1" != --update ] || build/vanban schema $language -o templates/$language.rng
    build/vanban schema $language | cmp -s - templates/$language.rng ||
        { echo "reference: templates/$language.rng is not what the grammar says; run make reference"; exit 1; }
done
cmp -s "$new" $page || { echo "reference: $page is not what the grammar says; run make reference"; exit 1; }
