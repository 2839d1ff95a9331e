#!/bin/sh
# hardened.sh BUILD - what the linker was asked for stands in program and shared library: an address of its
# own in every run, tables of addresses that nobody writes to, a stack that is no program, canaries, and
# checked copies. A program built without is told from one that has them.
cd "$(dirname "$0")/.." || exit 1
out=$1
fail=0
lacks() { # FILE: what it lacks
    readelf -hW "$1" | grep -q 'Type: *DYN' || echo "PIE"
    readelf -lW "$1" | grep -q GNU_RELRO || echo "relro"
    readelf -dW "$1" | grep -qE 'BIND_NOW|FLAGS_1.*NOW' || echo "now"
    readelf -lW "$1" | grep 'GNU_STACK' | grep -q 'RW ' || echo "a stack that is not executable"
    readelf --dyn-syms -W "$1" | grep -q '__stack_chk_fail' || echo "stack-protector"
    readelf --dyn-syms -W "$1" | grep -qE '__(snprintf|memcpy|vsnprintf|memmove)_chk' || echo "fortify"
    readelf -dW "$1" | grep -q TEXTREL && echo "text without relocations"
    readelf -dW "$1" | grep -qE 'RPATH|RUNPATH' && echo "no path of its own to libraries"
}
make --no-print-directory "$out/libvanban.so.0" >/dev/null || exit 1
for file in "$out/vanban" "$out/libvanban.so.0"; do
    found=$(lacks "$file" | paste -sd, -)
    [ -z "$found" ] || { echo "hardened: $file lacks $found"; fail=1; }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
echo 'int main(void) { return 0; }' >"$work/a.c"
gcc -no-pie -Wl,-z,norelro,-z,lazy,-z,execstack -Wl,-rpath,/x -o "$work/a" "$work/a.c" 2>/dev/null
found=$(lacks "$work/a" | wc -l)
[ "$found" -eq 7 ] || { echo "hardened: in a program that has nothing $found of 7 are missed"; fail=1; }
exit $fail
