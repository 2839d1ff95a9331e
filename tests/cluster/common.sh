# common.sh - for the tests of this folder: the sample's data set of many communes is made by one machine, then in shards by two
# nodes of which one is killed on the way; the files and the merged manifest must be the same.
#
#   VANBAN   the program                     UNITS   communes of the data set; the more, the longer a shard takes
#   KEEP=1   leaves the folder with all logs
#
# A node's processes have a PID namespace: when its first process is killed, all die at once, as when the power goes.
cd "$(dirname "$0")/../.." || exit 1
VANBAN=$(realpath "${VANBAN:-${OUT:-build}/vanban}")
UNITS=${UNITS:-1020}
test=$(basename "$0" .sh)
work=$(mktemp -d) || exit 1
chmod 755 "$work"        # munge wants everyone to reach its socket
out=$work/out
nodes=$work/nodes
data=$work/data.xml
template=$PWD/samples/batch/template.xml
fail=0
: >"$nodes"

pass() { echo "PASS $test: $*"; }
say() { echo "FAIL $test: $*"; fail=1; }
skip() { echo "skipped $test: $*"; exit 0; }
die() { say "$*"; exit 1; }
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{ printf "%.1f", $1 - $2 }'; }

kill_node() { kill -9 "$1"; grep -vx "$1" "$nodes" >"$nodes.left"; mv "$nodes.left" "$nodes"; }
# The newest first: what was started last may need what was started before it.
end_nodes() { tac "$nodes" | while read -r pid; do kill -9 "$pid" 2>/dev/null; done; : >"$nodes"; }
leave() {
    status=$?
    trap - EXIT INT TERM HUP
    clean_up
    end_nodes
    wait 2>/dev/null
    if [ "$KEEP" ]; then echo "$test: $work"; else rm -rf "$work"; fi
    exit $((status ? status : fail))
}
clean_up() { :; }        # a test's own
trap leave EXIT
trap 'exit 130' INT TERM HUP

# node LOG NAME COMMAND...: a process whose descendants end with it, on a host of that name; the last line of $nodes is what is to be killed.
node() {
    log=$1; shift
    # shellcheck disable=SC2016
    unshare --pid --uts --fork --kill-child=KILL --mount-proc -- sh -c 'hostname "$1" && shift && exec "$@"' - "$@" >"$log" 2>&1 </dev/null &
    echo $! >>"$nodes"
}

# until_true SECONDS COMMAND...: tries it ten times a second
until_true() {
    last=$(($(date +%s) + $1)); shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt $last ] || return 1
        sleep 0.1
    done
}
files_in() { find "$1" -name '*.pdf' ! -name '.*' 2>/dev/null | wc -l; }
has_files() { [ "$(files_in "$out")" -ge "$1" ]; }

[ "$(id -u)" = 0 ] || skip "root is needed"
unshare --pid --fork --mount-proc true 2>/dev/null || skip "this root may not make namespaces"

# ---- one machine's run ---------------------------------------------------------------------------
/usr/bin/python3 -B samples/batch/make.py --units "$UNITS" >"$data" || die "no data"
start=$(now)
"$VANBAN" batch "$data" -t "$template" -o "$work/one" -q >"$work/one.log" 2>&1
status=$?
[ $status = 0 ] || { tail -n 5 "$work/one.log"; die "one machine's run ends with $status"; }
[ "$(files_in "$work/one")" -eq "$UNITS" ] || die "one machine makes $(files_in "$work/one") files of $UNITS"
pass "one machine: $UNITS files, $(since "$start") s"

# ---- what all machines have made, against it ----------------------------------------------------------
others() { find "$out" -type f ! -name '[!.]*.pdf' ! -name 'manifest*' | wc -l; }
sums() { (cd "$1" && find . -name '*.pdf' -type f | LC_ALL=C sort | xargs sha256sum); }
compare() { # SHARDS
    n=1
    set -- "$1" -o "$out"
    while [ $n -le "$1" ]; do
        [ -s "$out/manifest-$n-of-$1.jsonl" ] || say "shard $n of $1 has no manifest"
        set -- "$@" "$out/manifest-$n-of-$1.jsonl"
        n=$((n + 1))
    done
    shards=$1; shift
    "$VANBAN" manifest merge "$@" >"$work/merge.log" 2>&1 || { tail -n 5 "$work/merge.log"; say "the manifests do not merge"; }
    sums "$work/one" >"$work/one.sums"
    sums "$out" >"$work/out.sums"
    if diff "$work/one.sums" "$work/out.sums" >"$work/sums.diff"; then
        pass "the same $(wc -l <"$work/out.sums") files; left over by what was killed: $(others)"
    else
        say "$(grep -c '^[<>]' "$work/sums.diff") lines of checksums differ"; head -n 5 "$work/sums.diff"
    fi
    if cmp "$work/one/manifest.jsonl" "$out/manifest.jsonl" && cmp "$work/one/manifest.csv" "$out/manifest.csv"; then
        pass "the same manifest of $(wc -l <"$out/manifest.jsonl") records, merged of $shards"
    else
        say "the merged manifest is another"; diff "$work/one/manifest.jsonl" "$out/manifest.jsonl" | cut -c1-200 | head -n 4
    fi
}
