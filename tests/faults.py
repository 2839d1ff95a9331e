"""faults.py PROGRAM SHIM [--memory] [--files] [--every N] [--all] [--only WORD] [--scratch FOLDER]: one call fails, and what
the program makes of it. SHIM is tests/faults/shim.c, preloaded.

--memory: every allocation, the program's own and those of all libraries, fails once: of calls that are come to by the same
way (the last frames of the stack) the first, or with --all each. --files: every call that changes what stands on the disk
fails once with ENOSPC, EIO, EINTR and EROFS, is cut short, and is the last before and behind which the process is killed. --every N:
only each N-th of these, for a short run. Of the preview's children each tenth way is enough: a server for each.

What must hold: no crash; exit status 2 or 74 (of batch and diff also 1) with a message, or else the result that there is without
a fault; each file whole, the old or the new; no temporary file left unless the process was killed. With a program of
SAN=1 also: no leak. Prints what was injected, and what did not hold; status 1 if anything did not."""
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import urllib.request

SHARED = 32 + 4 * (1 << 20)
ERRORS = {'ENOSPC': 28, 'EIO': 5, 'EINTR': 4, 'EROFS': 30}
HOWS = list(ERRORS) + ['short', 'kill', 'killed']
DATA = 'samples/types/thong-cao.xml'
OTHER = 'samples/types/phieu-bao.xml'


class Case:
    """A command; {} is the folder that it may write to. said: its standard output is a result too."""
    def __init__(self, name, words, said=False, again=None, memory=True, files=True):
        self.name, self.words, self.said, self.again, self.memory, self.files = name, words.split(), said, again, memory, files

    def argv(self, program, folder):
        return [program] + [w.replace('{}', folder) for w in self.words]


CASES = [
    Case('render', 'render %s -o {}/a.pdf' % DATA),
    Case('map', 'render %s -o {}/a.pdf --signature-map {}/a.json --explain --boxes=mm --format=json' % DATA, said=True),
    Case('split', 'render tests/layouts/files.xml -t tests/layouts/files.template.xml --split-appendices -o {}/a.pdf'),
    Case('pictures', 'render {}/in/data.xml --for archive -o {}/a.pdf'),
    Case('html', 'render %s -o {}/a.html' % DATA),
    Case('svg', 'render %s -o {}/a.svg' % DATA),
    Case('csv', 'render samples/batch/csv.xml -t samples/batch/csv.template.xml --record 3 -o {}/a.pdf'),
    Case('rejected', 'render tests/bad/many.xml -o {}/a.pdf', files=False),
    Case('check', 'check %s' % DATA, said=True, files=False),
    Case('json', 'check %s --format=json' % DATA, said=True, files=False),
    Case('sarif', 'check %s --format=sarif' % DATA, said=True, files=False),
    Case('diff', 'diff %s {}/in/other.xml -o {}/a.html' % DATA, said=True),
    Case('schema', 'schema data -o {}/a.rng'),
    Case('sample', 'sample cong-van -o {}/a.xml --force'),
    Case('batch', 'batch %s %s -o {}/out -j1 --list {}/list.pdf --upload-sheet {}/a.csv --merge {}/all.pdf' % (DATA, OTHER)),
    Case('changed', 'batch %s %s -o {}/out -j1 --changed' % (DATA, OTHER), again=True),
    Case('merge', 'manifest merge {}/in/1.jsonl {}/in/2.jsonl -o {}/out', again=True),
]


def read(path):
    with open(path, 'rb') as f:
        return f.read()


def write(path, data):
    with open(path, 'wb') as f:
        f.write(data)


def state(folder):
    """What stands in the folder, but for what no two runs make alike."""
    found = {}
    for at, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(at, name)
            if '/in/' not in path and not path.endswith('.log'):
                found[os.path.relpath(path, folder)] = read(path)
    return found


def is_whole(name, data):
    """Of a run that says that a record failed: its lists are others."""
    if name.endswith('.pdf'):
        return data.startswith(b'%PDF-') and data.endswith(b'%%EOF\n')
    return data.endswith(b'\n') and (not name.endswith('.jsonl') or all(json.loads(line) for line in data.splitlines()))


