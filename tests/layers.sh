#!/bin/sh
# layers.sh - the direction of includes. Which folder of src/ may know which
# headers of ours; a folder that is not listed fails, and so does a library
# header outside the one folder that fences it in. This file is the architecture.
cd "$(dirname "$0")/.." || exit 1
fail=0
say() { echo "layers: $*"; fail=1; }

may() { # FOLDER HEADERS-OR-FOLDERS...: what files of the folder may include
    folder=$1; shift
    known="$known $folder"
    for f in src/"$folder"/*.[ch]; do
        [ -e "$f" ] || continue
        for inc in $(sed -n 's/^#include "\([^"]*\)".*/\1/p' "$f"); do
            case $inc in */*) of=${inc%/*} ;; *) of=$inc ;; esac
            case " $folder $* " in *" $of "*) ;; *) say "$f may not know $inc" ;; esac
        done
    done
}
only() { # HEADER-PATTERN FOLDER...: this library is known in these folders alone
    pattern=$1; shift
    for f in $(grep -rlE "^#include <($pattern)" src --include=*.c --include=*.h); do
        of=${f#src/}; of=${of%/*}
        case " $* " in *" $of "*) ;; *) say "$f may not know <$pattern>" ;; esac
    done
}

may base
may font base
may sandbox base
may read/xml base
may read/image base
may read/grammar base read/xml
may read/csv base read/xml read/grammar
may read/template base read/grammar
may read/schema base read/template
may read/xpath base doc.h read/image read/template
may read/judge base read/xpath
may read/bind base doc.h read/xpath read/judge
may read/dataset base read/xml read/csv read/xpath read/judge read/bind
may read/sample base read/xpath read/judge
may set base font doc.h page.h
may check base font doc.h page.h
may foreign base font page.h
may write/dump base font page.h
may write/over base font page.h
may write/pdf base font page.h write/over
may write/svg base font page.h write/over
may report vanban.h
may batch base vanban.h report
may preview base vanban.h report diff html
may cli base vanban.h report batch html diff preview
may html base vanban.h
may diff base vanban.h report html
for d in $(find src -type d | sed 1d | sed 's,^src/,,'); do
    ls src/"$d"/*.[ch] >/dev/null 2>&1 || continue
    case " $known " in *" $d "*) ;; *) say "src/$d is not listed here: may $d HEADERS..." ;; esac
done
only 'libxml/' read/xml read/grammar read/template read/schema read/sample read/xpath read/judge read/bind read/dataset
only 'png|jpeglib' read/image
only 'fontconfig/' font
only 'hb' font
only 'seccomp|linux/landlock' sandbox
only 'hpdf' write/pdf
only 'utf8proc' base
only 'json-c/' report batch diff preview cli
only 'csv' read/csv
only 'microhttpd' preview
only 'libdeflate' write/pdf write/svg
exit $fail
