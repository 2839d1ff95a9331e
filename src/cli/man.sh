#!/bin/sh
# man.sh 1 vi|en - the man page of the program, from what --help says.
# man.sh 5       - the man page of the two languages, from templates/README.md, which the grammar
#                  tables make.
vanban=${OUT:-build}/vanban
page() { # TEXT as man's own words: what begins with a dot or a backslash is text
    sed -e 's/\\/\\e/g' -e 's/^\([.'"'"']\)/\\\&\1/'
}
section() { echo ".SH $1"; echo '.nf'; page; echo '.fi'; }
program() {
    echo ".TH VANBAN 1 \"\" \"$("$vanban" --version)\""
    echo "$1" | section "$2"
    "$vanban" --help --lang "$lang" | section "$3"
    for command in $("$vanban" --help --lang en | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'); do
        "$vanban" "$command" --help --lang "$lang" | section "$(echo "$command" | tr a-z A-Z)"
    done
    "$vanban" render --limits --lang "$lang" | section "$5"
    echo 'vanban(5)' | section "$4"
}
lang=${2:-en}
case $1$lang in
1en) program 'vanban - Vietnamese administrative documents (Decree 30/2020/ND-CP) from XML' NAME SYNOPSIS 'SEE ALSO' LIMITS ;;
1vi) program 'vanban - làm văn bản hành chính (Nghị định 30/2020/NĐ-CP) từ XML' 'TÊN' 'CÁCH DÙNG' 'XEM THÊM' 'GIỚI HẠN' ;;
*)
    echo ".TH VANBAN 5 \"\" \"$("$vanban" --version)\""
    echo 'vanban - ngôn ngữ dữ liệu và ngôn ngữ mẫu / the language of data and of templates' | section NAME
    sed -e '/^<!--/d' -e 's/\*\*//g' templates/README.md | page | awk '
        /^# / { next }
        /^ *```/ { code = !code; print code ? ".nf" : ".fi"; next }
        /^## / { sub(/^## /, ""); print ".SH " $0; next }
        code { print; next }
        /^\|--/ { next }
        /^\|/ { gsub(/^\| *| *\|$|`/, ""); gsub(/ \| /, ": "); print ".br"; print; next }
        /^- / { print ".P"; sub(/^- /, "") }
        /^  - / { print ".br" }
        { gsub(/`/, ""); gsub(/\|/, "|\\:"); print }'
    ;;
esac
