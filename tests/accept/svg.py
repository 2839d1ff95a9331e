#!/usr/bin/python3
"""svg.py VANBAN NODE_MODULES_DIR FOLDER - 20 pages of the samples, picked at random with a fixed seed, as headless Chromium
paints their SVG and as poppler (pdftoppm) paints the PDF: they differ by less than two renderers of one PDF do (pdftoppm
and mutool), by the same measure (root mean square of the differences of all pixels, per cent) at the same resolution. Also:
the text that a reader selects in Chromium is the page's, and its letters stand where the file says."""
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

VANBAN, MODULES, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
DPI, PAGES, SEED = 200, 20, 30
SVG = "{http://www.w3.org/2000/svg}"


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"svg: {command[0]} {command[1]}: {done.stderr}")


def samples():
    files = [p for kind in ("types", "party", "copies") for p in sorted(Path("samples", kind).glob("*.xml"))]
    for sample in files + sorted(Path("samples").glob("*-*/data.xml")):
        name, own = sample.parent.name if sample.name == "data.xml" else sample.stem, sample.with_name("template.xml")
        yield name, [sample, *(["-t", own] if sample.name == "data.xml" and own.exists() else [])]


def render():
    pages = []
    for name, arguments in samples():
        for ending in ("pdf", "svg"):
            run(VANBAN, "render", *arguments, "-q", "-o", FOLDER / f"{name}.{ending}")
        alone = FOLDER / f"{name}.svg"
        count = 1 if alone.exists() else len(list(FOLDER.glob(f"{name}-[0-9]*.svg")))
        pages += [(name, number, alone if alone.exists() else FOLDER / f"{name}-{number}.svg") for number in range(1, count + 1)]
    return pages


def difference(one, other):
    done = subprocess.run(["compare", "-metric", "RMSE", one, other, "null:"], capture_output=True, text=True, check=False)
    found = re.search(r"\((.*)\)", done.stderr)
    if done.returncode > 1 or not found:
        sys.exit(f"svg: {one}, {other}: {done.stderr}")
    return float(found[1]) * 100


def paint(page):
    name, number, svg = page
    pdf, stem = FOLDER / f"{name}.pdf", svg.with_suffix("")
    run("pdftoppm", "-r", DPI, "-f", number, "-singlefile", "-png", pdf, f"{stem}.poppler")
    run("mutool", "draw", "-q", "-r", DPI, "-o", f"{stem}.mupdf.png", pdf, number)
    return f"{stem}.chromium.png", f"{stem}.poppler.png", f"{stem}.mupdf.png"


for old in FOLDER.glob("*"):
    old.unlink()
FOLDER.mkdir(parents=True, exist_ok=True)
every = render()
picked = random.Random(SEED).sample(every, PAGES)
painted = [paint(page) for page in picked]
run("node", "tests/accept/shot.mjs", MODULES, DPI, *[file for page, files in zip(picked, painted) for file in (page[2], files[0])])
worse, sums = [], [0.0, 0.0]
for (name, number, svg), (chromium, poppler, mupdf) in zip(picked, painted):
    own, two = difference(chromium, poppler), difference(mupdf, poppler)
    sums = [sums[0] + own, sums[1] + two]
    print(f"  {name} {number}: SVG in Chromium against the PDF in poppler {own:.2f} %, mupdf against poppler {two:.2f} %")
    if own >= two:
        worse.append(f"{name} {number}")
    words = "".join(t.text or "" for text in ET.parse(svg).getroot().iter(f"{SVG}text") for t in text.iter(f"{SVG}tspan"))
    seen = Path(f"{chromium}.txt").read_text(encoding="utf-8")
    if re.sub(r"\s", "", words) != re.sub(r"\s", "", seen):
        worse.append(f"{name} {number}, whose selected text is another")
print(f"svg: {PAGES} of {len(every)} pages at {DPI} dpi: {sums[0] / PAGES:.2f} % in the mean, two renderers of one PDF {sums[1] / PAGES:.2f} %")
if worse:
    sys.exit("svg: too far: " + "; ".join(worse))
