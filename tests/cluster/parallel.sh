#!/bin/sh
# parallel.sh - eight shards by GNU parallel over ssh on two hosts: network namespaces of this machine, with a link, a name and an sshd
# of their own. One host's link is cut while it works, and its processes are killed; parallel gives its shards to the other.
. "$(dirname "$0")/common.sh"
parallel --version 2>/dev/null | grep -q GNU || skip "GNU parallel is not installed"
sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null) || skip "sshd is not installed"
command -v ip >/dev/null || skip "ip is not installed"

# ---- two hosts ---------------------------------------------------------------------------------------
# Host I is 10.N.I.2, and 10.N.I.1 is this machine as it sees it.
id=vb$$
net=10.$(($$ % 200 + 40))
clean_up() {
    for i in 1 2; do
        ip netns pids $id-$i 2>/dev/null | xargs -r kill -9
        ip link del $id.$i 2>/dev/null
        ip netns del $id-$i 2>/dev/null
    done
    [ "$own_run" ] && rmdir /run/sshd
}
[ -d /run/sshd ] || { mkdir /run/sshd && own_run=yes; }   # where sshd wants to be locked up
ip netns add $id-1 2>/dev/null && ip link add $id.1 type veth peer name eth0 netns $id-1 2>/dev/null || skip "this root may not make networks"
ip netns add $id-2 && ip link add $id.2 type veth peer name eth0 netns $id-2 || die "no second host"
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
start=$(now)
for i in 1 2; do
    ip addr add "$net.$i.1/24" dev $id.$i && ip link set $id.$i up
    ip -n $id-$i addr add "$net.$i.2/24" dev eth0 && ip -n $id-$i link set eth0 up && ip -n $id-$i link set lo up
    printf '%s\n' "HostKey $work/host" "AuthorizedKeysFile $work/key.pub" "ListenAddress $net.$i.2" 'PermitRootLogin yes' 'StrictModes no' \
        'UsePAM no' 'PidFile none' 'MaxStartups 100:30:200' 'MaxSessions 100' >"$work/sshd$i.conf"
    printf '%s\n' "Host h$i" " HostName $net.$i.2" >>"$work/ssh.conf"
    node "$work/sshd$i.log" h$i ip netns exec $id-$i "$sshd" -D -e -f "$work/sshd$i.conf"
done
victim=$(tail -n 1 "$nodes")
# A host that says nothing for four seconds is gone.
printf '%s\n' 'Host *' ' User root' " IdentityFile $work/key" ' IdentitiesOnly yes' ' StrictHostKeyChecking no' ' UserKnownHostsFile /dev/null' \
    ' LogLevel ERROR' ' BatchMode yes' ' ConnectTimeout 3' ' ServerAliveInterval 2' ' ServerAliveCountMax 2' >>"$work/ssh.conf"
for i in 1 2; do
    until_true 10 ssh -F "$work/ssh.conf" h$i true || { cat "$work/sshd$i.log"; die "no ssh to h$i"; }
    [ "$(ssh -F "$work/ssh.conf" h$i hostname)" = h$i ] || die "h$i has another name"
done
pass "$(parallel --version | sed -n 's/^GNU parallel /&/p' | head -n 1): h1 and h2 answer after $(since "$start") s"

# ---- eight shards -----------------------------------------------------------------------------------------
mkdir "$out"
start=$(now)
PARALLEL_HOME=$work/parallel parallel --will-cite --ssh "ssh -F $work/ssh.conf" -S 1/h1,1/h2 --retries 3 --joblog "$work/joblog" \
    "echo {} \$(hostname) >>$work/starts; exec $VANBAN batch $data -t $template -o $out -j1 --shard {}/8 --resume -q" \
    ::: 1 2 3 4 5 6 7 8 >"$work/parallel.log" 2>&1 &
run=$!
echo $run >>"$nodes"
# The shard that h2 is at; nothing when it has ended.
works() { lost=$(sed -n 's/ h2$//p' "$work/starts" | tail -n 1) && [ "$lost" ] && [ ! -e "$out/manifest-$lost-of-8.jsonl" ]; }
both() { has_files $((UNITS * 3 / 8)) && works; }
until_true 60 both || { cat "$work/parallel.log"; die "h2 is never at work"; }
ip link set $id.2 down
kill_node "$victim"
killed=$(now)
at=$(files_in "$out")
works || say "shard $lost had ended when h2 was killed"
pass "h2 cut off and killed with $at of $UNITS files, in shard $lost"
wait $run
status=$?
ended=$(since "$killed")
[ $status = 0 ] || { cat "$work/parallel.log"; say "parallel ends with $status"; }
on() { awk -v host="$1" 'NR > 1 && $2 == host && $7 == 0' "$work/joblog" | wc -l; }
[ $(($(on h1) + $(on h2))) = 8 ] || { cat "$work/joblog"; say "$(on h1) shards are done by h1, $(on h2) by h2, not all of 8"; }
grep -qx "$lost h1" "$work/starts" || say "shard $lost was not started again on h1: $(tr '\n' ',' <"$work/starts")"
pass "8 shards ended $ended s later, $(since "$start") s in all: $(on h1) by h1, $(on h2) by h2; $(wc -l <"$work/starts") starts"
compare 8