class Faults:
    def __init__(self, program, shim, scratch):
        self.program, self.shim = program, shim
        self.root = tempfile.mkdtemp(dir=scratch)
        self.shared = os.path.join(self.root, 'shared')
        self.sanitized = b'__asan_init' in read(program)
        self.counts = {'injected': 0, 'crashes': 0, 'leaks': 0, 'half files': 0, 'silent': 0, 'left behind': 0, 'hung': 0}
        self.shown = {}

    def prepare(self, case, old):
        folder = os.path.join(self.root, 'w')
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.inputs, os.path.join(folder, 'in'))
        os.makedirs(os.path.join(folder, 'out'))
        for name, data in old.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write(path, data)
        return folder

    def run(self, case, folder, **fault):
        with open(self.shared, 'wb') as f:
            f.truncate(SHARED)
        env = dict(os.environ, LD_PRELOAD=self.shim, LC_ALL='C', FAULT_SHARED=self.shared, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99',
                   UBSAN_OPTIONS='print_stacktrace=1', **fault)
        try:
            p = subprocess.run(case.argv(self.program, folder), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False)
        except subprocess.TimeoutExpired:
            return None, b'', b''
        return p.returncode, p.stdout, p.stderr

    def calls(self):
        with open(self.shared, 'rb') as f:
            n, failed, self.called = struct.unpack('qq16s', f.read(32))
            self.called = self.called.rstrip(b'\0').decode()
            return n, failed, struct.unpack('%dI' % min(n, 1 << 20), f.read(4 * min(n, 1 << 20)))

    def make_inputs(self):
        """What the cases read, and what their manifests say."""
        self.inputs = os.path.join(self.root, 'in')
        os.makedirs(self.inputs)
        shutil.copytree('tests/bad/anh', os.path.join(self.inputs, 'anh'))
        data = read('tests/bad/ok.xml').replace(b'<p>', b'<figure src="anh/the.png" alt="x"/><figure src="anh/anh.jpg" alt="x"/><p>', 1)
        write(os.path.join(self.inputs, 'data.xml'), data)
        write(os.path.join(self.inputs, 'other.xml'), read(DATA).replace(b'<p>', '<p>Thêm một câu. '.encode(), 1))
        for i in 1, 2:
            out = os.path.join(self.root, 'shards')
            subprocess.run([self.program, 'batch', DATA, OTHER, '-o', out, '--shard', '%d/2' % i, '-q'], check=True)
            shutil.copy('%s/manifest-%d-of-2.jsonl' % (out, i), os.path.join(self.inputs, '%d.jsonl' % i))

    def baseline(self, case):
        """The old files: what the program makes of it, changed where that can be seen."""
        folder = self.prepare(case, {})
        result = self.run(case, folder, FAULT='file', FAULT_AT='0')
        new = state(folder)
        old = new if case.again else {name: data if name.startswith('out/') else b'old\n' + data[:100] for name, data in new.items()}
        folder = self.prepare(case, old)
        result = self.run(case, folder, FAULT='file', FAULT_AT='0')
        return old, state(folder), result

    # ---- what must hold

    def complain(self, kind, case, fault, what, said=b''):
        self.counts[kind] += 1
        key = (kind, case.name, self.called, what)
        self.shown[key] = self.shown.get(key, 0) + 1
        if self.shown[key] == 1:
            print('%s: %s, %s of %s, %s: %s\n    %s' % (kind, case.name, fault['FAULT_HOW'], self.called, fault['FAULT_AT'], what,
                                                      said[-1500:].decode(errors='replace').strip().replace('\n', '\n    ')), flush=True)

    def judge(self, case, fault, base, result, folder):
        old, new, (status, said, told) = base
        got, out, err = result
        killed = fault.get('FAULT_HOW') in ('kill', 'killed')
        if got is None:
            return self.complain('hung', case, fault, 'no end')
        if b'LeakSanitizer' in err:
            return self.complain('leaks', case, fault, self.frames(err), err)
        if b'Sanitizer' in err or b'runtime error' in err or got == 99 or (got < 0 and not (killed and got == -9)):
            return self.complain('crashes', case, fault, self.frames(err) or 'signal %d' % -got, err)
        now = state(folder)
        stays = [n for n in now if n not in new and n not in old]
        for name, data in now.items():
            if name not in stays and data not in (old.get(name), new.get(name)) and not (case.words[0] == 'batch' and got in (1, 2) and is_whole(name, data)):
                self.complain('half files', case, fault, name, err)
        left = [n for n in stays if not (n.endswith('.journal') and got in (1, 2, 74))] # for --resume
        if left and not killed and not self.called.startswith('unlink'):
            self.complain('left behind', case, fault, ' '.join(re.sub(r'[.-][A-Za-z0-9]{6}(\.journal)?$', '.XXXXXX', n) for n in left), err)
        if killed and got == -9:
            return None
        if self.called.startswith('unlink'):
            now = {n: data for n, data in now.items() if n not in stays}
        same = now == new and (out == said or not case.said)
        if got == status and not same and not err.strip():
            self.complain('silent', case, fault, 'status %d, another result' % got, err)
        elif got == status and not same and err == told:
            self.complain('silent', case, fault, 'status %d, another result and no word of it' % got, err)
        elif got != status and (got not in (1, 2, 74) or not re.search(rb'[A-Z]_?[A-Z]+', err)):
            self.complain('silent', case, fault, 'status %d without a message' % got, err)
        return None

    @staticmethod
    def frames(err):
        return ' < '.join(re.findall(rb'in (\w+) (?:/\S*/)?src/'.decode(), err.decode(errors='replace'))[:4])

    # ---- what fails

    def inject(self, case, base, **fault):
        folder = self.prepare(case, base[0])
        result = self.run(case, folder, **fault)
        if self.calls()[1]:
            self.counts['injected'] += 1
            self.judge(case, fault, base, result, folder)

    def memory(self, case, every, each):
        base = self.baseline(case)
        self.run(case, self.prepare(case, base[0]), FAULT='alloc', FAULT_AT='0')
        n, _, ways = self.calls()
        first, seen = [], set()
        for i, way in enumerate(ways):
            if each or way not in seen:
                first.append(i + 1)
            seen.add(way)
        before = dict(self.counts)
        for at in first[::every]:
            self.inject(case, base, FAULT='alloc', FAULT_AT=str(at), FAULT_HOW='12')
        self.tell('memory', case, '%d allocations by %d ways' % (n, len(seen)), before)

    def files(self, case, every):
        base = self.baseline(case)
        self.run(case, self.prepare(case, base[0]), FAULT='file', FAULT_AT='0')
        n = self.calls()[0]
        before = dict(self.counts)
        for how in HOWS:
            for at in range(1, n + 1, every):
                self.inject(case, base, FAULT='file', FAULT_AT=str(at), FAULT_HOW=str(ERRORS.get(how, how)))
        self.tell('files', case, '%d calls' % n, before)

    # ---- the preview's children

    def serve(self, data, at):
        """What a server answers whose first child's at-th allocation fails, then, when the data have been saved anew."""
        with open(self.shared, 'wb') as f:
            f.truncate(SHARED)
        env = dict(os.environ, LD_PRELOAD=self.shim, LC_ALL='C', FAULT_SHARED=self.shared, FAULT='alloc', FAULT_AT=str(at), FAULT_HOW='12', FAULT_CHILD='1')
        with subprocess.Popen([self.program, 'preview', '--no-browser', data], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
            url = p.stdout.readline().decode().strip()
            first = self.ask(url + 'doc/0/pages?revision=0')
            write(data, read(data) + b'\n')
            second = self.ask('%sdoc/0/pages?revision=%d' % (url, first['revision'])) if first.get('status') != 'done' else first
            ways = self.calls()[2]
            p.send_signal(signal.SIGINT)
            err = p.communicate(timeout=60)[1]
        return first, second, ways, p.returncode, err

    @staticmethod
    def ask(url):
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:
                return json.loads(answer.read())
        except (OSError, ValueError) as e:
            return {'status': str(e), 'revision': 0, 'messages': []}

    def preview(self, every):
        data, before, case = os.path.join(self.root, 'preview.xml'), dict(self.counts), Case('preview', 'preview')
        write(data, read(DATA))
        good, _, ways, _, _ = self.serve(data, 0)
        first = sorted({way: len(ways) - i for i, way in enumerate(reversed(ways))}.values())
        for at in first[::every]:
            write(data, read(DATA))
            one, two, _, status, err = self.serve(data, at)
            fault = {'FAULT_HOW': '12', 'FAULT_AT': str(at)}
            self.counts['injected'] += self.calls()[1] > 0
            codes = [m.get('code') for m in one.get('messages', [])]
            if status != 0 or two.get('status') != 'done':
                self.complain('crashes', case, fault, 'the server: %s, then %s' % (status, two.get('status')), err)
            elif self.calls()[1] and one.get('status') != 'done' and 'NO_MEMORY' not in codes:
                self.complain('silent', case, fault, 'status %s, %s' % (one.get('status'), codes), err)
            elif one.get('status') == 'done' and [p.get('look') for p in one['pages']] != [p.get('look') for p in good['pages']]:
                self.complain('half files', case, fault, 'other pages', err)
        self.tell('memory', case, '%d allocations by %d ways' % (len(ways), len(first)), before)

    def tell(self, what, case, of, before):
        new = {k: v - before[k] for k, v in self.counts.items()}
        print('faults: %-6s %-9s %-32s %s' % (what, case.name, of, ', '.join('%d %s' % (v, k) for k, v in new.items() if v or k == 'injected')), flush=True)

    def end(self):
        shutil.rmtree(self.root, ignore_errors=True)
        print('faults: ' + ', '.join('%d %s' % (v, k) for k, v in self.counts.items()))
        return any(v for k, v in self.counts.items() if k != 'injected')


def option(name, otherwise):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else otherwise


def main():
    every = int(option('--every', '1'))
    faults = Faults(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), option('--scratch', '/dev/shm' if os.access('/dev/shm', os.W_OK) else None))
    faults.make_inputs()
    for case in CASES:
        if option('--only', case.name) != case.name:
            continue
        if '--memory' in sys.argv and case.memory:
            faults.memory(case, every, '--all' in sys.argv)
        if '--files' in sys.argv and case.files:
            faults.files(case, every)
    if '--memory' in sys.argv and option('--only', 'preview') == 'preview':
        faults.preview(10 * every)
    sys.exit(faults.end())


main()
