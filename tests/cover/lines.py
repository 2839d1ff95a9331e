"""lines.py BUILD [LEAST] - the lines of src/ that the tests have run, by folder, from what gcov counted in BUILD; status 1 if fewer than
LEAST per cent. A line counts once, however many programs hold it. --missing FILE: which it lacks."""
import glob
import json
import os
import subprocess
import sys


def counted(build):
    """{file: {line: times}}"""
    found = {}
    notes = [n for n in glob.glob(build + '/src/**/*.gcno', recursive=True)]
    for i in range(0, len(notes), 40):
        said = subprocess.run(['gcov', '--json-format', '--stdout'] + notes[i:i + 40], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
        for text in said.splitlines():
            for f in json.loads(text)['files']:
                if f['file'].startswith('src/'):
                    lines = found.setdefault(f['file'], {})
                    for line in f['lines']:
                        lines[line['line_number']] = lines.get(line['line_number'], 0) + line['count']
    return found


def main():
    found = counted(sys.argv[1])
    if '--missing' in sys.argv:
        lines = found[sys.argv[sys.argv.index('--missing') + 1]]
        print(' '.join(str(n) for n in sorted(lines) if not lines[n]))
        return
    folders = {}
    for name, lines in found.items():
        n, run = len(lines), sum(t > 0 for t in lines.values())
        for of in (os.path.dirname(name), 'all'):
            have = folders.setdefault(of, [0, 0])
            have[0], have[1] = have[0] + run, have[1] + n
    for of in sorted(folders, key=lambda f: (f == 'all', f)):
        run, n = folders[of]
        print('cover: %-20s %5d of %5d lines, %5.1f %%' % (of, run, n, 100 * run / n))
    run, n = folders['all']
    sys.exit(len(sys.argv) > 2 and 100 * run / n < float(sys.argv[2]))


main()
