#!/usr/bin/python3
"""The rules can fail on finished pages too: a template or a sample is spoiled in one place, drawn, and measured.

Usage: test_pages.py VANBAN

What hand-made documents cannot show: that what a template does wrong arrives in the PDF, is read from it, and is found.
Exit status: 0 each is found; 1 not, and it says which.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page_reader
from rules import FINDING, Setting, judge_all
from spoilt_pages import SPOILT

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = {kind: path.name for path in sorted(ROOT.glob("templates/*.xml"))
             for words in re.findall(r'<template [^>]*? for="([^"]*)"', path.read_text(encoding="utf-8")) for kind in words.split()}

ON_PAPER = {"R114"}  # of these the fault is one of the paper


def spoil(folder, sample, file, old, new):
    """A copy of the templates and the sample, one place of one file changed; the paths of data and template."""
    data = next(ROOT.glob(f"samples/*/{sample}.xml"))
    for path in [*ROOT.glob("templates/*.xml"), data]:
        text = path.read_text(encoding="utf-8")
        if path.stem == (sample if file == "data" else file) and (path is data) == (file == "data"):
            if old not in text:
                raise LookupError(f"{path.name} has no {old!r}: say in spoilt_pages.py how it is written now")
            text = text.replace(old, new, 1)
        if path is not data:  # what the templates' own checks would refuse is drawn: the page is judged here
            text = text.replace(' severity="error"', ' severity="note"')
        target = Path(folder, "data.xml" if path is data else path.name)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "samples" / "types" / "anh", Path(folder, "anh"))
    kind = re.search(r'<document type="([^"]*)"', data.read_text(encoding="utf-8"))[1]
    return Path(folder, "data.xml"), Path(folder, TEMPLATES[kind])


def measure(vanban, row):
    """What the rule says of the spoiled page, or what the program says where it refuses it."""
    rule, sample, *change = row
    with tempfile.TemporaryDirectory() as folder:
        try:
            data, template = spoil(folder, sample, *change)
        except LookupError as why:
            return why.args[0]
        pdf = str(Path(folder, "out.pdf"))
        mode = ["--for", "paper"] if rule in ON_PAPER else []
        done = subprocess.run([vanban, "render", str(data), "-t", str(template), *mode, "-o", pdf, "-q", "--lang", "en"], capture_output=True, check=False)
        if done.returncode:
            return "refused: " + done.stderr.decode("utf-8", "replace").split("\n", 1)[0]
        verdict = judge_all(page_reader.read(pdf), Setting(True), [rule])[rule]
        return None if verdict.status == FINDING else f"{verdict.status}: {verdict.measured}"


def main():
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda row: measure(sys.argv[1], row), SPOILT))
    wrong = [(row, why) for row, why in zip(SPOILT, said) if why]
    for row, why in wrong:
        print(f"FAIL pages: {row[0]} is not found on {row[1]} with {row[4]!r}: {why}", file=sys.stderr)
    print(f"pages: {len(SPOILT) - len(wrong)} of {len(SPOILT)} faults of {len({row[0] for row in SPOILT})} rules are found on finished pages")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
