#!/bin/sh
# slurm.sh - an array of four shards on a real Slurm of two nodes, all on this host: slurmctld and two slurmd with a configuration and a
# munged of their own, in a network namespace, so that no port is taken. One node is killed while its task runs; Slurm gives the task to
# the other.
if [ -z "$VB_ALONE" ] && unshare --net true 2>/dev/null; then
    export VB_ALONE=yes
    exec unshare --net -- sh "$0"
fi
. "$(dirname "$0")/common.sh"
for command in munged slurmctld slurmd sbatch; do command -v $command >/dev/null || skip "$command is not installed"; done

# ---- a cluster ---------------------------------------------------------------------------------------
if [ "$VB_ALONE" ]; then # where a machine has no address but 127.0.0.1, not even this one is found
    ip link set lo up && ip link add here type veth peer name there && ip addr add 10.0.0.1/24 dev here && ip link set here up || die "no network"
fi
host=$(hostname -s)
mkdir -p "$work/state" "$work/log"
dd if=/dev/urandom of="$work/munge.key" bs=1 count=1024 2>/dev/null
chmod 400 "$work/munge.key"
node "$work/log/munged" "$host" munged -F -f --socket="$work/munge.socket" --key-file="$work/munge.key" --pid-file="$work/munge.pid" \
    --log-file="$work/log/munge" --seed-file="$work/munge.seed"
until_true 10 munge -S "$work/munge.socket" -n || die "munged does not start: $(cat "$work/log/munged")"
cat >"$work/slurm.conf" <<CONF
ClusterName=vanban
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
StateSaveLocation=$work/state
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.%n.pid
SlurmdSpoolDir=$work/spool.%n
SlurmctldLogFile=$work/log/slurmctld
SlurmdLogFile=$work/log/slurmd.%n
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
PropagateResourceLimits=NONE
SchedulerParameters=sched_interval=1,bf_interval=1,sched_min_interval=0
ReturnToService=2
KillWait=1
JobRequeue=1
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16901 CPUs=1 RealMemory=100
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16902 CPUs=1 RealMemory=100
PartitionName=p Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
start=$(now)
mkdir "$work/spool.n1" "$work/spool.n2"
node "$work/log/slurmctld.out" "$host" slurmctld -D -c
for n in n1 n2; do node "$work/log/$n.out" $n slurmd -D -N $n; done
victim=$(tail -n 1 "$nodes")
idle() { [ "$(timeout 3 sinfo -h -N -o %T | grep -cx idle)" = 2 ]; }
until_true 20 idle || { tail -n 3 "$work/log/"*; die "the nodes are not idle: $(sinfo -h -N 2>&1)"; }
pass "$(sinfo --version): n1 and n2 idle after $(since "$start") s"

# ---- a job of four tasks ---------------------------------------------------------------------------------
cat >"$work/job" <<JOB
#!/bin/sh
echo "\$SLURM_ARRAY_TASK_ID \$(hostname)" >>"$work/starts"
exec "$VANBAN" batch "$data" -t "$template" -o "$out" -j1 --shard auto --resume -q
JOB
mkdir "$out"
start=$(now)
job=$(sbatch --parsable --array=0-3 --requeue --chdir="$work" --output="$work/log/task-%a" --open-mode=append "$work/job") || die "sbatch"
# The shard of n2's task; nothing when it has ended.
works() { lost=$(sed -n 's/ n2$//p' "$work/starts" | tail -n 1) && [ "$lost" ] && [ ! -e "$out/manifest-$((lost + 1))-of-4.jsonl" ]; }
both() { has_files $((UNITS / 8)) && works; }
until_true 60 both || { cat "$work/log/task-"*; die "n2 is never at work: $(squeue -h)"; }
kill_node "$victim"
killed=$(now)
at=$(files_in "$out")
scontrol update nodename=n2 state=down reason=killed
works || say "task $lost had ended when n2 was killed"
pass "n2 killed with $at of $UNITS files, in task $lost"

# What was lost waits for two minutes unless it is told not to.
gone() {
    for id in $(squeue -h -j "$job" -t PENDING -o '%i %r' | sed -n 's/ BeginTime$//p'); do scontrol update jobid="$id" starttime=now; done
    [ -z "$(squeue -h -j "$job" -o %i)" ]
}
until_true 120 gone || { squeue; tail -n 3 "$work/log/"*; die "the tasks do not end"; }
pass "all tasks have ended $(since "$killed") s later, $(since "$start") s in all; on n1 $(grep -c n1 "$work/starts") starts, on n2 $(grep -c n2 "$work/starts")"
done=$(scontrol show job "$job" | grep -c 'JobState=COMPLETED')
[ "$done" = 4 ] || { scontrol show job "$job" | grep -E 'ArrayTaskId|JobState'; cat "$work/log/task-"*; say "$done of 4 tasks are completed"; }
grep -qx "$lost n1" "$work/starts" || say "task $lost was not started again on n1: $(tr '\n' ',' <"$work/starts")"
compare 4
