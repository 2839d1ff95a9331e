#!/usr/bin/python3
"""Every sample's PDF, read back as if a stranger had made it, against the pages it was made of: the same verdicts.

Usage: agree.py VANBAN [--through cairo] [NAME...]

A PDF has no roles: parts are found by words and places. Where both judge they must agree: a finding that the pages do not have
is a false one. What one side cannot judge is counted, and every rule that foreign PDFs never get a verdict for is listed and must stand in
UNJUDGED, with the reason. Through cairo each PDF is first written anew by another program (pdftocairo), which cuts text into other pieces,
in fonts without names, and drops title and language.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import argparse
import collections
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "accept"))
from agree import own_verdicts  # noqa: E402
from rules import FINDING, NOT_APPLICABLE, NOT_JUDGED, PASS  # noqa: E402
from table import samples  # noqa: E402

JUDGED = (PASS, FINDING)
DATA = {"T1": "looks at the data", "T10": "totals are known in the data", "D2": "so are notes", "D3": "so are references"}
UNJUDGED = {None: DATA, "cairo": {**DATA, "R8": "the fonts have no names"}}
LOST = {None: set(), "cairo": {"R120", "R119"}}  # what the other program changes
DIFFERENT = {(f"de-an/phu-luc-{n}", f"T{k}"): "the line of the file's number has a date that is passed over on own pages" for n in (1, 2) for k in (7, 8)}


def anew(path, through):
    if not through:
        return path
    other = path.replace(".pdf", ".anew.pdf")
    subprocess.run(["pdftocairo", "-pdf", path, other], capture_output=True, check=True)
    return other


def pairs(vanban, folder, sample, through):
    """(name, {rule: own state and words}, {rule: the PDF's}) of every part."""
    name, data, options, parts = sample
    stem = str(Path(folder, name.replace("/", "-") + ("" if parts == [""] else "-split")))
    subprocess.run([vanban, "render", str(data), *options, "-o", stem + ".pdf", "-q"], capture_output=True, check=True)
    own = own_verdicts(vanban, data, options)
    return [(f"{name}/{part}" if part else name, own[part], own_verdicts(vanban, anew(f"{stem}-{part}.pdf" if part else stem + ".pdf", through), [])[""]) for part in parts]


def main():
    parser = argparse.ArgumentParser(description="PDFs read back against the pages they were made of.")
    parser.add_argument("vanban")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--through", choices=["cairo"])
    options = parser.parse_args()
    chosen = [s for s in samples() if not options.names or s[0] in options.names]
    count, seen, wrong, lost = collections.Counter(), set(), [], collections.Counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        told = sum(pool.map(lambda s: pairs(str(Path(options.vanban).resolve()), folder, s, options.through), chosen), [])
    for name, own, other in told:
        for rule, (state, said) in own.items():
            theirs, words = other.get(rule, ("none", [""]))
            seen |= {rule} if theirs != NOT_JUDGED else set()
            if NOT_JUDGED in (state, theirs):
                count["not judged"] += 1
                lost[rule] += theirs == NOT_JUDGED and state in JUDGED
            elif state == theirs:
                count["judged" if state in JUDGED else "do not apply"] += 1
            elif (name, rule) not in DIFFERENT and rule not in LOST[options.through]:
                wrong.append(f"{name}: {rule}: the pages {state} ({'; '.join(said)[:90]}), the PDF {theirs} ({'; '.join(words)[:150]})")
    if not options.names:
        wrong += [f"{r} is never judged on a PDF and not in UNJUDGED" for r in told[0][1] if r not in seen and r not in UNJUDGED[options.through]]
    for line in wrong:
        print("FAIL foreign: " + line, file=sys.stderr)
    print(f"foreign: {len(told)} own PDFs{' through ' + options.through if options.through else ''} read back: {count['judged']} verdicts agree, {count['do not apply']} do not apply, {count['not judged']} not judged, "
          f"{len(wrong)} differ; judged on the pages alone: " + ", ".join(f"{r} x{n}" for r, n in sorted(lost.items(), key=lambda x: (x[0][0], int(x[0][1:]))) if n))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
