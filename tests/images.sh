#!/bin/sh
# images.sh [--chromium NODE_MODULES_DIR] - pictures from file to paper: in the text, a list, cells, a grid, the margin, the
# signature; what two other programs (and Chromium, of SVG) draw and hold against the pixels of the files.
cd "$(dirname "$0")/.." || exit 1
vanban=$PWD/${OUT:-build}/vanban
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
say() { echo "images: $*"; fail=1; }
seen() { grep -qE "$1" "$work/page" || say "no $1"; }

/usr/bin/python3 -B tests/pictures.py "$work/anh" || exit 1
diff -r tests/bad/anh "$work/anh" || say "tests/bad/anh is not what pictures.py draws"
mkdir "$work/mau" && cp "$work/anh/the.png" "$work/mau/logo.png"

cat >"$work/data.xml" <<END
<document type="bao-cao">
  <issuer><name>Sở Nội vụ</name></issuer>
  <code number="5" notation="BC-SNV"/>
  <promulgation place="Bắc Giang" date="2020-02-20"/>
  <subject>Ảnh</subject>
  <body>
    <p>Xem <ref to="mau"/>.</p>
    <figure src="anh/mau.png" alt="Bảng màu" width="24mm" id="mau"><title>Bảng màu</title></figure>
    <figure src="anh/xam.png" alt="Bảng xám" width="24mm"/>
    <section><title>Mục</title><figure src="anh/trong.png" alt="Nửa trong suốt" width="24mm"/>
      <list><item>Một ảnh: <figure src="anh/anh.jpg" alt="Ảnh chụp"/></item></list></section>
    <table><column width="*"/><column width="30mm"/><column width="auto"/>
      <row><cell>Trước <figure src="anh/bang-mau.png" alt="Trước" width="24mm"/></cell><cell><p>Sau</p>
        <figure src="anh/the.png" alt="Sau"><title>Vừa ô</title></figure></cell><cell><figure src="anh/xen-ke.png" alt="Xen kẽ" width="24mm"/></cell></row></table>
    <figure src="anh/sau-16-bit.png" alt="16 bit" width="24mm"/>
    <figure src="anh/anh-xam.jpg" alt="Ảnh xám"/>
    <figure src="./anh/../anh/anh-rgb.jpg" alt="Ảnh RGB"/>
    <figure src="anh/dan.png" alt="Tranh"/>
    <figure src="anh/mo-dan.png" alt="Tranh mờ dần"/>
    <insert slot="hai-anh"/>
$(for i in 2 3 4 5 6 7 8; do echo "<figure src=\"anh/huong-$i.jpg\" alt=\"Hướng $i\" width=\"20mm\"/>"; done)
    <p>Hết.</p>
  </body>
  <signatures><signature image="anh/chu-ky.png"><position>Giám đốc</position><name>Vũ Mạnh Hùng</name></signature></signatures>
</document>
END
cat >"$work/mau/hinh.xml" <<'END'
<template name="hinh" extends="bao-cao">
  <page name="main"><running at="bottom" on="all" edge="5mm"><image src="logo.png" height="8mm" align="right"/></running></page>
  <level of="figure" if="title" number="Hình {$n}." within="body" style="hinh" title-style="hinh-ten"/>
  <slot name="hai-anh">
    <grid widths="* *"><row>
      <cell><image src="{$document/body/figure[1]/@src}" width="20mm" alt="Trái"/><p style="giua">Trái</p></cell>
      <cell><image src="logo.png" width="30mm" height="10mm" alt="Phải"/><p style="giua">Phải</p></cell>
    </row></grid>
    <table style="bang"><column width="*"/><row><cell><if test="true()"><image src="logo.png" width="30mm"/></if></cell></row></table>
  </slot>
</template>
END
(cd "$work/mau" && "$vanban" render ../data.xml -t hinh.xml -q -o "$work/1.pdf") || say "not rendered"
"$vanban" render "$work/data.xml" -t "$work/mau/hinh.xml" -q -o "$work/2.pdf" && cmp "$work/1.pdf" "$work/2.pdf" || say "two runs differ"
"$vanban" dump "$work/data.xml" -t "$work/mau/hinh.xml" -q >"$work/page"
"$vanban" dump "$work/data.xml" -t "$work/mau/hinh.xml" -q --stage doc >"$work/doc"
seen ' o6 " Hình 1" -> #mau$'
seen ' "Hình 1\. Bảng màu"$'
seen ' w24\.0 h16\.0 image anh/trong\.png "Nửa trong suốt" o6$'
seen ' w8\.1 h5\.4 image anh/anh\.jpg "Ảnh chụp" o6$'
seen ' w27\.0 h18\.0 image anh/the\.png "Sau" o6$'
seen ' w12\.0 h8\.0 image logo\.png$'
seen ' w50\.0 h20\.0 image anh/chu-ky\.png "Chữ ký của Vũ Mạnh Hùng"$'
grep -qE '^ +image anh/mau\.png 12 x 8 w24\.0mm "Bảng màu"$' "$work/doc" || say "the bound document does not show the picture"

grep -aq "/Predictor 15" "$work/1.pdf" || say "no picture is packed as a photograph"
qpdf --check "$work/1.pdf" >"$work/said" 2>&1 || { say "qpdf"; cat "$work/said"; }
[ "$(mutool info "$work/1.pdf" 2>&1 | grep -c ' 8bpc ')" -eq 21 ] || { say "not twenty-one pictures"; mutool info "$work/1.pdf"; }
pdftoppm -r 300 -png "$work/1.pdf" "$work/seen"
if [ "$1" = --chromium ]; then # NODE_MODULES_DIR: the pages as SVG too, whose pictures are not smoothed then
    "$vanban" render "$work/data.xml" -t "$work/mau/hinh.xml" -q -o "$work/svg.svg" || say "no SVG"
    sed -i 's/text-rendering:/image-rendering:pixelated;&/' "$work"/svg-*.svg
    node tests/accept/shot.mjs "$2" 300 "$work/svg-1.svg" "$work/chromium-1.png" "$work/svg-2.svg" "$work/chromium-2.png" || say "no picture of an SVG"
fi
/usr/bin/python3 -B tests/images.py "$work" || say "the pixels are not the files'"
exit $fail
