#!/bin/sh
# sandbox.sh [--update] - the commands in the sandbox make what they make outside, byte for byte; where the
# kernel has no fence they say so and end, or warn and go on when they may; and whatever strangers' files
# ask for, no socket is opened, in the sandbox or out of it. What the fence refuses: test_sandbox.c.
cd "$(dirname "$0")/bad" || exit 1
out=${OUT:-build}
vanban=../../$out/vanban
without=../../$out/without
golden=../golden/bad
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
fail=0
say() { echo "sandbox: $*"; fail=1; }
ends() { # STATUS WHAT COMMAND...
    want=$1 what=$2; shift 2
    "$@" >"$work/said" 2>&1
    got=$?
    [ $got -eq "$want" ] || { say "$what: exit $got, not $want"; head -3 "$work/said"; }
}
# The sanitizers' leak check forks and traces, and the kernel may have no fence.
export ASAN_OPTIONS=detect_leaks=0
"$vanban" dump ok.xml --sandbox >/dev/null 2>"$work/said"
if [ $? -ne 0 ]; then
    echo "skipped sandbox.sh: $(head -1 "$work/said")"
else
    # The same bytes: alone, from standard input, of a folder with pictures and CSVs, of the whole house.
    for name in ok csv-number image-alt; do
        "$vanban" render $name.xml -q -o "$work/a.pdf" 2>"$work/a"
        "$vanban" render $name.xml -q -o "$work/b.pdf" --sandbox 2>"$work/b"
        cmp "$work/a" "$work/b" && { [ ! -e "$work/a.pdf" ] || cmp "$work/a.pdf" "$work/b.pdf"; } || say "render $name"
        rm -f "$work"/?.pdf
    done
    for sample in ../../samples/*-*/data.xml; do
        template=${sample%data.xml}template.xml
        [ -e "$template" ] || continue
        "$vanban" render "$sample" -t "$template" -q -o "$work/a.pdf" 2>/dev/null
        "$vanban" render "$sample" -t "$template" -q -o "$work/b.pdf" --sandbox 2>/dev/null
        cmp "$work/a.pdf" "$work/b.pdf" || say "render $sample"
        "$vanban" check "$sample" -t "$template" >"$work/a" 2>&1
        "$vanban" check "$sample" -t "$template" --sandbox >"$work/b" 2>&1
        cmp "$work/a" "$work/b" || say "check $sample"
    done
    "$vanban" render - -q -o - <ok.xml >"$work/a.pdf" 2>/dev/null
    "$vanban" render - -q -o - --sandbox <ok.xml >"$work/b.pdf" 2>/dev/null
    cmp "$work/a.pdf" "$work/b.pdf" || say "standard input and output"
    "$vanban" diff ok.xml nfd.xml -q -o "$work/a.html" >/dev/null 2>&1
    "$vanban" diff ok.xml nfd.xml -q -o "$work/b.html" --sandbox >/dev/null 2>&1
    cmp "$work/a.html" "$work/b.html" || say "diff"
    # A font that only the system's own collection has is looked for inside.
    family=$(fc-list : family | grep -v ',' | grep -viE 'liberation|times|tinos' | sort | head -1)
    if [ "$family" ]; then
        sed "s#file:///etc/passwd.*phong.ttf#$family, Liberation Serif#" fence-font.template.xml >"$work/font.xml"
        "$vanban" render ok.xml -t "$work/font.xml" -q -o "$work/a.pdf" 2>"$work/a"
        "$vanban" render ok.xml -t "$work/font.xml" -q -o "$work/b.pdf" --sandbox 2>"$work/b"
        cmp "$work/a" "$work/b" && { [ ! -e "$work/a.pdf" ] || cmp "$work/a.pdf" "$work/b.pdf"; } || say "the font $family"
    fi
    # Workers; a run that goes on; what stands beside the documents.
    batch="../../samples/batch/data.xml -t ../../samples/batch/template.xml -q"
    # shellcheck disable=SC2086
    {
        ends 0 "batch" "$vanban" batch $batch -j 3 -o "$work/one" --list "$work/list-1.pdf" --merge "$work/merge-1.pdf"
        ends 0 "batch --sandbox" "$vanban" batch $batch -j 3 -o "$work/in/two" --list "$work/list-2.pdf" --merge "$work/merge-2.pdf" --sandbox
        rm "$work/in/two/$(ls "$work/in/two" | grep pdf | sed -n 5p)"
        ends 0 "batch --sandbox --resume" "$vanban" batch $batch -j 2 -o "$work/in/two" --resume --sandbox
    }
    diff -rq "$work/one" "$work/in/two" | grep -v manifest.log && say "batch makes other files"
    cmp "$work/list-1.pdf" "$work/list-2.pdf" && cmp "$work/merge-1.pdf" "$work/merge-2.pdf" || say "batch makes other lists"
    # Where the program itself would write, the fence does not let it.
    mkdir "$work/data" "$work/out" && cp ok.xml "$work/data" && ln -s "$work/data/ok.xml" "$work/out/link.pdf"
    ends 0 "a link to another folder" "$vanban" render ok.xml -q -o "$work/out/link.pdf" --sandbox
fi
check() { # NAME LANG FILE
    if [ "$update" ]; then cp "$3" "$golden/$1.$2"; return; fi
    cmp -s "$3" "$golden/$1.$2" || { say "$1.$2 differs"; diff "$golden/$1.$2" "$3" | head -20; }
}
[ "$1" = --update ] && update=yes
"$without" sockets true
if [ $? -eq 77 ]; then
    echo "skipped without: this kernel does not filter"
else
    for lang in vi en; do
        for lacks in landlock seccomp; do
            for how in --sandbox --sandbox=best-effort; do
                rm -f "$work/out.pdf"
                "$without" $lacks "$vanban" render ok.xml $how --lang $lang -o "$work/out.pdf" 2>"$work/said"
                status=$?
                echo "exit $status" >>"$work/$lacks.$lang" && sed '/Times New Roman.*\[FONT_SUBSTITUTE\]/,+1d' "$work/said" >>"$work/$lacks.$lang"
                [ -e "$work/out.pdf" ] && made=yes || made=no
                case $status$made in 0yes | 2no) ;; *) say "without $lacks, $how: exit $status, made: $made" ;; esac
            done
            check sandbox-$lacks $lang "$work/$lacks.$lang"
        done
    done
    # Who opens a socket is killed: a program that does is, ours is not, whatever it is given.
    ends 159 "a program that opens a socket" sh -c '"$0" sockets /usr/bin/python3 -c "import socket; socket.socket()"; exit $?' "$without"
    for data in fence-*.xml dtd.xml entity.xml image-place.xml csv-outside.xml; do
        case $data in *.template.xml) continue ;; esac
        template=
        [ -e "${data%.xml}.template.xml" ] && template="-t ${data%.xml}.template.xml"
        # shellcheck disable=SC2086
        ends 2 "$data without sockets" "$without" sockets "$vanban" render "$data" $template -q -o "$work/out.pdf"
        # shellcheck disable=SC2086
        ends 2 "$data in the sandbox" "$vanban" render "$data" $template -q -o "$work/out.pdf" --sandbox=best-effort
    done
    # The program that reads PDFs is another's, and no program runs in the sandbox.
    "$vanban" render ok.xml -q -o "$work/a.pdf" && ends 64 "a PDF in the sandbox" "$vanban" check ok.xml "$work/a.pdf" --sandbox
    ends 0 "ok.xml without sockets" "$without" sockets "$vanban" render ok.xml -q -o "$work/out.pdf"
fi
exit $fail
