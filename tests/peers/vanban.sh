#!/bin/sh
# vanban.sh - this program as one of the peers of a comparison: `prepare` makes our data of the
# neutral JSON (not timed), `make` makes the PDFs (timed), `version` names the build.
here=${0%/*}
vanban=${VANBAN:-$here/../../build/vanban}
case $1 in
version) "$vanban" --version ;;
prepare)
    shift
    for n in "$@"; do python3 "$here/convert.py" "$n.json" >"$n.xml" || exit 1; done
    ;;
make)
    shift
    [ $# -gt 1 ] || exec "$vanban" render "$1.xml" -t "$here/peers.xml" -o "$1.pdf" -q
    for n in "$@"; do set -- "$@" "$n.xml"; shift; done
    exec "$vanban" batch "$@" -t "$here/peers.xml" -o . -j1 -q
    ;;
esac
