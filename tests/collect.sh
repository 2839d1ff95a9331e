#!/bin/sh
# collect.sh [--update] - what is read of data that is gone through twice: messages, names, places
# and words of the items of tests/collect, in both languages, against what a person has read.
cd "$(dirname "$0")/collect" || exit 1
collect=../../${OUT:-build}/collect
vanban=../../${OUT:-build}/vanban
golden=../golden/collect
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
say() { echo "collect: $*"; fail=1; }
[ "$1" = --update ] && update=yes

case_of() { # NAME ARGUMENTS...
    name=$1; shift
    for lang in vi en; do
        "$collect" --home ../.. --lang $lang "$@" 2>&1 | sed -e "s,$work,DIR,g" -e 's,\(nd30.xml\):[0-9]*,\1,' >"$work/text"
        if [ "$update" ]; then cp "$work/text" "$golden/$name.$lang"; fi
        cmp -s "$work/text" "$golden/$name.$lang" || { say "$name.$lang differs"; diff "$golden/$name.$lang" "$work/text" | head -20; }
    done
}
xa() { name=$1; shift; case_of "$name" -t xa.template.xml "$@"; }

xa common-behind common-behind.xml
xa control control.xml
xa control-where control.xml --where "@ma = 2"
xa control-other control-other.xml
xa control-strict control-other.xml --strict
xa control-none control-none.xml
xa names names.xml
xa names-pattern districts.xml --name "{vb:pad(position(), 3)}-{last()}-{@ma}.pdf"
xa names-own districts.xml --name "{@mã}-{concat(}"
xa names-lost districts.xml --name "tệp.PDF"
xa districts districts.xml --text --bind
xa each districts.xml --each "data/huyen/xa | /document/data/xa"
xa each-any districts.xml --each "//huyen/*"
xa each-predicate districts.xml --each "data/xa[@ma = 1]"
xa each-function districts.xml --each "data/text()"
xa each-none districts.xml --each "data/phuong"
xa each-document districts.xml --each "." --name "{code/@number}"
xa where districts.xml --where "@ma > 1 and not(../@ten = 'Một')"
xa where-none districts.xml --where "@ma > 100"
xa where-wrong districts.xml --where "@mã > 1" --sort "count(" --group "\$khong"
xa sort districts.xml --sort "-@ma"
xa sort-words districts.xml --sort "concat('a', 9 - @ma)"
xa group districts.xml --group "../@ten = 'Một'" --name "{\$record[1]/@ma}-{count(\$record)}" --text --bind
xa group-sort districts.xml --group "@ma mod 2" --sort "-@ma" --name "{@ma}-{count(\$record)}" --text
xa empty empty.xml
xa also in-record.xml --also also.template.xml
xa around around.xml
xa in-record in-record.xml --bind
xa cut cut.xml
xa cut-partial cut.xml --partial
xa cut-strict cut.xml --partial --strict
xa documents documents.xml
xa documents-good documents-good.xml --text --bind
case_of documents-own documents-good.xml --text
xa two-files districts.xml control.xml
xa root root.xml
xa no-such-file no-such-file.xml districts.xml
xa pipe - districts.xml
xa folder .
xa instead districts.xml --list list.template.xml --name '{@ma}' --around '<muc ten="1-phu-luc"/><muc ten="2-phu-luc"/>'
xa instead-wrong districts.xml --list list.template.xml --around '<muc ten="1"/>
<muc tên="2"/>'
case_of by-type ../bad/ok.xml ../../samples/types/bao-cao.xml
cp districts.xml "$work/data.xml"
xa changed "$work/data.xml" --touch
{ sed '/<data>/q' districts.xml; printf '<xa ma="1">'; head -c 68000000 /dev/zero | tr '\0' 'x'; printf '</xa><xa ma="2"><a'; } >"$work/big.xml"
xa record-big "$work/big.xml"
rm "$work/big.xml"

# Faults of XML are those of the reader of whole files, word for word, and at the same place.
for data in ../bad/*.xml; do
    case $data in *.template.xml) continue ;; esac
    "$vanban" check --data-only "$data" --lang en 2>/dev/null | grep '\[XML_' >"$work/whole" || continue
    "$collect" --home ../.. --lang en "$data" | grep '\[[A-Z0-9_]*\]$' >"$work/text"
    cmp -s "$work/whole" "$work/text" || { say "$data: another fault, or another place"; cat "$work/whole" "$work/text"; }
done
exit $fail
