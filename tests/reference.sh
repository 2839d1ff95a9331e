#!/bin/sh
# reference.sh [--update] - templates/README.md against the grammar tables it is made from.
cd "$(dirname "$0")/.." || exit 1
page=templates/README.md
new=$(mktemp) || exit 1
trap 'rm -f "$new"' EXIT
sed '/make reference/q' $page >"$new"
build/reference >>"$new" || exit 1
[ "$1" != --update ] || cp "$new" $page
cmp -s "$new" $page || { echo "reference: $page is not what the grammar says; run make reference"; exit 1; }
