#!/bin/sh
# man.sh 1 vi|en - the man page of the program, from what --help says.
# man.sh 5       - the man page of the two languages, from templates/README.md, which the grammar
#                  tables make.
vanban=${OUT:-build}/vanban
page() { # TEXT as man's own words: what begins with a dot or a backslash is text
    sed -e 's/\\/\\e/g' -e 's/^\([.'"'"']\)/\\\&\1/'
}
section() { echo ".SH $1"; echo '.nf'; page; echo '.fi'; }
helped() { # what --help says; each command and option a paragraph with a tag, so that lines are filled
    echo ".SH $1"
    page | awk '
        match($0, /^ +(-[a-z], )?--[a-z-]+(\[=[^]]*\]| [^ ]+)?/) || match($0, /^  [a-z]+ /) {
            tag = substr($0, 1, RLENGTH); text = substr($0, RLENGTH + 1)
            gsub(/^ +| +$/, "", tag); sub(/^ +/, "", text); print ".TP"; print tag; print text; next
        }
        /^$/ { print ".PP"; next }
        { print; print ".br" }'
}
environment_en() {
    cat <<'END'
.SH ENVIRONMENT
.TP
LC_ALL, LC_MESSAGES, LANG
Messages are in English if the first of these that is set begins with "en", otherwise in Vietnamese; --lang overrides this.
.TP
SOURCE_DATE_EPOCH
Date inside the PDF if the promulgation date is incomplete; without it there is none.
.TP
SLURM_ARRAY_TASK_ID, _MIN, _COUNT, _STEP; JOB_COMPLETION_INDEX
Which part batch --shard auto makes (Slurm; Kubernetes).
.TP
DISPLAY, WAYLAND_DISPLAY
preview opens a browser only if one of these is set.
END
}
environment_vi() {
    cat <<'END'
.SH "BIẾN MÔI TRƯỜNG"
.TP
LC_ALL, LC_MESSAGES, LANG
Thông báo bằng tiếng Anh nếu biến đầu tiên có giá trị bắt đầu bằng "en", còn lại là tiếng Việt; --lang thắng tất cả.
.TP
SOURCE_DATE_EPOCH
Ngày ghi trong PDF khi ngày ban hành chưa đủ; không có thì không ghi.
.TP
SLURM_ARRAY_TASK_ID, _MIN, _COUNT, _STEP; JOB_COMPLETION_INDEX
Phần mà batch --shard auto làm (Slurm; Kubernetes).
.TP
DISPLAY, WAYLAND_DISPLAY
preview chỉ mở trình duyệt khi có một trong hai biến này.
END
}
program() {
    echo ".TH VANBAN 1 \"\" \"$("$vanban" --version)\""
    echo "$1" | section "$2"
    "$vanban" --help --lang "$lang" | helped "$3"
    for command in $("$vanban" --help --lang en | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'); do
        "$vanban" "$command" --help --lang "$lang" | helped "$(echo "$command" | tr a-z A-Z)"
    done
    "$vanban" render --limits --lang "$lang" | section "$5"
    environment_"$lang"
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
