#!/usr/bin/python3
"""What `vanban check` measures on its pages, against what these rules measure on the finished PDF, on every sample.

Usage: agree.py VANBAN [--verbose]

Both judge by themselves: here letters and lines that two readers find in the file, there the marks that the file was made of.
Of every rule and sample the verdicts must be the same, and lengths in millimetres that both name equal to 0.1 mm.
What one judges and the other cannot stands in ONE_SIDED, with the reason.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import page_reader
from rules import FINDING, NOT_APPLICABLE, NOT_JUDGED, PASS, RULES, judge_all, number_of
from table import samples, setting_of

STATES = {"pass": PASS, "finding": FINDING, "does-not-apply": NOT_APPLICABLE, "not-judged": NOT_JUDGED}
ONE_SIDED = {
    "R119": "a property of the file: check measures pages, and none has been written",
    "R120": "the title is the pages' own; the file's is judged by the self test of the PDF",
}


def own_verdicts(vanban, data, options):
    """{part: {rule: (state, [measured])}}, as check tells them."""
    done = subprocess.run([vanban, "check", str(data), *options, "--all", "--format", "json", "--lang", "en"],
                          capture_output=True, text=True, check=False)
    parts = {}
    for line in done.stdout.splitlines():
        verdict = json.loads(line)
        if verdict.get("kind") == "verdict":
            rules = parts.setdefault(verdict.get("part", ""), {})
            state, said = rules.get(verdict["rule"], (STATES[verdict["state"]], []))
            rules[verdict["rule"]] = (state, said + [verdict.get("measured") or verdict.get("why", "")])
    return parts


def lengths(text):
    return [float(x) for x in re.findall(r"([-+]?\d+\.\d+)(?= ?(?:mm|to \d+\.\d+ mm))", text)]


def independent(vanban, folder, name, data, options, parts):
    stem = str(Path(folder, name + ("" if parts == [""] else "-split")))
    subprocess.run([vanban, "render", str(data), *options, "-o", stem + ".pdf", "-q"], capture_output=True, check=True)
    for part in parts:
        full = f"{name}/{part}" if part else name
        pdf = page_reader.read(f"{stem}-{part}.pdf" if part else stem + ".pdf")
        yield full, part, judge_all(pdf, setting_of(full, data, True))


def compare(name, ours, theirs, wrong):
    """The number of verdicts and of lengths that were compared."""
    verdicts = equal = 0
    wrong += [f"{name}: {rule}: nothing in tests/accept/rules_*.py measures it, nor does ONE_SIDED say why"
              for rule in ours if rule[0] == "R" and rule not in RULES and rule not in ONE_SIDED]
    for rule in sorted(RULES, key=number_of):
        if rule in ONE_SIDED:
            continue
        state, said = ours.get(rule, ("none", [""]))
        verdicts += 1
        if state != theirs[rule].status:
            wrong.append(f"{name}: {rule}: check says {state} ({'; '.join(said)}), the PDF {theirs[rule].status} ({theirs[rule].measured})")
            continue
        mine, other = lengths(said[0]), lengths(str(theirs[rule].measured))
        if state == PASS and len(mine) == len(other):
            equal += len(mine)
            wrong += [f"{name}: {rule}: check measures {a} mm, the PDF {b} mm" for a, b in zip(mine, other) if abs(a - b) > 0.1]
    return verdicts, equal


def main():
    parser = argparse.ArgumentParser(description="Own verdicts against independent ones.")
    parser.add_argument("vanban")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    wrong, verdicts, lengths_equal, count = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data, settings, parts in samples():
            ours = own_verdicts(options.vanban, data, settings)
            for full, part, theirs in independent(options.vanban, folder, name, data, settings, parts):
                v, n = compare(full, ours.get(part, {}), theirs, wrong)
                verdicts, lengths_equal, count = verdicts + v, lengths_equal + n, count + 1
    print(f"agree: {verdicts} verdicts on {count} samples, {lengths_equal} lengths to 0.1 mm, {len(wrong)} differ; "
          + "; ".join(f"{rule} not compared: {why}" for rule, why in ONE_SIDED.items()))
    for line in wrong:
        print("FAIL agree: " + line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
