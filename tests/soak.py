"""soak.py PROGRAM [RECORDS] [--jobs N] - one batch of so many documents (100000), and the memory and descriptors of its processes
as it goes: at half way and at the end they must be what they were at a tenth. Prints a line at 10, 50 and 100 %; status 1 if
anything grew. The documents go where TMPDIR says, some 15 KB each, and are deleted behind it."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 100000
JOBS = sys.argv[sys.argv.index('--jobs') + 1] if '--jobs' in sys.argv else str(len(os.sched_getaffinity(0)))
GROWN = 1.05                     # of what the allocator keeps for itself between one look and another
MARKS = (10, 50, 100)

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<document type="thong-bao">
  <issuer><superior>Ủy ban nhân dân tỉnh Mẫu</superior><name>Văn phòng</name></issuer>
  <code number="" notation="TB-VP"/><promulgation place="Mẫu" date="2026-04"/>
  <subject>Kết quả giải quyết thủ tục hành chính</subject>
  <body><p>Nội dung thông báo.</p></body>
  <signatures><signature><position>Chánh Văn phòng</position><name>Nguyễn Văn Mẫu</name></signature></signatures>
  <recipients><place>Như trên</place><archive>VT</archive></recipients>
  <data>
'''
TEMPLATE = '''<?xml version="1.0" encoding="UTF-8"?>
<template name="ngam" extends="nd30" each="data/xa" file="{@ma}">
  <needs><need path="data/xa" label="Xã" kind="element"/><need path="data/xa/@ma" label="Mã"/><need path="data/xa/@so" label="Số" kind="number"/></needs>
  <slot name="noi-dung"><p style="noi-dung" role="o6">Thông báo kết quả của xã {$record/@ma}: {$record/@so} hồ sơ.</p></slot>
</template>
'''


def write_inputs(folder):
    with open(folder + '/ngam.xml', 'w', encoding='utf-8') as f:
        f.write(TEMPLATE)
    with open(folder + '/data.xml', 'w', encoding='utf-8') as f:
        f.write(HEAD)
        for i in range(RECORDS):
            f.write('<xa ma="xa-%06d" so="%d"/>\n' % (i, i * 7919 % 10000))
        f.write('</data></document>\n')


def children(pid):
    try:
        with open('/proc/%d/task/%d/children' % (pid, pid)) as f:
            return [int(p) for p in f.read().split()]
    except OSError:
        return []


def look(pid):
    """Resident KB of what is the process's own, and its descriptors; None: it has gone."""
    try:
        with open('/proc/%d/smaps_rollup' % pid) as f:
            text = f.read()
        own = sum(int(kb) for kb in re.findall(r'^Private_\w+:\s+(\d+) kB', text, re.M))
        return int(re.search(r'^Rss:\s+(\d+)', text, re.M).group(1)), own, len(os.listdir('/proc/%d/fd' % pid))
    except (OSError, AttributeError):
        return None


def done(folder):
    """Lines of the log: a record each."""
    try:
        with open(folder + '/manifest.log', 'rb') as f:
            return sum(block.count(b'\n') for block in iter(lambda: f.read(1 << 20), b''))
    except OSError:
        return 0


def sample(parent):
    found = [look(parent)] + [look(c) for c in children(parent)]
    return [f for f in found if f]


def tell(percent, found, since):
    print('soak: %3d %%, %5.0f s: parent %d KB (own %d), %d descriptors; workers %s'
          % (percent, time.time() - since, *found[0], ', '.join('%d KB (own %d), %d' % f for f in found[1:])), flush=True)


def watch(p, folder):
    """What was seen at each mark: the last of it just before the end."""
    since, seen, last = time.time(), {}, None
    while p.poll() is None:
        n, now = done(folder), sample(p.pid)
        if len(now) > 1:
            last = now
        for mark in MARKS[:-1]:
            if mark not in seen and n >= RECORDS * mark // 100 and len(now) > 1:
                seen[mark] = now
                tell(mark, now, since)
        time.sleep(min(1, 0.05 + RECORDS / 1e5))
    if last:
        seen[100] = last
        tell(100, last, since)
    return seen


def most(found):
    return tuple(max(column) for column in zip(*found))


def grew(seen):
    first, bad = seen[MARKS[0]], False
    for mark in MARKS[1:]:
        for now, then in ((seen[mark][0], first[0]), (most(seen[mark][1:]), most(first[1:]))):
            if now[0] > then[0] * GROWN + 1024 or now[2] > then[2]:
                print('soak: at %d %% there is more than at %d %%: %s, %s' % (mark, MARKS[0], now, then))
                bad = True
    return bad


def main():
    folder = tempfile.mkdtemp()
    try:
        write_inputs(folder)
        out = folder + '/out'
        with subprocess.Popen([sys.argv[1], 'batch', folder + '/data.xml', '-t', folder + '/ngam.xml', '-o', out, '-j', JOBS, '-q']) as p:
            seen = watch(p, out)
        made = sum(name.endswith('.pdf') for name in os.listdir(out))
        bad = grew(seen) if all(seen.get(m) for m in MARKS) else True
        print('soak: %d documents, exit status %d, %s' % (made, p.returncode, 'GREW' if bad else 'nothing grew'))
        sys.exit(bad or p.returncode != 0 or made != RECORDS)
    finally:
        shutil.rmtree(folder)


main()
