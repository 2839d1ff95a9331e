#!/bin/sh
# All acceptance checks on one PDF.
# Usage: run.sh PDF SAMPLE_DIR EXPECT_FILE [--pdfjs NODE_MODULES_DIR] [--max-size BYTES] [--strict-font]
#   SAMPLE_DIR     holds reference.txt and notes.txt
#   EXPECT_FILE    findings this document gives by right (see rules.py)
#   --max-size     size limit of the file, e.g. 128000 (125 KB)
#   --strict-font  Times New Roman itself; else a face with its metrics will do
# Exit status: 0 all good; 1 something failed (it says what); 2 wrong usage.
set -u
usage() { sed -n '3s/^# //p' "$0" >&2; exit 2; }
[ $# -ge 3 ] || usage
pdf=$1 sample=$2 expect=$3
shift 3
pdfjs='' limit='' mode=lenient
while [ $# -gt 0 ]; do
  case $1 in
  --pdfjs) [ $# -ge 2 ] || usage; pdfjs=$2; shift 2 ;;
  --max-size) [ $# -ge 2 ] || usage; limit=$2; shift 2 ;;
  --strict-font) mode=strict; shift ;;
  *) usage ;;
  esac
done
here=$(dirname "$0")
python=${PYTHON:-/usr/bin/python3} # Debian's: it sees python3-fitz
failed=''
fail() { echo "FAIL  $1"; failed="$failed $2"; }

if [ ! -r "$pdf" ]; then
  echo "FAIL  no file $pdf"
  exit 1
fi

# qpdf says 3 for mere warnings: these count too.
said=$(qpdf --check "$pdf" 2>&1) || fail "qpdf --check: $said" qpdf
said=$(pdftotext "$pdf" /dev/null 2>&1) && [ -z "$said" ] || fail "pdftotext: $said" pdftotext
# The last five words of a line are emb sub uni and the two numbers of the object.
said=$(pdffonts "$pdf" 2>&1 | awk 'NR > 2 { n++; if ($(NF-4) $(NF-3) $(NF-2) != "yesyesyes") print } END { if (!n) print "no fonts" }')
[ -z "$said" ] || fail "pdffonts (emb, sub, uni): $said" pdffonts
size=$(wc -c <"$pdf")
[ -z "$limit" ] || [ "$size" -le "$limit" ] || fail "size: $size bytes, at most $limit" size

"$python" -B "$here/rules.py" "$pdf" --expect "$expect" --mode "$mode" --reference "$sample" --table || failed="$failed rules"
"$python" -B "$here/text.py" "$pdf" "$sample" ${pdfjs:+--pdfjs "$pdfjs"} || failed="$failed text"

if [ -n "$failed" ]; then
  echo "run.sh: $pdf failed:$failed"
  exit 1
fi
echo "run.sh: $pdf is good, $size bytes"
