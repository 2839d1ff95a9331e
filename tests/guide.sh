#!/bin/sh
# guide.sh - README's guide as printed: its files, then its commands, in an empty folder.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
awk -v dir="$work" '/^```xml/ { file = dir "/" (n++ ? "cua-toi.xml" : "bao-cao.xml"); next } /^```/ { file = "" } file { print >file }' README.md
mkdir "$work/build" && ln -s "$PWD/build/vanban" "$work/build/vanban"
run() {
    grep -qF "$*" README.md || { echo "guide: README does not say: $*"; exit 1; }
    (cd "$work" && "$@" 2>"$work/said" && [ -s bao-cao.pdf ]) || { echo "guide: $* failed"; cat "$work/said"; exit 1; }
    grep -q '\[LINE\|\[NAME' "$work/said" && { cat "$work/said"; exit 1; }
    rm "$work/bao-cao.pdf"
}
run build/vanban render bao-cao.xml
run build/vanban render bao-cao.xml -t cua-toi.xml
exit 0
