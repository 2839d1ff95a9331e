#!/bin/sh
# install.sh - installs into an empty root; then the program renders there, and README's example in
# C, as printed, is built against the header and the library by pkg-config and makes a PDF, all of
# it out of sight of the sources.
cd "$(dirname "$0")/.." || exit 1
root=$(mktemp -d) || exit 1
trap 'rm -rf "$root"' EXIT
fail() { echo "install: $*"; exit 1; }
make --no-print-directory install DESTDIR="$root" PREFIX=/opt/vanban >"$root/log" || { cat "$root/log"; fail "make install"; }
for file in bin/vanban lib/libvanban.a lib/libvanban.so lib/pkgconfig/vanban.pc include/vanban.h \
    share/vanban/templates/nd30.xml share/vanban/fonts/fonts.conf share/man/man1/vanban.1 share/man/vi/man1/vanban.1 share/man/man5/vanban.5; do
    [ -e "$root/opt/vanban/$file" ] || fail "no $file"
done
# The man pages say what the grammar and the table of options hold.
man=$root/opt/vanban/share/man
for element in $(build/vanban schema data | sed -n 's/.*<element name="\([^"]*\)".*/\1/p') per-row; do
    grep -q "<$element>\|$element" "$man/man5/vanban.5" || fail "vanban.5 has no $element"
done
for option in $(build/vanban render --help | sed -n 's/.*--\([a-z]*\).*/\1/p'); do
    grep -q -e "--$option" "$man/man1/vanban.1" && grep -q -e "--$option" "$man/vi/man1/vanban.1" || fail "vanban.1 has no --$option"
done
# So do the tables of README.
for lang in vi en; do
    page=$man/man1/vanban.1
    [ $lang = vi ] && page=$man/vi/man1/vanban.1
    build/vanban render --limits --lang $lang | while read -r name value about; do
        grep -qF "| \`$name\` | $value | $about |" README.md || fail "README has no row of the limit $name, $value, $about"
        grep -q "^  $name .*$value" "$page" || fail "vanban.1 ($lang) has no limit $name"
    done || exit 1
done
cp tests/bad/ok.xml "$root/ok.xml"
awk '/^```c$/ { on = 1; next } /^```/ { on = 0 } on' README.md >"$root/example.c"
cd "$root" || exit 1
opt/vanban/bin/vanban render ok.xml -o by-program.pdf -q || fail "the installed program"
[ -s by-program.pdf ] || fail "no PDF by the installed program"
export PKG_CONFIG_PATH=$root/opt/vanban/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root
# shellcheck disable=SC2046
gcc -Wall -Werror -o example example.c $(pkg-config --cflags --libs vanban) || fail "the example does not compile"
LD_LIBRARY_PATH=$root/opt/vanban/lib ./example opt/vanban/share/vanban ok.xml >by-example.pdf || fail "the example"
cmp -s by-program.pdf by-example.pdf || fail "program and library make different files"
exit 0
