"""boxes.py VANBAN - render --boxes leaves the pages as they are: each page's own content stream is the plain one's, byte for
byte, and without the labels (5 points) the text is the same, letter by letter and place by place; all kinds of boxes are there."""
import subprocess
import sys
import tempfile
from pathlib import Path

import fitz

VANBAN = sys.argv[1]
BAC_GIANG = "samples/bac-giang-bao-cao-2020-02"
DOCUMENTS = {
    "components": ["tests/layouts/components.xml"],
    "bac-giang": [f"{BAC_GIANG}/data.xml", "-t", f"{BAC_GIANG}/template.xml"],
}
LABEL = 5.0
GREY, BLUE, RED = (0.75, 0.75, 0.75), (0.1, 0.35, 0.8), (0.85, 0.1, 0.1)


def render(arguments, out, *more):
    subprocess.run([VANBAN, "render", *arguments, "-o", str(out), "-q", *more], check=True)
    return fitz.open(out)


def letters(page, labels):
    spans = [span for block in page.get_text("rawdict")["blocks"] for line in block.get("lines", []) for span in line["spans"]]
    chars = [(c["c"], c["origin"], span["font"], span["size"]) for span in spans if (abs(span["size"] - LABEL) < 0.01) == labels
             for c in span["chars"]]
    return sorted(chars, key=lambda c: (c[1][1], c[1][0])) if not labels else "".join(c[0] for c in chars)


def compare(name, plain, boxed):
    labels, colours, dashed = "", set(), False
    for number, (a, b) in enumerate(zip(plain, boxed, strict=True), 1):
        own, both = a.get_contents(), b.get_contents()
        if len(both) != 2 or plain.xref_stream(own[0]) != boxed.xref_stream(both[0]):
            sys.exit(f"boxes: {name}, page {number}: its own marks have changed")
        if [c[:2] + c[3:] for c in letters(a, False)] != [c[:2] + c[3:] for c in letters(b, False)]:
            sys.exit(f"boxes: {name}, page {number}: without the labels the text is another")
        labels += letters(b, True) + "\n"
        outlines = [d for d in b.get_drawings() if d["type"] == "s"]
        if [d for d in outlines if abs(d["width"] - 0.3) > 0.001]:
            sys.exit(f"boxes: {name}, page {number}: an outline is not 0.3 pt")
        colours |= {tuple(round(x, 2) for x in d["color"]) for d in outlines}
        dashed = dashed or any(d["dashes"] != "[] 0" and d["color"][0] > 0.8 for d in outlines)
    if not {GREY, BLUE, RED} <= colours or not dashed:
        sys.exit(f"boxes: {name}: colours {colours}, dashed {dashed}")
    for word in ("o1 nd30:", "o6 nd30:", "signature ky-", "seal dau-", "number", "date", "table " if name == "bac-giang" else "o10a nd30:"):
        if word not in labels:
            sys.exit(f"boxes: {name}: no label {word}")


with tempfile.TemporaryDirectory() as work:
    for name, arguments in DOCUMENTS.items():
        out = Path(work) / name
        plain, boxed = render(arguments, f"{out}.pdf"), render(arguments, f"{out}.boxes.pdf", "--boxes")
        compare(name, plain, boxed)
        render(arguments, f"{out}.again.pdf", "--boxes")
        if Path(f"{out}.again.pdf").read_bytes() != Path(f"{out}.boxes.pdf").read_bytes():
            sys.exit(f"boxes: {name}: two runs differ")
        said = subprocess.run(["qpdf", "--check", f"{out}.boxes.pdf"], capture_output=True, text=True, check=False)
        if said.returncode:
            sys.exit(f"boxes: {name}: {said.stdout}{said.stderr}")
