#!/bin/sh
# accents.sh - every accented letter of Vietnamese, in the four faces and two sizes, against the font's own file.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -B tests/accents.py "$PWD/${OUT:-build}/vanban" "$work"
