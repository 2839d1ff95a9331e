#!/usr/bin/python3
"""The table R x sample: every rule on the finished PDF of every sample.

Usage: table.py VANBAN [--update] [--mode strict|lenient]

The five real documents (samples/NAME/data.xml; what they break by right stands in expect/NAME.txt) and one of each of the
29 types (samples/types/TYPE.xml, no finding allowed); then appendices and issued documents in files of their own, copies
(samples/copies/FORM.xml) on paper and electronic, and a house style (samples/local). The table must be table.txt, word for word; --update writes it there. In it: + holds, - does not apply, F a finding that the original gives by right.

Exit status: 0 as it must be; 1 not, and it says what.
"""
import argparse
import difflib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page_reader
from page_model import fold
from rules import FINDING, NOT_APPLICABLE, NOT_JUDGED, PASS, RULES, Setting, compare, judge_all, number_of, read_expected

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SIGN = {PASS: "+", NOT_APPLICABLE: "-", FINDING: "F", NOT_JUDGED: "?"}
COPIES = sorted(path.stem for path in ROOT.glob("samples/copies/*.xml"))
ELECTRONIC = [f"{name}-dien-tu" for name in COPIES]
ON_PAPER = {"de-an", *COPIES, *ELECTRONIC}  # for R105, copies are made of paper; all others are electronic
LEFT_OUT = {"R120": "metadata: the self test of the PDF"}


SIGNED = ["--set", "thoi-gian-ky=05/01/2026; 14:30:25 +07:00"]
SPLIT = {"de-an": SIGNED, "quyet-dinh": []}  # for R108: signed, and not yet
OWN_FILES = {"de-an/phu-luc-1": "appendix[1]", "de-an/phu-luc-2": "appendix[2]",
             "quyet-dinh/kem-theo-1": "document/body", "quyet-dinh/kem-theo-1-phu-luc-1": "document/appendix"}


def samples():
    """(name, data, options, files): first the real documents, then the types, then files of their own."""
    for data in sorted(ROOT.glob("samples/*-*/data.xml")):
        template = data.with_name("template.xml")
        yield data.parent.name, data, ["-t", str(template)] if template.exists() else [], [""]
    for data in sorted(ROOT.glob("samples/types/*.xml")):
        yield data.stem, data, ["--for", "paper"] if data.stem in ON_PAPER else [], [""]
    for kind, options in SPLIT.items():
        parts = [name.partition("/")[2] for name in OWN_FILES if name.startswith(kind + "/")]
        yield kind, ROOT / "samples" / "types" / f"{kind}.xml", ["--split-appendices", *options], parts
    for name in COPIES:
        data = ROOT / "samples" / "copies" / f"{name}.xml"
        yield name, data, ["--for", "paper"], [""]
        yield f"{name}-dien-tu", data, SIGNED if name != "sao-luc" else [], [""]  # for R115: signed, and not yet
    local = ROOT / "samples" / "local"
    yield "local", local / "bao-cao.xml", ["-t", str(local / "mau-bao-cao.xml")], [""]
    batch = ROOT / "samples" / "batch"
    yield "batch", batch / "data.xml", ["-t", str(batch / "template.xml"), "--record", "1"], [""]


def letters_of(data, part, electronic_copy):
    """The letters that the data's elements hold, in capitals: the PDF must show each at least as often."""
    root = tree.parse(data).getroot()
    root = root.find(part) if part else root
    copied = [e for copy in root.iter("copy") for e in copy] if electronic_copy else []  # of these the office alone is printed
    hidden = {id(e) for parent in [*root.iter("data"), *root.iter("set"), *copied] for e in parent.iter()}
    said = "".join((e.text or "") + (e.tail or "") for e in root.iter() if id(e) not in hidden)
    return "".join(c for c in fold(said).upper() if c.isalpha())


def setting_of(name, data, lenient):
    reference = data.with_name("reference.txt")
    text = reference.read_text(encoding="utf-8") if reference.exists() else letters_of(data, OWN_FILES.get(name), name in ELECTRONIC)
    return Setting(lenient, text, name in ON_PAPER, not reference.exists())


