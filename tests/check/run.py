#!/usr/bin/python3
"""Right documents, each made wrong by one change: `vanban check` names the rule, at its place, and nothing else.

Usage: run.py VANBAN [RULE...]

The changes are wrong.py's. The right document has none of these findings. A finding has its measure, its page, a place in the
data or in the template. Every rule is broken here or stands in UNBREAKABLE with the reason. Then the forms of output, and the time.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from wrong import Data, Setting, UNBREAKABLE, WRONG

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def source_of(sample):
    name, *options = sample.split()
    path = SAMPLES / "types" / f"{name}.xml"
    return (path if path.exists() else SAMPLES / "copies" / f"{name}.xml"), options


def check(vanban, data, options):
    done = subprocess.run([vanban, "check", str(data), *options, "--format=json", "--lang=en"], capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [t for t in told if t.get("kind") == "verdict" and t["state"] == "finding"], [t for t in told if "severity" in t], done


def make_wrong(folder, number, data, change):
    """The changed document's data and options."""
    if isinstance(change, Setting):
        return data, ["--set", change.words]
    if isinstance(change, Data):
        text = data.read_text(encoding="utf-8")
        if change.old not in text:
            raise SystemExit(f"{data}: no {change.old}")
        path = data.with_name(f".thu-{number}.xml") if "anh/" in text else Path(folder, f"{number}.xml")
        path.write_text(text.replace(change.old, change.new, 1), encoding="utf-8")
        return path, []
    kind = re.search(r'<document[^>]* type="([^"]+)"', data.read_text(encoding="utf-8")).group(1)
    own = Path(__file__).parent.parent.parent / "templates" / f"{kind}.xml"
    base = kind if own.exists() else "van-ban"
    path = Path(folder, f"{number}.template.xml")
    path.write_text(f'<template name="thu" extends="{base}" title="Thử">{change.xml}</template>', encoding="utf-8")
    return data, ["-t", str(path)]


def judge(vanban, folder, number, case):
    rule, sample, change, also = case
    data, options = source_of(sample)
    before = {f["rule"] for f in check(vanban, data, options)[0]}
    wrong_data, more = make_wrong(folder, number, data, change)
    found, messages, done = check(vanban, wrong_data, options + more)
    names = {f["rule"] for f in found}
    faults = [f"the right document has {sorted(before)}"] if before else []
    if rule not in names:
        errors = [m["message"] for m in messages if m["severity"] == "error"]
        faults.append(f"is not found: {sorted(names)} {errors[:2]} {done.stderr[:200]}")
    elif also != "*" and names - {rule} != set(also.split()):
        faults.append(f"others too: {[(f['rule'], f['measured']) for f in found if f['rule'] != rule]}")
    for f in found:
        if f["rule"] == rule and not (f.get("measured") and f.get("page") and (f.get("at") or f.get("wanted"))):
            faults.append(f"has no place: {f}")
    return [f"{rule} in {sample}: {x}" for x in faults]


def main():
    vanban, only = str(Path(sys.argv[1]).resolve()), sys.argv[2:]
    cases = [c for c in WRONG if not only or c[0] in only]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        faults = sum(pool.map(lambda n: judge(vanban, folder, n, cases[n]), range(len(cases))), [])
    if not only:
        known = {c[0] for c in WRONG} | set(UNBREAKABLE)
        faults += [f"R{n} is broken nowhere and not in UNBREAKABLE" for n in range(1, 121) if f"R{n}" not in known]
    for fault in faults:
        print("FAIL check: " + fault, file=sys.stderr)
    print(f"check: {len(cases)} wrong documents, {len({c[0] for c in cases})} rules; {len(UNBREAKABLE)} that own pages cannot break")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
