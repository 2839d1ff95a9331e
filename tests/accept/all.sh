#!/bin/sh
# all.sh [--pdfjs NODE_MODULES_DIR] - renders every sample and judges its PDF; the table of all rules
# is left in build/accept.txt.
cd "$(dirname "$0")/../.." || exit 1
mkdir -p build/samples
: >build/accept.txt
status=0
for sample in samples/*-*/data.xml; do
    sample=${sample%data.xml}
    sample=${sample%/} name=$(basename "$sample")
    template='' size=''
    [ -e "$sample/template.xml" ] && template="-t $sample/template.xml"
    [ "$name" = bac-giang-bao-cao-2020-02 ] && size='--max-size 128000'
    # shellcheck disable=SC2086
    build/vanban render "$sample/data.xml" $template -o "build/samples/$name.pdf" -q || { status=1; continue; }
    { echo "== $name"
      sh tests/accept/run.sh "build/samples/$name.pdf" "$sample" "tests/accept/expect/$name.txt" $size "$@"
    } >build/accept.one 2>&1 || { cat build/accept.one; status=1; }
    cat build/accept.one >>build/accept.txt
    tail -n 1 build/accept.one
done
exit $status
