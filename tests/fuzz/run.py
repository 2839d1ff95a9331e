"""run.py BUILD SECONDS [TARGET...] [--regress] - the fuzz targets of BUILD/fuzz, one after the other, each for so many
seconds over seeds made of the samples and over what earlier runs found worth keeping (BUILD/corpus). --regress: only what
once was a finding, and the seeds, each once; then SECONDS of chance for all of them together.

A finding is what the sanitizers say, an input that takes longer than LIMIT seconds or more than MEMORY MB, or a leak. It
is left in BUILD/found and belongs into tests/fuzz/regress/TARGET once it is mended. Status 1: something was found."""
import base64
import glob
import html
import os
import re
import subprocess
import sys

LIMIT, MEMORY = 20, 2500
HERE = 'tests/fuzz'
TARGETS = {'data': 'data', 'template': 'template', 'records': 'data', 'csv': None, 'picture': None, 'font': None, 'manifest': None, 'foreign': None}
MOST = {'data': 24 << 10, 'template': 64 << 10, 'records': 32 << 10, 'csv': 8 << 10, 'picture': 32 << 10, 'font': 64 << 10, 'manifest': 8 << 10,
        'foreign': 40 << 10}


def put(folder, name, data):
    with open(os.path.join(folder, name), 'wb') as f:
        f.write(data)


def read(path):
    with open(path, 'rb') as f:
        return f.read()


def pair(folder, template, data):
    put(folder, 'pair-' + os.path.basename(data), read(template) + b'\f' + read(data))


def beside(data):
    template = data.replace('.xml', '.template.xml')
    return template if os.path.exists(template) else None


def seeds_data(folder):
    for path in glob.glob('samples/types/*.xml') + glob.glob('samples/copies/*.xml') + glob.glob('tests/layouts/*.xml') + \
            glob.glob('tests/examples/*.xml') + glob.glob('tests/bad/*.xml') + glob.glob('samples/*-*/data.xml'):
        if '.template.' not in path and 'template.xml' not in path and not beside(path):
            put(folder, path.replace('/', '-'), read(path))


def seeds_template(folder):
    for path in glob.glob('tests/layouts/*.xml') + glob.glob('tests/bad/*.xml') + glob.glob('tests/examples/*.xml'):
        if '.template.' not in path and beside(path):
            pair(folder, beside(path), path)
    for path in glob.glob('templates/*.xml'):
        put(folder, path.replace('/', '-'), read(path))


def seeds_records(folder):
    data = read('samples/batch/data.xml')
    rows = list(re.finditer(rb'\s*<xa\b.*?(?:/>|</xa>)', data, re.S))
    short = data[:rows[3].start()] + data[rows[-1].end():] if len(rows) > 4 else data
    put(folder, 'batch', read('samples/batch/template.xml') + b'\f' + short)
    for path in glob.glob('tests/layouts/two-documents.xml') + glob.glob('tests/bad/*record*.xml') + glob.glob('tests/bad/*each*.xml'):
        if '.template.' not in path:
            put(folder, os.path.basename(path), (read(beside(path)) + b'\f' if beside(path) else b'') + read(path))


def seeds_csv(folder):
    lines = read('samples/batch/xa.csv').splitlines(True)
    put(folder, 'xa', b''.join(lines[:4]))
    put(folder, 'quoted', lines[0] + b'a;"x ""y""\n;z";"ph";"1.247";2;3;4\r\n')
    for path in glob.glob('tests/bad/*.csv') + glob.glob('tests/bad/*/*.csv'):
        put(folder, os.path.basename(path), read(path))


def seeds_picture(folder):
    for path in glob.glob('tests/bad/anh/*') + glob.glob('tests/examples/**/*.png', recursive=True) + glob.glob('tests/examples/**/*.jpg', recursive=True):
        if os.path.isfile(path) and os.path.getsize(path) < MOST['picture']:
            put(folder, os.path.basename(path), read(path))


def seeds_font(folder):
    """Of the fonts that a page embeds, cut down to its letters, which are those that the target sets."""
    words = ' '.join(re.search('<subject>(.*)</subject><body><p>(.*)</p>', read(HERE + '/font.c').decode()).groups())
    page = os.path.join(folder, 'page.xml')
    put(folder, 'page.xml', read('samples/types/thong-cao.xml').replace(b'<p>', b'<p>' + words.encode(), 1))
    subprocess.run(['build/vanban', 'render', page, '-o', page.replace('.xml', '.svg'), '-q'], check=True)
    for path in glob.glob(os.path.join(folder, '*.svg')):
        for i, font in enumerate(re.findall(rb'base64,([A-Za-z0-9+/=]+)', read(path))):
            put(folder, 'font-%d' % i, base64.b64decode(font))
        os.remove(path)
    os.remove(page)


def seeds_manifest(folder):
    """What a run writes the target puts there itself; two shards of it."""
    line = b'{"record":%d,"of":2,"name":"a%d","at":{"file":"d.xml","line":1},"input":"","setup":"","status":"made",' \
           b'"files":[{"file":"a.pdf","part":"","title":"T","type":"B","pages":1,"size":9,"sha256":"x"}],"images":[{"file":"a.png","sha256":"y"}],' \
           b'"messages":[{"severity":"note","code":"A_B","text":"c"}]}\n'
    put(folder, 'shards', line % (1, 1) + b'\f' + line % (2, 2))
    put(folder, 'twice', line % (1, 1) + line % (1, 2))