def judge_samples(vanban, lenient):
    """{name: results}, and what the program said of a sample that it refused."""
    results, refused = {}, []
    with tempfile.TemporaryDirectory() as folder:
        def render(one):
            name, data, options, parts = one
            stem = str(Path(folder, name + ("" if parts == [""] else "-split")))
            done = subprocess.run([vanban, "render", str(data), *options, "-o", stem + ".pdf", "-q"], capture_output=True, check=False)
            if done.returncode:
                refused.append(f"{name} is refused: {done.stderr.decode('utf-8', 'replace')}")
            return [] if done.returncode else [(f"{name}/{p}" if p else name, data, f"{stem}-{p}.pdf" if p else stem + ".pdf") for p in parts]
        with ThreadPoolExecutor(2) as pool:
            for name, data, pdf in (file for files in pool.map(render, samples()) for file in files):
                results[name] = judge_all(page_reader.read(pdf), setting_of(name, data, lenient))
    return results, refused


def expected_of(name):
    path = HERE / "expect" / f"{name}.txt"
    return read_expected(path) if path.exists() else {}


def by_fives(signs):
    return " ".join("".join(signs[at:at + 5]) for at in range(0, len(signs), 5))


def column_heads(names):
    """Which number is which sample, and the numbers above the columns, which are one letter wide."""
    legend = [f"{at:2} {name}" for at, name in enumerate(names, 1)]
    listed = ["".join(x.ljust(35) for x in legend[at:at + 4]) for at in range(0, len(legend), 4)]
    digits = [[f"{at:2}"[row] for at in range(1, len(names) + 1)] for row in (0, 1)]
    return [*listed, "", *(" " * 58 + by_fives(row) for row in digits)]


def rows(results):
    for rule in sorted(RULES, key=number_of):
        signs = [SIGN[r[rule].status] for r in results.values()]
        yield f"{rule:5} {RULES[rule][0][:50]:51} {by_fives(signs)} {sum(s != '-' for s in signs):3}"


def reasons_of(results):
    """Why a rule does not apply, and to how many samples."""
    for rule in sorted(RULES, key=number_of):
        reasons = Counter(r[rule].measured for r in results.values() if r[rule].status == NOT_APPLICABLE)
        if reasons:
            none = "no sample has it. " if reasons.total() == len(results) else ""
            yield f"{rule:5} {none}" + "; ".join(f"{why} ({n})" for why, n in sorted(reasons.items(), key=lambda x: (-x[1], x[0])))


def table_of(results):
    names = list(results)
    lines = ["The rules of Decree 30/2020 on the finished PDF of every sample: the five real documents,",
             "the 29 types, then appendices and an issued document in files of their own, then copies, a house style, one of a batch.",
             "+ holds   - does not apply   F a finding the original gives by right (expect/NAME.txt)",
             "The last column counts the samples to which the rule applies. Made by table.py --update.", ""]
    lines += column_heads(names) + [""] + list(rows(results)) + [""]
    counts = Counter(r.status for one in results.values() for r in one.values())
    lines += [f"{len(RULES)} rules x {len(names)} samples: {counts[PASS]} hold, {counts[FINDING]} findings by right, "
              f"{counts[NOT_APPLICABLE]} do not apply, {counts[NOT_JUDGED]} not judged", "", "Why a rule does not apply, and to how many:"]
    lines += list(reasons_of(results)) + ["", "Not measured here:"]
    lines += [f"{rule:5} {why}" for rule, why in LEFT_OUT.items()]
    return "\n".join(x.rstrip() for x in lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="The rules of Decree 30/2020 on every sample.")
    parser.add_argument("vanban")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--mode", choices=["strict", "lenient"], default="lenient")
    options = parser.parse_args()
    results, wrong = judge_samples(options.vanban, options.mode == "lenient")
    for name, one in results.items():
        wrong += [f"{name}: {rule} {why}: {one[rule].measured}" if rule in one else f"{name}: {rule} {why}"
                  for rule, why in compare(one, expected_of(name))]
    new, golden = table_of(results), HERE / "table.txt"
    if options.update and not wrong:
        golden.write_text(new, encoding="utf-8")
    old = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if new != old:
        wrong.append("the table is not table.txt:\n" + "\n".join(list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[:40]))
    print(new, end="")
    for line in wrong:
        print("FAIL table: " + line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
