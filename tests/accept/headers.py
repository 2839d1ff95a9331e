#!/usr/bin/python3
"""Made-up headers, each measured on its finished PDF by the decree's rules R12, R21-R52, or refused with millimetres that
are true: with so much more room it fits, with a millimetre less than that it does not. An ordinary one is never refused.

Usage: headers.py VANBAN DIR [--seed N]   (DIR holds headers.xml and 001.pdf ... afterwards)
"""
import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import header_names
import page_model as pm
import page_reader
import rules
from anatomy import documents_of

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
HEADERS, EXTREME, SEED = 200, 20, 302020
MOST_BEYOND = 10                 # mm that the header may pass the margins by (R7)
NO_LINE_ENDS = {"VÀ", "CÁC", "TỈNH", "THÀNH", "XÃ", "PHƯỜNG", "SỞ", "ỦY", "CỦA", "KHU"}


def run(vanban, *arguments):
    return subprocess.run([vanban, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")


def own_faults(header, a):
    """What the decree's rules do not measure."""
    page, faults = a.pages[0], []
    left, right = a.superior + a.issuer, [x for x in (a.national_name, a.motto, a.date_line) if x]
    lines = [x for x in page.lines if a.role_of(x) == "header"]
    for x in lines:
        if x.x0 < pm.to_pt(30 - MOST_BEYOND - 0.1) or x.x1 > page.width - pm.to_pt(15 - MOST_BEYOND - 0.1):
            faults.append("R7 beyond the margins: " + x.text)
    if left and right and max(x.x1 for x in left + a.number_lines) > min(x.x0 for x in right) - 1:
        faults.append("columns meet")
    said = " ".join(x.text for x in left)
    wanted = " ".join(header.superiors + [" - ".join(header.issuers)]).upper()
    if said != wanted:
        faults.append(f"names read {said!r}, not {wanted!r}")
    if not header.extreme:
        for x, below in zip(left, left[1:]):
            last = x.text.split()[-1]
            if last in NO_LINE_ENDS and x.bold == below.bold:
                faults.append("ends in " + last + ": " + x.text)
        for x in left:
            if " " not in x.text.removesuffix(" -") and x.text not in ("UBND", "HĐND") and len(x.text) < 12:
                faults.append("a word alone: " + x.text)
    number = "".join(x.text for x in a.number_lines)
    if not number.replace(" ", "").endswith("/" + header.notation):
        faults.append("notation reads " + number)
    return faults


def measure(header, pdf):
    document = page_reader.read(pdf)
    names = [n for n in rules.RULES if n == "R12" or 21 <= int(n[1:]) <= 52]
    results = rules.judge_all(document, rules.Setting(lenient=True), names)
    faults = [f"{name} {r.measured} [{r.allowed}]" for name, r in results.items() if r.status in (rules.FINDING, rules.NOT_JUDGED)]
    return faults + own_faults(header, documents_of(document)[0])


def granted(vanban, work, i, header, missing):
    """Does it fit with so many millimetres more than the template gives at most?"""
    base = header.type if (TEMPLATES / f"{header.type}.xml").exists() else "nd30"
    template = work / f"grant-{i}-{missing:.1f}.xml"
    side = (297 - 165 - missing) / 2  # so that the text is 165 mm wide, as it is on the upright page, and what is missing
    template.write_text(f"""<template name="{template.stem}" extends="{base}">
  <page name="main" orientation="landscape" left="{side:.3f}mm" right="{side:.3f}mm"/>
  <slot name="co-dau"><try><set name="co-quoc-hieu" value="12pt"/><set name="co-tieu-ngu" value="13pt"/>
    <set name="dong-so" value="3"/><set name="dong-ten" value="99"/><set name="nho-ra" value="{MOST_BEYOND}mm"/></try></slot>
</template>""", encoding="utf-8")
    return run(vanban, "render", work / "headers.xml", "--record", i + 1, "-t", template, "-o", template.with_suffix(".pdf"), "-q").returncode == 0


def judge(vanban, work, i, header):
    """(faults, millimetres missing or None)"""
    pdf = work / f"{i + 1:03}.pdf"
    pdf.unlink(missing_ok=True)
    said = run(vanban, "render", work / "headers.xml", "--record", i + 1, "-o", pdf, "--lang", "en", "-q")
    if said.returncode == 0:
        return measure(header, pdf), None
    missing = re.search(r"([\d.]+) mm are missing.*\[FIT_FAILED\]", said.stderr)
    if said.returncode != 2 or not missing or said.stderr.count(": error: ") != 1:
        return ["refused otherwise: " + said.stderr], 0
    missing = float(missing.group(1))
    faults = [] if granted(vanban, work, i, header, missing + 0.1) else [f"{missing} mm more do not help"]
    if missing > 1 and granted(vanban, work, i, header, missing - 1):
        faults.append(f"less than {missing} mm would help")
    return faults, missing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("vanban")
    parser.add_argument("work", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    made = list(header_names.headers(HEADERS, options.seed, EXTREME))
    work.joinpath("headers.xml").write_text("<documents>\n" + "\n".join(h.xml() for h in made) + "\n</documents>\n", encoding="utf-8")
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda x: judge(options.vanban, work, *x), enumerate(made)))
    bad = 0
    for i, (h, (faults, missing)) in enumerate(zip(made, results)):
        if faults or (missing is not None and not h.extreme):
            bad += bool(faults)
            print(f"{i + 1:03} {h.kind} {h.superiors} {h.issuers} {h.notation} {h.place} {h.date}: {missing or ''}", *faults, sep="\n    ")
    refused = [(h.extreme, m) for h, (_, m) in zip(made, results) if m is not None]
    print(f"headers: {len(made) - len(refused)} of {len(made)} fit, {len(refused)} refused ({sum(not e for e, _ in refused)} of them ordinary), {bad} wrong")
    return 1 if bad or any(not e for e, _ in refused) else 0


if __name__ == "__main__":
    sys.exit(main())