def words_of(span):
    """Letters of a <span> that stand at one height, a line for each word: what the target makes letters of."""
    said = []
    letters = re.findall(rb'<g unicode="([^"]*)" glyph="[^"]*" x="([^"]*)" y="([^"]*)" adv="([^"]*)"/>', span)
    for y in dict.fromkeys(g[2] for g in letters):
        row = [g for g in letters if g[2] == y]
        text = b''.join(html.unescape(g[0].decode(errors='replace')).encode() or b' ' for g in row)
        first, last, n = float(row[0][1]), float(row[-1][1]), len(row)
        said.append(b'=%.5g %s %.4g %.3g %s\n' % (first, y, (last - first) / (n - 1) if n > 1 else 0, sum(float(g[3]) for g in row) / n, text))
    return b''.join(said)


def seeds_foreign(folder):
    """What mutool prints of our own PDFs; the letters in short, each line without what nobody reads."""
    pdf = os.path.join(folder, 'page.pdf')
    for path in sorted(glob.glob('samples/types/*.xml') + glob.glob('tests/layouts/*.xml')):
        if '.template.' in path:
            continue
        subprocess.run(['build/vanban', 'render', path, '-o', pdf, '-q'] + (['-t', beside(path)] if beside(path) else []), stderr=subprocess.DEVNULL, check=False)
        if not os.path.exists(pdf):
            continue
        pages, facts = (subprocess.run(['mutool'] + how, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
                        for how in (['trace', pdf], ['show', '-g', pdf, 'trailer', 'trailer/Info', 'trailer/Root', 'grep']))
        os.remove(pdf)
        pages = re.sub(rb'(?:\s*<g [^\n]*/>)+\n', lambda m: b'\n' + words_of(m.group(0)), pages)
        pages = re.sub(rb' (?:colorspace|ri|bp|op|opm|wmode|bidi)="[^"]*"|^ +', b'', pages, flags=re.M)
        facts = b''.join(line for i, line in enumerate(facts.splitlines(True)) if i < 3 or b'/Font' in line)
        for i, page in enumerate(re.findall(rb'<page .*?</page>\n', pages, re.S)):
            put(folder, '%s-%d' % (path.replace('/', '-'), i), page + (b'\f' + facts if i == 0 else b''))
        if 'cong-van' in path or 'files' in path:
            put(folder, path.replace('/', '-'), pages + b'\f' + facts + b'\f0warning: repairing PDF\n')


def words_foreign():
    """What the reader looks for stands in it."""
    found = set()
    for path in glob.glob('src/foreign/*.c'):
        text = re.sub(r"/\*.*?\*/|#include[^\n]*|'\\?.'", '', read(path).decode(), flags=re.S)
        found.update(re.findall(r'"([^"\\\n]{2,60})"', text))
    return ''.join('"%s"\n' % ''.join(chr(b) if 32 <= b < 127 else '\\x%02X' % b for b in w.encode()) for w in sorted(found)).encode()


def dictionary(build, target):
    if target == 'foreign':
        put(build, 'foreign.dict', words_foreign())
        return ['-dict=%s/foreign.dict' % build]
    language = TARGETS[target]
    if not language:
        return []
    words = subprocess.run([build + '/words', language], stdout=subprocess.PIPE, check=True).stdout
    put(build, target + '.dict', words)
    return ['-dict=%s/%s.dict' % (build, target)]


def number(words, said):
    found = re.findall(words, said)
    return int(found[-1]) if found else 0


def run(build, target, seconds, regress):
    seeds, corpus, found = ('%s/%s/%s' % (build, f, target) for f in ('seeds', 'corpus-short' if regress else 'corpus', 'found'))
    for folder in (seeds, corpus, found):
        os.makedirs(folder, exist_ok=True)
    globals()['seeds_' + target](seeds)
    kept = glob.glob('%s/regress/%s/*' % (HERE, target))
    options = ['-timeout=%d' % LIMIT, '-rss_limit_mb=%d' % MEMORY, '-max_len=%d' % MOST[target], '-print_final_stats=1', '-artifact_prefix=%s/' % found,
               '-detect_leaks=%d' % (target not in ('data', 'csv', 'picture', 'manifest'))] + dictionary(build, target)
    program = '%s/fuzz/%s' % (build, target)
    env = dict(os.environ, FUZZ_SEEDS=seeds)
    said = ''
    if kept:
        p = subprocess.run([program] + options + kept, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=env, check=False)
        said = p.stderr.decode(errors='replace')
        if p.returncode:
            return tell(target, said, len(kept), found)
    folders = [corpus, seeds]
    p = subprocess.run([program] + options + ['-max_total_time=%d' % seconds] + folders, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=env,
                       check=False)
    said = p.stderr.decode(errors='replace')
    return tell(target, said, len(kept), found, p.returncode)


def tell(target, said, kept, found, status=1):
    print('%-9s %8d executions, %5d/s, %6d edges, %7d features, %3d old findings: %s'
          % (target, number(r'stat::number_of_executed_units:\s*(\d+)', said), number(r'stat::average_exec_per_sec:\s*(\d+)', said),
             number(r'cov: (\d+)', said), number(r'ft: (\d+)', said), kept, 'FOUND' if status else 'nothing found'), flush=True)
    if status:
        print('\n'.join(said.splitlines()[-60:]), '\nleft in', found)
    return status != 0


def main():
    build, seconds = sys.argv[1], float(sys.argv[2])
    regress = '--regress' in sys.argv
    wanted = [a for a in sys.argv[3:] if a != '--regress'] or [t for t in TARGETS if os.path.exists('%s/fuzz/%s' % (build, t))]
    each = max(1, seconds / len(wanted)) if regress else seconds
    os.environ['ASAN_OPTIONS'] = 'allocator_may_return_null=0:detect_stack_use_after_return=0'
    os.environ['UBSAN_OPTIONS'] = 'print_stacktrace=1:halt_on_error=1'
    sys.exit(any([run(build, t, each, regress) for t in wanted]))


main()
